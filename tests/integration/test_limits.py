"""A statement that asks for too much time, rows or memory ends with a message and code 5; what follows is answered."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import RefusedError, UnreachableError, UsageError
from graph.store import neo4j_writing
from graph.store.protocol import Store
from graph.store.unheld import unheld_value
from tests.servers import Server

GUAPAI = Path(sys.executable).with_name("guapai")
MEMORY = 1024**3
DOUBLED = "UNWIND range(1, 60) AS x WITH collect(x) AS l RETURN size(reduce(s = 'a', i IN l | s + s)) AS x"
TRIPLES = "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b * c) AS x"


def test_rows_are_cut_off_with_a_note(store: Store) -> None:
    answer = store.read("UNWIND range(1, 5000) AS x RETURN x", {}, rows=3)
    assert (answer.rows, answer.notes) == ([[1], [2], [3]], ["there are more rows: these are the first 3"])
    whole = store.read("UNWIND range(1, 3) AS x RETURN x", {}, rows=3)
    assert (len(whole.rows), whole.notes) == (3, [])


def test_a_runaway_statement_is_ended_and_the_next_one_is_answered(store: Store) -> None:
    # A server that is too busy to end it within a moment of the deadline is silent for us: the call ends all the same.
    with pytest.raises((RefusedError, UnreachableError), match=r"time limit|fallen silent"):
        store.read(TRIPLES, {}, timeout=1, rows=10)
    assert store.read("RETURN 1 AS x", {}).rows == [[1]]


def test_a_server_that_lacks_memory_says_so(store: Store, engine: "str | Server") -> None:
    if isinstance(engine, str):
        pytest.skip("about servers: the embedded engine has the memory of its process")
    with pytest.raises(RefusedError, match=r"too much memory|time limit"):
        store.read("UNWIND range(1, 100000000) AS x RETURN size(collect(toString(x))) AS x", {}, timeout=20)
    assert store.read("RETURN 1 AS x", {}).rows == [[1]]


DEEP = {
    "brackets": "RETURN " + "(" * 3_000 + "1" + ")" * 3_000 + " AS x",
    "lists": "RETURN " + "[" * 150 + "1" + "]" * 150 + " AS x",
    "subqueries": "CALL { " * 400 + "RETURN 1 AS x" + " } RETURN x" * 400,
    "loops": "FOREACH (y IN [1] | " * 5_000 + "CREATE (:Place)" + ")" * 5_000,
    "branches": "RETURN 1 AS x UNION ALL " * 400 + "RETURN 1 AS x",
    "common rows": "RETURN 1 AS x INTERSECT " * 3_000 + "RETURN 1 AS x",
    "names": "WITH {a: 1} AS m RETURN m" + ".a" * 30_000 + " AS x",
}


@pytest.mark.parametrize("kind", DEEP)
def test_a_text_with_too_many_levels_is_refused_and_the_next_one_is_answered(store: Store, kind: str) -> None:
    for ask in (store.read, store.run_write):
        with pytest.raises(UsageError, match=r"stand in each other|joined by"):
            ask(DEEP[kind], {})
    assert store.read("RETURN " + "abs(" * 30 + "1" + ")" * 30 + " AS x", {}).rows == [[1]]
    in_text = "RETURN size('" + "([{." * 400 + "') AS x // " + "(" * 400
    assert store.read(in_text, {}).rows == [[1_600]]


def test_a_text_over_which_a_server_stumbles_without_a_word_is_told_as_such(store: Store) -> None:
    with pytest.raises((UsageError, RefusedError), match=r"nesting exceeds|answers, but not to this statement"):
        store.read("RETURN " + "NOT " * 3_000 + "true AS x", {}, timeout=3)
    assert store.read("RETURN 1 AS x", {}).rows == [[1]]


UNHELD = (
    "date({year: 0})",
    "[localdatetime({year: -44, month: 3, day: 15})]",
    "{then: datetime({year: 12345, timezone: '+08:00'})}",
)


@pytest.mark.parametrize("value", UNHELD)
def test_where_an_answer_cannot_be_handed_over_nothing_is_written(
    store: Store, engine: "str | Server", value: str
) -> None:
    if not isinstance(engine, str):
        pytest.skip("what comes from a server is text where it is nothing else")
    for ask in (lambda text: store.read(text, {}), lambda text: store.rows(text, {})):
        with pytest.raises(UsageError, match="a value that Python cannot hold"):
            ask(f"RETURN {value} AS x")
    with pytest.raises(UsageError, match="a value that Python cannot hold"):
        store.run_write(f"CREATE (:Place {{id: 'x', name: 'x'}}) RETURN {value} AS x", {})
    assert store.read("MATCH (node:Place) RETURN count(node) AS count", {}).rows == [[0]]


TEXTS = {
    "date({year: 0})": "0000-01-01",
    "[date({year: 10000, month: 2, day: 29})]": ["+10000-02-29"],
    "localdatetime({year: -44, month: 3, day: 15, hour: 13})": "-0044-03-15T13:00:00",
    "{then: datetime({year: 12345, month: 7, day: 1, hour: 1, timezone: '+08:00'})}": {
        "then": "+12345-07-01T01:00:00+08:00"
    },
    "datetime({year: 12345, month: 7, day: 1, hour: 12, timezone: 'Asia/Shanghai'})": "+12345-07-01T04:00:00Z[Asia/Shanghai]",
}


@pytest.mark.parametrize("value", TEXTS)
def test_what_python_cannot_hold_comes_from_a_server_as_text(store: Store, engine: "str | Server", value: str) -> None:
    if isinstance(engine, str):
        pytest.skip("the embedded engine hands nothing over that holds such a value")
    asked = f"RETURN {value} AS x"
    assert store.read(asked, {}).rows == [[TEXTS[value]]]
    assert store.rows(asked, {}) == [{"x": TEXTS[value]}]


def test_what_holds_such_a_value_comes_from_a_server_whole(store: Store, engine: "str | Server") -> None:
    if isinstance(engine, str):
        pytest.skip("the embedded engine hands nothing over that holds such a value")
    path = "CREATE path = (:Movie {id: 'a', at: date({year: 0})})<-[:SEEN {at: [date({year: 0})]}]-(:Movie {id: 'b'})"
    node = {"id": "a", "labels": ["Movie"], "properties": {"id": "a", "at": "0000-01-01"}}
    other = {"id": "b", "labels": ["Movie"], "properties": {"id": "b"}}
    link = {"type": "SEEN", "start": "b", "end": "a", "properties": {"at": ["0000-01-01"]}}
    try:
        assert store.run_write(f"{path} RETURN path", {}).rows == [[{"nodes": [node, other], "relationships": [link]}]]
    finally:
        store.run_write("MATCH (node:Movie) DETACH DELETE node", {})


def test_what_a_statement_with_transactions_of_its_own_wrote_is_told_where_its_answer_is_not(
    store: Store, engine: "str | Server", monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(engine, str):
        pytest.skip("the embedded engine knows no such statement")

    def unknown(_record: object) -> None:
        raise unheld_value()

    text = "UNWIND ['a', 'b'] AS id CALL (id) { CREATE (:Place {id: id, name: id}) } IN TRANSACTIONS RETURN "
    with monkeypatch.context() as newer:
        newer.setattr(neo4j_writing, "plain_values", unknown)  # a kind of value that a later server may have
        with pytest.raises(UsageError, match="what it wrote is written"):
            store.run_write(text + "1 AS x", {})
    assert store.read("MATCH (node:Place) RETURN count(node) AS count", {}).rows == [[2]]
    assert store.run_write(text.replace("['a', 'b']", "['c']") + "id", {}).rows == [["c"]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    assert asked("RETURN 1 AS x", home=folder).returncode == 0
    return folder


def asked(statement: str, *options: str, home: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process whose memory is limited, as on a small machine."""

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    known = {"GUAPAI_HOME": str(home), "LANG": "C.UTF-8"}
    command = [GUAPAI, "cypher", statement, *options, "--format", "csv"]
    return subprocess.run(command, capture_output=True, text=True, env=known, timeout=600, preexec_fn=limited)


@pytest.mark.parametrize(
    ("statement", "options", "message"),
    [
        (DOUBLED, [], "the statement needs too much memory"),
        ("MATCH (a), (b), (c) RETURN a.id + b.id + c.id AS x", ["--timeout", "1"], "Cypher: the statement"),
        ("RETURN size(range(1, 1000000000)) AS x", [], "too many rows, or too long lists"),
    ],
)
def test_the_command_ends_with_a_message_alone(home: Path, statement: str, options: list[str], message: str) -> None:
    done = asked(statement, *options, home=home)
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr.startswith("Cypher: ")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 3


def test_rows_cut_off_are_no_error(home: Path) -> None:
    done = asked("UNWIND range(1, 100) AS x RETURN x", "--rows", "2", home=home)
    assert (done.returncode, done.stdout.split()) == (0, ["x", "1", "2"])
    assert done.stderr == "note: there are more rows: these are the first 2\n"


def test_a_query_file_of_ones_own_is_limited_too(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "mine.cypher"
    text = "MATCH (a:Organization), (b:Organization), (c:Organization) RETURN count(*) AS number ORDER BY number\n"
    own.write_text(f"// How many are there? 有多少？\n//\n// @column number integer -- how many\n{text}", "utf-8")
    known = {"GUAPAI_HOME": str(home), "LANG": "C.UTF-8"}
    done = subprocess.run([GUAPAI, "query", own], capture_output=True, text=True, env=known, timeout=600)
    assert (done.returncode, done.stdout) == (5, "")
    assert "too many rows" in done.stderr
