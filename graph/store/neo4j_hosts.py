"""Hosts that the driver is about to talk to: none gets a password in plain text, and looking one up ends in time."""

import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

from neo4j.addressing import Address

from graph.store.address import checked_address, refuse_plain_password
from graph.store.neo4j_calls import UnknownHostError, seconds_left

LOOK_UP_SECONDS = 5.0
Resolver = Callable[[Address], list[Address]]


def resolver(uri: str, *, secret: bool, insecure: bool) -> Resolver:
    """What the driver asks before it opens any connection, also to an address that a routing table names.

    It raises UsageError where a password would go to a distant host in plain text, UnknownHostError where the host is
    not known or nobody tells in time.
    """
    scheme = uri.partition("://")[0]

    def resolve(address: Address) -> list[Address]:
        if secret:
            host = f"[{address.host}]" if ":" in address.host else address.host
            refuse_plain_password(checked_address(f"{scheme}://{host}:{address.port_number}"), insecure=insecure)
        look_up(str(address.host), address.port_number)
        return [address]

    return resolve


def look_up(host: str, port: int) -> None:
    """Have the system find a host, so that the driver need not wait for it: nothing can end a question to it."""
    answer: SimpleQueue[Exception | None] = SimpleQueue()

    def ask() -> None:
        try:
            socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            answer.put(error)
        else:
            answer.put(None)

    Thread(target=ask, daemon=True).start()
    try:
        error = answer.get(timeout=min(LOOK_UP_SECONDS, seconds_left()))
    except Empty:
        raise UnknownHostError("nobody tells its address") from None
    if error is not None:
        raise UnknownHostError("nobody knows it") from error
