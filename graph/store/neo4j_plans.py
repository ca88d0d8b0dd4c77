"""Which plans only read: the type of the statement, and allow-lists of its operators, procedures and functions."""

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, LiteralString, cast

import neo4j
from neo4j.exceptions import ClientError, DatabaseError

from graph.errors import RefusedError
from graph.said import Said
from graph.store.neo4j_errors import wrong_statement
from graph.store.protocol import TIMEOUT_SECONDS
from graph.store.tokens import Token, told

EXPLAIN = "EXPLAIN "
# Operators that reach outside the graph or act on the server although their statement counts as reading.
OUTSIDE = ("LoadCSV", "Terminate", "Show", "Execute", "Create", "Delete", "Set", "Remove", "Merge", "Foreach", "Lock")
PROCEDURES = (
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
    "db.labels",
    "db.propertyKeys",
    "db.relationshipTypes",
    "db.schema.visualization",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
)
# Functions with a point in their name that come with the server; those of plugins may read files or run statements.
FUNCTION_SPACES = frozenset(
    {"date", "datetime", "localdatetime", "localtime", "time", "duration", "point", "vector", "graph"}
)
CALLED = frozenset(name.lower() for name in PROCEDURES)  # details show a call of these in the same way
SAFE_PREFIXES = (
    "AllNodesScan", "Aggregation", "AllRelationshipsScan", "AntiConditionalApply", "AntiSemiApply", "Anti", "Apply", "Argument",
    "AssertSameNode", "AssertSameRelationship", "AssertingMultiNode", "Bidirectional", "CacheProperties", "Cartesian",
    "Conditional", "CountFromCountStore", "Directed", "Distinct", "DynamicLabel", "Eager", "EmptyResult", "EmptyRow",
    "Exhaustive", "Expand", "Filter", "Intersection", "Input", "LeftOuterHashJoin", "LetAnti", "LetSelect", "LetSemi",
    "Limit", "Multi", "NodeLeftOuterHashJoin", "NodeRightOuterHashJoin",
    "NodeBy", "NodeCount", "NodeHash", "NodeIndex", "NodeUnique", "NullifyMetadata", "Optional",
    "Ordered", "Partial", "Partitioned", "PathPropagating", "ProduceResults", "Project", "PruningVar", "Projection",
    "PreserveOrder", "RelationshipCount", "RelationshipHash", "Repeat", "RightOuterHashJoin", "RollUpApply", "SelectOr", "SemiApply",
    "ShortestPath", "Skip", "Sort", "StatefulShortestPath", "Subtraction", "SubqueryForeach", "Top",
    "Triadic", "Trail", "UndirectedAll", "Undirected", "Union", "UnionNodeByLabels", "Unwind",
    "ValueHashJoin", "VarLength", "BFSPruning", "SimulatedNodeScan", "SubtractionNodeByLabelsScan",
)  # fmt: skip


def plan_of(session: neo4j.Session, statement: str, parameters: Mapping[str, Any]) -> neo4j.ResultSummary:
    """What the server would do. Raises UsageError where it stumbles: nothing has run yet, so that it is the statement."""
    text = cast(LiteralString, EXPLAIN + statement)  # type: ignore[redundant-cast]  # pyright tells them apart
    try:
        with session.begin_transaction(timeout=TIMEOUT_SECONDS) as transaction:
            plan = transaction.run(text, dict(parameters)).consume()
            transaction.rollback()
    except (ClientError, DatabaseError) as error:
        if isinstance(error, DatabaseError) or ".Statement." in (error.code or ""):
            raise wrong_statement(error, len(EXPLAIN)) from error
        raise
    return plan


def asks_for_plan(statement: str) -> bool:
    """Does a statement say itself that its plan is asked for? A second EXPLAIN in front of it is no Cypher."""
    return any(piece.text.upper() in ("EXPLAIN", "PROFILE") for piece in told(statement)[:1])


def refuse_writing(summary: neo4j.ResultSummary) -> None:
    """Raise RefusedError for a plan that writes or reaches outside the graph."""
    if summary.query_type == "s":
        raise RefusedError(
            "Cypher",
            Said("the statement is about the server or its schema"),
            Said("a statement that only reads the graph"),
            Said("guapai cypher --write, where it must run"),
        )
    if summary.query_type != "r":
        raise RefusedError(
            "Cypher", Said("the statement writes"), Said("a statement that only reads"), Said("guapai cypher --write")
        )
    for operator, arguments in _operators(summary.plan):
        if operator == "ProcedureCall":
            _refuse_procedure(str(arguments.get("Details", "")))
        elif operator.startswith(OUTSIDE) or not operator.startswith(SAFE_PREFIXES):
            raise RefusedError(
                "Cypher",
                Said("the plan holds {}", operator),
                Said("a statement that only reads the graph"),
                Said("leave that part out"),
            )
        _refuse_functions(arguments)


def _refuse_procedure(details: str) -> None:
    name = details.partition("(")[0].strip()
    if name not in PROCEDURES:
        raise RefusedError(
            "Cypher",
            Said("the procedure {}", name),
            Said("one of {}", ", ".join(PROCEDURES)),
            Said("guapai cypher --write, where it must run"),
        )


def _refuse_functions(arguments: Mapping[str, Any]) -> None:
    """Raise RefusedError for a function of a plugin: no operator shows it, the details of its operator do."""
    for value in arguments.values():
        text = value if isinstance(value, str) else json.dumps(value, default=str)
        pieces = told(text)
        if _loads(pieces):
            raise RefusedError(
                "Cypher",
                Said("the plan holds {}", "LOAD CSV"),
                Said("a statement that only reads the graph"),
                Said("leave that part out"),
            )
        for name in _called(pieces):
            if name.split(".")[0] not in FUNCTION_SPACES and name not in CALLED:
                raise RefusedError(
                    "Cypher",
                    Said("the function {}", name),
                    Said("functions that come with the server"),
                    Said("leave that part out"),
                )


def _loads(pieces: list[Token]) -> bool:
    """Does a subquery open a file or an address? In a list it is no operator of the plan, but its text is there, decoded."""
    words = [piece.text.upper() if piece.kind == "word" else "" for piece in pieces]
    return any(pair == ("LOAD", "CSV") for pair in pairwise(words))


def _called(pieces: list[Token]) -> Iterator[str]:
    """The names with a point that stand in front of a bracket, in lower case."""
    for place, piece in enumerate(pieces):
        if piece.text != "(":
            continue
        parts: list[str] = []
        while place and pieces[place - 1].kind in ("word", "name"):
            parts.insert(0, pieces[place - 1].text.strip("`").lower())
            place -= 2
            if place < 0 or pieces[place].text != ".":
                break
        if len(parts) > 1:
            yield ".".join(parts)


def _operators(plan: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not plan:
        return
    yield str(plan["operatorType"]).split("@")[0], plan.get("args", {})
    for child in plan.get("children", []):
        yield from _operators(child)
