"""What a load is refused for: a loss, a reviewed record in its place, its text under another id."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import RefusedError
from graph.identity import document_id
from graph.said import Said
from graph.statement import NodeRow, RelationshipRow
from graph.store.protocol import Asked
from loaders.rows import Key, Rows

LOSS_LIMIT = 0.2
SAME_TEXT = (
    "MATCH (document:Document) WHERE document.sha256 = $sha256 AND document.id <> $id AND document.external IS NULL "
    "RETURN document.id AS id ORDER BY id"
)


@dataclass(frozen=True)
class Allowed:
    """What the user allows: a record that lost a fifth; one that was extracted in the place of a reviewed one."""

    loss: bool = False
    replacing_reviewed: bool = False


def refuse(
    asked: Asked,
    document: str,
    rows: Rows,
    present: NodeRow | None,
    said: Mapping[Key, RelationshipRow],
    where: str,
    allowed: Allowed,
) -> dict[str, int]:
    """Raise RefusedError for what is not allowed; else how much the document says, at its most, as properties."""
    source = rows.nodes[document_id(document)]
    _refuse_same_text(asked, source, where)
    if present is None:
        return size_of(rows)
    if not allowed.replacing_reviewed:
        _refuse_reviewed(present, source, where)
    size = size_of(rows)
    if allowed.loss:
        return size
    before = _size(said)
    most = {name: max(before[name], _number(present, name)) for name in size}
    _refuse_loss(rows, said, size, most, where)
    return {name: max(most[name], number) for name, number in size.items()}


def _refuse_same_text(asked: Asked, source: NodeRow, where: str) -> None:
    found = asked.rows(SAME_TEXT, {"sha256": source.properties["sha256"], "id": source.id})
    for row in found:
        other = str(row["id"]).removeprefix("document/")
        raise RefusedError(
            where,
            Said("the same text is loaded as {}", repr(other)),
            Said("each text under one id"),
            Said("guapai forget {}, or give the record that name", other),
        )


def _refuse_reviewed(present: NodeRow, source: NodeRow, where: str) -> None:
    if _is_reviewed(present) and not _is_reviewed(source):
        raise RefusedError(
            where,
            Said("an extracted record would replace one that a person reviewed"),
            Said("a reviewed record: one with `reviewed`, or without `extraction_key`"),
            Said("guapai diff shows what differs; guapai load --replace-reviewed replaces it"),
        )


def _is_reviewed(document: NodeRow) -> bool:
    return "reviewed" in document.properties or "extraction_key" not in document.properties


def _refuse_loss(
    rows: Rows,
    said: Mapping[Key, RelationshipRow],
    size: Mapping[str, int],
    most: Mapping[str, int],
    where: str,
) -> None:
    """What is gone now, or has gone since the document said most. Proofs that moved are no loss."""
    gone = sum(1 for key in said if _is_proven(said[key]) and key not in rows.relationships)
    losses = {
        "most_statements": max(gone, most["most_statements"] - size["most_statements"]),
        "most_proofs": most["most_proofs"] - size["most_proofs"],
    }
    for name, lost in losses.items():
        if lost > LOSS_LIMIT * most[name]:
            raise RefusedError(
                where,
                Said("the record lost {} of {} statements that are loaded", lost, most[name]),
                Said("a record that loses at most a fifth"),
                Said("compare the two records, then guapai load --allow-loss"),
            )


def size_of(rows: Rows) -> dict[str, int]:
    """How much a document says, as properties of its node."""
    return _size(rows.relationships)


def _size(relationships: Mapping[Key, RelationshipRow]) -> dict[str, int]:
    proven = [row for row in relationships.values() if _is_proven(row)]
    return {"most_statements": len(proven), "most_proofs": sum(len(_spans(row)) for row in proven)}


def _is_proven(row: RelationshipRow) -> bool:
    return bool(_spans(row))


def _spans(row: RelationshipRow) -> list[object]:
    spans = row.properties.get("spans")
    return list(spans) if isinstance(spans, list) else []


def _number(node: NodeRow, name: str) -> int:
    value = node.properties.get(name, 0)
    return value if isinstance(value, int) else 0
