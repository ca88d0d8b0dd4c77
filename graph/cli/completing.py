"""What a shell offers behind the Tab key: queries, their parameters, and the values that fit, from the graph."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

MANY = 200  # more than a person looks through
VALUES = {
    "place": "MATCH (thing:Place)<-[:IN_PLACE]-(:Organization) RETURN DISTINCT thing.id AS value, thing.name AS name ORDER BY value",
    "body": "MATCH (thing:Bureau|Institution|Branch|Government) RETURN thing.name AS value, thing.id AS name ORDER BY value",
    "unit": "MATCH (thing:Division|Bureau|Institution) RETURN DISTINCT thing.name AS value, thing.place AS name ORDER BY value",
    "name": "MATCH (thing:Alias|LeadingGroup|Institution) RETURN DISTINCT thing.name AS value, thing.name_zh AS name ORDER BY value",
    "committee": "MATCH (thing:LeadingGroup) RETURN DISTINCT thing.name AS value, thing.name_zh AS name ORDER BY value",
    "function": "MATCH (thing:Function) RETURN thing.id AS value, thing.name AS name ORDER BY value",
    "document": "MATCH (thing:Document) WHERE thing.external IS NULL RETURN thing.id AS value, thing.name AS name ORDER BY value",
}
Offers = list[tuple[str, str]]


def queries(ctx: typer.Context, incomplete: str) -> Offers:
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


def parameters(ctx: typer.Context, incomplete: str) -> Offers:
    """`NAME=` for each parameter of the query, then `NAME=VALUE` for the things of the graph that fit."""
    from graph.catalog.catalogue import find_query
    from graph.errors import GuapaiError

    asked = ctx.params.get("name") or ctx.params.get("query")
    if not isinstance(asked, str):
        return []
    try:
        declared = find_query(asked, _folder(ctx)).parameters
        name, equals, begun = incomplete.partition("=")
        if not equals:
            return [(f"{one.name}=", one.description) for one in declared if one.name.startswith(incomplete)]
        kind = next((one.type for one in declared if one.name == name), "")
        return [(f"{name}={value}", said) for value, said in _values(ctx, kind, begun)][:MANY]
    except GuapaiError:
        return []


def names(ctx: typer.Context, incomplete: str) -> Offers:
    """The units and second names that begin so."""
    from graph.errors import GuapaiError

    try:
        return list(_values(ctx, "unit|name", incomplete))[:MANY]
    except GuapaiError:
        return []


def _values(ctx: typer.Context, kind: str, begun: str) -> Iterator[tuple[str, str]]:
    from graph.cli.opening import opened

    if kind == "boolean":
        yield from ((one, "") for one in ("true", "false") if one.startswith(begun))
        return
    texts = [VALUES[one] for one in kind.split("|") if one in VALUES]
    if not texts:
        return
    with opened(ctx.params.get("store")) as graph:
        for text in texts:
            for value, name in graph.read(text, {}).rows:
                short = str(value).removeprefix("document/")
                if short.startswith(begun) or (begun and str(name or "").startswith(begun)):
                    yield short, str(name or "")


def _folder(ctx: typer.Context) -> Path | None:
    given: Any = ctx.params.get("queries")
    return Path(given) if given else None


def _language(ctx: typer.Context) -> str:
    from graph.cli.options import default_language

    return str(ctx.params.get("language") or default_language())
