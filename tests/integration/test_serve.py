"""Pages over a store: what they answer, whom they refuse, and that they never write and never end in a traceback."""

import hashlib
import http.client
import json
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph import messages
from graph.errors import NotThereError, RefusedError
from graph.store.embedded import EmbeddedStore
from guapai.opening import record_paths
from guapai.serve.requests import Request
from guapai.serve.server import Server
from guapai.serve.site import Response, Site
from loaders.load import load
from loaders.reading import read_record
from tests.ended import CommandLine
from tests.integration.test_chart_page import CHROMIUM

TUMEN = "tumen/民政和人力资源社会保障局"
SECTION = f"{TUMEN}/division/社会救助科"
HOSTILE = "</title><script>alert(1)</script>\"'`\u202e\x1b[31m{title}"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("serve") / "graph.kgl"
    with EmbeddedStore(path, write=True) as store:
        store.prepare()
        for record in record_paths():
            load(store, read_record(record))
    return path


@pytest.fixture(scope="module")
def port(file: Path) -> Iterator[int]:
    with running(Site(str(file), None, "en")) as server:
        yield server.server_address[1]


class running:
    """A server that answers in a thread of its own."""

    def __init__(self, site: Site) -> None:
        self.server = Server(site, 0)

    def __enter__(self) -> Server:
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        return self.server

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        self.server.site.close()
        messages.speak("en")


def get(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    connection.request(method, quote(path, safe="/?=&%"), headers=headers)
    answer = connection.getresponse()
    content = answer.read().decode()
    connection.close()
    return answer.status, content, {name.lower(): value for name, value in answer.getheaders()}


def texts(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_the_first_page_says_what_is_loaded_and_what_can_be_asked(port: int) -> None:
    status, page, _ = get(port, "/")
    assert status == 200
    assert "5 documents" in texts(page)
    assert "Which units hang another body" in texts(page)
    _, chinese, _ = get(port, "/?lang=zh")
    assert "哪些机构加挂牌子？" in chinese
    assert 'lang="zh-CN"' in chinese


def test_an_answer_is_the_same_as_that_of_the_command_line(
    port: int, file: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = ("query", "alias.hanging_signs", "-P", "place=tumen", "--format", "json", "--store", file)
    printed = CommandLine(tmp_path, capsys, monkeypatch)(*asked)
    _, kept, headers = get(port, "/ask/alias.hanging_signs?place=tumen&as=json")
    assert json.loads(kept) == json.loads(printed.out)
    assert headers["content-type"] == "application/json"


def test_a_question_that_needs_a_value_shows_its_form_and_keeps_what_was_written(port: int) -> None:
    status, page, _ = get(port, "/ask/hierarchy.chain_up")
    assert status == 200
    assert re.search(r'<input name="name"[^>]* required', page)
    assert "<table" not in page
    status, page, _ = get(port, "/ask/hierarchy.chain_up?name=no-such-unit")
    assert status == 404
    assert 'value="no-such-unit"' in page
    assert "nothing is called so" in page
    status, page, _ = get(port, f"/ask/hierarchy.chain_up?name={SECTION}")
    assert status == 200
    assert "Tumen Bureau of Civil Affairs" in texts(page)


def test_a_name_leads_to_its_page_and_that_to_its_owner(port: int) -> None:
    _, page, _ = get(port, "/find?name=儿童福利科")
    assert quote(SECTION, safe="") in page  # who answers for the name in brackets is asked on its page
    _, page, _ = get(port, f"/thing?id={SECTION}&lang=zh")
    assert "<h1>社会救助科</h1>" in page
    assert "儿童福利科" in page
    assert f"id={quote(TUMEN, safe='')}" in page
    assert "tumen 71" in page


def test_proofs_open_on_the_line_of_a_copy_that_is_given(file: Path, tmp_path: Path) -> None:
    text = "第一行\n本局设综合科，负责档案。\n"
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "own.txt").write_text(text, encoding="utf-8")
    (folder / "other.txt").write_text("secret words of another file\n", encoding="utf-8")
    copy = tmp_path / "graph.kgl"
    copy.write_bytes(file.read_bytes())
    with EmbeddedStore(copy, write=True) as store:
        store.run_write(
            "MATCH (document:Document {id: 'document/tumen'}) SET document.sha256 = $hash",
            {"hash": hashlib.sha256(text.encode()).hexdigest()},
        )
        store.run_write(
            "MATCH (unit:Division {id: $id})-[link:PART_OF]->(other) SET link.lines = [2], link.spans = ['2:3-6']",
            {"id": SECTION},
        )
    with running(Site(str(copy), folder, "zh")) as server:
        _, page, _ = get(server.server_address[1], f"/thing?id={SECTION}")
    assert "<q>本局设<mark>综合科</mark>，负责档案。</q>" in page
    assert "secret" not in page


def test_what_is_written_meanwhile_is_seen_and_asking_does_not_hold_up_a_load(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "graph.kgl"
    copy.write_bytes(file.read_bytes())
    with running(Site(str(copy), None, "en")) as server:
        port = server.server_address[1]
        with EmbeddedStore(copy, write=True) as store:
            store.run_write("MATCH (place:Place {id: 'tumen'}) SET place.name_en = 'Another Tumen'", {})
            assert get(port, "/thing?id=tumen")[0] == 200
        assert "<h1>Another Tumen</h1>" in get(port, "/thing?id=tumen")[1]


def test_several_clients_are_answered_at_once(port: int) -> None:
    pages: dict[str, str] = {}

    def ask(language: str) -> None:
        for _ in range(5):
            pages[language] = get(port, f"/ask/alias.hanging_signs?lang={language}")[1]

    threads = [threading.Thread(target=ask, args=(language,)) for language in ("zh", "en")]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert "牌子" in texts(pages["zh"])
    assert "hang another body" in texts(pages["en"])
    assert ">sign<" in pages["en"]


def test_a_question_that_takes_long_keeps_nobody_waiting_and_each_is_told_in_its_language(file: Path) -> None:
    reached, answered = threading.Event(), threading.Event()
    pages: list[str] = []
    with running(Site(str(file), None, "en")) as server:
        port, site = server.server_address[1], server.site
        ask = site.routes["/find"]

        def slow(request: Request, store: EmbeddedStore) -> Response:
            reached.set()
            assert answered.wait(60)
            return ask(request, store)

        site.routes["/slow"] = slow
        waiting = threading.Thread(target=lambda: pages.append(get(port, "/slow?name=民政&lang=zh")[1]))
        waiting.start()
        assert reached.wait(60)
        quick = get(port, "/ask/alias.hanging_signs?lang=en")[1]
        answered.set()
        waiting.join()
    assert ">sign<" in quick
    assert '<html lang="zh-CN">' in pages[0]
    assert "名称 类别 地方" in texts(pages[0])


def test_a_client_that_says_nothing_keeps_nobody_waiting(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)):
        assert get(port, "/")[0] == 200


@pytest.mark.parametrize("said", [b"GET / HTTP/1.1\r\nHo", b"GET / HT", b"\r\n\r\n\r\n", b"\x16\x03\x01\x00\xff" * 40])
def test_a_client_that_stops_in_its_head_keeps_nobody_waiting(port: int, said: bytes) -> None:
    clients = [socket.create_connection(("127.0.0.1", port)) for _ in range(8)]
    for client in clients:
        client.sendall(said)
    assert get(port, "/style.css")[0] == 200
    assert get(port, "/thing?id=tumen")[0] == 200
    for client in clients:
        client.close()


def test_a_client_that_reads_nothing_of_its_answer_keeps_nobody_waiting(port: int) -> None:
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        client.connect(("127.0.0.1", port))
        client.sendall(f"GET /chart HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode() * 4)
        assert client.recv(9) == b"HTTP/1.1 "
        assert get(port, "/")[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80", ""])
def test_a_request_for_another_host_is_refused(port: int, host: str) -> None:
    status, page, _ = get(port, "/", Host=host)
    assert status == 421
    assert "<html" not in page


def test_localhost_is_answered(port: int) -> None:
    assert get(port, "/", Host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize("target", ["http://[/", "http://evil.example/", "*"])
def test_what_is_asked_of_a_proxy_is_refused(port: int, target: str) -> None:
    status, page, _ = get(port, target)
    assert (status, "<html" in page) == (400, False)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_but_reading_is_answered(port: int, method: str, file: Path) -> None:
    before = file.read_bytes()
    assert get(port, "/ask/alias.hanging_signs", method)[0] in (405, 501)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd", "/ask/../../etc/passwd", "/ask/%2e%2e/%2e%2e/x.cypher", "/style.css/../server.py", "//etc/passwd",
        "/ask//tmp/own.cypher", "/thing?id=nobody", "/thing", "/chart?query=../../x.cypher", "/chart?of=nobody-at-all", "/%00", "/ask/",
    ],
)  # fmt: skip
def test_a_path_outside_and_what_is_not_there_are_told(port: int, path: str) -> None:
    status, page, _ = get(port, path)
    assert status == 404
    assert "root:" not in page
    assert "Traceback" not in page


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/find?name=" + "a" * 2_000, 400),
        ("/find?name=" + "a" * 20_000, 414),
        ("/find?" + "&".join(f"a{number}=1" for number in range(100)), 400),
        ("/ask/alias.hanging_signs?plce=tumen", 400),
        ("/ask/change.as_of?date=yesterday", 400),
        ("/ask/alias.hanging_signs?place=" + "[" * 900, 404),  # a name that nothing has
    ],
)
def test_huge_and_wrong_parameters_are_refused(port: int, path: str, status: int) -> None:
    found, page, _ = get(port, path)
    assert found == status
    assert "Traceback" not in page


def test_hostile_text_is_only_text_and_every_page_may_run_nothing(port: int) -> None:
    for path in ("/find?name=", "/ask/alias.names_of?name=", "/thing?id=", "/ask/alias.hanging_signs?place="):
        _, page, headers = get(port, path + quote(HOSTILE, safe=""))
        assert "<script" not in page
        assert not {"\u202e", "\x1b"} & set(page)
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
        assert headers["x-content-type-options"] == "nosniff"
    _, page, headers = get(port, "/chart?place=tumen")
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in headers["content-security-policy"]


def test_every_question_has_a_page_in_both_languages(port: int) -> None:
    _, page, _ = get(port, "/")
    links = sorted(set(re.findall(r'href="(/ask/[\w.]+)\?', page)))
    assert len(links) > 50
    wrong = {
        (link, language)
        for link in links
        for language in ("zh", "en")
        if get(port, f"{link}?lang={language}")[0] != 200
    }
    assert wrong == set()


def test_an_error_that_nobody_foresaw_is_told_without_its_traceback(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise ZeroDivisionError("own words")

    monkeypatch.setattr("guapai.serve.site.views.home", broken)
    status, page, _ = get(port, "/")
    assert status == 500
    assert "ZeroDivisionError" not in page


def test_a_taken_port_and_a_missing_folder_are_told(file: Path, port: int, tmp_path: Path) -> None:
    site = Site(str(file), None, "en")
    with pytest.raises(RefusedError, match=f"port {port} cannot be used"):
        Server(site, port)
    site.close()
    with pytest.raises(NotThereError, match="there is no such folder"):
        Site(str(file), tmp_path / "nowhere", "en")


def test_a_browser_sees_hostile_names_as_text_and_asks_nobody_else(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (Debian: apt install chromium)")
    from playwright.sync_api import sync_playwright

    copy = tmp_path / "graph.kgl"
    with EmbeddedStore(copy, write=True) as store:
        store.prepare()
        load(store, read_record(next(path for path in record_paths() if path.stem == "tumen")))
        store.run_write("MATCH (unit:Division) SET unit.name = $name, unit.name_zh = $name", {"name": HOSTILE})
    with running(Site(str(copy), None, "zh")) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.set_default_timeout(300_000)  # milliseconds, on a machine that is busy with other things
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: (wrong.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith(server.link) or wrong.append(request.url))
        for path in ("", "ask/hierarchy.divisions", "ask/hierarchy.divisions?as=chart", f"thing?id={quote(SECTION)}"):
            page.goto(server.link + path)
            page.wait_for_load_state("networkidle")
        assert "<script>alert(1)</script>" in page.inner_text("h1")
        page.get_by_role("link", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en"
        browser.close()
    assert wrong == []
