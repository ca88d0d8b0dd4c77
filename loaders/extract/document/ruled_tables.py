"""Tables of a PDF page whose cells are drawn: what stands between four lines is one cell, however often its text wraps."""

from collections.abc import Iterator
from ctypes import byref, c_float
from dataclasses import dataclass
from itertools import pairwise
from types import ModuleType
from typing import Any, NamedTuple

from loaders.extract.document.pieces import Piece, in_lines, shown, usual_height, whole_titles

PATH = 2
# So far apart, in points, two edges are one; a rectangle that is thinner is a line.
NEAR = 2.5
# A page with more lines is a drawing.
MOST = 2_000
Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Edge(NamedTuple):
    """A line along one axis: where it stands on the other, from where to where it reaches; in points."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether a place is beside it."""
        return self.start - NEAR <= place <= self.end + NEAR


@dataclass(frozen=True)
class Cell:
    """The four lines around a text."""

    left: float
    bottom: float
    right: float
    top: float

    def beside(self, other: "Cell") -> bool:
        """Whether another cell is in the same row: a line parts them, or they begin or end at one height."""
        parted = abs(self.right - other.left) <= 2 * NEAR or abs(self.left - other.right) <= 2 * NEAR
        level = abs(self.top - other.top) <= NEAR or abs(self.bottom - other.bottom) <= NEAR
        apart = self.right <= other.left + NEAR or other.right <= self.left + NEAR
        return (parted or (level and apart)) and min(self.top, other.top) - max(self.bottom, other.bottom) > NEAR

    def below(self, other: "Cell") -> bool:
        """Whether another cell stands right above."""
        return (
            abs(self.top - other.bottom) <= 2 * NEAR
            and min(self.right, other.right) - max(self.left, other.left) > NEAR
        )


def edges(pdfium: ModuleType, page: Any) -> tuple[list[Edge], list[Edge]]:
    """The lines from left to right and from bottom to top; none where there are too many of them."""
    across: list[Edge] = []
    down: list[Edge] = []
    for thing in page.get_objects(filter=[PATH], max_depth=3):
        for left, bottom, right, top in _strokes(pdfium, thing):
            if top - bottom <= NEAR < right - left:
                across.append(Edge((top + bottom) / 2, left, right))
            elif right - left <= NEAR < top - bottom:
                down.append(Edge((left + right) / 2, bottom, top))
        if len(across) + len(down) > MOST:
            return [], []
    # What ends at no other line is below a word.
    return [one for one in across if all(any(_meets(one, end, other) for other in down) for end in one[1:])], down


def _meets(edge: Edge, end: float, other: Edge) -> bool:
    return abs(other.at - end) <= NEAR and other.covers(edge.at)


def _strokes(pdfium: ModuleType, thing: Any) -> Iterator[Box]:
    """The straight parts of a path, left, bottom, right and top of each; a thin rectangle is one."""
    left, bottom, right, top = thing.get_bounds()
    if min(right - left, top - bottom) <= NEAR:
        yield left, bottom, right, top
        return
    raw, matrix = pdfium.raw, thing.get_matrix()
    first: Point | None = None
    last: Point | None = None
    for index in range(min(raw.FPDFPath_CountSegments(thing.raw), MOST)):
        segment = raw.FPDFPath_GetPathSegment(thing.raw, index)
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        place: Point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = place
        elif kind == raw.FPDF_SEGMENT_LINETO and last:
            yield _between(last, place)
        last = place
        if first and raw.FPDFPathSegment_GetClose(segment):
            yield _between(last, first)


def _between(one: Point, two: Point) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[0], two[0]), max(one[1], two[1])


def with_tables(pieces: list[Piece], across: list[Edge], down: list[Edge]) -> Iterator[str]:
    """The lines of a page from the top, each row of a table with cells that are drawn as one."""
    inside: dict[Cell, list[Piece]] = {}
    outside: list[Piece] = []
    for piece in pieces:
        cell = _around(piece, across, down) if across and down else None
        inside.setdefault(cell, []).append(piece) if cell else outside.append(piece)
    # A frame around a text is no table.
    tables = [table for table in _tables(list(inside)) if any(one.beside(other) for one, other in pairwise(table))]
    kept = {cell for table in tables for cell in table}
    outside += [piece for cell, some in inside.items() if cell not in kept for piece in some]
    lines = [
        (max(piece.top for piece in line), shown(line))
        for line in whole_titles(in_lines(outside), usual_height(pieces))
    ]
    lines += [(row[0].top, text) for table in tables for row, text in _rows(table, inside)]
    yield from (text for _, text in sorted(lines, key=lambda one: -one[0]))


def is_parted(piece: Piece, letter: Piece, down: list[Edge]) -> bool:
    """Whether a line stands between two texts."""
    return letter.left > piece.right and any(
        piece.right - 1 <= one.at <= letter.left + 1 and one.covers(piece.middle) for one in down
    )


def _tables(cells: list[Cell]) -> Iterator[list[Cell]]:
    """Cells that stand beside or below one another."""
    left = set(cells)
    while left:
        waiting = [left.pop()]
        table: list[Cell] = []
        while waiting:
            one = waiting.pop()
            table.append(one)
            met = {other for other in left if one.beside(other) or one.below(other) or other.below(one)}
            left -= met
            waiting.extend(met)
        yield sorted(table, key=lambda cell: (-cell.top, cell.left))


def _around(piece: Piece, across: list[Edge], down: list[Edge]) -> Cell | None:
    """The nearest lines on all four sides of a text."""
    middle = (piece.left + piece.right) / 2
    beside = [one.at for one in down if one.covers(piece.middle)]
    over = [one.at for one in across if one.covers(middle)]
    left, right = [at for at in beside if at <= middle], [at for at in beside if at > middle]
    below, above = [at for at in over if at <= piece.middle], [at for at in over if at > piece.middle]
    if left and right and below and above:
        return Cell(max(left), max(below), min(right), min(above))
    return None


def _rows(cells: list[Cell], inside: dict[Cell, list[Piece]]) -> Iterator[tuple[list[Cell], str]]:
    """The cells that begin at one height, from the top, and their text; a column in which none begins is empty."""
    columns = _apart([cell.left for cell in cells])
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: -one.top):
        if rows and abs(rows[-1][0].top - cell.top) <= 2 * NEAR:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    for row in rows:
        texts = [""] * len(columns)
        for cell in row:
            at = max(index for index, left in enumerate(columns) if left <= cell.left + NEAR)
            texts[at] = _text(inside[cell])
        yield row, "\t".join(texts)


def _apart(places: list[float]) -> list[float]:
    """The places that are more than one edge apart, from the left."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > 2 * NEAR:
            kept.append(place)
    return kept


def _text(pieces: list[Piece]) -> str:
    """The text of a cell: its lines joined, with a blank between two words."""
    said = ""
    for line in in_lines(pieces):
        text = shown(line).replace("\t", " ")
        said += (" " if said and said[-1].isascii() and said[-1] != "-" and text[:1].isascii() else "") + text
    return said
