"""`guapai fetch` against a server of this machine: what is saved, what is refused, and at which pace it asks."""

import hashlib
import json
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jgo.maven import MavenContext

from graph.errors import ContentError, GuapaiError, NotThereError, RefusedError, UnreachableError
from graph.server.fetching import _fetch_one
from graph.server.lock_file import Jar
from loaders.web_manners import AGENT, PAUSE, Pace
from loaders.web_pages import Outcome, addresses_of, fetch
from tests.pdf import pdf_file
from tests.typed import guapai

PAGE = "<!DOCTYPE html><html><body><p>安吉县教育局</p><p>内设机构</p><p>（一）办公室。负责机关日常工作。</p><p>（二）基教科。管理中小学。</p></body></html>"
USAGE, OUT_OF_REACH = 2, 8
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A web site: what it answers to each path, and which paths were asked for, by whom."""

    address: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def serve(
        self, path: str, content: bytes | str, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> str:
        body = content.encode() if isinstance(content, str) else content
        self.pages[path] = status, {"Content-Type": kind, **headers}, body
        return self.address + path


class Handler(BaseHTTPRequestHandler):
    site: ClassVar[Site]

    def do_GET(self) -> None:
        self.site.asked.append(self.path)
        self.site.agents.add(self.headers["User-Agent"])
        status, headers, body = self.site.pages.get(self.path, (404, {}, b"no"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[Site]:
    handler = type("OneHandler", (Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        handler.site = Site(f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield handler.site
        server.shutdown()


@dataclass
class Clock:
    """Time that passes only where somebody sleeps; every sleep is kept."""

    time: float = 0.0
    slept: list[float] = field(default_factory=list)

    def pace(self) -> Pace:
        return Pace(lambda: self.time, self.sleep)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


def fetched(addresses: list[str], folder: Path, clock: Clock | None = None) -> dict[str, Outcome]:
    folder.mkdir(exist_ok=True)
    return {done.address: done for done in fetch(addresses, folder, (clock or Clock()).pace())}


def error(address: str, folder: Path) -> GuapaiError:
    done = fetched([address], folder)[address].error
    assert done
    return done


def test_documents_are_saved_as_they_came_with_a_line_for_each(site: Site, tmp_path: Path) -> None:
    wanted = {
        site.serve("/a.html", PAGE.encode("gb18030"), "text/html; charset=gb18030"): (".html", "gb18030"),
        site.serve("/b?id=1", "安吉县水利局", "text/plain"): (".txt", None),
        site.serve("/c", pdf_file([[(70, 700, "x")]]), "application/octet-stream"): (".pdf", None),
    }
    fetched(list(wanted), tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["address"]: (Path(line["file"]).suffix, line.get("encoding")) for line in lines} == wanted
    for line in lines:
        content = (tmp_path / line["file"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (line["sha256"], line["size"])
    assert site.agents == {AGENT}


def test_a_host_is_asked_once_a_second_robots_too(site: Site, tmp_path: Path) -> None:
    clock = Clock()
    fetched([site.serve(f"/{name}.html", PAGE) for name in "abc"], tmp_path, clock)
    assert site.asked == ["/robots.txt", "/a.html", "/b.html", "/c.html"]
    assert clock.slept == [PAUSE] * 3


def test_a_longer_pause_that_a_host_asks_for_is_kept(site: Site, tmp_path: Path) -> None:
    site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    clock = Clock()
    fetched([site.serve("/a.html", PAGE), site.serve("/b.html", PAGE)], tmp_path, clock)
    assert clock.slept == [7.0, 7.0]


def test_what_robots_forbids_is_not_asked_for(site: Site, tmp_path: Path) -> None:
    site.serve("/robots.txt", "User-agent: *\nDisallow: /private/\n", "text/plain")
    private, public = site.serve("/private/a.html", PAGE), site.serve("/a.html", PAGE)
    done = fetched([private, public], tmp_path)
    assert isinstance(done[private].error, RefusedError)
    assert done[public].fetched
    assert "/private/a.html" not in site.asked


@pytest.mark.parametrize("status", [401, 403, 500, 503])
def test_a_robots_file_that_is_not_shown_forbids_all(status: int, site: Site, tmp_path: Path) -> None:
    site.serve("/robots.txt", "", status=status)
    assert isinstance(error(site.serve("/a.html", PAGE), tmp_path), RefusedError)


ODD_PROXIES = ("foo://usr:S3cret@h:1", "://S3cret", "usr:S3cret@127.0.0.1:1", "http://usr:S3cret@127.0.0.1:99999")


@pytest.mark.parametrize("proxy", [*ODD_PROXIES, "http://[x:S3cret@h", "socks5://usr:S3cret@127.0.0.1:1"])
def test_an_address_that_is_none_of_a_proxy_is_told_and_not_shown(proxy: str, tmp_path: Path) -> None:
    named = {"HTTP_PROXY": proxy, "https_proxy": proxy, "ALL_PROXY": proxy}
    (tmp_path / "list").write_text("http://docs.example.test/a.html\n", encoding="utf-8")
    done = guapai("fetch", tmp_path / "list", "-o", tmp_path / "documents", home=tmp_path / "home", **named)
    assert done.returncode in (USAGE, OUT_OF_REACH), done.stderr
    assert "S3cret" not in done.stdout + done.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and "S3cret" in path.read_text("utf-8")]


@pytest.mark.parametrize("proxy", ["http://[x:S3cret@h", "http://usr:S3cret@", "foo://usr:S3cret@h:1"])
def test_no_jar_is_fetched_through_what_is_no_proxy(proxy: str, tmp_path: Path) -> None:
    named = {"https_proxy": proxy, "GUAPAI_CACHE": str(tmp_path / "cache")}
    done = guapai("neo4j", "fetch", home=tmp_path / "home", **named)
    assert (done.returncode, "https_proxy: this is no address" in done.stderr, "S3cret" in done.stderr) == (
        USAGE,
        True,
        False,
    )


def test_a_proxy_that_refuses_is_told_as_such_and_hosts_of_ones_own_need_none(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = "http://docs.example.test/a.html"
    site.pages |= dict.fromkeys((outside, "http://docs.example.test/robots.txt"), (407, {}, b""))
    monkeypatch.setenv("HTTP_PROXY", site.address.replace("://", "://usr:S3cret@"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    refused = error(outside, tmp_path / "outside")
    assert (refused.exit_code, "the proxy" in refused.found, "S3cret" in str(refused)) == (OUT_OF_REACH, True, False)
    site.asked.clear()
    assert fetched([site.serve("/a.html", PAGE)], tmp_path / "inside")[site.address + "/a.html"].fetched
    assert site.asked == ["/robots.txt", "/a.html"]


def test_the_same_command_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    first, second = site.serve("/a.html", PAGE), site.serve("/b.html", PAGE)
    fetched([first], tmp_path)
    with (tmp_path / "manifest.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"address": "http://127.0.0.1/half')
    site.asked.clear()
    done = fetched([first, second], tmp_path)
    assert (done[first].before, done[second].before) == (True, False)
    assert site.asked == ["/robots.txt", "/b.html"]
    site.asked.clear()
    fetched([first, second], tmp_path)
    assert site.asked == []


@pytest.mark.parametrize("kind", ["text/html", "application/pdf", "text/plain; charset=gb18030"])
def test_what_is_saved_is_not_asked_for_again_whatever_the_server_said_of_its_encoding(
    kind: str, site: Site, tmp_path: Path
) -> None:
    address = site.serve("/a", PAGE, kind=kind)
    saved = fetched([address], tmp_path)[address].fetched
    site.asked.clear()
    again = fetched([address], tmp_path)[address]
    assert (again.before, again.fetched, site.asked) == (True, saved, [])


def test_a_saved_file_that_was_changed_is_fetched_again(site: Site, tmp_path: Path) -> None:
    address = site.serve("/a.html", PAGE)
    saved = fetched([address], tmp_path)[address].fetched
    assert saved
    (tmp_path / saved.file).write_text("mine", encoding="utf-8")
    assert not fetched([address], tmp_path)[address].before
    assert (tmp_path / saved.file).read_text(encoding="utf-8") == PAGE


def test_redirects_are_followed_and_counted(site: Site, tmp_path: Path) -> None:
    there = site.serve("/there.html", PAGE)
    here = site.serve("/here", "", status=302, Location="/there.html")
    done = fetched([here], tmp_path)[here].fetched
    assert done
    assert (done.address, done.final_address) == (here, there)
    assert isinstance(error(site.serve("/round", "", status=302, Location="/round"), tmp_path), RefusedError)
    assert isinstance(
        error(site.serve("/out", "", status=302, Location="file:///etc/hostname"), tmp_path), RefusedError
    )


def test_what_is_no_document_or_not_there_is_told_apart(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loaders.web_pages.LIMIT", 100_000)
    kinds = {
        site.address + "/nowhere.html": NotThereError,
        site.serve("/broken.html", "x", status=502): UnreachableError,
        site.serve("/picture.png", b"\x89PNG", "image/png"): ContentError,
        site.serve("/program", b"\x7fELF", "application/octet-stream"): ContentError,
        site.serve("/long.html", "x" * 100_001): ContentError,
        site.serve("/empty.html", ""): ContentError,
    }
    done = fetched(list(kinds), tmp_path)
    assert {address: type(one.error) for address, one in done.items()} == kinds
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def secure_site(tmp_path: Path) -> Iterator[str]:
    """A site with a certificate that no authority has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")]), datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    file, encoding = tmp_path / "own.pem", serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    file.write_bytes(key.private_bytes(encoding, *plain) + made.sign(key, hashes.SHA256()).public_bytes(encoding))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"https://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_certificate_that_nobody_vouches_for_is_named_with_what_to_do(secure_site: str, tmp_path: Path) -> None:
    told = str(error(f"{secure_site}/a.html", tmp_path))
    assert "the certificate of the server is not trusted" in told
    assert "SSL_CERT_FILE=FILE" in told
    context = MavenContext(repo_cache=tmp_path / "jars", remote_repos={"own": secure_site})
    with pytest.raises(UnreachableError, match=r"certificate of the server is not trusted[^$]*REQUESTS_CA_BUNDLE=FILE"):
        _fetch_one(Jar("a", "b", "1", "", 1, "0" * 64), context, tmp_path)


def test_nobody_answers(tmp_path: Path) -> None:
    assert isinstance(error("http://127.0.0.1:9/a.html", tmp_path), UnreachableError)


@pytest.mark.parametrize(
    "line",
    ["ftp://example.org/a", "example.org", "https://me:secret@example.org/", "file:///etc/passwd", "https://a b"],
)
def test_a_list_holds_addresses_of_the_web_only(line: str) -> None:
    with pytest.raises(ContentError, match="list:3"):
        addresses_of(f"# a list\nhttps://example.org/a\n{line}\n", "list")


def test_an_address_is_fetched_once() -> None:
    text = "\ufeffhttps://example.org/a\n\n# more\nhttps://example.org/a#part\n  https://example.org/b  \n"
    assert addresses_of(text, "list") == ["https://example.org/a", "https://example.org/b"]


def test_the_command_saves_what_extract_then_reads(site: Site, tmp_path: Path) -> None:
    good, gone = site.serve("/anji.html", PAGE), site.address + "/gone.html"
    (tmp_path / "list.txt").write_text(f"{good}\n{gone}\n", encoding="utf-8")
    done = guapai("fetch", tmp_path / "list.txt", "-o", tmp_path / "documents", home=tmp_path / "home")
    assert done.returncode == 3
    assert "1 of 2" in done.stderr
    read = guapai("extract", tmp_path / "documents", "-o", tmp_path / "records", home=tmp_path / "home")
    assert read.returncode == 0, read.stderr
    record = yaml.safe_load(next((tmp_path / "records").glob("*.yaml")).read_text(encoding="utf-8"))
    assert (record["place"], record["document"]["source"]) == ("anji", good)
    assert len(record["document"]["retrieved"]) == 10
