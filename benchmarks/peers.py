"""Loading beside neomodel and neontology, which people would pick for nodes and relationships with types.

    python -m benchmarks.peers

Both are installed into an environment of their own, which is made for this and thrown away: they need other versions of
the driver. Each gets rows that are ready, as one object and one call for each of them, as their pages show it, with their
validation on. Ours reads and checks the records of the same documents, in batches, and in bulk as `guapai load --bulk` does: the
server is ended, imports the files, and starts again. Rows are nodes and relationships; seconds are those of the CPU, here and in the
server: a clock says as much of what else the machine does.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks import bundled
from benchmarks.counties import write
from benchmarks.figures import Figure, empty, used, with_server
from graph.server import LocalServer
from graph.server.starting import import_files
from graph.store.neo4j_store import Neo4jStore
from loaders.bulk import Bulk
from loaders.load import document_rows
from loaders.many import Loading, record_files
from loaders.reading import read_record
from loaders.refusals import Allowed

PEERS = {"neomodel": ("neomodel==6.0.0", 20), "neontology": ("neontology==2.2.2", 200)}
OF_PEERS, OF_OURS, OF_BULK, BATCH = 1, 200, 400, 50  # documents
ROUNDS = 2  # the better of them counts: in the first a server learns the statements
PATIENCE = 600

CLASSES = """
import json, sys, time
from typing import ClassVar, Optional
given = json.load(open(sys.argv[1], encoding="utf-8"))
fields = {}
for row in given["nodes"] + given["relationships"]:
    fields.setdefault(row["kind"], {}).update({name: type(value) for name, value in row["properties"].items()})
"""
NEOMODEL = """
from neomodel import (ArrayProperty, BooleanProperty, FloatProperty, IntegerProperty, RelationshipTo, StringProperty,
                      StructuredNode, StructuredRel, config)
config.DATABASE_URL = given["uri"].replace("://", "://{username}:{password}@".format(**given))
kinds = {bool: BooleanProperty, int: IntegerProperty, float: FloatProperty, str: StringProperty,
         list: lambda: ArrayProperty(StringProperty())}
made = {kind: {name: kinds[one]() for name, one in known.items() if name != "id"} for kind, known in fields.items()}
for row in given["nodes"]:
    row["properties"]["uid"] = row["properties"].pop("id")  # it keeps the name id for itself
rels = {row["kind"]: type(row["kind"], (StructuredRel,), made[row["kind"]]) for row in given["relationships"]}
ends = {(row["start_kind"], row["kind"], row["end_kind"]) for row in given["relationships"]}
nodes = {}
def deep(levels):  # it looks for the names of classes some frames above
    if levels:
        return deep(levels - 1)
    for kind in {row["kind"] for row in given["nodes"]}:
        known = {**made[kind], "uid": StringProperty(unique_index=True)}
        for start, relation, end in ends:
            if start == kind:
                known[f"{relation}_{end}"] = RelationshipTo(f"__main__.{end}", relation, model=rels[relation])
        nodes[kind] = globals()[kind] = type(kind, (StructuredNode,), {**known, "__module__": "__main__"})
deep(6)
start = time.process_time()
there = {}
for row in given["nodes"]:
    there[row["key"]] = nodes[row["kind"]](**row["properties"]).save()
for row in given["relationships"]:
    ours = getattr(there[row["start"]], f"{row['kind']}_{row['end_kind']}")
    ours.connect(there[row["end"]], row["properties"])
print(time.process_time() - start)
"""
NEONTOLOGY = """
from neontology import BaseNode, BaseRelationship, init_neontology
from neontology.graphengines import Neo4jConfig
init_neontology(Neo4jConfig(uri=given["uri"], username=given["username"], password=given["password"]))
def fields_of(kind):
    found = {name: Optional[list[str] if one is list else one] for name, one in fields[kind].items()}
    return {"__annotations__": found, **dict.fromkeys(found)}
nodes = {}
for kind in {row["kind"] for row in given["nodes"]}:
    known = fields_of(kind)
    known["__annotations__"] |= {"id": str, "__primarylabel__": ClassVar[str], "__primaryproperty__": ClassVar[str]}
    del known["id"]
    nodes[kind] = type(kind + "Node", (BaseNode,), {**known, "__primarylabel__": kind, "__primaryproperty__": "id",
                                                    "__module__": __name__})
rels = {}
for row in given["relationships"]:
    key = (row["start_kind"], row["kind"], row["end_kind"])
    if key not in rels:
        known = fields_of(row["kind"])
        known["__annotations__"] |= {"source": nodes[key[0]], "target": nodes[key[2]],
                                     "__relationshiptype__": ClassVar[Optional[str]]}
        rels[key] = type("_".join(key), (BaseRelationship,), {**known, "__relationshiptype__": key[1],
                                                              "__module__": __name__})
start = time.process_time()
there = {}
for row in given["nodes"]:
    there[row["key"]] = nodes[row["kind"]](**row["properties"])
    there[row["key"]].merge()
for row in given["relationships"]:
    kind = rels[row["start_kind"], row["kind"], row["end_kind"]]
    kind(source=there[row["start"]], target=there[row["end"]], **row["properties"]).merge()
print(time.process_time() - start)
"""
SCRIPTS = {"neomodel": NEOMODEL, "neontology": NEONTOLOGY}


def rows(paths: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """Nodes and relationships of records as plain values; lists of numbers as texts, which both peers take."""
    read = [document_rows(read_record(path)) for path in paths]
    nodes = {key: row for one in read for key, row in one.nodes.items()}
    links = {key: row for one in read for key, row in one.relationships.items()}
    return {
        "nodes": [
            {"kind": row.labels[0], "key": key, "properties": _plain(row.properties)} for key, row in nodes.items()
        ],
        "relationships": [
            {
                "kind": row.type, "start": row.ends[0], "end": row.ends[1], "properties": _plain(row.properties),
                "start_kind": nodes[row.ends[0]].labels[0], "end_kind": nodes[row.ends[1]].labels[0],
            }
            for row in links.values()
        ],
    }  # fmt: skip


def _plain(properties: Any) -> dict[str, Any]:
    return {
        name: [str(one) for one in value] if isinstance(value, list) else value for name, value in properties.items()
    }


def environment(folder: Path) -> Path | None:
    """A Python that has both peers; None where it cannot be made, which stderr says."""
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}:{Path('/usr/local/bin')}:{Path('/usr/bin')}")
    python = folder / "environment" / "bin" / "python"
    wanted = [requirement for requirement, _ in PEERS.values()]
    commands = (
        ([uv, "venv", "--quiet", "--python", sys.executable], [uv, "pip", "install", "--quiet", "--python", python])
        if uv
        else ([sys.executable, "-m", "venv"], [python, "-m", "pip", "install", "--quiet"])
    )
    try:
        subprocess.run([*commands[0], folder / "environment"], check=True, timeout=PATIENCE)
        subprocess.run([*commands[1], *wanted], check=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"peers are left out: {error}", file=sys.stderr)
        return None
    return python


def peers(server: LocalServer, store: Neo4jStore, folder: Path) -> Iterator[Figure]:
    """How many times the rows a second of each peer; nothing where they cannot be installed."""
    python = environment(folder)
    if python is None:
        return
    write(folder, OF_BULK)
    paths = record_files([folder / "records"])
    some = rows(paths[:OF_PEERS])
    login = {"uri": server.uri, "username": server.username, "password": server.password}
    (given := folder / "rows.json").write_text(json.dumps({**some, **login}), encoding="utf-8")
    given.chmod(0o600)
    count = len(some["nodes"]) + len(some["relationships"])
    speeds: dict[str, float] = {}
    for name, script in [*SCRIPTS.items()] * ROUNDS:
        empty(store)
        before = used(server.pid)
        done = subprocess.run(
            [python, "-W", "ignore", "-c", CLASSES + script, given], capture_output=True, text=True, timeout=PATIENCE
        )
        spent = used(server.pid) - before
        if done.returncode:
            print(f"{name} is left out: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            continue
        speeds[name] = max(speeds.get(name, 0.0), count / (spent + float(done.stdout.split()[-1])))
    own = {f"load --batch {BATCH}": ours(server, store, paths[:OF_OURS]), "load --bulk": in_bulk(server, folder, paths)}
    for (way, mine), (name, speed) in product(own.items(), speeds.items()):
        yield Figure(
            f"rows a second of {way} against {name} {PEERS[name][0].partition('==')[2]}",
            mine / speed,
            f"{PEERS[name][1]}, or more",
            f"{mine:.0f} against {speed:.0f} rows a second",
        )


def ours(server: LocalServer, store: Neo4jStore, paths: list[Path]) -> float:
    """Rows a second of our loader, with reading and checking the records."""

    def load_all() -> None:
        loading = Loading(store, paths, Allowed())
        for numbers in loading.batches(BATCH):
            loading.load(numbers)

    costs = []
    for _ in range(ROUNDS):
        empty(store)
        costs.append(with_server(server.pid, load_all))
    made = ("MATCH (node) RETURN count(node) AS count", "MATCH ()-[link]->() RETURN count(link) AS count")
    return sum(int(store.rows(text, {})[0]["count"]) for text in made) / min(costs)


def in_bulk(server: LocalServer, folder: Path, paths: list[Path]) -> float:
    """Rows a second of an import, with reading and checking the records; the server listens elsewhere afterwards."""
    (files := folder / "files").mkdir()
    before = _of_all()
    bulk = Bulk(files)
    for path in paths:
        bulk.add(path)
    bulk.finish()
    started = import_files(server.version, files, server.root.parent.parent)
    written = bulk.files.written
    return (written.nodes + written.relationships) / (_of_all() - before + used(started.pid))


def _of_all() -> float:
    """Seconds of the CPU of this process and of those that it waited for."""
    return sum(os.times()[:4])


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, bundled.server() as server, bundled.prepared(server) as store:
        for one in peers(server, store, Path(name)):
            print(f"{one.what}: {one.ratio:.0f} ({one.measured}; goal {one.goal})")


if __name__ == "__main__":
    main()
