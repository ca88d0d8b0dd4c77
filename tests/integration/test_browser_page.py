"""The Neo4j Browser itself, in a headless Chromium: our link runs in one click, our style draws the picture."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
GUAPAI = Path(sys.executable).with_name("guapai")
FRAME = "[data-testid=frame] >> nth=0"
# The first line of what is written in each node, drawn a while after the nodes are counted. Behind it the Browser leaves
# out words that do not fit, and it cuts the last one.
CAPTIONS = (
    "Array.from(document.querySelectorAll('g.node'), node => (node.querySelector('text')?.textContent ?? '').trim())"
)
SIGNS = (
    "MATCH (place:Place {id: 'jinhua'})<-[:IN_PLACE]-(unit:Organization)-[:HANGS_SIGN]->(sign:Alias) "
    "RETURN place.name AS place, unit.name AS unit, sign.name AS sign"
)
# A question of one's own that takes any text.
CALLED = """// Is a unit called so? 有没有机构叫这个名称？
// @param said string -- a name
// @column name string -- the name of a unit that is called so
MATCH (unit:Organization)
WHERE unit.name = $said
RETURN unit.name AS name
ORDER BY name
"""
PATIENCE = 300_000  # milliseconds, on a machine that is busy with other things
DROP = """([name, content]) => {
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(content)], name));
    const drop = new DragEvent('drop', {bubbles: true, dataTransfer: files});
    document.querySelector('#mount > *').dispatchEvent(drop);
}"""

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.long,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt install chromium)"),
]


@dataclass
class Local:
    """A local server with the bundled records, and its command line."""

    home: Path
    password: str

    def guapai(self, *arguments: str | Path) -> str:
        environment = {"PATH": os.environ["PATH"], "GUAPAI_HOME": str(self.home), "LANG": "C.UTF-8"}
        done = subprocess.run([GUAPAI, *map(str, arguments)], env=environment, capture_output=True, check=True)
        return done.stdout.decode()


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Local]:
    from graph import server

    home = tmp_path_factory.mktemp("browser")
    started = server.up(home=home)
    try:
        one = Local(home, started.password)
        one.guapai("load")
        yield one
    finally:
        server.down(home=home)


@pytest.fixture(scope="module")
def context(local: Local) -> Iterator:
    """A browser that is logged in: the link fills in all but the password."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = chromium.new_context(viewport={"width": 1180, "height": 700})
        opened.set_default_timeout(PATIENCE)
        page = opened.new_page()
        page.goto(local.guapai("browser").strip())
        page.wait_for_selector("[data-testid=password]")
        assert page.input_value("[data-testid=username]") == "neo4j"
        page.fill("[data-testid=password]", local.password)
        page.click("[data-testid=connect]")
        page.wait_for_selector("text=:play start")
        yield opened
        chromium.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where screenshots go: the folder that GUAPAI_SCREENSHOTS names, else one of this test."""
    return Path(os.environ.get("GUAPAI_SCREENSHOTS", tmp_path))


def run(context, link: str):
    """The page of a link after one click on Run."""
    page = context.new_page()
    page.goto(link)
    page.wait_for_selector("text=:play start")
    page.click("[data-testid=editor-Run]")
    page.wait_for_selector("[data-testid=frame] >> text=/Started streaming|Displaying|no changes/")
    return page


def captions(page, nodes: int) -> set[str]:
    """How the names in the nodes begin, once so many are drawn and each has words."""
    page.wait_for_function(f"(all => all.length === {nodes} && all.every(Boolean))({CAPTIONS})", polling=200)
    return {one.removesuffix("…") for one in page.evaluate(CAPTIONS)}


def drop(page, path: Path) -> None:
    """Drop a file on the page."""
    page.evaluate(DROP, [path.name, list(path.read_bytes())])


def test_one_click_on_a_link_shows_the_rows(local: Local, context, pictures: Path) -> None:
    page = run(context, local.guapai("browser", "alias.hanging_signs", "-P", "place=金华").strip())
    page.locator(FRAME).screenshot(path=pictures / "browser-rows.png")
    # Four rows: the place, four units, four signs; the Browser draws what a question gives as a graph.
    assert "Displaying 9 nodes" in page.inner_text(FRAME)
    rows = json.loads(local.guapai("cypher", SIGNS, "--format", "json"))
    names = {name for row in rows for name in row.values()}
    drawn = captions(page, 9)
    assert {name for name in names for one in drawn if name.startswith(one)} == names
    assert len(drawn) == len(names) == 9


@pytest.mark.parametrize("hostile", ["' OR 1=1 //", "a\\' & b # c; d => $e", "&arg=RETURN 1", '100%25+\n"`'])
def test_a_hostile_value_of_a_link_is_only_text(local: Local, context, tmp_path: Path, hostile: str) -> None:
    (tmp_path / "called.cypher").write_text(CALLED, encoding="utf-8")
    page = run(context, local.guapai("browser", tmp_path / "called.cypher", "-P", f"said={hostile}").strip())
    assert "no changes, no records" in page.inner_text(FRAME)


def test_the_picture_is_drawn_in_our_style(local: Local, context, pictures: Path, tmp_path: Path) -> None:
    local.guapai("browser", "kit", tmp_path / "kit", "--lang", "zh")
    link = local.guapai("browser", "alias.hanging_signs", "--picture", "-P", "place=jinhua").strip()
    page = context.new_page()
    page.goto(link)
    page.wait_for_selector("text=:play start")
    drop(page, tmp_path / "kit" / "guapai.grass")
    page.wait_for_selector(f"{FRAME} >> text=:style")
    page.click("[data-testid=editor-Run]")
    page.wait_for_selector("text=Displaying 9 nodes, 6 relationships")
    assert any(len(one) > 2 and "市外国专家局".startswith(one) for one in captions(page, 9))
    page.locator(FRAME).screenshot(path=pictures / "browser-picture.png")
    fills = set(page.eval_on_selector_all("circle.b-outline", "all => all.map(one => one.getAttribute('fill'))"))
    assert {"#0e7490", "#fbbf24"} <= fills


def test_favourites_of_the_kit_run_once_the_parameters_are_set(local: Local, context, tmp_path: Path) -> None:
    local.guapai("browser", "kit", tmp_path / "kit")
    page = context.new_page()
    page.goto(local.guapai("browser").strip())
    page.wait_for_selector("text=:play start")
    drop(page, tmp_path / "kit" / "favourites.zip")
    page.click("[data-testid=navigationFavorites]")
    for folder, question, answer in (
        ("guapai", "guapai: parameters", ":param place => null"),
        ("guapai/alias", "Which units hang another", "Displaying 18 nodes"),
        ("guapai/alias", "Picture: Which units hang another", "Displaying 17 nodes"),
    ):
        item = page.locator(f"[data-testid=savedScriptListItem]:has([data-testid^='scriptTitle-{question}'])")
        if not item.count():
            page.click(f"[data-testid='savedScriptsFolder-{folder}']")
        # The Browser sets parameters a moment after it shows the command: ask again while they are missing.
        shown = page.locator(f"{FRAME} >> text=/{answer}|ParameterMissing/").first
        for _ in range(5):
            item.hover()
            item.locator("[data-testid=savedScriptsButton-Run]").click()
            page.wait_for_timeout(1000)
            shown.wait_for()
            if "ParameterMissing" not in (shown.text_content() or ""):
                break
        assert "ParameterMissing" not in (shown.text_content() or "")
