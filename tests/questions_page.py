"""The page docs/questions.md: every question with its answer on the bundled records.

`python -m tests.questions_page > docs/questions.md` writes it; a test compares.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graph import messages
from graph.catalog.answers import ThingAnswer
from graph.catalog.catalogue import catalogue, run
from graph.catalog.parameters import bind
from graph.catalog.stored_query import StoredQuery
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from guapai.cli.rendering import cell
from guapai.cli.shown import for_people
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record
from tests.asked import expected

SHOWN = 8  # rows of each answer
HEAD = """# Questions 问题一览

Every stored query with its answer on the five bundled records (at most {shown} rows); made by
`python -m tests.questions_page`. Names are shown in Chinese: `*` stands behind a name that no document prints, `?` behind a
row that no document states outright. `guapai queries list` shows them all, `guapai queries show NAME` the Cypher.
A question about a place or a thing takes as long in a country as in a city; without one it is a survey of all that is loaded.
"""


def page(store: Store) -> str:
    """The whole page, in Markdown."""
    parts = [HEAD.format(shown=SHOWN)]
    topic = ""
    for query in catalogue():
        if query.topic != topic:
            topic = query.topic
            parts.append(f"## {topic}\n")
        parts.append("\n".join(section(store, query)))
    return "\n".join(parts)


def section(store: Store, query: StoredQuery) -> Iterator[str]:
    """Question, meaning, how it is asked, and what comes out; then its near misses in the same way."""
    wanted = expected(query.name)
    yield f"### {query.name}\n"
    yield from told(store, query, query.name, wanted)
    if query.near:
        yield "Near misses 近似但不是答案的：\n"
        yield from told(store, query.near, f"{query.name} --near", wanted["near"])


def told(store: Store, query: StoredQuery, command: str, wanted: dict[str, Any]) -> Iterator[str]:
    """One question with its meaning, its command and its answer."""
    given = wanted.get("parameters", {})
    optional = [f"[-P {one.name}=…]" for one in query.parameters if one.name not in given]
    written = [f"-P {name}='{value}'" for name, value in given.items()]
    yield f"{query.question_in('en')} {query.question_in('zh')}\n"
    yield f"{query.description}\n"
    yield "```\n" + " ".join(["guapai query", command, *written, *optional]) + "\n```\n"
    messages.speak("zh")
    try:
        yield from table(run(store, query, bind(query.parameters, given, query.name)))
    finally:
        messages.speak("en")


def table(found: ThingAnswer) -> Iterator[str]:
    """The first rows of an answer."""
    answer = for_people(found, "zh")
    if not answer.rows:
        yield "No rows 无\n"
        return
    yield "| " + " | ".join(messages.heading(name) for name in answer.columns) + " |"
    yield "|" + "---|" * len(answer.columns)
    for row in answer.rows[:SHOWN]:
        yield "| " + " | ".join(cell(value).replace("|", "\\|").replace("*", "\\*") for value in row) + " |"
    more = len(answer.rows) - SHOWN
    yield f"\n{more} more 另有 {more} 行\n" if more > 0 else ""


def main() -> None:
    """Print the page."""
    with tempfile.TemporaryDirectory() as folder, EmbeddedStore(Path(folder) / "graph.kgl", write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))
        print(page(store), end="")


if __name__ == "__main__":
    main()
