"""Which store to use: --store, GUAPAI_STORE, NEO4J_URI, a running local server, else the embedded file."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from graph.errors import NotThereError, UsageError, did_you_mean
from graph.said import Said
from graph.server import LocalServer, running
from graph.server.state import refuse_dead
from graph.settings import settings
from graph.store.address import checked_address, looks_like_an_address
from graph.store.protocol import Store

FILE_NAME, FILE_ENDING = "graph.kgl", ".kgl"
WORDS = ("embedded", "local")
# A word as people type it; what holds other signs may be a part of a login, which is never repeated.
WORD = re.compile(r"[\w.-]{1,60}", re.ASCII)
STORES = Said("embedded, local, the path of a .kgl file, or an address such as bolt://host")


@dataclass(frozen=True)
class Choice:
    """A store that was chosen: its kind (embedded or neo4j), its path or address, why, and what names another one."""

    kind: str
    target: str
    why: str
    option: str = "--store"


def choose(store: str | None = None, option: str = "--store") -> Choice:
    """Choose by the fixed order; `option` is what gave `store`.

    Raises UsageError for an address that is none and for a word that is no store, NotThereError for `local` where no
    local server was started, UnreachableError where one was started and has died.
    """
    known = settings()
    for value, where in ((store, option), (known.guapai_store, "GUAPAI_STORE")):
        if value is not None:
            return _named(value, where)
    if known.neo4j_uri:
        return Choice("neo4j", checked_address(known.neo4j_uri), Said("{} says so", "NEO4J_URI"))
    if server := _local_server():
        return Choice(Said("local"), server.uri, Said("a local server is running: guapai neo4j up"))
    return Choice(Said("embedded"), str(default_path()), Said("nothing else is named"))


def default_path() -> Path:
    """The embedded graph of this user."""
    return settings().home / FILE_NAME


def is_unused(choice: Choice) -> bool:
    """Is it this user's embedded graph, which nobody has used yet?"""
    return choice.kind == "embedded" and choice.target == str(default_path()) and not os.path.lexists(choice.target)


def _named(value: str, where: str) -> Choice:
    why = Said("{} says so", where)
    if value == "embedded":
        return Choice(Said("embedded"), str(default_path()), why, where)
    if value == "local":
        server = _local_server()
        if server is None:
            raise NotThereError(
                where, Said("no local server is running"), Said("a running server"), Said("guapai neo4j up")
            )
        return Choice(Said("local"), server.uri, why, where)
    if is_path(value):
        return Choice(Said("embedded"), str(Path(value).expanduser()), why, where)
    if looks_like_an_address(value):
        return Choice("neo4j", checked_address(value), why, where)
    if WORD.fullmatch(value) is None:
        raise UsageError(
            where, Said("there is no such store"), STORES, Said("a file is written with its folder: ./{}", "graph.kgl")
        )
    todo = did_you_mean(value, WORDS) or Said("a file is written with its folder: ./{}", value)
    raise UsageError(f"{where} {value}", Said("there is no such store"), STORES, todo)


def is_path(value: str) -> bool:
    """Is it the path of an embedded graph: `graph.kgl`, or with a slash and without a scheme?"""
    ending = value.lower().endswith(FILE_ENDING)
    return not looks_like_an_address(value) and (ending or "/" in value or os.sep in value)


def _local_server() -> LocalServer | None:
    """The local server that runs; raises UnreachableError where one should run and does not."""
    server = running()
    if server is None:
        refuse_dead()
    return server


def open_store(
    choice: Choice, *, write: bool = False, new: bool = True, on_first_use: Callable[[Store], None] | None = None
) -> Store:
    """Open the chosen store. `on_first_use` fills this user's embedded graph where it does not exist yet.

    Reading makes no other file; writing makes one only with `new`. Raises NotThereError for a file that is not there.
    """
    if choice.kind == "neo4j":
        from graph.store.neo4j_store import Neo4jStore

        return Neo4jStore(choice.target, settings(), write=write)
    if choice.kind == "local":
        return _open_local(write)
    from graph.store.embedded import EmbeddedStore

    path = Path(choice.target)
    if not (write and new) and not os.path.lexists(path):
        if on_first_use is None or path != default_path():
            named = choice.option == "--from"
            todo = Said("name another with {}", "--from") if named else Said("guapai load --store {} makes it", path)
            raise NotThereError(str(path), Said("there is no such file"), Said("an embedded graph"), todo)
        from graph.store.first_use import fill

        fill(path, on_first_use)
    return EmbeddedStore(path, write=write)


def _open_local(write: bool) -> Store:
    from graph.settings import Settings
    from graph.store.neo4j_store import Neo4jStore

    server = running()
    if server is None:
        raise NotThereError(
            Said("the local server"), Said("it has ended meanwhile"), Said("a running server"), Said("guapai neo4j up")
        )
    login = Settings(
        neo4j_uri=server.uri,
        neo4j_username=server.username,
        neo4j_password=SecretStr(server.password),
        neo4j_database=server.database,
    )
    return Neo4jStore(server.uri, login, write=write)
