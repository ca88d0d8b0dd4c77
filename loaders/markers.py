"""What tells that a document is loaded as it is: the hash of all that makes its rows, and how many relationships it owns."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache

from graph.folders import bundled
from graph.identity import document_id
from graph.statement import NodeRow
from graph.store import held
from graph.store.protocol import Asked
from graph.version import SCHEMA_VERSION

# What the marker of a load stands for besides: a graph of a load that noted less is brought up to it by the next one.
NOTES = "digests"
# What a load notes of itself on the document.
NOTED = frozenset(
    ("loaded_at", "record_sha256", "statements", "most_statements", "most_proofs", "text_kept", "digests")
)

NOTED_TEXT = (
    "UNWIND $ids AS id MATCH (document:Document {id: id}) WHERE document.external IS NULL "
    "RETURN document.id AS id, document.record_sha256 AS marker, document.statements AS statements"
)


def record_marker(digest: str) -> str:
    """The hash of a record file, the data files and the schema."""
    return hashlib.sha256(f"{digest} {_data_digest()} {SCHEMA_VERSION} {NOTES}".encode()).hexdigest()


@cache
def _data_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted(bundled("data").glob("*.yaml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def is_loaded(document: NodeRow) -> bool:
    """Is it a document that was loaded? One that is only cited, or only stays because of others, is not."""
    return "external" not in document.properties


def is_unchanged(asked: Asked, document: str, marker: str) -> int:
    """How many relationships the document owns, where its marker and what is there agree; else 0."""
    return unchanged(asked, {document: marker}).get(document, 0)


def differing(asked: Asked, markers: Mapping[str, str]) -> list[str]:
    """Those of the documents that are loaded, but from another record file than the one with this marker."""
    return [document for document, (marker, _) in _noted(asked, markers).items() if marker != markers[document]]


def unchanged(asked: Asked, markers: Mapping[str, str | None]) -> dict[str, int]:
    """Those of the documents whose markers and what is there agree, and how many relationships each of them owns.

    The index of names is compared, too, and not counted.
    """
    noted = _noted(asked, markers).items()
    same = {document: count for document, (marker, count) in noted if marker and marker == markers[document]}
    if not same:
        return {}
    damaged = held.without_place(asked, same)
    owned = held.count_owned(asked, same)
    return {one: owned[one][0] for one, count in same.items() if sum(owned[one]) == count and one not in damaged}


def _noted(asked: Asked, documents: Iterable[str]) -> dict[str, tuple[str | None, int | None]]:
    """Those of the documents that are loaded: the marker of each, and how many relationships it owns."""
    names = {document_id(document): document for document in documents}
    rows = asked.rows(NOTED_TEXT, {"ids": list(names)})
    return {names[row["id"]]: (row["marker"], row["statements"]) for row in rows}
