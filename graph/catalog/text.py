"""What can be seen in Cypher without parsing it: strings and comments masked, names, the last RETURN."""

import re
from collections.abc import Iterator

from graph.store.tokens import Token, tokens

HIDDEN = frozenset({"string", "comment", "open"})
PLAIN_NAME = re.compile(r"`\w+`")
PARAMETER = re.compile(r"\$(\w+)")
RETURN = re.compile(r"\bRETURN\b(?:\s+DISTINCT\b)?", re.IGNORECASE)
ORDER = re.compile(r"\bORDER\s+BY\b|\bSKIP\b|\bLIMIT\b", re.IGNORECASE)
WRITING = re.compile(
    r"\b(CREATE|INSERT|MERGE|DELETE|DETACH|SET|REMOVE|FOREACH|DROP|ALTER|GRANT|DENY|REVOKE|TERMINATE|USE|SHOW)\b",
    re.IGNORECASE,
)
UNBOUNDED = re.compile(r"\[[^\[\]]*\*\s*(?:\d+\s*\.\.\s*)?(?=[\]{\s])[^\[\]]*\]")
RELATIONSHIP = re.compile(r"-\[\s*\w*\s*(?::\s*(?P<types>[\w|:\s]+?))?\s*(?:\*[\d.\s]*)?(?:\{[^}]*\})?\s*\]-")
NODE = re.compile(r"\(\s*\w*\s*(?P<labels>(?::\s*\w+(?:\s*\|\s*\w+)*\s*)+)")
LABEL_TEST = re.compile(r"(?<![\w\[(|{:,\s])\b\w+(?P<labels>(?::[A-Z]\w*)+)")
PROPERTY = re.compile(r"\b[A-Za-z_]\w*\.(?P<property>[a-z_]\w*)\b(?!\s*\()")


def masked(text: str) -> str:
    """The text with strings, comments and odd names in backticks as blanks; every position stays where it was."""
    return "".join(re.sub(r"[^\n]", " ", one.text) if _hides(one) else one.text for one in tokens(text))


def _hides(token: Token) -> bool:
    return token.kind in HIDDEN or (token.kind == "name" and not PLAIN_NAME.fullmatch(token.text))


def line_of(text: str, position: int) -> int:
    """The line, from 1, of a position."""
    return text.count("\n", 0, position) + 1


def return_columns(text: str) -> list[str]:
    """The column names of the last RETURN; an expression without AS is its own text. `text` is masked."""
    starts = list(RETURN.finditer(text))
    if not starts:
        return []
    tail = text[starts[-1].end() :]
    stop = ORDER.search(tail)
    body = tail[: stop.start()] if stop else tail
    return [_column(item) for item in split_top_level(body)]


def _column(item: str) -> str:
    parts = re.split(r"\bAS\b", item, flags=re.IGNORECASE)
    return parts[-1].strip().strip("`;").strip()


def split_top_level(text: str) -> Iterator[str]:
    """Split at commas outside brackets."""
    depth, start = 0, 0
    for position, character in enumerate(text):
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "," and depth == 0:
            yield text[start:position]
            start = position + 1
    yield text[start:]
