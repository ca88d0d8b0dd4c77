"""Reading documents: speed against running one pattern over the lines, growth with length, and what is found.

The documents are those of GUAPAI_DOCUMENTS, a hundred copies of each, read on one core.
"""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from loaders.extract.document.reading import decode
from loaders.extract.document.text import Document
from loaders.extract.extraction import extract_document
from loaders.extract.grammar import Language
from loaders.extract.grammar.lexicon import alternation, lexicon
from tests.extraction.facts import facts_of, score
from tests.extraction.miniatures import KINDS, LANGUAGES, expected_rows, found_rows, miniatures
from tests.extraction.reviewed import FOLDER, NAMES, extraction_of, record_of

COPIES = 100
GOAL = 0.1
# The shortest document by which growth is measured.
FEWEST_LINES = 1_000


# What rules like least, repeated in one line of so many characters.
HOSTILE = (
    *(
        "设",
        "内设机构",
        "加挂牌子",
        "科和",
        "一个办公室和",
        "甲、",
        "承担市领导小组办公室",
        "(",
        "1",
        "、",
        "设；",
        "设1；",
        "1.",
        "承担甲领导小组办公室工作；",
        "（一）；",
        "设办公室；",
        "教育；",
        "承担市安全生产委员会办公室日常工作；",
        "（一）办公室。负责档案。",
        "会同市财政局负责资金。",
        "核定行政编制12名，局长1名，副局长3名。",
        "设办公室、人事科2个科室。",
        "（一）人事科（挂老干部科牌子）。负责人事。",
        "与财政局的职责分工：财政局负责资金，教育局负责学校。",
        "办公室\t人事科\t",
    ),
    *("division ", "hangs the sign of ", "and ", "12 administrative posts, 1 director. "),
    # Sentences that are nearly as long as one that is read no further.
    *(
        f"{words * (5_900 // len(words))}。"
        for words in ("1|办公室|", "Office办公室、", "2018年12月31日，", "　办公室　")
    ),
)
LONG_LINE = 99_000
# Times as long as one plain pattern at each of its characters.
MOST = 50


def _hostile() -> None:
    """What reading one long line costs beside one plain pattern at each of its characters."""
    for words in HOSTILE:
        line = words * (LONG_LINE // len(words))
        spent, plain = _cost(line), _seconds(partial(_plain, line))
        print(f"a line of {words[:40]}: {spent:.2f} s, {spent / plain:.1f} plain patterns (goal {MOST})")


def _plain(line: str) -> None:
    pattern = re.compile(r"[^,。]{0,60}")
    for at in range(len(line)):
        pattern.match(line, at)


def _cost(line: str) -> float:
    text = f"金华市教育局\n内设机构\n（一）办公室。负责档案管理工作。\n{line}\n"
    if line.isascii() and re.search("[a-z]", line):
        text = f"Jinhua Education Bureau\nInternal divisions\n(1) Office. Keeps the archives.\n{line}\n"
    return _seconds(lambda: extract_document(decode(text.encode(), "line"), "line", "jinhua"))


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    """Print every figure; without the documents only those of the miniatures."""
    for language in LANGUAGES:
        for kind in KINDS:
            found = [(path.stem, row) for path in miniatures(language) for row in found_rows(path, kind)]
            expected = [(path.stem, row) for path in miniatures(language) for row in expected_rows(path, kind)]
            print(f"miniatures, {language}, {kind}: {score(found, expected)}")
    _hostile()
    if not FOLDER:
        print("GUAPAI_DOCUMENTS is not set: nothing more to measure")
        return
    _without_word_files()
    _speed()
    _growth()


def _without_word_files() -> None:
    """What is found in the five documents without the word files that belong to them."""
    found = [(name, fact) for name in NAMES for fact in facts_of(extraction_of(name, corrected=False).record)]
    expected = [(name, fact) for name in NAMES for fact in facts_of(record_of(name))]
    for kind in sorted({fact.kind for _, fact in expected}):
        mine = [(name, *fact.key) for name, fact in found if fact.kind == kind]
        theirs = [(name, *fact.key) for name, fact in expected if fact.kind == kind]
        print(f"without word files, {kind}: {score(mine, theirs)}")


def _speed() -> None:
    documents = [replace(extraction_of(name).document, corrections=()) for name in NAMES]
    size = sum(len(document.content) for document in documents) * COPIES / 1e6
    ours = _time(lambda: [_read(document) for _ in range(COPIES) for document in documents])
    one = _time(lambda: [_headings(document) for _ in range(COPIES) for document in documents])
    print(f"extraction: {size / ours:.2f} MB/s, one heading pattern over the lines: {size / one:.2f} MB/s")
    print(f"ratio {one / ours:.3f} (goal {GOAL})")


def _read(document: Document) -> None:
    extract_document(decode(document.content, "document"), "document")


@cache
def heading_pattern(language: Language) -> re.Pattern[str]:
    """One pattern for the words of all headings."""
    words = (word for kind in lexicon(language).words["heading"].values() for word in kind)
    return re.compile(alternation(words), re.IGNORECASE)


def _headings(document: Document) -> None:
    """The lines, and for each whether a heading of a section stands in it."""
    text = document.content.decode("utf-8")
    pattern = heading_pattern(document.language)
    for line in text.splitlines():
        pattern.search(line)


def _growth() -> None:
    """A document eight times as long should take eight times as long, and one body with thousands of units, too."""
    real = {NAMES[0]: extraction_of(NAMES[0]).document.content}
    one = {path.stem: path.read_bytes() + b"\n" for path in (miniatures(language)[0] for language in LANGUAGES)}
    for name, content in {**real, **one}.items():
        sizes = [max(1, FEWEST_LINES // content.count(b"\n")) * factor for factor in (1, 2, 4, 8)]
        times = {copies: _time(partial(_read_joined, content * copies)) for copies in sizes}
        first = times[sizes[0]] / sizes[0]
        grown = ", ".join(f"{copies} times {spent / first / copies:.2f}" for copies, spent in times.items())
        print(f"growth of {name} by its length (1 is linear): {grown}")


def _read_joined(content: bytes) -> None:
    extract_document(decode(content, "document"), "document")


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
