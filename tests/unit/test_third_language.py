"""A language is one folder: the folder of Chinese under another name reads a document as Chinese is read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

import loaders.extract
from graph.folders import bundled
from loaders.extract.claims import matters, sentences
from loaders.extract.claims.hosting import Hosting
from loaders.extract.document.text import Document
from loaders.extract.grammar import Language, grammar
from loaders.extract.grammar import lexicon as lexicons
from loaders.extract.grammar.lexicon import lexicon
from loaders.extract.mentions.where import place_of
from loaders.extract.outline.whole import Outline
from loaders.extract.rules.families import engine, families

OTHER = cast("Language", "xx")
TEXT = """市水利局主要职责
一、负责本市水资源管理。
二、内设机构
(一)办公室(加挂督查科牌子)。负责文电、会务。
(二)规划科。拟订水利规划。
市防汛抗旱指挥部办公室设在规划科。
三、直属事业单位:市水文站、市节水中心。
"""


@pytest.fixture
def renamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The folder and the words of Chinese, called xx."""
    folder, chinese = tmp_path / "xx", Path(loaders.extract.__path__[0]) / "zh"
    folder.mkdir()
    for path in chinese.iterdir():
        if path.suffix in (".py", ".yaml"):
            text = path.read_text(encoding="utf-8").replace("loaders.extract.zh", "loaders.extract.xx")
            (folder / path.name).write_text(re.sub(r'vocabulary\("zh"\)', 'vocabulary("xx")', text), encoding="utf-8")
    words = tmp_path / "words"
    words.mkdir()
    for name in ("general.yaml", "functions.yaml"):
        content = yaml.safe_load((bundled("data") / "words" / name).read_text(encoding="utf-8"))
        (words / name).write_text(yaml.safe_dump(_with_other(content), allow_unicode=True), encoding="utf-8")
    monkeypatch.setattr(loaders.extract, "__path__", [*loaders.extract.__path__, str(tmp_path)])
    for module in (lexicons, matters):
        monkeypatch.setattr(module, "bundled", lambda _name: tmp_path)
    yield
    for cached in (grammar, lexicon, engine, families, matters.matters):
        cached.cache_clear()


def _with_other(content: Any) -> Any:
    if not isinstance(content, dict):
        return content
    known = {key: _with_other(value) for key, value in content.items()}
    return known | ({OTHER: known["zh"]} if "zh" in known else {})


def told(document: Document) -> set[tuple[Any, ...]]:
    """Units, signs and offices of a document, with their lines."""
    words = lexicon(document.language)
    reading = Outline(document, words, place_of(document, "here", "330700").forms).read()
    sentences.read(document, words, reading)
    for facts in (Hosting, matters.Duties):
        facts(document, words, reading).read()
    kinds = ("aliases", "hosts", "duties")
    facts = {(unit.name, kind, str(one.get("name", one.get("functions")))) for unit in reading.units() for kind in kinds
             for one in unit.list_of(kind)}  # fmt: skip
    return facts | {(unit.kind, unit.name, unit.at[0].span.line) for unit in reading.units()}


@pytest.mark.usefixtures("renamed")
def test_the_folder_of_a_language_is_all_of_it() -> None:
    chinese = Document(TEXT.encode(), TEXT, "zh")
    found = told(replace(chinese, language=OTHER))
    assert found == told(chinese)
    assert {("division", "规划科", 5), ("institution", "市水文站", 7), ("办公室", "aliases", "督查科")} <= found
    assert families(OTHER).keys() == families("zh").keys()
