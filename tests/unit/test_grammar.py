"""Each language says of itself what reading asks of it."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from typing import get_type_hints

import pytest

from loaders.extract.grammar import LANGUAGES, Grammar, Language

PARTS = [(field.name, get_type_hints(Grammar)[field.name]) for field in fields(Grammar)]


def asked(declared: type) -> Iterator[tuple[str, int | None]]:
    """What a part must say: names without a value, and functions without an answer, with how many arguments they take."""
    (part,) = ast.parse(inspect.getsource(declared)).body
    assert isinstance(part, ast.ClassDef)
    for node in part.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is None:
            yield node.target.id, None
        elif isinstance(node, ast.FunctionDef) and len(node.body) == 1:
            yield node.name, len(node.args.posonlyargs) + len(node.args.kwonlyargs) - 1


def missing(language: Language, name: str, declared: type) -> Iterator[str]:
    module = import_module(f"loaders.extract.{language}.{name}")
    for wanted, arguments in asked(declared):
        said = getattr(module, wanted, None)
        if said is None or (arguments is not None and len(inspect.signature(said).parameters) != arguments):
            yield f"{language}.{name}.{wanted}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_all_that_is_asked_of_it(language: Language) -> None:
    assert [one for name, declared in PARTS for one in missing(language, name, declared)] == []


class Sounding:
    """A part that no language has a module for but the writing of which is asked."""

    TONE: str
    NAME: str = ""

    def sings(self, text: str, /) -> bool:
        """Whether a text is sung."""

    def bare(self, /) -> str:
        """A name with another number of arguments."""


def test_what_a_language_does_not_say_is_named() -> None:
    assert list(missing("zh", "writing", Sounding)) == ["zh.writing.TONE", "zh.writing.sings", "zh.writing.bare"]
