"""GraphML 1.0 and GEXF 1.2: valid for other readers, and read back without a loss."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from graph.export.flat import Flat, Row, allowed, text

GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
GEXF = '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
IN_GEXF = {"type": "relation", "key": "networkx_key"}
START = '<?xml version="1.0" encoding="UTF-8"?>'


def _attribute(said: str) -> str:
    return quoteattr(allowed(said))


def graphml(flat: Flat) -> Iterator[str]:
    """The lines of the network as GraphML; attributes are keys `n0` … of nodes and `r0` … of relationships."""
    return (f"{line}\n" for line in _graphml(flat))


def _graphml(flat: Flat) -> Iterator[str]:
    label = {"label": "string"}
    node_types, edge_types = {**label, **flat.node_types}, {**label, **flat.edge_types}
    node_keys, edge_keys = _keys("n", node_types), _keys("r", edge_types)
    yield START
    yield GRAPHML
    for scope, keys, types in (("node", node_keys, node_types), ("edge", edge_keys, edge_types)):
        for name, key in keys.items():
            yield f'<key id="{key}" for="{scope}" attr.name={_attribute(name)} attr.type="{types[name]}"/>'
    yield '<graph edgedefault="directed">'
    for node, row in flat.nodes:
        yield f"<node id={_attribute(node)}>{_data({'label': row.get('name', node), **row}, node_keys)}</node>"
    for number, start, end, row in flat.edges:
        ends = f"source={_attribute(start)} target={_attribute(end)}"
        yield f'<edge id="{number}" {ends}>{_data({"label": row["type"], **row}, edge_keys)}</edge>'
    yield "</graph>\n</graphml>"


def _keys(prefix: str, types: Mapping[str, str]) -> dict[str, str]:
    return {name: f"{prefix}{number}" for number, name in enumerate(sorted(types))}


def _data(row: Row, keys: Mapping[str, str]) -> str:
    return "".join([f'<data key="{keys[name]}">{_escaped(text(row[name]))}</data>' for name in sorted(row)])


@lru_cache(maxsize=50_000)
def _escaped(said: str) -> str:
    """The text between two tags; names of documents, rules and kinds come again and again."""
    return escape(allowed(said))


def gexf(flat: Flat) -> Iterator[str]:
    """The lines of the network as GEXF. A relationship's type is its attribute `relation`, since GEXF has a `type` of its own, and its
    key is `networkx_key`, where NetworkX looks for it.
    """
    return (f"{line}\n" for line in _gexf(flat))


def _gexf(flat: Flat) -> Iterator[str]:
    node_keys, edge_keys = _keys("", flat.node_types), _keys("", flat.edge_types)
    yield START
    yield f'{GEXF}\n<graph defaultedgetype="directed" mode="static">'
    for scope, keys, types in (("node", node_keys, flat.node_types), ("edge", edge_keys, flat.edge_types)):
        yield f'<attributes class="{scope}" mode="static">'
        for name, key in keys.items():
            yield f'<attribute id="{key}" title={_attribute(IN_GEXF.get(name, name))} type="{types[name]}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for node, row in flat.nodes:
        yield f"<node id={_attribute(node)} label={_attribute(text(row.get('name', node)))}>{_values(row, node_keys)}</node>"
    yield "</nodes>\n<edges>"
    for number, start, end, row in flat.edges:
        ends = f"source={_attribute(start)} target={_attribute(end)}"
        yield f'<edge id="{number}" {ends} label={_attribute(text(row.get("label", row["type"])))}>{_values(row, edge_keys)}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def _values(row: Row, keys: Mapping[str, str]) -> str:
    cells = (f'<attvalue for="{keys[name]}" value={_attribute(text(row[name]))}/>' for name in sorted(row))
    return f"<attvalues>{''.join(cells)}</attvalues>"
