"""Exports hold what is ours and only what is asked for, on every engine, and never read the whole graph for a part."""

import csv
import json
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx
import pytest

from graph.errors import NotThereError, UsageError
from graph.export import network as networks
from graph.export import parts
from graph.export.asked import LABELS
from graph.export.files import targets, write_network, write_part
from graph.export.import_folder import write_folder
from graph.export.parts import Reader
from graph.export.said_lists import TYPES
from graph.store.import_files import ARGUMENTS
from graph.store.protocol import Store
from loaders.bulk import Bulk
from loaders.load import load
from loaders.reading import read_record
from tests.ended import CommandLine
from tests.integration.test_command_line import FIXTURES

STRANGERS = """
MATCH (bureau:Bureau) WITH bureau ORDER BY bureau.id LIMIT 1
CREATE (film:Movie {id: 'film', title: 'x'}), (other:Movie {title: 'y'}), (twin:Movie {id: bureau.id})
CREATE (film)-[:ABOUT]->(bureau), (film)-[:PART_OF]->(bureau), (bureau)-[:PART_OF]->(film), (other)-[:ABOUT]->(film),
  (twin)-[:PART_OF]->(film)
SET bureau.theirs = 1
"""


@pytest.fixture
def filled(store: Store) -> Store:
    """Three small records, beside nodes and relationships of other people."""
    for name in ("forest", "grain", "harbour"):
        load(store, read_record(FIXTURES / f"{name}.yaml"))
    store.run_write(STRANGERS, {})
    yield store  # type: ignore[misc]
    store.run_write("MATCH (film:Movie) DETACH DELETE film", {})


def everything(store: Store) -> networks.Network:
    return networks.as_network(networks.whole(store))


def edges(network: networks.Network) -> set[tuple[str, str, str]]:
    return {(start, kind, end) for start, end, kind in network.edges(data="type")}


def test_only_ours_is_exported_beside_the_nodes_of_others(filled: Store) -> None:
    network = everything(filled)
    assert {label for _, labels in network.nodes(data="labels") for label in labels} <= LABELS
    assert {kind for *_, kind in network.edges(data="type")} <= set(TYPES)
    assert {"film", None} & set(network) == set()
    assert not any("theirs" in data for _, data in network.nodes(data=True))
    assert all(labels[-1] == "Organization" for _, labels in network.nodes(data="labels") if "Organization" in labels)
    ours = "MATCH (a)-[link]->(b) WHERE link.document IS NOT NULL AND NOT a:Name RETURN count(link) AS n"
    assert network.number_of_edges() >= filled.read(ours, {}).rows[0][0] > 0


def test_a_part_is_what_the_whole_says_of_it(filled: Store) -> None:
    whole = everything(filled)
    (place,) = {place for _, place in whole.nodes(data="place") if place == "jinhua"}
    part = networks.as_network(networks.of_place(filled, place))
    own = {end for end in whole if (end, "IN_PLACE", place) in edges(whole)}
    near = {*own, *(one for node in own for one in (*whole.successors(node), *whole.predecessors(node)))}
    assert (set(part), edges(part)) == (near, edges(whole.subgraph(near)))
    unit = min(own)
    around = networks.as_network(networks.around(filled, [unit]))
    near = {unit, *whole.successors(unit), *whole.predecessors(unit)}
    assert (set(around), edges(around)) == (near, edges(whole.subgraph(near)))
    assert set(networks.around(filled, [unit], 0).ids) == {unit}
    assert dict(around.nodes[unit]) == dict(whole.nodes[unit])
    assert set(networks.around(filled, [unit], 10).ids) <= set(whole)


def test_what_is_below_a_unit_is_every_unit_under_it(filled: Store) -> None:
    whole = everything(filled)
    government = next(node for node, labels in whole.nodes(data="labels") if labels[0] == "Government")
    inside = networks.as_network(networks.below(filled, [government]))
    units = {node for node, labels in whole.nodes(data="labels") if labels[0] in ("Bureau", "Division")}
    under = {node for node in units if node.startswith(government.split("/")[0])}
    assert under
    assert under <= set(inside)


def test_types_leave_only_their_relationships_and_ends(filled: Store) -> None:
    network = networks.as_network(networks.whole(filled).only(["PART_OF"]))
    assert {kind for *_, kind in network.edges(data="type")} == {"PART_OF"}
    assert all(network.degree(node) for node in network)
    with pytest.raises(UsageError, match="did you mean 'PART_OF'"):
        networks.check_types(["PARTOF"])


def test_a_name_is_looked_up_and_one_that_is_nowhere_or_shared_is_told(filled: Store) -> None:
    known = everything(filled)
    names: dict[str, list[str]] = {}
    for node, data in known.nodes(data=True):
        if {"Organization", "Alias"} & set(data["labels"]):
            names.setdefault(data["name"], []).append(node)
    for nodes in names.values():
        assert networks.named(filled, nodes[0]) == ([nodes[0]], [])
    name, nodes = next((name, nodes) for name, nodes in names.items() if len(nodes) == 1)
    assert nodes[0] in networks.named(filled, name)[0]
    with pytest.raises(NotThereError, match="nothing is called so"):
        networks.named(filled, "nowhere at all")
    with pytest.raises(NotThereError, match="nothing is called so"):
        networks.named(filled, "film")
    with pytest.raises(NotThereError, match="no node has this id"):
        networks.around(filled, ["film"])


def test_a_part_reads_no_more_when_the_graph_grows(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row that is read for a unit is of its own surroundings."""
    unit = next(node for node, labels in everything(filled).nodes(data="labels") if labels[0] == "Division")
    read: list[int] = []
    rows, columns = type(filled).rows, type(filled).columns

    def counted(self: Store, text: str, parameters: Any) -> list:
        found = rows(self, text, parameters)
        read.append(len(found))
        return found

    def counted_columns(self: Store, text: str, parameters: Any, **how: Any) -> list:
        found = list(columns(self, text, parameters, **how))
        read.extend(len(next(iter(one.values()))) for one in found)
        return found

    monkeypatch.setattr(type(filled), "rows", counted)
    monkeypatch.setattr(type(filled), "columns", counted_columns)
    part = networks.as_network(networks.around(filled, [unit]))
    own = part.number_of_nodes() + part.number_of_edges()
    leading_out = sum(len(Reader(filled).neighbours({one: data["labels"][0]})) for one, data in part.nodes(data=True))
    assert sum(read) <= 3 * own + 2 * leading_out


@pytest.mark.parametrize("ending", ["graphml", "gexf", "csv"])
def test_what_is_written_as_it_is_read_is_what_the_network_holds(filled: Store, tmp_path: Path, ending: str) -> None:
    part = networks.around(filled, ["jinhua"], 3)
    size = write_part(part, tmp_path / f"read.{ending}")
    write_network(networks.as_network(part), tmp_path / f"made.{ending}")
    assert (size.nodes, size.relationships) == (len(part.ids), networks.as_network(part).number_of_edges())
    for read, made in zip(targets(tmp_path / f"read.{ending}"), targets(tmp_path / f"made.{ending}"), strict=True):
        assert read_things(read) == read_things(made)


def read_things(path: Path) -> list[Any]:
    """What stands in a file: without the attributes that nothing has, and the numbers of relationships."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return sorted(
                sorted((key, cell) for key, cell in row.items() if cell and not (key == "id" and "start" in row))
                for row in csv.DictReader(file)
            )
    read = networkx.read_graphml(path, force_multigraph=True) if path.suffix == ".graphml" else networkx.read_gexf(path)
    nodes = list(read.nodes(data=True))
    edges = [(f"{start} {end}", data) for start, end, data in read.edges(data=True)]
    return sorted(
        [name, *sorted(f"{key} {value}" for key, value in data.items() if key != "id")] for name, data in nodes + edges
    )


def test_a_value_of_another_type_than_declared_changes_the_type_and_loses_nothing(
    filled: Store, tmp_path: Path
) -> None:
    filled.run_write("MATCH (unit:Division)-[link:PART_OF]->(:Bureau) SET link.ordinal = 'first'", {})
    write_part(networks.whole(filled), tmp_path / "a.graphml")
    read = networkx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    assert {kind for *_, kind in read.edges(data="ordinal") if kind} >= {"first"}


def test_a_large_store_that_is_read_from_ids_gives_what_it_gives_as_a_whole(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = everything(filled)
    added: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()  # as NetworkX itself fills one
    added.add_nodes_from(network.nodes(data=True))
    added.add_edges_from(network.edges(keys=True, data=True))
    write_part(networks.whole(filled), tmp_path / "whole.graphml")
    monkeypatch.setattr(parts, "MANY", 0)
    assert networkx.utils.graphs_equal(everything(filled), network)
    assert networkx.utils.graphs_equal(added, network)
    assert networkx.utils.graphs_equal(added.reverse(), network.reverse())
    write_part(networks.whole(filled), tmp_path / "ids.graphml")
    assert read_things(tmp_path / "ids.graphml") == read_things(tmp_path / "whole.graphml")


ITEMS = ['a", "b', "back\\slash", "over\nlines", "plain"]


def test_a_list_whose_items_look_like_several_is_written_item_by_item(filled: Store, tmp_path: Path) -> None:
    for items in ([ITEMS[0]], ITEMS, ['["x"]']):
        filled.run_write("MATCH (:Division)-[link:PART_OF]->(:Bureau) SET link.rules = $items", {"items": items})
        filled.run_write("MATCH (site:Site) SET site.blank = $items", {"items": items})
        write_part(networks.whole(filled), tmp_path / "a.csv")
        read = []
        for path, column in zip(targets(tmp_path / "a.csv"), ("blank", "rules"), strict=True):
            with path.open(encoding="utf-8", newline="") as file:
                read.append([json.loads(row[column]) for row in csv.DictReader(file) if row[column]])
        assert all(items in lists for lists in read)


# --- as a command


@pytest.fixture
def guapai(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    command = CommandLine(tmp_path, capsys, monkeypatch)
    assert command("load", FIXTURES / "grain.yaml").code == 0
    monkeypatch.chdir(tmp_path)
    return command


def test_every_way_of_asking_writes_a_file(guapai: CommandLine) -> None:
    rows = json.loads(guapai("cypher", "MATCH (n:Division) RETURN n.id AS id, n.name AS name", "--format", "json").out)
    own_id, name = rows[0]["id"], rows[0]["name"]
    ways = {
        "whole": [],
        "place": ["--place", own_id.split("/")[0]],
        "around": ["--around", own_id, "--hops", "2"],
        "named": ["--around", name],
        "below": ["--below", "/".join(own_id.split("/")[:2])],
        "type": ["--type", "PART_OF"],
        "query": ["--query", "hierarchy.divisions"],
    }
    for way, arguments in ways.items():
        done = guapai("export", "-o", f"{way}.json", *arguments)
        assert (done.code, done.out) == (0, ""), done.err
        nodes = {node["id"] for node in json.loads(Path(f"{way}.json").read_text("utf-8"))["nodes"]}
        assert own_id in nodes, way


def test_what_is_made_for_yed_holds_the_same_and_shows_each_name(guapai: CommandLine) -> None:
    plain, drawn = Path("plain.graphml"), Path("drawn.graphml")
    assert guapai("export", "-o", str(plain)).code == 0
    assert guapai("export", "-o", str(drawn), "--as", "yed").code == 0
    read = [networkx.read_graphml(path, force_multigraph=True) for path in (plain, drawn)]
    for data in read[1].nodes.values():
        assert (data.pop("shape_type"), data.pop("x", None), data.pop("y", None))[0]  # a place is for a layout to find
    assert networkx.utils.graphs_equal(*read)
    # What its manual says it shows: the text of a y:NodeLabel.
    space = {"": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}
    tree = ElementTree.parse(drawn)
    (key,) = (one.get("id") for one in tree.findall("key", space) if one.get("yfiles.type") == "nodegraphics")
    names = {
        node.get("id"): [one.text for one in node.findall(f"data[@key='{key}']/y:ShapeNode/y:NodeLabel", space)]
        for node in tree.findall("graph/node", space)
    }
    assert names == {node: [data["label"]] for node, data in read[0].nodes(data=True)}
    assert len(tree.findall("graph/edge/data/y:PolyLineEdge/y:EdgeLabel", space)) == read[0].number_of_edges()
    assert igraph.Graph.Read_GraphML(str(drawn)).vcount() == len(names)
    assert guapai("export", "-o", "x.gexf", "--as", "yed").code == 2


def test_a_part_that_holds_nothing_is_said_and_is_a_file(guapai: CommandLine) -> None:
    done = guapai("export", "-o", "empty.graphml", "--type", "SERVES", "--place", "jinhua")
    assert (done.code, "nothing was found" in done.err) == (0, True), done.err
    assert Path("empty.graphml").is_file()
    done = guapai("draw", "change.responsibilities", "-o", "empty.mmd")
    assert (done.code, "nothing was found" in done.err) == (0, True), done.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--around", "x", "--below", "y"], 2),
        (["-P", "place=jinhua"], 2),
        (["--type", "PARTOF"], 2),
        (["--around", "x", "--hops", "-1"], 2),
        (["--around", "nowhere"], 3),
        (["--below", "nowhere"], 3),
        (["--place", "nowhere"], 3),
        (["--query", "nothing.at_all"], 3),
    ],
)
def test_a_part_that_is_nowhere_leaves_no_file(guapai: CommandLine, arguments: list[str], code: int) -> None:
    done = guapai("export", "-o", "x.graphml", *arguments)
    assert (done.code, done.out, done.has_four_parts) == (code, "", True), done.err
    assert not Path("x.graphml").exists()


def test_an_analysis_writes_over_neither_of_two_files_unless_told(guapai: CommandLine) -> None:
    Path("a.nodes.csv").write_text("mine")
    done = guapai("analyse", "span_of_control", "-o", "a.csv")
    assert (done.code, done.out, done.has_four_parts) == (5, "", True), done.err
    assert [path.read_text() for path in Path().glob("*.csv")] == ["mine"]
    done = guapai("analyse", "span_of_control", "-o", "a.nodes.csv", "--force")
    assert (done.code, {path.name for path in Path().glob("*.csv")}) == (0, {"a.nodes.csv", "a.relationships.csv"})
    assert "a.nodes.csv, a.relationships.csv: " in done.err


DOCUMENT = FIXTURES / "documents" / "zh_yunhe_finance.txt"


@pytest.mark.parametrize(
    "arguments", [["extract", DOCUMENT], ["extract", DOCUMENT, "--explain"], ["query", "quality.counts"]]
)
def test_a_dash_behind_o_is_stdout_for_what_can_be_printed(guapai: CommandLine, arguments: list[Any]) -> None:
    printed, told = guapai(*map(str, arguments)), guapai(*map(str, arguments), "-o", "-")
    assert (told.code, told.out) == (0, printed.out)
    assert printed.out
    assert not list(Path().glob("-*"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "-o", "-"],
        ["export", "--as", "neo4j-admin", "-o", "-"],
        ["draw", "-o", "./-"],
        ["analyse", "brokers", "-o", "-"],
        ["extract", FIXTURES / "documents", "-o", "-"],
        ["fetch", "list", "-o", "-"],
        ["browser", "kit", "-"],
        ["queries", "new", "alias.mine", "--queries", "-"],
        ["load", FIXTURES, "--failures", "-"],
    ],
)
def test_a_dash_is_never_the_name_of_a_file_or_a_folder(guapai: CommandLine, arguments: list[Any]) -> None:
    Path("list").write_text("https://example.org/a")
    done = guapai(*map(str, arguments))
    assert (done.code, done.out, done.has_four_parts) == (2, "", True), done.err
    assert "standard output" in done.err
    assert not list(Path().glob("-*"))


def rows_of(folder: Path, kind: str) -> list[dict[str, str]]:
    """The rows of the files of an import, without what tells when it was loaded."""
    found = []
    for path in sorted(folder.glob(f"{kind}-*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found += [{**row, "loaded_at:string": "", "kind": path.name} for row in csv.DictReader(file)]
    return sorted(found, key=str)


def test_the_folder_of_an_import_holds_what_a_load_in_bulk_writes(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "bulk").mkdir()
    bulk = Bulk(tmp_path / "bulk")
    for name in ("forest", "grain", "harbour"):
        bulk.add(FIXTURES / f"{name}.yaml")
    bulk.finish()
    size = write_folder(networks.whole(filled), tmp_path / "export")
    assert {kind: rows_of(tmp_path / "export", kind) for kind in ("nodes", "relationships")} == {
        kind: rows_of(tmp_path / "bulk", kind) for kind in ("nodes", "relationships")
    }
    assert (tmp_path / "export" / ARGUMENTS).read_text() == (tmp_path / "bulk" / ARGUMENTS).read_text()
    network = everything(filled)
    assert (size.nodes, size.relationships) == (network.number_of_nodes(), network.number_of_edges())


def test_the_folder_of_a_part_holds_its_nodes_and_their_names_only(filled: Store, tmp_path: Path) -> None:
    part = networks.around(filled, ["jinhua/grain-bureau"])
    write_folder(part, tmp_path / "part")
    nodes = {row[":ID"] for row in rows_of(tmp_path / "part", "nodes")}
    named = {row[":END_ID"] for row in rows_of(tmp_path / "part", "relationships") if "NAMES" in row["kind"]}
    assert {one for one in nodes if not one.startswith("name:")} == {*part.ids, "guapai"}
    assert "jinhua/grain-bureau" in named <= set(part.ids)


def test_a_value_that_somebody_changed_is_left_out_of_an_import_and_told(
    filled: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled.run_write(
        "MATCH (one:Bureau {id: 'jinhua/grain-bureau'}) SET one.rank = 1.5, one.form = 'ours elsewhere'", {}
    )
    write_folder(networks.whole(filled), tmp_path / "export")
    (row,) = [one for one in rows_of(tmp_path / "export", "nodes") if one[":ID"] == "jinhua/grain-bureau"]
    assert (row["rank:string"], "2 values" in capsys.readouterr().err) == ("", True)


def test_a_folder_is_replaced_only_where_it_is_an_earlier_export(guapai: CommandLine, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()

    def export(name: str, *more: str) -> tuple[int, bool]:
        done = guapai("export", "--place", "jinhua", "--as", "neo4j-admin", "-o", own / name, *more)
        return done.code, done.code == 0 or done.has_four_parts

    assert export("files") == (0, True)
    assert export("files") == (5, True)
    (own / "files" / "nodes-old.csv").write_text("", encoding="utf-8")
    assert export("files", "--force") == (0, True)
    assert not (own / "files" / "nodes-old.csv").exists()
    (own / "files" / "mine.txt").write_text("mine", encoding="utf-8")
    before = sorted((own / "files").iterdir())
    assert export("files", "--force") == (5, True)
    assert sorted((own / "files").iterdir()) == before
    (own / "file").write_text("mine", encoding="utf-8")
    os.mkfifo(own / "pipe")
    assert [export(name, "--force") for name in ("file", "pipe", "missing/files", "file/files")] == [
        (5, True), (5, True), (3, True), (3, True)
    ]  # fmt: skip
    assert sorted(path.name for path in own.iterdir()) == ["file", "files", "pipe"]
