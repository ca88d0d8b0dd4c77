"""Programs that listen at a port and are no Neo4j of ours: each answers whoever connects in its own way."""

import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread

HELLO = 0x01
GOODBYE = 0x02
ROUTE = 0x66
SUCCESS = b"\xb1\x70\xa0"  # a Bolt message with an empty map
Answer = Callable[[socket.socket], None]


@contextmanager
def listening(answer: Answer) -> Iterator[int]:
    """The port at which the program listens."""

    def serve(client: socket.socket) -> None:
        with client, suppress(OSError):
            answer(client)

    def accept() -> None:
        with suppress(OSError):
            while True:
                Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=accept, daemon=True).start()
        yield int(listener.getsockname()[1])
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)


def web_server(client: socket.socket) -> None:
    """Speaks HTTP."""
    client.recv(100)
    client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def mail_server(client: socket.socket) -> None:
    """Says who it is before anyone asks."""
    client.sendall(b"220 mail ready\r\n")
    client.recv(100)


def silent(client: socket.socket) -> None:
    """Takes what comes and never says anything."""
    while client.recv(1000):
        pass


def hangs_up(client: socket.socket) -> None:
    """Ends the connection at once, as a port that wants TLS does."""
    client.recv(100)


def without_common_version(client: socket.socket) -> None:
    """Speaks Bolt, but no version that the driver offers, as Neo4j 3.4 and older."""
    client.recv(20)
    client.sendall(bytes(4))
    client.recv(100)


def speaks_bolt(agent: str) -> Answer:
    """Speaks Bolt 4.4, says yes to everything, and calls itself by a name."""

    def answer(client: socket.socket) -> None:
        client.recv(20)
        client.sendall(b"\x00\x00\x04\x04")
        while size := int.from_bytes(client.recv(2), "big"):
            message = client.recv(size + 2)
            if message[1] == GOODBYE:
                return
            named = b"\xb1\x70\xa1\x86server" + bytes([0x80 + len(agent)]) + agent.encode()
            said = named if message[1] == HELLO else SUCCESS
            client.sendall(len(said).to_bytes(2, "big") + said + b"\x00\x00")

    return answer


def routes(hosts: Sequence[str], heard: list[bytes], agent: str = "Neo4j/5.26.0") -> Answer:
    """A member of a cluster that speaks Bolt 5.4 and names hosts for routing; `heard` gets all that is said to it."""
    table = packed(
        {"rt": {"ttl": 600, "db": "neo4j", "servers": [
            {"addresses": list(hosts), "role": role} for role in ("ROUTE", "READ", "WRITE")
        ]}}
    )  # fmt: skip

    def answer(client: socket.socket) -> None:
        client.recv(20)
        client.sendall(b"\x00\x00\x04\x05")
        while size := int.from_bytes(client.recv(2), "big"):
            message = client.recv(size + 2)
            heard.append(message)
            if message[1] == GOODBYE:
                return
            said = packed({"server": agent, "connection_id": "1"}) if message[1] == HELLO else SUCCESS[2:]
            said = b"\xb1\x70" + (table if message[1] == ROUTE else said)
            client.sendall(len(said).to_bytes(2, "big") + said + b"\x00\x00")

    return answer


def packed(value: object) -> bytes:
    """A value as Bolt sends it: small numbers, short texts, short lists and small maps."""
    if isinstance(value, int):
        return b"\xc9" + value.to_bytes(2, "big")
    if isinstance(value, str):
        return b"\xd0" + bytes([len(value.encode())]) + value.encode()
    if isinstance(value, dict):
        return bytes([0xA0 + len(value)]) + b"".join(packed(key) + packed(one) for key, one in value.items())
    assert isinstance(value, list)
    return bytes([0x90 + len(value)]) + b"".join(map(packed, value))
