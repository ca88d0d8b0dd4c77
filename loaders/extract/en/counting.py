"""Numbers of units, branches and institutions that English sentences announce, and whose they are."""

from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.en.counts import INSIDE, OF_LEVEL, TOTAL, added_up, counts_in
from loaders.extract.en.counts import YEAR_FIRST as YEAR_FIRST
from loaders.extract.en.whose import speaks_of_itself, tells_of_body
from loaders.extract.en.whose import subject_of as subject_of
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Owners
from loaders.extract.rules.rule import Rule

AND_MORE = TOTAL
WHOLE = True
NOTHING = (
    Rule(
        "en.count.none", "no divisions", "(?P<names>no internal (?:units|institutions|divisions|departments))", hint="no_internal",
        finds={"There are no internal divisions": ("no internal divisions",)}, leaves=("the 5 internal divisions",),
    ),
)  # fmt: skip


def found(line: int, text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """Bare "institutions" are divisions where their list follows below, else institutions."""
    for what, number, begin, stop in added_up(text, start, end):
        last = not text[stop:end].strip(" .:")
        kind = what or ("divisions" if last else "institutions")
        yield kind, str(number), Span(line, begin, stop)


def is_looked_after(owners: Owners, text: str, statement: Statement, before: int) -> bool:
    """What a sentence about a unit counts is what the unit looks after, but for one that says what the body has."""
    return statement.owner.kind == "division" and not tells_of_body(owners, text, statement, before)


def meant(owners: Owners, text: str, statement: Statement, owner: Draft, what: str, where: Span) -> str:
    """What is counted: a unit has divisions, and what a section about institutions counts are these."""
    if owner.kind in ("division", "party_unit") and what in ("institutions", "branches"):
        return "divisions"
    if what == "divisions" and statement.section == "institutions":
        own = speaks_of_itself(owners, text, statement, where.start)
        return "institutions" if own and not INSIDE.search(text, where.start, where.end) else what
    return what


def is_counted(front: str) -> bool:
    """Whether bodies are counted in front of a list."""
    return any(counts_in(front, 0, len(front)))


def counts_others(text: str, start: int, end: int) -> bool:
    """Whether what is counted last in front of a list is no division."""
    counted = list(counts_in(text, start, end))
    last = max(counted, key=lambda one: one[2]) if counted else None
    if last and last[0] is None:
        return OF_LEVEL.search(text, last[3], end) is not None
    return last is not None and last[0] in ("institutions", "branches")
