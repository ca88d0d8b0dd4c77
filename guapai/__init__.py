"""The face of guapai: who is part of whom in Chinese government, asked from Python.

    import guapai

    with guapai.open() as graph:
        for row in graph.ask("alias.hanging_signs", place="金华").records():
            print(row["unit"], row["sign"], row["document"], row["lines"])

`open` gives a `Graph`; `extract` reads a document into a record and `load_record` a record from its file. Every error is a
`GuapaiError` with four parts: where, found, expected, todo. Nothing heavy is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from graph import version

if TYPE_CHECKING:
    from graph.catalog.answers import ThingAnswer
    from graph.errors import (
        ContentError,
        GuapaiError,
        LoginError,
        NotThereError,
        OlderGraphError,
        OutcomeUnknownError,
        RefusedError,
        UnreachableError,
        UsageError,
        VersionError,
    )
    from graph.statement import Answer
    from guapai.graph import Graph, open  # noqa: A004  this is what it is called: guapai.open
    from guapai.records import extract, load_record
    from loaders.differences import Difference
    from loaders.load import Loaded
    from loaders.reading import RecordFile

__version__ = version.VERSION
__all__ = [
    "Answer",
    "ContentError",
    "Difference",
    "Graph",
    "GuapaiError",
    "Loaded",
    "LoginError",
    "NotThereError",
    "OlderGraphError",
    "OutcomeUnknownError",
    "RecordFile",
    "RefusedError",
    "ThingAnswer",
    "UnreachableError",
    "UsageError",
    "VersionError",
    "__version__",
    "extract",
    "load_record",
    "open",
]
# Where a name stands that is no error, and what it is called there.
_PLACES = {
    "Answer": ("graph.statement", "Answer"),
    "Difference": ("loaders.differences", "Difference"),
    "Graph": ("guapai.graph", "Graph"),
    "Loaded": ("loaders.load", "Loaded"),
    "RecordFile": ("loaders.reading", "RecordFile"),
    "ThingAnswer": ("graph.catalog.answers", "ThingAnswer"),
    "extract": ("guapai.records", "extract"),
    "load_record": ("guapai.records", "load_record"),
    "open": ("guapai.graph", "open"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, known_as = _PLACES.get(name, ("graph.errors", name))
    return getattr(import_module(module), known_as)


def __dir__() -> list[str]:
    return __all__
