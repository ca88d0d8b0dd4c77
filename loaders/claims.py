"""Shared nodes: which documents use a node, and what it looks like when one more or one less does.

`documents` lists the users. While all of them say the same of a node, the node's own properties are what each says.
Where they differ, `claims` keeps what each of them says, as JSON, so that any order of loading and forgetting gives the
same node.
"""

import json
from collections.abc import Mapping
from typing import Any

from graph.schema import STORE_PROPERTIES
from graph.statement import NodeRow

Claims = Mapping[str, NodeRow]
FROM_OTHERS = (("name_zh", "name_zh_source"), ("name_en", "name_en_source"))
NAMED_ONLY = "External"


def claims_of(row: NodeRow) -> dict[str, NodeRow]:
    """What each document that uses the node says of it."""
    documents = row.properties.get("documents", [])
    kept = row.properties.get("claims")
    if isinstance(kept, list):
        loaded = [json.loads(str(text)) for text in kept]
        return {
            document: NodeRow(row.id, tuple(claim["labels"]), claim["properties"])
            for document, claim in zip(_texts(documents), loaded, strict=True)
        }
    own = {key: value for key, value in row.properties.items() if key not in STORE_PROPERTIES}
    return {document: NodeRow(row.id, row.labels, own) for document in _texts(documents)}


def with_claim(present: NodeRow | None, document: str, claim: NodeRow) -> NodeRow:
    """The node when `document` says `claim` of it."""
    claims = claims_of(present) if present else {}
    return _node({**claims, document: claim})


def without_claim(present: NodeRow, document: str) -> NodeRow | None:
    """The node when `document` no longer uses it; None when nobody does."""
    claims = {user: claim for user, claim in claims_of(present).items() if user != document}
    return _node(claims) if claims else None


def _node(claims: Claims) -> NodeRow:
    users = sorted(claims)
    ranked = sorted(users, key=lambda user: _rank(claims[user], user))
    first = claims[ranked[0]]
    properties: dict[str, Any] = dict(first.properties)
    for user in ranked[1:]:
        for name, source in FROM_OTHERS:
            other = claims[user].properties
            if name not in properties and name in other:
                properties[name], properties[source] = other[name], other[source]
    properties["documents"] = users
    if any(claims[user] != first for user in users):
        properties["claims"] = [_text(claims[user]) for user in users]
    return NodeRow(first.id, first.labels, properties)


def _rank(claim: NodeRow, user: str) -> tuple[bool, bool, bool, str]:
    """Who describes the node comes first, then who knows its kind, then the smaller id."""
    properties = claim.properties
    described = properties.get("document") == user or (claim.id == user and not properties.get("external"))
    return not described, claim.labels[0] == NAMED_ONLY, False, user


def _text(claim: NodeRow) -> str:
    content = {"labels": list(claim.labels), "properties": dict(claim.properties)}
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _texts(values: object) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []
