"""Every message that the program can say has its Chinese in data/messages.json, and nothing else is there."""

import json
import pickle
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest

from graph import messages
from graph.catalog.catalogue import catalogue
from graph.errors import NotThereError
from graph.said import Said
from graph.schema import NODES, RELATIONSHIPS
from graph.schema.nodes import AliasKind, ChangeKind, Form, HostWording, Organization
from tests.messages import HOLE, Module, templates
from tests.sources import MODULES

ROOT = Path(__file__).parents[2]
CONTENT: dict[str, Any] = json.loads((ROOT / "data" / "messages.json").read_text(encoding="utf-8"))
TOLD = {**CONTENT["messages"], **CONTENT["libraries"]}


def test_every_message_has_its_chinese_and_every_chinese_its_message() -> None:
    said = templates()
    asked = [one for query in catalogue() for one in (query, query.near) if one]
    described = {parameter.description for query in asked for parameter in query.parameters}
    known = {*CONTENT["messages"], *CONTENT["unchanged"]}
    missing = [f"{places[0]}: {text}" for text, places in said.items() if text not in known]
    missing += sorted(described - known)
    unsaid = sorted(known - said.keys() - described)
    assert (missing, unsaid) == ([], [])


def test_what_is_told_of_a_name_is_an_object_with_its_template_and_fields() -> None:
    """No finished text is taken apart again there: a file may be called like any message."""
    plain = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in MODULES
        for line, text in Module(path, objects=False).unsaid()
        if text in CONTENT["messages"]
    ]
    assert plain == []


@pytest.mark.parametrize(
    "name", ["nothing loaded", "the output", "query 'x'", "first use: loading 5 bundled records into x"]
)
def test_a_file_that_is_called_like_a_message_keeps_its_name(chinese: None, name: str) -> None:
    error = NotThereError(name, "there is no such file", "a file", "guapai load")
    assert messages.error_text(error).startswith(f"{name}: 没有这个文件\n")
    assert messages.error_record(error)["where"] == name
    told = messages.spoken(Said("{}: {} nodes, {} relationships", name, 3, 2))
    assert told == f"{name}：3 个节点，2 条关系"
    assert messages.spoken(Said("written into {}", Said("embedded {}", name))) == f"已写入 嵌入式图 {name}"
    assert pickle.loads(pickle.dumps(error)).where == name
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


def test_every_message_is_told_by_its_own_template_with_all_that_was_inserted(chinese: None) -> None:
    """What is inserted here is no word of any message: each must come out again, in the place the template gives it."""
    wrong = []
    for english, wanted in TOLD.items():
        inserted = [f"〔{number}〕" for number in range(english.count(HOLE))]
        told = messages.spoken(english.format(*inserted))
        plain = wanted.replace(":spoken", "").format(*inserted)
        if told != plain or not all(one in told for one in inserted):
            wrong.append((english, told, plain))
    assert wrong == []


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
