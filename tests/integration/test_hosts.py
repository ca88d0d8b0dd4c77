"""Hosts that the driver talks to: those of a routing table get no password in plain text; a silent name server ends."""

import socket
import threading
import time
from typing import Any

import pytest
from pydantic import SecretStr

from graph.errors import GuapaiError
from graph.settings import Settings
from graph.store import neo4j_hosts
from graph.store.neo4j_store import Neo4jStore
from tests import strangers

SECRET = "not-to-be-seen"
FAR = "db.example.org"
USAGE, OUT_OF_REACH = 2, 8
LIMIT, SOON = 0.2, 30.0


def refused(uri: str, *, password: str = SECRET, insecure: bool = False) -> GuapaiError:
    login = Settings(neo4j_password=SecretStr(password) if password else None, insecure=insecure)
    with pytest.raises(GuapaiError) as caught:
        Neo4jStore(uri, login, write=False).close()
    assert SECRET not in str(caught.value)
    return caught.value


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every distant host is this machine, so that whoever is called is heard."""
    looked_up = socket.getaddrinfo

    def here(host: Any, *rest: Any, **more: Any) -> Any:
        return looked_up("127.0.0.1" if host == FAR else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", here)


def table_of(host: str, *, password: str = SECRET, insecure: bool = False) -> tuple[GuapaiError, list[bytes]]:
    """How opening ends where a near server names another host, and what that one heard."""
    heard: list[bytes] = []
    with strangers.listening(strangers.routes([], heard, "Memgraph/3.0")) as port:
        named = host.format(port=port)
        with strangers.listening(strangers.routes([named], [])) as near:
            return refused(f"neo4j://127.0.0.1:{near}", password=password, insecure=insecure), heard


@pytest.mark.usefixtures("far_away")
def test_a_host_that_a_routing_table_names_gets_no_password_in_plain_text() -> None:
    error, heard = table_of(FAR + ":{port}")
    assert (error.exit_code, error.found) == (USAGE, "the password would go to a distant host in plain text")
    assert error.where.startswith(f"neo4j://{FAR}:")
    assert heard == []


@pytest.mark.usefixtures("far_away")
def test_insecure_sends_it_there_all_the_same() -> None:
    _, heard = table_of(FAR + ":{port}", insecure=True)
    assert any(SECRET.encode() in message for message in heard)


@pytest.mark.usefixtures("far_away")
def test_without_a_password_there_is_nothing_to_keep() -> None:
    _, heard = table_of(FAR + ":{port}", password="")
    assert heard


def test_a_near_host_of_a_routing_table_is_asked() -> None:
    _, heard = table_of("127.0.0.1:{port}")
    assert any(SECRET.encode() in message for message in heard)


@pytest.mark.parametrize(
    "host",
    ["8.8.8.8:{port}", "[2001:4860:4860::8888]:{port}", "user:x@db.example.org:{port}", "db.example.org\x1b[31m:{port}", "ｄｂ.example.org:{port}"],
)  # fmt: skip
def test_no_odd_host_of_a_routing_table_is_asked_or_shown_raw(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    looked_up = socket.getaddrinfo

    def noted(name: Any, *rest: Any, **more: Any) -> Any:
        asked.append(name)
        return looked_up(name, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    error, _ = table_of(host)
    assert error.exit_code in (USAGE, OUT_OF_REACH)
    assert "\x1b" not in str(error)
    assert set(asked) == {"127.0.0.1"}


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+s", "neo4j+ssc"])
def test_a_name_server_that_says_nothing_is_told_in_time(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    over, begun = threading.Event(), time.monotonic()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(2 * SOON) and [])
    monkeypatch.setattr(neo4j_hosts, "LOOK_UP_SECONDS", LIMIT)
    error = refused(f"{scheme}://graph-host")
    seconds = time.monotonic() - begun
    over.set()
    assert (error.exit_code, error.found) == (OUT_OF_REACH, "nobody tells the address of this host")
    assert LIMIT <= seconds < SOON


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "neo4j+s"])
def test_a_host_that_nobody_knows_is_said_to_be_so(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = refused(f"{scheme}://graph-host")
    assert (error.exit_code, error.found) == (OUT_OF_REACH, "nobody tells the address of this host")


def looked_up(monkeypatch: pytest.MonkeyPatch, name: str, *answers: str) -> list[object]:
    """The hosts that were looked up, from now on; one name is another number each time it is asked for."""
    asked: list[object] = []
    usual, left = socket.getaddrinfo, list(answers)

    def answer(host: Any, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        return usual(left.pop(0) if host == name else host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return asked


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_host_is_looked_up_once_and_the_machine_that_was_found_is_asked(
    scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bytes] = []
    with strangers.listening(strangers.routes([], heard, "Memgraph/3.0")) as port:
        asked = looked_up(monkeypatch, "graph-host", "127.0.0.1", "127.0.0.1")
        refused(f"{scheme}://graph-host:{port}")
    # Asked directly as well, with a driver of its own, where routing has failed.
    assert asked.count("graph-host") == (2 if scheme == "neo4j" else 1)
    assert set(asked) == {"graph-host", "127.0.0.1"}
    assert any(SECRET.encode() in message for message in heard)


def test_the_certificate_is_asked_for_by_the_name_of_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[bytes] = []
    with strangers.listening(lambda client: heard.append(client.recv(2000))) as port:
        looked_up(monkeypatch, "graph-host", "127.0.0.1")
        assert refused(f"bolt+s://graph-host:{port}").exit_code == OUT_OF_REACH
    assert any(b"graph-host" in message for message in heard)
