"""What a language must say of itself before its documents are read: one grammar per language, a folder of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Literal, get_args

from loaders.extract.grammar.naming import Brackets, Changes, Names, Offices, Overseeing, Partners, ShortNames, Staffing
from loaders.extract.grammar.numbers import Alarms, Counting
from loaders.extract.grammar.outline import Bodies, InstitutionNames, Outlining, Sections, Units
from loaders.extract.grammar.writing import Duties, Places, Writing

if TYPE_CHECKING:
    from loaders.extract.claims.sentences import Sentences

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# A pattern that a language has no use for.
NOTHING = re.compile("(?!)")


def no(*_asked: object) -> bool:
    """The answer to a question that a language has no use for."""
    return False


def yes(*_asked: object) -> bool:
    """The same, where all may be."""
    return True


def nothing(*_asked: object) -> None:
    """The same, where something would be found."""


def none_of(*_asked: object) -> frozenset[Any]:
    """The same, where several would be."""
    return frozenset()


@dataclass(frozen=True)
class Grammar:
    """All that is asked of a language; its words stand in `words.yaml` beside its rules."""

    rules: tuple[ModuleType, ...]
    """The modules of its rules; each tuple of rules in one is a family."""
    writing: Writing
    duties: Duties
    places: Places
    names: Names
    short_names: ShortNames
    brackets: Brackets
    offices: Offices
    staffing: Staffing
    partners: Partners
    overseeing: Overseeing
    changes: Changes
    bodies: Bodies
    sections: Sections
    units: Units
    outlining: Outlining
    institution_names: InstitutionNames
    counting: Counting
    alarms: Alarms
    sentences: type[Sentences]


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language, from its folder."""
    found: Grammar = import_module(f"loaders.extract.{language}.grammar").GRAMMAR
    return found
