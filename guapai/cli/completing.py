"""What a shell offers behind the Tab key: queries, their parameters, and the values that fit, from the graph."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

LINES = ("COMP_WORDS", "_TYPER_COMPLETE_ARGS")  # where shells hand over the command line
MANY = 200  # more than a person looks through
Offers = list[tuple[str, str]]


def complete_query(ctx: typer.Context, incomplete: str) -> Offers:
    """The stored queries whose names begin so, with their questions; then files of one's own."""
    from graph.catalog.catalogue import readable
    from graph.errors import GuapaiError

    try:
        found, _ = readable(_folder(ctx), incomplete)
        offers = [(query.name, query.question_in(str(_language(ctx)))) for query in found[:MANY]]
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
