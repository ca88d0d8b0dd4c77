"""Documents of one graph are brought into another, one after the other."""

from graph.identity import document_id
from graph.store.protocol import Counters, Store
from loaders.held_rows import held_rows
from loaders.load import Loaded, bring, not_loaded
from loaders.markers import NOTED, is_unchanged
from loaders.refusals import Allowed
from loaders.rows import Rows


def copy_document(source: Store, target: Store, document: str, allowed: Allowed) -> Loaded:
    """Bring a document of `source` into `target`; what is there as it is stays unchanged.

    Raises NotThereError where it is gone, RefusedError as loading its record would.
    """
    rows = held_rows(source, document)
    if rows is None:
        raise not_loaded(source, document)
    own_id = document_id(document)
    # A document that was carried over from an older graph has no marker: its record is loaded again the next time.
    marker = str(rows.nodes[own_id].properties.get("record_sha256", ""))
    if marker and (same := is_unchanged(target, document, marker)):
        return Loaded(document, "unchanged", Counters(), None, same)
    return bring(target, document, _plain(rows, own_id), marker, source.name, allowed)


def _plain(rows: Rows, own_id: str) -> Rows:
    """The rows without what a graph notes of a load."""
    node = rows.nodes[own_id]
    properties = {name: value for name, value in node.properties.items() if name not in NOTED}
    return Rows({**rows.nodes, own_id: type(node)(node.id, node.labels, properties)}, rows.relationships)
