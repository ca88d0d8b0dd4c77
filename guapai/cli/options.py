"""The options that many commands share."""

import locale
import os
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    markdown = "markdown"


ENDINGS = {".csv": Format.csv, ".json": Format.json, ".jsonl": Format.jsonl, ".md": Format.markdown}


class Language(StrEnum):
    """The language of headings and messages."""

    zh = "zh"
    en = "en"


_chosen: Language | None = None


def choose_language(language: Language) -> None:
    """From now on this language where a command names none: that of `guapai --lang zh …`, or of a group's option."""
    global _chosen
    _chosen = language


def default_language() -> Language:
    """The language of the command line, else that of the locale."""
    return _chosen or _of_the_locale()


def _of_the_locale() -> Language:
    """The language of the locale, which the system itself need not have."""
    named = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    return Language.zh if (named or locale.getlocale()[0] or "").startswith("zh") else Language.en


def spoken_language(arguments: list[str]) -> Language:
    """The language that a command line asks for, also where it cannot be understood; else that of the locale."""
    given = [value for value in _given(arguments, "--lang") if value in list(Language)]
    return Language(given[-1]) if given else _of_the_locale()


def behind_language(arguments: list[str]) -> list[str]:
    """The words of a command line behind the language that stands in front of them."""
    given = [part for one in arguments[:2] for part in one.split("=", 1)]
    if given[:1] != ["--lang"] or given[1:2] not in [[one.value] for one in Language]:
        return arguments
    return behind_language(arguments[1 if "=" in arguments[0] else 2 :])


def wants_json(arguments: list[str]) -> bool:
    """Whether a command line asks for JSON, also where it cannot be understood."""
    return _given(arguments, "--format")[-1:] in (["json"], ["jsonl"])


def _given(arguments: list[str], option: str) -> list[str]:
    """Every value that is given to an option."""
    parts = (part for one in arguments for part in (one.split("=", 1) if one.startswith(f"{option}=") else [one]))
    return [value for name, value in pairwise(parts) if name == option]


def of_ending(context: typer.Context, form: Format) -> Format:
    """The format that is given; without one that of the file for -o, by its ending."""
    output, source = context.params.get("output"), context.get_parameter_source("form")
    given = source is not None and source.name != "DEFAULT"
    return form if output is None or given else ENDINGS.get(output.suffix.lower(), form)


StoreOption = Annotated[
    str | None,
    typer.Option("--store", help="embedded, local, the path of an embedded file, or a Neo4j URI.", show_default=False),
]
RowsOption = Annotated[Format, typer.Option("--format", help="How rows are printed.")]
FormatOption = Annotated[
    Format, typer.Option("--format", help="How rows are printed; else as the ending of -o says.", callback=of_ending)
]
LanguageOption = Annotated[Language, typer.Option("--lang", default_factory=default_language, help="zh or en.")]
AnyLanguageOption = Annotated[
    Language | None, typer.Option("--lang", show_default=False, help="zh or en, for any command.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
ExcelOption = Annotated[
    bool,
    typer.Option(
        "--excel", help="CSV that Excel opens: a byte order mark, and cells that begin like formulas are guarded."
    ),
]
QueriesOption = Annotated[
    Path | None,
    typer.Option("--queries", envvar="GUAPAI_QUERIES", help="A folder of your own queries.", show_default=False),
]
