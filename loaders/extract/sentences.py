"""Sentences that name second names and institutions, wherever they stand."""

import re

from graph.proof import Span
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.english_lists import announced_lists, subject_of
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import Heading, is_name, listed
from loaders.extract.numbering import number_at
from loaders.extract.owners import Reader, same_body
from loaders.extract.position import BUREAU
from loaders.extract.second_names import add_second_name, in_bracket, in_sentence
from loaders.extract.text import Document, trimmed

CHINESE_IS = re.compile(
    r"(?P<names>[^。;:]{4,600}?)(?:均为|均系|为|是|系)(?P<owner>[^,。;、]{0,24}?)(?P<how>派出的?|所属|直属|下属|管理(?![局委处厅办]|中心))的?(?P<kind>[^,。;]{0,14}?(?:事业单位|行政机构|机构|单位))"
)
CHINESE_MANAGED = re.compile(r"(?P<names>[^,。;:]{4,60}?)由(?P<owner>[^,。;、]{2,30}?)(?:归口)?管理(?=$|[,。;])")
CHINESE_NAMELY = re.compile(
    r"(?:分局|派出机构|事业单位|直属单位|管理所|监管所)[^。;]{0,14}?,?(?:即|分别为|分别是|包括|:)(?P<names>[^。;:]{4,200}?)(?=,机构|,均|,系|,为|。|;|$)"
)
CHINESE_ETC = re.compile(
    r"(?P<names>[^。;:]{4,200}?)等(?P<kind>直属|所属|派出)?(?:事业单位|单位|机构)的?(?:机构编制|设置|职责)"
)
CHINESE_PARTY_SET = re.compile(
    r"(?<!建)设(?:立|置)?(?P<names>[\u4e00-\u9fff、]{0,30}?(?:纪检监察组|机关党委|机关纪委|机关党总支|机关党支部)(?:[和、]机关[\u4e00-\u9fff]{2,4})*)(?=[,。;(]|$)"
)
CHINESE_UNDER = re.compile(
    r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{0,8}(?:局|委|厅|协|会|中心|院|馆|站|学校))?(?P<how>下设|内设|另设|下属|所属|派出[^,。;]{2,10}?个,分别(?:是|为)|派出|设)(?!(?:有|置|立|在|于))(?P<names>[^。;:]{4,200}?)"
    r"(?=,?均?为[^,。;]{0,16}?(?:事业单位|机构)|,|$)"
)
# What may stand behind and in front of the names in such a sentence.
ETC = re.compile(r"(?:等[^、,]{0,16})?,?$")
SET_UP = re.compile(r"[^、,]{0,30}(?:设置|设立)")
UNIT = re.compile(r"[科股室处部队]$")
PARTY = re.compile(r"党委$|纪委$|支部$")
CHINESE_SET = re.compile(r"政治部(?:下)?设(?P<names>[\u4e00-\u9fff、]{2,40})")
ENGLISH_IS = re.compile(
    r"(?P<names>[^.;:]{4,1500}?)(?: was (?:established|founded|set up) in [\d-]{4,7}, which)? (?:is|are) (?:a |an |the )?"
    r"(?:fully funded |partially funded )?(?:affiliated |subordinate |directly affiliated )?(?:public )?"
    r"(?:institutions?|units?|public welfare institutions?)"
    r"(?: (?:affiliated|subordinate|belonging)(?: to| of)?| under| of| directly under)?(?P<owner>[^.;:,]{0,100})",
    re.IGNORECASE,
)
ENGLISH_UNDER = re.compile(
    r"(?P<names>[^.;:]{4,900}?) (?:is|are) "
    r"(?:(?:the )?(?P<sent>dispatched|branch) (?:agenc\w+|institutions?|offices?) of|"
    r"(?:directly )?(?:affiliated|subordinate) to|institutions (?:subordinate to|under|affiliated to))"
    r" (?:the )?(?P<owner>[^.;:,]{3,100})",
    re.IGNORECASE,
)
ENGLISH_PARTY_SET = re.compile(
    r"(?:\bthere (?:is|are)(?: also)? (?:a |the )?(?P<there>[^.;:]{6,160}?)(?= on |,|$)|"
    r"(?P<names>(?:the )?[^.;:,]{6,160}?) (?:is|are) set up\b(?! (?:in|at|under)))",
    re.IGNORECASE,
)
ENGLISH_CALLED = re.compile(
    r"\binstitutions?(?: (?:under|affiliated to) (?:it|the \w+))?,? (?:which is called|called|named) (?P<names>[^.;:]{4,200})",
    re.IGNORECASE,
)
ENGLISH_NAMELY = re.compile(
    r"\b(?:(?:affiliated|subordinate) (?:public )?(?:units|institutions?)|institutions under (?:the|this) \w+)(?: include|:|, namely| are:?| is) "
    r"(?P<names>[^.;:]{4,600})",
    re.IGNORECASE,
)
ENGLISH_THERE = re.compile(r"\bunder (?:the|this) \w+ there (?:are|is) (?P<names>[^.;:]{4,600})", re.IGNORECASE)
ENGLISH_SETS_UP = re.compile(r"\bsets up (?P<names>(?:the )?[\w ,-]{4,160}? Branch(?:es)?)\b")
ENGLISH_MANAGED = re.compile(
    r"(?P<names>(?:the )?[^.;:,]{4,120}?) (?:is|are) (?:(?:an? |the )?[a-z ]{0,30})?managed by (?P<owner>[^.;:,]{3,120})",
    re.IGNORECASE,
)
ENGLISH_BRACKETED = re.compile(r"\b(?P<name>[A-Z][^.;:,()]{5,80}?)\s{0,3}\((?P<inner>[^()]{4,120})\)")
RETIRED = re.compile(r"^(?:office|bureau|division) of (?:the )?(?:retired|veteran) cadres$", re.IGNORECASE)
ENGLISH_BRANCHES = re.compile(
    r"\b(?:branches|dispatched offices|branch offices)\s*:\s*(?P<names>[^.;:]{4,300})", re.IGNORECASE
)


class Sentences(Reader):
    """Reads statements for second names and institutions."""

    def read(self) -> None:
        """Read every statement; institutions first, since second names may belong to them."""
        for statement in list(self.reading.statements):
            if statement.section not in ("contacts", "staffing", "duties", "leaders"):
                self._institutions(statement)
        for statement in self.reading.statements:
            if statement.section not in ("contacts", "staffing"):
                self._second_names(statement)

    # --- second names

    def _second_names(self, statement: Statement) -> None:
        span = statement.span
        text = self.document.even[span.line - 1]
        for clause in self.document.clauses(span):
            if self.words.language == "en" and statement.owner is statement.owner.body:
                self._behind_own_name(statement, text, clause)
            for second in in_sentence(self.words, span.line, text, clause.start, clause.end):
                owner = self._subject(statement.owner, text, clause, second.name)
                if owner and self._inside_bracket(text, clause.start, second.name.start):
                    continue
                if owner:
                    add_second_name(self.document, owner, second)

    def _behind_own_name(self, statement: Statement, text: str, clause: Span) -> None:
        """Second names in a bracket behind a short form of the body's own name, in a sentence."""
        body = statement.owner.body
        for found in ENGLISH_BRACKETED.finditer(text, clause.start, clause.end):
            content = trimmed(clause.line, text, *found.span("inner"))
            if content and same_body(self.words, body.name, found["name"]):
                for second in in_bracket(self.words, clause.line, text, content):
                    add_second_name(self.document, body, second)

    @staticmethod
    def _inside_bracket(text: str, start: int, position: int) -> bool:
        return text.count("(", start, position) > text.count(")", start, position)

    def _subject(self, owner: Draft, text: str, clause: Span, name: Span) -> Draft | None:
        """Whose second name it is: the unit named last in front of it in the clause, else the statement's own."""
        front = text[clause.start : name.start]
        named = [
            (start, len(unit.name), unit)
            for start, unit in self.owners.named_in(owner.body, front)
            if unit is not owner and (unit.kind in ("institution", "branch") or front.startswith(unit.name))
        ]
        last = max(named, key=lambda found: found[:2])[2] if named else owner
        if last.kind in ("institution", "branch") or owner.kind not in ("division", "party_unit"):
            return last
        return owner

    # --- institutions

    def _institutions(self, statement: Statement) -> None:
        span = statement.span
        text = self.document.even[span.line - 1]
        for clause in self.document.clauses(span):
            if self.words.matches("negative").search(text[clause.start : clause.end]) and not re.search(
                "加挂|挂", text[clause.start : clause.end]
            ):
                continue
            if self.words.language == "zh":
                self._chinese(statement, text, clause)
            else:
                self._english(statement, text, clause)

    def _chinese(self, statement: Statement, text: str, clause: Span) -> None:
        for found in filter(None, [CHINESE_IS.match(text, clause.start, clause.end)]):
            owner = self.owners.resolve(found["owner"].removesuffix("的"), statement.owner)
            if owner is not statement.owner.body:
                continue
            public = "事业" in found["kind"] or found["how"] != "管理"
            kind = (
                "branch"
                if "派出" in found["how"]
                else "institution"
                if public and "行政" not in found["kind"]
                else "bureau"
            )
            start, end = found.span("names")
            end = start + len(ETC.sub("", found["names"]))
            start = max(start, text.rfind(",", start, end) + 1)
            set_up = SET_UP.match(text, start, end)
            start = set_up.end() if set_up else start
            self._add(owner, clause.line, text, start, end, kind)
        managed = CHINESE_MANAGED.match(text, clause.start, clause.end)
        if managed and self.owners.resolve(managed["owner"], statement.owner) is statement.owner.body:
            kind = "bureau" if BUREAU.search(managed["names"]) else "institution"
            self._add(statement.owner.body, clause.line, text, *managed.span("names"), kind)
        for found in CHINESE_NAMELY.finditer(text, clause.start, clause.end):
            kind = (
                "branch"
                if re.search("分局|派出|管理所|监管所", text[found.start() : found.start("names")])
                else "institution"
            )
            self._add(statement.owner.body, clause.line, text, *found.span("names"), kind)
        for found in CHINESE_ETC.finditer(text, clause.start, clause.end):
            kind = "branch" if found["kind"] == "派出" else "institution"
            self._add(statement.owner.body, clause.line, text, *found.span("names"), kind)
        for found in CHINESE_PARTY_SET.finditer(text, clause.start, clause.end):
            self._add(statement.owner.body, clause.line, text, *found.span("names"), "party_unit")
        for found in CHINESE_UNDER.finditer(text, clause.start, clause.end):
            self._under(statement, text, clause, found)
        for found in CHINESE_SET.finditer(text, clause.start, clause.end):
            self._add(statement.owner.body, clause.line, text, *found.span("names"), "division")

    def _under(self, statement: Statement, text: str, clause: Span, found: re.Match[str]) -> None:
        """Bodies that are set up under the body, or units under an institution."""
        owner, names = statement.owner.body, found["names"]
        sent = found["how"].startswith("派出") or "派出" in text[found.end("names") : clause.end]
        kind = "branch" if sent or re.search(r"分局$|派出所$", names) else "institution"
        inner = found["how"] in ("内设", "另设") or owner.kind == "institution"
        if inner and all(UNIT.search(name) or PARTY.search(name) for name in re.split("[、和]", names)):
            kind = "division"
        self._add(owner, clause.line, text, *found.span("names"), kind)

    def _english(self, statement: Statement, text: str, clause: Span) -> None:
        for pattern, kind in ((ENGLISH_IS, "institution"), (ENGLISH_MANAGED, "bureau"), (ENGLISH_BRANCHES, "branch")):
            begin = number_at(text, clause.start, clause.end)
            found = (
                pattern.search(text, clause.start, clause.end)
                if kind == "branch"
                else pattern.match(text, begin.end if begin else clause.start, clause.end)
            )
            if found:
                owner = statement.owner.body
                if kind == "bureau" and self.owners.resolve(found["owner"], statement.owner) is not owner:
                    continue
                self._add(owner, clause.line, text, *found.span("names"), kind)

        self._lists(statement, text, clause)
        body = statement.owner.body
        under = ENGLISH_UNDER.match(text, clause.start, clause.end)
        if under and self.owners.resolve(under["owner"], statement.owner) is body:
            self._add(body, clause.line, text, *under.span("names"), "branch" if under["sent"] else "institution")
        for found in ENGLISH_SETS_UP.finditer(text, clause.start, clause.end):
            self._add(body, clause.line, text, *found.span("names"), "branch")
        for pattern in (ENGLISH_CALLED, ENGLISH_NAMELY, ENGLISH_THERE):
            for found in pattern.finditer(text, clause.start, clause.end):
                self._add(body, clause.line, text, *found.span("names"), "institution")
        for found in ENGLISH_PARTY_SET.finditer(text, clause.start, clause.end):
            self._party(body, clause.line, text, found.span("there") if found["there"] else found.span("names"))

    def _lists(self, statement: Statement, text: str, clause: Span) -> None:
        """The names of lists that a sentence about a body, or a bracket behind a unit, announces."""
        inner = statement.section == "bracket"
        if statement.owner.kind in ("division", "party_unit") and not inner:
            return
        for found in announced_lists(self.words, clause.line, text, clause.start, clause.end):
            owner = statement.owner if inner else subject_of(self.owners, text, statement, found.start)
            for heading in found.names:
                name = self.document.printed(heading.name)
                if name != owner.name and not any(unit.name.lower() == name.lower() for unit in owner.units):
                    party = found.kind == "division" and self.words.matches("party").search(name)
                    self._unit(owner, heading, name, "party_unit" if party else found.kind, clause.line, text)

    def _party(self, owner: Draft, line: int, text: str, span: tuple[int, int]) -> None:
        """Units of the Party and of retired cadres that a sentence says are there."""
        for heading in listed(self.words, line, text, *span):
            name = self.document.printed(heading.name)
            party = self.words.matches("party").search(name)
            if (party or RETIRED.search(name)) and not self.owners.has(owner, name):
                self._unit(owner, heading, name, "party_unit" if party else "division", line, text)

    def _add(self, owner: Draft, line: int, text: str, start: int, end: int, kind: str) -> None:
        for heading in listed(self.words, line, text, start, end):
            name = self.document.printed(heading.name)
            kinds = ("unit",) if kind in ("division", "party_unit") else ("body",)
            if name == owner.name or same_body(self.words, owner.name, name) or not is_name(self.words, name, *kinds):
                continue
            if re.match(r"\d|[一二三四五六七八九十]+个|(?:with|in|of|for|and) ", name) or self.owners.has(owner, name):
                continue
            party = kind == "division" and self.words.matches("party").search(name)
            self._unit(owner, heading, name, "party_unit" if party else kind, line, text)

    def _unit(self, owner: Draft, heading: Heading, name: str, kind: str, line: int, text: str) -> None:
        draft = Draft(kind, name, [self.document.quote(heading.name, f"institution.{kind}")], owner, lines=[line])
        owner.adopt(draft)
        for bracket in heading.brackets:
            for second in in_bracket(self.words, line, text, bracket):
                add_second_name(self.document, draft, second)


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read every statement for second names and institutions."""
    Sentences(document, words, reading).read()
