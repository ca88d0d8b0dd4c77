"""The proxies that the environment names. Nothing of such an address is ever shown: it may hold a login."""

import os
from urllib.parse import urlsplit

from graph.errors import UsageError
from graph.said import Said

NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
SCHEMES = ("http", "https", "socks4", "socks5", "socks5h")


def named_proxies() -> list[str]:
    """The variables that name a proxy, as they are written; all that could where none does."""
    return [name for name, value in os.environ.items() if name.upper() in NAMES and value.strip()] or list(NAMES)


def refuse_odd_proxies() -> None:
    """Raise UsageError for a variable whose value is no address of a proxy: libraries stumble over it, each in its own way."""
    odd = [name for name in named_proxies() if not _is_proxy(os.environ.get(name, "http://none"))]
    if odd:
        raise odd_proxy(odd)


def odd_proxy(names: list[str]) -> UsageError:
    """The error for variables that no connection can be made with."""
    return UsageError(
        ", ".join(names),
        Said("this is no address of a proxy"),
        "http://HOST:PORT",
        Said("correct it, or leave it out"),
    )


def _is_proxy(address: str) -> bool:
    address = address.strip()
    try:
        found = urlsplit(address if "://" in address else f"http://{address}")
        host = found.hostname or ""
        return found.scheme.lower() in SCHEMES and bool(host) and host.isprintable() and found.port != 0
    except ValueError:
        return False
