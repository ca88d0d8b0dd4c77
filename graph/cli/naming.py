"""Names as a reader of Chinese or English wants to see them: translated where the graph knows a translation."""

from typing import Any

from graph.cli.options import Language
from graph.statement import Answer
from graph.store.protocol import Store

NAMES = """
MATCH (named:Organization|Alias|Function|Place)
RETURN named.id AS id, named.name AS name, named.name_zh AS zh, named.name_en AS en, labels(named) AS labels ORDER BY id
"""
OURS = {"Government", "Function"}
KEPT = ("id", "document", "spans", "lines", "statement")


def in_language(store: Store, answer: Answer, language: Language, *, as_printed: bool = False) -> Answer:
    """The answer with names, function codes and place ids in one language; what has no translation stays.

    `as_printed` leaves all that documents print: only names of governments and functions, which are ours, are shown in
    the language.
    """
    if "place" not in answer.columns:
        return answer
    known: dict[tuple[str, str], str] = {}
    for own_id, name, chinese, english, labels in store.read(NAMES, {}).rows:
        wanted = chinese if language is Language.zh else english
        if not wanted or (as_printed and not OURS & set(labels)):
            continue
        if "/" in own_id:
            known.setdefault((own_id.split("/")[0], name), wanted)
        else:
            known["", name] = wanted
            if not as_printed:
                known["", own_id] = wanted
    place = answer.columns.index("place")

    def shown(value: Any, own_place: str) -> Any:
        if isinstance(value, list):
            return [shown(item, own_place) for item in value]
        return known.get((own_place, value)) or known.get(("", value), value) if isinstance(value, str) else value

    keep = [column in KEPT for column in answer.columns]
    rows = [
        [value if kept else shown(value, row[place]) for value, kept in zip(row, keep, strict=True)]
        for row in answer.rows
    ]
    return Answer(answer.columns, rows)
