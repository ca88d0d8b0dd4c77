"""The open questions of a record: which of them leave its structure in doubt, and how they are listed."""

from graph.schema import QuestionKind
from loaders.record import Record, Remark

# A question about structure: a name that may be lost, two readings, a place. The others are about numbers and duties.
STRUCTURAL: tuple[QuestionKind, ...] = ("lost_name", "two_readings", "unknown_place")
# What could change most, first.
ORDER: tuple[QuestionKind, ...] = (*STRUCTURAL, "number", "duty_without_function")
COLUMNS = ["kind", "seen", "lines", "why"]


def structural(record: Record) -> list[Remark]:
    """The questions that leave the structure in doubt; of an older record all that have no kind."""
    return [question for question in record.questions if question.kind in (None, *STRUCTURAL)]


def weight(kind: QuestionKind | None) -> int:
    """How far behind a kind of question stands: first what could change most; one of an older record without a kind is such."""
    return ORDER.index(kind) if kind else 0


def listed(record: Record) -> list[tuple[QuestionKind | None, str | None, list[int], str]]:
    """A row for each question, in the order of the record: kind, the name that was seen, lines, why it is asked."""
    return [(one.kind, one.seen, sorted({quote.span.line for quote in one.at}), one.reason) for one in record.questions]
