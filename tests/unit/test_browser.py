"""Links for the Neo4j Browser, literals that stay text, and the kit of favourites."""

import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.browser.kit import kit, write_kit
from graph.browser.link import Browser, browser_of, usual_address
from graph.catalog.catalogue import catalogue, find_query
from graph.catalog.literals import literal, parameter_lines, spelled_out, without_head
from graph.errors import RefusedError, UsageError
from graph.schema import NODE_BY_LABEL
from graph.store.choose import Choice, choose

BROWSER = Browser("http://127.0.0.1:7474/browser/", "bolt://127.0.0.1:7687", "neo4j")
HEADER_BYTES = 8_000  # what the least generous server takes as an address


def editor(link: str) -> str:
    """What the Browser finds for its editor, found as it does it: decode all, then look for the field."""
    found = re.search(r"[?&]arg=([^&#]*)", unquote(link.replace("+", " ")))
    return found[1] if found else ""


def from_literal(text: str) -> str:
    """A Cypher text literal read as Neo4j reads it: \\uXXXX first, other escapes after."""
    units = re.sub(r"\\(\\|')|\\u([0-9a-f]{4})", lambda found: found[1] or chr(int(found[2], 16)), text[1:-1])
    return units.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (0.5, "0.5"),
        ("金华", "'金华'"),
        ("it's", r"'it\'s'"),
        ("a\\", r"'a\\'"),
        ("a;b\n$c => #&", r"'a\u003bb\u000a\u0024c \u003d\u003e \u0023\u0026'"),
        ("😀\u202e", r"'😀\u202e'"),
        (["a", 1], "['a', 1]"),
    ],
)
def test_a_value_becomes_a_literal(value: object, written: str) -> None:
    assert literal(value) == written


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_text_comes_back_from_its_literal_and_cannot_end_it(text: str) -> None:
    written = literal(text)
    assert re.fullmatch(r"'(?:[^'\\\n\r;$&#>]|\\['\\]|\\u[0-9a-f]{4})*'", written)
    assert from_literal(written) == text


def test_values_are_written_for_names_alone_and_a_filter_that_they_leave_open_is_left_out() -> None:
    text = "// $place\nWHERE $place IS NULL OR node.place = $place AND node.name <> '$place'"
    spelled = spelled_out(text, {"place": "a' b"})
    assert spelled == "// $place\nWHERE node.place = 'a\\' b' AND node.name <> '$place'"


def test_a_link_holds_the_address_the_user_and_the_text() -> None:
    assert BROWSER.link() == "http://127.0.0.1:7474/browser/?dbms=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A7687"
    link = BROWSER.link("RETURN '金华 100% a+b' AS x // ?arg=1")
    assert link.isascii()
    assert editor(link) == "RETURN '金华 100% a+b' AS x // ?arg=1"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_value_comes_through_the_link(text: str) -> None:
    statement = f"RETURN {literal(text)} AS value"
    assert editor(BROWSER.link(statement)) == statement


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_stored_query_fits_into_a_link(query) -> None:
    values = {parameter.name: "慈善总会" for parameter in query.parameters}
    for text in filter(None, (query.text, query.picture)):
        spelled = spelled_out(without_head(query, text), values)
        link = BROWSER.link(spelled)
        assert (len(link) < HEADER_BYTES, editor(link)) == (True, spelled.rstrip())
        assert spelled.startswith(f"// {query.question}\n")
        assert not {";", "$"} & set(spelled)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("bolt://127.0.0.1:7687", "http://127.0.0.1:7474/browser/"),
        ("neo4j://[::1]", "http://[::1]:7474/browser/"),
        ("neo4j+s://graph.example.org:7687", "https://graph.example.org:7473/browser/"),
        ("neo4j+s://a1b2.databases.neo4j.io", "https://browser.neo4j.io/"),
    ],
)
def test_the_browser_of_a_server_is_at_its_usual_address(uri: str, address: str) -> None:
    assert usual_address(uri) == address


def test_the_browser_of_a_named_server_opens_its_database_and_never_tells_a_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from graph.settings import settings

    for name, value in (("URI", "neo4j://host"), ("USERNAME", "a@b"), ("PASSWORD", "secret"), ("DATABASE", "work")):
        monkeypatch.setenv(f"NEO4J_{name}", value)
    settings.cache_clear()
    link = browser_of(choose(), "http://host:8080/browser/").link("RETURN 1")
    settings.cache_clear()
    assert urlsplit(link).netloc == "host:8080"
    assert "dbms=neo4j%3A%2F%2Fa%2540b%40host&db=work&cmd=edit" in link
    assert "secret" not in link
    with pytest.raises(UsageError):
        browser_of(Choice("neo4j", "bolt://neo4j:secret@host", ""))


def test_an_embedded_graph_has_no_browser() -> None:
    with pytest.raises(RefusedError, match="guapai neo4j up"):
        browser_of(choose("embedded"))


def test_the_kit_holds_every_query_and_picture_with_question_and_parameters_first() -> None:
    files = kit(catalogue(), "zh")
    for query in catalogue():
        name = query.name.replace(".", "/")
        first, *lines = files[f"{name}.cypher"].splitlines()
        assert first == f"// {query.question}"
        head = lines[: len(query.parameters)]
        assert [line.split(" => ")[0] for line in head] == [f"// :param {one.name}" for one in query.parameters]
        assert "\n".join([first, *lines[len(head) :]]) + "\n" == query.text
        picture = files.get(f"{name}.picture.cypher", "")
        assert picture.startswith(f"// Picture: {query.question}\n") == (query.picture is not None)
    lines = files["parameters.cypher"].splitlines()
    assert {":param function => null;", ":param place => null;", "// :param name => ['ID']"} <= set(lines)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_style_has_one_rule_for_each_label_and_the_common_one_first(language: str) -> None:
    style = kit([], language)["guapai.grass"]
    rules = dict(re.findall(r"node\.(\w+) \{\n(.*?)\n\}", style, re.DOTALL))
    assert set(rules) == set(NODE_BY_LABEL)
    assert next(iter(rules)) == "Organization"
    known = {f"{{{name}}}" for node in NODE_BY_LABEL.values() for name in node.model_fields}
    assert set(re.findall(r"\{\w+\}", style)) <= known
    assert ("{name_zh}" in rules["Division"]) == (language == "zh")


def test_the_kit_replaces_files_only_when_told(tmp_path: Path) -> None:
    queries = [find_query("alias.hanging_signs")]
    written = write_kit(queries, tmp_path / "new" / "kit", "zh")
    names = [path.relative_to(tmp_path / "new" / "kit").as_posix() for path in written]
    assert names == [
        "favourites.zip", "guapai.grass", "parameters.cypher", "alias/hanging_signs.cypher", "alias/hanging_signs.picture.cypher",
    ]  # fmt: skip
    with zipfile.ZipFile(written[0]) as file:
        assert file.namelist() == [f"guapai/{name}" for name in names[2:]]
        assert file.read("guapai/parameters.cypher") == written[2].read_bytes()
    before = written[0].read_bytes()
    written[0].write_text("mine", encoding="utf-8")
    with pytest.raises(RefusedError, match="with 4 others"):
        write_kit(queries, tmp_path / "new" / "kit", "zh")
    assert written[0].read_text(encoding="utf-8") == "mine"
    assert write_kit(queries, tmp_path / "new" / "kit", "zh", force=True) == written
    assert written[0].read_bytes() == before


def test_parameter_lines_are_one_line_each() -> None:
    assert parameter_lines({"place": None, "name": "a\nb"}) == [":param place => null", ":param name => 'a\\u000ab'"]
