"""Who heads a body and where it is found: fields such as "负责人：" and "Telephone:"."""

import re
from itertools import zip_longest
from typing import Any

from graph.proof import Quote, Span
from graph.said import Said
from loaders.extract.claims.office_hours import opening_hours
from loaders.extract.document.text import EVEN, Document, trimmed
from loaders.extract.facts.draft import Draft, Reading
from loaders.extract.grammar import Language
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.vocabulary import vocabulary

POSTCODE = re.compile(r"\d{6}\b")
# A telephone number with its area code, extensions and further numbers, whatever dash stands in it.
DASHES = re.compile(r"\s?[-–—―‐‑‒−─－~～]{1,3}\s?")
NUMBER = r"(?:\+\d{1,3}[- ]?)?(?:\(\d{2,5}\)[- ]?)?\d(?:[\d\- ,、/]|{extension}){2,}\d"
ENDS = "。.;,"
SITE = ("address", "postcode", "phone", "hours")


def read(document: Document, words: Lexicon, reading: Reading) -> None:
    """Read the fields of every statement about contacts; several may stand in one line, or one below the word above its column."""
    for statement in reading.statements:
        named = words.field_of_column(statement.column) if statement.section == "contacts" else None
        if named:
            _field(document, statement.owner, named, statement.span, statement.span)
        elif statement.section == "contacts":
            _fields(document, words, statement.owner, statement.span)
            # What a record has no place for: fax, mail, contact persons.
            reading.ignored.append((statement.span, Said("another way of contact")))


def _fields(document: Document, words: Lexicon, owner: Draft, span: Span) -> None:
    text = document.even[span.line - 1]
    found = list(words.fields_anywhere.finditer(text, span.start, span.end))
    for hit, following in zip_longest(found, found[1:]):
        whole = trimmed(span.line, text, hit.start(), following.start() if following else span.end, ENDS)
        if whole:
            _field(
                document,
                owner,
                (hit[1], words.field(hit[1])),
                whole,
                Span(span.line, min(hit.end(), whole.end), whole.end),
            )


def _field(document: Document, owner: Draft, named: tuple[str, str], whole: Span, value: Span) -> None:
    """One field, by its printed name and its kind; `value` may be empty."""
    printed, kind = named
    text = document.printed(value).strip() if value.end > value.start else ""
    if kind == "head":
        _head(document, owner, printed, text, whole)
    elif kind in SITE:
        _site(document, owner, kind, text, whole)


def _is_blank(language: Language, value: str) -> bool:
    """Whether a field has no value, or says in brackets or without that nobody is there."""
    bare = value.translate(EVEN).removeprefix("(").removesuffix(")").lower()
    return not bare or bare in vocabulary(language).all("vacant")


def _head(document: Document, owner: Draft, post: str, name: str, whole: Span) -> None:
    head: dict[str, Any] = {
        "post": post if post.isascii() else re.sub(r"\s", "", post),
        "at": [document.quote(whole, "contacts.head")],
    }
    if not _is_blank(document.language, name):
        head["name"] = name[:60]
    owner.add("heads", head)


def _site(document: Document, owner: Draft, kind: str, value: str, whole: Span) -> None:
    if kind in owner.fields.get("site", {}):
        return
    blank = _is_blank(document.language, value)
    read = None if blank else _value(document, kind, value, whole)
    if read is None and not blank:
        return
    site = owner.fields.setdefault("site", {"at": [], "blank": []})
    if read is None:
        site["blank"].append(kind)
    else:
        site[kind] = read
    site["at"].extend(_proofs(document, kind, whole))


def _value(document: Document, kind: str, value: str, whole: Span) -> str | None:
    """The value of a field in its standard form; None where it is none."""
    even = document.even[whole.line - 1][whole.start : whole.end]
    if kind == "hours":
        return opening_hours(document.language, even)
    if kind == "address":
        return value[:200]
    if kind == "postcode":
        found = POSTCODE.search(even)
        return found[0] if found else None
    found = vocabulary(document.language).pattern(NUMBER).search(DASHES.sub("-", value.translate(EVEN)))
    return found[0] if found else None


def _proofs(document: Document, kind: str, whole: Span) -> list[Quote]:
    spans = [whole]
    if kind == "hours":
        spans = list(document.clauses(whole)) or spans
    return [document.quote(span, f"contacts.{kind}") for span in spans]
