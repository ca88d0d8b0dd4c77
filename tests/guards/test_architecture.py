"""Who may import whom, how long a module may be, and what no file may name."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "graph").rglob("*.py"), *(ROOT / "loaders").rglob("*.py")])
LONGEST = 400


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


def test_the_graph_imports_the_loaders_on_the_command_line_only() -> None:
    allowed = ROOT / "graph" / "cli"
    offenders = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if path.is_relative_to(ROOT / "graph") and not path.is_relative_to(allowed) and "loaders" in packages(path)
    ]
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
    forbidden = [
        "/work" + "/",
        "/root" + "/",
        "files." + "pythonhosted",
        "pypi" + ".org",
        "repo1." + "maven",
        "maven" + ".org",
    ]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    offenders = []
    for name in filter(None, listed.split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        offenders += [f"{name}: {word}" for word in forbidden if word.encode() in content]
    assert offenders == []
