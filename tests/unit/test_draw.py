"""A picture is the same whatever order its paths come in, and a hostile name in it is only text."""

import html
import json
import random
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.draw.contrast import GROUNDS, contrast, on_grounds
from graph.draw.files import write_picture
from graph.draw.overlap import GRADES
from graph.draw.page import FOLDER
from graph.draw.picture import Arrow, Picture, Shape, picture_of_paths
from graph.draw.style import COLOURS, caption
from graph.draw.text import dot, mermaid, one_line
from graph.errors import NotThereError, UsageError
from graph.schema import NODE_BY_LABEL
from graph.statement import Answer

HOSTILE = [
    'a"]; n2 --> n1["b',
    "`**bold**` _it_ 1. one",
    "<img src=x onerror=alert(1)>&lt;&amp;#35;",
    "line\nline\r\n\ttab",
    "\\N \\G \\l \\",
    'end" ]; subgraph x { a -> b } //',
    "click n1 call alert()\u202e\x00\x1b[31m",
    "%%{init: {}}%% :::Place |x|",
]
graphviz = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed (Debian: graphviz)")


def node(own_id: str, label: str, **properties: str) -> dict:
    return {"id": own_id, "labels": [label, "Organization"], "properties": {"id": own_id, **properties}}


def link(start: str, kind: str, end: str) -> dict:
    return {"type": kind, "start": start, "end": end, "properties": {}}


def paths() -> list[list]:
    unit, sign, other = node("a", "Division", name="A", name_zh="甲"), node("b", "Alias", name="B"), node("c", "Bureau")
    return [
        [{"nodes": [unit, sign], "relationships": [link("a", "HANGS_SIGN", "b")]}],
        [{"nodes": [unit, other], "relationships": [link("a", "PART_OF", "c")]}],
        [{"nodes": [unit, sign], "relationships": [link("a", "HANGS_SIGN", "b")]}],
    ]


def with_names(*names: str) -> Picture:
    return Picture(
        tuple(Shape(f"id{number}", "Division", name) for number, name in enumerate(names)),
        (Arrow("id0", "PART_OF", "id0"),),
    )


def from_mermaid(label: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


def test_nodes_and_relationships_stand_once_and_in_order() -> None:
    picture = picture_of_paths(Answer(["path"], paths()), "zh")
    assert picture.shapes == (Shape("a", "Division", "甲"), Shape("b", "Alias", "B"), Shape("c", "Bureau", "c"))
    assert picture.arrows == (Arrow("a", "HANGS_SIGN", "b"), Arrow("a", "PART_OF", "c"))


def test_a_name_that_no_document_prints_and_a_link_that_none_states_look_like_it() -> None:
    unit = {
        "id": "a",
        "labels": ["Division"],
        "properties": {"name": "Grain", "name_zh": "粮食科", "name_zh_source": "translated"},
    }
    home = {"id": "b", "labels": ["Government"], "properties": {"name": "云台县人民政府", "name_zh": "云台县人民政府"}}
    ways = [
        {"type": "ORGAN_OF", "start": "a", "end": "b", "properties": {"status": "inferred"}},
        {"type": "PART_OF", "start": "a", "end": "b", "properties": {"status": "stated"}},
        {"type": "PART_OF", "start": "a", "end": "b", "properties": {"status": "inferred"}},
    ]
    picture = picture_of_paths(Answer(["path"], [[{"nodes": [unit, home], "relationships": ways}]]), "zh")
    assert [shape.caption for shape in picture.shapes] == ["粮食科*", "云台县人民政府"]
    assert [(arrow.type, arrow.sure) for arrow in picture.arrows] == [("ORGAN_OF", False), ("PART_OF", True)]
    assert 'n1 -.->|"ORGAN_OF ?"| n2' in mermaid(picture)
    assert 'n1 -> n2 [label="ORGAN_OF ?", style=dashed];' in dot(picture)
    assert 'n1 -> n2 [label="PART_OF"];' in dot(picture)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_paths_changes_nothing(seed: int) -> None:
    shuffled = paths()
    random.Random(seed).shuffle(shuffled)
    first, second = (picture_of_paths(Answer(["path"], rows), "en") for rows in (paths(), shuffled))
    assert (mermaid(first), dot(first)) == (mermaid(second), dot(second))


def test_every_label_has_a_colour_and_a_made_name_where_nothing_is_printed() -> None:
    assert set(COLOURS) == set(NODE_BY_LABEL)
    assert caption("ChangeEvent", {"kind": "merge", "date": "2010", "name": "merge 1"}, "en") == "merge 2010"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_one_label_in_mermaid(name: str) -> None:
    lines = mermaid(with_names(name)).splitlines()
    (label,) = re.findall(r'^    n1\["([^"]*)"\]:::Division$', "\n".join(lines), re.MULTILINE)
    assert re.fullmatch(r"(?:[A-Za-z0-9 ,()]|[^\x00-\x7f]|#\d+;)*", label)
    assert from_mermaid(label) == one_line(name)
    assert len(lines) == len(mermaid(with_names("plain")).splitlines())


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_name_is_one_label_in_mermaid(name: str) -> None:
    lines = mermaid(with_names(name)).split("\n")
    label = re.fullmatch(r'    n1\["([^"]*)"\]:::Division', lines[1])
    assert label
    assert from_mermaid(label[1]) == one_line(name)


@graphviz
@pytest.mark.parametrize("name", HOSTILE)
def test_graphviz_reads_a_hostile_name_as_one_label(name: str) -> None:
    picture = with_names(name, "plain")
    done = subprocess.run(["dot", "-Tjson"], input=dot(picture).encode(), capture_output=True, check=True)
    read = json.loads(done.stdout)
    assert [one["name"] for one in read["objects"]] == ["n1", "n2"]
    assert html.unescape(read["objects"][0]["label"]).replace("\\\\", "\\") == one_line(name)
    assert len(read["edges"]) == 1


@graphviz
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_one_text_in_svg(tmp_path: Path, name: str) -> None:
    write_picture(with_names(name), tmp_path / "picture.svg")
    root = ElementTree.fromstring((tmp_path / "picture.svg").read_text(encoding="utf-8"))
    texts = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert [" ".join(text.split()) for text in texts] == [one_line(name), "PART_OF"]


def test_an_svg_without_graphviz_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotThereError, match="install Graphviz"):
        write_picture(with_names("a"), tmp_path / "picture.svg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [("picture.png", UsageError, ".mmd"), ("nowhere/picture.mmd", NotThereError, "there is no such folder")],
)
def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path, path: str, error: type, message: str) -> None:
    with pytest.raises(error) as caught:
        write_picture(with_names("a"), tmp_path / path)
    assert message in str(caught.value)


def test_black_on_white_is_as_far_apart_as_colours_can_be() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(
        4.54, abs=0.01
    )  # the grey that W3C gives as the limit of text


def test_every_line_of_a_chart_is_seen_on_its_ground() -> None:
    for colours in (COLOURS, GRADES):
        for ground, seen in on_grounds(colours).items():
            assert {key for key, one in seen.items() if contrast(one, GROUNDS[ground]) < 3} == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_of_the_page_is_read_on_its_ground(theme: str) -> None:
    style = FOLDER.joinpath("page.css").read_text(encoding="utf-8")
    rule = re.findall(r":root[^{]*\{([^}]*)\}", style)[theme == "dark"]
    of = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", rule))
    assert of["ground"] == GROUNDS[theme]
    read = [
        ("ink", "ground"),
        ("ink", "panel"),
        ("faint", "ground"),
        ("faint", "panel"),
        ("chosen", "panel"),
        ("ground", "chosen"),
        ("found-ink", "found"),
    ]
    assert {pair for pair in read if contrast(of[pair[0]], of[pair[1]]) < 4.5} == set()
    assert contrast(of["link"], of["ground"]) >= 3
