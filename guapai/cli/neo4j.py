"""`guapai neo4j`: a real Neo4j on this machine, without Docker and without an installed Java."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.messages import remark, say
from graph.said import Said
from graph.streams import put, tell
from guapai.cli.mistakes import Commands
from guapai.cli.options import LanguageOption

if TYPE_CHECKING:
    from graph.server import LocalServer

app = Commands(
    name="neo4j",
    help="A real Neo4j on this machine, without Docker and without an installed Java.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
VersionOption = Annotated[
    str | None,
    typer.Option("--version", help="The version of Neo4j; 2026.08.1 unless told.", show_default=False),
]
EveryVersionOption = Annotated[
    str | None,
    typer.Option("--version", help="The version of Neo4j; each one unless told.", show_default=False),
]


def register(parent: typer.Typer) -> None:
    """Put these commands under the program."""
    parent.add_typer(app)


@app.command()
def up(language: LanguageOption, version: VersionOption = None) -> None:
    """Start the server, or find the one that runs; all other commands use it from then on.

    The first time, about 180 MB are fetched. The password stands in a file that only you can read.

    Example: guapai neo4j up
    """
    from graph.server import up as start

    server = start(version)
    say(Said("Neo4j {} is up (process id {})", server.version, server.pid))
    say(Said("  Browser   {}", server.http))
    say(Said("  drivers   {}, user {}, database {}", server.uri, server.username, server.database))
    say(Said("  password  in {}", server.root / "password"))


@app.command()
def down(language: LanguageOption, version: EveryVersionOption = None) -> None:
    """End the server; its data stays.

    Example: guapai neo4j down
    """
    from graph.server import down as stop

    for stopped in (ended := stop(version)):
        say(Said("Neo4j {} is down", stopped))
    if not ended:
        say(Said("no server was running"))


@app.command()
def status(language: LanguageOption, version: EveryVersionOption = None) -> None:
    """Say which servers run. The exit code is 8 where none does.

    Example: guapai neo4j status
    """
    from graph.server.places import places
    from graph.server.state import known_versions, read_state

    ready = 0
    for one in [version] if version else known_versions():
        place = places(one)
        state = read_state(place)
        if state is None:
            say(Said("Neo4j {}: not running", one))
        elif not state.alive:
            say(Said("Neo4j {}: died (process id {}); its log: {}", one, state.pid, place.log))
        elif not state.ready:
            say(Said("Neo4j {}: starting (process id {})", one, state.pid))
        else:
            ready += 1
            say(
                Said(
                    "Neo4j {}: running (process id {}), bolt {}, http {}",
                    one,
                    state.pid,
                    state.bolt_port,
                    state.http_port,
                )
            )
    if not ready:
        remark(Said("no server is running: guapai neo4j up"))
        raise typer.Exit(8)


@app.command()
def logs(
    language: LanguageOption,
    version: VersionOption = None,
    lines: Annotated[int, typer.Option("--lines", min=1, help="How many of the last lines.")] = 50,
) -> None:
    """Print the end of the server's log, and what its Java said.

    Example: guapai neo4j logs --lines 20
    """
    from collections import deque

    from graph.errors import NotThereError
    from graph.server import running
    from graph.server.lock_file import DEFAULT_VERSION
    from graph.server.places import places

    server = running(version)
    place = places(server.version if server else version or DEFAULT_VERSION)
    found = [path for path in (place.console, place.log) if path.is_file()]
    if not found:
        raise NotThereError(
            str(place.log), Said("there is no log"), Said("a server that was started"), Said("guapai neo4j up")
        )
    for path in found:
        tell(str(path))
        with path.open(encoding="utf-8", errors="replace") as file:
            put("".join(deque(file, lines)))


@app.command()
def path(language: LanguageOption, version: VersionOption = None) -> None:
    """Print the folder of the server's data, configuration, logs and password.

    Example: guapai neo4j path
    """
    from graph.server.lock_file import DEFAULT_VERSION, read_lock
    from graph.server.places import places

    print(places(read_lock(version or DEFAULT_VERSION).version).root)


@app.command()
def fetch(language: LanguageOption, version: VersionOption = None) -> None:
    """Fetch the server's jars, check each, and prepare Java once: the server then starts in half the time.

    Example: guapai neo4j fetch --version 5.26.30
    """
    from graph.server.fetching import fetched
    from graph.server.lock_file import DEFAULT_VERSION, read_lock
    from graph.server.remembering import remember
    from graph.server.starting import java_of

    lock = read_lock(version or DEFAULT_VERSION)
    jars = fetched(lock)
    print(f"{len(jars)} jars of Neo4j {lock.version} are there and as the lock file says")
    remember(lock, java_of(lock), jars, _load_and_ask)


def _load_and_ask(server: "LocalServer") -> None:
    """What a server is mostly used for, so that Java remembers that as well."""
    from pydantic import SecretStr

    from graph.catalog.catalogue import ask
    from graph.settings import Settings
    from graph.store.neo4j_store import Neo4jStore
    from guapai.opening import load_bundled

    with Neo4jStore(server.uri, Settings(neo4j_password=SecretStr(server.password)), write=True) as store:
        load_bundled(store)
        ask(store, "alias.hanging_signs")


@app.command()
def lock(
    language: LanguageOption,
    version: EveryVersionOption = None,
    output: Annotated[
        Path | None, typer.Option(help="The folder to write to; that of the program unless told.")
    ] = None,
) -> None:
    """Make the lock files anew, for the maintainers of guapai.

    Example: guapai neo4j lock --version 2026.08.1
    """
    from tempfile import TemporaryDirectory

    from graph.server.lock_file import FOLDER, versions, write_lock
    from graph.server.locking import make_lock

    with TemporaryDirectory() as folder:
        for one in [version] if version else versions():
            made = make_lock(one, Path(folder))
            size = sum(jar.size for jar in made.jars) / 1_000_000
            print(f"{write_lock(made, output or FOLDER)}: {len(made.jars)} jars, {size:.0f} MB, Java {made.java}")
