"""The pages: what is loaded, what a name stands for, a question with its answer."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from graph.catalog.answers import ThingAnswer
from graph.catalog.parameters import EXAMPLES, Parameter
from graph.catalog.stored_query import StoredQuery
from graph.catalog.types import PROOF
from graph.html import Html, joined, tag
from graph.messages import heading, spoken
from guapai.cli.shown import found_for_people
from guapai.serve.cells import MOST_ROWS, link, table
from guapai.serve.layout import language_field, page, search
from guapai.serve.requests import LANGUAGE, SHOWN_AS, Request
from guapai.serve.words import TOPICS, WORDS

FILES = ("csv", "json")
Lines = Mapping[str, list[str]]


def home(
    request: Request, counts: Mapping[str, int], bodies: list[dict[str, Any]], questions: list[StoredQuery]
) -> str:
    """What is loaded, and what can be asked."""
    said = WORDS[request.language]
    numbers = [f"{counts[name]:,} {said[name]}" for name in ("documents", "bodies", "units")]
    return page(
        request,
        "guapai",
        tag("section", tag("h1", said["tagline"]), search(request, large=True), tag("p", " · ".join(numbers), class_="counts"), class_="first"),
        tag("h2", said["loaded"]),
        _places(request, bodies),
        _more(request, counts["bodies"] - len(bodies)),
        tag("nav", tag("a", said["overview"], href=request.address("/chart")), _side_by_side(request, bodies), class_="charts"),
        tag("h2", said["questions"]),
        tag("div", *_topics(request, questions), class_="topics"),
    )  # fmt: skip


def _places(request: Request, bodies: list[dict[str, Any]]) -> Html:
    cards = []
    for place, group in groupby(bodies, key=lambda one: one["place"]):
        some = list(group)
        name = _named(some[0], "place_", request.language)
        items = (tag("li", link(one["id"], _named(one, "", request.language), request)) for one in some)
        chart = tag("a", WORDS[request.language]["chart"], class_="chart", href=request.address("/chart", place=place))
        cards.append(tag("section", tag("h3", link(place, name, request), chart), tag("ul", *items)))
    return tag("div", *cards, class_="cards")


def _named(row: Mapping[str, Any], prefix: str, language: str) -> str:
    return str(row.get(f"{prefix}name_{language}") or row[f"{prefix}name"])


def _side_by_side(request: Request, bodies: list[dict[str, Any]]) -> Html | None:
    """A form that draws two places beside each other."""
    places = {one["place"]: _named(one, "place_", request.language) for one in bodies}
    if len(places) < 2:
        return None
    said = WORDS[request.language]
    first, second = (
        tag("select", *(tag("option", name, value=place, selected=number == chosen) for number, (place, name) in enumerate(places.items())),
            name="place", aria_label=said[word])
        for chosen, word in enumerate(("place", "other_place"))
    )  # fmt: skip
    return tag(
        "form",
        tag("span", said["compare"]),
        first,
        second,
        language_field(request),
        tag("button", said["draw"]),
        action="/chart",
    )


def _topics(request: Request, questions: list[StoredQuery]) -> Iterable[Html]:
    said = WORDS[request.language]
    for topic in TOPICS:
        own = [one for one in questions if one.topic == topic]
        if own:
            items = (
                tag("li", tag("a", one.question_in(request.language), href=request.address(f"/ask/{one.name}")))
                for one in own
            )
            yield tag("section", tag("h3", said["proof_topic" if topic == "proof" else topic]), tag("ul", *items))


def _more(request: Request, left: int) -> Html | None:
    return tag("p", WORDS[request.language]["more"].format(left), class_="note") if left > 0 else None


def found(request: Request, name: str, answer: ThingAnswer) -> str:
    """What a name stands for."""
    said = WORDS[request.language]
    rows = []
    told = found_for_people(answer, request.language)
    for one in told.records()[:MOST_ROWS]:
        row = (one["kind"], one["place"], "; ".join(one["answers"]))
        rows.append(tag("tr", tag("td", link(one["id"], one["name"], request)), *(tag("td", cell) for cell in row)))
    head = tag("tr", *(tag("th", heading(column), scope="col") for column in ("name", "kind", "place", "answers")))
    content = tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="scroll", tabindex=0)
    return page(
        request,
        name,
        tag("h1", f"{said['find']}: {name}"),
        content,
        _more(request, len(answer.rows) - MOST_ROWS),
        searched=name,
    )


def asked(request: Request, query: StoredQuery, places: Mapping[str, str], *below: object) -> str:
    """A question with its form, and below it the answer, or what is wrong."""
    title = query.question_in(request.language)
    note = tag("p", query.description, class_="note") if request.language == "en" and query.description else None
    return page(request, title, tag("h1", title), note, _form(request, query, places), *below)


def _form(request: Request, query: StoredQuery, places: Mapping[str, str]) -> Html | None:
    if not query.parameters:
        return None
    said = WORDS[request.language]
    fields = [tag("label", _label(one, request), _field(one, request)) for one in query.parameters]
    known = tag("datalist", *(tag("option", name, value=place) for place, name in places.items()), id="places")
    return tag(
        "form",
        *fields,
        language_field(request),
        known,
        tag("button", said["ask"]),
        action=request.path,
        class_="question",
    )


def _label(parameter: Parameter, request: Request) -> Html:
    needed = tag("em", WORDS[request.language]["required"]) if parameter.required else None
    return tag("span", heading(parameter.name), " ", needed, tag("small", spoken(parameter.description)))


def _field(parameter: Parameter, request: Request) -> Html:
    said, value = WORDS[request.language], request.values.get(parameter.name, "")
    if parameter.type == "boolean":
        options = (("", said["any"] if parameter.default is None else said["no"]), ("true", said["yes"]))
        return tag(
            "select",
            *(tag("option", name, value=own, selected=own == value) for own, name in options),
            name=parameter.name,
        )
    example = "" if parameter.default is None else str(parameter.default)
    hint = example or (EXAMPLES.get(parameter.type.split("|")[0], "") if parameter.required else said["any"])
    return tag(
        "input", name=parameter.name, value=value or None, placeholder=hint, required=parameter.required, maxlength=1000,
        list="places" if parameter.type == "place" else None, autocomplete="off",
        inputmode="numeric" if parameter.type == "integer" else None,
    )  # fmt: skip


def answered(request: Request, query: StoredQuery, answer: ThingAnswer, lines_of: Lines) -> Iterable[object]:
    """What stands below the form of a question: how many rows, and the table or the chart."""
    said = WORDS[request.language]
    yield from (tag("p", note, class_="note") for note in answer.notes)
    drawn = request.values.get(SHOWN_AS) == "chart"
    yield tag(
        "nav",
        tag("span", *_views(request, drawn=drawn), class_="tabs"),
        tag("output", _counted(answer, request)),
        tag("span", said["keep"], *(joined(" ", one) for one in _files(request, query)), class_="files"),
        class_="answer",
    )
    if not answer.rows:
        named = any(one.is_thing and request.values.get(one.name) for one in query.parameters)
        yield tag("p", said["nothing_said" if named else "nothing"], class_="empty")
    elif drawn:
        yield frame(
            f"/chart?{urlencode({**request.given, LANGUAGE: request.language, 'query': query.name})}",
            query.question_in(request.language),
        )
    else:
        yield table(answer, request, lines_of)
        if not lines_of and any(column.type == PROOF for column in query.columns):
            yield tag("p", said["no_text"], class_="note")


def _counted(answer: ThingAnswer, request: Request) -> str:
    """How many rows there are, and how many of them are shown."""
    said = WORDS[request.language]
    cut = f" · {said['first'].format(MOST_ROWS)}" if len(answer.rows) > MOST_ROWS else ""
    return f"{len(answer.rows):,} {said['rows']}{cut}"


def _views(request: Request, *, drawn: bool) -> list[Html]:
    """Links to the answer as a table and as a chart."""
    now = "chart" if drawn else "table"
    return [
        tag(
            "a",
            WORDS[request.language][word],
            href=request.other(**{SHOWN_AS: word}),
            aria_current="page" if word == now else None,
        )
        for word in ("table", "chart")
    ]


def _files(request: Request, query: StoredQuery) -> list[Html]:
    """Links to the answer as files."""
    given = {**request.given, LANGUAGE: request.language}
    return [
        tag(
            "a",
            one.upper(),
            href=f"{request.path}?{urlencode({**given, SHOWN_AS: one})}",
            download=f"{query.name}.{one}",
        )
        for one in FILES
    ]


def frame(address: str, title: str) -> Html:
    """A chart inside a page."""
    return joined(
        tag("iframe", src=address, title=title, loading="lazy"), tag("p", tag("a", "⤢", href=address), class_="note")
    )
