"""The outline of a document: which line is a heading, a unit, a list, a text about a unit, or no part of it."""

import re
from dataclasses import dataclass, field, replace

from graph.proof import Span
from loaders.extract.bodies import Body, body_heading, find_bodies
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import Heading, heading_at, is_name, listed
from loaders.extract.numbering import Number, inner_starts, number_at
from loaders.extract.owners import same_body
from loaders.extract.second_names import in_bracket, in_sentence
from loaders.extract.sections import (
    CHINESE_RESPONSIBILITIES,
    RESPONSIBILITIES_OF,
    Section,
    kinds_in,
    opener,
    section_at,
)
from loaders.extract.text import Document, clauses, trimmed

VERB_FIRST = {
    "zh": re.compile(r"(?:负责|承担|拟订|组织|贯彻|制定|起草|完成|协助|会同|指导|落实|开展|受理|承办|参与|推进|协调)"),
    "en": re.compile(
        r"(?:to|responsible|be|is|are|(?:undertak|organi[sz]|formulat|guid|supervis|manag|coordinat|prepar|promot|improv|approv|handl|"
        r"investigat|analy[sz])(?:e|es|ing)|draft(?:s|ing)?|implement(?:s|ing)?|assist(?:s|ing)?|draw|make|in conjunction|according|"
        r"complete|auditing the|audit the|collect (?!a)|review|ensure|support|publish|plan|cultivate|establish|it|there|we|the following)\b",
        re.IGNORECASE,
    ),
}
SIGNS = re.compile(r"[;；]|\d{5,}")
LIST_KINDS = ("institutions", "branches")
LIST_BEGINS = re.compile(r":(?=.)|, (?:including|namely) |,?(?:分别为|即|包括)(?=.)")


@dataclass
class Outline:
    """Reads a document line by line; what it finds is in `reading`."""

    document: Document
    words: Lexicon
    places: tuple[str, ...]
    reading: Reading = field(default_factory=Reading)
    section: str = "general"
    style: str | None = None
    body: Draft | None = None
    unit: Draft | None = None
    list_style: str | None = None
    body_style: str | None = None
    units_before: int = 0
    awaited: bool = False
    style_of_list: str | None = None
    stray: Number | None = None
    last: dict[str, int | None] = field(default_factory=dict)
    known: list[Body] = field(default_factory=list)

    def read(self) -> Reading:
        """Read every line; the bodies, units and statements in the order of the document."""
        self.known = find_bodies(self.document, self.words, self.places)
        for index, text in enumerate(self.document.even):
            self._line(index + 1, text)
        return self.reading

    # --- lines and segments

    def _line(self, line: int, text: str) -> None:
        if not re.search(r"\w", text):
            return
        cuts = [0, *inner_starts(text, 0, len(text), self.last), len(text)]
        for start, end in zip(cuts, cuts[1:], strict=False):
            if text[start:end].strip():
                self._segment(line, text, start, end)

    def _segment(self, line: int, text: str, start: int, end: int) -> None:
        number = number_at(text, start, end)
        if number and number.style == "dotted" and self.words.language == "zh" and re.match(r"\s*\d+ ", text[start:end]):
            number = None
        begin = number.end if number else start
        if self._body(line, text, begin, end, number):
            return
        if number and number.style == "article":
            self._enter("general", number.style)
        section = section_at(self.words, line, text, begin, end, bool(number))
        if section and not self._is_label(section, number, end):
            self._section(section, number, line, text, end)
            return
        if self._field(line, text, begin, end):
            return
        if self.body and self._unit(line, text, begin, end, number):
            return
        if self._noise(line, text, start, end):
            return
        self._text(line, text, begin, end, number)

    def _noise(self, line: int, text: str, start: int, end: int) -> bool:
        part = text[start:end]
        if "。" in part and not self.words.matches("noise_always").search(part):
            return False
        if not self.words.matches("noise").search(part):
            return False
        self._ignore(line, text, start, end, "surroundings of the page")
        return True

    def _ignore(self, line: int, text: str, start: int, end: int, rule: str) -> None:
        span = trimmed(line, text, start, end)
        if span:
            self.reading.ignored.append((span, rule))

    # --- bodies

    def _body(self, line: int, text: str, begin: int, end: int, number: Number | None) -> bool:
        """A heading or first sentence that begins with a body's name; True where nothing else is in it."""
        found = body_heading(self.words, self.known, line, text, begin, end)
        if found is None:
            return False
        body, span, rest = found
        again = next((draft for draft in self.reading.bodies if draft.name == body.name), None)
        if self._back_in_list(again, text[rest:end], number):
            return False
        if again is None:
            if self.reading.bodies and not self._next_body(text[rest:end], number):
                return False
            again = self._new_body(body, span, line, text, number)
        elif number and not again.number and not text[rest:end].strip(" 。.:").endswith(("。", ".")) and "简介" in text[rest:end]:
            # The document's title came first; this is the heading of the body itself.
            again.at, again.number, again.lines = [self.document.quote(span, "body.heading")], number.printed, [line]
            self.body_style = number.style
        self.body, self.unit = again, None
        return self._title(line, text, span, rest, end, number)

    def _back_in_list(self, again: Draft | None, behind: str, number: Number | None) -> bool:
        """Whether a name alone in its line is the next institution of the list in which the current body stands."""
        if again or number or behind.strip() or self.body is None or self.body.owner is None:
            return False
        self.body, self.unit, self.section = self.body.owner, None, "institutions"
        return True

    def _next_body(self, behind: str, number: Number | None) -> bool:
        """Whether a name begins the next body: alone in its line, in a list of institutions numbered as the one before."""
        if behind.strip(" 。.:"):
            return False
        if self.section not in LIST_KINDS:
            return True
        if number is None:
            return False
        return self.body_style == number.style or (number.value or 0) > 1 and self.list_style != number.style

    def _new_body(self, body: Body, span: Span, line: int, text: str, number: Number | None) -> Draft:
        draft = Draft(body.kind, body.name, [self.document.quote(span, "body.heading")], lines=[line])
        draft.number = number.printed if number else None
        self.reading.bodies.append(draft)
        self.list_style, self.body_style = None, number.style if number else None
        self._enter("general", number.style if number else None)
        return draft

    def _title(self, line: int, text: str, span: Span, rest: int, end: int, number: Number | None) -> bool:
        """What stands behind a body's name: brackets, the subject of a title, or a sentence."""
        assert self.body
        after = rest
        bracket = re.compile(r"\s*\(([^()]{1,90})\)").match(text, rest, end)
        if bracket:
            inner = trimmed(line, text, bracket.start(1), bracket.end(1))
            if inner:
                self._bracket(self.body, line, text, inner)
            after = bracket.end()
        behind = text[after:end].strip(" 。.:")
        if not behind:
            return True
        sentence = re.search(r"[。;]", behind) or opener(self.words, text, after, end) or len(behind) > 60 or re.match(
            r"[,，]|(?:是|为|于|由|设|对|的?主要职责[:是])|\s*(?:is|was|works|belongs|hangs?|has|are|sets?|set)\b", behind
        )
        if sentence:
            self._text(line, text, span.start, end, None)
            return True
        kinds = kinds_in(self.words, behind)
        major = [kind for kind in kinds if kind in ("duties", "divisions", "institutions")]
        several = len(major) > 1 or "staffing" in kinds
        self._enter("general" if several or not major else major[0], number.style if number else None)
        return True

    # --- sections

    def _is_label(self, section: Section, number: Number | None, end: int) -> bool:
        inside = self.section in ("divisions", "institutions", "branches")
        return inside and not number and section.kind == "duties" and section.rest < end

    def _section(self, section: Section, number: Number | None, line: int, text: str, end: int) -> None:
        unit = self._unit_by_duties(line, text, section, number)
        if unit:
            if section.rest < end:
                self._text(line, text, section.rest, end, None)
            return
        style = number.style if number else None
        if section.kind in ("duties", "divisions", "staffing", "contacts") and self.section in LIST_KINDS + ("inside",):
            self._enter_inside(section.kind, style)
        else:
            self._enter(section.kind, style)
        self._counted(section.span, text)
        if section.rest < end and text[section.rest : end].strip():
            self._content(line, text, section.rest, end)
        self.reading.ignored.append((section.span, "heading of a section"))

    def _counted(self, span: Span, text: str) -> None:
        if self.body and re.search(r"\d|[一二三四五六七八九十]个", text[span.start : span.end]):
            self.reading.statements.append(Statement(span, self.unit or self.body, "heading"))

    def _enter(self, kind: str, style: str | None) -> None:
        self.awaited, self.stray = False, None
        if kind in LIST_KINDS or kind == "divisions":
            self.list_style = None
            self.units_before = len(self.body.units) if self.body else 0
        self.section, self.style = kind, style or self.style
        self.unit = None
        if self.body and self.body.owner and style == self.style_of_list:
            self.body = self.body.owner

    def _enter_inside(self, kind: str, style: str | None) -> None:
        """A section of an institution that stands in a list of institutions."""
        if self.unit and self.unit.kind == "institution" and style and style != self.style:
            self.body, self.unit, self.style_of_list = self.unit, None, self.style
            self.section = kind
            return
        self._enter(kind, style)

    def _unit_by_duties(self, line: int, text: str, section: Section, number: Number | None) -> Draft | None:
        """ "Responsibilities of the X" and "X职责" are the heading of X where X is a unit."""
        if section.kind != "duties" or self.body is None:
            return None
        start, end = section.span.start, section.span.end
        if self.words.language == "en":
            found = RESPONSIBILITIES_OF.match(text, start, end)
            span = trimmed(line, text, found.end(), end) if found else None
        else:
            tail = CHINESE_RESPONSIBILITIES.search(text, start, end)
            span = trimmed(line, text, start, tail.start()) if tail else None
        if span is None or not is_name(self.words, text[span.start : span.end], "unit") or self._is_body(text, span):
            return None
        self.section = "divisions"
        return self._add_unit(Heading(span, (), span.end), line, text, number)

    def _is_body(self, text: str, span: Span) -> bool:
        name = text[span.start : span.end]
        if name in ("中心", "机关", "单位", "部门", "本部门", "局", "局机关", "本局", "office"):
            return True
        return any(same_body(self.words, body.name, name) for body in self.known)

    def _content(self, line: int, text: str, start: int, end: int) -> None:
        """What stands behind a heading in its own line."""
        if self.section in LIST_KINDS:
            self._institutions(line, text, start, end, None)
        elif self.section == "divisions" and self._unit_list(line, text, start, end):
            return
        else:
            number = number_at(text, start, end)
            begin = number.end if number else start
            if not (self.body and self._unit(line, text, begin, end, number)):
                self._text(line, text, begin, end, number)

    # --- fields of contacts

    def _field(self, line: int, text: str, begin: int, end: int) -> bool:
        found = self.words.fields.match(text, begin, end)
        owner = self.unit if self.unit and self.unit.kind == "institution" else self.body
        if not found or owner is None:
            return False
        if self.words.field(found[1]) == "head" and text[begin:end].rstrip().endswith(("。", ".")):
            return False
        span = trimmed(line, text, begin, end)
        assert span
        self.reading.statements.append(Statement(span, owner, "contacts"))
        return True

    # --- units

    def _unit(self, line: int, text: str, begin: int, end: int, number: Number | None) -> bool:
        if self.section in LIST_KINDS:
            return self._institutions(line, text, begin, end, number)
        if self.section in ("leaders", "contacts", "staffing", "groups", "other") and not self._is_party(line, text, begin, end):
            return False
        colon = text.find(":", begin, end)
        if opener(self.words, text, begin, colon + 1 if colon >= 0 else end) == "divisions":
            return False
        if self.awaited and not number and self._unit_list(line, text, begin, end):
            return True
        heading = heading_at(self.words, line, text, begin, end)
        if heading is None:
            return self._unnamed(line, text, begin, end, number)
        if not self._is_unit(heading, text, begin, end, number):
            return self._unnamed(line, text, begin, end, number)
        if self.section not in ("divisions", "party"):
            self._enter("divisions", self.style)
        self._add_unit(heading, line, text, number)
        self._after_unit(heading, line, text, end)
        return True

    def _after_unit(self, heading: Heading, line: int, text: str, end: int) -> None:
        rest = heading.end
        while rest < end and text[rest] in " :。.,":
            rest += 1
        comma = text.find(",", heading.name.start, end)
        if comma >= 0 and self.unit and self.unit.kind == "party_unit" and self._is_party(line, text, comma + 1, end):
            self._text(line, text, rest, comma, None)
            self._unit(line, text, comma + 1, end, None)
        elif text[rest:end].strip():
            self._text(line, text, rest, end, None)

    def _is_unit(self, heading: Heading, text: str, begin: int, end: int, number: Number | None) -> bool:
        """Whether a heading names a unit here: by its last word, its number, and what stands around it."""
        name = text[heading.name.start : heading.name.end]
        after = text[heading.end : end].lstrip(" ")
        if self._is_party(heading.name.line, text, begin, end) and (not after or after[0] in "。:.,按(" or re.match("按|依|is |are |shall ", after)):
            return True
        if self.words.language == "zh":
            return self._is_chinese_unit(name, heading, text, after, number)
        return self._is_english_unit(name, heading, text, after, number, begin)

    def _is_chinese_unit(self, name: str, heading: Heading, text: str, after: str, number: Number | None) -> bool:
        if self._starts_section_anew(number):
            return False
        closed = not after or after[0] in "。:" or text[heading.end : heading.end + 1] == " " or bool(heading.brackets)
        if name.startswith(("联系", "地址", "局长", "主任")) or len(name) > 30 and not number:
            return False
        suffixed = self.words.ends(name, "unit")
        if self.section == "divisions":
            if number:
                return (closed or after[:1] == "," and suffixed) and (suffixed or len(name) <= 20 and not VERB_FIRST["zh"].match(name))
            whole = not after or after[0] in "。:" or bool(heading.brackets) and not after
            return suffixed and whole and not (VERB_FIRST["zh"].match(name) and after[:1] == "。" and len(name) > 12)
        if self.section in ("general",) and suffixed and closed and len(name) < 20:
            return name in ("办公室", "综合科", "综合处", "综合股", "秘书科", "秘书处") or bool(number and heading.brackets)
        return False

    def _starts_section_anew(self, number: Number | None) -> bool:
        """Whether the number continues the sections rather than the list of units."""
        return bool(
            number and self.list_style and not self._same_family(number) and number.style == self.style
        )

    def _is_english_unit(
        self, name: str, heading: Heading, text: str, after: str, number: Number | None, begin: int
    ) -> bool:
        if self._starts_section_anew(number) or VERB_FIRST["en"].match(name) or len(name.split()) > 13:
            return False
        if number and begin > len(text) - len(text.lstrip()) + 24 and not is_name(self.words, name, "unit"):
            # A number glued behind a sentence belongs to the next line that has none.
            self.stray = number
            return False
        closed = not after or after[0] in ".:" or bool(heading.brackets)
        named = is_name(self.words, name, "unit")
        if self.section == "divisions":
            in_list = bool(number) and (self.list_style in (None, number.style) or self._same_family(number))
            if number and in_list:
                return closed and (named or len(name.split()) <= 8)
            if number and named and closed:
                return len(name.split()) <= 10
            return named and closed and len(name.split()) <= 11 and (self.list_style is None or not after or self._trailing(name))
        if self.section == "general" and not after and named:
            return name.lower() in ("office", "general office") or bool(number)
        return False

    def _same_family(self, number: Number) -> bool:
        """Whether a number is of the style of the list; translators print one style in several shapes."""
        families = {"step": "dotted", "bracketed-chinese": "bracketed"}
        mine = self.list_style or ""
        return families.get(number.style, number.style) == families.get(mine, mine)

    def _trailing(self, name: str) -> bool:
        return bool(self.words.matches("trailing").search(name))

    def _is_party(self, line: int, text: str, begin: int, end: int) -> bool:
        heading = heading_at(self.words, line, text, begin, end)
        if heading is None:
            return False
        name = text[heading.name.start : heading.name.end]
        if self.words.language == "zh":
            found = re.match(r"(?:局|委|厅)?(?:直属)?机关(?:党委|党总支|党支部|纪委|党组织|党的?委员会)|(?:机关)?纪检监察(?:机构|室|组)", name)
            end_fits = bool(found and (found.end() == len(name) or name[found.end() :].startswith(("按", "依", "的设置"))))
            return end_fits or len(name) < 26 and name.endswith(("纪检监察组", "纪检组", "机关党委", "机关纪委", "机关党总支"))
        if "," in name or len(name.split()) > 9 or VERB_FIRST["en"].match(name) or re.match("office of", name, re.IGNORECASE):
            return False
        return bool(self.words.matches("party").search(name))

    def _unnamed(self, line: int, text: str, begin: int, end: int, number: Number | None) -> bool:
        """An item of the list of units that has a number and no name."""
        if self.section != "divisions" or number is None or not VERB_FIRST[self.words.language].match(text, begin, end):
            return False
        if number.style not in ("bracketed", "bracketed-chinese") or self.list_style not in (None, number.style):
            return False
        if self.unit or (self.list_style is None and number.value not in (None, 1)):
            return False
        printed = text[: number.end].strip()
        span = trimmed(line, text, 0, number.end)
        if span is None or self.body is None:
            return False
        draft = self._child("division", f"{printed} unnamed", span, line, number, self.body)
        draft.unnamed, draft.printed = True, printed
        self._text(line, text, begin, end, None)
        return True

    def _add_unit(self, heading: Heading, line: int, text: str, number: Number | None) -> Draft:
        assert self.body
        start, end = heading.name.start, heading.name.end
        found = re.compile(r"(?:按照|按|依照|的设置|are set|is set|shall be)").search(text, start, end)
        if found and found.start() > start:
            end = found.start()
        span = trimmed(line, text, start, end) or heading.name
        name = self.document.printed(span)
        if heading.tail:
            name = f"{name} {self.document.printed(heading.tail)}"
        party = self.words.matches("party").search(text, span.start, span.end) and not re.search("人事|Personnel", name)
        if number and number.value == 1 and not number.style.startswith("article"):
            self._withdraw_headings()
        number, self.stray, self.awaited = number or self.stray, None, False
        draft = self._child("party_unit" if party else "division", name, span, line, number, self.body)
        draft.at.extend(self.document.quote(tail, "unit.name") for tail in (heading.tail,) if tail)
        self.list_style = number.style if number else self.list_style
        for bracket in heading.brackets:
            self._bracket(draft, line, text, bracket)
        return draft

    def _child(self, kind: str, name: str, span: Span, line: int, number: Number | None, owner: Draft) -> Draft:
        draft = Draft(kind, name, [self.document.quote(span, f"unit.{self.section}")], owner, lines=[line])
        if number:
            draft.number = number.printed
            self.last[number.style] = number.value
        owner.units.append(draft)
        self.unit = draft
        return draft

    def _bracket(self, owner: Draft, line: int, text: str, content: Span) -> None:
        for second in in_bracket(self.words, line, text, content):
            add_second_name(self.document, owner, second.kind, second.name, second.rule, second.wording)
        self.reading.ignored.append((content, "bracket behind a name"))

    def _unit_list(self, line: int, text: str, start: int, end: int) -> bool:
        """Several units named in one line: all of them end as units do."""
        if not re.search("[、,]", text[start:end]) or re.search(r"\b(?:is|are)\b", text[start:end]):
            return False
        headings = listed(self.words, line, text, start, end)
        names = [text[heading.name.start : heading.name.end] for heading in headings]
        if len(names) < 2 or not all(is_name(self.words, name, "unit", "body") for name in names):
            return False
        for heading in headings:
            self._add_unit(heading, line, text, None)
        self.unit = None
        return True

    # --- institutions and branches

    def _institutions(self, line: int, text: str, begin: int, end: int, number: Number | None) -> bool:
        """Names of institutions: one per line, a list, or names in front of what is said of them."""
        if self.body is None:
            return False
        colon = text.find(":", begin, end)
        if 0 <= colon < end - 1 and kinds_in(self.words, text[begin:colon]) and not re.search(r"\(", text[begin:colon]):
            span = trimmed(line, text, begin, colon)
            assert span
            self.reading.statements.append(Statement(span, self.body, "heading"))
            begin = colon + 1
        stop = self._names_end(text, begin, end)
        headings = listed(self.words, line, text, begin, stop)
        good = [one for one in headings if self._is_institution(text[one.name.start : one.name.end])]
        if not good or len(good) < len(headings):
            return False
        said = re.split("[;。]", text[stop:end])[0]
        if self.words.matches("negative").search(said) and not re.search("加挂|挂", said) or re.search("划归", said):
            return False
        kind = "branch" if self.section == "branches" else "institution"
        for heading in good:
            self.add_institution(heading, line, text, kind, number)
        if text[stop:end].strip(" 。.;,:"):
            self._text(line, text, stop, end, None)
        return True

    def _names_end(self, text: str, begin: int, end: int) -> int:
        """Where a list of names ends and what is said of them begins."""
        if self.words.language == "zh":
            found = re.compile(
                r"等(?=事业|单位|机构|\d|[一二三四五六七八九十]|。|$)|均?为|均?由|是|系|划归|,|。|:|\s{2}|负责|承担|的(?=机构编制|设置)"
            )
        else:
            found = re.compile(r"\s(?:is|are|was|were|also|belongs?|shall|has|have|under the)\b|:|\.(?=\s|$)|;")
        for hit in found.finditer(text, begin, end):
            if text.count("(", begin, hit.start()) == text.count(")", begin, hit.start()):
                return hit.start()
        return end

    def _is_institution(self, name: str) -> bool:
        if self.words.matches("noise").search(name):
            return False
        if self.words.language == "zh":
            return len(name) >= 4 and self.words.ends(name, "body") and not VERB_FIRST["zh"].match(name)
        return len(name.split()) <= 16 and is_name(self.words, name, "body") and not VERB_FIRST["en"].match(name)

    def add_institution(self, heading: Heading, line: int, text: str, kind: str, number: Number | None) -> Draft:
        """Add an institution or branch under the current body."""
        assert self.body
        owner = self.body
        while owner.kind == "institution" and owner.owner:
            owner = owner.owner
        draft = self._child(kind, self.document.printed(heading.name), heading.name, line, number, owner)
        self.list_style = number.style if number else self.list_style
        for bracket in heading.brackets:
            self._bracket(draft, line, text, bracket)
        return draft

    # --- all other text

    def _text(self, line: int, text: str, start: int, end: int, number: Number | None) -> None:
        """Text about the current unit, else about the body; text before any body is set aside."""
        span = trimmed(line, text, start, end)
        if span is None:
            return
        if self.body is None:
            self.reading.ignored.append((span, "text before the document begins"))
            return
        if self._unknown_heading(text, span, number):
            self._enter("other", number.style if number else None)
            self.reading.ignored.append((span, "heading of another section"))
            return
        announced = opener(self.words, text, span.start, span.end)
        if announced and self.section not in ("institutions",) and not (self.section == "divisions" and announced == "duties"):
            self._announced(announced, line, text, span, number)
            return
        if number and self._starts_section_anew(number) and self.section == "divisions":
            self._enter("general", number.style)
        owner = self.unit or self.body
        owner.saw(line)
        self.reading.statements.append(Statement(span, owner, self.section, number.printed if number else None))

    def _announced(self, kind: str, line: int, text: str, span: Span, number: Number | None) -> None:
        assert self.body
        self.reading.statements.append(Statement(span, self.body, "announcement"))
        if kind == "divisions":
            self._withdraw_headings()
        self._enter(kind, number.style if number else None)
        self.awaited = kind == "divisions"
        if kind != "divisions":
            return
        for clause in clauses(line, text, span.start, span.end):
            named = LIST_BEGINS.search(text, clause.start, clause.end)
            if named and opener(self.words, text, clause.start, named.end()) and self._unit_list(line, text, named.end(), clause.end):
                self.section, self.awaited = "general", False
                return

    def _withdraw_headings(self) -> None:
        """Lines without a number between a heading and the sentence that announces the list were headings too."""
        if self.section != "divisions" or self.body is None:
            return
        early = self.body.units[self.units_before :]
        if any(unit.number for unit in early):
            return
        self.body.units = self.body.units[: self.units_before]
        for index, statement in enumerate(self.reading.statements):
            if statement.owner in early:
                self.reading.statements[index] = replace(statement, owner=self.body)
        for unit in early:
            self.reading.ignored.append((unit.at[0].span, "heading of another section"))

    def _unknown_heading(self, text: str, span: Span, number: Number | None) -> bool:
        part = text[span.start : span.end]
        if SIGNS.search(part) or re.search(r"[,。:.、]", part):
            return False
        if self.words.language == "zh":
            return len(part) <= 10 and self.section in ("duties", "general") and not VERB_FIRST["zh"].match(part)
        return len(part.split()) <= 4 and bool(number) and number.style == self.style and number.style != "bracketed" if number else False


def add_second_name(document: Document, owner: Draft, kind: str, span: Span, rule: str, wording: str) -> None:
    """Note a second name of a unit; the same name in the same kind is one alias with several proofs."""
    name = document.printed(span)
    quote = document.quote(span, rule)
    for alias in owner.list_of("aliases"):
        if alias["name"] == name and alias["kind"] == kind:
            if quote not in alias["at"]:
                alias["at"].append(quote)
            return
    alias = owner.add("aliases", {"kind": kind, "name": name, "at": [quote]})
    if kind == "sign":
        alias["wording"] = wording


__all__ = ["Outline", "add_second_name", "in_sentence"]
