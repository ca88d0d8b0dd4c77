"""The stored queries as the expected answers ask them."""

from pathlib import Path
from typing import Any

import yaml

from graph.catalog.answers import flat_value
from graph.catalog.catalogue import find_query
from graph.catalog.parameters import bind
from graph.catalog.stored_query import StoredQuery
from graph.catalog.things import resolved
from graph.catalog.types import PROOF
from graph.store.protocol import Store

ANSWERS = Path(__file__).parent / "answers"


def expected(name: str) -> dict[str, Any]:
    """The file of an expected answer: `parameters`, `columns` where not all are told, `rows` in order."""
    known: dict[str, Any] = yaml.safe_load((ANSWERS / f"{name}.yaml").read_text(encoding="utf-8"))
    return known


def asked(store: Store, name: str) -> tuple[StoredQuery, dict[str, Any]]:
    """A stored query and the values of all its parameters, things by their ids."""
    query = find_query(name)
    return query, resolved(store, query, bind(query.parameters, expected(name).get("parameters", {}), name))[0]


def told_keys(query: StoredQuery) -> list[str]:
    """One key for each column: its own name, of a proof the lines."""
    keys = []
    for column in query.columns:
        first = next(flat_value(column.name, column.type, None))[0]
        keys.append(first if column.type != PROOF else "lines" if "lines" not in keys else f"{column.name}_lines")
    return keys
