"""The page of a chart in a headless Chromium: what a reader sees, finds, and reaches with the keyboard; what it never does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest

from graph.catalog.catalogue import ask
from graph.draw.chart import chart_of
from graph.draw.page import page
from graph.store.protocol import Store
from guapai.charts import charted

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt install chromium)")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TUMEN = "tumen/民政和人力资源社会保障局"
HOSTILE = (
    "</script><script>document.title='x'</script>", "<img src=x onerror=alert(1)>", "\"'`${alert(1)}", "a\u202eb\u0000c\x1b[31m",
    "=1+1", "行\n二", "{title}", "\ud800",
)  # fmt: skip


@pytest.fixture(scope="module")
def chromium() -> Iterator:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def tumen(embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    chart, title = charted(embedded, {"of": [TUMEN]}, {}, "zh")
    path = tmp_path_factory.mktemp("page") / "tumen.html"
    path.write_text(page(chart, title, "zh"), encoding="utf-8")
    return path


def opened(chromium, path: Path):
    """The page with what went wrong in it: messages of the console, dialogs, requests."""
    shown = chromium.new_page(viewport={"width": 1200, "height": 800})
    shown.set_default_timeout(300_000)  # milliseconds, on a machine that is busy with other things
    wrong: list[str] = []
    shown.on("console", lambda message: wrong.append(message.text))
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("dialog", lambda dialog: (wrong.append("dialog"), dialog.dismiss()))
    shown.on(
        "request", lambda request: request.url.startswith(("file:", "blob:", "data:")) or wrong.append(request.url)
    )
    shown.goto(path.as_uri())
    return shown, wrong


def test_a_reader_finds_a_name_opens_it_and_sees_the_line(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    assert shown.locator(".thing").count() == 18
    shown.fill("#search", "慈善总会")
    # The institution of this name, and the section that has it in brackets.
    assert shown.inner_text("#hits").startswith("2 ")
    shown.press("#search", "Enter")
    details = shown.inner_text("#details")
    assert "图们市慈善总会" in details
    assert "第 " in details
    assert wrong == []


def test_overlap_shows_functions_in_the_middle_and_who_has_them_on_a_click(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    shown.get_by_role("button", name="职能重叠").click()
    assert shown.locator(".thing.Function").count() == 19
    # Who carries out what a section of the bureau sets: the office for employment.
    shown.locator(".thing.Function", has_text="职业培训").click()
    details = shown.inner_text("#details")
    assert "承担单位 (2)" in details
    assert "图们市就业服务局" in details
    assert "定政策与办事务" in details
    assert shown.locator("#moved .band:not(.dim)").count() == 2
    shown.keyboard.press("ArrowRight")
    reached = shown.locator(".thing[aria-pressed=true]").get_attribute("aria-label")
    assert reached.startswith(("图们市就业服务局", "七 就业与职业技能开发科"))
    shown.get_by_role("button", name="职能重叠").click()
    assert shown.locator(".thing").count() == 18
    assert wrong == []


def test_two_places_stand_beside_each_other(chromium, tmp_path: Path) -> None:
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for body in ("a", "b"):
        network.add_node(body, labels=["Bureau", "Organization"], name=f"局{body}", place=body)
        for number in range(3):
            network.add_node(
                f"{body}/{number}", labels=["Division", "Organization"], name=f"{body}科{number}", place=body
            )
            network.add_edge(f"{body}/{number}", body, key="PART_OF", type="PART_OF", ordinal=number)
    path = tmp_path / "two.html"
    path.write_text(page(chart_of(network, ["a", "b"]), "两地", "zh"), encoding="utf-8")
    shown, wrong = opened(chromium, path)
    first, second = (shown.locator(".thing.Bureau").nth(number).bounding_box() for number in (0, 1))
    assert second["x"] > first["x"] + 200
    assert abs(first["y"] - second["y"]) < 10
    assert shown.locator("#moved .link").count() == 6
    assert wrong == []


@pytest.mark.parametrize("places", [("tumen", "jinhua"), ("jinhua", "tumen")])
def test_each_side_of_the_overlap_of_two_places_bears_its_own_place(
    chromium, embedded: Store, tmp_path: Path, places: tuple[str, str]
) -> None:
    chart, title = charted(embedded, {"place": list(places)}, {}, "en")
    assert [chart["things"][root]["place"] for root in chart["roots"]] == list(places)
    path = tmp_path / "two.html"
    path.write_text(page(chart, title, "en"), encoding="utf-8")
    shown, wrong = opened(chromium, path)
    shown.get_by_role("button", name="overlap").click()
    heads = shown.locator(".head")
    assert [place.title() in heads.nth(side).text_content() for side, place in enumerate(places)] == [True, True]
    left, right = (heads.nth(side).bounding_box()["x"] for side in (0, 1))
    assert left < right
    named = {(thing.get("place"), thing.get("en") or thing["printed"]) for thing in chart["things"].values()}
    units = shown.locator(".thing.Division").all()
    assert units
    for unit in units:
        place = places[unit.bounding_box()["x"] > (left + right) / 2]
        assert any(name in unit.get_attribute("aria-label") for where, name in named if where == place)
    assert wrong == []


def test_an_answer_stands_in_its_bodies_and_a_sign_says_who_answers_for_it(
    chromium, embedded: Store, tmp_path: Path
) -> None:
    chart, title = charted(embedded, {"query": "alias.hanging_signs"}, {"place": "jinhua"}, "en")
    path = tmp_path / "signs.html"
    path.write_text(page(chart, title, "en"), encoding="utf-8")
    shown, wrong = opened(chromium, path)
    kinds = {kind: shown.locator(f".thing.{kind}").count() for kind in ("Government", "Bureau", "Division", "Alias")}
    assert kinds == {"Government": 1, "Bureau": 1, "Division": 4, "Alias": 4}
    assert shown.locator(".thing.around").count() == 2
    # Read aloud, each sign follows the unit that hangs it.
    levels = shown.locator(".thing").evaluate_all("all => all.map((one) => one.getAttribute('aria-level'))")
    assert "".join(levels) == "12" + "34" * 4
    shown.locator(".thing.Alias", has_text="Bureau of Foreign Experts").click()
    details = shown.inner_text("#details")
    assert "Who answers for this name (1)" in details
    assert "Talent Development and Market Division line 37" in details
    shown.get_by_role("button", name="中文").click()
    assert shown.inner_text("h1") == "哪些机构加挂牌子？"
    assert wrong == []


def test_an_answer_with_grades_begins_as_overlap_and_shows_its_own_rows(embedded: Store) -> None:
    chart, title = charted(embedded, {"query": "overlap.graded"}, {"place": "tumen"}, "zh")
    assert (title.endswith("？"), chart["begins"]) == (True, "overlap")
    assert {(one, other) for _, _, one, other in chart["overlap"]["pairs"]} == {
        (row["one_id"], row["other_id"]) for row in ask(embedded, "overlap.graded", place="tumen").records()
    }
    other, _ = charted(embedded, {"query": "hierarchy.divisions"}, {"place": "tumen"}, "zh")
    assert "overlap" not in other


def test_a_place_among_units_is_drawn_as_a_place(embedded: Store) -> None:
    assert charted(embedded, {"of": ["图们"]}, {}, "zh") == charted(embedded, {"place": ["tumen"]}, {}, "zh")


def test_the_other_language_is_one_click_away(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    shown.get_by_role("button", name="English").click()
    assert "Social Assistance Section *" in shown.locator(".thing").nth(1).text_content()
    assert shown.get_attribute("#search", "placeholder") == "search by any name"
    assert wrong == []


def test_arrows_walk_the_tree_and_fold_it(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    shown.focus("#chart")
    shown.keyboard.press("ArrowRight")
    assert "社会救助科" in shown.locator("[aria-selected=true]").get_attribute("aria-label")
    shown.keyboard.press("ArrowDown")
    assert "社会福利科" in shown.locator("[aria-selected=true]").get_attribute("aria-label")
    shown.keyboard.press("Home")
    shown.keyboard.press("ArrowLeft")
    assert shown.locator(".thing").count() == 1
    assert shown.locator("[aria-selected=true]").get_attribute("aria-expanded") == "false"
    assert wrong == []


def test_the_drawing_is_saved_as_svg_and_png(chromium, tumen: Path, tmp_path: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    legend = shown.inner_text("#legend").splitlines()
    for word, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with shown.expect_download() as waiting:
            shown.get_by_role("button", name=word).click()
        target = tmp_path / f"drawing.{word.lower()}"
        waiting.value.save_as(target)
        assert target.read_bytes().startswith(start)
    picture = (tmp_path / "drawing.svg").read_text(encoding="utf-8")
    assert [line for line in [shown.inner_text("h1"), *legend] if line and line not in picture] == []
    assert wrong == []


def test_hostile_names_are_only_text(chromium, tmp_path: Path) -> None:
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("x/body", labels=["Bureau", "Organization"], name=HOSTILE[0])
    for number, name in enumerate(HOSTILE):
        network.add_node(f"x/{number}", labels=["Division", "Organization"], name=name)
        network.add_edge(
            f"x/{number}", "x/body", key="PART_OF", type="PART_OF", ordinal=number + 1, ordinal_printed=name
        )
    path = tmp_path / "hostile.html"
    path.write_text(page(chart_of(network, ["x/body"]), HOSTILE[0], "en"), encoding="utf-8")
    shown, wrong = opened(chromium, path)
    assert shown.title() == HOSTILE[0]
    assert shown.locator(".thing").count() == 1 + len(HOSTILE)
    for number in range(len(HOSTILE)):
        shown.locator(".thing").nth(number + 1).click()
    assert wrong == []


def test_a_chart_larger_than_the_screen_begins_at_its_first_unit(chromium, tmp_path: Path) -> None:
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("x/0", labels=["Bureau", "Organization"], name="局")
    for number in range(1, 45):
        network.add_node(f"x/{number}", labels=["Division", "Organization"], name=f"第{number}科")
        network.add_edge(f"x/{number}", "x/0", key="PART_OF", type="PART_OF", ordinal=number)
    path = tmp_path / "tall.html"
    path.write_text(page(chart_of(network, ["x/0"]), "局", "zh"), encoding="utf-8")
    shown, wrong = opened(chromium, path)
    screen = shown.locator("#chart").bounding_box()
    root, first, last = (shown.locator(".thing").nth(number).bounding_box() for number in (0, 1, 44))
    assert last["y"] > screen["y"] + screen["height"]
    assert screen["y"] < first["y"] < root["y"] < screen["y"] + screen["height"] - root["height"]
    assert wrong == []


def test_five_thousand_things_are_folded_by_themselves(chromium, tmp_path: Path) -> None:
    shown, wrong = opened(chromium, large(tmp_path))
    assert shown.locator(".thing").count() == 18
    shown.fill("#search", "第4999科")
    assert shown.locator(".thing.found").count() == 1
    assert wrong == []


def large(tmp_path: Path, count: int = 5000) -> Path:
    """A page of one bureau, and divisions below it and below each other, seventeen of each."""
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("x/0", labels=["Bureau", "Organization"], name="局")
    for number in range(1, count):
        network.add_node(f"x/{number}", labels=["Division", "Organization"], name=f"第{number}科")
        network.add_edge(f"x/{number}", f"x/{(number - 1) // 17}", key="PART_OF", type="PART_OF", ordinal=number)
    path = tmp_path / "large.html"
    path.write_text(page(chart_of(network, ["x/0"]), "局", "zh"), encoding="utf-8")
    return path


def test_of_five_thousand_unfolded_things_those_near_the_screen_are_drawn_and_the_others_on_the_way(
    chromium, tmp_path: Path
) -> None:
    shown, wrong = opened(chromium, large(tmp_path))
    shown.get_by_role("button", name="全部展开").click()
    assert 20 < shown.locator(".thing").count() < 1000
    assert "内设机构 (4999)" in shown.inner_text("#legend")
    # To the last one of the tree with a key (the last below the 17th), and back to the first: drawn, chosen, with the focus.
    for key, name in (("End", "第306科"), ("Home", "局")):
        shown.focus("#chart")
        shown.keyboard.press(key)
        chosen = shown.locator(".thing[aria-selected=true]")
        assert chosen.get_attribute("aria-label").startswith(name)
        assert chosen.evaluate("one => document.activeElement === one")
        within = chosen.bounding_box()
        screen = shown.locator("#chart").bounding_box()
        assert screen["y"] < within["y"] < screen["y"] + screen["height"]
    # By dragging, too: half a screen of things waits on each side, and more is drawn behind it.
    before = set(shown.locator(".thing").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))"))
    for _ in range(2):
        shown.mouse.move(30, 600)
        shown.mouse.down()
        shown.mouse.move(30, 120, steps=4)
        shown.mouse.up()
    after = set(shown.locator(".thing").evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))"))
    assert after - before
    assert wrong == []


def test_a_picture_of_a_large_chart_holds_all_of_it(chromium, tmp_path: Path) -> None:
    shown, wrong = opened(chromium, large(tmp_path, 600))
    shown.get_by_role("button", name="全部展开").click()
    drawn = shown.locator(".thing").count()
    with shown.expect_download() as waiting:
        shown.get_by_role("button", name="SVG").click()
    waiting.value.save_as(tmp_path / "all.svg")
    picture = (tmp_path / "all.svg").read_text(encoding="utf-8")
    assert drawn < 400 < picture.count('role="treeitem"') == 600
    assert shown.locator(".thing").count() == drawn
    assert wrong == []


def test_escape_closes_what_was_told_and_empties_the_search(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    shown.locator(".thing", has_text="社会救助科").click()
    assert shown.locator("#details").is_visible()
    assert "#" in shown.url
    shown.keyboard.press("Escape")
    assert not shown.locator("#details").is_visible()
    assert "#" not in shown.url
    assert "社会救助科" in shown.evaluate("document.activeElement.getAttribute('aria-label')")
    shown.fill("#search", "社会")
    assert shown.locator(".thing.found").count() > 1
    shown.press("#search", "Escape")
    assert (shown.input_value("#search"), shown.locator(".thing.found").count()) == ("", 0)
    shown.locator(".thing", has_text="社会救助科").click()
    shown.get_by_role("button", name="关闭").click()
    assert not shown.locator("#details").is_visible()
    assert wrong == []


def test_what_is_clicked_stays_in_sight_beside_what_is_told_of_it(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    for name in ("图们市退役军人服务中心", "社会救助科"):
        shown.locator(".thing", has_text=name).last.click()
        clicked, details = shown.locator(".thing.chosen").bounding_box(), shown.locator("#details").bounding_box()
        assert clicked["x"] >= 0
        assert clicked["x"] + clicked["width"] < details["x"]
    assert wrong == []


def test_two_clicks_fold_what_the_first_one_met(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    shown.locator(".thing.Bureau").dblclick()
    assert shown.locator(".thing").count() == 1
    shown.locator(".thing.Bureau").dblclick()
    assert shown.locator(".thing").count() == 18
    assert "图们市民政和人力资源社会保障局" in shown.inner_text("#details h2")
    assert wrong == []


def test_the_keyboard_reaches_search_tools_things_and_what_is_told_in_this_order(chromium, tumen: Path) -> None:
    shown, wrong = opened(chromium, tumen)
    shown.locator(".thing", has_text="社会救助科").click()
    shown.focus("#search")
    reached = []
    for _ in range(14):
        reached.append(
            shown.evaluate(
                "document.activeElement.closest('#finding, #tools, #chart, #details')?.id ?? document.activeElement.tagName"
            )
        )
        shown.keyboard.press("Tab")
    assert list(dict.fromkeys(reached)) == ["finding", "tools", "chart", "details"]
    assert reached.count("chart") == 1  # one stop; arrows lead on
    assert all(shown.locator(part).get_attribute("aria-label") for part in ("#chart", "#legend", "#tools", "#details"))
    assert shown.locator("#chart").get_attribute("role") == "tree"
    thing = shown.locator(".thing.chosen")
    said = {name: thing.get_attribute(f"aria-{name}") for name in ("level", "posinset", "setsize", "selected")}
    assert said == {"level": "2", "posinset": "1", "setsize": "17", "selected": "true"}
    assert wrong == []


def test_no_name_of_the_five_cities_is_cut(chromium, embedded: Store, tmp_path: Path) -> None:
    for place in ("tumen", "jinhua", "changsha", "shanghai", "zhengzhou"):
        chart, title = charted(embedded, {"place": [place]}, {}, "en")
        path = tmp_path / f"{place}.html"
        path.write_text(page(chart, title, "en"), encoding="utf-8")
        shown, wrong = opened(chromium, path)
        assert "…" not in shown.text_content("#chart")
        assert wrong == []
        shown.close()
