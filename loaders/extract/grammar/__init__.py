"""What a language must say of itself before its documents are read: one folder for each, a module for each part."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Literal, get_args, get_type_hints

from loaders.extract.grammar.naming import Changes, Names, Offices, Partners, SecondNames, ShortNames, Staffing
from loaders.extract.grammar.outline import Bodies, Institutions, Outlining, Sections, Units
from loaders.extract.grammar.writing import NOTHING as NOTHING
from loaders.extract.grammar.writing import Alarms, Counting, Duties, Places, Writing

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True)
class Grammar:
    """All that is asked of a language, each part by the module of its name; its words stand in `words.yaml` beside them."""

    writing: Writing
    duties: Duties
    places: Places
    names: Names
    short_names: ShortNames
    second_names: SecondNames
    offices: Offices
    staffing: Staffing
    partners: Partners
    changes: Changes
    bodies: Bodies
    sections: Sections
    units: Units
    outlining: Outlining
    institutions: Institutions
    counting: Counting
    alarms: Alarms


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language, from its folder."""
    declared = get_type_hints(Grammar)
    return Grammar(**{part.name: _part(language, part.name, declared[part.name]) for part in fields(Grammar)})


def _part(language: Language, name: str, declared: type) -> Any:
    """What a module says, and for all that it does not say the answer of most languages."""
    part = type(declared.__name__, (declared,), {})()
    vars(part).update(vars(import_module(f"loaders.extract.{language}.{name}")))
    return part


def rules(language: Language) -> list[ModuleType]:
    """The modules of a language by their names; each tuple of rules in one is a family."""
    folder = import_module(f"loaders.extract.{language}")
    return [import_module(f"{folder.__name__}.{one.name}") for one in iter_modules(folder.__path__)]
