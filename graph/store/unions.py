"""The branches of a UNION, each of which is planned by itself."""

from collections.abc import Iterator

from graph.errors import RefusedError
from graph.said import Said
from graph.store.tokens import Token, depths, told

# The operations on sets that the embedded engine knows; its plan calls each of them Union and shows the first branch only.
BETWEEN = frozenset({"UNION", "INTERSECT", "EXCEPT"})
BEHIND = frozenset({"ALL", "DISTINCT"})


def branches(statement: str) -> list[str]:
    """The text of each branch; the statement itself where there is no UNION.

    Raises RefusedError where a branch is empty, or where a UNION stands in brackets: no plan shows what is in there.
    """
    pieces = told(statement)
    cuts = list(_cuts(pieces))
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(statement)]
    found = [statement[start:end] for start, end in zip(starts, ends, strict=True)]
    if cuts and not all(map(told, found)):
        raise _refused(Said("a UNION with nothing on one side"))
    return found


def _cuts(pieces: list[Token]) -> Iterator[tuple[int, int]]:
    """Where each UNION starts and ends, with the word ALL or DISTINCT behind it."""
    for place, (piece, depth) in enumerate(zip(pieces, depths(pieces), strict=True)):
        if piece.kind != "word" or piece.text.upper() not in BETWEEN:
            continue
        if depth:
            raise _refused(Said("the word {} stands in brackets", piece.text))
        after = pieces[place + 1 : place + 2]
        wide = after and after[0].kind == "word" and after[0].text.upper() in BEHIND
        yield piece.start, (after[0] if wide else piece).end


def _refused(found: str) -> RefusedError:
    """The error for a UNION that cannot be taken apart for certain."""
    return RefusedError(
        "Cypher", found, Said("whole statements on both sides of UNION"), Said("put a name into backticks: `union`")
    )
