"""What a local server is told: neo4j.conf, and the command line of its Java."""

import socket
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.errors import RefusedError
from graph.said import Said
from graph.server.lock_file import Lock
from graph.server.places import Places
from graph.server.state import DATABASE, HOST

BOLT_PORT = 7687
HTTP_PORT = 7474
HEAP = "512m"
FLEET_SINCE = 2026  # the first year whose servers look for others on the network
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def settings(version: str, bolt_port: int, http_port: int) -> dict[str, str]:
    """The content of neo4j.conf: this machine only, a login, nothing sent anywhere, little memory, a quick end."""
    bolt, http = f"{HOST}:{bolt_port}", f"{HOST}:{http_port}"
    chosen = {
        "server.default_listen_address": HOST,
        "server.default_advertised_address": HOST,
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "server.https.enabled": "false",
        "initial.dbms.default_database": DATABASE,
        "dbms.security.auth_enabled": "true",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.memory.pagecache.size": "64m",
        "dbms.memory.transaction.total.max": "256m",
        # The end of the server takes 10 s of waiting for nobody without these two.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
    }
    if int(version.split(".")[0]) >= FLEET_SINCE:
        chosen |= {"server.fleet_discovery.enabled": "false", "dbms.fleet_manager.enabled": "false"}
    return chosen


def write_configuration(place: Places, version: str, ports: tuple[int, int]) -> None:
    """Write neo4j.conf anew; `ports` are those of Bolt and HTTP."""
    place.configuration.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}={value}\n" for name, value in settings(version, *ports).items()]
    (place.configuration / "neo4j.conf").write_text("".join(lines), encoding="utf-8")


def server_arguments(lock: Lock, place: Places, class_path: Sequence[Path]) -> list[str]:
    """What Java is told to run the server."""
    return [
        f"-Xms{HEAP}",
        f"-Xmx{HEAP}",
        "-Dfile.encoding=UTF-8",
        *java_arguments(class_path),
        lock.main_class,
        f"--home-dir={place.root}",
        f"--config-dir={place.configuration}",
    ]


def java_arguments(class_path: Sequence[Path]) -> list[str]:
    """What Java is told for every program of Neo4j."""
    opened = (f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED)
    return ["--enable-native-access=ALL-UNNAMED", *opened, "-cp", joined(class_path)]


def joined(class_path: Sequence[Path]) -> str:
    """A class path as Java reads it on Linux and macOS."""
    return ":".join(str(path) for path in class_path)


def argument_file(arguments: Sequence[str]) -> str:
    """Arguments as a file that Java reads after an `@`: one quoted argument per line.

    Keeps a password and two hundred paths out of the list of processes.
    """
    escaped = (argument.replace("\\", "\\\\").replace('"', '\\"') for argument in arguments)
    return "".join(f'"{argument}"\n' for argument in escaped)


def free_ports() -> tuple[int, int]:
    """The ports for Bolt and HTTP: the usual ones, each replaced by a free one where it is taken."""
    return _free(BOLT_PORT), _free(HTTP_PORT)


def are_free(ports: Iterable[int]) -> bool:
    """Could a server listen at all of these ports now?"""
    return all(_bound(port) for port in ports)


def _free(usual: int) -> int:
    if port := _bound(usual) or _bound(0):
        return port
    raise RefusedError(
        HOST, Said("it has no free port"), Said("a port to listen at"), Said("end a program that listens")
    )


def _bound(port: int) -> int | None:
    """The port if one can listen there, a free one for 0; None where it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
            probe.listen(1)
        except OSError:
            return None
        return int(probe.getsockname()[1])
