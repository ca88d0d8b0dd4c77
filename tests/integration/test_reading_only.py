"""Reading only reads the graph, on every engine: no write, no file, no address, no procedure, under any disguise."""

import socket
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.catalog.catalogue import find_query, run
from graph.errors import ContentError, GuapaiError
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from graph.store.tokens import told
from loaders.load import load
from loaders.reading import read_record
from tests import hostile

GRAIN = Path(__file__).parents[1] / "fixtures" / "grain.yaml"
SECRET = "not-for-your-eyes"
REFUSED, WRONG, CONTENT = 5, 2, 6
BUREAU = "jinhua/grain-bureau"


@pytest.fixture
def filled(store: Store) -> Store:
    load(store, read_record(GRAIN))
    return store


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    path = tmp_path / "canary.csv"
    path.write_text(f"{SECRET},2\n", encoding="utf-8")
    return path


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """A port of this machine that nobody may reach."""
    with socket.create_server(("127.0.0.1", 0)) as opened:
        opened.settimeout(0)
        yield opened


def fingerprint(store: Store) -> list[Any]:
    """Everything that the graph holds."""
    nodes = store.read("MATCH (n) RETURN n ORDER BY n.id", {}).rows
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, r ORDER BY a.id, type(r), b.id, r.document", {}
    ).rows
    return [nodes, links]


def files(folder: Path) -> dict[str, str]:
    """The files of a folder, with their content."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".cypher"
    }


def outcome(store: Store, statement: str) -> GuapaiError | str:
    """The error of a statement, or what it answers."""
    try:
        return str(store.read(statement, {}).rows)
    except GuapaiError as error:
        return error


def test_no_statement_does_more_than_read(filled: Store, canary: Path, listener: socket.socket, tmp_path: Path) -> None:
    before, around = fingerprint(filled), files(tmp_path)
    tried = list(hostile.statements(str(canary), listener.getsockname()[1]))
    assert len(tried) > 200
    answered, shown = [], []
    for one in tried:
        found = outcome(filled, one.text)
        if not isinstance(found, GuapaiError) or found.exit_code not in (REFUSED, WRONG):
            answered.append((one.name, one.text, str(found)))
        if SECRET in str(found):
            shown.append(one.name)
    assert (answered, shown) == ([], [])
    assert fingerprint(filled) == before
    assert files(tmp_path) == around
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_no_query_file_does_more_than_read(
    filled: Store, canary: Path, listener: socket.socket, tmp_path: Path
) -> None:
    before, around = fingerprint(filled), files(tmp_path)
    tried = list(hostile.query_files(str(canary), listener.getsockname()[1]))
    assert len(tried) > 100
    own = tmp_path / "mine.cypher"
    own.write_text(hostile.query_file(hostile.HARMLESS), encoding="utf-8")
    assert run(filled, find_query(str(own)), {}).rows == [[BUREAU]]
    answered = []
    for one in tried:
        own.write_text(one.text, encoding="utf-8")
        try:
            answered.append((one.name, one.text, run(filled, find_query(str(own)), {}).rows))
        except GuapaiError as error:
            if error.exit_code not in (CONTENT, REFUSED, WRONG) or SECRET in str(error):
                answered.append((one.name, one.text, str(error)))
    assert answered == []
    assert fingerprint(filled) == before
    assert files(tmp_path) == around
    with pytest.raises(BlockingIOError):
        listener.accept()


READING = {
    "RETURN 'LOAD CSV, CALL and UNION; // all of them' AS x": [["LOAD CSV, CALL and UNION; // all of them"]],
    'RETURN "it\'s; LOAD" AS x // CALL db.labels()': [["it's; LOAD"]],
    "RETURN 'a\\'b\\\\' AS x": [["a'b\\"]],
    "RETURN '\\u0041' AS x;": [["A"]],
    "RETURN 1 AS `LOAD`": [[1]],
    "RETURN 1 AS `a``(` UNION RETURN 2 AS `a``(`": [[1], [2]],
    "RETURN 1 AS x UNION RETURN 1 AS x": [[1]],
    "RETURN 1 AS x union all RETURN 1 AS x UNION ALL RETURN 2 AS x": [[1], [1], [2]],
    "RETURN ')' AS x UNION RETURN '(' AS x": [[")"], ["("]],
    "MATCH (n:Bureau) RETURN n.id AS x UNION MATCH (n:Bureau) RETURN n.id AS x": [[BUREAU]],
    "MATCH (n:Place) WHERE EXISTS { (n)<-[:GOVERNS]-(:Government)<-[:ORGAN_OF]-(:Bureau) } RETURN n.id AS x": [
        ["jinhua"]
    ],
    "MATCH (n:Bureau) RETURN COUNT { (n)<-[:PART_OF]-(:Division) } AS x": [[1]],
    "MATCH p = shortestPath((a:Division)-[*..3]-(b:Bureau)) RETURN length(p) AS x": [[1]],
    "MATCH (n:Bureau)<-[:PART_OF*1..3]-(d:Division) RETURN count(d) AS x": [[1]],
    "MATCH (n:Bureau) OPTIONAL MATCH (n)-[:PART_OF]->(m) RETURN m AS x": [[None]],
    "UNWIND [3, 1, 2] AS x WITH x WHERE x > 1 RETURN x ORDER BY x SKIP 1 LIMIT 1": [[3]],
    "RETURN [i IN range(1, 3) WHERE i > 1 | i * 1.5e0] AS x": [[[3.0, 4.5]]],
    "RETURN reduce(sum = 0, i IN [1, 2] | sum + i) AS x": [[3]],
    "MATCH (n:Bureau) RETURN n {.id} AS x": [[{"id": BUREAU}]],
    "RETURN CASE WHEN 1 = 1 THEN 'create' ELSE 'delete' END AS x": [["create"]],
    "RETURN date.truncate('year', date('2024-05-06')) IS NULL AS x": [[False]],
}


def test_ordinary_reading_is_answered(filled: Store) -> None:
    assert {text: outcome(filled, text) for text in READING} == {text: str(rows) for text, rows in READING.items()}


PARTS = st.sampled_from(["\\\\", "\\'", '\\"', "\\u0041", "\\n", "'", '"', "`", "//", "(", "a", "\n", " ", "\\u", "\\"])


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with EmbeddedStore(tmp_path_factory.mktemp("empty") / "graph.kgl", write=True) as opened:
        yield opened


@settings(max_examples=300, deadline=None)
@given(inside=st.lists(PARTS, max_size=8).map("".join), quote=st.sampled_from("'\"`"))
def test_the_embedded_engine_ends_strings_where_its_guard_does(empty: Store, inside: str, quote: str) -> None:
    """Where the guard sees one string or name and nothing behind it, the engine does, too."""
    text = f"{quote}{inside}{quote}"
    pieces = told(text)
    one_piece = len(pieces) == 1 and pieces[0].kind in ("string", "name")
    found = outcome(empty, f"RETURN 1 AS {text}" if quote == "`" else f"RETURN {text}")
    assert isinstance(found, str) == one_piece


def test_a_hostile_query_file_is_refused_when_it_is_checked(tmp_path: Path) -> None:
    own = tmp_path / "mine.cypher"
    for text in (
        "RETURN [1] AS `(` UNION LOAD CSV FROM 'file:///etc/hostname' AS `(` RETURN `(` AS x",
        "CALL { MATCH (n:Place) RETURN n AS x } RETURN x",
        "MATCH (n:Place) RETURN n AS x; MATCH (n:Place) RETURN n AS x",
        "LO\\u0041D CSV FROM 'file:///etc/hostname' AS x RETURN x",
        "MATCH (n:Place) WHERE n.id = '\\u0027 LOAD CSV' RETURN n AS x",
    ):
        own.write_text(hostile.query_file(text), encoding="utf-8")
        with pytest.raises(ContentError):
            find_query(str(own))
