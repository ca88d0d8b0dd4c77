"""Where reading stands: in which section, about which body and unit, in which style of numbers."""

import re
from dataclasses import dataclass, field

from loaders.extract.draft import Draft
from loaders.extract.numbering import Number

LIST_KINDS = ("institutions", "branches")
# What a label below an institution in a list may be about.
INSIDE = ("duties", "divisions", "staffing")
# What distinguishes a bureau that another manages from an institution.
BUREAU = re.compile(
    r"[局委办]$|委员会$|办公室$|\b(?:bureau|administration|commission)(?:$|\s(?:of|for)\s)", re.IGNORECASE
)
# The style of a list whose units have no number but a heading "duties of X": numbers below are those of duties.
BY_DUTIES = "by duties"
# Translators print one style of numbers in several shapes.
OWN_STYLES = ("article", "chinese", "bracketed-chinese", "unit", BY_DUTIES)
FAMILIES = {"step": "dotted", "bracketed-chinese": "bracketed"}


@dataclass
class Position:
    """The state that decides what the next line is."""

    section: str = "general"
    style: str | None = None
    """Style of the numbers of the sections."""
    list_style: str | None = None
    """Style of the numbers in the current list of units or institutions."""
    list_value: int | None = None
    """Value of the number of the last unit in that list."""
    style_of_list: str | None = None
    """Style of the sections around a list whose institutions have sections of their own."""
    chapter: bool = False
    """Whether the section began with the heading of a chapter, in front of its articles."""
    managing: bool = False
    """Whether the section lists bureaus that the body manages."""
    body_style: str | None = None
    body: Draft | None = None
    unit: Draft | None = None
    units_before: int = 0
    awaited: bool = False
    """Whether a sentence has just announced a list of units."""
    stray: Number | None = None
    """A number glued behind a sentence that belongs to the next line."""
    below: int | None = None
    """The last number of a list below the unit, 1 for a line without a number."""
    last: dict[str, int | None] = field(default_factory=dict)

    @property
    def around(self) -> Draft:
        """What a text here is about: the unit, else the body."""
        assert self.body
        return self.unit or self.body

    def enter(self, kind: str, style: str | None) -> None:
        """Go into a section; a section in the style of those around a list of institutions ends that list."""
        self.awaited, self.stray, self.below, self.managing = False, None, None, False
        if kind in LIST_KINDS or kind == "divisions":
            self.list_style = self.list_value = None
            self.units_before = len(self.body.units) if self.body else 0
        self.section, self.style, self.unit = kind, style or self.style, None
        if self.body and self.body.owner and style == self.style_of_list:
            self.body = self.body.owner

    def enter_inside(self, kind: str, style: str | None) -> None:
        """Go into a section of an institution that stands in a list of institutions."""
        if self.unit and self.unit.kind == "institution" and style and style != self.style:
            self.body, self.unit, self.style_of_list = self.unit, None, self.style
            self.section = kind
            return
        self.enter(kind, style)

    def leave_institution(self) -> bool:
        """Go back from an institution with sections of its own into the list; False where there is no such list."""
        if self.body is None or self.body.owner is None:
            return False
        self.body, self.unit, self.section, self.style = self.body.owner, None, "institutions", self.style_of_list
        return True

    def starts_section_anew(self, number: Number | None) -> bool:
        """Whether a number continues the sections rather than the list of units or one below a unit."""
        if number is None or not self.list_style or self.same_family(number) or number.style != self.style:
            return False
        return not (self.unit and self._goes_on_below(number))

    def _goes_on_below(self, number: Number) -> bool:
        """Whether 1. begins a list of the unit's own or 2. goes on with it; a line without a number is its first."""
        return number.style == "dotted" and number.value in (1, self.below, (self.below or 0) + 1)

    def says(self, line: int, number: Number | None) -> None:
        """Note a line about the unit or body, and its number."""
        self.around.saw(line)
        if number is None:
            self.below = self.below or 1
        elif self._goes_on_below(number):
            self.below = number.value

    def same_family(self, number: Number) -> bool:
        """Whether a number is of the style of the list, or counts on from the unit before in another style."""
        mine = self.list_style or ""
        # Translators take 五 for a letter, too: E is the fifth.
        letter = ord(number.printed.lower()) - ord("a") + 1 if number.style == "letter" else None
        counts_on = self.list_value is not None and self.list_value + 1 in (number.value, letter)
        if counts_on and number.style not in (self.style, *OWN_STYLES) and self.list_style not in OWN_STYLES:
            return True
        return FAMILIES.get(number.style, number.style) == FAMILIES.get(mine, mine)
