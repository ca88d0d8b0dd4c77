"""The answer to a request: one store, read by any number of requests at once, and opened again when its file was written."""

import csv
import io
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from threading import Lock

from graph.catalog.answers import ThingAnswer
from graph.catalog.catalogue import catalogue, run
from graph.catalog.described import described
from graph.catalog.parameters import bind
from graph.catalog.stored_query import StoredQuery
from graph.errors import GuapaiError, NotThereError
from graph.messages import speaking
from graph.plain_text import json_text
from graph.said import Said
from graph.store.choose import choose
from graph.store.protocol import Store
from guapai.opening import opened
from guapai.serve import views
from guapai.serve.charts import chart_page
from guapai.serve.evidence import Documents
from guapai.serve.layout import POLICY, STYLE, error_box, error_page
from guapai.serve.requests import SHOWN_AS, Request, read_request
from guapai.serve.things import view

STATUS = {2: 400, 3: 404, 4: 502, 5: 409, 6: 422, 8: 502, 10: 409}
HTML, TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
BODIES = """
MATCH (body:Bureau|Institution|Branch|Government)-[:DESCRIBED_IN]->(document:Document)
WHERE 'document/' + body.document = document.id
MATCH (body)-[:IN_PLACE]->(place:Place)
RETURN body.id AS id, body.name AS name, body.name_zh AS name_zh, body.name_en AS name_en, place.id AS place,
       place.name AS place_name, place.name_zh AS place_name_zh, place.name_en AS place_name_en
ORDER BY place, CASE WHEN body:Bureau THEN 0 ELSE 1 END, id
"""
MOST_BODIES, MOST_PLACES = 120, 500
COUNTS = {
    "documents": "MATCH (one:Document) WHERE one.external IS NULL RETURN count(one)",
    "units": "MATCH (one:Organization) RETURN count(one)",
}
PLACES = """
MATCH (place:Place)<-[:GOVERNS]-(:Government)
RETURN DISTINCT place.id AS id, place.name AS name, place.name_zh AS name_zh, place.name_en AS name_en ORDER BY id LIMIT $most
"""
HASHES = "MATCH (document:Document) WHERE document.sha256 IS NOT NULL RETURN document.id, document.sha256"


@dataclass(frozen=True)
class Response:
    """What goes back: a status, the kind of content, the content, and what a page of it may do."""

    status: int
    kind: str
    content: bytes
    policy: str = POLICY


class Site:
    """All pages about one store."""

    def __init__(self, store: str | None, documents: Path | None, language: str) -> None:
        """Opens the store; raises what opening raises."""
        self.wanted, self.language = store, language
        self.documents = Documents(documents)
        self.lock = Lock()
        self.questions = {one.name: one for one in catalogue()}
        self.stack = ExitStack()
        self.choice = choose(store)
        self.seen: object = None
        self.store = self._open()
        self.routes: dict[str, Callable[[Request, Store], Response]] = {
            "/": self._home,
            "/find": self._find,
            "/thing": self._thing,
            "/chart": self._chart,
        }

    def close(self) -> None:
        """Close the store."""
        with self.lock:
            self.stack.close()

    def answer(self, address: str) -> Response:
        """The answer to a GET; whatever is wrong with it becomes a page that says so."""
        request = Request("/", {}, self.language)
        try:
            request = read_request(address, self.language)
            with speaking(request.language):
                return self._answer(request)
        except GuapaiError as error:
            with speaking(request.language):
                return _page(error_page(request, error), _status(error))

    def _answer(self, request: Request) -> Response:
        if request.path in FILES:
            kind, name = FILES[request.path]
            return Response(200, kind, files("guapai.serve").joinpath(name).read_bytes())
        store = self._newest()
        if request.path in self.routes:
            return self.routes[request.path](request, store)
        topic, _, name = request.path.removeprefix("/").partition("/")
        if topic == "ask" and name in self.questions:
            return self._ask(request, store, self.questions[name])
        raise NotThereError(
            Said("the address"),
            Said("there is no such page"),
            Said("a page that another one links to"),
            "http://127.0.0.1/",
        )

    def _open(self) -> Store:
        self.seen = self._written()
        return self.stack.enter_context(opened(self.wanted))

    def _written(self) -> object:
        """What changes when somebody writes the embedded file; None for a server, which always reads what is there."""
        try:
            status = Path(self.choice.target).stat() if self.choice.kind == "embedded" else None
        except OSError:
            return self.seen
        return status and (status.st_mtime_ns, status.st_size, status.st_ino)

    def _newest(self) -> Store:
        """The store, opened again where its file was written; while that cannot be read, what was read before stays.

        Who still reads what was open before goes on doing so: a file that is open for reading holds nothing but memory.
        """
        with self.lock:
            if self._written() == self.seen:
                return self.store
            before, self.stack = self.stack, ExitStack()
            try:
                self.store = self._open()
            except GuapaiError:
                self.stack = before
            else:
                before.close()
            return self.store

    def _home(self, request: Request, store: Store) -> Response:
        bodies = store.read(BODIES, {}).records()
        counts = {name: int(store.read(text, {}).rows[0][0]) for name, text in COUNTS.items()}
        counts["bodies"] = len(bodies)
        return _page(views.home(request, counts, bodies[:MOST_BODIES], list(self.questions.values())))

    def _find(self, request: Request, store: Store) -> Response:
        name = request.values.get("name", "").strip()
        if not name:
            return self._home(request, store)
        return _page(views.found(request, name, described(store, name)))

    def _thing(self, request: Request, store: Store) -> Response:
        questions = {name: query.question_in(request.language) for name, query in self.questions.items()}
        return _page(view(request, store, request.values.get("id", ""), questions, self._lines(store)))

    def _chart(self, request: Request, store: Store) -> Response:
        text, policy = chart_page(store, request, self.questions)
        return Response(200, HTML, _bytes(text), policy)

    def _ask(self, request: Request, store: Store, query: StoredQuery) -> Response:
        places = self._places(request, store)
        if not request.given and any(one.required for one in query.parameters):
            return _page(views.asked(request, query, places))
        try:
            answer = run(store, query, bind(query.parameters, request.given, query.name))
        except GuapaiError as error:
            return _page(views.asked(request, query, places, error_box(request, error)), _status(error))
        kind = request.values.get(SHOWN_AS)
        if kind == "json":
            return Response(200, "application/json", _bytes(json_text(answer.records(), indent=1)))
        if kind == "csv":
            return Response(200, "text/csv; charset=utf-8", _bytes(_csv(answer)))
        return _page(views.asked(request, query, places, *views.answered(request, query, answer, self._lines(store))))

    def _places(self, request: Request, store: Store) -> dict[str, str]:
        """The places of loaded bodies, for the fields of forms."""
        rows = store.read(PLACES, {"most": MOST_PLACES}).records()
        return {row["id"]: str(row[f"name_{request.language}"] or row["name"]) for row in rows}

    def _lines(self, store: Store) -> Mapping[str, list[str]]:
        """The lines of those documents of the graph that are in the folder."""
        if not self.documents.lines:
            return {}
        rows = store.read(HASHES, {}).rows
        known = self.documents.lines
        return {own_id.removeprefix("document/"): known[sha256] for own_id, sha256 in rows if sha256 in known}


FILES = {STYLE: ("text/css; charset=utf-8", "style.css"), "/icon.svg": ("image/svg+xml", "icon.svg")}


def _page(text: str, status: int = 200) -> Response:
    return Response(status, HTML, _bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode(errors="backslashreplace")


def _status(error: GuapaiError) -> int:
    return STATUS.get(error.exit_code, 500)


def _csv(answer: ThingAnswer) -> str:
    """The flat rows; lists are JSON."""
    content = io.StringIO(newline="")
    writer = csv.writer(content)
    writer.writerow(answer.keys)
    for record in answer.records():
        writer.writerow([json_text(one) if isinstance(one, list | dict) else one for one in record.values()])
    return content.getvalue()
