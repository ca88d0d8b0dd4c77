"""A cluster with a script: members that stand before one server, and a routing table that says what the script says.

Each member speaks Bolt 5.4 with the driver, a message at a time, answers what the cluster decides, and passes the rest on.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from neo4j._codec.packstream.v1 import PackableBuffer, Packer, UnpackableBuffer, Unpacker

MAGIC, VERSION = b"\x60\x60\xb0\x17", b"\x00\x00\x04\x05"
BEGIN, RUN, COMMIT, RESET, GOODBYE, ROUTE = 0x11, 0x10, 0x12, 0x0F, 0x02, 0x66
SUCCESS, IGNORED, FAILURE = 0x70, 0x7E, 0x7F
NOT_A_LEADER = "Neo.ClientError.Cluster.NotALeader"


@dataclass
class Member:
    """One address of the cluster; `begun` holds what each transaction or statement of one's own said as it began."""

    port: int
    begun: list[dict[str, Any]] = field(default_factory=list)
    commits: int = 0

    @property
    def address(self) -> str:
        """Host and port, as routing tables have them."""
        return f"127.0.0.1:{self.port}"

    @property
    def written(self) -> list[dict[str, Any]]:
        """What began in order to write."""
        return [one for one in self.begun if one.get("mode") != "r"]


@dataclass
class Cluster:
    """Its members by name, who leads, and how often the table was asked for; without a leader the table names no writer."""

    server_port: int
    members: dict[str, Member] = field(default_factory=dict)
    leader: str | None = None
    told: str | None = None
    """Who leads by the table, where that is not who does: as long as news are on their way."""
    code: str = NOT_A_LEADER
    asked: int = 0

    @property
    def uri(self) -> str:
        """The address for drivers: the first member."""
        return f"neo4j://{next(iter(self.members.values())).address}"

    def table(self) -> dict[str, Any]:
        """What a member answers to ROUTE; good for an hour, so that only the driver's own doubts ask again."""
        self.asked += 1
        everyone = [one.address for one in self.members.values()]
        writer = self.told or self.leader
        followers = [one.address for name, one in self.members.items() if name != writer]
        said = {"ROUTE": everyone, "READ": followers, "WRITE": [self.members[writer].address] if writer else []}
        self.told = None
        servers = [{"role": role, "addresses": addresses} for role, addresses in said.items()]
        return {"rt": {"ttl": 3600, "db": "neo4j", "servers": servers}}


@contextmanager
def cluster(server_port: int, *names: str) -> Iterator[Cluster]:
    """A cluster of these members; the first leads."""
    made = Cluster(server_port, leader=names[0])
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in names]
    for name, listener in zip(names, listeners, strict=True):
        made.members[name] = Member(listener.getsockname()[1])
        Thread(target=_accept, args=(made, name, listener), daemon=True).start()
    try:
        yield made
    finally:
        for listener in listeners:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()


def _accept(made: Cluster, name: str, listener: socket.socket) -> None:
    with suppress(OSError):
        while True:
            Thread(target=_serve, args=(made, name, listener.accept()[0]), daemon=True).start()


def _serve(made: Cluster, name: str, client: socket.socket) -> None:
    """One connection of a driver, and the one to the server behind it."""
    with client, socket.create_connection(("127.0.0.1", made.server_port)) as server, suppress(OSError):
        _read(client, 20)
        server.sendall(MAGIC + VERSION + bytes(12))
        client.sendall(_read(server, 4))
        failed = False
        while message := _message(client):
            kind = message[1]
            if kind == GOODBYE:
                return
            if failed and kind != RESET:
                client.sendall(_framed(_packed(IGNORED)))
                continue
            failed = False
            answer = _own_answer(made, name, kind, message)
            if answer is None:
                server.sendall(_framed(message))
                _pass_on(server, client)
            else:
                failed = answer[1] == FAILURE
                client.sendall(_framed(answer))


def _own_answer(made: Cluster, name: str, kind: int, message: bytes) -> bytes | None:
    """What the member says by itself; None for what the server answers."""
    member = made.members[name]
    if kind == ROUTE:
        return _packed(SUCCESS, made.table())
    if kind == COMMIT:  # what only reads is never committed here
        if name != made.leader:
            return _packed(FAILURE, {"code": made.code, "message": "another member leads"})
        member.commits += 1
    if kind in (BEGIN, RUN):
        said: dict[str, Any] = Unpacker(UnpackableBuffer(message)).unpack().fields[-1]
        if kind == BEGIN or said:  # a statement inside a transaction says nothing
            member.begun.append(said)
            if said.get("mode") != "r" and name != made.leader:
                return _packed(FAILURE, {"code": made.code, "message": "another member leads"})
    return None


def _packed(kind: int, *fields: object) -> bytes:
    buffer = PackableBuffer()
    Packer(buffer).pack_struct(bytes([kind]), list(fields))
    return bytes(buffer.data)


def _pass_on(server: socket.socket, client: socket.socket) -> None:
    """Whatever the server answers to one message, up to its last word."""
    while answer := _message(server):
        client.sendall(_framed(answer))
        if answer[1] in (SUCCESS, IGNORED, FAILURE):
            return


def _message(source: socket.socket) -> bytes:
    """The next message without its frame; nothing where the other side has gone."""
    message = b""
    while header := _read(source, 2):
        size = int.from_bytes(header, "big")
        if size == 0 and message:
            return message
        message += _read(source, size)
    return b""


def _framed(message: bytes) -> bytes:
    pieces = [message[first : first + 0xFFFF] for first in range(0, len(message), 0xFFFF)]
    return b"".join(len(piece).to_bytes(2, "big") + piece for piece in pieces) + b"\x00\x00"


def _read(source: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size and (piece := source.recv(size - len(found))):
        found += piece
    return found
