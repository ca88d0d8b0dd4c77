"""The outline of a document: which line is a heading, a unit, a list, a text about a unit, or no part of it."""

import re
from dataclasses import replace
from itertools import pairwise

from loaders.extract.bodies import NO_BEGINNING
from loaders.extract.draft import Draft
from loaders.extract.english_headings import is_of_bureaus
from loaders.extract.names import Heading, heading_at, is_name
from loaders.extract.numbering import inner_starts
from loaders.extract.owners import same_body
from loaders.extract.part import Part
from loaders.extract.position import BY_DUTIES, INSIDE, LIST_KINDS
from loaders.extract.sections import MANAGED, Section, opener, section_at
from loaders.extract.subjects import Subjects
from loaders.extract.text import trimmed, without_brackets
from loaders.extract.titles import COUNTED
from loaders.extract.units import VERB_FIRST, Candidate, is_party, is_stray, is_unit, named_in_duties

AND = re.compile(r"\s{0,3}(?:and )?(?:the )?")
TOLD = re.compile(
    r"\s{0,9}(?!其中)([\u4e00-\u9fff]{2,14}(?:[科处股室司部]|党委|纪委|党总支|支部|工会|[大支]队|中心))(?:主要|具体)?(?:负责|承担)"
)
PARTY_TOLD = re.compile("(?:直属)?机关(?:党委|纪委|党总支)")
ALSO_SET = re.compile(r"\s{0,9}(?:另|并|还)?(?:按[^,。设]{0,10})?设(?:立|置|有)?(?=[^、和,。]{2,20}(?:[,。]|$))")
# A numbered item that says so is a duty, whatever words of a page's surroundings are in it.
DUTY = re.compile(r"负责|承担|组织|指导|管理|监督|维护")
UNIT_LABEL = re.compile(r"\s{0,9}(科室|处室|股室|部门|内设机构|单位|机构)(?:名\s{0,4}称|全称):\s{0,9}(?=\S)")
# A cell with a number of a telephone or of a room.
FIGURES = re.compile(r"[\s\d+()、,;/转-]{1,60}")
COUNT_ALONE = re.compile(r"\s{0,3}(\d{1,3})\s{0,3}(?:[.;,]\s|\.?$)")
LABEL_ENDS = re.compile(r":\s{0,9}$")
HEAD_ENDS = re.compile("[:。]")
CHAPTER = re.compile(r"[章节]$|^Chapter")
ATTACHED = re.compile(r"\s{0,9}(?:附(?:件|表|录)?\s?\d{0,2}|答(?:复|案)?|回[复答]):\s{0,9}(?=[\u4e00-\u9fff])")
NO_UNITS_IN = ("leaders", "contacts", "staffing", "groups", "other")


class Outline(Subjects):
    """Reads a document line by line; what it finds is in `reading`."""

    def _lines(self) -> None:
        for index, text in enumerate(self.document.even):
            if re.search(r"\w", text):
                self._line(index + 1, text)

    # --- lines and their parts

    def _line(self, line: int, text: str) -> None:
        if head := self.heads.get(line):
            if self.here.body:
                self.here.enter(head.kind, None)
            self._ignore(head.span, "head of a table")
            return
        begin = 0
        for cell in text.split("\t"):
            if re.search(r"\w", cell):
                self._cell(line, text, begin, begin + len(cell))
            begin += len(cell) + 1

    def _cell(self, line: int, text: str, begin: int, end: int) -> None:
        """The parts of a line, or of a cell in the row of a table."""
        whole = (begin, end) == (0, len(text))
        if not whole and (figures := trimmed(line, text, begin, end)) and FIGURES.fullmatch(text, begin, end):
            self._ignore(figures, "another way of contact")
            return
        cuts = [begin, *inner_starts(text, begin, end, self.here.last), end]
        for start, stop in pairwise(cuts):
            if text[start:stop].strip():
                self._part(self._numbered(line, text, start, stop))

    def _part(self, part: Part) -> None:
        if part.style == "article" and not (self._names_unit(part) or self._in_chapter(part)):
            self.here.enter("general", part.style)
        if self._body(part):
            return
        part = self._labelled(self._without_set(part))
        if self._field(part):
            return
        section = section_at(self.words, part.line, part.text, part.begin, part.end, bool(part.number))
        if section and not self._is_label(section, part):
            self._section(section, part)
        elif not (self._unit(part) or self._noise(part)):
            self._text(part)

    def _without_set(self, part: Part) -> Part:
        """The unit of the Party behind "also sets up" at the beginning of a Chinese line."""
        found = ALSO_SET.match(part.text, part.begin, part.end) if self.words.language == "zh" else None
        return (
            part.behind(found.end())
            if found and is_party(self.words, part.line, part.text, found.end(), part.end)
            else part
        )

    def _labelled(self, part: Part) -> Part:
        """The name behind a label that stands in front of every unit of a page: "科室名称:办公室"."""
        if self.words.language == "zh" and (attached := ATTACHED.match(part.text, part.begin, part.end)):
            part = part.behind(attached.end())
        found = UNIT_LABEL.match(part.text, part.begin, part.end) if self.here.body else None
        if found is None or self.words.language == "en":
            return part
        if found[1] not in ("单位", "机构") and self.here.section != "divisions":
            self.here.enter("divisions", self.here.style)
        return part.behind(found.end())

    def _noise(self, part: Part) -> bool:
        printed = part.text[part.start : part.end]
        if part.number and DUTY.search(printed):
            return False
        kind = "noise_always" if "。" in printed else "noise"
        if not self.words.matches(kind).search(printed):
            return False
        self._ignore(trimmed(part.line, part.text, part.start, part.end), "surroundings of the page")
        return True

    # --- sections

    def _is_label(self, section: Section, part: Part) -> bool:
        """Whether "duties:" stands in front of the duties of a unit."""
        inside = self.here.section in ("divisions", "institutions", "branches")
        if named_in_duties(self.words, section, part) is not None:
            return False
        return inside and not part.number and section.kind == "duties" and section.rest < part.end

    def _section(self, section: Section, part: Part) -> None:
        if self.here.body is None and section.kind in ("divisions", "institutions", "branches"):
            self.early_sections.append(section.kind)
        if self.here.unit and section.kind == "duties" and not part.number and self._repeats(part):
            self._ignore(section.span, "heading of a section")
            return
        if self._unit_by_duties(section, part):
            self._text(part.behind(section.rest))
            return
        if self._about_institution(section, part):
            return
        english = self.words.language == "en"
        if section.kind == ("general" if english else "institutions") and self._lists_units(part, section):
            section = replace(section, kind="divisions")
        inside = section.kind in ("duties", "divisions", "staffing", "contacts") and self.here.section in LIST_KINDS
        (self.here.enter_inside if inside else self.here.enter)(section.kind, part.style)
        head = part.sub(section.span)
        self.here.managing = is_of_bureaus(head) or MANAGED.fullmatch(head) is not None
        self.here.chapter = bool(part.number and CHAPTER.search(part.number.printed))
        number = COUNT_ALONE.match(part.text, section.rest, part.end)
        counted = replace(section.span, end=number.end(1)) if number else section.span
        if self.here.body and COUNTED.search(part.sub(counted)):
            self._states(counted, self.here.around, "heading")
        self._content(part.behind(section.rest))
        self._ignore(section.span, "heading of a section")

    def _about_institution(self, section: Section, part: Part) -> bool:
        """A label without a number below an institution in a list: what follows in the line is about that one."""
        unit, body = self.here.unit, self.here.body
        rest = part.behind(section.rest)
        listed = self.here.section in LIST_KINDS and unit is not None and unit.kind in ("institution", "branch")
        if not listed or part.number or section.kind not in INSIDE:
            return False
        if rest.span is None:
            # A label alone: what follows below is still about this institution.
            if section.kind == "duties" and LABEL_ENDS.search(part.words):
                self._ignore(section.span, "heading of a section")
                return True
            return False
        self._ignore(section.span, "heading of a section")
        self.here.body = unit
        if section.kind != "divisions" or not self.build.unit_list(rest):
            self._states(rest.span, unit or self.here.around, section.kind)
        self.here.body, self.here.unit = body, unit
        return True

    def _unit_by_duties(self, section: Section, part: Part) -> bool:
        """ "Responsibilities of the X" and "X职责" are the heading of X where X is a unit."""
        heading = named_in_duties(self.words, section, part) if section.kind == "duties" and self.here.body else None
        name = part.sub(heading.name) if heading else ""
        if heading is None or not is_name(self.words, name, "unit"):
            return False
        if name.lower() in self.short_names or any(same_body(self.words, body.name, name) for body in self.known):
            return False
        self.here.section = "divisions"
        self.build.unit(heading, part)
        self.here.list_style = self.here.list_style or BY_DUTIES
        return True

    def _content(self, part: Part) -> None:
        """What stands behind a heading in its own line."""
        if not part.words.strip():
            return
        if self.here.body is None:
            self._text(part)
        elif self.here.section in LIST_KINDS:
            if not self._institutions(part):
                self._text(part)
        elif self.here.section != "divisions" or not self.build.unit_list(part):
            numbered = self._numbered(part.line, part.text, part.begin, part.end)
            if not self._unit(numbered):
                self._text(numbered)

    # --- units

    def _unit(self, part: Part) -> bool:
        """A heading of a unit, or a list of institutions; False where the part is none."""
        if self.here.body is None:
            return False
        party = is_party(self.words, part.line, part.text, part.begin, part.end)
        if self.here.section in LIST_KINDS and not (party and self.words.language == "en" and self._of_party(part)):
            return self._institutions(part)
        if self._begins_bodies(part):
            self.here.enter("institutions", self.here.style)
            return self._institutions(part)
        if self.here.section in NO_UNITS_IN and not party:
            return False
        plain = without_brackets(part.text)
        # Behind the first stop a sentence may tell what the unit itself sets up.
        colon = HEAD_ENDS.search(plain, part.begin, part.end)
        if opener(self.words, plain, part.begin, colon.end() if colon else part.end) == "divisions":
            return False
        if not part.number and self.build.unit_list(part, 1 if self.here.awaited else 3):
            return True
        # A Chinese name with the place in front, without a number: institutions are named so, divisions are not.
        listed = (part.line, part.begin) in self.unit_starts
        placed = self.here.section == "divisions" and not part.number and not listed and self._placed(part)
        if placed and self._institutions(part):
            return True
        heading = heading_at(self.words, part.line, part.text, part.begin, part.end)
        if (told := self._told(part)) is not None:
            return told
        if heading is None or not self._is_unit(heading, part):
            return self._unnamed(part)
        if self.here.section not in ("divisions", "party"):
            self.here.enter("divisions", self.here.style)
        self._behind_unit(self.build.unit(heading, part), heading, part)
        return True

    def _of_party(self, part: Part) -> bool:
        """Whether a line in a list of institutions is the heading of a unit of the Party, and no sentence about one."""
        heading = heading_at(self.words, part.line, part.text, part.begin, part.end)
        return heading is not None and self._is_unit(heading, part)

    def _told(self, part: Part) -> bool | None:
        """A sentence below Chinese divisions that begins with the name of a unit: "X科负责…"; None where it is none."""
        found = TOLD.match(part.text, part.begin, part.end)
        if self.words.language == "en" or not found or NO_BEGINNING.match(found[1]):
            return None
        # A unit of the Party has an article of its own behind those of the divisions.
        of_party = PARTY_TOLD.match(found[1]) and self.here.section in ("general", "divisions")
        if not of_party and (self.here.section != "divisions" or part.number):
            return None
        heading = heading_at(self.words, part.line, part.text, part.begin, found.end(1))
        if heading is None or not is_name(self.words, found[1], "unit") or not self.here.body:
            return None
        self.build.unit(heading, part)
        self._text(part.behind(found.end(1)))
        return True

    def _following(self, line: int) -> str:
        """The next of the ten lines behind this one that has words."""
        return next((text for text in self.document.even[line : line + 10] if re.search(r"\w", text)), "")

    def _is_unit(self, heading: Heading, part: Part) -> bool:
        if part.sub(heading.name) in self.words.words["noise"]:
            return False
        if (part.line, heading.name.start) in self.unit_starts:
            return True
        following = self._following(part.line) if part.end == len(part.text) else ""
        candidate = Candidate(heading, part.text, part.begin, part.end, part.number, following)
        if not self.here.starts_section_anew(part.number) and is_stray(self.words, candidate):
            self.here.stray = part.number
            return False
        return is_unit(self.words, self.here, candidate)

    def _behind_unit(self, unit: Draft, heading: Heading, part: Part) -> None:
        rest = heading.end
        while rest < part.end and part.text[rest] in " :。.,":
            rest += 1
        comma = part.text.find(",", heading.name.start, part.end)
        joined = AND.match(part.text, comma + 1, part.end)
        behind = joined.end() if joined else comma + 1
        second = (
            comma >= 0 and unit.kind == "party_unit" and is_party(self.words, part.line, part.text, behind, part.end)
        )
        self._text(part.behind(rest, comma if second else None))
        if second and self._unit(part.behind(behind)) and self.here.unit:
            unit.beside = self.here.unit.beside = [unit, self.here.unit]

    def _unnamed(self, part: Part) -> bool:
        """An item of the list of units that has a number and no name."""
        number, listed = part.number, self.here.list_style
        if self.here.section != "divisions" or self.here.unit or number is None:
            return False
        if not VERB_FIRST[self.words.language].match(part.text, part.begin, part.end):
            return False
        if number.style not in ("bracketed", "bracketed-chinese") or listed not in (None, number.style):
            return False
        if listed is None and number.value not in (None, 1):
            return False
        self.build.unnamed(part)
        self._text(part.behind(part.begin))
        return True
