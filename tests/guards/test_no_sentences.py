"""No sentence of a source document stands in the tree."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS, CHARACTERS = 12, 24


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def chinese(text: str) -> str:
    return "".join(re.findall(r"[\u3400-\u9fff]", text))


def runs(items: list[str] | str, length: int) -> set[str]:
    return {" ".join(items[start : start + length]) for start in range(len(items) - length + 1)}


def documents() -> list[Path]:
    named = os.environ.get("GUAPAI_DOCUMENTS")
    if named is None:
        pytest.skip("GUAPAI_DOCUMENTS is not set: the source documents are not here")
    found = sorted(Path(named).glob("*.txt"))
    assert found, f"GUAPAI_DOCUMENTS names {named}, which holds no document"
    return found


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_run_of_twelve_words_or_twenty_four_characters_of_a_document_is_tracked() -> None:
    forbidden_words: set[str] = set()
    forbidden_characters: set[str] = set()
    for path in documents():
        text = path.read_text(encoding="utf-8")
        forbidden_words |= runs(words(text), WORDS)
        forbidden_characters |= runs(chinese(text), CHARACTERS)
    offenders = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = (runs(words(text), WORDS) & forbidden_words) | (runs(chinese(text), CHARACTERS) & forbidden_characters)
        offenders += [f"{path.relative_to(ROOT)}: {one}" for one in sorted(found)]
    assert not offenders, "\n".join(offenders)
