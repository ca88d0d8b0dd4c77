"""The stored queries as the expected answers ask them."""

from pathlib import Path
from typing import Any

import yaml

from graph.catalog.catalogue import find_query, place_id
from graph.catalog.parameters import bind
from graph.catalog.stored_query import StoredQuery
from graph.store.protocol import Store

ANSWERS = Path(__file__).parent / "answers"


def expected(name: str) -> dict[str, Any]:
    """The file of an expected answer: `parameters`, `columns` where not all are told, `rows` in order."""
    known: dict[str, Any] = yaml.safe_load((ANSWERS / f"{name}.yaml").read_text(encoding="utf-8"))
    return known


def asked(store: Store, name: str) -> tuple[StoredQuery, dict[str, Any]]:
    """A stored query and the values of all its parameters, a place by its id."""
    query = find_query(name)
    values = bind(query.parameters, expected(name).get("parameters", {}), name)
    if values.get("place") is not None:
        values["place"] = place_id(store, values["place"])
    return query, values
