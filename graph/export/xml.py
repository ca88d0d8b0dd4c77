"""GraphML 1.0 and GEXF 1.2: valid for other readers, and read back without a loss."""

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from graph.export import yed
from graph.export.flat import Flat, Texts, allowed, filled, is_plain, texts

GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)
GEXF = '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">'
IN_GEXF = {"type": "relation", "key": "networkx_key"}
START = '<?xml version="1.0" encoding="UTF-8"?>'


def graphml(flat: Flat, *, for_yed: bool = False) -> Iterator[str]:
    """The network as GraphML; attributes are keys `n0` … of nodes and `r0` … of relationships. yEd draws what is made for it."""
    label = {"label": "string"}
    node_types, link_types = {**label, **flat.node_types}, {**label, **flat.link_types}
    node_keys, link_keys = _keys("n", node_types), _keys("r", link_types)
    yield f"{START}\n{GRAPHML[:-1]}{yed.NAMESPACE if for_yed else ''}>\n"
    for scope, keys, types in (("node", node_keys, node_types), ("edge", link_keys, link_types)):
        for name, key in keys.items():
            yield f'<key id="{key}" for="{scope}" attr.name={_attribute(name)} attr.type="{types[name]}"/>\n'
    yield (yed.KEYS if for_yed else "") + '<graph edgedefault="directed">\n'
    for nodes in flat.nodes():
        (ids,) = nodes.keys
        said = _labelled(texts(nodes.properties), "name", ids)
        form, columns = _data(node_keys, said)
        if for_yed:
            form, columns = f"{form}%s", [*columns, yed.node_graphics(said["label"], said.get("labels", ids))]
        yield filled(f"<node id=%s>{form}</node>\n", [_attributes(ids), *columns])
    done = 0
    for links in flat.links():
        starts, ends, names = links.keys
        said = _labelled({**texts(links.properties), "key": names}, "type", names)
        form, columns = _data(link_keys, said)
        if for_yed:
            form, columns = f"{form}%s", [*columns, yed.link_graphics(said["label"])]
        form = f'<edge id="e%d" source=%s target=%s>{form}</edge>\n'
        numbers = range(done, done := done + len(names))
        yield filled(form, [numbers, _attributes(starts), _attributes(ends), *columns])
    yield "</graph>\n</graphml>\n"


def _labelled(columns: Texts, shown: str, otherwise: Sequence[str]) -> Texts:
    """Columns with the `label` that programs show: a thing's own, else what is called `shown`, else what is left."""
    for name in (shown, "label"):
        if name in columns:
            column = columns[name]
            otherwise = [one or other for one, other in zip(column, otherwise, strict=True)] if "" in column else column
    return {**columns, "label": otherwise}


def _data(keys: Mapping[str, str], columns: Texts) -> tuple[str, list[Sequence[str]]]:
    """The `data` elements of each row, as a form and what goes into it."""
    form, own = "", []
    for name, column in columns.items():
        start, end = f'<data key="{keys[name]}">', "</data>"
        said = column if is_plain(column, "&<>") else [escape(allowed(one)) for one in column]
        part, cells = _optional(start, said, end)
        form += part
        own += cells
    return form, own


def _optional(start: str, column: Sequence[str], end: str) -> tuple[str, list[Sequence[str]]]:
    """An element with the texts of a column, as a form and what goes into it; it is left out where a text is empty."""
    if column and column.count(column[0]) == len(column):
        return (start + column[0].replace("%", "%%") + end if column[0] else ""), []
    if "" not in column:
        return f"{start}%s{end}", [column]
    return "%s", [[f"{start}{one}{end}" if one else "" for one in column]]


def _attributes(column: Sequence[str]) -> Sequence[str]:
    """Texts as values of attributes, with their quotes."""
    if is_plain(column, '&<>"'):
        return [f'"{one}"' for one in column]
    return [_attribute(one) for one in column]


def _attribute(said: str) -> str:
    return quoteattr(allowed(said))


def _keys(prefix: str, types: Mapping[str, str]) -> dict[str, str]:
    return {name: f"{prefix}{number}" for number, name in enumerate(sorted(types))}


def gexf(flat: Flat) -> Iterator[str]:
    """The network as GEXF. A relationship's type is its attribute `relation`, since GEXF has a `type` of its own, and its
    key is `networkx_key`, where NetworkX looks for it.
    """
    node_keys, link_keys = _keys("", flat.node_types), _keys("", flat.link_types)
    yield f'{START}\n{GEXF}\n<graph defaultedgetype="directed" mode="static">\n'
    for scope, keys, types in (("node", node_keys, flat.node_types), ("edge", link_keys, flat.link_types)):
        yield f'<attributes class="{scope}" mode="static">\n'
        for name, key in keys.items():
            yield f'<attribute id="{key}" title={_attribute(IN_GEXF.get(name, name))} type="{types[name]}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for nodes in flat.nodes():
        (ids,), said = nodes.keys, texts(nodes.properties)
        form, columns = _values(node_keys, said)
        shown = [one or other for one, other in zip(said.get("name", ids), ids, strict=True)]
        yield filled(f"<node id=%s label=%s>{form}</node>\n", [_attributes(ids), _attributes(shown), *columns])
    yield "</nodes>\n<edges>\n"
    done = 0
    for links in flat.links():
        starts, ends, names = links.keys
        said = {**texts(links.properties), "key": names}
        form, columns = _values(link_keys, said)
        labels = _labelled(said, "type", names)["label"]
        form = f'<edge id="e%d" source=%s target=%s label=%s>{form}</edge>\n'
        numbers = range(done, done := done + len(names))
        yield filled(form, [numbers, *map(_attributes, (starts, ends, labels)), *columns])
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(keys: Mapping[str, str], columns: Texts) -> tuple[str, list[Sequence[str]]]:
    """The `attvalue` elements of each row, as a form and what goes into it."""
    form, own = "", []
    for name, column in sorted(columns.items()):
        said: Sequence[str] = (
            [_attribute(one) if one else "" for one in column] if "" in column else _attributes(column)
        )
        part, cells = _optional(f'<attvalue for="{keys[name]}" value=', said, "/>")
        form += part
        own += cells
    return f"<attvalues>{form}</attvalues>", own
