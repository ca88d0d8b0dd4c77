"""The worked notebook is true: its cells run, and give what is printed in it. What shows itself in one is only text."""

import ast
import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import networkx
import pandas
import pytest
import rustworkx

import guapai
from graph.analysis import analyse
from graph.catalog.answers import ThingAnswer
from graph.catalog.stored_query import Column
from graph.draw.page import page
from graph.export.shown_network import ShownNetwork
from graph.statement import Answer
from guapai.charts import Chart

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"
HOSTILE = "</td></table><script>alert(1)</script>\"'&\u202e\x1b[31m"


def cells() -> list[dict[str, Any]]:
    return json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


def run(code: str, names: dict[str, Any]) -> tuple[str, Any]:
    """What a cell prints, and the value of its last line, as a notebook does it."""
    tree = ast.parse(code)
    last = ast.Expression(tree.body.pop().value) if isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(last, "cell", "eval"), names) if last else None
    return printed.getvalue(), value


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[dict[str, Any], str, Any]]]:
    """Each cell of code with what it printed and gave, in a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("notebook"))
        names: dict[str, Any] = {}
        yield [(one, *run("".join(one["source"]), names)) for one in cells() if one["cell_type"] == "code"]


def test_every_cell_gives_what_is_printed_below_it(ran: list[tuple[dict[str, Any], str, Any]]) -> None:
    compared = 0
    for cell, printed, value in ran:
        kept = {one["output_type"]: one for one in cell["outputs"]}
        assert printed == "".join(kept.get("stream", {}).get("text", []))
        if shown := kept.get("execute_result", {}).get("data"):
            html = "".join(shown.get("text/html", []))
            assert html == (value._repr_html_() if html else "")
            assert html or isinstance(value, Chart) or repr(value) == "".join(shown["text/plain"])
            compared += 1
    assert compared >= 5


def test_the_findings_in_words_say_the_numbers_above_them() -> None:
    findings = 0
    before = ""
    for cell in cells():
        text = "".join(cell["source"])
        if "**Finding.**" in text:
            findings += 1
            counted = {int(number) for number in re.findall(r"\d+", before)}
            said = {int(number) for number in re.findall(r"\d+", text)}
            assert said - counted <= {sum(map(int, re.findall(r": (\d+)", before)))}
        if cell["cell_type"] == "code":
            before = "".join("".join(one.get("text", [])) for one in cell["outputs"])
    assert findings == 2


def test_what_a_notebook_shows_is_only_text() -> None:
    network = ShownNetwork()
    network.add_node("x", labels=[HOSTILE], name=HOSTILE)
    network.add_edge("x", "x", key="A", type=HOSTILE)
    node = {"id": HOSTILE, "labels": ["Bureau"], "properties": {"name": HOSTILE}}
    typed = ThingAnswer(["unit"], [[node]], [], (Column("unit", "unit", ""),))
    chart = Chart(page({"roots": [], "things": {}}, HOSTILE, "en"), HOSTILE, 0)
    for one in (Answer([HOSTILE], [[HOSTILE]]), typed, network, chart):
        html = one._repr_html_()
        assert "<script" not in html
        assert not {"\u202e", "\x1b"} & set(html)


def test_many_rows_are_cut_and_counted() -> None:
    html = Answer(["n"], [[number] for number in range(200)])._repr_html_()
    assert html.count("<tr>") == 51
    assert "150 more rows" in html


def test_an_answer_is_a_frame_of_its_flat_rows(ran: list[tuple[dict[str, Any], str, Any]]) -> None:
    answer = next(value for _, _, value in ran if isinstance(value, ThingAnswer))
    frame = answer.to_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == answer.keys
    assert frame["unit"].tolist() == [row["unit"] for row in answer.records()]
    assert Answer(["a"], [[1]]).to_frame()["a"].tolist() == [1]


def test_a_network_goes_into_another_engine_as_it_is(ran: list[tuple[dict[str, Any], str, Any]]) -> None:
    """rustworkx takes the multigraph with its attributes, and reckons the same."""
    network = next(value for _, _, value in ran if isinstance(value, networkx.MultiDiGraph))
    other = rustworkx.networkx_converter(network, keep_attributes=True)
    assert [node["labels"] for node in other.nodes()] == [labels for _, labels in network.nodes(data="labels")]
    assert sorted(edge["type"] for edge in other.edges()) == sorted(kind for *_, kind in network.edges(data="type"))
    ours = networkx.betweenness_centrality(networkx.DiGraph(network), normalized=False)
    theirs = rustworkx.digraph_betweenness_centrality(other, normalized=False)
    assert [theirs[index] for index in other.node_indices()] == pytest.approx(list(ours.values()))
    assert max(ours.values()) > 0


def test_a_chart_and_an_analysis_are_asked_from_python(tmp_path: Path) -> None:
    with guapai.open(str(tmp_path / "graph.kgl"), write=True) as graph:
        graph.load()
        chart = graph.draw("图们市民政和人力资源社会保障局", language="zh")
        assert (chart.title, chart.things) == ("图们市民政和人力资源社会保障局", 18)
        assert chart.save(tmp_path / "x.html").read_text(encoding="utf-8").startswith("<!doctype html>")
        with pytest.raises(guapai.UsageError, match="more than one of query, names, place"):
            graph.draw("a", place="tumen")
        assert graph.analyse("brokers").answer == analyse("brokers", graph.network()).answer
        with pytest.raises(guapai.NotThereError, match="there is no such analysis"):
            graph.analyse("broker")
