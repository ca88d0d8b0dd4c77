"""The families of rules by language, each with its engine."""

from functools import cache
from importlib import import_module

from loaders.extract.rules.rule import Engine, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import Vocabulary, vocabulary
from loaders.extract.splitting import splitter
from loaders.extract.text import Language

FAMILIES: dict[Language, tuple[str, ...]] = {
    "zh": (
        "second_names.RULES",
        "second_names.ELSEWHERE",
        "second_names.HEADING",
        "former_names.RENAMED",
        "former_names.FOUNDED",
        "former_names.BECAME_OF",
        "former_names.BECAME",
        *(
            f"hosting.{name}"
            for name in ("PLACED", "BY", "DOES", "BARE", "SHORT", "RESPECTIVELY", "BESIDE", "STANDING", "BEHIND")
        ),
        *(f"partners.{name}" for name in ("UNNAMED", "NAMED", "ASSIGNED", "CONSENT", "UNDER", "OVERSEES")),
        "staffing.POSTS",
        "boundaries.SHARES",
        "boundaries.SHARED",
        *(f"changes.{name}" for name in ("WORDS", "TO", "FROM", "FOUNDED", "MERGED")),
    ),
    "en": (
        "second_names.RULES",
        *(f"hosting.{name}" for name in ("PLACED", "WORK", "TOGETHER", "REST")),
        *(f"partners.{name}" for name in ("UNNAMED", "NAMED", "ASSIGNED", "OVERSEES")),
        "staffing.POSTS",
        "boundaries.SHARES",
        *(f"changes.{name}" for name in ("WORDS", "TO", "FROM", "FOUNDED", "MERGED")),
    ),
}
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
    if family not in FAMILIES[language]:
        return Engine(words, EMPTY, list_of, {})
    module, _, name = family.partition(".")
    content = vars(import_module(f"loaders.extract.{language}.{module}"))
    split = list_of if content.get("WHOLE") else splitter(language)
    return Engine(words, content[name], split, content.get("PARTS", {}), content.get("HINT", ""))


def every_rule() -> dict[str, tuple[Language, str, Rule]]:
    """Every rule by its name, with its language and family."""
    return {
        rule.name: (language, family, rule)
        for language, families in FAMILIES.items()
        for family in families
        for rule in engine(language, family).rules
    }
