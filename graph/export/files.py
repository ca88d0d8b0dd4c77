"""Networks as files, by the ending of the name: one table of writers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import networkx

from graph.draw.picture import picture_of_network
from graph.draw.text import dot, mermaid
from graph.errors import UsageError, did_you_mean
from graph.export import rdf, tables
from graph.export.flat import Flat, Texts, filled, flat, texts, whole_characters
from graph.export.network import as_network, collecting_later
from graph.export.parts import Part
from graph.export.streamed import Size, UndeclaredError, streamed
from graph.export.xml import gexf, graphml
from graph.plain_text import json_text
from graph.said import Said
from graph.writing import check_target, refuse_stdout, write_together

# What a format needs beside the core; it says so where that is not installed.
LIBRARIES = {".ttl": rdf.library, ".jsonld": rdf.library, ".parquet": tables.library}
IN_TWO = (".csv", ".parquet")
NODES, RELATIONSHIPS = ".nodes", ".relationships"
QUOTE = '"'
Network = networkx.MultiDiGraph
# The content of each file, by what its name has in front of the ending.
Content = str | Iterable[str | bytes]
Writer = Callable[["Network[str]", str], Mapping[str, Content]]


def check_ending(path: Path) -> None:
    """Raise UsageError for a name whose ending says no format, NotThereError for a format that needs an extra."""
    refuse_stdout(path)
    if path.suffix.lower() not in WRITERS:
        found = Said("the ending {} names no format", repr(path.suffix))
        todo = did_you_mean(path.suffix.lower(), WRITERS) or Said("-o graph.graphml")
        raise UsageError(str(path), found, Said("one of {}", ", ".join(WRITERS)), todo)
    LIBRARIES.get(path.suffix.lower(), lambda: None)()


def check_output(path: Path, *, force: bool = False) -> None:
    """Raise before anything is asked what `check_ending` and `check_target` raise, for each file that will be there."""
    check_ending(path)
    for target in targets(path):
        check_target(target, force=force)


def targets(path: Path) -> list[Path]:
    """The files that a name stands for: `a.csv`, as either of its two, is `a.nodes.csv` and `a.relationships.csv`."""
    if path.suffix.lower() not in IN_TWO:
        return [path]
    stem = path.stem
    for part in (NODES, RELATIONSHIPS):
        stem = stem.removesuffix(part) or stem
    return [path.with_name(f"{stem}{part}{path.suffix}") for part in (NODES, RELATIONSHIPS)]


def write_network(network: "Network[str]", path: Path, language: str = "en") -> None:
    """Write a network; each file appears whole or not at all. Pictures name things in "zh" or "en".

    Raises UsageError for an unknown ending, and what `write_whole` raises.
    """
    check_output(path, force=True)
    _write(WRITERS[path.suffix.lower()](network, language), path)


def check_yed(path: Path) -> None:
    """Raise UsageError for a file that is no GraphML."""
    if path.suffix.lower() != ".graphml":
        raise UsageError(str(path), Said("yEd takes another format"), "-o FILE.graphml", Said("-o graph.graphml"))


def write_part(part: Part, path: Path, language: str = "en", *, for_yed: bool = False) -> Size:
    """The same for a part of a store, and how much it is; what can be written as it is read takes no network."""
    if for_yed:
        check_yed(path)
    check_output(path, force=True)
    ending = YED if for_yed else path.suffix.lower()
    if (as_it_comes := AS_IT_COMES.get(ending)) is not None:
        try:
            rows, size = streamed(part, as_text=ending not in VALUES)
            with collecting_later():
                _write(as_it_comes(rows), path)
        except UndeclaredError:  # somebody else's value has another type than the schema says: types are looked for
            pass
        else:
            return size
    network = as_network(part)
    _write(as_it_comes(flat(network)) if as_it_comes else WRITERS[ending](network, language), path)
    return Size(network.number_of_nodes(), network.number_of_edges())


def _write(contents: Mapping[str, Content], path: Path) -> None:
    write_together(dict(zip(targets(path), contents.values(), strict=True)))


def _node_link(network: "Network[str]", _language: str) -> Mapping[str, str]:
    return {"": json_text(networkx.node_link_data(network, edges="edges"), indent=1)}


def _cytoscape(network: "Network[str]", _language: str) -> Mapping[str, str]:
    """Nodes and relationships share one list of ids there; a name that is empty stays empty."""
    data = networkx.cytoscape_data(network)
    for node, own in zip(data["elements"]["nodes"], network.nodes.values(), strict=True):
        node["data"].update(own)
    prefix = "e"
    while any(node.startswith(prefix) and node[len(prefix) :].isdecimal() for node in network):
        prefix += "-"
    for number, edge in enumerate(data["elements"]["edges"]):
        edge["data"]["id"] = f"{prefix}{number}"
    return {"": json_text(data, indent=1)}


def _csv(tables: Flat) -> Mapping[str, Content]:
    return {NODES: _nodes_csv(tables), RELATIONSHIPS: _relationships_csv(tables)}


def _nodes_csv(tables: Flat) -> Iterator[str]:
    names = ["id", "labels", *sorted(tables.node_types.keys() - {"labels"})]
    yield _table(names, {name: [name] for name in names})
    for nodes in tables.nodes():
        yield _table(names, {**texts(nodes.properties), "id": nodes.keys[0]})


def _relationships_csv(tables: Flat) -> Iterator[str]:
    names = ["id", "start", "end", "type", "key", *sorted(tables.link_types.keys() - {"type", "key"})]
    yield _table(names, {name: [name] for name in names})
    done = 0
    for links in tables.links():
        starts, ends, keys = links.keys
        ids = [f"e{number}" for number in range(done, done + len(keys))]
        done += len(keys)
        own: Texts = {**texts(links.properties), "id": ids, "start": starts, "end": ends, "key": keys}
        yield _table(names, own)


def _table(names: list[str], own: Texts) -> str:
    """The lines of some rows; a name that is no column of theirs stays empty."""
    form = ",".join("%s" if name in own else "" for name in names)
    return filled(f"{form}\r\n", [_cells(own[name]) for name in names if name in own])


def _cells(column: Sequence[str]) -> Sequence[str]:
    """The cells of a column: in quotes where one of them needs quotes, all that are not empty."""
    together = "".join(column)
    if "\\" in together or not together.isprintable():
        doubled = [whole_characters(one).replace(QUOTE, QUOTE * 2) for one in column]
    elif QUOTE in together:  # no text holds a line end: all are looked at as one
        doubled = "\n".join(column).replace(QUOTE, QUOTE * 2).split("\n")
    elif "," in together:
        doubled = list(column)
    else:
        return column
    return [f'"{one}"' if one else "" for one in doubled]


YED = ".graphml for yEd"
# What is written as it comes, without a network: the rows may be those of a store.
AS_IT_COMES: dict[str, Callable[[Flat], Mapping[str, Content]]] = {
    ".graphml": lambda tables: {"": graphml(tables)},
    YED: lambda tables: {"": graphml(tables, for_yed=True)},
    ".gexf": lambda tables: {"": gexf(tables)},
    ".csv": _csv,
    ".parquet": lambda flat: {NODES: tables.nodes(flat), RELATIONSHIPS: tables.relationships(flat)},
}
VALUES = (".parquet",)  # takes values; all others take texts

WRITERS: dict[str, Writer] = {
    ".graphml": lambda network, _: AS_IT_COMES[".graphml"](flat(network)),
    ".gexf": lambda network, _: AS_IT_COMES[".gexf"](flat(network)),
    ".json": _node_link,
    ".cyjs": _cytoscape,
    ".csv": lambda network, _: _csv(flat(network)),
    ".parquet": lambda network, _: AS_IT_COMES[".parquet"](flat(network)),
    ".ttl": lambda network, _: {"": rdf.turtle(network)},
    ".jsonld": lambda network, _: {"": rdf.json_ld(network)},
    ".mmd": lambda network, language: {"": mermaid(picture_of_network(network, language))},
    ".dot": lambda network, language: {"": dot(picture_of_network(network, language))},
}
