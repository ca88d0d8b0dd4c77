"""A chart as one page that works without a network: data, style and script are inside, and nothing else may run."""

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from graph.draw.contrast import on_grounds
from graph.draw.overlap import GRADES
from graph.draw.style import COLOURS
from graph.draw.words import WORDS
from graph.plain_text import plain

FOLDER = files("graph.draw") / "template"
LIBRARY = "d3-hierarchy.min.js"
# In this order: they share one scope, and the last one begins.
SCRIPTS = ("things", "text", "tree", "overlap", "drawing", "moving", "details", "search", "saving", "tools")


def page(chart: Mapping[str, Any], title: str, language: str) -> str:
    """The page of a chart (see `chart_of`), which starts in a language: "zh" or "en"."""
    style, library = (_read(name) for name in ("page.css", LIBRARY))
    script = '"use strict";\n(() => {\n' + "\n".join(_read(f"page/{name}.js") for name in SCRIPTS) + "})();\n"
    looks = {"colours": on_grounds(COLOURS), "grades": on_grounds(GRADES)}
    content = {**chart, **looks, "words": WORDS, "language": language}
    parts = {
        "language": language,
        "title": html.escape(plain(title)),
        "policy": policy(style, script, library),
        "style": style,
        "script": script,
        "library": library,
        "data": _inert(content),
    }
    pieces = _read("page.html").split("{")
    return pieces[0] + "".join(parts[name] + rest for name, _, rest in (piece.partition("}") for piece in pieces[1:]))


def _read(name: str) -> str:
    return FOLDER.joinpath(name).read_text(encoding="utf-8")


def policy(style: str, *scripts: str) -> str:
    """What the page may do: run exactly these scripts and this style, show pictures it makes itself, reach nothing."""
    return (
        f"default-src 'none'; script-src {' '.join(map(_hashed, scripts))}; style-src {_hashed(style)} 'unsafe-hashes'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _inert(content: object) -> str:
    """JSON in which no character can end or open an element, whatever stands in a name."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "backslashreplace").decode()
