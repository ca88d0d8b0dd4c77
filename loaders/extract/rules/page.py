"""The rules as a page: what each says, what it looks for, what it finds and what it leaves."""

from collections.abc import Iterator

from loaders.extract.grammar import grammar
from loaders.extract.rules.families import every_rule
from loaders.extract.rules.rule import Rule

HEAD = """# Rules

How `guapai extract` reads sentences. Each rule is one way of saying a thing; `{{lists}}` in a pattern are words of
`loaders/extract/zh/words.yaml` or `loaders/extract/en/words.yaml`. This page is made by `guapai rules --format markdown`;
the tests run every example. The name of the rule stands in the proof of what it found (`rules`, `guapai extract --explain`).

{count} rules.
"""


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
    for family, rules in families.items():
        parts.append(
            f"\n## {family}\n\n| rule | says | finds | leaves |\n|---|---|---|---|\n" + "".join(map(_row, rules))
        )
    return "".join(parts).rstrip("\n")


def _row(rule: Rule) -> str:
    finds = "<br>".join(f"{said} → {', '.join(shown)}" for said, shown in rule.finds.items())
    cells = (f"`{rule.name}`", rule.says, finds, "<br>".join(rule.leaves))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
