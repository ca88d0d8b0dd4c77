"""What is installed, which graph is used and why, and whether it answers: for `guapai doctor`."""

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from graph.errors import GuapaiError
from graph.installation import NAME
from graph.messages import error_record, say, spoken
from graph.said import Said
from graph.settings import settings
from graph.store.choose import choose, is_unused, open_store
from graph.version import SCHEMA_VERSION, VERSION
from guapai.opening import bundled_markers
from loaders.load import loaded_documents
from loaders.markers import differing

SHOWN = 20  # documents that are named to people
OF_EXTRA = re.compile(r"(?P<package>[\w.-]+).*\bextra == ['\"](?P<extra>[\w-]+)['\"]")


@dataclass
class Checkup:
    """Everything that is found, in the order in which it is told; None where it is not known."""

    guapai: str = VERSION
    python: str = sys.version.split()[0]
    platform: str = field(default_factory=platform.platform)
    home: str = field(default_factory=lambda: str(settings().home))
    extras: dict[str, bool] = field(default_factory=lambda: dict(_extras()))
    store: str | None = None
    target: str | None = None
    why: str | None = None
    answers: str | None = None
    schema: int | None = None
    documents: list[str] | None = None
    differing: list[str] | None = None
    error: dict[str, str | int] | None = None


def check_up(found: Checkup, store: str | None) -> None:
    """Look at the store and note what is seen; nothing is loaded. Raises what opening it raises, and notes that, too."""
    try:
        choice = choose(store)
        found.store, found.target, found.why = choice.kind, choice.target, choice.why
        if is_unused(choice):
            return
        with open_store(choice) as graph:
            found.documents = loaded_documents(graph)
            found.differing = differing(graph, bundled_markers())
            found.answers, found.schema = graph.name, graph.schema_version() or SCHEMA_VERSION
    except GuapaiError as error:
        found.error = error_record(error)
        raise


def tell(found: Checkup) -> None:
    """One line for each thing that is known, for people."""
    say(Said("guapai    {} on Python {}", found.guapai, found.python))
    say(Said("system    {}", found.platform))
    say(Said("home      {}", found.home))
    say(Said("extras    {}", ", ".join(name for name, there in found.extras.items() if there) or "-"))
    if missing := [name for name, there in found.extras.items() if not there]:
        say(Said("without   {}", ", ".join(missing)))
    if found.store and found.why:
        say(Said("store     {}: {}", found.store, found.target))
        say(Said("because   {}", spoken(found.why)))
    if found.answers:
        say(Said("answers   {}", spoken(found.answers)))
        say(Said("schema    version {}", found.schema))
        _tell_documents(found.documents or [])
        if found.differing:
            names = ", ".join(found.differing)
            say(Said("differs   {}: not as the records that come with guapai; guapai load loads these", names))
    elif not found.error:
        say(Said("loaded    nothing yet: the first question loads the bundled records"))


def _tell_documents(documents: list[str]) -> None:
    if not documents:
        say(Said("loaded    nothing: guapai load"))
        return
    names = ", ".join(documents[:SHOWN]) + " …" * (len(documents) > SHOWN)
    say(Said("loaded    {}: {}", len(documents), names))


def _extras() -> Iterator[tuple[str, bool]]:
    """Each extra of this installation, and whether all its packages are there."""
    needed: dict[str, list[str]] = {}
    try:
        requires = distribution(NAME).requires or []
    except PackageNotFoundError:
        return
    for one in requires:
        if named := OF_EXTRA.match(one):
            needed.setdefault(named["extra"], []).append(named["package"])
    for extra in sorted(needed):
        yield extra, all(map(_is_installed, needed[extra]))


def _is_installed(package: str) -> bool:
    try:
        distribution(package)
    except PackageNotFoundError:
        return False
    return True


def as_json(found: Checkup) -> dict[str, Any]:
    """The same for programs, every key there."""
    return vars(found)
