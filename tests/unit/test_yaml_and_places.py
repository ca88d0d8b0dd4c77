"""YAML that is refused, files that are not there, names of places."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from graph.errors import ContentError, NotThereError
from graph.folders import bundled
from loaders.places import places
from loaders.reading import read_record
from loaders.yaml_reading import read_yaml, read_yaml_text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2", "file:2: the key 'a' stands twice"),
        ("a: &x 1\nb: *x", "file:2: a YAML alias"),
        ("a: &x [*x]", "a YAML alias"),
        ("a: !x 1", "the YAML tag"),
        ("a: [1", "this is no YAML"),
        ("1: a", "the key 1 is no text"),
        ("a: 1\n---\nb: 2", "file:2: a second YAML document"),
        ("[" * 5000, "YAML"),
        ("a: \x00", "this is no YAML"),
    ],
)
def test_refused_yaml_names_its_line(text: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_yaml_text(text, "file")
    assert message in str(caught.value)


def test_values_know_their_lines() -> None:
    value, lines = read_yaml_text("a:\n  b: [x,\n    2008-06-01]\n", "file")
    assert value == {"a": {"b": ["x", "2008-06-01"]}}
    assert (lines[("a",)], lines[("a", "b")], lines[("a", "b", 1)]) == (1, 2, 3)
    assert read_yaml_text("", "file")[0] is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("~", None), ("", None), ("true", "true"), ("no", "no"), ("12", 12), ("-3", -3), ("0.25", 0.25), ("010000", "010000"),
        ("0433-3622075", "0433-3622075"), ("2008-06", "2008-06"), ("8:30", "8:30"), ("'12'", "12"), ("1_0", "1_0"),
    ],
)  # fmt: skip
def test_only_plain_numbers_and_nothing_are_no_text(text: str, value: object) -> None:
    assert read_yaml_text(f"a: {text}", "file")[0] == {"a": value}


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    with pytest.raises(NotThereError, match="no such file"):
        read_yaml(tmp_path / "missing.yaml")
    with pytest.raises(NotThereError, match="this is a folder"):
        read_yaml(tmp_path)
    (tmp_path / "latin.yaml").write_bytes(b"a: \xe9")
    with pytest.raises(ContentError, match="not UTF-8"):
        read_yaml(tmp_path / "latin.yaml")
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(65 * 1024 * 1024)
    with pytest.raises(ContentError, match="64 MB"):
        read_yaml(tmp_path / "huge.yaml")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the record is empty"),
        ("[]", "the keys version, document"),
        ("version: 1", "document is missing"),
        ("version: 3", "version is 3"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "record.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_record(tmp_path / "record.yaml")
    assert message in str(caught.value)


def test_a_file_name_that_can_be_no_id_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a b.yaml").write_text("version: 1", encoding="utf-8")
    with pytest.raises(ContentError, match="cannot be the id of a document"):
        read_record(tmp_path / "a b.yaml")


def test_a_place_is_found_by_id_name_and_code() -> None:
    assert {places().find(name) for name in ("jinhua", "金华市", "金华", "Jinhua", "330700")} == {"jinhua"}
    with pytest.raises(NotThereError, match=r"did you mean.*'Jinhua'"):
        places().find("Jinhau")
    assert places().chain("tumen") == ["tumen", "yanbian", "jilin", "china"]


def test_places_are_the_whole_code_list_as_a_yaml_reader_sees_it() -> None:
    read = yaml.safe_load((bundled("data") / "places.yaml").read_text(encoding="utf-8"))["places"]
    assert {code: (one.id, one.name_zh, one.name_en) for one in places().entries.values() for code in [one.code]} == {
        code: tuple(entry) for code, entry in read.items()
    }
    levels = Counter(one.level for one in places().entries.values())
    assert levels == {"province": 34, "prefecture": 333, "county": 2846}


def test_every_place_lies_in_the_nation() -> None:
    assert {places().chain(place)[-1] for place in places().entries} == {"china"}
    assert places().chain("xiantao") == ["xiantao", "hubei", "china"]


def test_place_names_are_read_as_people_say_them() -> None:
    said = {
        "重庆市": "chongqing",
        "厦门市": "xiamen",
        "乐清市": "yueqing",
        "亳州市": "bozhou",
        "歙县": "shexian-341021",
        "陕西省": "shaanxi",
    }
    assert {name: places().find(name) for name in said} == said


def test_an_id_without_a_code_belongs_to_the_largest_place_of_its_name() -> None:
    assert [entry.id for entry in places().named["jilin"]] == ["jilin", "jilin-220200"]
    assert {entry.id for entry in places().named["朝阳"]} > {"chaoyang", "chaoyang-110105"}
