"""Every rule is shown by its examples: found through its whole family, and left where it says so."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.errors import UsageError
from guapai.cli.app import app
from loaders.extract.grammar import LANGUAGES, Language
from loaders.extract.rules.families import engine, every_rule, families, make, markdown
from loaders.extract.rules.rule import Engine, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

EVERY = every_rule()
each_rule = pytest.mark.parametrize(("language", "family", "rule"), EVERY.values(), ids=EVERY)


def claims(engine: Engine, text: str, rule: Rule) -> list[tuple[str, str, tuple[str, ...]]]:
    """What a family finds in a text: the rule, what it says, the names and what else it tells."""
    return [(one.rule.name, one.rule.says, one.shown) for one in engine.claims(Stretch.whole(text), rule.where[0])]


@each_rule
def test_a_rule_finds_its_examples(language: Language, family: str, rule: Rule) -> None:
    found = {
        text: [one for one in claims(engine(language, family), text, rule) if one[0] == rule.name]
        for text in rule.finds
    }
    assert rule.finds
    assert found == {text: [(rule.name, rule.says, shown)] for text, shown in rule.finds.items()}


@each_rule
def test_a_rule_leaves_what_it_should(language: Language, family: str, rule: Rule) -> None:
    found = [
        text for text in rule.leaves for name, *_ in claims(engine(language, family), text, rule) if name == rule.name
    ]
    assert found == []


@each_rule
def test_without_a_rule_an_example_of_it_is_read_otherwise(language: Language, family: str, rule: Rule) -> None:
    whole = engine(language, family)
    rest = tuple(one for one in whole.rules if one is not rule)
    without = Engine(whole.words, rest, whole.split, whole.parts)
    assert any(_said(whole, text, rule) != _said(without, text, rule) for text in rule.finds)


def _said(engine: Engine, text: str, rule: Rule) -> list[tuple[str, tuple[str, ...]]]:
    return sorted((says, shown) for _, says, shown in claims(engine, text, rule))


@each_rule
def test_a_pattern_holds_no_control_character_that_a_lost_r_makes(language: Language, family: str, rule: Rule) -> None:
    patterns = [one.pattern for tried in engine(language, family).tried for one in tried.patterns()]
    assert [one for one in patterns if not one.isprintable()] == []


def test_names_of_rules_say_their_language_and_are_distinct() -> None:
    names = [
        (language, rule.name)
        for language in LANGUAGES
        for one in families(language)
        for rule in engine(language, one).rules
    ]
    assert len({name for _, name in names}) == len(names)
    assert [name for language, name in names if not name.startswith(f"{language}.")] == []


@pytest.mark.parametrize(
    ("language", "word", "text", "name"),
    [
        ("zh", ("sign_verb", "add", "佩戴"), "佩戴信访局牌子", "信访局"),
        ("en", ("sign_noun", "", "pennant"), "hanging the pennant of Talent Office", "Talent Office"),
    ],
)  # fmt: skip
def test_a_word_that_is_added_to_the_vocabulary_is_found(
    language: Language, word: tuple[str, str, str], text: str, name: str
) -> None:
    rule = next(iter(engine(language, "second_names.RULES").rules))
    known = vocabulary(language)
    before, after = (make(language, "second_names.RULES", words) for words in (known, known.with_word(*word)))
    assert claims(before, text, rule) == []
    assert [shown for *_, shown in claims(after, text, rule)] == [(name,)]


def test_the_page_of_rules_is_current() -> None:
    page = (Path(__file__).parents[2] / "RULES.md").read_text(encoding="utf-8")
    assert page == markdown() + "\n", "guapai rules --format markdown > RULES.md"


def test_the_command_shows_a_rule_with_its_examples_and_names_one_that_is_not_there() -> None:
    shown = CliRunner().invoke(app, ["rules", "zh.sign.hung"])
    assert "加挂信访局牌子 -> 信访局" in shown.output
    with pytest.raises(UsageError, match="no such rule"):
        CliRunner().invoke(app, ["rules", "zh.nothing"], catch_exceptions=False)
