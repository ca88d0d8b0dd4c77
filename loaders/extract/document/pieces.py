"""Letters of a PDF page that stand together, and the lines that they make."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

# A gap of so many times the height of the letters parts two cells, a smaller one two words.
CELL, WORD = 1.2, 0.25
# Letters of titles are so many times as high as most; the next word would have been so many times as wide as they are high.
LARGE, WIDEST = 1.2, 6


@dataclass(frozen=True)
class Piece:
    """Letters that stand together, and where: from the left, from the bottom, in points."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        """Half its height above the bottom of the page."""
        return (self.bottom + self.top) / 2


def in_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces of each line, lines from the top, pieces from the left; what overlaps by half its height is one line."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.middle, one.left)):
        last = lines[-1][0] if lines else None
        if last and abs(last.middle - piece.middle) < min(last.top - last.bottom, piece.top - piece.bottom) / 2:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def usual_height(pieces: list[Piece]) -> float:
    """How high the letters of a page are, most of them; in points."""
    heights = Counter[float]()
    for piece in pieces:
        heights[round(piece.top - piece.bottom, 1)] += len(piece.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def whole_titles(lines: list[list[Piece]], usual: float) -> list[list[Piece]]:
    """The lines with those as one that a title in large letters takes: the first reaches the edge of the text."""
    edge = max((line[-1].right for line in lines), default=0.0)
    whole: list[list[Piece]] = []
    for line in lines:
        height = line[0].top - line[0].bottom
        last = whole[-1][-1] if whole else None
        goes_on = (
            last is not None
            and height > LARGE * usual
            and abs(last.top - last.bottom - height) < 1
            and last.bottom - line[0].top < height
            and last.right > edge - WIDEST * height
        )
        if goes_on and last:
            moved = last.right - line[0].left + (height if western(last, line[0]) else 0.0) * WORD * 1.5
            whole[-1] += [replace(one, left=one.left + moved, right=one.right + moved) for one in line]
        else:
            whole.append(line)
    return whole


def shown(line: list[Piece]) -> str:
    shown = line[0].text
    for before, piece in pairwise(line):
        gap, height = piece.left - before.right, min(before.top - before.bottom, piece.top - piece.bottom)
        between = "\t" if gap > CELL * height else " " if gap > WORD * height and western(before, piece) else ""
        shown += between + piece.text
    return shown


def western(before: Piece, piece: Piece) -> bool:
    """Whether a blank stands between two words: not between two Chinese characters."""
    return before.text[-1:].isascii() or piece.text[:1].isascii()
