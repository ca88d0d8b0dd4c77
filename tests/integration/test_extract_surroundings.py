"""The same document out of other hands: with other blanks and stops, inside a page, behind a menu. The facts stay."""

import html
import re
from collections import Counter
from collections.abc import Callable

import pytest

from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from tests.extraction.miniatures import KINDS, Row, extracted, miniatures, rows

Change = Callable[[str], str]


def with_empty_lines(text: str) -> str:
    return "\n\n".join(text.splitlines())


def indented(text: str) -> str:
    return "\n".join(f"　　{line.strip()}" for line in text.splitlines())


def with_blanks_at_brackets(text: str) -> str:
    return text.replace("（", " （").replace("）", "） ")


def with_hard_blanks(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, " 　"), "\u00a0"))


def without_stops(text: str) -> str:
    return re.sub(r"(?m)[。；.;]$", "", text)


def as_page(text: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
    return f"<!DOCTYPE html><html><body>{lines}</body></html>"


def behind_a_menu(text: str) -> str:
    if re.search("[\u4e00-\u9fff]", text):
        return f"首页\n政务公开\n互动交流\n您当前的位置：首页 > 机构\n{text}\n打印本页 关闭窗口\n版权所有\n"
    return f"Home\nServices\nInteraction\nYour current location: Home > Institutions\n{text}\nAll rights reserved\n"


CHANGES: dict[str, list[Change]] = {
    "zh": [with_empty_lines, indented, with_blanks_at_brackets, without_stops, as_page, behind_a_menu],
    "en": [with_empty_lines, with_hard_blanks, without_stops, as_page, behind_a_menu],
}


@pytest.mark.parametrize(
    ("language", "change"), [(language, change) for language, some in CHANGES.items() for change in some]
)
def test_what_stands_around_the_text_changes_little(language: str, change: Change) -> None:
    before: Counter[tuple[str, str, Row]] = Counter()
    after: Counter[tuple[str, str, Row]] = Counter()
    # An excerpt that names no body is known by its first line alone.
    named = [path for path in miniatures(language) if not extracted(path).reading.bodies[0].unnamed]
    for path in named[::2]:
        changed = decode(change(path.read_text(encoding="utf-8")).encode(), path.name)
        place = extracted(path).record.place
        for found, extraction in (
            (before, extracted(path)),
            (after, extract_document(changed, path.name, place)),
        ):
            found.update((path.name, kind, row[1:]) for kind in KINDS for row in rows(extraction, kind))
    kept = (before & after).total()
    assert kept >= 0.98 * before.total(), before - after
    assert kept >= 0.98 * after.total(), after - before
