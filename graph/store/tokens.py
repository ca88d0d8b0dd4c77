"""What a Cypher text is made of: words, and what hides words (strings, comments, names in backticks)."""

import re
from dataclasses import dataclass
from functools import lru_cache

# One alternative per kind; none of them can match in more than one way. A quote or a `/*` without its end takes the rest.
TOKEN = re.compile(
    r"""(?P<blank>\s+)
    | (?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<number>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\d[\d_]*(?:[eE][+-]?\d+)?)
    | (?P<word>\w+)
    | (?P<open>(?:/\*|['"`]).*)
    | (?P<sign>.)""",
    re.DOTALL | re.VERBOSE,
)
ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
OPENING, CLOSING = "([{", ")]}"


@dataclass(frozen=True)
class Token:
    """A piece of a text: its kind (blank, comment, string, name, number, word, open, sign), its characters, where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The position behind its last character."""
        return self.start + len(self.text)


@lru_cache(maxsize=16)  # checked, masked, planned: one statement is taken apart several times in a row
def tokens(text: str) -> tuple[Token, ...]:
    """The pieces of a text, in order and without a gap."""
    return tuple(Token(str(found.lastgroup), found[0], found.start()) for found in TOKEN.finditer(text))


def told(text: str) -> list[Token]:
    """The pieces that say something: without blanks and comments."""
    return [token for token in tokens(text) if token.kind not in ("blank", "comment")]


def decoded(text: str) -> str:
    r"""The text with a character for each \uXXXX, in strings and outside, as Neo4j reads it."""
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def depths(pieces: list[Token]) -> list[int]:
    """How many brackets are open at each piece."""
    deep, found = 0, []
    for piece in pieces:
        deep -= piece.kind == "sign" and piece.text in CLOSING
        found.append(deep)
        deep += piece.kind == "sign" and piece.text in OPENING
    return found
