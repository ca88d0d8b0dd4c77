"""An organization chart: what stands below what in the bundled records, in the order of their documents."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest

from graph.draw.chart import chart_of, roots_of
from graph.draw.page import page
from graph.export.network import as_network, whole
from graph.store.embedded import EmbeddedStore
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record

TUMEN = "tumen/民政和人力资源社会保障局"
SHANGHAI = "shanghai/bureau-of-labor-and-social-security"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator["networkx.MultiDiGraph[str]"]:
    with EmbeddedStore(tmp_path_factory.mktemp("chart") / "graph.kgl", write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))
        yield as_network(whole(store))


def names(chart: dict, own_id: str) -> list[str]:
    return [chart["things"][child]["printed"] for child in chart["things"][own_id]["children"]]


def test_divisions_come_in_the_order_of_the_document_and_institutions_behind_them(
    network: networkx.MultiDiGraph,
) -> None:
    chart = chart_of(network, [TUMEN])
    kinds = [chart["things"][child]["kind"] for child in chart["things"][TUMEN]["children"]]
    assert kinds == ["Division"] * 10 + ["Institution"] * 7
    assert names(chart, TUMEN)[:4] == ["社会救助科", "社会福利科", "区划地名和社会事务科", "社会保险科"]


def test_an_office_hangs_below_the_unit_that_hosts_it(network: networkx.MultiDiGraph) -> None:
    chart = chart_of(network, [SHANGHAI])
    hosts = {
        chart["things"][one]["link"] for thing in chart["things"].values() for one in thing["children"]
    }  # how what is below hangs there
    assert {"PART_OF", "HOSTS"} <= hosts
    office = next(thing for thing in chart["things"].values() if thing["kind"] == "LeadingGroupOffice")
    host = next(thing for thing in chart["things"].values() if office["id"] in thing["children"])
    assert host["kind"] == "Division"
    assert office["facts"]["hosted_by"][0]["to"] == host["id"]


def test_what_is_told_begins_with_where_a_unit_belongs_and_functions_bear_our_words(
    network: networkx.MultiDiGraph,
) -> None:
    facts = chart_of(network, [TUMEN])["things"][f"{TUMEN}/division/社会救助科"]["facts"]
    assert list(facts)[:3] == ["belongs_to", "names", "duties"]
    # The document is Chinese: the English name of its bureau is made, that of a function is not of any document.
    assert facts["belongs_to"][0]["made"] == ["en"]
    assert all("made" not in duty for duty in facts["duties"])


def test_facts_keep_their_lines_and_roles(network: networkx.MultiDiGraph) -> None:
    section = chart_of(network, [TUMEN])["things"][f"{TUMEN}/division/区划地名和社会事务科"]
    assert section["lines"][0] == 75
    duties = {fact["to"]: (fact["roles"], fact["lines"]) for fact in section["facts"]["duties"]}
    assert duties["place-names"][1] == [75]
    assert "drafts" in duties["place-names"][0]
    assert [(fact["printed"], fact["more"]) for fact in section["facts"]["names"]] == [("社会组织科", "bracket")]


def test_a_thing_stands_once_even_where_two_units_host_it(network: networkx.MultiDiGraph) -> None:
    roots = [node for node, data in network.nodes(data=True) if data["labels"][0] == "Bureau" and data.get("document")]
    chart = chart_of(network, roots)
    children = [child for thing in chart["things"].values() for child in thing["children"]]
    assert len(children) == len(set(children))
    assert set(children) <= set(chart["things"])


def test_the_page_of_a_city_is_small_and_may_run_nothing_but_its_own_scripts(network: networkx.MultiDiGraph) -> None:
    text = page(chart_of(network, [SHANGHAI]), "上海 <b>", "zh")
    assert len(text.encode()) < 1_000_000
    assert "<title>上海 &lt;b&gt;</title>" in text
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
    assert len(scripts) == 2
    assert all(f"'sha256-{one}'" in policy for one in hashes)
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", text)


def test_a_name_cannot_leave_the_data(network: networkx.MultiDiGraph) -> None:
    hostile = "</script><script>alert(1)</script><!-- \u2028 \ud800 &amp;"
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    plain.add_node("x/a", labels=["Bureau", "Organization"], name=hostile)
    text = page(chart_of(plain, ["x/a"]), hostile, "en")
    assert text.count("<script") == 3
    (data,) = re.findall(r'<script id="data" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert json.loads(data)["things"]["x/a"]["printed"] == hostile


def test_the_licence_of_the_library_is_told() -> None:
    notice = (Path(__file__).parents[2] / "NOTICE").read_text(encoding="utf-8")
    assert "d3-hierarchy 3.1.2: ISC" in notice


def test_a_chart_of_everything_begins_at_governments(network: networkx.MultiDiGraph) -> None:
    kinds = [network.nodes[root]["labels"][0] for root in roots_of(network)]
    assert kinds.count("Government") == 5  # of the five cities; what stands under nobody stands by itself
    chart = chart_of(network, roots_of(network))
    assert TUMEN in chart["things"]["tumen/government"]["children"]
