"""The families of rules by language, each with its engine."""

from functools import cache, partial
from types import ModuleType

from loaders.extract.grammar import LANGUAGES, Language, grammar, rules
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.rules.rule import Engine, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import Vocabulary, vocabulary

EMPTY: tuple[Rule, ...] = ()


def list_of(stretch: Stretch) -> list[Stretch]:
    """What a rule finds as it is, for families that split it themselves."""
    return [stretch]


@cache
def families(language: Language) -> dict[str, ModuleType]:
    """The families of a language, such as "second_names.RULES", each with its module: every tuple of rules there is one."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": module
        for module in rules(language)
        for name, content in vars(module).items()
        if isinstance(content, tuple) and content and all(isinstance(one, Rule) for one in content)
    }


@cache
def engine(language: Language, family: str) -> Engine:
    """The engine of a family such as "second_names.RULES"; one without rules where the language has no such family."""
    return make(language, family, vocabulary(language))


def make(language: Language, family: str, words: Vocabulary) -> Engine:
    """The same over another vocabulary."""
    if family not in families(language):
        return Engine(words, EMPTY, list_of, {})
    content = vars(families(language)[family])
    split = list_of if content.get("WHOLE") else partial(grammar(language).names.split, lexicon(language))
    rules = content[family.partition(".")[2]]
    return Engine(words, rules, split, content.get("PARTS", {}), content.get("HINT", ""))


def every_rule() -> dict[str, tuple[Language, str, Rule]]:
    """Every rule by its name, with its language and family."""
    return {
        rule.name: (language, family, rule)
        for language in LANGUAGES
        for family in families(language)
        for rule in engine(language, family).rules
    }
