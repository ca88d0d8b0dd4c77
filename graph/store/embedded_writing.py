"""How the embedded store writes: one transaction, and nodes whose kind changes made anew."""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.schema import NODE_BY_LABEL
from graph.statement import Batch, NodeRow, differing
from graph.store import statements
from graph.store.statements import quoted
from graph.store.values import listed, plain_value


class EmbeddedTransaction:
    """See Transaction; the file belongs to one writing process."""

    actors = statements.ANY_ACTOR

    def __init__(self, transaction: Any) -> None:
        self._transaction = transaction

    def rows(self, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """See Asked.rows."""
        return plain_rows(self._transaction.cypher(text, params=dict(parameters)))

    def write(self, batch: Batch) -> None:
        """See Transaction.write."""
        same = [(old, new) for old, new in batch.change_nodes if old.labels == new.labels]
        others = [(old, new) for old, new in batch.change_nodes if old.labels != new.labels]
        self._run(statements.drop_relationships(batch.drop_relationships))
        self._run(statements.new_nodes(batch.put_nodes))
        self._run(statements.change_nodes(same))
        for old, new in others:
            self._make_anew(old, new)
        new_links, links = batch.links_apart()
        self._run(statements.new_relationships([*batch.put_relationships, *new_links]))
        self._run(statements.change_relationships(batch.change_relationships))
        self._run(statements.links(links))

    def _run(self, steps: Iterable[tuple[str, list[dict[str, Any]]]]) -> None:
        for statement, rows in steps:
            self._transaction.cypher(statement, params={"rows": rows})

    def _make_anew(self, old: NodeRow, new: NodeRow) -> None:
        """The first label of a KGLite node cannot change: the node and all that hangs on it, made again.

        What others added goes along: labels, properties, relationships.
        """
        before, after = (statements.known_label(row.labels[0]) for row in (old, new))
        gone, made = f"(gone:{before} {{id: $id}})", f"(made:{after} {{id: $id}})"
        (found,) = self.rows(f"MATCH {gone} RETURN gone", {"id": old.id})
        theirs = [label for label in found["gone"]["labels"] if label not in NODE_BY_LABEL]
        properties = {**found["gone"]["properties"], **differing(old.properties, new.properties)}
        names = ":".join([*new.labels, *map(quoted, theirs)])
        self.rows(f"CREATE (made:{names} {{id: $id}}) SET made += $all", {"id": new.id, "all": properties})
        for row in self.rows(f"MATCH {gone}-[link]-() RETURN DISTINCT type(link) AS type", {"id": old.id}):
            kind = quoted(row["type"])
            for there, here in (
                (f"(gone)-[link:{kind}]->(other) WHERE other <> gone", f"(made)-[copy:{kind}]->(other)"),
                (f"(gone)<-[link:{kind}]-(other) WHERE other <> gone", f"(made)<-[copy:{kind}]-(other)"),
                (f"(gone)-[link:{kind}]->(gone)", f"(made)-[copy:{kind}]->(made)"),
            ):
                text = f"MATCH {gone} MATCH {made} MATCH {there} CREATE {here} SET copy = properties(link)"
                self.rows(text, {"id": new.id})
        self.rows(f"MATCH {gone} DETACH DELETE gone", {"id": old.id})


def plain_rows(result: Any) -> list[dict[str, Any]]:
    """The rows of a KGLite result with plain values."""
    columns = list(result.columns)
    return [{column: plain_value(row[column]) for column in columns} for row in listed(result)]
