"""Where reading stands between two blocks: everything that decides how the next one fits."""

from typing import NamedTuple

from loaders.extract.document.numbering import Number

LIST_KINDS = ("institutions", "branches")
FAMILIES = {"step": "dotted", "bracketed-chinese": "bracketed"}
# Translators print one style of numbers in several shapes; these are never mixed.
OWN_STYLES = ("article", "chinese", "bracketed-chinese", "unit", "plain")


def letter_of(number: Number) -> int | None:
    """Which letter of the alphabet a number is, from 1; None where it is none."""
    printed = number.printed.lower()
    return ord(printed) - ord("a") + 1 if len(printed) == 1 and "a" <= printed <= "z" else None


def value_in(number: Number) -> int | None:
    """The value of a number of its style; letters count."""
    return letter_of(number) if number.style == "letter" else number.value


class State(NamedTuple):
    """Section, style and value of the numbers around, the list that is open, and what the last heading was."""

    body: int = -1
    """Which of the document's bodies; -1 in front of the first."""
    told: int = 0
    """The bodies that were begun, a bit for each."""
    body_style: str | None = None
    body_value: int | None = None
    """Style and value of the number in front of the body's name."""
    section: str = "general"
    style: str | None = None
    """Style of the numbers of sections."""
    value: int | None = None
    list_style: str | None = None
    """Style of the numbers of the open list of units or institutions; `plain` where they have none."""
    list_value: int | None = None
    opened: str = ""
    """What the text is about: unit, institution, or the body."""
    below: int | None = None
    """The last number of a list below the unit, 1 for a line without a number."""
    outer: str | None = None
    """Inside an institution with sections of its own: the style of the sections around its list."""
    inside: bool = False
    awaited: bool = False
    named: int = 0
    """How many units were named one after another without a text."""
    contacted: bool = False
    items: int = 0
    """How many units or institutions the open list has so far: 0, 1 or 2 for more."""
    managing: bool = False
    """Whether the section lists bureaus that the body manages."""
    chapter: bool = False
    """Whether the section began with the heading of a chapter, in front of its articles."""
    label: str = ""
    """What the text behind a label in the same line is about."""

    def enter(self, kind: str, number: Number | None) -> "State":
        """Go into a section; one in the style of those around a list of institutions ends that list."""
        style = number.style if number else None
        state = self._replace(
            section=kind,
            style=style or self.style,
            value=number.value if number else self.value,
            opened="",
            below=None,
            awaited=False,
            named=0,
            label="",
            managing=False,
            chapter=False,
        )
        if kind in (*LIST_KINDS, "divisions"):
            state = state._replace(list_style=None, list_value=None, contacted=False, items=0)
        if self.inside and style and style == self.outer:
            state = state._replace(inside=False, outer=None)
        return state

    @property
    def in_units(self) -> bool:
        """Whether units or institutions are listed here."""
        return self.section == "divisions" or self.section in LIST_KINDS

    def enter_without_heading(self, kind: str) -> "State":
        """Go into a section that no heading begins; the numbers of sections are those from before."""
        return self.enter(kind, None)._replace(style=self.style, value=self.value)

    def enter_institution(self, kind: str) -> "State":
        """Go into a section of an institution that stands in a list of institutions."""
        return self.enter(kind, None)._replace(
            inside=True, outer=self.style, list_style=None, list_value=None, style=self.style, value=self.value
        )

    def leave_institution(self) -> "State":
        """Go back from an institution with sections of its own into the list."""
        return self._replace(
            inside=False, outer=None, section="institutions", style=self.outer, list_style="plain", list_value=None
        )

    def lists(self, opened: str, number: Number | None, count: int, told: bool) -> "State":
        """Behind `count` items of a list; `told`: a text follows in their line."""
        return self._replace(
            opened=opened,
            items=min(self.items + count, 2),
            list_style=number.style if number else self.list_style or "plain",
            list_value=value_in(number) if number else self.list_value,
            below=None,
            awaited=False,
            named=0 if told else self.named + count,
        )

    def follows_section(self, number: Number | None) -> bool:
        """Whether a number counts on from that of the section."""
        return bool(number and number.style == self.style and self.value is not None and number.value == self.value + 1)

    def in_list(self, number: Number) -> bool:
        """Whether a number is of the style of the open list, or counts on from its last in another shape."""
        mine = self.list_style or ""
        counts_on = self.list_value is not None and self.list_value + 1 in (number.value, letter_of(number))
        if counts_on and number.style not in (self.style, *OWN_STYLES) and self.list_style not in OWN_STYLES:
            return True
        return FAMILIES.get(number.style, number.style) == FAMILIES.get(mine, mine)

    def goes_on_below(self, number: Number) -> bool:
        """Whether 1. begins a list of the unit's own or 2. goes on with it; a line without a number is its first."""
        return number.style == "dotted" and number.value in (1, self.below, (self.below or 0) + 1)

    def starts_section_anew(self, number: Number | None) -> bool:
        """Whether a number continues the sections rather than the list of units or one below a unit."""
        if number is None or not self.list_style or self.in_list(number) or number.style != self.style:
            return False
        return not (self.opened and self.goes_on_below(number))

    def says(self, number: Number | None) -> "State":
        """A text about the unit or the body."""
        below = self.below
        if number is None:
            below = below or 1
        elif self.goes_on_below(number):
            below = number.value
        return self._replace(below=below, named=0, awaited=False, label="")
