"""A record beside its document as one page that works without a network: each from the other, question by question."""

import html
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.draw.page import policy
from graph.messages import heading, reader, spoken, worded
from graph.said import Said
from guapai.cli.explaining import shown

if TYPE_CHECKING:
    from loaders.extract.explaining import Explained, Mark, Told
    from loaders.extract.extraction import Extraction

FOLDER = files("guapai.cli") / "template"
# By this a page of ours is known: it is no document.
GENERATOR = '<meta name="generator" content="guapai extract">'
# Kinds with a colour of their own; every other kind of fact has the same one.
COLOURED = ("unit", "aliases", "hosts", "duties", "ignored", "question")
DEEPEST = 6
# So much is shown of the words of a question that has seen no name.
SHOWN = 48
# Fields whose values are words of closed lists.
CLOSED = ("kind", "roles", "role", "wordings", "wording", "form", "status", "system", "civil_service_ref")


def page(extraction: "Extraction") -> str:
    """The page of one document."""
    from loaders.extract.explaining import explained

    found = explained(extraction)
    style, script = (FOLDER.joinpath(name).read_text(encoding="utf-8") for name in ("review.css", "review.js"))
    parts = {
        "language": reader(),
        "policy": policy(style, script),
        "generator": GENERATOR,
        "title": _safe(extraction.record.bodies[0].name),
        "style": style,
        "script": script,
        "counted": _counted(extraction),
        "legend": _legend(found.told),
        "of_document": extraction.document.language,
        "lines": "\n".join(_lines(extraction, found)),
        "facts": "\n".join(_facts(extraction, found)),
        "sha256": extraction.document.sha256,
        **{name: _safe(words) for name, words in _words().items()},
    }
    pieces = FOLDER.joinpath("review.html").read_text(encoding="utf-8").split("{")
    return pieces[0] + "".join(parts[name] + rest for name, _, rest in (piece.partition("}") for piece in pieces[1:]))


def _words() -> dict[str, str]:
    """What stands on every page."""
    return {
        "before": spoken(Said("previous question")),
        "next": spoken(Said("next question")),
        "corrections": spoken(Said("corrections of garbled words")),
        "take": spoken(Said("take the words that are selected")),
        "printed": spoken(Said("as printed")),
        "meaning": spoken(Said("what it means")),
        "why": heading("why"),
        "add": spoken(Said("add to the words file")),
        "copy": spoken(Said("copy the words file")),
        "select": spoken(Said("select words of one line first")),
        "long": spoken(Said("at most 12 words or 20 Chinese characters")),
        "empty": spoken(Said("say why, too")),
        "copied": spoken(Said("copied: guapai extract FILE --words WORDS.yaml reads it")),
    }


def _safe(text: str) -> str:
    """Text that is nothing but text on a page."""
    return html.escape(shown(text))


def _counted(extraction: "Extraction") -> str:
    """How many questions of each kind are open."""
    kinds = Counter(remark.kind or "" for remark in extraction.record.questions)
    said = ", ".join(f"{worded('kind', kind).replace('_', ' ')} {number}" for kind, number in kinds.items())
    return f"{worded('counted', 'open questions')}: {len(extraction.record.questions)}" + (f" ({said})" if said else "")


def _legend(told: Sequence["Told"]) -> str:
    """Every kind of fact in its colour, with how many there are."""
    kinds = Counter(one.kind for one in told)
    return " ".join(
        f'<mark class="{_colour(kind)}">{_safe(worded("mark", kind).replace("_", " "))} {number}</mark>'
        for kind, number in kinds.items()
    )


def _colour(kind: str) -> str:
    return kind if kind in COLOURED else "fact"


# --- the document


def _lines(extraction: "Extraction", found: "Explained") -> Iterator[str]:
    for number, line in enumerate(extraction.document.lines, 1):
        if line.strip():
            yield f'<li value="{number}" data-line="{number}">{"".join(_marked(line, found.marks.get(number, [])))}</li>'


def _marked(line: str, found: Sequence["Mark"]) -> Iterator[str]:
    """The line in pieces, each with the facts that it belongs to; where marks overlap, the innermost comes first."""
    edges = {0, len(line)}
    begins: dict[int, list[Mark]] = {}
    for mark in found:
        edges |= {mark.quote.span.start, mark.quote.span.end}
        begins.setdefault(mark.quote.span.start, []).append(mark)
    around: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        around = [mark for mark in (*around, *begins.get(start, ())) if mark.quote.span.end > start]
        text = html.escape(shown(line[start:end]))
        yield _mark(text, around) if around else text


def _mark(text: str, around: Sequence["Mark"]) -> str:
    inner = sorted(around, key=lambda mark: mark.quote.span.end - mark.quote.span.start)
    told = " ".join(dict.fromkeys(str(mark.told) for mark in inner))
    hint = _safe("; ".join(dict.fromkeys(f"{worded('mark', mark.kind)}: {spoken(mark.says)}" for mark in inner)))
    return f'<mark class="{_colour(inner[0].kind)}" data-told="{told}" title="{hint}">{text}</mark>'


# --- the record


def _facts(extraction: "Extraction", found: "Explained") -> Iterator[str]:
    """Every fact with its value, its lines and its rules, units in each other; behind them what gives no fact."""
    where: dict[int, list[tuple[int, str]]] = {}
    words: dict[int, str] = {}
    for line, some in sorted(found.marks.items()):
        for mark in some:
            where.setdefault(mark.told, []).append((line, mark.says))
            span = mark.quote.span
            words.setdefault(mark.told, extraction.document.lines[line - 1][span.start : span.end])
    # Questions first: they are what a reader is here for.
    for number, told in sorted(enumerate(found.told), key=lambda one: one[1].kind != "question"):
        lines = ", ".join(dict.fromkeys(str(line) for line, _ in where[number]))
        rules = (
            ", ".join(dict.fromkeys(says for _, says in where[number]))
            if told.kind not in ("question", "ignored")
            else ""
        )
        inner = told.depth + (told.kind != "unit")
        yield (
            f'<li class="{_colour(told.kind)} in{min(inner, DEEPEST)}" data-told="{number}" tabindex="0">'
            f"<b>{_safe(worded('mark', told.kind).replace('_', ' '))}</b> {_value(told)}{_quoted(told, words[number])}"
            f"<small>{_safe(spoken(Said('line {}', lines)))} {_safe(rules)}</small></li>"
        )


def _quoted(told: "Told", words: str) -> str:
    """The words that a question without a name is about, or that are set aside."""
    if told.kind not in ("question", "ignored") or any(field == "seen" for field, _ in told.values):
        return ""
    return f" <q>{_safe(words if len(words) <= SHOWN else words[:SHOWN] + '…')}</q>"


def _value(told: "Told") -> str:
    """What a fact says: its name, then the other fields by their names."""
    said: list[str] = []
    fields = dict(told.values)
    for field, values in told.values:
        # The verb of a sign is told of signs alone.
        idle = field == "wording" and told.kind == "aliases" and fields.get("kind") != ("sign",)
        if idle or (field.startswith("name_") and values == fields.get("name")):
            continue
        words = ", ".join(_word(field, value) for value in values)
        if field in ("name", "seen"):
            said.insert(0, f"<strong>{_safe(words)}</strong>")
        elif field in ("kind", "functions", "roles", "number", "wordings", "why", "id"):
            said.append(_safe(words))
        else:
            said.append(f"<i>{_safe(heading(field))}</i> {_safe(words)}")
    return " · ".join(said)


def _word(field: str, value: str) -> str:
    """One value as its reader calls it: a function by its name."""
    from loaders.reference import functions

    if field in ("functions", "concerns"):
        known = functions().nodes.get(value)
        return f"{known.name_zh if reader() == 'zh' else known.name_en} ({value})" if known else value
    if field == "why":
        return spoken(value)
    if field == "kind" and value.replace("_", "") != value and worded(field, value) == value:
        # The labels of the graph are written together: leadinggroup.
        return str(worded(field, value.replace("_", ""))) if reader() == "zh" else value.replace("_", " ")
    return str(worded(field, value)).replace("_", " ") if field in CLOSED else value
