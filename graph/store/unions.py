"""The branches of a UNION, found without parsing: strings and comments masked, brackets counted."""

import re

from graph.catalog.text import masked

UNION = re.compile(r"\bUNION\b(\s+(ALL|DISTINCT)\b)?", re.IGNORECASE)


def union_branches(statement: str) -> list[str]:
    """The text of each branch of the outermost UNION."""
    hidden = masked(statement)
    cuts = [found for found in UNION.finditer(hidden) if _depth(hidden, found.start()) == 0]
    starts = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() for found in cuts), len(statement)]
    return [statement[start:end] for start, end in zip(starts, ends, strict=True)]


def _depth(hidden: str, position: int) -> int:
    before = hidden[:position]
    return sum(before.count(opening) - before.count(closing) for opening, closing in ("()", "[]", "{}"))
