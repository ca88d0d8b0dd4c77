"""The page of the schema: types, closed lists and what must be there are read from the declarations, in both languages."""

import json
import re
from pathlib import Path

from graph.schema import page
from graph.schema.nodes import NODES, Alias, ChangeEvent, Node, Person
from graph.schema.properties import own_properties, properties
from graph.schema.relationships import RELATIONSHIPS, NamedIn, Relationship

ROOT = Path(__file__).parents[2]
CONTENT = json.loads((ROOT / "data" / "schema.json").read_text(encoding="utf-8"))
KINDS = (Node, *NODES, Relationship, *RELATIONSHIPS)


def told() -> set[str]:
    """Every sentence of the English page that is no name: what stands in the tables, under headings, and in them."""
    asked: set[str] = set()

    class Listening(page._Page):
        def told(self, english: str) -> str:
            asked.add(english)
            return english

    list(Listening("en").lines())
    return asked


def test_every_sentence_of_the_page_has_its_chinese_and_every_chinese_its_sentence() -> None:
    said = told() | {page.summary(NODES[0])}
    assert (sorted(said - CONTENT["sentences"].keys()), sorted(CONTENT["sentences"].keys() - said)) == ([], [])


def test_the_chinese_page_says_what_the_english_one_says() -> None:
    english, chinese = (page.markdown(language).splitlines() for language in ("en", "zh"))
    assert len(english) == len(chinese)
    assert [re.findall(r"`([\w.:-]+)`", line) for line in english[4:]] == [
        re.findall(r"`([\w.:-]+)`", line) for line in chinese[4:]
    ]
    prose = re.sub(r"`[^`]*`|[A-Z][A-Za-z0-9_/ ]+", "", "\n".join(line for line in chinese if not line.startswith("#")))
    assert set(re.findall(r"[a-z]{4,}", prose)) == {"brand", "opening", "hours"}


def test_every_value_of_a_closed_list_has_a_chinese_term() -> None:
    lists = {(one.name, value) for kind in KINDS for one in properties(kind) for value in one.values}
    assert {found for found in lists if not re.search("[一-鿿]", page.term(*found))} == set()
    assert len(lists) > 60
    used = {value for name, value in lists if value not in page.terms().get(name, {})}
    assert sorted(CONTENT["values"].keys() - used) == []


def test_types_values_and_what_must_be_there_are_as_declared() -> None:
    told = {one.name: (one.type, one.required) for one in own_properties(ChangeEvent)}
    assert told == {
        "kind": (("text",), True),
        "date": (("partial date",), False),
        "date_relation": (("text",), False),
        "document": (("text",), True),
        "lines": (("list of whole number",), True),
    }
    values = {one.name: one.values for one in own_properties(Alias)}
    assert values["language"] == ("zh", "en")
    assert values["kind"][0] == "sign"
    assert {one.name for one in own_properties(Person)} == {"post", "blank"}
    assert {one.name: one.type for one in own_properties(NamedIn)}["number"] == ("whole number", "text")


def test_programs_get_types_and_values_beside_the_meanings() -> None:
    content = json.loads(page.as_json())
    alias = next(one for one in content["nodes"] if one["label"] == "Alias")
    assert alias["properties"].keys() == alias["details"].keys()
    assert alias["details"]["language"] == {"type": "text", "required": True, "values": ["zh", "en"]}
    assert alias["details"]["name_zh"] == {"type": "text", "required": False}
