"""What a server says about the stored queries: no notification, and a plan that begins at an index."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import neo4j
import pytest
from neo4j import GraphDatabase

from graph.catalog.catalogue import names
from graph.catalog.checks import PROPERTIES
from graph.store.protocol import Store
from tests.asked import asked
from tests.servers import Server

# Where a plan may begin: an index on a property, or the indexes that every Neo4j keeps of labels and types.
ANCHORS = ("NodeIndex", "NodeUniqueIndex", "NodeByLabel", "UnionNodeByLabels", "IntersectionNodeByLabels")
ANCHORS += ("DirectedRelationshipType", "DirectedUnionRelationshipTypes", "UndirectedRelationshipType")
JOINED = ("Argument", "Unwind")  # leaves that only hand on rows: those of the other side, the ids that are given
FORBIDDEN = ("AllNodesScan", "CartesianProduct", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan")


@pytest.fixture(scope="module")
def session(engine: "str | Server", bundled: Store) -> Iterator[neo4j.Session]:
    """A session on the loaded graph that is told everything the server has to say."""
    if isinstance(engine, str):
        pytest.skip("about servers: the embedded engine has neither notifications nor profiles")
    auth = (engine.username, engine.password.get_secret_value())
    with (
        GraphDatabase.driver(engine.uri, auth=auth) as driver,
        driver.session(database=engine.database, notifications_min_severity="INFORMATION") as opened,
    ):
        yield opened


def notifications(summary: neo4j.ResultSummary) -> list[str]:
    """Everything said about a query: deprecations, performance, unknown labels, types and properties.

    A property that the schema has and that no bundled record uses is unknown to the server, and no misspelling.
    """
    said = [status.status_description for status in summary.gql_status_objects if status.is_notification]
    unused = {f"The property `{name}` does not exist" for name in PROPERTIES}
    return [text for text in said if not any(one in text for one in unused)]


def operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Each operator of a plan by its name, and whether it is a leaf: where the plan begins."""
    children = plan.get("children", [])
    yield plan["operatorType"].split("@")[0], not children
    for child in children:
        yield from operators(child)


@pytest.fixture(scope="module")
def profiled(session: neo4j.Session, bundled: Store) -> Callable[[str], list[neo4j.ResultSummary]]:
    """What a server says of a query, then of its picture where it has one: planned once for all that is asked of it."""

    @cache
    def summaries(name: str) -> list[neo4j.ResultSummary]:
        query, values = asked(bundled, name)
        texts = filter(None, (query.text, query.picture))
        return [session.run(f"PROFILE {text}", values).consume() for text in texts]  # type: ignore[arg-type]

    return summaries


@pytest.mark.parametrize("text", ["MATCH (unit:Organisation) RETURN unit", "MATCH (unit:Division) RETURN unit.naem"])
def test_an_unknown_name_would_be_notified(session: neo4j.Session, text: str) -> None:
    assert notifications(session.run(f"PROFILE {text}").consume())  # type: ignore[arg-type]


@pytest.mark.parametrize("name", list(names()))
def test_a_stored_query_and_its_picture_raise_no_notification(
    profiled: Callable[[str], list[neo4j.ResultSummary]], name: str
) -> None:
    assert [notifications(summary) for summary in profiled(name)] in ([[]], [[], []])


@pytest.mark.parametrize("name", list(names()))
def test_the_plan_of_a_stored_query_begins_at_an_index(
    profiled: Callable[[str], list[neo4j.ResultSummary]], name: str
) -> None:
    found = list(operators(profiled(name)[0].profile or {}))
    assert [operator for operator, _ in found if operator.startswith(FORBIDDEN)] == []
    leaves = [operator for operator, leaf in found if leaf and not operator.startswith(JOINED)]
    assert leaves
    assert [operator for operator in leaves if not operator.startswith(ANCHORS)] == []
