"""Documents that were cut, shuffled, glued and sprinkled with signs: a record whose proofs hold, or a clear refusal."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from graph.errors import GuapaiError
from graph.proof import quote_hash
from loaders.checks import proofs
from loaders.extract.extraction import extract_document
from loaders.extract.reading import decode
from loaders.load import document_rows
from loaders.reading import read_record
from loaders.record_writing import record_text
from tests.extraction.miniatures import LANGUAGES, miniatures

TEXTS = [path.read_text(encoding="utf-8") for language in LANGUAGES for path in miniatures(language)]
SIGNS = '（）()、，。；：:;,.\t|#*-[]【】〔〕\u200b\u00a0　 1一①"“”/'


def damaged(random: Random) -> str:
    """One or two documents in which lines are lost, doubled, moved, cut, glued or filled with signs."""
    lines = [line for text in random.sample(TEXTS, random.choice((1, 1, 2))) for line in text.splitlines()]
    for _ in range(random.randint(1, 12)):
        index = random.randrange(len(lines))
        line, place = lines[index], random.randrange(len(lines[index]) + 1)
        change = random.choice(("lose", "double", "move", "cut", "glue", "fill"))
        if change == "lose" and len(lines) > 1:
            del lines[index]
        elif change == "double":
            lines.insert(index, line)
        elif change == "move":
            lines.insert(random.randrange(len(lines)), lines.pop(index))
        elif change == "cut":
            lines[index] = random.choice((line[:place], line[place:]))
        elif change == "glue" and index + 1 < len(lines):
            lines[index] += lines.pop(index + 1)
        elif change == "fill":
            lines[index] = line[:place] + "".join(random.choices(SIGNS, k=3)) + line[place:]
    return "\n".join(lines)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.randoms(use_true_random=False))
def test_damage_gives_a_record_or_a_refusal(random: Random) -> None:
    try:
        extraction = extract_document(decode(damaged(random).encode(), "damaged.txt"), "damaged.txt", "jinhua")
    except GuapaiError:
        return
    for place, quote in proofs(extraction.record, ()):
        assert quote_hash(quote.span.quoted(extraction.document.lines)) == quote.hash, place


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.randoms(use_true_random=False))
def test_a_record_of_a_damaged_document_is_one_that_loads(random: Random) -> None:
    try:
        extraction = extract_document(decode(damaged(random).encode(), "damaged.txt"), "damaged.txt", "jinhua")
    except GuapaiError:
        return
    with TemporaryDirectory() as folder:
        record = Path(folder) / "damaged.yaml"
        record.write_text(record_text(extraction.record), encoding="utf-8")
        assert document_rows(read_record(record)).nodes


LONG = "市" * 400


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        (f"（二）{LONG}科。负责财务工作。", True),
        (f"（二）人事科（挂{LONG}局牌子）。负责财务工作。", True),
        (f"（二）人事科。承担{LONG}领导小组办公室日常工作。", False),
        (f"（二）人事科。会同{LONG}局负责财务工作。", False),
        (f"直属事业单位\n金华市{LONG}中心", True),
    ],
)
def test_a_name_that_is_too_long_for_a_record_is_asked_about_and_the_record_loads(
    line: str, asked: bool, tmp_path: Path
) -> None:
    text = f"金华市教育局\n内设机构\n（一）办公室。负责档案管理工作。\n{line}\n"
    extraction = extract_document(decode(text.encode(), "long.txt"), "long.txt", "jinhua")
    record = tmp_path / "long.yaml"
    record.write_text(record_text(extraction.record), encoding="utf-8")
    assert document_rows(read_record(record)).nodes
    assert any(one.kind == "lost_name" for one in extraction.record.questions) or not asked
