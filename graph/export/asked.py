"""What a store is asked for nodes and relationships: their properties, each by its name, as columns."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any

from graph.export.columns import Columns
from graph.export.said_lists import FREE, ITEMS, OF_LINKS, OF_NODES, TYPES, Found, says_all
from graph.plain_text import json_text
from graph.schema import ACTORS, NODE_BY_LABEL
from graph.store.protocol import Joined, Store

KINDS = 5_000  # sets of labels that are remembered
ACTOR_LABELS = {"Organization", *(actor.label for actor in ACTORS)}
# The index of names is in no export, and neither are the relationships that lead from it.
LABELS = {*ACTOR_LABELS, *(label for label in NODE_BY_LABEL if label != "Name")}
ANY = "|".join(sorted(LABELS))
TYPE_NAMES = {name: name for name in TYPES}  # each stands in memory once
# Properties whose values come again and again: each value stands in memory once.
SHARED = ("document", "confidence", "label", "level", "status")


@dataclass(frozen=True)
class Asked:
    """Reads columns from a store; as text where a file is made of them."""

    store: Store
    as_text: bool = False
    shared: dict[Any, Any] = field(default_factory=dict)

    def nodes(self, start: str, given: Mapping[str, Any], labels: str) -> Iterator[Columns]:
        """The nodes that a pattern finds as `node`; `labels` are those that it finds them by, joined with `|`."""
        names = _names_of_nodes(labels)
        for found in self._columns(start, given, "node", ("node.id AS id", "labels(node) AS labels"), names):
            kept = {name: found[name] for name in names if _has(found[name])}
            nodes = Columns((list(found["id"]),), {"labels": [_labels(one) for one in found["labels"]], **kept})
            yield nodes if all(found["id"]) else nodes.only([bool(one) for one in found["id"]])

    def links(
        self, pattern: str, given: Mapping[str, Any], kind: str, ends: Collection[str] | None
    ) -> Iterator[Columns]:
        """The relationships of a type that a pattern finds as `link` between `node` and `other`, both of them in `ends`; None is any."""
        names = self._names_of_links(kind)
        pieces = list(self._columns(pattern, given, "link", ("node.id AS start", "other.id AS finish"), names))
        return self._links(kind, pieces, ends)

    def links_of_few(self, pattern: str, given: Mapping[str, Any], ends: Collection[str] | None) -> Iterator[Columns]:
        """The same for every type that a pattern finds, which is asked for at once: quicker where little is found."""
        text = f"{pattern} RETURN node.id AS start, other.id AS finish, type(link) AS type, properties(link) AS said"
        rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for found in self.store.columns(text, given):
            for start, finish, kind, said in zip(*found.values(), strict=True):
                rows[kind].append({**said, "start": start, "finish": finish})
        for kind, own in sorted(rows.items()):
            names = ("start", "finish", *OF_LINKS[kind])
            yield from self._links(kind, [{name: [row.get(name) for row in own] for name in names}], ends)

    def _links(self, kind: str, pieces: Sequence[Found], ends: Collection[str] | None) -> Iterator[Columns]:
        """What is between `ends` of all that was found of a type."""
        pairs = [pair for found in pieces for pair in zip(found["start"], found["finish"], strict=True)]
        single = len(set(pairs)) == len(pairs)
        several = Counter(() if single else pairs)
        for found in pieces:
            starts, finishes = list(found["start"]), list(found["finish"])
            types = [TYPE_NAMES[kind]] * len(starts)
            kept = {
                name: self._once(name, found[name]) for name in OF_LINKS[kind] if name in found and _has(found[name])
            }
            keys = types if single else _keys(kind, starts, finishes, kept.get("document", types), several)
            links = Columns((starts, finishes, keys), {"type": types, **kept})
            if ends is not None or not (all(starts) and all(finishes)):
                inside = _Any() if ends is None else ends
                links = links.only(
                    [one in inside and other in inside for one, other in zip(starts, finishes, strict=True)]
                )
            yield links

    def _names_of_links(self, kind: str) -> tuple[str, ...]:
        """What relationships of a type may have, and do have where the store knows that."""
        found = self.in_use
        return tuple(name for name in OF_LINKS[kind] if found is None or name in found[kind].properties)

    def ends_of_links(self, kind: str) -> tuple[str, str]:
        """The labels of ours that the ends of relationships of a type have, joined with `|`: those in use are found sooner than all."""
        found = (self.in_use or {}).get(kind)
        sides = (found.starts, found.ends) if found else ((), ())
        start, end = ("|".join(side) if side and LABELS.issuperset(side) else ANY for side in sides)
        return start, end

    @cached_property
    def in_use(self) -> Mapping[str, Joined] | None:
        """See Store.in_use; asked once for all that is read together."""
        return self.store.in_use()

    def _once(self, name: str, column: Sequence[Any]) -> Sequence[Any]:
        if name not in SHARED or self.as_text:
            return column
        return [self.shared.setdefault(one, one) for one in column]

    def _columns(
        self, pattern: str, given: Mapping[str, Any], thing: str, keys: Sequence[str], names: Sequence[str]
    ) -> Iterator[Found]:
        """The keys and the properties of what is found; as text only where that says the same as the values do."""
        asked = f"{pattern} RETURN {', '.join([*keys, *(f'{thing}.{name} AS {name}' for name in names)])}"
        if not self.as_text:
            yield from self.store.columns(asked, given)
            return
        counted = sorted(FREE & {*names})
        sizes = [f"coalesce(size({thing}.{name}), 0)" for name in counted]
        if thing == "node":
            counted, sizes = ["labels", *counted], ["size(labels(node))", *sizes]
        items = f", {' + '.join(sizes)} AS {ITEMS}" if sizes else ""
        pieces = list(self.store.columns(asked + items, given, as_text=True))
        yield from pieces if all(says_all(one, counted) for one in pieces) else self.store.columns(asked, given)


class _Any:
    """Every id: what has none is not ours."""

    def __contains__(self, one: object) -> bool:
        return bool(one)


def _keys(
    kind: str,
    starts: Sequence[str],
    ends: Sequence[str],
    documents: Sequence[Any],
    several: Mapping[tuple[str, str], int],
) -> list[str]:
    """The type of each relationship, with its document where several lead from one node to another."""
    return [
        f"{kind}@{document}" if document and document != kind and several[start, end] > 1 else TYPE_NAMES[kind]
        for start, end, document in zip(starts, ends, documents, strict=True)
    ]


def _has(column: Sequence[Any]) -> bool:
    """Is anything in a column?"""
    return any(column) or column.count(None) < len(column)


@cache
def _names_of_nodes(labels: str) -> tuple[str, ...]:
    """What nodes may have that are found by some labels."""
    found = set(labels.split("|"))
    return tuple(
        sorted({name for label in (ACTOR_LABELS if "Organization" in found else found) for name in OF_NODES[label]})
    )


def own_labels(labels: Sequence[str]) -> list[str]:
    """Those of the labels that are ours, the most special first."""
    return list(_own_labels(tuple(labels)))


@lru_cache(maxsize=KINDS)
def _own_labels(labels: tuple[str, ...]) -> tuple[str, ...]:
    ours = (label for label in labels if label in LABELS)
    return tuple(sorted(ours, key=lambda label: (label == "Organization", label)))


@lru_cache(maxsize=KINDS)
def _own_labels_text(said: str) -> str:
    return json_text(own_labels(said[2:-2].split('", "')))


def _labels(found: Sequence[str] | str) -> list[str] | str:
    return _own_labels_text(found) if isinstance(found, str) else own_labels(found)
