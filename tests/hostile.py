"""Statements and query files that try more than reading, under many disguises; each is plain text with a name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

# {x} is the name of the only column, {canary} the path of a file that must not be read, {port} a port that must not be reached.
READING_OUTSIDE = {
    "a file": "LOAD CSV FROM 'file://{canary}' AS {x} RETURN {x}",
    "a file with headers": "LOAD CSV WITH HEADERS FROM 'file://{canary}' AS {x} RETURN {x}",
    "a file without scheme": "LOAD CSV FROM '{canary}' AS {x} RETURN {x}",
    "a file with a separator": "LOAD CSV FROM 'file://{canary}' AS {x} FIELDTERMINATOR ';' RETURN {x}",
    "an address": "LOAD CSV FROM 'http://127.0.0.1:{port}/a.csv' AS {x} RETURN {x}",
    "an address for files": "LOAD CSV FROM 'ftp://127.0.0.1:{port}/a.csv' AS {x} RETURN {x}",
    "ranks": "CALL pagerank() YIELD node AS {x} RETURN {x}",
    "a file by a procedure": "CALL apoc.load.csv('file://{canary}') YIELD list AS {x} RETURN {x}",
    "an address by a procedure": "CALL apoc.load.json('http://127.0.0.1:{port}/') YIELD value AS {x} RETURN {x}",
    "the settings": "CALL dbms.listConfig() YIELD name AS {x} RETURN {x}",
}
ACTING = {
    "a killed connection": "CALL dbms.killConnection('bolt-1') YIELD connectionId AS {x} RETURN {x}",
    "emptied caches": "CALL db.clearQueryCaches() YIELD value AS {x} RETURN {x}",
    "another setting": "CALL dbms.setConfigValue('server.directories.import', '/')",
    "an ended transaction": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "a list of settings": "SHOW SETTINGS YIELD name AS {x} RETURN {x}",
    "a list of users": "SHOW USERS YIELD user AS {x} RETURN {x}",
    "a change feed": "CALL db.cdc.enable()",
    "a deletion by a procedure": "CALL table.delete('Place', ['jinhua'])",
}
WRITING = {
    "a node": "CREATE (made:Place {{id: 'evil'}}) RETURN made AS {x}",
    "a node in the newer way": "INSERT (made:Place {{id: 'evil'}}) RETURN made AS {x}",
    "a node if missing": "MERGE (made:Place {{id: 'evil'}}) RETURN made AS {x}",
    "a relationship": "MATCH (a:Place), (b:Place) CREATE (a)-[made:WITHIN]->(b) RETURN a AS {x}",
    "a property": "MATCH (n:Place) SET n.name = 'evil' RETURN n AS {x}",
    "a label": "MATCH (n:Place) SET n:Evil RETURN n AS {x}",
    "no property": "MATCH (n:Place) REMOVE n.name RETURN n AS {x}",
    "a deletion": "MATCH (n:Alias) DETACH DELETE n RETURN 1 AS {x}",
    "a deletion of relationships": "MATCH ()-[r:PART_OF]->() DELETE r RETURN 1 AS {x}",
    "a loop": "UNWIND [1] AS {x} FOREACH (i IN [1] | CREATE (:Place {{id: 'evil'}})) RETURN {x}",
    "an index": "CREATE INDEX evil FOR (n:Place) ON (n.name)",
    "no index": "DROP INDEX names",
    "a constraint": "CREATE CONSTRAINT evil FOR (n:Place) REQUIRE n.name IS UNIQUE",
    "a user": "CREATE USER evil SET PASSWORD 'evil-evil' CHANGE NOT REQUIRED",
    "a password": "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'evil-evil'",
    "no database": "DROP DATABASE neo4j",
    "a right": "GRANT ROLE admin TO neo4j",
}
PAYLOADS = {**READING_OUTSIDE, **ACTING, **WRITING}
TRIED_IN_EVERY_WAY = ("a file", "an address", "ranks", "a node", "a property", "a killed connection")
SHORT = ("as it is", "behind UNION ALL", "in a subquery", "behind another statement", "with escapes")
Disguise = Callable[[str], str]
WORDS = re.compile(r"'[^']*'|`[^`]*`|[A-Za-z]+|\s+")


def _each_word(change: Disguise) -> Disguise:
    """A disguise of every word outside of strings and names."""
    return lambda text: WORDS.sub(lambda found: change(found[0]) if found[0].isalpha() else found[0], text)


def _each_blank(other: str) -> Disguise:
    return lambda text: WORDS.sub(lambda found: other if found[0].isspace() else found[0], text)


def _around(before: str, after: str = "") -> Disguise:
    return lambda text: before + text + after


def _escaped(word: str) -> str:
    return f"{word[0]}\\u{ord(word[1]):04x}{word[2:]}" if len(word) > 1 else word


def _alternating(word: str) -> str:
    return "".join(letter.upper() if place % 2 else letter.lower() for place, letter in enumerate(word))


DISGUISES: dict[str, Disguise] = {
    "as it is": str,
    "in lower case": _each_word(str.lower),
    "in both cases": _each_word(_alternating),
    "with escapes": _each_word(_escaped),
    "over many lines": _each_blank("\n\t\r\n "),
    "with comments between": _each_blank(" // '\n"),
    "with longer comments between": _each_blank("/* RETURN */"),
    "with odd blanks": _each_blank("\u00a0\u2003"),
    "behind a comment": _around("// RETURN 1 AS x\n"),
    "behind a comment with a quote": _around('// it\'s "here" `and\n'),
    "behind a comment that ends early": _around("// RETURN 1\r"),
    "in front of a stop": _around("", " ; "),
    "behind a stop": _around("; "),
    "behind another statement": _around("RETURN 1 AS x; "),
    "before another statement": _around("", "; RETURN 1 AS x"),
    "behind UNION": _around("RETURN 1 AS x UNION "),
    "behind UNION ALL": _around("RETURN 1 AS x UNION ALL "),
    "behind a UNION with a comment": _around("RETURN 1 AS x UNION // ALL\n"),
    "behind two": _around("RETURN 1 AS x UNION RETURN 2 AS x UNION "),
    "between two": _around("RETURN 1 AS x UNION ALL ", " UNION ALL RETURN 2 AS x"),
    "behind a UNION in a string": _around("RETURN 'UNION' AS x UNION ALL "),
    "behind a quote in a string": _around("RETURN '\\'' AS x UNION ALL "),
    "behind a string with a backslash": _around("RETURN '\\\\' AS x UNION ALL "),
    "behind an intersection": _around("RETURN 1 AS x INTERSECT "),
    "behind a difference": _around("RETURN 1 AS x EXCEPT "),
    "in a subquery": _around("CALL { ", " } RETURN x"),
    "in a subquery with a scope": _around("CALL () { ", " } RETURN x"),
    "in a subquery of a subquery": _around("CALL { CALL { ", " } RETURN x } RETURN x"),
    "in a subquery with a UNION": _around("CALL { RETURN 1 AS x UNION ", " } RETURN x"),
    "in transactions": _around("CALL { ", " } IN TRANSACTIONS RETURN x"),
    "in EXISTS": _around("RETURN EXISTS { ", " } AS x"),
    "in COUNT": _around("MATCH (n:Place) WHERE COUNT { ", " } > 0 RETURN n AS x"),
    "in COLLECT": _around("RETURN COLLECT { ", " } AS x"),
    "in COLLECT in a list": _around("RETURN [i IN [1] | COLLECT { ", " }] AS x"),
    "in EXISTS in a list": _around("RETURN [i IN [1] WHERE EXISTS { ", " }] AS x"),
    "to be profiled": _around("PROFILE "),
    "to be explained": _around("EXPLAIN PROFILE "),
    "in an older language": _around("CYPHER 5 "),
    "in another database": _around("USE system "),
}
ALIASES = ("(", ")", "[", "{", "}", "'", '"', "//", "/*", "UNION", "a``b", ";", "\\", "1")


@dataclass(frozen=True)
class Attempt:
    """One hostile text."""

    name: str
    text: str


def statements(canary: str, port: int) -> Iterator[Attempt]:
    """Every payload in a few disguises, a few in all, and UNIONs whose column has a name that looks like something else."""
    filled = {"canary": canary, "port": port}
    for name, payload in PAYLOADS.items():
        for way, disguise in DISGUISES.items():
            if name in TRIED_IN_EVERY_WAY or way in SHORT:
                yield Attempt(f"{name}, {way}", disguise(payload.format(x="x", **filled)))
    for alias in ALIASES:
        for name in ("a file", "ranks"):
            text = PAYLOADS[name].format(x=f"`{alias}`", **filled)
            yield Attempt(f"{name}, beside the name {alias}", f"RETURN [1] AS `{alias}` UNION {text}")


HEAD = "// Which rows are there? 有哪些行？\n//\n// @column x string -- a row\n"
HARMLESS = "MATCH (n:Bureau) RETURN n.id AS x"


def query_file(text: str) -> str:
    """A query file whose answer is sorted, with this text as its statement."""
    return f"{HEAD}{text}\nORDER BY x\n"


def query_files(canary: str, port: int) -> Iterator[Attempt]:
    """The statements that can stand in a file whose head is right."""
    for one in statements(canary, port):
        if re.search(r"(?i)return\s+x$|AS x$", one.text):
            yield Attempt(one.name, query_file(one.text))
