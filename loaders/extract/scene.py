"""What the outline of a document reads with: its state, fields of contacts, and lists of institutions."""

import re
from collections import Counter
from dataclasses import replace

from graph.proof import Span
from loaders.extract.bodies import VERB_IN_FRONT, find_bodies
from loaders.extract.building import Builder
from loaders.extract.counts import SORTS
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.institution_names import AFFILIATED, MANAGED, list_begin, names_at
from loaders.extract.lexicon import Lexicon
from loaders.extract.listings import names_in
from loaders.extract.names import Heading
from loaders.extract.numbering import number_at
from loaders.extract.owners import same_body
from loaders.extract.part import Part
from loaders.extract.position import BUREAU, Position
from loaders.extract.runs import list_starts
from loaders.extract.tables import heads_of_tables
from loaders.extract.text import Document, trimmed

# Lists of the units that have a budget of their own begin with the body without them.
ITSELF = re.compile(r"[\u4e00-\u9fff]{0,24}(?:本级|本部|局机关|委机关|厅机关)(?:\([^()]{1,9}\))?[;,。]?\s{0,9}")


# What stands between the names of a list.
LISTED, ENUMERATED = re.compile("[、,]"), re.compile("、")
PERSON = re.compile(
    r"\s{0,9}(?P<name>[^-—–\s]{2,30})\s?[-—–]{1,2}\s?[\u4e00-\u9fff·]{2,6}[\s—–-]{1,3}[正副一二三四五六七八九十\d][\u4e00-\u9fff]?级\s{0,9}"
)
# A sentence behind a numbered list of institutions is about something else.
SAID = re.compile(r"\s(?:(?:is|are) (?:mainly )?(?:responsible|in charge)|belongs?)\b", re.IGNORECASE)


def _just_named(unit: Draft) -> bool:
    """Whether nothing was told of a unit yet, but of the one before it."""
    before = unit.owner.units[-2:-1] if unit.owner else []
    return len(unit.lines) < 2 and any(len(one.lines) > 1 for one in before)


class Scene:
    """The state of reading: what was found so far, and where reading stands."""

    def __init__(self, document: Document, words: Lexicon, places: tuple[str, ...]) -> None:
        self.document = document
        self.words = words
        self.places = tuple(place for place in places if len(place) > 2 and not VERB_IN_FRONT.match(place))
        self.known = find_bodies(document, words, places)
        self.unit_starts, self.body_starts = list_starts(document, words, self.places)
        self.heads = heads_of_tables(document, words)
        self.line_counts = Counter(text.strip() for text in document.even)
        self._begin(loose=False)

    def _begin(self, loose: bool) -> None:
        self.loose = loose
        self.early_sections: list[str] = []
        """The kinds of sections that began before any body was named."""
        self.reading = Reading()
        self.here = Position()
        self.contacted: set[tuple[Draft, str]] = set()
        """Whose institutions or branches have fields of their own."""
        self.build = Builder(self.document, self.words, self.reading, self.here)

    def _numbered(self, line: int, text: str, start: int, end: int) -> Part:
        number = number_at(text, start, end)
        if number:
            printed = self.document.printed(Span(line, number.start, number.start + len(number.printed)))
            number = replace(number, printed=printed)
        return Part(line, text, start, number.end if number else start, end, number)

    def _ignore(self, span: Span | None, rule: str) -> None:
        if span:
            self.reading.ignored.append((span, rule))

    def _states(self, span: Span | None, owner: Draft, section: str, number: str | None = None) -> None:
        if span:
            self.reading.statements.append(Statement(span, owner, section, number))

    # --- fields of contacts

    def _field(self, part: Part) -> bool:
        found = self.words.fields.match(part.text, part.begin, part.end)
        if not found or self.here.body is None:
            return False
        kind = self.words.field(found[1])
        if kind == "head" and part.words.rstrip().endswith(("。", ".")):
            return False
        self._states(part.span, self._owner_of_field(kind), "contacts")
        return True

    def _owner_of_field(self, kind: str) -> Draft:
        """The unit named last or the body: behind a list of several that have no fields, it is the body."""
        assert self.here.body
        unit = self.here.unit
        if unit is None or unit.owner is None:
            return self.here.body
        alone = not any(one.kind == unit.kind and one is not unit for one in unit.owner.units)
        headed = kind == "head" and unit.kind in ("institution", "branch")
        if headed or alone or (unit.owner, unit.kind) in self.contacted or _just_named(unit):
            self.contacted.add((unit.owner, unit.kind))
            return unit
        self.here.enter("contacts", None)
        return self.here.body or unit

    def _placed(self, part: Part) -> bool:
        return self.words.language == "zh" and part.words.lstrip().startswith(self.places)

    # --- institutions and branches

    def _institutions(self, part: Part) -> bool:
        """Names of institutions: one per line, a list, or names in front of what is said of them."""
        if self.here.body is None or same_body(self.words, self.here.body.name, part.words.strip(" :。")):
            return False
        if ITSELF.fullmatch(part.words):
            self._ignore(part.span, "the body itself in a list of units")
            self.here.list_style = part.style
            return True
        if self._of_person(part):
            return True
        begin = list_begin(self.words, part.text, part.begin, part.end)
        if begin > part.begin:
            self._states(trimmed(part.line, part.text, part.begin, begin), self.here.body, "heading")
        names, stop = self._names(part, begin)
        if self._speaks_of_others(part, names, stop):
            return False
        affiliated = AFFILIATED.search(part.text, part.begin, begin)
        kind = "branch" if self.here.section == "branches" and not affiliated else "institution"
        if kind == "branch" and names and self._is_peer(part, names[-1], stop):
            self.here.enter("general", None)
            return False
        managed = self.here.managing or MANAGED.match(part.text, stop, part.end)
        found = [
            self.build.institution(
                heading, part, "bureau" if managed and BUREAU.search(part.sub(heading.name)) else kind
            )
            for heading in names
        ]
        for one in found:
            one.beside = found if len(found) > 1 else []
        blank = names and self.words.language == "zh" and part.text[stop : stop + 1] == " "
        if blank and self._institutions(part.behind(stop)):
            return True
        if names and self.words.language == "zh":
            for counted in SORTS.finditer(part.text, begin, stop):
                self._states(Span(part.line, *counted.span()), self.here.body, "heading")
        if names and part.text[stop : part.end].strip(" 。.;,:"):
            self._behind_institutions(part.behind(stop))
        return bool(names)

    def _names(self, part: Part, begin: int) -> tuple[list[Heading], int]:
        """The names that begin here, and where what is said of them does; those of a whole list where it is one."""
        names, stop = names_at(self.words, part.line, part.text, begin, part.end)
        behind_colon = part.text[:begin].rstrip().endswith(":")
        separator = LISTED if behind_colon else ENUMERATED
        if (
            self.words.language == "en"
            or (names and not behind_colon)
            or not separator.search(part.text, begin, part.end)
        ):
            return names, stop
        listed, halt = names_in(self.words, part.line, part.text, begin, part.end)
        whole = not part.text[halt : part.end].strip(" 。")
        more = len(listed) > max(len(names) or 2, 1)
        return (listed, halt) if more and (whole or not names) else (names, stop)

    def _of_person(self, part: Part) -> bool:
        """A Chinese heading that is repeated with who heads it and a grade: "体育总会-李四 三级"."""
        found = PERSON.fullmatch(part.text, part.begin, part.end) if self.words.language == "zh" else None
        unit = self.here.unit
        if found is None or unit is None or found["name"].strip() != unit.name:
            return False
        self._ignore(part.span, "who heads a unit, and a grade")
        return True

    def _is_peer(self, part: Part, heading: Heading, stop: int) -> bool:
        """Whether another bureau is told of below branches: "the city's bureau of X is responsible for …"."""
        bureau = BUREAU.search(part.sub(heading.name)) and not part.sub(heading.name).endswith("分局")
        return bool(self.words.language == "zh" and bureau and re.match("负责|主管|会同|承担", part.text[stop:]))

    def _speaks_of_others(self, part: Part, names: list[Heading], stop: int) -> bool:
        """Whether a sentence in a list begins with the body itself, or an English one tells of another without a number."""
        body = self.here.body
        english = self.words.language == "en"
        itself = (same_body(self.words, body.name, part.sub(one.name)) for one in names) if body else iter(())
        if names and (any(itself) if english else all(itself)):
            return True
        return bool(english and part.number is None and self.here.list_style and SAID.match(part.text, stop, part.end))

    def _behind_institutions(self, part: Part) -> None:
        """What is said of an institution; the next sentence may name the next one."""
        stop = re.search("[。;]", part.words)
        following = part.behind(part.begin + stop.end()) if stop else None
        if following and names_at(self.words, part.line, part.text, following.begin, following.end)[0]:
            self._text(part.behind(part.begin, following.begin))
            self._institutions(following)
        else:
            self._text(part)

    def _text(self, part: Part) -> None:
        """Text that is no heading."""
        raise NotImplementedError
