"""Names that are like a given one, over every organization and alias."""

from graph.statement import Answer
from graph.store.protocol import Store

NAMES = """
MATCH (named:Organization|Alias)
RETURN named.id AS id, named.name AS name, named.name_zh AS name_zh, named.name_en AS name_en, labels(named) AS labels
ORDER BY id
"""
CUTOFF = 60
SAME = 100


def find_names(store: Store, name: str, limit: int = 20) -> Answer:
    """The nearest names, best first: id, name, kind (label in lower case), score from 0 to 100.

    Whole names come first, then parts, then names that are alike.
    """
    from rapidfuzz import fuzz

    wanted = name.strip().lower()
    found = []
    for own_id, first, chinese, english, labels in store.read(NAMES, {}).rows:
        texts = [str(text).lower() for text in (own_id, first, chinese, english) if text]
        score = max(_score(wanted, text, fuzz.ratio(wanted, text)) for text in texts)
        if score >= CUTOFF:
            kind = next(label for label in labels if label != "Organization").lower()
            found.append([own_id, first, kind, round(score)])
    found.sort(key=lambda row: (-row[3], row[0]))
    return Answer(["id", "name", "kind", "score"], found[:limit])


def _score(wanted: str, text: str, ratio: float) -> float:
    if wanted == text:
        return float(SAME)
    if wanted in text:
        return 80.0 + 19.0 * len(wanted) / len(text)
    return min(ratio, 79.0)
