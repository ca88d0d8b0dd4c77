"""Lines broken where a page ends, as in text taken out of PDF files: the same facts, each still proved by its line."""

import textwrap
from collections import Counter
from pathlib import Path

import pytest

from graph.proof import quote_hash
from loaders.checks import proofs
from loaders.extract.document.reading import decode
from loaders.extract.document.wrapping import paragraphs
from loaders.extract.extraction import Extraction, extract_document
from loaders.extract.grammar import grammar
from tests.extraction.miniatures import KINDS, LANGUAGES, expected, extracted, miniatures, rows

COLUMNS = {"zh": 80, "en": 90}
# Of the facts found in the miniatures as they are. Short documents show too little of their page's end.
KEPT = {"zh": 0.97, "en": 0.9}
NO_LINE_BEGINS_WITH = "，。；：、）"


def wrapped(line: str, language: str) -> list[str]:
    """A line as a page of so many columns breaks it; a Chinese paragraph begins with two blanks."""
    if language == "en":
        return textwrap.wrap(line, COLUMNS["en"])
    pieces, rest = [], f"　　{line.lstrip()}" if columns(line) > COLUMNS["zh"] else line
    while columns(rest) > COLUMNS["zh"]:
        end = next(end for end in range(len(rest)) if columns(rest[: end + 1]) > COLUMNS["zh"])
        end += rest[end] in NO_LINE_BEGINS_WITH
        pieces.append(rest[:end])
        rest = rest[end:]
    return [*pieces, rest] if rest.strip() else pieces


def columns(line: str) -> int:
    return sum(1 + (letter > "\u2e80") for letter in line)


def reading_of_wrapped(path: Path, language: str) -> Extraction:
    text = "\n".join(
        piece for line in path.read_text(encoding="utf-8").splitlines() for piece in wrapped(line, language)
    )
    return extract_document(decode(text.encode(), path.name), path.name, expected(path).get("given"))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_breaking_lines_changes_little(language: str) -> None:
    told = kept = 0
    for path in miniatures(language):
        before, after = (
            Counter((kind, *row[1:]) for kind in KINDS for row in rows(extraction, kind))
            for extraction in (extracted(path), reading_of_wrapped(path, language))
        )
        told += before.total()
        kept += (before & after).total()
    assert kept >= KEPT[language] * told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_proof_of_a_broken_line_quotes_the_document(language: str) -> None:
    for path in miniatures(language)[:40]:
        extraction = reading_of_wrapped(path, language)
        for place, quote in proofs(extraction.record, ()):
            assert quote_hash(quote.span.quoted(extraction.document.lines)) == quote.hash, (path.name, place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_that_nobody_broke_stay_as_they_are(language: str) -> None:
    for path in miniatures(language):
        lines = extracted(path).document.lines
        assert paragraphs(lines, grammar(language).writing) == [[index] for index in range(len(lines))], path.name


def test_a_name_over_two_lines_is_whole_and_proved_where_it_begins() -> None:
    lines = [
        "金华市教育局内设机构",
        "（一）办公室。负责机关文电、会务、机要、档案、信息、安全、保密和信访等日常工作，承担市教",
        "育工作领导小组办公室的日常工作，组织起草教育综合改革的规划、意见和年度计划并且监督有关的",
        "部门和单位落实，组织全市教育系统重大调研。",
        "（二）人事科。负责机关和直属单位的人事、机构编制、教师队伍建设等工作，挂金华市教师工作科",
        "牌子。",
    ]
    document = decode("\n".join(lines).encode(), "one.txt")
    office, personnel = extract_document(document, "one.txt").record.bodies[0].units
    assert [host.full_name for host in office.hosts] == ["市教育工作领导小组办公室"]
    assert [(alias.kind, alias.name) for alias in personnel.aliases] == [("sign", "金华市教师工作科")]
    assert [quote.span.line for duty in office.duties[:1] for quote in duty.at] == [2, 3, 4]


def test_a_bracket_over_two_lines_is_whole_however_short_they_are() -> None:
    text = "金华市林业局内设机构\n（一）造林科（挂金华市森林防火指挥部办\n公室牌子）\n负责造林。\n（二）人事科（含\n（三）种苗科\n"
    extraction = extract_document(decode(text.encode(), "one.txt"), "one.txt")
    units = extraction.record.bodies[0].units
    assert [unit.name for unit in units] == ["造林科", "人事科", "种苗科"]
    assert [(alias.kind, alias.name) for alias in units[0].aliases] == [("sign", "金华市森林防火指挥部办公室")]
