"""Charts of a place, a unit, an answer, or of all that is loaded, as the page that `guapai draw` makes."""

import re
from collections.abc import Mapping

from graph.catalog.stored_query import StoredQuery
from graph.draw.page import page
from graph.errors import NotThereError
from graph.said import Said
from graph.store.protocol import Store
from guapai.charts import charted
from guapai.serve.requests import Request

POLICY = re.compile('http-equiv="Content-Security-Policy" content="([^"]*)"')


def chart_page(store: Store, request: Request, questions: Mapping[str, StoredQuery]) -> tuple[str, str]:
    """The page of a chart and its policy. Raises UsageError and NotThereError for what cannot be drawn."""
    asked = dict(request.given)
    name = asked.pop("query", None)
    if name is not None and name not in questions:
        raise NotThereError(
            Said("query {}", repr(name)),
            Said("there is no such query"),
            Said("a name such as alias.hanging_signs"),
            Said("guapai queries list"),
        )
    if name is None:
        chart, title = charted(store, {name: request.several(name) for name in ("of", "place")}, {}, request.language)
    else:
        chart, title = charted(store, {"query": name}, asked, request.language)
    text = page({**chart, "thing": request.address("/thing")}, title, request.language)
    found = POLICY.search(text)
    allowed = found[1] if found else "default-src 'none'"
    return text, f"{allowed}; frame-ancestors 'self'"
