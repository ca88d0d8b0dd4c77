"""A stored query that breaks a promise is refused when it is read, with its line."""

from pathlib import Path

import pytest

from graph.catalog.catalogue import find_query
from graph.catalog.parameters import Parameter
from graph.errors import ContentError, UsageError

GOOD = """// Which units are there? 有哪些机构？
//
// @param place place = null -- only this place
// @column unit unit -- the unit
// @column says proof -- where
MATCH (unit:Division)-[says:PART_OF]->(:Bureau)
WHERE $place IS NULL OR unit.place IN $place
RETURN unit, says
ORDER BY unit.id
"""


def write(tmp_path: Path, text: str) -> Path:
    (tmp_path / "topic").mkdir(exist_ok=True)
    (tmp_path / "topic" / f"query{len(list(tmp_path.rglob('*')))}.cypher").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Which units are there? 有哪些机构？", "Units", "a comment that asks a question"),
        ("@column", "@colum", "did you mean 'column'"),
        ("place place", "place plase", "did you mean 'place'"),
        ("place = null", "place = near place", "a place near a parameter that takes a thing"),
        ("place = null", "place = near unit", "@param place is near unit"),
        ("Division)", "Divison)", "did you mean 'Division'"),
        ("PART_OF", "PART_OFF", "did you mean 'PART_OF'"),
        ("unit.place", "unit.plaze", "did you mean 'place'"),
        ("unit.place IN $place", "unit.place IN $plac", "$plac is used and not declared"),
        ("RETURN unit", "RETURN unit AS units", "the last RETURN gives units"),
        ("ORDER BY unit.id", "", "the answer is not sorted"),
        ("RETURN", "SET unit.name = 'x' RETURN", "'SET' writes"),
        ("[says:PART_OF]", "[says:PART_OF*]", "without an upper bound"),
        ("[says:PART_OF]", "[says:PART_OF*1..]", "without an upper bound"),
        ("MATCH", "CALL db.labels() YIELD label MATCH", "the word CALL"),
    ],
)
def test_a_broken_promise_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = write(tmp_path, GOOD.replace(old, new, 1))
    (name,) = (f"topic.{path.stem}" for path in (folder / "topic").iterdir())
    with pytest.raises(ContentError, match=r".") as caught:
        find_query(name, folder)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "value", "bound"),
    [
        ("integer", "3", 3),
        ("boolean", "true", True),
        ("list<string>", '["a"]', ["a"]),
        ("string", "3", "3"),
        ("date", "2004-02-29", "2004-02-29"),
        ("grade", "overlap", "overlap"),
    ],
)
def test_a_parameter_becomes_its_type(kind: str, value: str, bound: object) -> None:
    assert Parameter("x", kind, "text", required=True).convert(value, "topic.query") == bound


@pytest.mark.parametrize("null", [None, "null"])
@pytest.mark.parametrize("kind", ["string", "date", "place", "integer"])
def test_null_is_a_value_only_where_none_need_be_given(kind: str, null: str | None) -> None:
    assert Parameter("x", kind, "text", required=False).convert(null, "topic.query") is None
    with pytest.raises(UsageError, match="parameter x is missing"):
        Parameter("x", kind, "text", required=True).convert(null, "topic.query")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "x"),
        ("integer", "3.5"),
        ("list<string>", "[1]"),
        ("date", "2005-02-30"),
        ("date", "0000"),
        ("grade", "overlaps"),
        ("grade", ""),
    ],
)
def test_a_parameter_of_another_type_is_refused(kind: str, value: str) -> None:
    with pytest.raises(UsageError):
        Parameter("x", kind, "text", required=True).convert(value, "topic.query")


@pytest.mark.parametrize(("name", "least"), [("line", 1), ("least", 0), ("limit", 0)])
def test_no_question_asks_for_less_than_there_can_be(name: str, least: int) -> None:
    counting = Parameter(name, "integer", "how many", required=True)
    assert counting.convert(str(least), "topic.query") == least
    with pytest.raises(UsageError, match="integer: how many"):
        counting.convert(str(least - 1), "topic.query")


PICTURE = """// Which units are there? 有哪些机构？
MATCH path = (unit:Division)-[:PART_OF*1..3]->(:Bureau)
WHERE $place IS NULL OR unit.place IN $place
RETURN path
ORDER BY unit.id
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Which units are there?", "Which?", "the first line is another one"),
        ("RETURN path", "RETURN unit", "the last RETURN gives unit"),
        ("unit.place IN $place", "unit.place IN $plce", "did you mean 'place'"),
        ("WHERE $place IS NULL OR unit.place IN $place", "", "@param place is declared and not used"),
        ("ORDER BY unit.id", "", "the answer is not sorted"),
        ("Division", "Divison", "did you mean 'Division'"),
        ("*1..3", "*", "without an upper bound"),
        ("RETURN", "SET unit.name = 'x' RETURN", "'SET' writes"),
    ],
)
def test_a_picture_that_breaks_a_promise_is_refused_with_its_own_file(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "units.cypher").write_text(GOOD, encoding="utf-8")
    picture = tmp_path / "topic" / "units.picture.cypher"
    picture.write_text(PICTURE, encoding="utf-8")
    assert find_query("topic.units", tmp_path).picture == PICTURE
    picture.write_text(PICTURE.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        find_query("topic.units", tmp_path)
    assert message in str(caught.value)
    assert str(picture) in str(caught.value)
