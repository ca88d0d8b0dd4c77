"""The wheel works in an empty virtual environment, with queries and data inside."""

import json
import os
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment that holds the wheel; dependencies come from the present one, by path only."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    (packages,) = (folder / "env" / "lib").glob("python*/site-packages")
    # A path in a .pth file adds that folder and none of the .pth files in it: the editable install is not seen.
    (packages / "dependencies.pth").write_text("\n".join(site.getsitepackages()) + "\n", encoding="utf-8")
    uv = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--offline", "--python", str(python)]
    install = [*uv, "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    return folder / "env" / "bin"


def test_the_wheel_answers_a_question(installed: Path, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "GUAPAI_HOME": str(tmp_path)}
    command = [installed / "guapai", "query", "alias.hanging_signs", "--format", "json"]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert len(json.loads(done.stdout)) == 8


def test_the_wheel_brings_its_own_queries_and_data(installed: Path, tmp_path: Path) -> None:
    code = "import graph.folders as f; print(f.bundled('queries')); print(f.bundled('data'))"
    done = subprocess.run([installed / "python", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    names = [Path(line) for line in done.stdout.split()]
    assert [path.name for path in names] == ["_queries", "_data"]
    assert all(path.is_relative_to(installed.parent) for path in names)
