"""testcontainers and docker-compose.yml on a Docker engine that has the images; skipped where there is none."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docker
import neo4j
import pytest
from docker.models.containers import Container
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError

from graph.catalog.catalogue import ask
from graph.settings import Settings
from graph.store.neo4j_store import Neo4jStore
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record
from tests.containers.images import BASE, NEO4J, PYTHON, ROOT
from tests.servers import has_image, servers

COMPOSE = next(
    (words for words in (["docker", "compose"], ["docker-compose"])
     if shutil.which(words[0]) and not subprocess.run([*words, "version"], capture_output=True).returncode),
    None,
)  # fmt: skip
pytestmark = [
    pytest.mark.skipif(not has_image(NEO4J), reason=f"no Docker engine with the image {NEO4J}: make test-containers"),
    # What the libraries of Docker and testcontainers do at their end is theirs.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]
SIGNS = 8


def test_the_tests_take_a_container_where_its_image_is_there() -> None:
    with servers()[NEO4J.replace(":", "-")]() as server:
        login = Settings(neo4j_password=server.password, neo4j_database=server.database)
        with Neo4jStore(server.uri, login, write=True) as store:
            store.prepare()
            assert {load(store, read_record(path)).outcome for path in record_paths()} == {"loaded"}
            assert len(ask(store, "alias.hanging_signs").rows) == SIGNS


@dataclass
class Project:
    """A checkout of its own in which compose runs, under a name and on ports that nobody else uses."""

    folder: Path
    environment: dict[str, str]

    def compose(self, *words: str) -> subprocess.CompletedProcess[str]:
        assert COMPOSE
        command = [*COMPOSE, "--project-name", f"guapai-test-{os.getpid()}", *words]
        return subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True)

    def container(self, service: str) -> Container:
        found = self.compose("ps", "--all", "--quiet", service).stdout.split()
        assert len(found) == 1, found
        return docker.from_env().containers.get(found[0])

    @property
    def password(self) -> str:
        return (self.folder / "secrets" / "neo4j_auth").read_text(encoding="utf-8").removeprefix("neo4j/")

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.environment['GUAPAI_BOLT_PORT']}"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The files that git knows, copied; what compose made of them is removed at last."""
    if COMPOSE is None:
        pytest.skip("no docker compose and no docker-compose")
    folder = tmp_path_factory.mktemp("project")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    ports = {"GUAPAI_BOLT_PORT": str(free_port()), "GUAPAI_HTTP_PORT": str(free_port())}
    made = Project(folder, {**os.environ, **ports})
    yield made
    made.compose("down", "--volumes", "--rmi", "local", "--timeout", "20")
    made.compose("rm", "--force", "--stop")


def test_without_a_password_compose_says_so(project: Project) -> None:
    done = project.compose("up", "--detach", "neo4j")
    assert done.returncode != 0
    assert "make password" in done.stderr


@pytest.fixture(scope="module")
def up(project: Project) -> Project:
    """The project after `make password` and `docker compose up`."""
    bases = [name for name in (PYTHON, BASE) if has_image(name)]
    if not bases:
        pytest.skip(f"no image {PYTHON} to build on: make test-containers")
    made = subprocess.run(
        ["make", "password", f"PYTHON={sys.executable}"], cwd=project.folder, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    built = project.compose("build", "--build-arg", f"BASE={bases[0]}", "load")
    assert built.returncode == 0, built.stdout[-3000:] + built.stderr[-3000:]
    started = project.compose("up", "--detach")
    assert started.returncode == 0, started.stderr
    return project


def test_the_server_is_healthy_and_the_records_are_loaded_once_it_is(up: Project) -> None:
    done = up.container("load")
    assert done.wait(timeout=600)["StatusCode"] == 0, done.logs().decode()
    assert done.logs().decode().count("loaded") == len(record_paths())
    assert up.container("neo4j").attrs["State"]["Health"]["Status"] == "healthy"


def test_a_question_is_answered_through_this_machine_only(up: Project) -> None:
    up.container("load").wait(timeout=600)
    known = {**os.environ, "NEO4J_URI": up.uri, "NEO4J_PASSWORD": up.password}
    command = [Path(sys.executable).with_name("guapai"), "query", "alias.hanging_signs", "--format", "json"]
    asked = subprocess.run(command, env=known, capture_output=True, text=True, check=True)
    assert len(json.loads(asked.stdout)) == SIGNS
    ports = up.container("neo4j").attrs["NetworkSettings"]["Ports"]
    assert {one["HostIp"] for published in ports.values() for one in published or []} == {"127.0.0.1"}
    assert {name for name, published in ports.items() if published} == {"7474/tcp", "7687/tcp"}


@pytest.fixture
def session(up: Project) -> Iterator[neo4j.Session]:
    with GraphDatabase.driver(up.uri, auth=("neo4j", up.password)) as driver, driver.session() as opened:
        yield opened


def test_the_settings_of_the_file_are_those_of_the_server(session: neo4j.Session) -> None:
    names = [
        "dbms.security.allow_csv_import_from_file_urls",
        "server.memory.heap.max_size",
        "dbms.usage_report.enabled",
    ]
    shown = session.run("SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value", names=names)
    assert {row["name"]: row["value"].lower() for row in shown} == {
        names[0]: "false", names[1]: "512.00mib", names[2]: "false",
    }  # fmt: skip
    with pytest.raises(Neo4jError):
        session.run("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line").consume()


def test_no_container_runs_without_bounds_and_none_tells_the_password(up: Project) -> None:
    for service in ("neo4j", "load"):
        told = up.container(service).attrs
        assert up.password not in json.dumps(told)
        assert told["HostConfig"]["Memory"] > 0
    assert up.password not in up.compose("config").stdout
    assert "uid=10001" in up.compose("run", "--rm", "--no-deps", "--entrypoint", "id", "load").stdout


def test_the_data_outlives_the_containers_and_a_second_load_writes_nothing(up: Project) -> None:
    assert up.compose("down", "--timeout", "20").returncode == 0
    again = up.compose("up", "--detach")
    assert again.returncode == 0, again.stderr
    done = up.container("load")
    assert done.wait(timeout=600)["StatusCode"] == 0, done.logs().decode()
    assert done.logs().decode().count("unchanged") == len(record_paths())


def test_down_leaves_nothing(project: Project) -> None:
    assert project.compose("down", "--volumes", "--rmi", "local", "--timeout", "20").returncode == 0
    mine = {"label": f"com.docker.compose.project=guapai-test-{os.getpid()}"}
    engine = docker.from_env()
    kinds: list[Callable[..., list]] = [
        lambda **some: engine.containers.list(all=True, **some),
        engine.volumes.list,
        engine.networks.list,
    ]
    assert [one for kind in kinds for one in kind(filters=mine)] == []
    engine.close()
