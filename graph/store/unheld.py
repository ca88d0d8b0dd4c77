"""The refusal of an answer that no value of Python holds."""

from graph.errors import UsageError
from graph.said import Said


def unheld_value(*, written: bool = False) -> UsageError:
    """The error for a value of an engine that cannot be handed over: a date outside of the calendar, for example.

    `written`: the statement has ended its transactions before its answer was read.
    """
    found = (
        Said("what it wrote is written; its answer holds a value that Python cannot hold")
        if written
        else Said("the answer holds a value that Python cannot hold")
    )
    return UsageError("Cypher", found, Said("dates of the years 1 to 9999"), Said("toString(…) gives it as text"))
