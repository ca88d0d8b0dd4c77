"""What was read becomes a record: units nested as in the document, and every clause accounted for."""

import re
from dataclasses import asdict
from typing import Any

from graph.identity import body_id, distinct_key, name_key, owned_id
from graph.proof import Span
from graph.version import VERSION
from loaders.context import STANDING_ALONE
from loaders.extract.document.text import Document
from loaders.extract.facts.aliases import link
from loaders.extract.facts.described import settle
from loaders.extract.facts.draft import Draft, Reading
from loaders.extract.facts.whose import place_of_body
from loaders.extract.ledger.ledger import Ledger
from loaders.places import places
from loaders.record import LONGEST_NAME, Record

RULES = 1
# Facts that name other bodies.
NAMED = ("affiliated_with", "managed_by", "oversees", "acts_for", "answers_to", "member_of", "coordinates_with")
NAMES = ("name", "name_zh", "name_en", "key")
# A line that is longer, or holds a stop or a verb behind the name, is no heading.
LONGEST_HEADING = 120
SENTENCE = re.compile(
    r"[。;；!！]|\{name\}[^:：]{0,20}[，,]|\{name\}(?:[（(][^()（）]{0,30}[)）])?\s?(?:是|为|由|设(?!置)|内设|下设|现|于|负责|承担|加挂|挂)"
    r"|\{name\}\s(?:is|are|was|has|have|sets?|undertakes?|manages?)\b|(?:\w+ ){4}[^.]{0,90}\.\s*$"
)

EXTRACTION_KEY = f"guapai {VERSION} rules {RULES}"


def compose(document: Document, reading: Reading, place: str) -> Record:
    """The record of a document that was read; its open questions are in `questions`."""
    _name_apart(reading, place)
    link(reading, place)
    settle(reading, place)
    bodies = [_unit(document, body, place) for body in reading.bodies]
    source = {
        "heading": _heading(document, reading),
        **{key: value for key, value in asdict(document.origin).items() if value},
        "sha256": document.sha256,
        "language": document.language,
        "machine_translated": document.grammar.writing.TRANSLATED,
        "line_count": len(document.lines),
        "extraction_key": EXTRACTION_KEY,
    }
    found = Record.model_validate({"document": source, "place": place, "bodies": bodies})
    ignored, questions = Ledger(document, reading, found).remarks()
    return found.model_copy(update={"ignored": ignored, "questions": questions})


def _name_apart(reading: Reading, place: str) -> None:
    """Give a key to each body, and to each unit that would have the id of another."""
    taken: set[str] = set()
    for draft in reading.units():
        alone = draft.owner is None or draft.kind in STANDING_ALONE
        front = place if alone else f"{id(draft.owner)}/{draft.kind}"
        name = name_key(draft.name, places().names(place) if alone else None)
        wanted = draft.fields.get("key", "unnamed-1") if draft.unnamed else name
        key = distinct_key(f"{front}/{wanted}", taken).removeprefix(f"{front}/")
        if alone or key != name:
            draft.fields["key"] = key


def _unit(document: Document, draft: Draft, place: str) -> dict[str, Any]:
    unit: dict[str, Any] = {"kind": draft.kind, "name": draft.name, "at": draft.at, "lines": sorted(draft.lines)}
    unit["lines"] = [draft.at[0].span.line, *(line for line in unit["lines"] if line != draft.at[0].span.line)]
    if not document.grammar.writing.TRANSLATED and not draft.unnamed:
        unit |= {f"name_{document.language}": draft.name, f"name_{document.language}_source": "printed"}
    unit |= {"number": draft.number} if draft.number else {}
    unit |= {"unnamed": True} if draft.unnamed else {}
    unit["printed"] = draft.printed or _printed(document, draft)
    unit |= draft.fields
    for key, listed in draft.facts.items():
        said = [fact for fact in listed if key == "duties" or not _names_too_long(fact)]
        if facts := [fact for fact in said if not (key == "hosts" and _is_itself(fact, draft, place))]:
            unit[key] = [_of_its_place(_fact(fact, place), place, key) for fact in facts]
    if draft.units:
        unit["units"] = [_unit(document, one, place) for one in draft.units]
    return unit


def _names_too_long(value: Any) -> bool:
    """Whether a fact names something that is too long for a name; the ledger asks about it."""
    if isinstance(value, dict):
        return any(
            _names_too_long(one) or (key in NAMES and len(str(one)) > LONGEST_NAME) for key, one in value.items()
        )
    return isinstance(value, list) and any(map(_names_too_long, value))


def _fact(fact: dict[str, Any], place: str) -> dict[str, Any]:
    """A fact of a record: bodies of this document that it mentions, and the office a second name denotes, by their ids."""
    return {key: _identified(value, key, place) for key, value in fact.items()}


def _of_its_place(fact: dict[str, Any], place: str, kind: str) -> dict[str, Any]:
    """The same with the place of the body that it names, where that is another than the document's."""
    if kind not in NAMED or "place" in fact or not fact.get("name") or fact.get("unnamed"):
        return fact
    other = place_of_body(fact["name"], place)
    return fact | {"place": other} if other else fact


def _identified(value: Any, key: str, place: str) -> Any:
    if isinstance(value, Draft):
        return _id_of(value, place)
    if key == "denotes" and isinstance(value, dict):
        return body_id(place, name_key(value["name"], places().names(place)))
    if key in ("before", "after", "shares"):
        return [_fact(one, place) for one in value]
    return value


def _is_itself(fact: dict[str, Any], draft: Draft, place: str) -> bool:
    """Whether a body is said to host what has its own name; the sentence is asked about."""
    name = fact.get("name")
    return isinstance(name, str) and body_id(place, name_key(name, places().names(place))) == _id_of(draft, place)


def _id_of(draft: Draft, place: str) -> str:
    """The id that the unit of a draft will have in the graph."""
    if draft.owner is None or draft.kind in STANDING_ALONE:
        return body_id(place, draft.fields.get("key") or name_key(draft.name, places().names(place)))
    return owned_id(_id_of(draft.owner, place), draft.kind, draft.fields.get("key") or name_key(draft.name))


def _printed(document: Document, draft: Draft) -> str:
    """The heading up to its stop or colon, names written as placeholders; a name around a bracket stays as it is."""
    span = draft.at[0].span
    line = document.lines[span.line - 1]
    names = [alias["at"][0].span for alias in draft.list_of("aliases")]
    tail = next((one.span for one in draft.at[1:] if one.rule == "unit.name" and one.span.line == span.line), None)
    here = [] if tail else [(span, "{name}")]
    here += [
        (name, f"{{{index}}}") for index, name in enumerate(names) if name.line == span.line and name.start >= span.end
    ]
    brackets = re.compile(r"(?:\s*[(（][^()（）]{0,120}[)）])*").match(line, span.end)
    end = tail.end if tail else brackets.end() if brackets else span.end
    start = _start(line, span, draft.number)
    text = line[start:end]
    for name, placeholder in sorted(here, reverse=True):
        if name.end <= end:
            text = text[: name.start - start] + placeholder + text[name.end - start :]
    return text.strip()


def _start(line: str, span: Span, number: str | None) -> int:
    """Where the heading begins: with the printed number in front of the name."""
    if not number:
        return span.start
    at = line.rfind(number, 0, span.start)
    return max(0, at - 1) if at > 0 and line[at - 1] in "(（" else max(at, 0)


def _heading(document: Document, reading: Reading) -> str:
    """The heading that names the first body, its name as a placeholder; of a sentence nothing but that."""
    span = reading.bodies[0].at[0].span
    line = document.lines[span.line - 1]
    around = f"{line[: span.start]}{{name}}{line[span.end :]}"
    sentence = len(around) > LONGEST_HEADING or SENTENCE.search(around)
    return "{name}" if sentence or reading.bodies[0].unnamed else " ".join(around.split())
