"""Who heads a body and where it is found: fields such as "负责人：" and "Telephone:"."""

import re
from itertools import zip_longest
from typing import Any

from graph.proof import Quote, Span
from graph.said import Said
from loaders.extract.document.text import EVEN, trimmed
from loaders.extract.facts.draft import Draft, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.grammar import Language
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

POSTCODE = re.compile(r"\d{6}\b")
# A telephone number with its area code, extensions and further numbers, whatever sign stands in it as a dash, a letter like one too.
DASHES = re.compile(r"(?<=[\d)])\s?(?:[^\w\s()+.,:;/、。]|[_\u30fc\u4e00]){1,3}\s?(?=\d)")
NUMBER = r"(?:\+\d{1,3}[- ]?)?(?:\(\d{2,5}\)[- ]?)?\d(?:[\d\- ,、/]|{extension}){2,}\d"
ENDS = "。.;,"
SITE = ("address", "postcode", "phone", "hours")
HALVES = re.compile(r"[;。]")
SEASONS = ("winter", "summer")


class Contacts(Reader):
    """Reads the statements about contacts."""

    def read(self) -> None:
        """Read their fields; several may stand in one line, or one below the word above its column."""
        for statement in self.reading.statements:
            if statement.section != "contacts":
                self._sentences(statement)
            elif named := self.words.field_of_column(statement.column):
                self._field(statement.owner, *named, statement.span, statement.span)
            else:
                self._fields(statement.owner, statement.span)
                # What a record has no place for: fax, mail, contact persons.
                self.reading.ignored.append((statement.span, Said("another way of contact")))

    def _sentences(self, statement: Statement) -> None:
        """Read the sentences of other text that begin with a field as its own line does: 地址: …, 电话: …"""
        text = self.document.even[statement.span.line - 1]
        for clause in self.document.clauses(statement.span):
            first = self.words.fields_anywhere.match(text, clause.start, clause.end)
            if first and first[0].endswith(":") and self.words.field(first[1]) in SITE:
                self._fields(statement.owner, clause)
                self.reading.ignored.append((clause, Said("another way of contact")))

    def _fields(self, owner: Draft, span: Span) -> None:
        text = self.document.even[span.line - 1]
        found = list(self.words.fields_anywhere.finditer(text, span.start, span.end))
        for hit, following in zip_longest(found, found[1:]):
            if whole := trimmed(span.line, text, hit.start(), following.start() if following else span.end, ENDS):
                value = Span(span.line, min(hit.end(), whole.end), whole.end)
                self._field(owner, hit[1], self.words.field(hit[1]), whole, value)

    def _field(self, owner: Draft, printed: str, kind: str, whole: Span, value: Span) -> None:
        """One field, by its printed name and its kind; `value` may be empty."""
        text = self.document.printed(value).strip() if value.end > value.start else ""
        if kind == "head":
            self._head(owner, printed, text, whole)
        elif kind in SITE:
            self._site(owner, kind, text, whole)

    def _is_blank(self, value: str) -> bool:
        """Whether a field has no value, or says in brackets or without that nobody is there."""
        bare = value.translate(EVEN).removeprefix("(").removesuffix(")").lower()
        return not bare or bare in vocabulary(self.words.language).all("vacant")

    def _head(self, owner: Draft, post: str, name: str, whole: Span) -> None:
        post = post if post.isascii() else re.sub(r"\s", "", post)
        head: dict[str, Any] = {"post": post, "at": [self.document.quote(whole, "contacts.head")]}
        if not self._is_blank(name):
            head["name"] = name[:60]
        owner.add("heads", head)

    def _site(self, owner: Draft, kind: str, value: str, whole: Span) -> None:
        if kind in owner.fields.get("site", {}):
            return
        blank = self._is_blank(value)
        read = None if blank else self._value(kind, value, whole)
        if read is None and not blank:
            return
        site = owner.fields.setdefault("site", {"at": [], "blank": []})
        if read is None:
            site["blank"].append(kind)
        else:
            site[kind] = read
        site["at"].extend(self._proofs(kind, whole))

    def _value(self, kind: str, value: str, whole: Span) -> str | None:
        """The value of a field in its standard form; None where it is none."""
        even = str(self.stretch(whole))
        if kind == "hours":
            return opening_hours(self.words.language, even)
        if kind == "address":
            return value[:200]
        if kind == "postcode":
            found = POSTCODE.search(even)
        else:
            number = vocabulary(self.words.language).pattern(NUMBER)
            found = number.search(DASHES.sub("-", value.translate(EVEN)))
        return found[0] if found else None

    def _proofs(self, kind: str, whole: Span) -> list[Quote]:
        spans = self.document.clauses(whole) if kind == "hours" else [whole]
        return [self.document.quote(span, f"contacts.{kind}") for span in spans or [whole]]


def opening_hours(language: Language, text: str) -> str | None:
    """The notation, or None where the text says more than it can hold.

    >>> opening_hours("zh", "星期一至星期五,上午8:30-12:00,下午14:00-17:30(节假日除外)")
    'Mo-Fr 08:30-12:00,14:00-17:30; PH off'
    """
    said = _said(language, text)
    if "months" in said or "times" not in said:
        return None
    days = f"Mo-{_last_day(language, said['days'][0])} " if "days" in said else ""
    parts = [part for one in HALVES.split(text) if "times" in (part := _said(language, one))]
    rules = [_rule(part, days) for part in parts]
    return "; ".join([*rules, *(["PH off"] if "holidays" in said else [])])


def _said(language: Language, text: str) -> dict[str, list[Claim]]:
    """What is said of hours, by kind."""
    said: dict[str, list[Claim]] = {}
    for claim in engine(language, "hours.HOURS").claims(Stretch.whole(text)):
        said.setdefault(claim.rule.says, []).append(claim)
    return said


def _last_day(language: Language, days: Claim) -> str:
    """The short form of the last day, such as Fr."""
    return vocabulary(language).meaning("last_day", str(days.names[0]))


def _rule(said: dict[str, list[Claim]], days: str) -> str:
    spans = (f"{_clock(str(claim.names[0]))}-{_clock(claim.word('to'))}" for claim in said["times"])
    season = next((f' "{name}"' for name in SEASONS if name in said), "")
    return f"{days}{','.join(spans)}{season}"


def _clock(printed: str) -> str:
    hour, minutes = re.split(r"\D", printed)
    return f"{int(hour):02}:{minutes}"
