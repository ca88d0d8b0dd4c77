"""A name taken out of a record as if it had been misread, and whether the ledger still asks about it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from graph.proof import Quote
from graph.said import Said
from loaders.extract.extraction import Extraction
from loaders.extract.ledger.ledger import Ledger
from loaders.record import Duty, Record, Unit

# What else the program may have made of the clause that holds the name.
MISREAD = ("nothing", "a duty", "a title")


def silent(extraction: Extraction, misread: str) -> list[str]:
    """The names of units, signs and offices about which nothing is asked once they, and all that is said of them, are gone."""
    return [name for name in dict.fromkeys(_names(extraction.record.bodies)) if not _asked(extraction, name, misread)]


def _names(units: list[Unit]) -> Iterator[str]:
    for unit in units:
        second: list[Any] = [*unit.aliases, *unit.hosts]
        yield from (one.name for one in unit.units)
        yield from (one.name for one in second if one.at[0].span.line != unit.at[0].span.line or unit.kind != "bureau")
        yield from _names(unit.units)


def _asked(extraction: Extraction, name: str, misread: str) -> bool:
    gone: list[Quote] = []
    document, reading = extraction.document, extraction.reading
    bodies = [_without(body, name, gone) for body in extraction.record.bodies]
    spans = [document.as_read(quote.span) for quote in gone]
    clauses = [
        one
        for span in spans
        for one in document.clauses(replace(span, start=0, end=len(document.even[span.line - 1])))
        if one.start <= span.start < one.end
    ]
    if misread == "a duty":
        told = [
            Duty(functions=["social_relief"], roles=["does"], at=document.quotes(one, "duty.clause")) for one in clauses
        ]
        bodies[0] = bodies[0].model_copy(update={"duties": [*bodies[0].duties, *told]})
    if misread == "a title":
        reading = replace(reading, ignored=[*reading.ignored, *((one, Said("title")) for one in clauses)])
    _, questions = Ledger(document, reading, _record(extraction.record, bodies)).remarks()
    held = [quote.span.quoted(document.lines) for one in questions for quote in one.at]
    return not gone or any(name in one for one in (*held, *(one.seen or "" for one in questions)))


def _record(record: Record, bodies: list[Unit]) -> Record:
    return record.model_copy(update={"bodies": bodies, "ignored": [], "questions": []})


def _without(unit: Unit, name: str, gone: list[Quote]) -> Unit:
    kept: dict[str, Any] = {}
    for key in ("units", "aliases", "hosts"):
        facts: list[Any] = getattr(unit, key)
        gone += [one.at[0] for one in facts if one.name == name]
        kept[key] = [_without(one, name, gone) if key == "units" else one for one in facts if one.name != name]
    return unit.model_copy(update=kept)
