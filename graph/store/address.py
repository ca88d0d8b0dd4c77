"""The address of a database, checked and cleaned once, before anything prints or uses it.

What is refused is never repeated: a part of it may be a password.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from unicodedata import normalize
from urllib.parse import unquote

from graph.errors import UsageError
from graph.said import Said

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
BROWSER_PORTS, BOLT_PORT = (7474, 7473), 7687
ADDRESS = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::(?P<port>[0-9]{1,8}))?/?"
)
PAGE = re.compile(r"https?://(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::[0-9]{1,5})?(?:/[A-Za-z0-9_./~-]*)?")
# What only a path looks like; everything else that holds an @ or a colon may be a login.
PATH = re.compile(r"(?:[./~\\]|[A-Za-z]:[\\/])")
# An address without its scheme, which would pass as a path.
LOGIN = re.compile(r"(?://|\\\\).*@", re.DOTALL)
WHERE = Said("the address of the database")
SHAPE = Said("scheme://host or scheme://host:port")
TRY = Said("try bolt://localhost:{}", BOLT_PORT)


def checked_address(text: str) -> str:
    """The address as scheme://host[:port]; raises UsageError for every other text, which shows nothing of a login."""
    found = ADDRESS.fullmatch(text.strip())
    if found is None:
        raise _malformed(text)
    scheme, host, port = found["scheme"].lower(), found["host"], found["port"]
    shown = f"{scheme}://{host}" + (f":{port}" if port else "")
    if not _is_host(host):
        raise UsageError(WHERE, Said("the host is no name and no number of a machine"), SHAPE, TRY)
    right = Said("try bolt://{}:{}", host, BOLT_PORT)
    if scheme not in SCHEMES:
        raise UsageError(
            shown, Said("this is no address for drivers"), Said("a scheme among {}", ", ".join(SCHEMES)), right
        )
    if port and not 0 < int(port) < 65_536:
        raise UsageError(shown, Said("the port is no number up to 65535"), Said("a port"), right)
    if port and int(port) in BROWSER_PORTS:
        raise UsageError(shown, Said("port {} is that of the Browser", port), Said("the port of Bolt"), right)
    return shown


def checked_page(text: str) -> str:
    """The address of a page without a login: http(s)://host[:port]/path. Raises UsageError for another text."""
    if PAGE.fullmatch(text.strip()) is None:
        raise UsageError(
            "--address",
            Said("this is no address of a page without a login"),
            "https://host:7473/browser/",
            Said("leave the login out"),
        )
    return text.strip()


def looks_like_an_address(text: str) -> bool:
    """Is it meant as an address, and no path? A login without a scheme is one, too, so that nobody repeats it.

    So is what becomes one when its signs are written as usual: `bolt%3A%2F%2Fuser…`, signs of full width.
    """
    plain = normalize("NFKC", unquote(text)).strip()
    if "://" in plain or LOGIN.match(plain):
        return True
    return ("@" in plain or ":" in text) and not PATH.match(text)


def refuse_plain_password(address: str, *, insecure: bool) -> None:
    """Raise UsageError where a password would go to a distant host in plain text; `address` is a checked one."""
    scheme, _, rest = address.partition("://")
    host = rest.rpartition(":")[0] if re.search(r":\d+$", rest) else rest
    if "+" in scheme or insecure or _is_near(host):
        return
    raise UsageError(
        address,
        Said("the password would go to a distant host in plain text"),
        Said("an encrypted connection, such as {}+s://{}", scheme, host),
        Said("--insecure sends it all the same"),
    )


def _malformed(text: str) -> UsageError:
    if "@" in text:
        return UsageError(WHERE, Said("it holds a login"), SHAPE, Said("set NEO4J_USERNAME and NEO4J_PASSWORD"))
    if "://" not in text:
        return UsageError(WHERE, Said("this is no address for drivers"), SHAPE, TRY)
    found = Said("it holds more than a scheme, a host and a port, or characters that no host has")
    return UsageError(WHERE, found, SHAPE, TRY)


def _is_host(host: str) -> bool:
    """Is it a name, or a number in its usual form? `0x7f.1` and `127.1` are numbers in others."""
    if host.startswith("[") or re.fullmatch(r"(?i)[0-9]+|0x[0-9a-f]*", host.rstrip(".").rpartition(".")[2]):
        return _number(host) is not None
    return all(0 < len(label) < 64 for label in host.rstrip(".").split(".")) and len(host) < 254


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        return None


def _is_near(host: str) -> bool:
    """Loopback, a private network, or a name without a point, which no distant host has."""
    number = _number(host)
    if number is None:
        name = host.rstrip(".").lower()
        return "." not in name or name.endswith(".localhost")
    number = getattr(number, "ipv4_mapped", None) or number
    return bool(number.is_loopback or number.is_private or number.is_link_local)
