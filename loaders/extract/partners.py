"""Other bodies in what a unit does: with whom it coordinates, for whom it acts, to whom it answers, whom it watches."""

import re
from typing import Any

from graph.proof import Span
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.owners import Reader
from loaders.extract.text import Document, trimmed

NOT_IN = ("contacts", "staffing", "announcement", "heading")

# --- in conjunction with

CHINESE_UNNAMED = r"(?:市|县|省|区)?(?:直)?(?:各)?(?:有关|相关)(?:职能|主管)?(?:部门|单位|方面)"
CHINESE_WITH = re.compile(rf"(?:会同|配合|协同|协调|协助|会商|商|联合|与)(?P<name>{CHINESE_UNNAMED})")
CHINESE_NAMED = re.compile(
    r"(?:会同|协同|联合)(?P<name>[\u4e00-\u9fff、]{1,40}?(?:局|委|委员会|厅|部|办|办公室|部门|机关|法院|检察院|工会|妇联|残联|银行))"
    r"(?=[\u4e00-\u9fff,。;:]|$)"
)
ENGLISH_WITH = re.compile(
    r"(?:in (?:conjunction|cooperation|coordination|collaboration) with|together with|jointly with|coordinat\w+(?: with)?|assist\w*|cooperat\w+ with)"
    r" (?:the )?(?P<name>(?:other )?(?:relevant|related|competent) (?:\w+ )?(?:departments|units|parties|authorities|agencies))",
    re.IGNORECASE,
)
ENGLISH_NAMED = re.compile(
    r"(?:in (?:conjunction|cooperation|coordination) with|jointly (?:\w+ )?(?:by|with)) (?:the )?"
    r"(?P<name>(?:Municipal |County |Provincial |City )?(?:[A-Z][\w'-]* ){1,6}?(?:Bureau|Commission|Department|Committee|Office)"
    r"(?: of [A-Z][\w'-]*(?:,? (?:and )?[A-Z][\w'-]*){0,5})?)"
)

# --- assigned by

CHINESE_ASSIGNED = re.compile(
    r"(?P<name>(?!委托|授权|交办|其他)[\u4e00-\u9fff、和]{2,40}?)(?=(?:及其办公室)?(?:交办|委托|授权|赋予|指派|下达|批转)的?(?:[\u4e00-\u9fff]{0,8}?)(?:任务|工作|事项|案件|职责|事务))"
)
CHINESE_LEAD = re.compile(
    r".{0,40}(?:承办|完成|承担|办理|做好|负责|和|及|以及|处理|接受|落实|执行)(?=(?:国|中|省|州|市|县|区|党|局|委|厅|上级|领导|主管|自治))"
)
ENGLISH_ASSIGNED = re.compile(
    r"(?:assigned|entrusted|authorized|delegated|transferred) (?:to it )?by (?:the )?(?P<name>[\w ,'-]{4,110}?)"
    r"(?=$|[.;:()]|,| (?:and (?!the|municipal|county|city|district|provincial)|to |in |on |for ))",
    re.IGNORECASE,
)
GOVERNMENT = re.compile(r"(?:人民)?政府$|government$", re.IGNORECASE)
SEVERAL = {"zh": re.compile("[、和及]"), "en": re.compile(r", and |, | and (?:the )?", re.IGNORECASE)}

# --- with the consent of

CHINESE_CONSENT = re.compile(r"经(?P<name>[^,。;]{2,24}?(?P<form>领导小组|委员会|联席会议|工作组))(?:批准|同意|授权)")

# --- guides, supervises

CHINESE_OVERSEES = re.compile(
    r"(?P<verbs>(?:(?:组织|负责|业务)?(?:指导|监督|检查|管理|审批|监管)[、和并与及]?){1,4})(?:对)?(?:全[市县省区州])?"
    r"(?P<name>(?!执行|监督|指导)[\u4e00-\u9fff、]{2,24}?(?:机构|组织|企业|所属单位|下属单位|直属单位|服务单位|协会|学会|团体|基金会))"
    r"(?=的|[\u4e00-\u9fff]{0,6}?(?:工作|业务|建设|管理|开展)|[,。;]|$)"
)
# Between the verb and the body watched may stand what it is about; its own name holds no small words.
ENGLISH_OVERSEES = re.compile(
    r"\b(?P<verbs>(?:guid|supervis|inspect|manag|regulat|licens)(?:e|es|ing|ance|ion|ement)\b(?:[^.;,]{0,60}?\b(?:of|to|the)\b|,? and \w+)?)"
    r" (?:the )?(?:city's |county's )?(?P<name>(?:(?!(?:of|the|and|in|for|to|on|with|by|work|business|policies|guidance)\b)[a-z()-]+ ){1,6}"
    r"(?:agencies|intermediaries|intermediary (?:institutions|organizations)|(?:training|medical|consulting|appraisal|mediation|service|welfare|pension) "
    r"(?:institutions|organizations)|subordinate units|associations))\b(?! personnel)",
    re.IGNORECASE,
)
ROLES = (
    ("guides", re.compile(r"指导|guid|direct", re.IGNORECASE)),
    ("supervises", re.compile(r"监督|检查|监管|supervis|inspect", re.IGNORECASE)),
    ("approves", re.compile(r"审批|approv", re.IGNORECASE)),
    ("manages", re.compile(r"管理|manag|regulat", re.IGNORECASE)),
)


class Partners(Reader):
    """Reads the statements of one reading for other bodies."""

    def read(self) -> None:
        """Read every statement about what a unit does."""
        for statement in self.reading.statements:
            if statement.section in NOT_IN or statement.section.startswith("adjust"):
                continue
            text = self.document.even[statement.span.line - 1]
            for clause in self.document.clauses(statement.span):
                self._coordinates(statement, text, clause)
                self._acts_for(statement, text, clause)
                self._answers_to(statement, text, clause)
                self._oversees(statement, text, clause)

    def _coordinates(self, statement: Statement, text: str, clause: Span) -> None:
        zh = self.words.language == "zh"
        for found in (CHINESE_WITH if zh else ENGLISH_WITH).finditer(text, clause.start, clause.end):
            fact = {"name": found["name"].lower(), "unnamed": True}
            self._add(statement.owner, "coordinates_with", fact, Span(clause.line, *found.span()), "partner.unnamed")
        for found in (CHINESE_NAMED if zh else ENGLISH_NAMED).finditer(text, clause.start, clause.end):
            for name in self._several(clause.line, text, *found.span("name")):
                printed = self.document.printed(name)
                if not re.search("有关|相关|relevant", printed):
                    self._add(statement.owner, "coordinates_with", {"name": printed}, name, "partner.named")

    def _acts_for(self, statement: Statement, text: str, clause: Span) -> None:
        pattern = CHINESE_ASSIGNED if self.words.language == "zh" else ENGLISH_ASSIGNED
        for found in pattern.finditer(text, clause.start, clause.end):
            lead = CHINESE_LEAD.match(found["name"]) if self.words.language == "zh" else None
            start = found.start("name") + (lead.end() if lead else 0)
            for name in self._several(clause.line, text, start, found.end("name")):
                printed = self.document.printed(name)
                if (
                    len(printed) < 2
                    or re.search("其他|领导$|leaders$", printed)
                    or self._is_own(printed, statement.owner)
                ):
                    continue
                fact = {"name": printed}
                if GOVERNMENT.search(printed):
                    fact["kind"] = "government"
                self._add(statement.owner, "acts_for", fact, name, "partner.assigned")

    def _answers_to(self, statement: Statement, text: str, clause: Span) -> None:
        for found in CHINESE_CONSENT.finditer(text, clause.start, clause.end):
            form = self.words.words["form"][found["form"]]
            fact = {"name": found["name"], "kind": "leading_group", "form": form}
            self._add(statement.owner, "answers_to", fact, Span(clause.line, *found.span()), "partner.consent")

    def _oversees(self, statement: Statement, text: str, clause: Span) -> None:
        pattern = CHINESE_OVERSEES if self.words.language == "zh" else ENGLISH_OVERSEES
        for found in pattern.finditer(text, clause.start, clause.end):
            roles = [role for role, words in ROLES if words.search(found["verbs"])]
            name = found["name"].strip()
            if roles and not self._is_own(name, statement.owner):
                fact = {"name": name, "roles": roles}
                self._add(statement.owner, "oversees", fact, Span(clause.line, *found.span()), "partner.overseen")

    # --- facts

    def _several(self, line: int, text: str, start: int, end: int) -> list[Span]:
        begins, stops = [start], []
        for found in SEVERAL[self.words.language].finditer(text, start, end):
            stops.append(found.start())
            begins.append(found.end())
        spans = [trimmed(line, text, *pair, " ,") for pair in zip(begins, [*stops, end], strict=True)]
        return [span for span in spans if span]

    def _is_own(self, name: str, owner: Draft) -> bool:
        return self.owners.resolve(name, owner) is not None

    def _add(self, owner: Draft, key: str, fact: dict[str, Any], span: Span, rule: str) -> None:
        """Add a mention; the same body said again is one fact with one more proof."""
        quote = self.document.quote(span, rule)
        for known in owner.list_of(key):
            if known["name"].lower() == fact["name"].lower():
                known["at"] += [quote] if quote != known["at"][-1] else []
                return
        owner.add(key, {**fact, "at": [quote]})


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read every statement for other bodies."""
    Partners(document, words, reading).read()
