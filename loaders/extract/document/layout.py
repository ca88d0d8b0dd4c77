"""Marks of layout, made even: those of Markdown become blanks, the borders of a table's cells become tabs."""

import re
from collections.abc import Sequence
from itertools import pairwise

# In front of a line: # of a heading, > of a quotation, a bullet. A dash in front of a number may belong to a page's own.
FRONT = re.compile(
    r"\s{0,9}(?:#{1,6}(?=\s)|>{1,3}\s{0,3})?\s{0,3}"
    r"(?:(?:[*+\u2023\u2043\u25e6\u25b6\u25ba\u25b8\u2726\u2713\u27a4]|[-\u2013\u2014](?!\s?\d)(?![-\u2013\u2014]))(?=\s{1,4}\S)|"
    r"[\u00b7\u2027\u2219\u25b6\u25ba\u25b8](?=\S)|[-\u2013](?=[\u4e00-\u9fff]))?"
)
BOLD = re.compile(r"\*\*|__")
PIPED = re.compile(r"\s{0,9}\|.+\|\s{0,9}")
# A bar at the beginning or the end of a line, or inside it without blanks around it.
OUTER = re.compile(r"^\s{0,9}\||\|\s{0,9}$|\S\||\|\S")
RULE = re.compile(r"[\s|:+-]+")
# The rule of a table whose rows all stand in one line.
RULE_INSIDE = re.compile(r"\|\s{0,3}:?-{3,400}+[\s:|-]{0,400}+")
CELL = re.compile(r"[^\t]+")
# Names of units with other signs between them than usual.
UNIT = r"[\u4e00-\u9fff]{1,13}[科处股室司部委](?:\([^()]{1,20}\))?"
LISTED = re.compile(rf"(?<![\u4e00-\u9fff)])(?:{UNIT}[;/]){{2,40}}{UNIT}(?=[。;]?\s{{0,9}}$)")
# Words of an English heading in capitals, numbers and abbreviations left out; those that are small in others.
CAPITALS = re.compile(r"\b(?![IVX]+\b)[A-Z][A-Z'\u2019]+\b")
SMALL = frozenset(("OF", "AND", "FOR", "THE", "IN", "ON", "TO", "BY", "WITH", "AT", "UNDER"))
NUMBER = re.compile(r"\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\)?")


def rows(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the rows of tables without outer bars: neighbours with as many bars, blanks around each."""
    bars = [0 if "|" not in line or OUTER.search(line) else line.count(" | ") for line in lines]
    pairs = (index for index, (one, other) in enumerate(pairwise(bars)) if one and one == other)
    return frozenset(row for index in pairs for row in (index, index + 1))


def laid_out(line: str, *, row: bool = False) -> str:
    """The line, character for character, without marks; where it is the `row` of a table, with tabs between its cells."""
    front = FRONT.match(line)
    if front and front[0].strip():
        line = " " * front.end() + line[front.end() :]
    if "**" in line or "__" in line:
        line = BOLD.sub("  ", line)
    if row or PIPED.fullmatch(line) or RULE_INSIDE.search(line):
        if not RULE.fullmatch(line):
            line = RULE_INSIDE.sub(lambda found: "\t".ljust(len(found[0])), line)
        line = re.sub(r"^(\s*)\||\|(?=\s*$)", lambda found: " " * len(found[0]), line).replace("|", "\t")
        if RULE.fullmatch(line.replace("\t", " ")):
            return " " * len(line)
    line = _row(line) if "\t" in line.strip() else line
    if (";" in line or "/" in line) and (listed := LISTED.search(line)):
        line = line[: listed.start()] + re.sub("[;/]", "、", listed[0]) + line[listed.end() :]
    return CAPITALS.sub(_lower, line) if line.isascii() and line.isupper() else line


def _lower(found: re.Match[str]) -> str:
    """A word of a line in capitals as it stands in other headings."""
    word = found[0]
    return word.lower() if word in SMALL else word[0] + word[1:].lower()


def _row(line: str) -> str:
    """Tabs stay where they part the cells of a row; a number in the first one gets a stop, as numbers have elsewhere.

    Empty cells behind the number are blanks: what stands there goes down from a row above.
    """
    cells = [found for found in CELL.finditer(line) if found[0].strip()]
    if len(cells) < 2 or any(found[0].rstrip().endswith(":") for found in cells):
        return line.replace("\t", " ")
    if NUMBER.fullmatch(cells[0][0].strip()):
        end, start = cells[0].end(), cells[1].start()
        stop = " " if ")" in cells[0][0] else "."
        line = f"{line[:end]}{stop}{' ' * (start - end - 1)}{line[start:]}"
    return line
