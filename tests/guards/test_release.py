"""A version is one number and one date, wherever a reader meets it."""

import re
from pathlib import Path

import yaml

import guapai

ROOT = Path(__file__).parents[2]
HEADING = re.compile(r"^## (\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$", re.M)


def test_the_program_the_changes_and_the_citation_name_one_version_and_one_date() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    newest = HEADING.findall(changes)[0]
    assert newest == (guapai.__version__, str(citation["date-released"]))
    assert citation["version"] == guapai.__version__


def test_every_version_of_the_changes_has_its_date_the_newest_first() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    dated = HEADING.findall(changes)
    assert len(dated) == len(re.findall("^## ", changes, re.M))
    numbers = [[int(part) for part in version.split(".")] for version, _ in dated]
    assert numbers == sorted(numbers, reverse=True)
    assert [date for _, date in dated] == sorted((date for _, date in dated), reverse=True)


def test_no_other_file_of_the_program_repeats_the_version() -> None:
    """`graph/version.py` says it; the wheel, `guapai --version`, `doctor` and the guide read it there."""
    mine = [path for part in ("guapai", "graph", "loaders", "docs") for path in (ROOT / part).rglob("*.py")]
    repeated = [
        str(path.relative_to(ROOT))
        for path in (*mine, ROOT / "pyproject.toml")
        if f'"{guapai.__version__}"' in path.read_text(encoding="utf-8") and path.name != "version.py"
    ]
    assert repeated == []
