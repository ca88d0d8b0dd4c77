"""The lock files are complete: installed without asking an index what their packages need, nothing is missing."""

import itertools
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.sources import MODULES, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLATFORMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
)
Environment = dict[str, str]


def locked(name: str) -> list[Requirement]:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [Requirement(re.split(r"\s--hash", line)[0]) for line in text.splitlines() if line.strip()]


def environments() -> Iterator[Environment]:
    for python, platform in itertools.product(PYTHONS, PLATFORMS):
        own = {**default_environment(), **platform, "python_version": python, "python_full_version": f"{python}.1"}
        yield {key: str(value) for key, value in own.items()}


def holds(requirement: Requirement, environment: Environment, extras: frozenset[str] = frozenset()) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras))


def wanted(group: str) -> list[str]:
    """What pyproject.toml asks for, with the groups that a group includes."""
    found: list[str] = []
    for entry in PROJECT["dependency-groups"][group]:
        found += wanted(entry["include-group"]) if isinstance(entry, dict) else [entry]
    return found


DEPENDENCIES = PROJECT["project"]["dependencies"]
EXTRAS = [one for some in PROJECT["project"]["optional-dependencies"].values() for one in some]
FILES = {
    "run.txt": DEPENDENCIES,
    "build.txt": wanted("build"),
    "server.txt": [*DEPENDENCIES, *PROJECT["project"]["optional-dependencies"]["server"]],
    "dev.txt": [*DEPENDENCIES, *EXTRAS, *wanted("dev")],
}


def missing(name: str, roots: list[str], environment: Environment) -> set[str]:
    """Requirements that no locked package meets, as "who asks: what"."""
    pins = {canonicalize_name(one.name): one for one in locked(name) if holds(one, environment)}
    lacking: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    open_ones = [("pyproject.toml", one) for one in map(Requirement, roots) if holds(one, environment)]
    while open_ones:
        asker, requirement = open_ones.pop()
        key = canonicalize_name(requirement.name), frozenset(requirement.extras)
        pin = pins.get(key[0])
        if pin is None or next(iter(pin.specifier)).version not in requirement.specifier:
            lacking.add(f"{asker}: {requirement}")
        if key in seen:
            continue
        seen.add(key)
        open_ones += [(key[0], one) for one in needs(*key) if holds(one, environment, key[1])]
    return lacking


def needs(name: str, extras: frozenset[str]) -> list[Requirement]:
    """What a package says that it needs; nothing is known of one that is not for this platform."""
    try:
        return [Requirement(text) for text in distribution(name).requires or []]
    except PackageNotFoundError:
        return []


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_requirement_of_every_locked_package_is_met_by_a_locked_one(name: str) -> None:
    lacking = {one for environment in environments() for one in missing(name, FILES[name], environment)}
    assert lacking == set()


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_pin_has_one_version_and_a_hash_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert [one.name for one in locked(name) if [part.operator for part in one.specifier] != ["=="]] == []
    assert text.count("--hash=sha256:") >= len(locked(name))
    assert "://" not in text


def test_a_requirement_that_is_not_locked_is_found() -> None:
    environment = next(environments())
    assert missing("run.txt", [*DEPENDENCIES, "neo4j<6", "no-such-package"], environment) == {
        "pyproject.toml: neo4j<6",
        "pyproject.toml: no-such-package",
    }


def test_a_package_has_the_same_version_in_every_lock_file() -> None:
    versions: dict[tuple[str, str], set[str]] = {}
    for name in FILES:
        for one in locked(name):
            versions.setdefault((one.name, str(one.marker)), set()).add(str(one.specifier))
    assert {key: found for key, found in versions.items() if len(found) > 1} == {}


def test_every_extra_is_imported_somewhere() -> None:
    """An extra that no code uses promises what is not there; `_library` imports by name."""
    # The Rust codec is put into the driver itself where it is installed.
    modules = {"python-docx": "docx", "neo4j-rust-ext": "neo4j"}
    text = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    unused = [
        name
        for name in (Requirement(one).name for one in EXTRAS)
        if not re.search(rf"(^\s*(from|import) |_library\(\"){modules.get(name, name)}\b", text, re.MULTILINE)
    ]
    assert unused == []
