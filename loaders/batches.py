"""Several documents in one transaction: for a first load, where a transaction for each costs more than its rows do.

What is there already, and what is refused, goes its usual way, alone. The graph is that of one document after the other.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.errors import GuapaiError, OutcomeUnknownError, UnwritableError
from graph.identity import document_id
from graph.statement import Batch, NodeRow, RelationshipRow, Value
from graph.store import held
from graph.store.protocol import Asked, Counters, Store, Transaction
from loaders.claims import agrees, is_claimed, shown
from loaders.load import Loaded, bring, marked
from loaders.plan import by_key, relabelled
from loaders.refusals import Allowed, size_of
from loaders.rows import Key, Rows

LOADED_TEXTS = (
    "MATCH (document:Document) WHERE document.sha256 IN $texts AND document.external IS NULL "
    "RETURN document.sha256 AS sha256"
)


@dataclass(frozen=True)
class Prepared:
    """A document that is ready to be written: its id, its rows, the hash of what made them, and its file."""

    document: str
    rows: Rows
    marker: str
    where: str


def bring_several(store: Store, waiting: Sequence[Prepared], allowed: Allowed) -> Iterator[Loaded | GuapaiError]:
    """Bring a store to the rows of several documents; an outcome or an error for each, in their order.

    What is new is written in one transaction. Where that fails as a whole, or is not known to have ended, each is
    tried alone: what was written already is found unchanged.
    """
    done: dict[str, Loaded] = {}
    try:
        done = store.change(lambda transaction: _bring_new(transaction, waiting)) if len(waiting) > 1 else {}
    except (OutcomeUnknownError, UnwritableError):
        raise
    except GuapaiError:
        done = {}
    for one in waiting:
        try:
            if one.document in done:  # of one that comes twice, this was the first: the second is compared
                yield done.pop(one.document)
            else:
                yield bring(store, one.document, one.rows, one.marker, one.where, allowed)
        except UnwritableError:
            raise
        except GuapaiError as error:
            yield error


def _bring_new(transaction: Transaction, waiting: Sequence[Prepared]) -> dict[str, Loaded]:
    """Write the documents of which nothing is there; what became of each, by its id."""
    texts = [_text(one) for one in waiting]
    ids = [document_id(one.document) for one in waiting]
    there = set(held.find(transaction, [("Document", own_id) for own_id in ids]))
    loaded = {row["sha256"] for row in transaction.rows(LOADED_TEXTS, {"texts": texts})}
    new: dict[str, Prepared] = {}
    for one, own_id, text in zip(waiting, ids, texts, strict=True):
        if own_id not in there and text not in loaded:
            marks: dict[str, Value] = {"record_sha256": one.marker, **size_of(one.rows)}
            new[one.document] = replace(one, rows=marked(one.rows, own_id, None, marks))
            there.add(own_id)
            loaded.add(text)
    transaction.write(plan_new(transaction, [one.rows for one in new.values()]))
    return {
        name: Loaded(name, "loaded", Counters(len(one.rows.nodes), 0, one.rows.owned), *one.rows.size)
        for name, one in new.items()
    }


def _text(one: Prepared) -> str:
    """The hash of the document's text: each text stands under one id."""
    return str(one.rows.nodes[document_id(one.document)].properties["sha256"])


def plan_new(asked: Asked, documents: Sequence[Rows]) -> Batch:
    """What has to be written so that documents of which nothing is there say their rows."""
    nodes: dict[str, NodeRow] = {}
    links: dict[Key, RelationshipRow] = {}
    claims: defaultdict[str, list[RelationshipRow]] = defaultdict(list)
    for rows in documents:
        for key, node in rows.nodes.items():
            nodes.setdefault(key, node)
        links |= rows.relationships
        for row in rows.relationships.values():
            if row.type in held.CLAIMS:
                claims[row.ends[0]].append(row)
    present = held.find(asked, {row.address for row in nodes.values()})
    after = _after(asked, nodes, claims, present)
    labels = {key: row.labels[0] for key, row in (present | after).items()}
    made = sorted((row for key, row in after.items() if key not in present), key=lambda row: row.key)
    changed = [(present[key], row) for key, row in sorted(after.items()) if key in present and row != present[key]]
    fresh = {row.key for row in made} | {row.key for _, row in changed}
    new = [relabelled(row, labels) for row in links.values()]
    return Batch(
        put_nodes=tuple(made),
        change_nodes=tuple(changed),
        put_relationships=by_key(row for row in new if row.document),
        links=by_key(row for row in new if not row.document and not fresh.isdisjoint(row.ends)),
        present=present,
    )


def _after(
    asked: Asked,
    nodes: dict[str, NodeRow],
    claims: dict[str, list[RelationshipRow]],
    present: dict[str, NodeRow],
) -> dict[str, NodeRow]:
    """Every node as it is afterwards; left out: what is there and shows all that is said of it."""
    after: dict[str, NodeRow] = {}
    undecided: list[NodeRow] = []
    for key, node in nodes.items():
        there = present.get(key)
        if not is_claimed(node):
            after[key] = node
        elif there is None:
            after[key] = shown(node.id, claims[key])
        elif not all(agrees(claim, there) for claim in claims[key]):
            undecided.append(there)
    others = held.claims(asked, undecided, "")
    return after | {node.key: shown(node.id, [*others.get(node.key, ()), *claims[node.key]]) for node in undecided}
