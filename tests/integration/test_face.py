"""`import guapai`: what the command line does, from Python."""

import subprocess
import sys
from pathlib import Path

import pytest

import guapai

FIXTURES = Path(__file__).parents[1] / "fixtures"
NAMES = {
    "Answer",
    "ContentError",
    "Difference",
    "Graph",
    "GuapaiError",
    "Loaded",
    "LoginError",
    "NotThereError",
    "OlderGraphError",
    "OutcomeUnknownError",
    "RecordFile",
    "RefusedError",
    "ThingAnswer",
    "UnreachableError",
    "UsageError",
    "VersionError",
    "__version__",
    "extract",
    "load_record",
    "open",
}
METHODS = {
    "load",
    "forget",
    "diff",
    "ask",
    "find",
    "proof",
    "cypher",
    "network",
    "export",
    "export_part",
    "close",
    "name",
    "draw",
    "analyse",
    "store",
}
# A project of a user's own: every name that guapai shows, with its type.
PROJECT = """
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import guapai


def signs(place: str) -> Iterator[tuple[str, list[int]]]:
    with guapai.open() as graph:
        for row in graph.ask("alias.hanging_signs", place=place).records():
            yield row["sign"], row["lines"]


def load(path: str) -> list[str]:
    record: guapai.RecordFile = guapai.extract(path)
    try:
        with guapai.open("./own.kgl", write=True) as graph:
            outcomes: list[guapai.Loaded] = graph.load(record, guapai.load_record("other.yaml"))
            changes: list[guapai.Difference] = graph.diff(record)
            graph.export("own.graphml", graph.network(place="jinhua"), force=True)
    except guapai.NotThereError as error:
        return [error.where, error.found, error.expected, error.todo]
    return [one.outcome for one in outcomes] + [one.change for one in changes]


def everything(path: Path, text: str) -> tuple[list[dict[str, Any]], list[Path]]:
    with guapai.open(str(path), write=True) as graph:
        facts: guapai.Answer = graph.proof("社会救助科", text)
        counted: guapai.Answer = graph.cypher("RETURN $n AS n", {"n": 1}, rows=1)
        size: int = graph.export_part("part.csv", place="jinhua", force=True).nodes
        part: list[Path] = graph.export("all.gexf", force=size > 0)
        graph.draw("长沙市人力资源和社会保障局")
        print(graph.name, graph.analyse("compare", place="jinhua", other="changsha"), graph.forget("own").outcome)
        graph.close()
    return [*facts.records(), *counted.records()], part


reveal_type(guapai.__version__)
reveal_type(guapai.open)
wrong: int = guapai.open().find("外专局")
"""


@pytest.fixture
def graph(tmp_path: Path) -> guapai.Graph:
    with guapai.open(str(tmp_path / "own.kgl"), write=True) as opened:
        opened.load(FIXTURES / "forest.yaml", FIXTURES / "grain.yaml")
        yield opened


def test_guapai_shows_these_names_and_no_other() -> None:
    assert set(guapai.__all__) == NAMES
    assert {name for name in NAMES if not hasattr(guapai, name)} == set()
    assert {name for name in vars(guapai.Graph) if not name.startswith("_")} == METHODS
    with pytest.raises(AttributeError):
        guapai.nothing_of_this_name  # noqa: B018


def test_importing_guapai_imports_nothing_heavy() -> None:
    code = "import guapai, sys; print([one for one in ('pydantic', 'networkx', 'kglite', 'neo4j', 'typer') if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_command_line_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "guapai", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"guapai {guapai.__version__}\n"


def test_on_an_empty_machine_the_bundled_records_are_loaded_and_stderr_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with guapai.open() as first:
        signs = first.ask("alias.hanging_signs").records()
    assert "first use: loading 5 bundled records" in capsys.readouterr().err
    assert len(signs) == 8
    with guapai.open() as again:
        assert len(again.ask("alias.hanging_signs", place="金华").rows) == 4
    assert capsys.readouterr().err == ""


def test_a_document_is_read_loaded_asked_and_forgotten(tmp_path: Path) -> None:
    record = guapai.extract(FIXTURES / "documents" / "en_zigong_justice.txt")
    with guapai.open(str(tmp_path / "own.kgl"), write=True) as graph:
        assert [(one.document, one.outcome) for one in graph.load(record)] == [("en_zigong_justice", "loaded")]
        (tmp_path / "en_zigong_justice.yaml").write_text(record.yaml(), encoding="utf-8")
        again = guapai.load_record(tmp_path / "en_zigong_justice.yaml")
        assert [one.outcome for one in graph.load(again)] == ["unchanged"]
        assert graph.diff(again) == []
        assert graph.forget("en_zigong_justice").outcome == "forgotten"
        with pytest.raises(guapai.NotThereError, match="nothing loaded"):
            graph.ask("hierarchy.divisions")


def test_a_proof_quotes_the_copy_that_is_given(tmp_path: Path) -> None:
    document = FIXTURES / "documents" / "en_zigong_justice.txt"
    record = guapai.extract(document)
    unit = record.record.bodies[0].units[0]
    with guapai.open(str(tmp_path / "own.kgl"), write=True) as graph:
        graph.load(record)
        assert "text" not in graph.proof(unit.name).columns
        texts = {row["relationship"]: row["text"] for row in graph.proof(unit.name, document).records()}
    assert unit.name in texts["-> PART_OF"]


def test_what_is_open_for_reading_is_not_written(graph: guapai.Graph, tmp_path: Path) -> None:
    graph.close()
    with guapai.open(str(tmp_path / "own.kgl")) as reading:
        for write in (
            lambda: reading.load(FIXTURES / "harbour.yaml"),
            lambda: reading.forget("forest"),
            lambda: reading.cypher("CREATE (:Person)", write=True),
        ):
            with pytest.raises(guapai.RefusedError, match="open for reading"):
                write()
        with pytest.raises(guapai.RefusedError):
            reading.cypher("MATCH (one:Document) SET one.heading = 'x'")
        assert len(reading.ask("proof.documents").rows) == 2


def test_a_network_is_one_part_of_the_graph_and_is_written_by_its_ending(graph: guapai.Graph, tmp_path: Path) -> None:
    whole = graph.network()
    (place,) = {row[0] for row in graph.cypher("MATCH (one:Bureau) RETURN DISTINCT one.place AS place").rows[:1]}
    part = graph.network(place=place, types=["PART_OF"])
    assert 0 < part.number_of_nodes() < whole.number_of_nodes()
    assert {kind for *_, kind in part.edges(data="type")} == {"PART_OF"}
    written = graph.export(tmp_path / "part.csv", part)
    assert [path.name for path in written] == ["part.nodes.csv", "part.relationships.csv"]
    assert len(written[0].read_text(encoding="utf-8").splitlines()) > part.number_of_nodes()
    with pytest.raises(guapai.RefusedError, match="there already"):
        graph.export(tmp_path / "part.csv")
    with pytest.raises(guapai.UsageError, match="more than one part"):
        graph.network(place=place, around="forest")
    with pytest.raises(guapai.UsageError, match="no relationship type"):
        graph.network(types=["PART"])


def test_errors_have_four_parts_and_name_the_nearest(graph: guapai.Graph) -> None:
    with pytest.raises(guapai.NotThereError) as caught:
        graph.ask("alias.hanging_sign")
    assert (caught.value.found, caught.value.todo.split()[:3]) == ("there is no such query", ["did", "you", "mean"])
    with pytest.raises(guapai.UsageError, match="there is no parameter 'plaec'"):
        graph.ask("alias.hanging_signs", plaec="jinhua")
    with pytest.raises(guapai.UsageError, match="the name is empty"):
        graph.find(" ")


def test_a_users_project_is_strictly_typed(tmp_path: Path) -> None:
    (tmp_path / "project.py").write_text(PROJECT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "project.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    told = done.stdout.splitlines()
    notes = [line.split("note: ")[1] for line in told if " note: " in line]
    assert notes == [
        'Revealed type is "str"',
        'Revealed type is "def (store: str | None =, *, write: bool =) -> guapai.graph.Graph"',
    ]
    errors = [line.split("error: ")[1] for line in told if " error: " in line]
    assert errors == [
        'Incompatible types in assignment (expression has type "ThingAnswer", variable has type "int")  [assignment]'
    ]
