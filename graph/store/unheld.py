"""The refusal of an answer that no value of Python holds."""

from graph.errors import UsageError
from graph.said import Said


def unheld_value() -> UsageError:
    """The error for a value of an engine that cannot be handed over: a date outside of the calendar, for example."""
    return UsageError(
        "Cypher",
        Said("the answer holds a value that Python cannot hold"),
        Said("dates of the years 1 to 9999"),
        Said("toString(…) gives it as text"),
    )


def unheld_of_written() -> UsageError:
    """The error where the statement has ended its transactions before its answer was read."""
    return UsageError(
        "Cypher",
        Said("what it wrote is written; its answer holds a value that Python cannot hold"),
        Said("dates of the years 1 to 9999"),
        Said("toString(…) gives it as text"),
    )
