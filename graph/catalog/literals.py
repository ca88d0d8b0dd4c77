"""Values as Cypher literals, and stored queries with their values written into the text.

Everything that could end a literal, a `:param` line or an address is escaped, so a hostile value stays text.
"""

from collections.abc import Mapping
from typing import Any

from graph.catalog import text as cypher
from graph.catalog.stored_query import StoredQuery
from graph.store.open_filters import decided

PLAIN = " _-.,:()"  # besides letters and digits, the ASCII that stands in a literal as it is


def literal(value: Any) -> str:
    """Null, true, false, a number, a text or a list of these as one line of Cypher."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return "'" + "".join(map(_escaped, value)) + "'"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return repr(value)


def _escaped(character: str) -> str:
    """Quote and backslash by a backslash: a server decodes \\uXXXX before it looks for the end of a text."""
    if character in "'\\":
        return "\\" + character
    if character in PLAIN or (character.isalnum() if character.isascii() else character.isprintable()):
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[start : start + 2].hex()}" for start in range(0, len(units), 2))


def parameter_lines(values: Mapping[str, Any]) -> list[str]:
    """A `:param` line of the Browser for each value; each one is a command of its own."""
    return [f":param {name} => {literal(value)}" for name, value in values.items()]


def spelled_out(text: str, values: Mapping[str, Any]) -> str:
    """The text with a literal for each `$name` outside of strings and comments.

    The only form that the Browser runs in one click and shows the rows of: behind `:param` lines it shows none. A filter that
    its value leaves open is left out, as for a store: a server plans it by that.
    """
    text = decided(text, values)
    parts, position = [], 0
    for found in cypher.PARAMETER.finditer(cypher.masked(text)):
        parts += [text[position : found.start()], literal(values[found[1]])]
        position = found.end()
    return "".join([*parts, text[position:]])


def without_head(query: StoredQuery, text: str) -> str:
    """The text of a query or of its picture with the question only of its first comment."""
    lines = text.splitlines()
    body = next(number for number, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join([f"// {query.question}", *lines[body:]]) + "\n"
