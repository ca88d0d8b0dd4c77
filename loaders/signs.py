"""Signs and all other names of a unit."""

from collections.abc import Iterator

from graph.identity import name_key
from graph.proof import distinct_lines
from graph.schema import Alias, Denotes, HangsSign, KnownAs
from loaders import record
from loaders.context import Context, Statement, names
from loaders.places import places


def statements(alias: record.Alias, owner: str, context: Context) -> Iterator[Statement]:
    """The name as an alias of `owner`, the unit that has it, and the body it denotes if that is in the graph.

    Yields one Alias, one HangsSign or KnownAs, at most one Denotes, in this order.
    """
    key = alias.key or name_key(alias.name, places().names(context.record.place))
    node = Alias(
        id=context.owned(owner, "alias", key),
        kind=alias.kind,
        language=alias.language or context.record.document.language,
        document=context.document,
        lines=distinct_lines(alias.at),
        **names(alias),
    )
    yield node
    proof = context.proof(alias)
    if alias.kind == "sign":
        yield HangsSign(start_id=owner, end_id=node.id, wording=alias.wording, **proof)
    else:
        yield KnownAs(start_id=owner, end_id=node.id, **proof)
    if alias.denotes:
        yield Denotes(start_id=node.id, end_id=alias.denotes, **proof)
