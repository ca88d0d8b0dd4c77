"""The families of rules by language, each with its engine."""

from collections.abc import Iterator
from functools import cache, partial
from types import ModuleType

from loaders.extract.grammar import LANGUAGES, Language, grammar, rules
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.rules.rule import Engine, Rule
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import Vocabulary, vocabulary

EMPTY: tuple[Rule, ...] = ()
HEAD = """# Rules

How `guapai extract` reads sentences. Each rule is one way of saying a thing; `{{lists}}` in a pattern are words of
`loaders/extract/zh/words.yaml` or `loaders/extract/en/words.yaml`. This page is made by `guapai rules --format markdown`;
the tests run every example. The name of the rule stands in the proof of what it found (`rules`, `guapai extract --explain`).

{count} rules.
"""


def list_of(stretch: Stretch) -> list[Stretch]:
    """What a rule finds as it is: most readers split it themselves."""
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
    split = partial(grammar(language).names.split, lexicon(language)) if content.get("SPLIT") else list_of
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


def text(rules: list[Rule]) -> str:
    """The rules one below the other, for a terminal."""
    return "\n\n".join(
        "\n".join([f"{rule.name}: {rule.says}", f"  {rule.pattern}", *_examples(rule)]) for rule in rules
    )


def _examples(rule: Rule) -> Iterator[str]:
    yield from (f"  finds   {said} -> {' | '.join(shown)}" for said, shown in rule.finds.items())
    yield from (f"  leaves  {said}" for said in rule.leaves)


def markdown() -> str:
    """Every rule, by language and family."""
    families: dict[str, list[Rule]] = {}
    for language, family, rule in every_rule().values():
        families.setdefault(
            f"{grammar(language).writing.NAME}: {family.partition('.')[0].replace('_', ' ')}", []
        ).append(rule)
    parts = [HEAD.format(count=len(every_rule()))]
    for family, some in families.items():
        parts.append(
            f"\n## {family}\n\n| rule | says | finds | leaves |\n|---|---|---|---|\n" + "".join(map(_row, some))
        )
    return "".join(parts).rstrip("\n")


def _row(rule: Rule) -> str:
    finds = "<br>".join(f"{said} → {', '.join(shown)}" for said, shown in rule.finds.items())
    cells = (f"`{rule.name}`", rule.says, finds, "<br>".join(rule.leaves))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
