"""Duties and bodies that changed, and the divisions of labour that a document states."""

from collections import Counter
from collections.abc import Iterator

from graph.proof import distinct_lines
from graph.schema import After, Before, Between, Boundary, ChangeEvent, Concerns
from loaders import functions
from loaders.context import Context, Placed, Statement


def statements(placed: Placed, context: Context) -> Iterator[Statement]:
    """Each change with what was before and after it, each boundary with the shares of both sides."""
    yield from _changes(placed, context)
    yield from _boundaries(placed, context)


def _changes(placed: Placed, context: Context) -> Iterator[Statement]:
    numbers: Counter[str] = Counter()
    for index, change in enumerate(placed.unit.changes):
        numbers[change.kind] += 1
        name = change.name or f"{change.kind} {numbers[change.kind]}"
        node = ChangeEvent(
            id=context.owned(placed.body_id, "change-event", f"{change.kind}-{numbers[change.kind]}"),
            name=name,
            kind=change.kind,
            date=change.date,
            date_relation=change.date_relation,
            document=context.document,
            lines=distinct_lines(change.at),
        )
        yield node
        for relation, mentions in ((Before, change.before), (After, change.after)):
            for mention in mentions:
                other, needed = context.mention(mention, placed)
                yield from needed
                yield relation(start_id=node.id, end_id=other, **context.proof(mention))
        for code in change.functions:
            yield from functions.known(code, context, (*placed.path, "changes", index, "functions"))
            yield Concerns(start_id=node.id, end_id=code, **context.proof(change))


def _boundaries(placed: Placed, context: Context) -> Iterator[Statement]:
    for number, boundary in enumerate(placed.unit.boundaries, 1):
        node = Boundary(
            id=context.owned(placed.body_id, "boundary", str(number)),
            name=boundary.name or f"boundary {number}",
            document=context.document,
            lines=distinct_lines(boundary.at),
        )
        yield node
        for share in boundary.shares:
            other, needed = context.mention(share, placed)
            yield from needed
            told = {"share": share.share, "share_zh": share.share_zh, "share_en": share.share_en}
            yield Between(start_id=node.id, end_id=other, **told, **context.proof(share))
        for code in boundary.functions:
            yield from functions.known(code, context, (*placed.path, "boundaries", number - 1, "functions"))
            yield Concerns(start_id=node.id, end_id=code, **context.proof(boundary))
