"""The families of rules by language, each with its engine."""

from functools import cache, partial
from importlib import import_module

from loaders.extract.grammar import Language, grammar, languages
from loaders.extract.lexicon import lexicon
from loaders.extract.rules.rule import Engine, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import Vocabulary, vocabulary

EMPTY: tuple[Rule, ...] = ()


def list_of(stretch: Stretch) -> list[Stretch]:
    """What a rule finds as it is, for families that split it themselves."""
    return [stretch]


@cache
def engine(language: Language, family: str) -> Engine:
    """The engine of a family such as "second_names.RULES"; one without rules where the language has no such family."""
    return make(language, family, vocabulary(language))


def make(language: Language, family: str, words: Vocabulary) -> Engine:
    """The same over another vocabulary."""
    if family not in grammar(language).families:
        return Engine(words, EMPTY, list_of, {})
    module, _, name = family.partition(".")
    content = vars(import_module(f"loaders.extract.{language}.{module}"))
    split = list_of if content.get("WHOLE") else partial(grammar(language).names.split, lexicon(language))
    return Engine(words, content[name], split, content.get("PARTS", {}), content.get("HINT", ""))


def every_rule() -> dict[str, tuple[Language, str, Rule]]:
    """Every rule by its name, with its language and family."""
    return {
        rule.name: (language, family, rule)
        for language, said in languages()
        for family in said.families
        for rule in engine(language, family).rules
    }
