"""What became of responsibilities and bodies: received, given away, dropped, strengthened, founded."""

import re
from collections.abc import Iterator
from typing import Any

from graph.proof import Quote, Span
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.matters import functions_in
from loaders.extract.owners import Reader
from loaders.extract.text import Document, trimmed

KINDS = {
    "adjust_received": "transfer",
    "adjust_given": "transfer",
    "adjust_dropped": "drop",
    "adjust_strengthened": "strengthen",
}
CHINESE_BODY = r"[^,。;:、的将由]{1,18}?(?:委员会|办公室|部门|总局|局|委|厅|部|办|署|中心)"
CHINESE_TO = re.compile(
    rf"(?:划入|划给|划转(?:给|至|到)?|划归|移交(?:给)?|交由|交给|转给|转交)(?P<name>{CHINESE_BODY})(?=$|[,。;承管负的])"
)
CHINESE_FROM = re.compile(
    rf"(?:将|由|从)?(?:原)?(?P<name>{CHINESE_BODY})(?=承担|负责|的|有关|相关|[^,。;]{{1,40}}?(?:职责|职能|工作)[^,。;]{{0,12}}划入)"
)
ENGLISH_BODY = (
    r"(?:former )?(?:[A-Z][\w'-]*,? (?:and )?){0,9}?(?:Bureau|Commission|Department|Committee|Office|Administration)"
    r"(?: of (?:[A-Z][\w'-]*)(?:,? (?:and )?[A-Z][\w'-]*){0,6})?"
)
ENGLISH_TO = re.compile(
    rf"\b(?:(?i:assign(?:ed)?|transferred|transfer|handed|hand|given|delegated?)\b[^.;]{{0,200}}? )?to (?:the )?"
    rf"(?P<name>{ENGLISH_BODY}|[a-z ]{{4,40}}?(?:organizations|institutions|associations))"
)
ENGLISH_FROM = re.compile(rf"(?:[Tt]he )?(?P<name>{ENGLISH_BODY})")
FOUNDED = (
    re.compile(r"\b(?:was |were )?(?:established|founded|set up) in (?:[A-Z][a-z]+ )?(?P<year>(?:19|20)\d\d)\b"),
    re.compile(r"(?:成立|组建|始建|创建)于(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?"),
    re.compile(r"(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?(?:正式|批准|经批准)?(?:成立|组建|挂牌成立)"),
)
# "After 2010, the Personnel Bureau and the Labour Bureau were merged into": translators part the numbers of a year.
MERGED = (
    re.compile(
        rf"(?P<when>[Aa]fter|[Bb]efore|[Ii]n|[Ss]ince) (?P<year>(?:19|20) ?\d\d),? (?:the )?(?P<before>{ENGLISH_BODY}(?:, | and )(?:the )?{ENGLISH_BODY}) "
        rf"(?:were |was )?(?:merged|integrated|combined) into (?:the )?(?P<after>{ENGLISH_BODY})"
    ),
    re.compile(
        r"(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{1,2})月)?(?P<when>后|起)?,?(?:由|将|原)?(?P<before>[\u4e00-\u9fff、]{3,60}?)"
        r"(?:合并|整合)(?:组建|成立|为|更名为|而成)(?:了)?(?P<after>[\u4e00-\u9fff]{2,24}?(?:局|委|委员会|厅|中心|部|办公室))"
    ),
)
SEVERAL = re.compile(
    r"[、和与]|, and (?:the )?|, (?:the )?| and (?:the )?(?=(?:former )?(?:[A-Z]\w* ){0,4}(?:Bureau|Commission|Department|Committee|Office))"
)
RELATIONS = {"after": "after", "since": "after", "before": "before", "后": "after", "起": "after"}

WORDS = (
    (
        "adjust_given",
        re.compile(r"划出|划给|划转|移交|下放|交由|transferred (?:out )?to|handed over|delegated", re.IGNORECASE),
    ),
    (
        "adjust_received",
        re.compile(r"划入|划归|整合|transferred (?:in|from)|integrated into|incorporated", re.IGNORECASE),
    ),
    ("adjust_dropped", re.compile(r"取消|不再承担|cancel", re.IGNORECASE)),
    ("adjust_strengthened", re.compile(r"加强|强化|strengthen", re.IGNORECASE)),
)


class Changes(Reader):
    """Reads the statements of one reading for changes."""

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.merged: list[dict[str, Any]] = []

    def read(self) -> None:
        """Read every statement: those of adjustments by their section and meaning, all others for foundings."""
        for statement in self.reading.statements:
            text = self.document.even[statement.span.line - 1]
            for clause in self.document.clauses(statement.span):
                section = self._section(statement, text, clause)
                if section in KINDS:
                    self._adjusted(statement, section, text, clause)
                elif statement.section not in ("contacts", "staffing"):
                    self._founded(statement, text, clause)
                    self._merged(statement, text, clause)

    def _section(self, statement: Statement, text: str, clause: Span) -> str:
        """The kind of adjustment; where the section is about all of them, by the words of the clause."""
        if statement.section != "adjust":
            return statement.section
        found = [
            (hit.start(), kind) for kind, pattern in WORDS if (hit := pattern.search(text, clause.start, clause.end))
        ]
        return min(found)[1] if found else statement.section

    def _adjusted(self, statement: Statement, section: str, text: str, clause: Span) -> None:
        """One change: the section says which kind, the words may say that it went the other way."""
        owner = statement.owner.body
        rule = section.replace("_", "-").replace("adjust", "change")
        quote = self.document.quote(clause, rule)
        change: dict[str, Any] = {"kind": KINDS[section], "at": [quote]}
        change["functions"] = self._functions(text, clause)
        itself = [{"id": owner, "at": [quote]}]
        to = [name for name in self._named(text, clause, self._to) if not self._is_self(text, name, owner)]
        if change["kind"] == "drop":
            change["before"] = itself
        elif change["kind"] == "strengthen":
            change["after"] = itself
        elif to or section == "adjust_given":
            change["before"], change["after"] = itself, self._mentions(to, rule)
        else:
            others = [name for name in self._named(text, clause, self._from) if not self._is_self(text, name, owner)]
            change["before"], change["after"] = self._mentions(others, rule), itself
        owner.add("changes", change)

    def _functions(self, text: str, clause: Span) -> list[str]:
        """The functions that the clause names, apart from those in the names of bodies."""
        said = text[clause.start : clause.end]
        for name in [*self._named(text, clause, self._to), *self._named(text, clause, self._from)]:
            said = said.replace(text[name.start : name.end], " , ")
        return functions_in(self.words, said, 0, len(said))

    @property
    def _to(self) -> re.Pattern[str]:
        return CHINESE_TO if self.words.language == "zh" else ENGLISH_TO

    @property
    def _from(self) -> re.Pattern[str]:
        return CHINESE_FROM if self.words.language == "zh" else ENGLISH_FROM

    def _named(self, text: str, clause: Span, pattern: re.Pattern[str]) -> Iterator[Span]:
        for found in pattern.finditer(text, clause.start, clause.end):
            name = trimmed(clause.line, text, *found.span("name"), " ,")
            if name:
                yield name

    def _is_self(self, text: str, name: Span, owner: Draft) -> bool:
        return self.owners.resolve(text[name.start : name.end], owner) is not None

    def _mentions(self, names: list[Span], rule: str) -> list[dict[str, Any]]:
        return [{"name": self.document.printed(name), "at": [self.document.quote(name, rule)]} for name in names]

    def _founded(self, statement: Statement, text: str, clause: Span) -> None:
        owner = statement.owner if statement.owner.kind in ("institution", "branch", "bureau") else statement.owner.body
        for pattern in FOUNDED:
            found = pattern.search(text, clause.start, clause.end)
            if found is None:
                continue
            quote = self.document.quote(Span(clause.line, *found.span()), "change.found")
            month = found.groupdict().get("month")
            date = found["year"] + (f"-{int(month):02}" if month else "")
            after = [{"id": owner, "at": [quote]}]
            owner.add("changes", {"kind": "found", "date": date, "date_relation": "at", "after": after, "at": [quote]})
            return

    def _merged(self, statement: Statement, text: str, clause: Span) -> None:
        """Bodies that became one; what is said again is one change with one more proof."""
        for pattern in MERGED:
            found = pattern.search(text, clause.start, clause.end)
            if found is None:
                continue
            before = list(self._several(clause.line, text, *found.span("before")))
            after = trimmed(clause.line, text, *found.span("after"))
            quote = self.document.quote(Span(clause.line, *found.span()), "change.merge")
            if len(before) < 2 or after is None or self._said_again(quote, before, after):
                continue
            month = found.groupdict().get("month")
            change: dict[str, Any] = {"kind": "merge", "at": [quote]}
            change["date"] = found["year"].replace(" ", "") + (f"-{int(month):02}" if month else "")
            change["date_relation"] = RELATIONS.get((found["when"] or "").lower(), "at")
            change["before"] = self._mentions(before, "change.merge")
            change["after"] = self._mentions([after], "change.merge")
            self.merged.append(statement.owner.body.add("changes", change))

    def _said_again(self, quote: Quote, before: list[Span], after: Span) -> bool:
        names = [self.document.printed(name) for name in (*before, after)]
        for change in self.merged:
            ends = [*change["before"], *change["after"]]
            if [end["name"] for end in ends] == names:
                change["at"].append(quote)
                for end, name in zip(ends, (*before, after), strict=True):
                    end["at"].append(self.document.quote(name, "change.merge"))
                return True
        return False

    def _several(self, line: int, text: str, start: int, end: int) -> Iterator[Span]:
        begin = start
        for stop in [*SEVERAL.finditer(text, start, end), None]:
            name = trimmed(line, text, begin, stop.start() if stop else end, " ,")
            if name:
                yield name
            begin = stop.end() if stop else end


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read every statement for changes."""
    Changes(document, words, reading).read()
