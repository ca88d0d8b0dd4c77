"""The command line as a user meets it: output, exit codes, errors in four parts."""

import json
import os
import subprocess
from pathlib import Path

import networkx
import pytest

from tests.typed import GUAPAI, guapai, in_a_process, known_to

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests" / "fixtures"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose embedded graph holds the bundled records."""
    folder = tmp_path_factory.mktemp("home")
    first = in_a_process("query", "hierarchy.branches", "--format", "json", home=folder)
    assert first.returncode == 0
    assert "first use: loading 5 bundled records" in first.stderr
    assert len(json.loads(first.stdout)) == 4
    return folder


def test_the_second_question_loads_nothing(home: Path) -> None:
    again = in_a_process("query", "hierarchy.branches", home=home)
    assert (again.returncode, again.stderr) == (0, "4 rows\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["query", "alias.hanging_sign"], 3, "did you mean 'alias.hanging_signs'"),
        (["query", "alias.hanging_signs", "-P", "plce=jinhua"], 2, "did you mean 'place'"),
        (["query", "alias.hanging_signs", "-P", "place=Jinhau"], 3, "did you mean 'Jinhua'"),
        (["query", "alias.names_of"], 2, "parameter name is missing"),
        (["query", "alias.names_of", "-P", "name="], 2, "parameter name is empty"),
        (["find", " "], 2, "the name is empty"),
        (["cypher", "MATCH (node) DELETE node"], 5, "guapai cypher --write"),
        (["cypher", ""], 2, "the statement is empty"),
        (["cypher", "MATCH (node RETURN node"], 2, "line 1, col 20"),
        (["cypher", "MATCH (node {id: $id}) RETURN node"], 2, "-P id=VALUE"),
        (["forget", "nowhere"], 3, "it is not loaded"),
        (["load", "missing.yaml"], 3, "there is no such file"),
        (["load", str(ROOT / "README.md")], 6, "README.md:"),
        (["query", "alias.hanging_signs", "--store", str(ROOT / "README.md")], 6, "this is no embedded graph"),
        (["export", "-o", "x.docx"], 2, "one of .graphml, .gexf"),
        (["draw", "alias.hanging_signs", "-o", "x.png"], 2, ".mmd, .dot, .svg"),
        (["draw", "alias.names_of", "-P", "nam=x", "-o", "x.mmd"], 2, "name"),
        (["browser", "alias.names_of", "--picture", "--store", "bolt://127.0.0.1:9"], 3, "it has no picture"),
        (["browser"], 5, "guapai neo4j up"),
        (
            ["browser", "alias.hanging_signs", "--store", "bolt://127.0.0.1:9", "-P", "place=jinhua"],
            8,
            "nobody answers",
        ),
        (["browser", "alias.hanging_sign", "--store", "bolt://host"], 3, "did you mean 'alias.hanging_signs'"),
        (["query", "alias.hanging_signs", "--store", "bolt://127.0.0.1:9"], 8, "nobody answers"),
        (["query", "alias.hanging_signs", "--store", "http://127.0.0.1:7474"], 2, "try bolt://127.0.0.1:7687"),
    ],
)
def test_a_wrong_command_says_what_to_do_and_exits_with_its_code(
    home: Path, arguments: list[str], code: int, message: str
) -> None:
    done = guapai(*arguments, home=home)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "overlap.across", "-P", "function=officer-resetlement"], "did you mean 'officer-resettlement'"),
        (["query", "hosting.cities", "-P", "matter=migrunt workres"], "did you mean"),
        (["query", "alias.answers_for", "-P", "name=慈善总汇"], "did you mean"),
    ],
)
def test_what_nothing_is_called_says_what_is_near_and_is_never_taken(
    home: Path, arguments: list[str], message: str
) -> None:
    done = guapai(*arguments, "--format", "json", home=home)
    assert (done.returncode, done.stdout) == (3, "")
    assert message in done.stderr


def test_an_unknown_label_is_told(home: Path) -> None:
    done = guapai("cypher", "MATCH (unit:Divison) RETURN unit", "--format", "json", home=home)
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert "Did you mean 'Division'?" in done.stderr


def test_a_name_that_is_known_and_has_no_answer_is_no_error(home: Path) -> None:
    done = guapai("query", "alias.names_of", "-P", "name=社会保险科", "--format", "json", home=home)
    assert (done.returncode, done.stdout) == (0, "[]\n")
    assert "the name is known" in done.stderr


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("外国专家局", {"changsha", "jinhua", "shanghai", "zhejiang"}),
        ("外专局", {"changsha", "china", "jinhua", "shanghai", "zhejiang"}),
        ("HRSS", {"changsha", "jinhua", "shanghai", "tumen", "zhengzhou"}),
        ("圖們市慈善總會", {"tumen"}),
        ("wgzjj", {"changsha", "jinhua", "shanghai", "zhejiang"}),
        ("金华人社局", {"jinhua"}),
        ("教育局", {"changsha"}),
    ],
)
def test_a_name_is_found_in_every_script_and_form(home: Path, name: str, places: set[str]) -> None:
    found = json.loads(guapai("find", name, "--format", "json", home=home).stdout)
    assert {row["place"] for row in found} == places


def test_a_query_of_your_own_is_checked_and_runs(home: Path, tmp_path: Path) -> None:
    text = (ROOT / "queries" / "alias" / "hanging_signs.cypher").read_text("utf-8")
    own = tmp_path / "mine.cypher"
    own.write_text(text, encoding="utf-8")
    assert guapai("check", own, home=home).returncode == 0
    asked = guapai("query", own, "-P", "place=jinhua", "--format", "json", home=home)
    assert len(json.loads(asked.stdout)) == 4
    for wrong, message in (
        (text.replace("HANGS_SIGN", "HANG_SIGN"), "did you mean 'HANGS_SIGN'"),
        (text.replace("$place IS NULL", "$plaec IS NULL"), "plaec"),
        (text.replace("RETURN", "SET unit.rank = 'x'\nRETURN"), "SET"),
    ):
        own.write_text(wrong, encoding="utf-8")
        for command in ("check", "query"):
            done = guapai(command, own, home=home)
            assert (done.returncode, done.stdout) == (6, "")
            assert message in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error(home: Path) -> None:
    command = [GUAPAI, "cypher", "MATCH (node) RETURN node", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=known_to(home)) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_copy_of_another_document_is_named(home: Path) -> None:
    folder = os.environ.get("GUAPAI_DOCUMENTS")
    if folder is None:
        pytest.skip("GUAPAI_DOCUMENTS is not set: the source documents are not here")
    (document,) = Path(folder).glob("001_*.txt")
    done = guapai("proof", "双拥工作科", "--text", document, home=home)
    assert done.returncode == 0
    assert "this is the document changsha" in done.stderr


def test_a_password_is_never_shown(home: Path) -> None:
    for uri in ("bolt://neo4j:geheim@127.0.0.1:9", "bolt://127.0.0.1:9"):
        done = guapai("doctor", "--store", uri, home=home, NEO4J_PASSWORD="geheim")
        assert done.returncode != 0
        assert "geheim" not in done.stderr.replace(uri, "")


def test_every_format_holds_every_row(home: Path) -> None:
    rows = json.loads(guapai("query", "alias.hanging_signs", "--format", "json", home=home).stdout)
    assert len(rows) == 8
    assert {"place", "unit", "unit_id", "unit_zh", "sign", "sign_id", "since", "document", "lines", "status"} <= set(
        rows[0]
    )
    for form, extra in (("jsonl", 0), ("csv", 1), ("markdown", 2)):
        lines = guapai("query", "alias.hanging_signs", "--format", form, home=home).stdout.splitlines()
        assert len(lines) == len(rows) + extra


def test_chinese_columns_line_up(home: Path) -> None:
    from rich.cells import cell_len

    table = guapai("query", "hierarchy.divisions", "-P", "place=图们市", "--lang", "zh", home=home).stdout
    rows = [line for line in table.splitlines() if line.rstrip().endswith(tuple("0123456789"))]
    assert len(rows) == 10
    assert len({cell_len(line[: line.rindex("内设机构")]) for line in rows}) == 1


@pytest.mark.parametrize("name", ["jinhua", "changsha", "zhengzhou", "shanghai", "tumen"])
def test_every_proof_of_a_bundled_record_fits_its_document(home: Path, name: str) -> None:
    folder = os.environ.get("GUAPAI_DOCUMENTS")
    if folder is None:
        pytest.skip("GUAPAI_DOCUMENTS is not set: the source documents are not here")
    number = {"jinhua": "000", "changsha": "001", "zhengzhou": "002", "shanghai": "003", "tumen": "004"}[name]
    (document,) = Path(folder).glob(f"{number}_*.txt")
    done = guapai("check", ROOT / "data" / "records" / f"{name}.yaml", document, home=home)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_export_read_back_has_every_node_and_relationship(home: Path, tmp_path: Path) -> None:
    counts = [
        json.loads(guapai("cypher", text, "--format", "json", home=home).stdout)[0]["count"]
        for text in (
            "MATCH (node) WHERE NOT node:Name RETURN count(node) AS count",
            "MATCH (node)-[link]->() WHERE NOT node:Name RETURN count(link) AS count",
        )
    ]
    assert guapai("export", "-o", tmp_path / "all.graphml", home=home).returncode == 0
    assert guapai("export", "-o", tmp_path / "all.json", home=home).returncode == 0
    read = networkx.read_graphml(tmp_path / "all.graphml", force_multigraph=True)
    linked = networkx.node_link_graph(json.loads((tmp_path / "all.json").read_text("utf-8")), edges="edges")
    assert [read.number_of_nodes(), read.number_of_edges()] == counts
    assert [linked.number_of_nodes(), linked.number_of_edges()] == counts
    unit = "tumen/民政和人力资源社会保障局/division/社会救助科"
    assert linked.nodes[unit]["lines"] == [71]
    assert json.loads(read.nodes[unit]["lines"]) == [71]


def test_a_second_writer_is_refused(home: Path, tmp_path: Path) -> None:
    from graph.store.embedded import EmbeddedStore

    with EmbeddedStore(tmp_path / "busy.kgl", write=True):
        done = in_a_process("load", FIXTURES / "grain.yaml", "--store", tmp_path / "busy.kgl", home=home)
    assert done.returncode == 5
    assert "another process is writing" in done.stderr


def test_the_version_is_said_without_the_rest(home: Path) -> None:
    assert in_a_process("--version", home=home).stdout.startswith("guapai 0.")


def test_the_schema_pages_are_current(home: Path) -> None:
    for language, name in (("en", "SCHEMA.md"), ("zh", "SCHEMA.zh-CN.md")):
        printed = guapai("schema", "--format", "markdown", "--lang", language, home=home).stdout
        assert printed == (ROOT / name).read_text("utf-8")


def test_tables_in_chinese_show_chinese_names_and_json_shows_what_is_printed(home: Path) -> None:
    table = guapai("query", "alias.hanging_signs", "--lang", "zh", home=home).stdout
    assert "金华市   人才开发和市场处*" in table
    assert "市外国专家局" in table
    rows = json.loads(guapai("query", "alias.hanging_signs", "--lang", "zh", "--format", "json", home=home).stdout)
    assert ("jinhua", "Municipal Bureau of Foreign Experts") in {(row["place"], row["sign"]) for row in rows}
    english = guapai("query", "hierarchy.divisions", "-P", "place=tumen", "--lang", "en", "--translate", home=home)
    assert "Social Assistance Section" in english.stdout


def test_names_that_no_document_prints_are_shown_in_the_language_of_the_table(home: Path) -> None:
    chain = guapai("query", "hierarchy.chain_up", "-P", "name=central computer room", "--lang", "en", home=home).stdout
    assert "People's Government of Zhengzhou" in chain
    assert "Computer Room of the Center*" in guapai("proof", "central computer room", "--lang", "en", home=home).stdout
    printed = guapai("proof", "central computer room", "--lang", "en", "--as-printed", home=home).stdout
    assert "central computer room" in printed
    assert "中心机房" in guapai("proof", "central computer room", "--lang", "zh", home=home).stdout


def test_a_name_that_is_there_is_not_corrected(home: Path) -> None:
    done = guapai("query", "alias.answers_for", "-P", "name=Labor Bureau", home=home)
    assert "did you mean" not in done.stderr
    assert "'Labor Bureau'" in guapai("query", "alias.answers_for", "-P", "name=Labour Burau", home=home).stderr


def test_the_language_is_that_of_the_locale(home: Path) -> None:
    for name, words in (("zh_CN.UTF-8", "哪些机构加挂牌子"), ("de_DE.UTF-8", "Which units hang")):
        assert words in guapai("query", "alias.hanging_signs", home=home, LC_ALL=name).stdout


def test_a_link_of_a_named_server_needs_no_server(home: Path) -> None:
    done = guapai("browser", "quality.counts", "--store", "bolt://host", home=home, NEO4J_PASSWORD="secret")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("http://host:7474/browser/?dbms=bolt%3A%2F%2Fneo4j%40host&cmd=edit&arg=")
    assert "secret" not in done.stdout


def test_drawing_again_writes_the_same_picture(home: Path, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("one.mmd", "two.mmd", "one.dot", "two.dot")]
    for file in files:
        done = guapai("draw", "hosting.leading_group_offices", "-P", "place=金华", "-o", file, home=home)
        assert (done.returncode, done.stdout) == (0, "")
    one, two, three, four = (file.read_text(encoding="utf-8") for file in files)
    assert (one, three) == (two, four)
    assert (one.count("OFFICE_OF"), three.count("OFFICE_OF")) == (7, 7)


def test_a_link_is_opened_in_the_web_browser_when_told(home: Path, tmp_path: Path) -> None:
    program = tmp_path / "web-browser"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/opened\n', encoding="utf-8")
    program.chmod(0o755)
    done = guapai("browser", "--open", "--store", "bolt://host", home=home, BROWSER=f"{program} %s")
    assert done.stdout == (tmp_path / "opened").read_text(encoding="utf-8") + "\n"
