"""Every message that the program can say has its Chinese in data/messages.json, and nothing else is there."""

import json
import pickle
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

from graph import messages
from graph.catalog.catalogue import catalogue
from graph.errors import GuapaiError, NotThereError, did_you_mean
from graph.said import Said, code, lines
from graph.schema import NODES, RELATIONSHIPS
from graph.schema.nodes import AliasKind, ChangeKind, Form, HostWording, Organization
from tests.messages import HOLE, Module, miscounted, modules, templates

ROOT = Path(__file__).parents[2]
CONTENT: dict[str, Any] = json.loads((ROOT / "data" / "messages.json").read_text(encoding="utf-8"))
TOLD = {**CONTENT["messages"], **CONTENT["libraries"]}


def test_every_message_has_its_chinese_and_every_chinese_its_message() -> None:
    said = templates()
    asked = [one for query in catalogue() for one in (query, query.near) if one]
    described = {parameter.description for query in asked for parameter in query.parameters}
    known = CONTENT["messages"].keys()
    unchanged = set(CONTENT["unchanged"])
    missing = [f"{places[0]}: {text}" for text, places in said.items() if text not in known | unchanged]
    missing += sorted(described - known)
    assert (missing, sorted(known - said.keys() - described)) == ([], [])


def test_what_is_told_is_an_object_with_its_template_and_fields() -> None:
    """An f-string, or a plain text, handed to an error or told otherwise: put it into `Said("… {} …", field)`."""
    plain = {
        text: f"{path.relative_to(ROOT)}:{line}" for path, module in modules().items() for line, text in module.unsaid()
    }
    unchanged = set(CONTENT["unchanged"])
    wrong = sorted(f"{plain[text]}: {text}" for text in plain.keys() - unchanged)
    assert (wrong, sorted(unchanged - plain.keys() - templates().keys())) == ([], [])


def test_every_place_of_a_template_has_its_field() -> None:
    assert miscounted() == []


def test_the_guard_finds_texts_that_are_no_objects(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(
        """NEXT = "guapai load again"

def refuse(name, error, many):
    found = f"{name} is wrong"
    todo = "try this" if many else NEXT
    raise ContentError(f"the file {name}", found, "one of " + ", ".join(many), todo)

def fine(name):
    remark(Said("{} is fine", name))
    raise ContentError(name, Said("it is {}", name), "", helped() or name)

def helped():
    return f"help {1}"
""",
        encoding="utf-8",
    )
    assert sorted(text for _, text in Module(path).unsaid()) == [
        "guapai load again",
        "help {}",
        "one of {}",
        "the file {}",
        "try this",
        "{} is wrong",
    ]


@pytest.mark.parametrize(
    "name", ["nothing loaded", "the output", "query 'x'", "first use: loading 5 bundled records into x"]
)
def test_a_file_that_is_called_like_a_message_keeps_its_name(chinese: None, name: str) -> None:
    error = NotThereError(name, Said("there is no such file"), Said("a file"), Said("guapai load"))
    assert messages.error_text(error).startswith(f"{name}: 没有这个文件\n")
    assert messages.error_record(error)["where"] == name
    told = messages.spoken(Said("{}: {} nodes, {} relationships", name, 3, 2))
    assert told == f"{name}：3 个节点，2 条关系"
    assert messages.spoken(Said("written into {}", Said("embedded {}", name))) == f"已写入 嵌入式图 {name}"
    assert pickle.loads(pickle.dumps(error)).where == name
    assert messages.spoken(name) == name
    said = GuapaiError(name, name, name, f"{name}\n{name}")
    assert messages.error_text(said) == f"{name}: {name}\n  应为 {name}\n  {name}\n  {name}"
    again = pickle.loads(pickle.dumps(Said("query {}", name)))
    assert (messages.spoken(again), again) == (f"查询 {name}", f"query {name}")


def test_no_message_is_told_in_two_ways() -> None:
    sections = [set(CONTENT[name]) for name in ("messages", "unchanged", "libraries")]
    assert [sorted(one & other) for one in sections for other in sections if one is not other] == [[]] * 6


@pytest.fixture
def chinese() -> Any:
    messages.speak("zh")
    yield
    messages.speak("en")


def test_every_message_puts_all_its_fields_into_the_chinese(chinese: None) -> None:
    """A field may be any text, that of another message, too: it comes out again as it is."""
    wrong = []
    for english, wanted in TOLD.items():
        fields = [f"〔{number}〕nothing loaded {{}}" for number in range(english.count(HOLE))]
        told = messages.spoken(Said(english, *fields))
        if told != wanted.format(*fields) or not all(one in told for one in fields):
            wrong.append((english, told))
    assert wrong == []


def test_a_field_that_is_a_message_is_told_too_and_lines_are_told_line_by_line(chinese: None) -> None:
    todo = lines([Said("read {}", "a.log"), "guapai load", did_you_mean("aliass", ["alias", "aliased"])])
    assert messages.spoken(todo) == "请看 a.log\nguapai load\n您是不是要找 'alias' 或 'aliased'？"
    assert messages.spoken(Said("it cannot be read: {}", code("Is a directory"))) == "无法读取：这是一个文件夹"
    assert messages.spoken(Said("it cannot be read: {}", "Is a directory")) == "无法读取：Is a directory"


def test_the_chinese_has_no_word_that_was_left_in_english() -> None:
    """Every message says something in Chinese, except those that consist of names."""
    allowed = {
        "Browser   {}",
        "Linux or macOS",
        "{}: {}",
        "Value error, {}",
        "guapai    {} on Python {}",
        "UTF-8, GB18030, Big5 or UTF-16",
    }
    bare = [english for english, told in TOLD.items() if not any("一" <= letter <= "鿿" for letter in told)]
    assert set(bare) <= allowed


def test_every_value_of_a_closed_list_and_every_column_has_its_chinese() -> None:
    values = CONTENT["values"]
    wanted = {
        "kind": {
            *(node.label.lower() for node in NODES if issubclass(node, Organization)),
            *get_args(AliasKind),
            *get_args(ChangeKind),
        },
        "form": set(get_args(Form)),
        "wordings": set(get_args(HostWording)),
        "relationship": {one.relation for one in RELATIONSHIPS},
        "outcome": {"loaded", "unchanged", "changed", "forgotten", "checked"},
    }
    missing = {column: sorted(names - values[column].keys()) for column, names in wanted.items()}
    columns = {column.name for query in catalogue() for column in query.columns}
    missing["headings"] = sorted(columns - CONTENT["headings"].keys())
    assert {column: names for column, names in missing.items() if names} == {}


def test_templates_name_their_places_in_one_way() -> None:
    odd = [text for text in TOLD if any(name for _, name, *_ in Formatter().parse(text))]
    assert odd == []


def test_in_english_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_catalogue", lambda: pytest.fail("the catalogue was read"))
    assert messages.spoken("nothing loaded") == "nothing loaded"
    assert messages.heading("ordinal_printed") == "ordinal printed"
    assert messages.worded("kind", "division") == "division"
