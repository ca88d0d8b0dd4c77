"""Which plans only read: the type of the statement and an allow-list of its operators and procedures."""

from collections.abc import Iterator
from typing import Any

import neo4j

from graph.errors import RefusedError

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
SAFE_PREFIXES = (
    "AllNodesScan", "Aggregation", "AllRelationshipsScan", "AntiConditionalApply", "AntiSemiApply", "Anti", "Apply", "Argument",
    "AssertSameNode", "AssertSameRelationship", "AssertingMultiNode", "Bidirectional", "CacheProperties", "Cartesian",
    "Conditional", "CountFromCountStore", "Directed", "Distinct", "DynamicLabel", "Eager", "EmptyResult", "EmptyRow",
    "Exhaustive", "Expand", "Filter", "Intersection", "Input", "LeftOuterHashJoin", "LetAnti", "LetSelect", "LetSemi",
    "Limit", "Multi", "NodeBy", "NodeCount", "NodeHash", "NodeIndex", "NodeUnique", "NullifyMetadata", "Optional",
    "Ordered", "Partial", "Partitioned", "PathPropagating", "ProduceResults", "Project", "PruningVar", "Projection",
    "PreserveOrder", "RelationshipCount", "RelationshipHash", "Repeat", "RightOuterHashJoin", "RollUpApply", "SelectOr", "SemiApply",
    "ShortestPath", "Skip", "Sort", "StatefulShortestPath", "Subtraction", "SubqueryForeach", "Top", "Transaction",
    "TransactionApply", "Triadic", "Trail", "UndirectedAll", "Undirected", "Union", "UnionNodeByLabels", "Unwind",
    "ValueHashJoin", "VarLength", "BFSPruning", "SimulatedNodeScan", "SubtractionNodeByLabelsScan",
)  # fmt: skip


def refuse_writing(summary: neo4j.ResultSummary) -> None:
    """Raise RefusedError for a plan that writes or reaches outside the graph."""
    if summary.query_type != "r":
        raise RefusedError("Cypher", "the statement writes", "a statement that only reads", "guapai cypher --write")
    for operator, arguments in _operators(summary.plan):
        if operator == "ProcedureCall":
            details = str(arguments.get("Details", ""))
            if not details.startswith(PROCEDURES):
                raise RefusedError(
                    "Cypher",
                    f"the procedure {details.split('(')[0]}",
                    "one of " + ", ".join(PROCEDURES),
                    "guapai cypher --write, where it must run",
                )
        elif operator.startswith(OUTSIDE) or not operator.startswith(SAFE_PREFIXES):
            raise RefusedError(
                "Cypher", f"the plan holds {operator}", "a statement that only reads the graph", "leave that part out"
            )


def _operators(plan: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not plan:
        return
    yield str(plan["operatorType"]).split("@")[0], plan.get("args", {})
    for child in plan.get("children", []):
        yield from _operators(child)
