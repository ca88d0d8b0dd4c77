"""Duties: which matters a unit does, in which roles; and the function tree above them."""

from collections.abc import Iterator

from graph.schema import ResponsibleFor
from loaders.context import INTERNAL, Context, Placed, Statement
from loaders.reference import functions
from loaders.yaml_reading import Location


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """One ResponsibleFor per clause and function; clauses about one function become one relationship later."""
    level = "unit" if placed.unit.kind in INTERNAL else "bureau"
    for index, duty in enumerate(placed.unit.duties):
        roles, proof = sorted(set(duty.roles)), context.proof(duty)
        for code in duty.functions:
            yield from known(code, context, (*placed.path, "duties", index, "functions"))
            yield ResponsibleFor(start_id=placed.id, end_id=code, roles=roles, level=level, **proof)


def known(code: str, context: Context, path: Location) -> Iterator[Statement]:
    """The node of a function and that of the wider one; raises ContentError for an unknown code."""
    context.function(code, path)
    yield from functions().around(code)
