"""What begins here: an article that names a unit, a list of institutions without a heading, units below a heading."""

import re
from functools import cached_property

from loaders.extract.bodies import TOP, Body
from loaders.extract.english_headings import is_setting, units_follow
from loaders.extract.english_names import DECLARED
from loaders.extract.names import heading_at, is_name
from loaders.extract.numbering import number_at
from loaders.extract.part import Part
from loaders.extract.position import LIST_KINDS
from loaders.extract.runs import PLAIN
from loaders.extract.sections import Section, opener
from loaders.extract.telling import Telling

ARTICLE = re.compile("条$|^Article")
# How many lines below a heading show what is listed there.
PEEK = 12


# Words for a body that stand alone.
ITS_OWN = frozenset(
    (
        "bureau",
        "commission",
        "administration",
        "department",
        "ministry",
        "center",
        "unit",
        "institution",
        "section",
        "division",
    )
)


class Beginnings(Telling):
    """Looks at the lines below and at the lists of the whole document, to tell what a line begins."""

    def _names_unit(self, part: Part) -> bool:
        """Whether an article below divisions is headed by nothing but the name of one."""
        if self.words.language == "en" or self.here.section != "divisions":
            return False
        heading = heading_at(self.words, part.line, part.text, part.begin, part.end)
        return bool(heading and PLAIN.fullmatch(part.sub(heading.name)))

    def _repeats(self, part: Part) -> bool:
        """Whether a line stands below unit after unit: a label in front of what each of them does."""
        inside = self.here.section == "divisions" or self.here.section in LIST_KINDS
        return inside and self.line_counts[part.text.strip()] > 1

    @cached_property
    def short_names(self) -> frozenset[str]:
        """What the document calls bodies in short, in small letters."""
        if self.words.language == "zh":
            return ITS_OWN
        declared = (found["name"] for text in self.document.even for found in DECLARED.finditer(text))
        return ITS_OWN.union(name.lower() for name in declared)

    def _only_below(self, body: Body, line: int) -> bool:
        """Whether an English name far below the title is that of an institution, where a bureau is named above it."""
        if self.words.language == "zh" or body.kind == "bureau" or line <= TOP:
            return False
        above = self.document.even[: line - 1]
        return any(other.kind == "bureau" and any(other.name in text for text in above) for other in self.known)

    def _in_chapter(self, part: Part) -> bool:
        """Whether an article stands in a chapter of institutions, which goes on with it."""
        article = part.number is not None and ARTICLE.search(part.number.printed) is not None
        listed = article and self.here.chapter and self.here.section in LIST_KINDS
        return listed and opener(self.words, part.text, part.begin, part.end) is None

    def _begins_bodies(self, part: Part) -> bool:
        """Whether a list of institutions that no heading announces begins here."""
        begin = part.begin + len(part.words) - len(part.words.lstrip())
        return self.here.section not in ("contacts", "leaders") and (part.line, begin) in self.body_starts

    def _lists_units(self, part: Part, section: Section) -> bool:
        """Whether the lines below a heading of institutions in general begin with names of units."""
        below = list(enumerate(self.document.even[part.line : part.line + PEEK], part.line + 1))
        if self.words.language == "en":
            return is_setting(part.sub(section.span)) and units_follow(self.words, below)
        if re.search("事业|直属|[局委厅]直|[局委厅]属|所属|二级", part.words):
            return False
        names = [
            text[heading.name.start : heading.name.end]
            for line, text in below
            if (
                heading := heading_at(
                    self.words, line, text, number.end if (number := number_at(text)) else 0, len(text)
                )
            )
        ]
        units = sum(bool(PLAIN.fullmatch(name)) for name in names)
        return units > sum(is_name(self.words, name, "body") for name in names) - units
