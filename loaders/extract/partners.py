"""Other bodies in what a unit does: with whom it coordinates, for whom it acts, to whom it answers, whom it watches."""

import re
from typing import Any, get_args

from graph.proof import Span
from graph.schema import OversightRole
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.overseeing import ROLES as OVERSEES
from loaders.extract.overseeing import overseen
from loaders.extract.owners import Reader
from loaders.extract.text import Document, trimmed

OVERSIGHT: tuple[str, ...] = get_args(OversightRole)
NOT_IN = ("contacts", "staffing", "announcement", "heading")

# --- in conjunction with

CHINESE_UNNAMED = r"(?:市|县|省|区)?(?:直)?(?:各)?(?:有关|相关)(?:职能|主管)?(?:部门|单位|方面)"
CHINESE_WITH = re.compile(rf"(?:会同|配合|协同|协调|协助|会商|商|联合|与)(?P<name>{CHINESE_UNNAMED})")
CHINESE_NAMED = re.compile(
    r"(?:会同|协同|联合)(?P<name>[\u4e00-\u9fff、]{1,40}?(?:局|委|委员会|厅|部|办|办公室|部门|机关|法院|检察院|工会|妇联|残联|银行))"
    r"(?=[\u4e00-\u9fff,。;:]|$)"
)
CHINESE_GOVERNMENT = re.compile(r"(?:协助|配合)(?P<name>[各省市县区乡镇]{0,2}(?:人民)?政府)(?!部门|采购|信息)")
ENGLISH_WITH = re.compile(
    r"(?:in (?:conjunction|cooperation|coordination|collaboration) with|together with|jointly with|coordinat\w+(?: with)?|assist\w*|cooperat\w+ with)"
    r" (?:the )?(?P<name>(?:other )?(?:relevant|related|competent) (?:\w+ )?(?:departments|units|parties|authorities|agencies)"
    r"(?: and (?:institutions|units))?)",
    re.IGNORECASE,
)
ENGLISH_NAMED = re.compile(
    r"(?:in (?:conjunction|cooperation|coordination) with|jointly (?:\w+ )?(?:by|with)) (?:the )?"
    r"(?P<name>(?:Municipal |County |Provincial |City )?(?:[A-Z][\w'-]* ){1,6}?(?:Bureau|Commission|Department|Committee|Office)"
    r"(?: of [A-Z][\w'-]*(?:,? (?:and )?[A-Z][\w'-]*){0,5})?)"
)

# "Cooperating with the health and price departments"; "solve disputes with trade unions and enterprises".
ENGLISH_CLASS = re.compile(
    r"\b(?:(?:in (?:conjunction|cooperation|coordination|collaboration)|cooperat\w+|together|jointly) with|"
    r"(?:solv|resolv|negotiat|consult)\w*\b[^.;]{0,120}? with) (?:the )?"
    r"(?P<name>(?!relevant|related|competent|other)(?:[a-z]+ (?:and )?){1,4}?(?:departments|unions(?: and enterprises)?))\b"
)
# "And other departments" behind named ones.
OTHERS = re.compile(r"(?:,| and|、|等) ?(?P<name>other (?:relevant )?departments|有关部门)")

# --- assigned by

ASSIGNS = r"(?:交办|委托|授权|赋予|指派|下达|批转)"
CHINESE_ASSIGNED = re.compile(
    rf"(?<![委授交赋])(?P<name>(?!其他)(?:(?!{ASSIGNS})[\u4e00-\u9fff、和]){{2,40}}?)"
    rf"(?=(?:及其办公室)?{ASSIGNS}(?:[、或和及]{ASSIGNS}){{0,2}}的?(?:[\u4e00-\u9fff]{{0,40}}?)(?:任务|工作|事项|案件|职责|事务))"
)
CHINESE_LEAD = re.compile(
    r".{0,40}(?:承办|完成|承担|办理|做好|负责|和|及|以及|处理|接受|落实|执行)(?=(?:国|中|省|州|市|县|区|党|局|委|厅|上级|领导|主管|自治))"
)
ENGLISH_ASSIGNED = re.compile(
    r"(?:assigned|entrusted|authorized|delegated|transferred) (?:to it |and \w+ed )?by (?:the )?(?P<name>[\w ,'-]{4,110}?)"
    r"(?=$|[.;:()]|,| (?:and (?!the|party|municipal|county|city|district|provincial)|to |in |on |for ))",
    re.IGNORECASE,
)
# Without a name, an institution's competent department is the body that it is under.
SUPERIOR = re.compile(
    r"(?:上级)?[\u4e00-\u9fff]{0,6}主管(?:部门|局|机关)|(?:its )?competent (?:department|bureau)", re.IGNORECASE
)
UNDER = re.compile(
    r"在(?P<by>[\u4e00-\u9fff]{2,16}?)的?(?P<how>(?:业务)?(?:指导|领导|监督|管理)(?:[和、](?:指导|领导|监督|管理)){0,2})下"
)
GOVERNMENT = re.compile(r"(?:人民)?政府$|government$", re.IGNORECASE)
BODY = re.compile(r"Bureau|Commission|Department|Committee|Office|departments|unions|enterprises")
SEVERAL = {"zh": re.compile("[、和及]"), "en": re.compile(r", and |, | and (?:the )?", re.IGNORECASE)}

# --- with the consent of

CHINESE_CONSENT = re.compile(r"经(?P<name>[^,。;]{2,24}?(?P<form>领导小组|委员会|联席会议|工作组))(?:批准|同意|授权)")


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
            fact: dict[str, Any] = {"name": found["name"].lower(), "unnamed": True}
            self._add(statement.owner, "coordinates_with", fact, Span(clause.line, *found.span()), "partner.unnamed")
        named = (CHINESE_NAMED, CHINESE_GOVERNMENT) if zh else (ENGLISH_NAMED, ENGLISH_CLASS)
        for found in (found for one in named for found in one.finditer(text, clause.start, clause.end)):
            for name in self._bodies(clause.line, text, *found.span("name")):
                printed = self.document.printed(name)
                if not re.search("有关|相关|relevant", printed):
                    fact = {"name": printed} | ({"kind": "government"} if GOVERNMENT.search(printed) else {})
                    self._add(statement.owner, "coordinates_with", fact, name, "partner.named")
            others = OTHERS.match(text, found.end(), clause.end)
            if others:
                fact = {"name": others["name"].lower(), "unnamed": True}
                self._add(
                    statement.owner, "coordinates_with", fact, Span(clause.line, *others.span()), "partner.unnamed"
                )

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
                superior = statement.owner.body.owner
                if superior and SUPERIOR.fullmatch(printed):
                    quote = self.document.quote(name, "partner.superior")
                    statement.owner.add("acts_for", {"id": superior.body, "status": "inferred", "at": [quote]})
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
        superior = statement.owner.body.owner
        for found in UNDER.finditer(text, clause.start, clause.end) if superior else ():
            roles = [role for role, words in OVERSEES if words.search(found["how"])]
            if superior and roles and SUPERIOR.fullmatch(found["by"]):
                quote = self.document.quote(Span(clause.line, *found.span()), "partner.superior")
                superior.body.add(
                    "oversees", {"id": statement.owner.body, "roles": roles, "status": "inferred", "at": [quote]}
                )
        for one in overseen(self.words.language, text, clause):
            name = self.document.printed(one.name)
            if self._is_own(name, statement.owner):
                continue
            fact = {"name": name, "roles": one.roles}
            known = self._add(statement.owner, "oversees", fact, one.name, "partner.overseen")
            known["roles"] = [role for role in OVERSIGHT if role in (*known["roles"], *one.roles)]

    # --- facts

    def _several(self, line: int, text: str, start: int, end: int) -> list[Span]:
        begins, stops = [start], []
        for found in SEVERAL[self.words.language].finditer(text, start, end):
            stops.append(found.start())
            begins.append(found.end())
        spans = [trimmed(line, text, *pair, " ,") for pair in zip(begins, [*stops, end], strict=True)]
        return [span for span in spans if span]

    def _bodies(self, line: int, text: str, start: int, end: int) -> list[Span]:
        """Several bodies, or one whose name holds "and"."""
        several = self._several(line, text, start, end)
        whole = trimmed(line, text, start, end, " ,")
        if self.words.language == "zh" or all(BODY.search(text[name.start : name.end]) for name in several):
            return several
        return [whole] if whole else []

    def _is_own(self, name: str, owner: Draft) -> bool:
        return self.owners.resolve(name, owner) is not None

    def _add(self, owner: Draft, key: str, fact: dict[str, Any], span: Span, rule: str) -> dict[str, Any]:
        """Add a mention; the same body said again is one fact with one more proof."""
        quote = self.document.quote(span, rule)
        for known in owner.list_of(key):
            if self._is_same(known, fact):
                known["at"] += [quote] if quote != known["at"][-1] else []
                return known
        return owner.add(key, {**fact, "at": [quote]})

    @staticmethod
    def _is_same(known: dict[str, Any], fact: dict[str, Any]) -> bool:
        """Whether a body is said again: in full, by the front of its name, or unnamed as before."""
        if "name" not in known:
            return False
        mine, name = known["name"].lower(), fact["name"].lower()
        return mine == name or mine.startswith(f"{name} of ") or bool(known.get("unnamed") and fact.get("unnamed"))


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read every statement for other bodies."""
    Partners(document, words, reading).read()
