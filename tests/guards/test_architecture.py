"""Who may import whom, how long a module may be, and what no file may name."""

import ast
import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from loaders.extract.grammar import LANGUAGES
from tests.sources import MODULES, ROOT

# What each package may import of the three: the face sees all, the loaders the graph, the graph nobody.
MAY_IMPORT = {"graph": set(), "loaders": {"graph"}, "guapai": {"graph", "loaders"}}
# The steps from a document to its record, in their order.
STEPS = ("document", "blocks", "mentions", "facts", "outline", "claims", "ledger", "record")
# Shared modules that still hold words of a language: they are to move into its folder, none may join them.
WITH_WORDS = frozenset((
    "blocks/block.py", "blocks/sections.py", "blocks/tables.py", "claims/hosting.py", "claims/sentences.py",
    "facts/whose.py", "ledger/alarms.py", "ledger/ledger.py", "outline/assembly.py",
    "outline/institution_names.py", "outline/lists.py", "outline/look.py", "outline/units.py", "record/composing.py", "rules/stretch.py",
))  # fmt: skip
HAN = re.compile("[\u3400-\u9fff]")
LONGEST = 400
HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
TOP_FOLDER = re.compile(r"(?<![\w./-])/[a-z]+(?=/)")
# Package registries, and folders of single machines, by the hash of their names: not even this file names them.
FORBIDDEN = frozenset((
    "a4aa2ac280bb8d1a", "8b5bb5eb9d758455", "c3db8466ffcd8589", "8743857e3ea00fd1", "3ca29e55be4befa4", "789e46d79514e280",
    "75adac515f0bd3db", "51c6b9f69c48a75b", "66394d5952c288e4", "0c9a453fad615c83", "94a6b447580330f9",
))  # fmt: skip


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def packages(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


def test_nobody_imports_upwards() -> None:
    offenders = []
    for path in MODULES:
        top = path.relative_to(ROOT).parts[0]
        if packages(path) & MAY_IMPORT.keys() - MAY_IMPORT[top] - {top}:
            offenders.append(str(path.relative_to(ROOT)))
    assert offenders == []


def test_only_the_stores_import_an_engine() -> None:
    stores = ROOT / "graph" / "store"
    offenders = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if not path.is_relative_to(stores) and packages(path) & {"neo4j", "kglite"}
    ]
    assert offenders == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    offenders = [
        f"{name}: {word}"
        for name in filter(None, listed.split("\0"))
        if (ROOT / name).is_file()
        for word in named((ROOT / name).read_bytes().decode("utf-8", "replace"))
    ]
    assert offenders == []


def named(text: str) -> set[str]:
    """Hosts and top folders in a text whose hash is a forbidden one; hosts count by their last two parts."""
    hosts = {found[0].lower() for found in HOST.finditer(text)} if "." in text else set()
    words = {".".join(host.split(".")[-2:]) for host in hosts} | set(TOP_FOLDER.findall(text))
    return {word for word in words if hashlib.sha256(word.encode()).hexdigest()[:16] in FORBIDDEN}


def test_each_step_of_reading_imports_only_from_those_before_it() -> None:
    offenders = [
        f"{path.relative_to(ROOT)}: {name}"
        for place, step in enumerate(STEPS)
        for path in (ROOT / "loaders" / "extract" / step).rglob("*.py")
        for name in imported(path)
        if name.startswith("loaders.extract.") and name.split(".")[2] in STEPS[place + 1 :]
    ]
    assert offenders == []


def test_only_the_folder_of_a_language_knows_which_one_it_is() -> None:
    """A third language is one folder: elsewhere no line compares a language, names one, or imports from its folder."""
    reading = ROOT / "loaders" / "extract"
    shared = [
        path for path in MODULES if path.is_relative_to(reading) and path.relative_to(reading).parts[0] not in LANGUAGES
    ]
    offenders = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in shared
        for line in knowing(ast.parse(path.read_text(encoding="utf-8")), path.name == "__init__.py")
    ]
    assert offenders == []


def test_words_of_a_language_stand_in_its_folder() -> None:
    """Text before it is cut into blocks has its own characters; behind that, what holds words is the folder of a language."""
    reading = ROOT / "loaders" / "extract"
    shared = [path for path in MODULES if path.is_relative_to(reading)]
    parts = {path: path.relative_to(reading).parts for path in shared}
    mixed = {
        "/".join(parts[path])
        for path in shared
        if parts[path][0] not in (*LANGUAGES, "document") and HAN.search(_constants(path))
    }
    assert mixed == WITH_WORDS


def _constants(path: Path) -> str:
    """The strings of a module, apart from its docstrings and the range of all Chinese characters."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    )
    return " ".join(strings).replace("\u4e00-\u9fff", "")


def knowing(tree: ast.Module, lists: bool) -> Iterator[int]:
    """The lines of a module that ask for a language; one that lists them all may name them."""
    for node in ast.walk(tree):
        compares = (
            isinstance(node, ast.Compare)
            and not isinstance(node.ops[0], ast.Is)
            and any(
                getattr(one, "attr", getattr(one, "id", "")) == "language" for one in (node.left, *node.comparators)
            )
        )
        names = isinstance(node, ast.Constant) and node.value in LANGUAGES and not lists
        imports = isinstance(node, ast.ImportFrom) and set((node.module or "").split(".")) & set(LANGUAGES)
        if compares or names or imports:
            yield node.lineno


def test_a_line_that_asks_for_a_language_would_be_found() -> None:
    asking = "from loaders.extract.zh import places\nif words.language != other: pass\nSHAPES = {'en': 1}\nlanguage = 'French'"
    assert sorted(set(knowing(ast.parse(asking), lists=False))) == [1, 2, 3]
