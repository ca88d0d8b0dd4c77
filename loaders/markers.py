"""What tells that a document is loaded as it is: the hash of all that makes its rows, and how many relationships it owns."""

import hashlib
from collections.abc import Mapping
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
    present = held.find(asked, [("Document", document_id(document)) for document in markers])
    found = {document: present.get(document_id(document)) for document in markers}
    return [
        document
        for document, node in found.items()
        if node and is_loaded(node) and node.properties.get("record_sha256") != markers[document]
    ]


def unchanged(asked: Asked, markers: Mapping[str, str | None]) -> dict[str, int]:
    """Those of the documents whose markers and what is there agree, and how many relationships each of them owns.

    The index of names is compared, too, and not counted.
    """
    present = held.find(asked, [("Document", document_id(document)) for document in markers])
    same: dict[str, NodeRow] = {}
    for document, marker in markers.items():
        node = present.get(document_id(document))
        if marker and node and is_loaded(node) and node.properties.get("record_sha256") == marker:
            same[document] = node
    if not same:
        return {}
    damaged = held.without_place(asked, same)
    owned = held.count_owned(asked, same)
    whole = {one for one, node in same.items() if sum(owned[one]) == node.properties.get("statements")}
    return {one: owned[one][0] for one in same if one in whole and one not in damaged}
