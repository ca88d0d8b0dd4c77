"""Results of KGLite as columns: its rows are lazy, and what it writes as CSV itself is there sooner than its values are."""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from graph.store.values import handed_over

AT_ONCE = 5_000  # rows
# A cell of a graph is as long as it is; the module takes 131,072 characters unless told.
csv.field_size_limit(sys.maxsize)


def columns_of(result: Any) -> Iterator[dict[str, Sequence[Any]]]:
    """The values of a result; only some thousands of its rows are made at once."""
    names = list(result.columns)
    for first in range(0, len(result), AT_ONCE):
        some = result[first : first + AT_ONCE]
        with handed_over():
            columns = {name: some.column(name) for name in names}
        yield columns


def columns_of_csv(said: str) -> Iterator[dict[str, Sequence[Any]]]:
    """The cells of a result that the engine wrote as CSV."""
    rows = csv.reader(io.StringIO(said, newline=""))
    names = next(rows)
    while some := list(islice(rows, AT_ONCE)):
        yield dict(zip(names, zip(*some, strict=True), strict=True))
