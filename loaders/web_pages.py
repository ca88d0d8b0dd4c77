"""Documents are fetched from the web: politely, within limits, and only what can be a document."""

import hashlib
import ipaddress
import re
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from graph.certificates import is_distrust, untrusted
from graph.errors import ContentError, GuapaiError, NotThereError, RefusedError, UnreachableError
from graph.installation import with_extra
from graph.reading import LIMIT
from graph.said import Said
from graph.writing import write_whole
from loaders.extract.document.origins import address_in
from loaders.web_manifest import Fetched, add, saved
from loaders.web_manners import AGENT, Pace, host_of, robots_address, rules_of
from loaders.web_proxies import LOGIN_WANTED, client, in_the_way

CONNECT_SECONDS, READ_SECONDS, LONGEST_SECONDS = 10, 30, 300
MOST_REDIRECTS, MOST_ROBOTS = 5, 500_000
HTML, PLAIN, PDF, WORD = ".html", ".txt", ".pdf", ".docx"
# What a server may call a document, and the ending that its file gets.
KINDS = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": PLAIN,
    "application/pdf": PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": WORD,
}
# Where the server does not say, the first bytes do.
FIRST = ((b"%PDF", PDF), (b"PK\x03\x04", WORD))
UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/download", "application/x-download")


@dataclass(frozen=True)
class Outcome:
    """What became of one address: what was saved, now or before, or why nothing was."""

    address: str
    fetched: Fetched | None = None
    before: bool = False
    error: GuapaiError | None = None


@dataclass
class Page:
    """A response that was read to its end."""

    address: str
    status: int
    kind: str
    encoding: str | None
    content: bytes


def addresses_of(text: str, where: str) -> list[str]:
    """The addresses of a list, one a line, each once; empty lines and those that begin with # are none.

    Raises ContentError for a line that holds anything else.
    """
    found: dict[str, None] = {}
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        address = address_in(line)
        if address is None:
            raise ContentError(
                f"{where}:{number}",
                Said("this is no address of the web"),
                Said("https://…, without a login"),
                Said("one address a line"),
            )
        found.setdefault(address.split("#", 1)[0])
    return list(found)


def fetch(addresses: list[str], folder: Path, pace: Pace | None = None) -> Iterator[Outcome]:
    """Save the document of each address that the folder does not have yet; the host that is ready first comes first.

    Raises NotThereError without the extra `web`, RefusedError where the folder takes no file.
    """
    known = saved(folder)
    yield from (Outcome(address, known[address], before=True) for address in addresses if address in known)
    hosts: dict[str, deque[str]] = {}
    for address in addresses:
        if address not in known:
            hosts.setdefault(host_of(address), deque()).append(address)
    with Fetcher(pace or Pace()) as fetcher:
        while hosts:
            host = min(hosts, key=lambda one: fetcher.pace.ready.get(one, 0.0))
            yield _one(hosts[host].popleft(), folder, fetcher)
            hosts = {one: waiting for one, waiting in hosts.items() if waiting}


def _one(address: str, folder: Path, fetcher: "Fetcher") -> Outcome:
    try:
        page = fetcher.page(address)
        ending = _ending(page)
    except GuapaiError as error:
        return Outcome(address, error=error)
    digest = hashlib.sha256(page.content).hexdigest()
    entry = Fetched(
        address,
        _file_name(address, ending),
        datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        digest,
        len(page.content),
        page.kind,
        page.encoding,
        page.address if page.address != address else None,
    )
    write_whole(folder / entry.file, page.content)
    add(folder, entry)
    return Outcome(address, entry)


def _ending(page: Page) -> str:
    if page.kind in KINDS:
        return KINDS[page.kind]
    found = next((ending for first, ending in FIRST if page.content.startswith(first)), None)
    if page.kind not in UNTOLD or found is None:
        called = Said("the server calls it {}", page.kind) if page.kind else Said("the server does not say what it is")
        raise ContentError(page.address, called, Said("a page, a text, a Word or a PDF file"), Said("leave it out"))
    return found


def _file_name(address: str, ending: str) -> str:
    """A name that tells where a file came from, the same in every run."""
    parts = urlsplit(address)
    plain = re.sub(r"[^A-Za-z0-9.]+", "-", f"{parts.netloc}{parts.path}").strip("-.")[:80]
    plain = re.sub(r"\.(?:s?html?|txt|pdf|docx?|php|aspx?|jsp)$", "", plain, flags=re.IGNORECASE)
    return f"{plain}-{hashlib.sha256(address.encode()).hexdigest()[:8]}{ending}"


@dataclass
class Fetcher:
    """One client of the web with its pace and the robots.txt of each host."""

    pace: Pace
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def __enter__(self) -> "Fetcher":
        self.httpx = _library()
        timeout = self.httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        self.client = client(self.httpx, timeout=timeout, headers={"User-Agent": AGENT}, follow_redirects=False)
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def page(self, address: str) -> Page:
        """The document at an address, through at most five redirects.

        Raises NotThereError where it is not there, RefusedError where robots.txt or a redirect forbids it, ContentError
        where it is too long, UnreachableError where nobody answers.
        """
        where = address
        for _ in range(MOST_REDIRECTS + 1):
            self._refuse_forbidden(where)
            page, location = self._get(where, LIMIT)
            if location is None:
                return _checked(page, address)
            where = _followed(address, where, location)
        raise RefusedError(
            address, Said("it leads from one address to the next"), Said("a document"), Said("name its last address")
        )

    def _refuse_forbidden(self, address: str) -> None:
        robots = robots_address(address)
        if robots not in self.robots:
            self.robots[robots] = self._rules(robots)
        rules = self.robots[robots]
        if not rules.can_fetch(AGENT, address):
            raise RefusedError(
                address,
                Said("the robots.txt of the host forbids it"),
                Said("an address that may be fetched"),
                Said("leave it out"),
            )

    def _rules(self, robots: str) -> RobotFileParser:
        where = robots
        for _ in range(MOST_REDIRECTS + 1):
            page, location = self._get(where, MOST_ROBOTS)
            if location is None:
                rules = rules_of(page.status, page.content.decode("utf-8", errors="replace"))
                if delay := rules.crawl_delay(AGENT):
                    self.pace.slow_down(robots, float(delay))
                return rules
            where = _followed(robots, where, location)
        return rules_of(404, "")

    def _get(self, address: str, limit: int) -> tuple[Page, str | None]:
        """One request: what came, and where it leads to."""
        self.pace.wait(address)
        try:
            with self.client.stream("GET", address) as response:
                if response.status_code == LOGIN_WANTED:
                    raise in_the_way(address)
                location = response.headers.get("location") if response.is_redirect else None
                content = b"" if location else _content(response, address, limit)
                kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
                return Page(address, response.status_code, kind, response.charset_encoding, content), location
        except self.httpx.ProxyError as error:
            raise in_the_way(address) from error
        except (self.httpx.HTTPError, self.httpx.InvalidURL) as error:
            if is_distrust(error):
                raise untrusted(
                    address, Said("{}=FILE adds the authority of your own network", "SSL_CERT_FILE")
                ) from error
            found = Said("nobody answers: {}", type(error).__name__)
            raise UnreachableError(
                address, found, Said("a host that answers"), Said("run the same command again later")
            ) from error


def _library() -> ModuleType:
    try:
        import httpx
    except ImportError as error:
        raise NotThereError("httpx", Said("it is not installed"), Said("the extra 'web'"), with_extra("web")) from error
    return httpx


def _content(response: Any, address: str, limit: int) -> bytes:
    """The content of a response; raises ContentError for more than `limit` bytes, UnreachableError where it takes too long."""
    end, content = time.monotonic() + LONGEST_SECONDS, bytearray()
    for part in response.iter_bytes():
        content += part
        if len(content) > limit:
            raise ContentError(
                address, Said("it is larger than {} KB", limit // 1000), Said("a document"), Said("leave it out")
            )
        if time.monotonic() > end:
            found = Said("it was not whole after {} seconds", LONGEST_SECONDS)
            raise UnreachableError(
                address, found, Said("a host that answers"), Said("run the same command again later")
            )
    return bytes(content)


def _checked(page: Page, address: str) -> Page:
    if page.status in (404, 410):
        raise NotThereError(
            address,
            Said("the host says {}: it is not there", page.status),
            Said("a document"),
            Said("correct the address"),
        )
    if page.status != 200:
        raise UnreachableError(
            address,
            Said("the host says {}", page.status),
            Said("a host that answers"),
            Said("run the same command again later"),
        )
    if not page.content.strip():
        raise ContentError(address, Said("nothing came"), Said("a document"), Said("leave it out"))
    return page


def _followed(first: str, where: str, location: str) -> str:
    """Where a redirect leads; raises RefusedError for other than the web and from outside into a network of its own."""
    following = address_in(urljoin(where, location))
    if following is None or (_is_inside(following) and not _is_inside(first)):
        raise RefusedError(
            first,
            Said("it leads to an address that is not followed"),
            Said("a document"),
            Said("name its last address"),
        )
    return following.split("#", 1)[0]


def _is_inside(address: str) -> bool:
    """Whether an address names this machine or one of a network of its own."""
    host = urlsplit(address).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))
