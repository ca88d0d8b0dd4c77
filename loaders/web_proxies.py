"""The web through the proxies of the environment, and what is said where one of them stands in the way."""

from types import ModuleType
from typing import Any

from graph.errors import UnreachableError
from graph.proxies import named_proxies, odd_proxy, refuse_odd_proxies
from graph.said import Said

LOGIN_WANTED = 407


def client(httpx: ModuleType, **options: Any) -> Any:
    """A client of the web. Raises UsageError where the environment names a proxy that is none, or one of a kind not installed."""
    refuse_odd_proxies()
    try:
        return httpx.Client(**options)
    except (ValueError, ImportError, httpx.InvalidURL) as error:
        raise odd_proxy(named_proxies()) from error


def in_the_way(address: str) -> UnreachableError:
    """The error where a proxy does not let an address through."""
    return UnreachableError(
        address,
        Said("the proxy between here and there refuses it"),
        Said("a proxy that lets it through, and its login where it wants one"),
        Said("see {}; {} names the hosts that need none", ", ".join(named_proxies()), "NO_PROXY"),
    )
