"""The page that puts a document beside its record, in a headless Chromium: each from the other, questions, corrections."""

import re
from pathlib import Path

import pytest

from graph import messages
from guapai.cli.reviewing import page
from loaders.extract.document.corrections import read_word_file
from loaders.extract.document.reading import decode
from loaders.extract.extraction import Extraction, extract, extract_document
from tests.integration.test_chart_page import HOSTILE, chromium, opened, pytestmark  # noqa: F401

TEXT = """金华市教育局
（一）办公室（挂信访科牌子）。负责机关文电、会务工作，<b>协助</b>做好保密工作。
（二）基础教育科。负责义务教育；承担市双拥工作领导小组日常工作；负责研学墙的维护。
（三）招生科和学籍料。
所属招考中心、电教馆共3个。
人员编制
行政编制20名。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Extraction]:
    folder = tmp_path_factory.mktemp("review")
    document = folder / "bureau.txt"
    document.write_text(TEXT, encoding="utf-8")
    extraction = extract(document)
    (folder / "bureau.html").write_text(page(extraction), encoding="utf-8")
    return folder / "bureau.html", extraction


def test_every_fact_stands_with_its_value_beside_the_line_it_is_from(chromium, bureau: tuple[Path, Extraction]) -> None:  # noqa: F811
    shown, wrong = opened(chromium, bureau[0])
    facts = shown.locator("#facts li").all_inner_texts()
    said = [re.sub(r"\s+", " ", text) for text in facts]
    assert any("办公室" in text and "division" in text and "line 2" in text for text in said)
    assert any("信访科" in text and "sign" in text for text in said)
    assert any("compulsory" in text and "does" in text and "line 3" in text for text in said)
    assert any("administrative" in text and "20" in text and "line 7" in text for text in said)
    assert any("市双拥工作领导小组" in text and "daily work" in text for text in said)
    # Text with tags is text.
    assert "<b>协助</b>" in shown.inner_text("#document")
    assert wrong == []


def test_a_click_on_either_side_shows_the_other(chromium, bureau: tuple[Path, Extraction]) -> None:  # noqa: F811
    shown, wrong = opened(chromium, bureau[0])
    shown.locator("#document mark.aliases", has_text="信访科").click()
    assert "信访科" in shown.locator("#facts li.chosen").inner_text()
    shown.locator("#facts li.unit", has_text="基础教育科").click()
    assert shown.locator("#document mark.chosen").all_inner_texts() == ["基础教育科"]
    # A second click on the same words goes on to the next thing around them.
    many = shown.locator("#document mark[data-told*=' ']").first
    many.click()
    first = shown.locator("#facts li.chosen").get_attribute("data-told")
    many.click()
    assert shown.locator("#facts li.chosen").get_attribute("data-told") != first
    assert wrong == []


def test_questions_are_counted_on_top_and_reached_with_the_keyboard(chromium, bureau: tuple[Path, Extraction]) -> None:  # noqa: F811
    shown, wrong = opened(chromium, bureau[0])
    number = len(bureau[1].record.questions)
    assert number > 1
    assert shown.inner_text("#counted").startswith(f"open questions: {number} ")
    seen = []
    for _ in range(number):
        shown.keyboard.press("n")
        seen.append(shown.locator("#facts li.chosen").get_attribute("data-told"))
        assert shown.locator("#document mark.chosen").count()
    assert len(set(seen)) == number
    assert shown.inner_text("#place") == f"{number} / {number}"
    shown.keyboard.press("p")
    assert shown.locator("#facts li.chosen").get_attribute("data-told") == seen[-2]
    assert wrong == []


def test_corrections_become_a_words_file_that_extract_reads(
    chromium,  # noqa: F811
    bureau: tuple[Path, Extraction],
    tmp_path: Path,
) -> None:
    shown, wrong = opened(chromium, bureau[0])
    shown.keyboard.press("c")
    assert shown.inner_text("#said") == "select words of one line first"
    shown.evaluate(
        """() => {
        const walk = document.createTreeWalker(document.querySelector('#document [data-line="4"]'), NodeFilter.SHOW_TEXT);
        for (let node; (node = walk.nextNode()); ) {
          const at = node.data.indexOf('学籍料');
          if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + 3);
        }
      }"""
    )
    shown.keyboard.press("c")
    shown.fill("#meaning", '学籍"科')
    shown.click("#correcting button[type=submit]")
    assert shown.inner_text("#said") == "say why, too"
    shown.fill("#meaning", "学籍科")
    shown.fill("#why", "a slip: \\ and '")
    shown.click("#correcting button[type=submit]")
    words = tmp_path / "words.yaml"
    words.write_text(shown.input_value("#words"), encoding="utf-8")
    read = read_word_file(words)
    assert read.document == bureau[1].document.sha256
    assert [(one.line, one.printed, one.meaning, one.why) for one in read.words] == [
        (4, "学籍料", "学籍科", "a slip: \\ and '")
    ]
    shown.click("#copy")
    # The clipboard answers when it likes.
    shown.wait_for_function("document.querySelector('#said').innerText.startsWith('copied')")
    again = extract(bureau[0].with_suffix(".txt"), words=words)
    assert not again.document.unused
    assert wrong == []


def test_hostile_text_is_only_text(chromium, tmp_path: Path) -> None:  # noqa: F811
    document = tmp_path / "hostile.txt"
    lines = [
        f"（{number}）{text}科。负责{text}工作。" for number, text in zip("一二三四五六七八", HOSTILE, strict=True)
    ]
    text = "\n".join(["金华市教育局", "内设机构", *lines, "{facts}{script}'\"></ol></script>", "&lt;b&amp;"])
    cleaned = "".join(
        letter for letter in text if letter == "\n" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )
    document.write_text(cleaned, encoding="utf-8")
    (tmp_path / "hostile.html").write_text(page(extract(document)), encoding="utf-8")
    shown, wrong = opened(chromium, tmp_path / "hostile.html")
    seen = shown.inner_text("#document")
    assert "<img src=x onerror=alert(1)>" in seen
    assert "{facts}{script}" in seen
    assert shown.locator("#document img, #facts img, #document script, #facts script").count() == 0
    for mark in shown.locator("#document mark").all():
        mark.click()
    assert wrong == []


def test_the_page_is_in_the_language_of_its_reader(bureau: tuple[Path, Extraction]) -> None:
    messages.speak("zh")
    try:
        said = page(bureau[1])
    finally:
        messages.speak("en")
    assert '<html lang="zh">' in said
    assert "待定问题" in said
    assert "下一个问题" in said
    assert "义务教育" in said


def test_a_question_without_a_name_shows_its_words_and_only_signs_their_verb(bureau: tuple[Path, Extraction]) -> None:
    said = page(bureau[1])
    asked = [one for one in bureau[1].record.questions if not one.seen]
    for question in asked:
        span = question.at[0].span
        assert f"<q>{bureau[1].document.lines[span.line - 1][span.start : span.end]}</q>" in said
    assert asked
    text = "金华市水利局\n内设机构\n（一）办公室（督查科）。负责文电。\n（二）规划科（挂审批科牌子）。拟订规划。\n"
    facts = re.findall(r'<li class="aliases.*?</li>', page(extract_document(decode(text.encode(), "water"), "water")))
    assert [("督查科" in one, "<i>wording</i>" in one) for one in facts] == [(True, False), (False, True)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_day_and_by_night(chromium, bureau: tuple[Path, Extraction], scheme: str) -> None:  # noqa: F811
    shown, wrong = opened(chromium, bureau[0])
    shown.emulate_media(color_scheme=scheme)
    ratios = shown.evaluate(
        """() => {
        const light = (colour) => {
          const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3)
            .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const ground = (element) => {
          const colour = getComputedStyle(element).backgroundColor;
          return colour === 'rgba(0, 0, 0, 0)' && element.parentElement ? ground(element.parentElement) : colour;
        };
        return [...document.querySelectorAll('h1, #counted, #document li, mark, #facts li, #facts b, #facts small, button, input, textarea')]
          .map((element) => {
            const [one, two] = [light(getComputedStyle(element).color), light(ground(element))];
            return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
          });
      }"""
    )
    assert min(ratios) >= 4.5
    assert wrong == []
