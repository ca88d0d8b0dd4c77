"""GraphML 1.0 and GEXF 1.2: valid for other readers, and read back without a loss."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

from graph.export.flat import Cells, Flat, allowed

GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
GEXF = '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
IN_GEXF = {"type": "relation", "key": "networkx_key"}
START = '<?xml version="1.0" encoding="UTF-8"?>'


LINES = 500  # written at once
AS_THEY_ARE = 100_000  # ids of ends that are remembered as attributes


def in_pieces(lines: Iterator[str]) -> Iterator[str]:
    """Some hundreds of lines at a time."""
    while some := list(islice(lines, LINES)):
        yield "".join(some)


@lru_cache(maxsize=AS_THEY_ARE)
def _attribute(said: str) -> str:
    return quoteattr(allowed(said))


def graphml(flat: Flat) -> Iterator[str]:
    """The network as GraphML; attributes are keys `n0` … of nodes and `r0` … of relationships."""
    return in_pieces(_graphml(flat))


def _graphml(flat: Flat) -> Iterator[str]:
    label = {"label": "string"}
    node_types, edge_types = {**label, **flat.node_types}, {**label, **flat.edge_types}
    node_keys, edge_keys = _keys("n", node_types), _keys("r", edge_types)
    yield f"{START}\n{GRAPHML}\n"
    for scope, keys, types in (("node", node_keys, node_types), ("edge", edge_keys, edge_types)):
        for name, key in keys.items():
            yield f'<key id="{key}" for="{scope}" attr.name={_attribute(name)} attr.type="{types[name]}"/>\n'
    yield '<graph edgedefault="directed">\n'
    node_data, edge_data = _Data(node_keys), _Data(edge_keys)
    for node, own in flat.nodes:
        yield f"<node id={_attribute(node)}>{node_data.of(own, 'name', node)}</node>\n"
    for number, (start, end, key, (names, texts)) in enumerate(flat.edges):
        ends = f"source={_attribute(start)} target={_attribute(end)}"
        own = (*names, "key"), [*texts, key]
        yield f'<edge id="e{number}" {ends}>{edge_data.of(own, "type", key)}</edge>\n'
    yield "</graph>\n</graphml>\n"


class _Data:
    """The `data` elements of one thing: a form for each set of names, which is filled in."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.keys = keys
        self.forms: dict[tuple[str, ...], str] = {}

    def of(self, own: Cells, shown: str, otherwise: str) -> str:
        """What a thing has; programs show as its label what is called `shown`, unless it has a `label`."""
        names, texts = own
        form = self.forms.get(names)
        if form is None:
            form = self.forms[names] = self._form(names)
        if "label" not in names:
            texts = [*texts, texts[names.index(shown)] if shown in names else otherwise]
        together = "".join(texts)
        if not together.isprintable() or "&" in together or "<" in together or ">" in together or "\\" in together:
            texts = [escape(allowed(one)) for one in texts]
        return form % tuple(texts)

    def _form(self, names: tuple[str, ...]) -> str:
        labelled = names if "label" in names else (*names, "label")
        return "".join(f'<data key="{self.keys[name]}">%s</data>' for name in labelled)


def _keys(prefix: str, types: Mapping[str, str]) -> dict[str, str]:
    return {name: f"{prefix}{number}" for number, name in enumerate(sorted(types))}


def gexf(flat: Flat) -> Iterator[str]:
    """The network as GEXF. A relationship's type is its attribute `relation`, since GEXF has a `type` of its own, and its
    key is `networkx_key`, where NetworkX looks for it.
    """
    return in_pieces(f"{line}\n" for line in _gexf(flat))


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
    for node, own in flat.nodes:
        row = dict(zip(*own, strict=True))
        yield f"<node id={_attribute(node)} label={_attribute(row.get('name', node))}>{_values(row, node_keys)}</node>"
    yield "</nodes>\n<edges>"
    for number, (start, end, key, own) in enumerate(flat.edges):
        row = {**dict(zip(*own, strict=True)), "key": key}
        ends = f"source={_attribute(start)} target={_attribute(end)}"
        label = _attribute(row.get("label") or row.get("type", key))
        yield f'<edge id="e{number}" {ends} label={label}>{_values(row, edge_keys)}</edge>'
    yield "</edges>\n</graph>\n</gexf>"


def _values(row: Mapping[str, str], keys: Mapping[str, str]) -> str:
    cells = (f'<attvalue for="{keys[name]}" value={_attribute(row[name])}/>' for name in sorted(row))
    return f"<attvalues>{''.join(cells)}</attvalues>"
