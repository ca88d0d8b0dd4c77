"""A hostile name is only text: in tables, Markdown, CSV, GraphML and Cypher."""

import csv
import io
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.files import write_network
from graph.statement import Answer
from guapai.cli.options import Format
from guapai.cli.rendering import plain, show

HOSTILE = "=1+1|[bold]x[/]`\x1b[31m\u202e\x00\ud800<b>\n'"


@pytest.mark.parametrize("form", [Format.table, Format.markdown])
def test_no_control_character_reaches_a_terminal(capsys: pytest.CaptureFixture, form: Format) -> None:
    show(Answer(["name"], [[HOSTILE]]), form)
    printed = capsys.readouterr().out
    assert not {"\x1b", "\u202e", "\x00"} & set(printed)
    assert ("[bold]x[/]" if form is Format.table else r"\[bold\]x\[/\]") in printed


def test_csv_text_is_not_changed_unless_asked(capsys: pytest.CaptureFixture) -> None:
    text = HOSTILE.replace("\ud800", "").replace("\x00", "")
    show(Answer(["name"], [[text]]), Format.csv)
    assert list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))[1] == [text]
    show(Answer(["name"], [[text]]), Format.csv, excel=True)
    assert list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))[1] == ["'" + text]


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_shown_is_always_printable(text: str) -> None:
    assert plain(text).isprintable()


@given(st.text(st.characters(exclude_categories=())))
def test_any_name_can_be_written_as_graphml_and_read_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    network = networkx.MultiDiGraph()
    network.add_node("a", labels=["Alias"], name=name, missing=None)
    network.add_node("b", labels=["Alias"], lines=[1, 2])
    network.add_edge("a", "b", key="DENOTES", type="DENOTES", spans=["1:0-2"])
    path = tmp_path_factory.mktemp("graphml") / "x.graphml"
    write_network(network, path)
    read = networkx.read_graphml(path, force_multigraph=True)
    assert set(read.nodes) == {"a", "b"}
    assert "missing" not in read.nodes["a"]
    assert read.nodes["b"]["lines"] == "[1, 2]"
    if name and name.isprintable() and "\\u" not in name:
        assert read.nodes["a"]["name"] == name


def test_an_unknown_ending_leaves_no_file(tmp_path: Path) -> None:
    from graph.errors import UsageError

    with pytest.raises(UsageError):
        write_network(networkx.MultiDiGraph(), tmp_path / "x.txt")
    assert list(tmp_path.iterdir()) == []
