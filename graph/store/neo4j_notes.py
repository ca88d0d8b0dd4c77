"""What a server remarks about a statement that it plans, in the words of the embedded engine."""

from collections.abc import Iterator

import neo4j
from neo4j import NotificationDisabledClassification, NotificationMinimumSeverity

from graph.schema import NODES, RELATIONSHIPS
from graph.store.tokens import told

# A session that hears of names that the database does not have, and of nothing else.
HEARING = {
    "notifications_min_severity": NotificationMinimumSeverity.WARNING,
    "notifications_disabled_classifications": [
        one for one in NotificationDisabledClassification if one.value != "UNRECOGNIZED"
    ],
}
LABELS = ("Organization", *(node.label for node in NODES))
TYPES = tuple(one.relation for one in RELATIONSHIPS)
NEAR = 70


def notes(summary: neo4j.ResultSummary) -> list[str]:
    """A note for each label and each type that the database does not have, each once."""
    return list(dict.fromkeys(_notes(summary)))


def _notes(summary: neo4j.ResultSummary) -> Iterator[str]:
    for status in summary.gql_status_objects:
        name = next((piece.text.strip("`") for piece in told(status.status_description) if piece.kind == "name"), "")
        if status.gql_status == "01N50" and name:
            yield f"MATCH references unknown node label {name!r} — the graph has no such type, {_so(name, LABELS)}"
        elif status.gql_status == "01N51" and name:
            found = f"MATCH references unknown relationship type {name!r} — the graph has no such edge type"
            yield f"{found}, {_so(name, TYPES)}"


def _so(name: str, known: tuple[str, ...]) -> str:
    """What follows from it, and which name may have been meant."""
    from rapidfuzz import fuzz, process

    near = process.extractOne(name, known, scorer=fuzz.WRatio, score_cutoff=NEAR)
    meant = f" Did you mean '{near[0]}'?" if near and near[0] != name else ""
    return f"so this pattern returns no rows.{meant}"
