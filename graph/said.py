"""Texts of ours that know how they were made, so that they can be told in another language."""

from typing import Any, Self


class Said(str):
    """An English text with its template, which is its code in data/messages.json, and the fields that were put into it.

    `Said("the name {}", name)` reads like a text everywhere; for a reader of Chinese the template is looked up, and the
    fields stay what they are, whatever they say.
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
