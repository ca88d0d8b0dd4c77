"""The command line as a reader of Chinese meets it: every message in Chinese, data and exit codes as in English."""

import json
import re
from pathlib import Path

import pytest

from tests.integration.test_command_line import FIXTURES
from tests.typed import guapai

CHINESE = {"LANG": "zh_CN.UTF-8"}
# Words that may stand in a Chinese message: what was typed, names of files, options, commands, code.
SENTENCE = re.compile(r"(?<![\w-])(?:the|is|are|was|of|no|to|there|it|expected|did you|error)(?![\w-])", re.IGNORECASE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose embedded graph holds the bundled records."""
    folder = tmp_path_factory.mktemp("home")
    first = guapai("query", "hierarchy.branches", "--format", "json", home=folder, **CHINESE)
    assert first.stderr.startswith("首次使用：正在把随附的 5 份记录装入嵌入式图 ")
    assert {"place", "owner", "branch", "lines"} <= set(json.loads(first.stdout)[0])
    return folder


@pytest.mark.parametrize(
    ("arguments", "code", "lines"),
    [
        (
            ["query", "alias.hanging_sign"],
            3,
            [
                "查询 'alias.hanging_sign': 没有这个查询",
                "  应为 查询名，例如 alias.hanging_signs",
                "  您是不是要找 'alias.hanging_signs'？",
            ],
        ),
        (
            ["query", "alias.names_of"],
            2,
            [
                "查询 alias.names_of: 缺少参数 name",
                "  应为 机构的任何名称，或标识",
                "  请运行 guapai query alias.names_of -P name=社会救助科",
            ],
        ),
        (["query", "alias.hanging_signs", "-P", "plce=jinhua"], 2, ["  您是不是要找 'place'？"]),
        (["query", "alias.hanging_signs", "-P", "place=Jinhau"], 3, ["  您是不是要找 'Jinhua'？"]),
        (["find", " "], 2, ["find: 名称是空的"]),
        (["cypher", "MATCH (node) DELETE node"], 5, ["  请加 --write：guapai cypher --write"]),
        (
            ["forget", "nowhere"],
            3,
            ["文件 'nowhere': 没有装入", "  已装入：changsha, jinhua, shanghai, tumen, zhengzhou"],
        ),
        (["load", "missing.yaml"], 3, ["missing.yaml: 没有这个文件"]),
        (["export", "-o", "x.docx"], 2, ["  例如 -o graph.graphml"]),
        (["browser"], 5, ["  请运行 guapai neo4j up"]),
        (["query", "alias.hanging_signs", "--store", "bolt://127.0.0.1:9"], 8, ["  请启动它，或设置 NEO4J_URI"]),
        (["query"], 2, ["guapai query: 缺少参数 'name'", "  用法请看 guapai query --help"]),
        (["find", "x", "--limit", "0"], 2, ["guapai find: '--limit' 的值应为不小于 1 的数"]),
        (["find", "x", "--nothing"], 2, ["guapai find: 没有选项 --nothing"]),
        (["find", "x", "--format", "bad"], 2, []),
    ],
)
@pytest.mark.parametrize("by_option", [True, False])
def test_a_wrong_command_is_told_in_chinese(
    home: Path, arguments: list[str], code: int, lines: list[str], by_option: bool
) -> None:
    done = guapai(*arguments, "--lang", "zh", home=home) if by_option else guapai(*arguments, home=home, **CHINESE)
    told = done.stderr.splitlines()
    assert (done.returncode, done.stdout, [line for line in lines if line not in told]) == (code, "", [])
    assert SENTENCE.findall(done.stderr) == []


def test_an_unknown_command_is_told_in_chinese(home: Path) -> None:
    done = guapai("quer", home=home, **CHINESE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "guapai: 没有命令 'quer'\n  应为 guapai [OPTIONS] COMMAND [ARGS]...\n  您是不是要找 'query' 或 'queries'？\n"
    )


def test_a_refused_record_is_told_in_chinese(home: Path, tmp_path: Path) -> None:
    grain = (FIXTURES / "grain.yaml").read_text("utf-8")
    wrong = {
        "key": (grain.replace("  lines: [1, 3]", "  lines: [1, 3]\n  linse: 1"), "key.yaml:10: 没有键 bodies[0].linse"),
        "kind": (grain.replace("kind: bureau", "kind: bureu"), "kind.yaml:6: bodies[0].kind 的值是 'bureu'"),
        "span": (grain.replace("1:0-24", "99:0-24"), "span.yaml:8: 出处 99:0-24 超出文件范围"),
        "lines": (grain.replace("[1, 3]", "[one]"), "  应为 整数"),
        "twice": (grain + "place: jinhua\n", "  请删去其中一个：第一个在第 4 行"),
        "yaml": (grain + "\tx", "yaml.yaml:46: 不是 YAML：此处的字符不能作为开头"),
        "proof": (
            grain.replace("1:0-24 0123456789abcdef", "1:0"),
            "  应为 行号:起-止 摘要，例如 71:12-18 0123456789abcdef",
        ),
    }
    for name, (text, line) in wrong.items():
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, "utf-8")
        done = guapai("check", path, "--lang", "zh", home=home)
        told = done.stderr.replace(f"{tmp_path}/", "")
        assert (done.returncode, line in told.splitlines(), SENTENCE.findall(told)) == (6, True, []), told


def test_a_refused_query_is_told_in_chinese(home: Path, tmp_path: Path) -> None:
    text = guapai("queries", "show", "alias.hanging_signs", home=home).stdout
    wrong = {
        "label": (text.replace(":Alias", ":Alais"), "'Alais' 不是模式中的标签"),
        "parameter": (text.replace("$place", "$plce"), "用到了 $plce，但没有声明"),
        "write": (text.replace("RETURN", "SET unit.x = 1 RETURN", 1), "'SET' 会写入"),
    }
    for name, (content, found) in wrong.items():
        path = tmp_path / f"{name}.cypher"
        path.write_text(content, "utf-8")
        done = guapai("query", path, home=home, **CHINESE)
        assert (done.returncode, found in done.stderr, SENTENCE.findall(done.stderr)) == (6, True, []), done.stderr


def test_results_are_in_chinese_where_people_read_them_and_the_same_where_programs_do(home: Path) -> None:
    again = guapai("load", "--lang", "zh", home=home)
    assert re.search(r"文件 +结果 +节点数 +关系数", again.stdout)
    assert "无变化" in again.stdout
    rows = json.loads(guapai("load", "--format", "json", home=home, **CHINESE).stdout)
    assert {(tuple(row), row["outcome"]) for row in rows} == {
        (("document", "outcome", "nodes", "relationships"), "unchanged")
    }
    chain = ("query", "hierarchy.chain_up", "-P", "name=社会救助科", "--lang", "zh")
    assert re.search(r"1 +内设机构 +图们市民政和人力资源社会保障局 +工作部门", guapai(*chain, home=home).stdout)
    stored = json.loads(guapai(*chain, "--format", "json", home=home).stdout)
    assert (stored[0]["relationship"], stored[0]["kind"]) == ("PART_OF", "bureau")
    asked = ("cypher", "MATCH (alias:Alias) RETURN DISTINCT alias.kind AS kind ORDER BY kind", "--lang", "zh")
    assert "former_name" in guapai(*asked, home=home).stdout


def test_the_doctor_and_the_list_of_queries_speak_chinese(home: Path) -> None:
    told = guapai("doctor", "--lang", "zh", home=home).stdout
    assert "图库      嵌入式：" in told
    assert "依据      没有另外指定" in told
    assert "哪些机构加挂牌子？" in guapai("queries", "list", "--lang", "zh", home=home).stdout


def test_what_is_near_is_said_in_chinese(home: Path) -> None:
    done = guapai("query", "alias.names_of", "-P", "name=社会救济科", home=home, **CHINESE)
    assert done.returncode == 3
    assert done.stderr.splitlines()[0] == "名称 '社会救济科': 没有叫这个名称的"
    assert done.stderr.splitlines()[2].strip().startswith("您是不是要找 '社会救助科' 或 '")


def test_an_extraction_is_told_in_chinese(home: Path, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "empty.txt").write_text("", "utf-8")
    (documents / "page.txt").write_bytes(b"%PDF-1.7 ...")
    done = guapai("extract", documents, "-o", tmp_path / "records", "--lang", "zh", home=home)
    told = done.stderr.replace(f"{documents}/", "")
    assert done.returncode == 6
    assert {"empty.txt: 文件是空的", "page.txt: PDF 文件已损坏"} <= set(told.splitlines())
    assert "2 份文件中有 2 份未能读取：empty.txt, page.txt" in told
    assert SENTENCE.findall(told) == []


def test_what_became_of_each_line_is_told_in_chinese_and_the_record_is_the_same(home: Path, tmp_path: Path) -> None:
    document = FIXTURES / "documents" / "zh_anxi_town_government.txt"
    told = guapai("extract", document, "--explain", "--lang", "zh", home=home).stdout
    assert "别名: second-name.bracket  人大办公室" in told
    assert "略去: 一个部分的标题  派驻机构" in told
    records = []
    for language in ("zh", "en"):
        path = tmp_path / language / "record.yaml"
        path.parent.mkdir()
        guapai("extract", document, "-o", path, "--lang", language, home=home)
        records.append(path.read_bytes())
    assert records[0] == records[1]


@pytest.mark.parametrize("place", range(3))
def test_the_language_may_stand_anywhere_in_the_command_of_a_group(place: int, home: Path) -> None:
    option = ("--lang", "zh") if place else ("--lang=zh",)
    for words, said in ((("neo4j", "status"), "没有运行中的服务器"), (("queries", "list"), "哪些机构加挂牌子？")):
        done = guapai(*words[:place], *option, *words[place:], home=home)
        assert said in done.stdout + done.stderr


def test_one_command_line_leaves_nothing_of_its_language_to_the_next(home: Path) -> None:
    assert "没有这个查询" in guapai("query", "nothing", "--lang", "zh", home=home).stderr
    assert "there is no such query" in guapai("query", "nothing", home=home).stderr


@pytest.mark.parametrize("group", [(), ("queries",), ("neo4j",)])
def test_a_group_without_its_command_shows_its_help_in_the_language(group: tuple[str, ...], home: Path) -> None:
    for done in (guapai(*group, home=home, **CHINESE), guapai(*group, "--lang", "zh", home=home)):
        assert done.returncode == 2
        assert done.stderr.startswith("用法：")
        assert "显示此说明并退出" in done.stderr
    refused = guapai(*group, "--lang", "fr", home=home, **CHINESE)
    assert "zh, en" in refused.stderr
    assert refused.returncode == 2


def test_a_command_of_the_browser_is_found_behind_the_language(home: Path, tmp_path: Path) -> None:
    done = guapai("browser", "--lang", "zh", "kit", tmp_path / "kit", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    link = guapai("browser", "--lang", "zh", "alias.hanging_signs", home=home)
    assert "请运行 guapai neo4j up" in link.stderr
