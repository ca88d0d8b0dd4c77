"""What a shell offers behind the Tab key: queries, their parameters, and the values that fit, from the graph."""

import os
import re
from collections.abc import Iterator, MutableMapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from shlex import quote
from typing import Any

import typer

from guapai.cli.rewriting import rewritten

LINES = ("COMP_WORDS", "_TYPER_COMPLETE_ARGS")  # where shells hand over the command line
MANY = 200  # more than a person looks through
Offers = list[tuple[str, str]]
# Bash takes = for the end of a word: NAME=VALUE comes as three words, and only the last of them is replaced.
SPLIT = re.compile(r"(\w+)[ \n]=(?:[ \n]|$)")
# An offer to zsh that ends with =, and what is said beside it.
NAMED = re.compile(r'"(\w+=)":"([^"]*)"')
_only_values = False


def join_words(environment: MutableMapping[str, str]) -> None:
    """Put together again what bash took apart, before the command line is completed."""
    global _only_values
    words, place = environment.get("COMP_WORDS", ""), environment.get("COMP_CWORD", "")
    if environment.get("_GUAPAI_COMPLETE") != "complete_bash" or not place.isdigit():
        return
    before = words.split()[: int(place) + 1]
    joined = SPLIT.sub(r"\1=", " ".join(before)).split()
    _only_values = len(joined) < len(before) and "=" in joined[-1]
    environment["COMP_WORDS"], environment["COMP_CWORD"] = " ".join(joined), str(len(joined) - 1)


def as_shells_take_it() -> AbstractContextManager[None]:
    """What Typer prints for a shell: no blank behind NAME=, and for a bash that took NAME=VALUE apart the value alone."""
    asked = os.environ.get("_GUAPAI_COMPLETE", "")
    if asked == "complete_bash" and _only_values:
        return rewritten(_values_of)
    change = {"source_bash": _sourced_by_bash, "complete_zsh": _offered_to_zsh}.get(asked)
    return rewritten(change) if change else nullcontext()


def _values_of(offers: str) -> str:
    return "".join(line.partition("=")[2] + "\n" for line in offers.splitlines())


def _sourced_by_bash(script: str) -> str:
    return script.replace("    return 0\n", "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n    return 0\n")


def _offered_to_zsh(offers: str) -> str:
    """Names of parameters as things that no blank follows; all else as it is."""
    named = NAMED.findall(offers)
    if not named or len(named) < offers.count('":"'):
        return offers
    words = " ".join(quote(f"{name}:{said}") for name, said in named)
    return f"local -a named; named=({words}); _describe parameter named -S ''\n"


def complete_query(ctx: typer.Context, incomplete: str) -> Offers:
    """The stored queries whose names begin so, with their questions; then files of one's own."""
    from graph.catalog.catalogue import all_names, find_query
    from graph.errors import GuapaiError

    try:
        found = [name for name in all_names(_folder(ctx)) if name.startswith(incomplete)]
        offers = [(name, find_query(name, _folder(ctx)).question_in(str(_language(ctx)))) for name in found[:MANY]]
    except GuapaiError:
        return []
    own = sorted(str(path) for path in Path().glob(f"{incomplete}*.cypher")) if "*" not in incomplete else []
    return offers + [(name, "") for name in own]


def complete_parameter(ctx: typer.Context, incomplete: str) -> Offers:
    """`NAME=` for each parameter of the query, then `NAME=VALUE` for the things of the graph that fit."""
    from graph.catalog.catalogue import find_query
    from graph.errors import GuapaiError

    try:
        declared = find_query(_asked(ctx), _folder(ctx)).parameters
        name, equals, begun = incomplete.partition("=")
        if not equals:
            return [(f"{one.name}=", one.description) for one in declared if one.name.startswith(incomplete)]
        kind = next((one.type for one in declared if one.name == name), "")
        return [(f"{name}={value}", said) for value, said in _values(ctx, kind, begun)][:MANY]
    except GuapaiError:
        return []


def complete_name(ctx: typer.Context, incomplete: str) -> Offers:
    """The units and second names that begin so."""
    from graph.errors import GuapaiError

    try:
        return list(_values(ctx, "unit|name", incomplete))[:MANY]
    except GuapaiError:
        return []


def _values(ctx: typer.Context, kind: str, begun: str) -> Iterator[tuple[str, str]]:
    from graph.catalog.types import CHOICES
    from guapai.offers import TRUTH, is_offered, offers
    from guapai.opening import opened

    if words := {"boolean": TRUTH, **CHOICES}.get(kind):
        yield from ((one, "") for one in words if one.startswith(begun))
    elif is_offered(kind):
        with opened(ctx.params.get("store")) as graph:
            yield from offers(graph, kind, begun)


def _asked(ctx: typer.Context) -> str:
    """The query on the command line: an option that still lacks its value hides it from the parser."""
    from graph.catalog.catalogue import all_names

    known = all_names(_folder(ctx))
    words = " ".join(os.environ.get(name, "") for name in LINES).split()
    given = ctx.params.get("name") or ctx.params.get("query")
    return str(given or next((word for word in words if word in known or word.endswith(".cypher")), ""))


def _folder(ctx: typer.Context) -> Path | None:
    given: Any = ctx.params.get("queries")
    return Path(given) if given else None


def _language(ctx: typer.Context) -> str:
    from guapai.cli.options import default_language

    return str(ctx.params.get("language") or default_language())
