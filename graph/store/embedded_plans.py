"""Which statements only read an embedded graph: what its plan shows, and what no plan of this engine shows.

The plan of a UNION shows its first branch, that of `CALL { }` nothing of what is in it, that of several statements the
steps of all. So a UNION is cut and each branch planned, and what could hide something is refused by its words.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from graph.errors import RefusedError
from graph.said import Said
from graph.store.tokens import Token, told
from graph.store.unions import branches

# Steps of a plan that only read the graph; everything else (LoadCsv, Call, CallSubquery, Create, ShowIndexes …) is refused.
READING = frozenset(
    {
        "Match", "OptionalMatch", "Where", "Filter", "Having", "With", "Return", "Finish", "Unwind", "OrderBy", "Limit",
        "Skip", "Union", "Expand",
    }
)  # fmt: skip
PLANNING = ("OptimizerPass", "Fused")
FORBIDDEN = ("LOAD", "CALL")
Planner = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Forbidden:
    """What may not stand in a statement that only reads: its position, and the parts of the error."""

    position: int
    found: str
    expected: str
    todo: str


def forbidden(statement: str) -> Iterator[Forbidden]:
    """LOAD and CALL outside of strings and names, a second statement, and what an engine could read in another way."""
    pieces = told(statement)
    for place, piece in enumerate(pieces):
        if piece.kind == "word" and piece.text.upper() in FORBIDDEN:
            yield Forbidden(
                piece.start,
                Said("the word {}", piece.text.upper()),
                Said("a statement that reads the graph: no file, no procedure, no subquery with CALL"),
                Said("a name of this kind stands in backticks: `{}`", piece.text),
            )
        elif piece.kind == "open":
            yield Forbidden(
                piece.start, Said("{} has no end", piece.text[:2]), Said("a closed quote or comment"), Said("close it")
            )
        elif piece.text == "\\":
            yield Forbidden(
                piece.start,
                Said("a backslash outside of strings"),
                Said("characters as they are"),
                Said("leave it out"),
            )
        elif piece.text == ";" and any(other.text != ";" for other in pieces[place + 1 :]):
            yield Forbidden(
                piece.start,
                Said("there are several statements"),
                Said("one statement"),
                Said("run them one after the other"),
            )
        elif place and _runs_on(pieces[place - 1], piece):
            found = Said("{}{} is a number and a word in one", pieces[place - 1].text, piece.text)
            yield Forbidden(piece.start, found, Said("a number by itself"), Said("write a blank behind it"))


def _runs_on(before: Token, piece: Token) -> bool:
    """Does a word begin where a number ends? Two engines may cut there in two ways."""
    return before.kind == "number" and piece.kind == "word" and before.end == piece.start


def refuse_outside(statement: str, plan: Planner) -> None:
    """Raise RefusedError for a statement that does more than read the graph; `plan` gives the steps of a text."""
    for one in forbidden(statement):
        raise RefusedError("Cypher", one.found, one.expected, one.todo)
    steps = list(plan(statement))
    parts = branches(statement)
    if ("Union" in steps) != (len(parts) > 1):
        found = Said("the plan and the text do not agree about UNION")
        raise RefusedError(
            "Cypher", found, Said("whole statements on both sides of UNION"), Said("put a name into backticks: `union`")
        )
    for part in parts:
        _refuse_steps(list(plan(part)) if len(parts) > 1 else steps)


def _refuse_steps(steps: list[str]) -> None:
    """Raise RefusedError for a step that is not on the list, or a branch that holds more than one statement."""
    for step in steps:
        operation = step.split(" ")[0]
        if operation not in READING and not operation.startswith(PLANNING):
            raise RefusedError(
                "Cypher",
                Said("the plan holds {}", repr(operation)),
                Said("a statement that only reads the graph"),
                Said("guapai cypher --write, for a change that you mean"),
            )
    if steps.count("Return") > 1:
        found = Said("the plan holds more than one statement")
        raise RefusedError("Cypher", found, Said("one statement"), Said("run them one after the other"))
