"""Relays between a driver and its server that see every byte on its way, and act in the middle of it."""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Thread
from types import TracebackType
from typing import Self

COMMIT = b"\x00\x02\xb0\x12\x00\x00"  # a Bolt message: two bytes long, a structure without fields, its signature 0x12
PIECE = 4096


@dataclass
class Passed:
    """What went from the driver to the server so far."""

    size: int = 0
    commits: int = 0


@dataclass
class Relay:
    """Listens on a port of its own and passes on what comes; context manager.

    `before` and `after` are asked with what passed until then, around each piece from the driver; the first one
    that says yes calls `strike`, once.
    """

    port: int
    strike: Callable[[], None] = lambda: None
    before: Callable[[Passed], bool] = lambda _: False
    after: Callable[[Passed], bool] = lambda _: False
    passed: Passed = field(default_factory=Passed)
    struck: bool = False
    changed: Callable[[bytes], bytes] = lambda piece: piece
    """What becomes of a piece from the server; nothing of it is a server that has fallen silent."""

    def __enter__(self) -> Self:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._sockets: list[socket.socket] = [self._listener]
        self._accepting = Thread(target=self._accept, daemon=True)
        self._accepting.start()
        return self

    @property
    def uri(self) -> str:
        """The address for drivers."""
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def mute(self) -> None:
        """From now on nothing comes from the server any more; the connections stay open."""
        self.changed = lambda _: b""

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self._sockets.append(client)  # closed at the end, also where the server is no longer there
                server = socket.create_connection(("127.0.0.1", self.port))
                self._sockets.append(server)
                Thread(target=self._pump, args=(client, server, True), daemon=True).start()
                Thread(target=self._pump, args=(server, client, False), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, from_driver: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(PIECE):
                if from_driver:
                    self._ask(self.before)
                    self.passed.size += len(piece)
                    self.passed.commits += piece.count(COMMIT)
                target.sendall(piece if from_driver else self.changed(piece))
                if from_driver:
                    self._ask(self.after)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)

    def _ask(self, question: Callable[[Passed], bool]) -> None:
        if not self.struck and question(self.passed):
            self.struck = True
            self.strike()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            self._listener.shutdown(
                socket.SHUT_RDWR
            )  # wakes who waits in accept, so that nobody comes after the closing
        self._accepting.join(10)
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
