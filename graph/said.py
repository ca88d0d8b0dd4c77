"""Texts of ours that know how they were made, so that they can be told in another language."""

from collections.abc import Iterable
from typing import Any, Self


class Said(str):
    """An English text with its template, which is its code in data/messages.json, and the fields that were put into it.

    `Said("the name {}", name)` reads like a text everywhere; for a reader of Chinese each line of the template is looked
    up. A field that is itself a `Said` is told in that language, too; every other one stays what it is, whatever it says.
    """

    __slots__ = ("fields", "template")

    template: str
    fields: tuple[Any, ...]

    def __new__(cls, template: str, *fields: Any) -> Self:
        """The text of a template, with {} for each field."""
        said = super().__new__(cls, template.format(*fields))
        said.template = template
        said.fields = fields
        return said

    def __getnewargs__(self) -> tuple[Any, ...]:
        """What it is made of again where another process takes it."""
        return self.template, *self.fields


def code(text: str) -> Said:
    """A text that is a code as a whole: from our own data, or a reason of the system or a library that is always the same."""
    return Said(text.replace("{", "{{").replace("}", "}}"))


def lines(several: Iterable[str]) -> Said:
    """Several texts, a line each."""
    known = list(several)
    return Said("\n".join("{}" for _ in known), *known)


def either(several: Iterable[str]) -> str:
    """Several texts with "or" between them, in the language of who reads; empty where there is none."""
    first, *others = [*several] or [""]
    for other in others:
        first = Said("{} or {}", first, other)
    return first
