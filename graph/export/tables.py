"""Networks as Parquet: a table of nodes and one of relationships, with columns of types that DuckDB, Polars and Spark know.

Lists stay lists. A property that is a number on some things and text on others is text everywhere, and so is what fits
neither; what is absent is null. Rows are written some thousands at a time.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import RawIOBase
from itertools import chain
from types import ModuleType
from typing import Any

from graph.errors import NotThereError
from graph.export.flat import Flat, is_plain, text, whole_characters
from graph.installation import with_extra
from graph.plain_text import json_text
from graph.said import Said

Cells = Mapping[str, Sequence[Any]]
"""Columns by name, of one length."""
NOTHING: type = type(None)
LARGEST = 2**63
AT_ONCE = 10_000  # rows of one group, as readers of the format like them
PLAIN = {bool: "bool", int: "int64", float: "float64", str: "string"}
SIMPLE = {frozenset([str]): "list<string>"}  # by the types of what is in a list
EMPTY = "list<>"
FIRST = ("id", "start", "end", "labels", "type", "key")


def library() -> ModuleType:
    """pyarrow; raises NotThereError where the extra `tables` is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise NotThereError(
            "pyarrow", Said("it is not installed"), Said("the extra 'tables'"), with_extra("tables")
        ) from error
    module: ModuleType = pyarrow
    return module


def nodes(flat: Flat) -> Iterator[bytes]:
    """The table of nodes, as it is written: `id`, `labels` and every property."""
    return _table(lambda: ({"id": one.keys[0], **one.properties} for one in flat.nodes()), ("id", "labels"))


def relationships(flat: Flat) -> Iterator[bytes]:
    """The table of relationships, as it is written: `start`, `end`, `type`, `key` and every property."""
    ends = ("start", "end", "key")
    return _table(
        lambda: ({**dict(zip(ends, one.keys, strict=True)), **one.properties} for one in flat.links()),
        ("start", "end", "type", "key"),
    )


def _table(pieces: Callable[[], Iterable[Cells]], always: tuple[str, ...]) -> Iterator[bytes]:
    """The bytes of a table; `pieces` are gone through twice, first for the types of their columns."""
    arrow = library()
    kinds = _kinds(pieces(), always)
    schema, content = arrow.schema([(name, _type(arrow, kind)) for name, kind in kinds.items()]), _Pieces()
    with arrow.parquet.ParquetWriter(content, schema, compression="zstd") as writer:
        for some in _groups(_arrays(arrow, piece, kinds, schema) for piece in pieces()):
            writer.write_table(arrow.concat_tables(some).combine_chunks())
            yield content.taken()
    yield content.taken()


def _groups(waiting: Iterable[Any]) -> Iterator[list[Any]]:
    """Tables in groups of some thousands of rows."""
    some: list[Any] = []
    for one in waiting:
        some.append(one)
        if sum(map(len, some)) >= AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _arrays(arrow: Any, piece: Cells, kinds: dict[str, str], schema: Any) -> Any:
    """Some rows as a table; a name that is no column of theirs is null."""
    length = len(next(iter(piece.values())))
    arrays = [
        arrow.array(_cells(piece[name], kind), schema.field(name).type)
        if name in piece
        else arrow.nulls(length, schema.field(name).type)
        for name, kind in kinds.items()
    ]
    return arrow.Table.from_arrays(arrays, schema=schema)


def _cells(column: Sequence[Any], kind: str) -> Sequence[Any]:
    """A column as the table takes it: most are of one kind, in which nothing needs a change."""
    types = set(map(type, column)) - {NOTHING}
    if kind == "string" and types == {str} and is_plain([one for one in column if one]):
        return column
    if kind == "list<string>" and types == {list}:
        inside = list(chain.from_iterable(one for one in column if one))
        if set(map(type, inside)) == {str} and is_plain(inside):
            return column
    if (kind, *types) in (("int64", int), ("bool", bool)):
        return column
    return [_cell(value, kind) for value in column]


class _Pieces(RawIOBase):
    """What a writer of files writes to; `taken` gives what came since the last time."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """It is only written."""
        return True

    def tell(self) -> int:
        """How much was written from the beginning."""
        return self._length

    def write(self, piece: Any) -> int:
        """Keep a copy of a piece."""
        self._pieces.append(bytes(piece))
        self._length += len(self._pieces[-1])
        return len(self._pieces[-1])

    def taken(self) -> bytes:
        """What waits, in one piece; it waits no more."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _kinds(pieces: Iterable[Cells], always: tuple[str, ...]) -> dict[str, str]:
    """The type of each column by name: those of every table first, then the others in the order of their names."""
    seen: defaultdict[str, set[str]] = defaultdict(set)
    for piece in pieces:
        for name, column in piece.items():
            if found := _kinds_of(column):
                seen[name] |= found
    order = sorted(
        seen.keys() | set(always), key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name)
    )
    return {name: _common(seen[name], name) for name in order}


def _kinds_of(column: Sequence[Any]) -> set[str]:
    """The types of the values of a column; most are texts, or lists of texts."""
    types = set(map(type, column)) - {NOTHING}
    if types == {str}:
        return {PLAIN[str]}
    if types == {list} and set(map(type, chain.from_iterable(one for one in column if one))) == {str}:
        return {SIMPLE[frozenset([str])], *([EMPTY] if [] in column else [])}
    return {_kind(value) for value in column if not _is_nothing(value)}


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, float) and not math.isfinite(value))


def _kind(value: Any) -> str:
    if value == []:
        return EMPTY
    if isinstance(value, list) and (found := SIMPLE.get(frozenset({type(one) for one in value}))):
        return found
    if isinstance(value, int) and not -LARGEST <= value < LARGEST:
        return "string"
    if not isinstance(value, list):
        return PLAIN.get(type(value), "json")
    kinds = {_kind(one) for one in value}
    return f"list<{_common(kinds, '')}>" if not any(kind[:4] in ("json", "list") for kind in kinds) else "json"


def _common(kinds: set[str], name: str) -> str:
    if EMPTY in kinds:  # an empty list fits beside every other
        kinds = kinds - {EMPTY} or {"list<string>"}
    if len(kinds) == 1:
        return next(iter(kinds))
    if kinds == {"int64", "float64"}:
        return "float64"
    if not kinds and name == "labels":
        return "list<string>"
    return "list<string>" if kinds and all(kind.startswith("list") for kind in kinds) else "string"


def _type(arrow: Any, kind: str) -> Any:
    if kind.startswith("list"):
        return arrow.list_(_type(arrow, kind[5:-1]))
    return getattr(arrow, "string" if kind == "json" else kind.replace("bool", "bool_"))()


def _cell(value: Any, kind: str) -> Any:
    """A value as its column takes it."""
    if _is_nothing(value):
        return None
    if kind == "list<string>":
        return [whole_characters(one) if isinstance(one, str) else text(one) for one in value]
    if kind.startswith("list"):
        return value
    if kind in ("string", "json"):
        said = json_text(value) if isinstance(value, list | dict) else text(value)
        return whole_characters(said)
    return value
