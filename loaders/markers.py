"""What tells that a document is loaded as it is: the hash of all that makes its rows, and how many relationships it owns."""

import hashlib
from functools import cache

from graph.folders import bundled
from graph.identity import document_id
from graph.statement import NodeRow
from graph.store import held
from graph.store.protocol import Asked
from graph.version import SCHEMA_VERSION


def record_marker(digest: str) -> str:
    """The hash of a record file, the data files and the schema."""
    return hashlib.sha256(f"{digest} {_data_digest()} {SCHEMA_VERSION}".encode()).hexdigest()


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
    """How many relationships the document owns, where its marker and what is there agree; else 0.

    The index of names is compared, too, and not counted.
    """
    own_id = document_id(document)
    present = held.find(asked, [("Document", own_id)]).get(own_id)
    if present is None or not is_loaded(present) or present.properties.get("record_sha256") != marker:
        return 0
    said, names = held.count_owned(asked, document)
    whole = said + names == present.properties.get("statements") and not held.without_place(asked, document)
    return said if whole else 0
