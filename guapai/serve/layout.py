"""What every page has: a head with the search, the other language, and the words at its foot."""

from graph.errors import GuapaiError
from graph.html import Html, joined, tag
from graph.messages import spoken
from guapai.serve.requests import Request
from guapai.serve.words import WORDS

STYLE = "/style.css"
# Nothing but our own style and frames of our own pages.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)


def page(request: Request, title: str, *content: object, searched: str = "") -> str:
    """A whole page; `searched` stands in the field of the search."""
    said = WORDS[request.language]
    other = "zh" if request.language == "en" else "en"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} · guapai" if title != "guapai" else "guapai 挂牌"),
        tag("link", rel="stylesheet", href=STYLE),
        tag("link", rel="icon", href="/icon.svg"),
    )
    top = tag(
        "header",
        tag("a", said["skip"], class_="skip", href="#content"),
        tag("a", "挂牌", tag("small", "guapai"), class_="home", href=request.address("/")),
        search(request, searched) if request.path != "/" else None,
        tag("a", said["other_language"], class_="language", href=request.other(lang=other), hreflang=other),
    )
    body = tag("body", top, tag("main", *content, id="content"), tag("footer", said["reads_only"]))
    language = "zh-CN" if request.language == "zh" else "en"
    return "<!doctype html>\n" + tag("html", head, body, lang=language) + "\n"


def search(request: Request, searched: str = "", *, large: bool = False) -> Html:
    """The field in which a name is looked up."""
    said = WORDS[request.language]
    return tag(
        "form",
        tag("input", type="search", name="name", value=searched, placeholder=said["find_what"], aria_label=said["find_what"],
            required=True, maxlength=200),
        language_field(request),
        tag("button", said["find"]),
        action="/find", role="search", class_="large" if large else None,
    )  # fmt: skip


def language_field(request: Request) -> Html:
    """What keeps the language when a form is sent."""
    return tag("input", type="hidden", name="lang", value=request.language)


def error_page(request: Request, error: GuapaiError) -> str:
    """A page that says what is wrong, and nothing else."""
    said = WORDS[request.language]
    return page(request, said["wrong"], tag("h1", said["wrong"]), error_box(request, error))


def error_box(request: Request, error: GuapaiError) -> Html:
    """The four parts of an error."""
    said = WORDS[request.language]
    parts = [tag("p", spoken(error.where), class_="where"), tag("p", spoken(error.found), class_="found")]
    for word, text in (("expected", error.expected), ("todo", error.todo)):
        if text:
            lines = joined(*(tag("span", spoken(line)) for line in text.splitlines()))
            parts.append(tag("p", tag("b", said[word]), " ", lines))
    return tag("div", *parts, class_="error", role="alert")
