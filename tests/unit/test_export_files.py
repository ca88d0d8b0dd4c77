"""Any graph that the schema allows, with hostile text, is the same when other programs read the files."""

import csv
import errno
import html
import io
import json
import os
import re
import resource
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import igraph
import networkx
import pyarrow.parquet
import pytest
import rustworkx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import RefusedError, UsageError
from graph.export.asked import LABELS
from graph.export.files import WRITERS, check_output, targets, write_network
from graph.export.said_lists import TYPES
from graph.export.yed import node_graphics
from graph.schema import NODE_BY_LABEL, RELATIONSHIP_BY_TYPE

HOSTILE = "\"']]>&<b>\\ud800\\u005c\\u0041\\\r\n\t\x00\x1b\u202e\ufffe\ud800𠮷"
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=8) | st.just(HOSTILE)
LONG = st.integers(-(2**63), 2**63 - 1)
VALUES = {str: ANY_TEXT, int: LONG, bool: st.booleans(), float: st.floats(0, 1, allow_subnormal=False)}


def kind_of(annotation: Any) -> Any:
    """What the values of a property are: str, int, bool, float, or list[…] of one."""
    if get_origin(annotation) is Literal:
        return str
    parts = [part for part in get_args(annotation) if part is not NoneType]
    if get_origin(annotation) is list:
        return list[kind_of(parts[0])]
    if annotation in VALUES:
        return annotation
    return kind_of(parts[0]) if parts and not isinstance(parts[0], str) else str


def properties(model: Any) -> dict[str, Any]:
    ours = ((name, kind_of(field.annotation)) for name, field in model.model_fields.items())
    return {name: kind for name, kind in ours if name not in ("id", "start_id", "end_id")}


def values(kind: Any) -> st.SearchStrategy:
    return st.lists(VALUES[get_args(kind)[0]], max_size=3) if get_origin(kind) is list else VALUES[kind]


def some(model: Any) -> st.SearchStrategy:
    return st.fixed_dictionaries({}, optional={name: values(kind) for name, kind in properties(model).items()})


NODES = {label: some(NODE_BY_LABEL[label]) for label in sorted(LABELS)}
EDGES = {kind: some(RELATIONSHIP_BY_TYPE[kind]) for kind in TYPES}


@st.composite
def networks(draw: st.DrawFn) -> networkx.MultiDiGraph:
    network: networkx.MultiDiGraph = networkx.MultiDiGraph()
    ids = draw(st.lists(ANY_TEXT, min_size=1, max_size=4, unique=True))
    for own_id in ids:
        label = draw(st.sampled_from(sorted(NODES)))
        network.add_node(own_id, labels=[label, *draw(st.sampled_from([[], ["Organization"]]))], **draw(NODES[label]))
    ends = st.sampled_from(ids)
    for start, end, kind in draw(st.lists(st.tuples(ends, ends, st.sampled_from(TYPES)), max_size=5)):
        for key in draw(st.sampled_from([[kind], [f"{kind}@a", f"{kind}@b"]])):
            network.add_edge(start, end, key=key, type=kind, **draw(EDGES[kind]))
    return network


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def as_declared(value: Any, kind: Any) -> Any:
    """A value from a file as the schema declares it; what the files leave out is not asked for."""
    if get_origin(kind) is list:
        return json.loads(value)
    return (value in (True, "true")) if kind is bool else kind(value)


def declared(row: dict[str, Any], model: Any, plain: Any) -> dict[str, Any]:
    kinds = properties(model)
    cells = {name: plain(one) if isinstance(one, str) else one for name, one in row.items()}
    shown = {"label"} if cells.get("label") == cells.get("type") else set()  # the type, for programs that show a label
    return {name: as_declared(one, kinds[name]) for name, one in cells.items() if name in kinds and name not in shown}


def content(network: networkx.MultiDiGraph) -> tuple[dict, list]:
    nodes = {node: dict(data) for node, data in network.nodes(data=True)}
    edges = sorted(
        ((start, end, key, sorted(data.items())) for start, end, key, data in network.edges(keys=True, data=True)),
        key=repr,
    )
    return nodes, edges


def read_back(
    nodes: Iterator[tuple[str, dict]], edges: Iterator[tuple[str, str, dict]], plain: Any = unescaped
) -> tuple[dict, list]:
    """What a reader of a flat format got, as the network that was written."""
    network: networkx.MultiDiGraph = networkx.MultiDiGraph()
    for node, row in nodes:
        labels = json.loads(plain(row["labels"]))
        network.add_node(plain(node), labels=labels, **declared(row, NODE_BY_LABEL[labels[0]], plain))
    for start, end, row in edges:
        kind = row.get("relation") or row["type"]
        data = declared(row, RELATIONSHIP_BY_TYPE[kind], plain)
        network.add_edge(plain(start), plain(end), key=plain(row["key"]), type=kind, **data)
    return content(network)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


small = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@small
@given(network=networks())
def test_graphml_read_back_is_the_same(folder: Path, network: networkx.MultiDiGraph) -> None:
    path = folder / "x.graphml"
    write_network(network, path)
    read = networkx.read_graphml(path, force_multigraph=True)
    assert read_back(iter(read.nodes(data=True)), iter(read.edges(data=True))) == content(network)
    assert len({key for *_, key in read.edges(keys=True)}) == network.number_of_edges()


@small
@given(network=networks())
def test_gexf_read_back_is_the_same(folder: Path, network: networkx.MultiDiGraph) -> None:
    path = folder / "x.gexf"
    write_network(network, path)
    read = networkx.read_gexf(path)  # without parallel relationships it has no keys
    keys = iter(read.edges(keys=True)) if read.is_multigraph() else ((*ends, None) for ends in read.edges)
    edges = []
    for start, end, key in keys:
        data = read.get_edge_data(start, end, *([key] if key else []))
        edges.append((start, end, {**data, "key": key or "", "type": data["relation"]}))
    nodes, links = content(network)
    found, others = read_back(iter(read.nodes(data=True)), iter(edges))
    assert found == nodes
    known = [(start, end, key if read.is_multigraph() else "", data) for start, end, key, data in links]
    assert sorted(others, key=repr) == sorted(known, key=repr)


@small
@given(network=networks())
def test_node_link_json_and_cytoscape_read_back_are_the_same(folder: Path, network: networkx.MultiDiGraph) -> None:
    for ending in ("json", "cyjs"):
        write_network(network, folder / f"x.{ending}")
    texts = {ending: (folder / f"x.{ending}").read_text("utf-8") for ending in ("json", "cyjs")}
    linked = networkx.node_link_graph(json.loads(texts["json"], parse_constant=pytest.fail), edges="edges")
    assert content(linked) == content(network)
    elements = json.loads(texts["cyjs"])["elements"]
    ids = [one["data"]["id"] for kind in ("nodes", "edges") for one in elements[kind]]
    assert len(set(ids)) == len(ids)  # Cytoscape refuses a relationship that is called as a node is
    assert content(from_cytoscape(elements, network)) == content(network)


def from_cytoscape(elements: dict[str, list[dict]], network: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    """What a reader gets; a node without a name is shown with its id there."""
    read: networkx.MultiDiGraph = networkx.MultiDiGraph()
    for one in elements["nodes"]:
        node = one["data"].pop("id")
        data = {name: value for name, value in one["data"].items() if name != "value"}
        read.add_node(
            node, **{name: value for name, value in data.items() if name != "name" or "name" in network.nodes[node]}
        )
    for one in elements["edges"]:
        ends = [one["data"].pop(name) for name in ("source", "target", "key")]
        read.add_edge(*ends, **{name: value for name, value in one["data"].items() if name != "id"})
    return read


@small
@given(network=networks())
def test_parquet_read_back_is_the_same(folder: Path, network: networkx.MultiDiGraph) -> None:
    write_network(network, folder / "x.parquet")
    tables = [
        pyarrow.parquet.read_table(folder / f"x.{name}.parquet").to_pylist() for name in ("nodes", "relationships")
    ]
    read: networkx.MultiDiGraph = networkx.MultiDiGraph()
    for row in tables[0]:
        node, labels = surrogates(row.pop("id")), [surrogates(one) for one in row.pop("labels")]
        read.add_node(node, labels=labels, **typed(row, NODE_BY_LABEL[labels[0]]))
    for row in tables[1]:
        start, end, kind, key = (surrogates(row.pop(name)) for name in ("start", "end", "type", "key"))
        read.add_edge(start, end, key=key, type=kind, **typed(row, RELATIONSHIP_BY_TYPE[kind]))
    assert content(read) == content(network)


def typed(row: dict[str, Any], model: Any) -> dict[str, Any]:
    """The cells that are not null, as the schema declares them: a column of two types is text."""
    kinds = properties(model)
    there = {name: value for name, value in row.items() if value is not None}
    return {name: typed_value(value, kinds[name]) for name, value in there.items()}


def typed_value(value: Any, kind: Any) -> Any:
    if isinstance(value, list):
        return [typed_value(one, get_args(kind)[0]) for one in value]
    if isinstance(value, str) and kind is not str:
        return json.loads(value)
    return surrogates(value) if isinstance(value, str) else value


@small
@given(network=networks())
def test_csv_read_back_is_the_same(folder: Path, network: networkx.MultiDiGraph) -> None:
    write_network(network, folder / "x.csv")
    tables = []
    for name in ("x.nodes.csv", "x.relationships.csv"):
        text = io.StringIO((folder / name).read_bytes().decode(), newline="")
        tables.append([{key: cell for key, cell in row.items() if cell} for row in csv.DictReader(text)])
    nodes, edges = (((row.pop("id"), row) for row in table) for table in tables)
    ends = ((row.pop("start"), row.pop("end"), row) for _, row in edges)
    assert read_back(nodes, ends, plain=surrogates) == content(network)


def surrogates(text: str) -> str:
    """UTF-8 has no halves of characters: they are written as escapes, and so is a backslash that would look like one."""
    return re.sub(r"\\u(d[89a-f][0-9a-f]{2}|005c)", lambda found: chr(int(found[1], 16)), text)


@small
@given(network=networks())
def test_two_more_programs_read_all_of_graphml(folder: Path, network: networkx.MultiDiGraph) -> None:
    path = folder / "y.graphml"
    write_network(network, path)
    # igraph leaves the references of & in ids as they stand in the file.
    kinds = sorted(network.edges(data="type"), key=repr)
    other = igraph.Graph.Read_GraphML(str(path))
    assert other.is_directed()
    assert sorted(unescaped(html.unescape(one)) for one in other.vs["id"]) == sorted(network)
    assert sorted(other.es["type"] if kinds else []) == sorted(kind for *_, kind in kinds)
    (third,) = rustworkx.read_graphml(str(path))
    assert sorted(unescaped(node["id"]) for node in third.nodes()) == sorted(network)
    assert sorted(edge["type"] for edge in third.edges()) == sorted(kind for *_, kind in kinds)
    assert len({edge["id"] for edge in third.edges()}) == len(kinds)


def test_one_attribute_has_one_type_and_programs_get_a_label(tmp_path: Path) -> None:
    """A document number is text, a quota's is a number: igraph refuses a name that is declared twice."""
    network: networkx.MultiDiGraph = networkx.MultiDiGraph()
    network.add_node("a", labels=["Quota"], name="A", number=4)
    network.add_node("b", labels=["Document"], number="4")
    network.add_edge("a", "b", key="NAMED_IN", type="NAMED_IN", confidence=1)
    network.add_edge("b", "a", key="CITES", type="CITES", confidence=0.5, lines=[1], why=None, valid_to="")
    path = tmp_path / "x.graphml"
    write_network(network, path)
    text = path.read_text("utf-8")
    assert re.findall(r'attr.name="(\w+)" attr.type="(\w+)"', text) == [
        *(("label", "string"), ("labels", "string"), ("name", "string"), ("number", "string")),
        *(("confidence", "double"), ("key", "string"), ("label", "string"), ("lines", "string"), ("type", "string")),
    ]
    read = networkx.read_graphml(path, force_multigraph=True)
    assert {node: data["label"] for node, data in read.nodes(data=True)} == {"a": "A", "b": "b"}
    assert {data["label"]: data["confidence"] for *_, data in read.edges(data=True)} == {"NAMED_IN": 1.0, "CITES": 0.5}


def test_a_name_that_looks_like_markup_is_text_to_yed() -> None:
    (shown,) = node_graphics(["<HTML><img src=x>%s & "], ['["Alias"]'])
    (label,) = re.findall("<y:NodeLabel[^>]*>(.*?)</y:NodeLabel>", shown)
    assert label == "\u200b&lt;HTML&gt;&lt;img src=x&gt;%s &amp; "


def test_every_ending_is_told_where_a_reader_looks_for_it() -> None:
    root = Path(__file__).parents[2]
    pages = [root / name for name in ("guapai/cli/exporting.py", "guapai/graph.py", "docs/files.md")]
    missing = {
        page.name: {one for one in WRITERS if not re.search(rf"{re.escape(one)}\b", page.read_text("utf-8"))}
        for page in pages
    }
    assert {page: endings for page, endings in missing.items() if endings} == {}


@pytest.mark.parametrize("ending", WRITERS)
def test_an_empty_network_is_a_valid_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x{ending}"
    empty: networkx.MultiDiGraph = networkx.MultiDiGraph()
    write_network(empty, path)
    assert all(target.stat().st_size for target in targets(path))
    readers = {
        ".graphml": networkx.read_graphml,
        ".gexf": networkx.read_gexf,
        ".json": lambda file: networkx.node_link_graph(json.loads(file.read_text("utf-8")), edges="edges"),
        ".cyjs": lambda file: networkx.cytoscape_graph(json.loads(file.read_text("utf-8"))),
    }
    if ending in readers:
        assert list(readers[ending](path)) == []


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_network_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    network: networkx.MultiDiGraph = networkx.MultiDiGraph()
    network.add_node(HOSTILE, labels=["Alias"], name=HOSTILE)
    network.add_edge(HOSTILE, HOSTILE, key="DENOTES", type="DENOTES")
    one, two = tmp_path / f"one{ending}", tmp_path / f"two{ending}"
    for path in (one, two):
        write_network(network, path)
    assert [path.read_bytes() for path in targets(one)] == [path.read_bytes() for path in targets(two)]


def test_an_unknown_ending_and_a_file_of_two_that_is_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"did you mean '\.graphml'"):
        check_output(tmp_path / "x.grapml")
    (tmp_path / "x.relationships.csv").touch()
    with pytest.raises(RefusedError, match="it is there already"):
        check_output(tmp_path / "x.csv")
    check_output(tmp_path / "x.csv", force=True)


@pytest.mark.parametrize("name", ["a.csv", "a.nodes.csv", "a.relationships.csv"])
def test_either_of_two_files_names_both(name: str) -> None:
    assert targets(Path(name)) == [Path("a.nodes.csv"), Path("a.relationships.csv")]


@pytest.fixture
def small_disk() -> Iterator[None]:
    """No file grows beyond 60 bytes, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def one_relationship() -> "networkx.MultiDiGraph[str]":
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    name = "a long name " * 6  # of which any format says at least this
    network.add_node(name, labels=["Alias"])
    network.add_edge(name, name, key="DENOTES", type="DENOTES", document="a long document " * 9)
    return network


@pytest.mark.parametrize("ending", WRITERS)
def test_on_a_full_disk_every_file_stays_as_it_was_and_nothing_is_left(
    tmp_path: Path, ending: str, small_disk: None
) -> None:
    path = tmp_path / f"x{ending}"
    for target in targets(path):
        target.write_text("as it was")
    with pytest.raises(RefusedError, match=os.strerror(errno.EFBIG)) as found:
        write_network(one_relationship(), path)
    assert found.value.expected
    assert found.value.todo
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {one.name: "as it was" for one in targets(path)}


def test_a_disk_that_gives_back_something_else_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that loses its last byte on its way to the disk."""
    monkeypatch.setattr(os, "fsync", lambda file: os.ftruncate(file, os.fstat(file).st_size - 1))
    (tmp_path / "x.graphml").write_text("as it was")
    with pytest.raises(RefusedError, match="does not give back what was written"):
        write_network(one_relationship(), tmp_path / "x.graphml")
    assert [one.read_text() for one in tmp_path.iterdir()] == ["as it was"]
