"""The rows of an answer as a table: names that lead to their pages, proofs that open on the lines themselves."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.catalog.answers import UNSURE, ThingAnswer, is_node, is_path, proofs_of, weakest
from graph.catalog.stored_query import Column
from graph.catalog.types import PATH, PROOF
from graph.html import Html, joined, tag
from graph.messages import heading
from guapai.cli.shown import for_people, source
from guapai.serve.evidence import passages
from guapai.serve.requests import Request
from guapai.serve.words import WORDS

MOST_ROWS, MOST_ITEMS = 500, 12
HIDDEN = ("spans", "quotes")


def table(answer: ThingAnswer, request: Request, lines_of: Mapping[str, list[str]]) -> Html:
    """The first rows of an answer."""
    some = ThingAnswer(answer.columns, answer.rows[:MOST_ROWS], answer.notes, answer.types)
    shown = for_people(some, request.language)
    keep = [place for place, column in enumerate(answer.columns) if column not in HIDDEN]
    head = tag("tr", *(tag("th", heading(shown.columns[place]), scope="col") for place in keep))
    rows = (
        tag("tr", *(_cell(answer.types[place], row[place], said[place], request, lines_of) for place in keep))
        for row, said in zip(some.rows, shown.rows, strict=True)
    )
    return tag("div", tag("table", tag("thead", head), tag("tbody", *rows)), class_="scroll", tabindex=0)


def _cell(column: Column, value: Any, said: Any, request: Request, lines_of: Mapping[str, list[str]]) -> Html:
    if value is None or said in (None, ""):
        return tag("td")
    if column.type == PROOF:
        return tag("td", evidence(value, request, lines_of), class_="source")
    if column.type == PATH and is_path(value):
        return tag("td", said)
    if is_node(value):
        return tag("td", link(value["id"], said, request))
    if isinstance(value, list) and value and all(map(is_node, value)):
        return tag("td", _several([link(one["id"], name, request) for one, name in zip(value, said, strict=True)]))
    if isinstance(said, list):
        return tag("td", ("、" if request.language == "zh" else ", ").join(map(str, said)))
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return tag("td", WORDS[request.language]["yes" if value else "no"] if isinstance(value, bool) else said,
               class_="number" if number else None)  # fmt: skip


def _several(links: list[Html]) -> Html:
    """Some links, one a line; many are folded."""
    first, rest = links[:MOST_ITEMS], links[MOST_ITEMS:]
    shown = tag("ul", *(tag("li", one) for one in first), class_="plain")
    if not rest:
        return shown
    more = tag("ul", *(tag("li", one) for one in rest), class_="plain")
    return joined(shown, tag("details", tag("summary", f"+ {len(rest)}"), more))


def link(own_id: str, name: object, request: Request) -> Html:
    """A name that leads to the page of its thing."""
    return tag("a", name, href=request.address("/thing", id=own_id))


def evidence(proof: Any, request: Request, lines_of: Mapping[str, list[str]]) -> Html | None:
    """Documents and lines of a proof; they open on the lines themselves where a copy is there."""
    where = source(proof)
    if not where:
        return None
    unsure = weakest(status for _, _, status in proofs_of(proof)) in ("inferred", "proposed")
    shown = f"{where} {UNSURE}" if unsure else where
    found = list(passages(proof, lines_of))
    if not found:
        return tag("span", shown)
    return tag("details", tag("summary", shown), tag("ol", *_quoted(found, request), class_="lines"))


def _quoted(found: Iterable[tuple[str, int, Html]], request: Request) -> Iterator[Html]:
    said = WORDS[request.language]
    for document, number, line in found:
        place = " ".join(filter(None, (document, said["line"], str(number), said["line_after"])))
        yield tag("li", tag("span", place, class_="where"), tag("q", line))
