"""`make demo`: five cities in an embedded graph of their own, some questions, and what to try next."""

from pathlib import Path
from typing import Any

from graph.catalog.catalogue import ask, find_query
from graph.messages import say, speak, spoken
from graph.said import Said
from graph.statement import Answer
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from guapai.cli.asking import show_things
from guapai.cli.options import Format, Language, default_language
from guapai.cli.rendering import show
from guapai.opening import record_paths

FOLDER = Path(".demo")
QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("alias.hanging_signs", {}),
    ("hosting.leading_group_offices", {}),
    ("overlap.across", {"function": "officer-resettlement"}),
)
COUNTS = """
MATCH (unit:Organization)-[:IN_PLACE]->(spot:Place) WHERE unit.document IS NOT NULL
WITH DISTINCT unit.document AS document, spot
RETURN CASE $language WHEN 'zh' THEN spot.name_zh ELSE spot.name END AS place,
  COUNT { (one:Organization) WHERE one.document = document AND (one:Bureau OR one:Institution) } AS bodies,
  COUNT { (one:Division) WHERE one.document = document } AS divisions,
  COUNT { (one:Institution) WHERE one.document = document } AS institutions,
  COUNT { ()-[sign:HANGS_SIGN]->() WHERE sign.document = document } AS signs,
  COUNT { ()-[hosts:HOSTS]->() WHERE hosts.document = document } AS hosted_offices,
  COUNT { ()-[duty:RESPONSIBLE_FOR]->() WHERE duty.document = document } AS functions,
  COUNT { ()-[link]->() WHERE link.document = document } AS relationships
ORDER BY spot.id
"""
NEXT = """\
  .venv/bin/guapai query alias.answers_for -P name=外国专家局
  .venv/bin/guapai query hierarchy.tree -P body=图们市民政和人力资源社会保障局
  .venv/bin/guapai proof 社会救助科
  .venv/bin/guapai queries list"""


def main() -> None:
    """Load the bundled records and answer the questions."""
    from loaders.load import load
    from loaders.reading import read_record

    language = default_language()
    speak(language)
    FOLDER.mkdir(exist_ok=True)
    with EmbeddedStore(FOLDER / "graph.kgl", write=True) as graph:
        graph.prepare()
        for path in record_paths():
            load(graph, read_record(path))
        show(city_counts(graph, language), Format.table, title=spoken(Said("What was loaded")))
        show_things(ask(graph, "quality.counts"), Format.table, language, title=_question("quality.counts", language))
        for name, values in QUESTIONS:
            title = f"{_question(name, language)} {' '.join(values.values())}".strip()
            show_things(ask(graph, name, **values), Format.table, language, title=title)
    say(Said("\nTry next:"))
    print(NEXT)


def _question(name: str, language: Language) -> str:
    return find_query(name).question_in(language.value)


def city_counts(graph: Store, language: Language) -> Answer:
    """One row per city: bodies, divisions, institutions, signs, hosted offices, functions, relationships."""
    return graph.read(COUNTS, {"language": language.value})


if __name__ == "__main__":
    main()
