"""How to behave on the web: one request a second to a host, and nothing that its robots.txt forbids."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from graph.version import VERSION

AGENT = f"guapai/{VERSION}"
# Seconds between two requests to one host; what a robots.txt may ask for at most.
PAUSE, LONGEST_PAUSE = 1.0, 60.0


@dataclass
class Pace:
    """When each host may be asked again; `now` and `sleep` are those of `time` unless a test gives others."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    ready: dict[str, float] = field(default_factory=dict)
    pauses: dict[str, float] = field(default_factory=dict)

    def wait(self, address: str) -> None:
        """Wait until the host of an address may be asked, and note that it is asked now."""
        host = host_of(address)
        if (rest := self.ready.get(host, 0.0) - self.now()) > 0:
            self.sleep(rest)
        self.ready[host] = self.now() + self.pauses.get(host, PAUSE)

    def slow_down(self, address: str, pause: float) -> None:
        """Keep the longer pause that a host asks for, from its next request on."""
        host = host_of(address)
        wanted = min(max(pause, PAUSE), LONGEST_PAUSE)
        self.ready[host] = self.ready.get(host, 0.0) - self.pauses.get(host, PAUSE) + wanted
        self.pauses[host] = wanted


def host_of(address: str) -> str:
    """The host and port of an address."""
    return urlsplit(address).netloc.lower()


def robots_address(address: str) -> str:
    """Where the robots.txt is that speaks about an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def rules_of(status: int, text: str) -> RobotFileParser:
    """What a robots.txt says, by the status it came with: not there allows all, forbidden or broken allows nothing."""
    rules = RobotFileParser()
    if status in (401, 403) or status >= 500:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        rules.parse(text.splitlines() if status < 300 else [])
    return rules
