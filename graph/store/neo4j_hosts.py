"""Hosts that the driver is about to talk to: none gets a password in plain text, and looking one up ends in time.

A host is looked up once: the driver gets the numbers that were found, so that it asks nobody for as long as that takes,
and talks to no other machine than was told. The name stays what a certificate has to say.
"""

import socket
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from neo4j._addressing import ResolvedAddress
from neo4j.addressing import Address

from graph.store.address import checked_address, refuse_plain_password
from graph.store.neo4j_calls import UnknownHostError, seconds_left

LOOK_UP_SECONDS = 5.0
Resolver = Callable[[Address], list[Address]]
Number = tuple[Any, ...]  # host and port; two more where it is one of IPv6


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
        host = str(address.host)
        return [ResolvedAddress(number, host_name=host) for number in look_up(host, address.port_number)]

    return resolve


def look_up(host: str, port: int) -> list[Number]:
    """The numbers of a host; raises UnknownHostError. The system is asked aside: nothing can end a question to it."""
    answer: SimpleQueue[list[Number] | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answer.put(_numbers(host, port))
        except (OSError, UnicodeError) as error:
            answer.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=min(LOOK_UP_SECONDS, seconds_left()))
    except Empty:
        raise UnknownHostError("nobody tells its address") from None
    if isinstance(found, Exception):
        raise UnknownHostError("nobody knows it") from found
    if not found:
        raise UnknownHostError("it has no address that a driver can use")
    return found


def _numbers(host: str, port: int) -> list[Number]:
    """Without those of one network card alone, which the driver does not take."""
    found = (number for *_, number in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    return list(dict.fromkeys(number for number in found if len(number) == 2 or number[3] == 0))
