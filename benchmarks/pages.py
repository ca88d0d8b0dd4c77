"""How soon a chart is seen: bytes of its page, first paint and an answer of the search, in a headless Chromium.

    python -m benchmarks.pages

Milliseconds are the browser's own; beside them stands how many empty pages are painted in the same time. A city's page is to stay
under 1 MB and 2 seconds, the search is to answer while someone types (100 ms), and 5,000 things are to unfold in a second.
"""

import shutil
import tempfile
from pathlib import Path
from statistics import median

import networkx

from graph.draw.chart import chart_of
from graph.draw.page import page
from graph.store.embedded import EmbeddedStore
from guapai.charts import charted
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record

ROUNDS = 5
PLACES = ("tumen", "jinhua", "changsha", "shanghai", "zhengzhou")
PAINT = """async () => { for (;;) { const [first] = performance.getEntriesByName("first-contentful-paint");
  if (first) return first.startTime; await new Promise(requestAnimationFrame); } }"""
SEARCH = """(text) => { const field = document.getElementById("search"), start = performance.now(); field.value = text;
  field.dispatchEvent(new Event("input")); return performance.now() - start; }"""
UNFOLD = """async () => { const start = performance.now(); document.querySelector('[data-word="unfold"]')?.click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); return performance.now() - start; }"""
LARGE = (500, 5_000)
EMPTY = "<!doctype html><title>empty</title><p>empty"


def pages(folder: Path) -> dict[str, Path]:
    """The page of each of the five cities, and one that holds nothing."""
    empty = folder / "empty.html"
    empty.write_text(EMPTY, encoding="utf-8")
    found = {"an empty page": empty}
    with EmbeddedStore(folder / "graph.kgl", write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))
        for place in PLACES:
            chart, title = charted(store, {"place": [place]}, {}, "en")
            found[place] = folder / f"{place}.html"
            found[place].write_text(page(chart, title, "en"), encoding="utf-8")
    for count in LARGE:
        found[f"{count:,} things"] = folder / f"{count}.html"
        found[f"{count:,} things"].write_text(page(chart_of(large(count), ["x/0"]), "x", "en"), encoding="utf-8")
    return found


def large(count: int) -> "networkx.MultiDiGraph[str]":
    """A bureau, and offices below it and below each other, seventeen of each."""
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("x/0", labels=["Bureau", "Organization"], name="bureau")
    for number in range(1, count):
        name = f"office {number} of labour relations and arbitration of personnel disputes"
        network.add_node(f"x/{number}", labels=["Division", "Organization"], name=name)
        network.add_edge(f"x/{number}", f"x/{(number - 1) // 17}", key="PART_OF", type="PART_OF", ordinal=number)
    return network


def main() -> None:
    """Print a line for each page."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("charts in a browser: no Chromium is installed")
        return
    print("a chart in a browser".ljust(20), "    KB", "  paint", "  ratio", " search", " unfold")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        plain = None
        for name, path in pages(Path(folder)).items():
            paints, searches, unfolds = [], [], []
            for _ in range(ROUNDS):
                with browser.new_page() as shown:
                    shown.goto(path.as_uri())
                    paints.append(shown.evaluate(PAINT))
                    searches.append(shown.evaluate(SEARCH, "office") if plain else 0)
                    unfolds.append(shown.evaluate(UNFOLD))
            plain = plain or median(paints)
            size = path.stat().st_size / 1000
            print(
                name.ljust(20),
                f"{size:6.0f} {median(paints):7.0f} {median(paints) / plain:7.1f} {median(searches):7.0f} {median(unfolds):7.0f}",
            )
        browser.close()


if __name__ == "__main__":
    main()
