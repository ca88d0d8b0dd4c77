"""Analyses of small networks whose answers can be counted by hand, and of the bundled records."""

from collections.abc import Iterator
from typing import Any

import networkx
import pytest

from graph.analysis import ANALYSES, EXPLAINED, analyse
from graph.export.network import as_network, whole
from graph.store.embedded import EmbeddedStore
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record

Network = networkx.MultiDiGraph


def made(nodes: dict[str, str], links: list[tuple[str, str, str]], **attributes: dict[str, Any]) -> "Network[str]":
    network: Network[str] = networkx.MultiDiGraph()
    for own_id, label in nodes.items():
        network.add_node(own_id, labels=[label], name=own_id.upper(), **attributes.get(own_id, {}))
    for start, kind, end in links:
        network.add_edge(start, end, key=kind, type=kind, roles=["does"])
    return network


@pytest.fixture(scope="module")
def bundled_network(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Network[str]"]:
    with EmbeddedStore(tmp_path_factory.mktemp("analysis") / "graph.kgl", write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))
        yield as_network(whole(store))


def test_a_broker_stands_between_two_offices_and_a_partner() -> None:
    network = made(
        {"unit": "Division", "a": "LeadingGroupOffice", "b": "HostedOffice", "c": "External", "vague": "External"},
        [
            ("unit", "HOSTS", "a"),
            ("unit", "HOSTS", "b"),
            ("unit", "COORDINATES_WITH", "c"),
            ("c", "COORDINATES_WITH", "vague"),
        ],
        vague={"unnamed": True},
    )
    rows = analyse("brokers", network).answer.records()
    assert [(row["unit"], row["unit_id"], row["kind"], row["betweenness"], row["ties"]) for row in rows] == [
        ("UNIT", "unit", "division", 1.0, 3)
    ]


def test_a_span_counts_what_is_directly_below_and_all_of_it() -> None:
    network = made(
        {"body": "Bureau", "d": "Division", "e": "Division", "p": "PartyUnit", "i": "Institution", "s": "Division"},
        [
            ("d", "PART_OF", "body"),
            ("e", "PART_OF", "body"),
            ("p", "PART_OF", "body"),
            ("i", "AFFILIATED_WITH", "body"),
            ("s", "PART_OF", "i"),
        ],
        body={"stated_divisions": 2},
    )
    counted = {
        "unit_id": "body", "unit": "BODY", "direct": 4, "divisions": 2, "party_units": 1, "branches": 0, "institutions": 1,
        "announced": 2, "below": 5, "levels": 2,
    }  # fmt: skip
    first = analyse("span_of_control", network).answer.records()[0]
    assert {key: first[key] for key in counted} == counted


def test_an_owner_and_its_part_do_not_overlap_and_office_chores_do_not_count() -> None:
    network = made(
        {"body": "Bureau", "d": "Division", "x": "Bureau", "f": "Function", "chore": "Function", "deep": "Function", "administration": "Function"},
        [
            ("d", "PART_OF", "body"), ("chore", "WITHIN", "administration"), ("deep", "WITHIN", "chore"),
            *((unit, "RESPONSIBLE_FOR", function) for unit in ("body", "d", "x") for function in ("f", "chore", "deep")),
        ],
    )  # fmt: skip
    pairs = {
        (row["unit_id"], row["other_id"]): row["functions"] for row in analyse("overlap", network).answer.records()
    }
    assert pairs == {("body", "x"): ["f"], ("d", "x"): ["f"]}
    assert len(analyse("overlap", network, general=True).answer.records()[0]["functions"]) == 3


def test_functions_of_two_separate_offices_are_two_communities() -> None:
    network = made(
        {"u": "Division", "v": "Division", "w": "Division", "a": "Function", "b": "Function", "c": "Function", "d": "Function"},
        [("u", "RESPONSIBLE_FOR", "a"), ("u", "RESPONSIBLE_FOR", "b"), ("w", "RESPONSIBLE_FOR", "a"), ("w", "RESPONSIBLE_FOR", "b"),
         ("v", "RESPONSIBLE_FOR", "c"), ("v", "RESPONSIBLE_FOR", "d")],
    )  # fmt: skip
    found = analyse("communities", network).answer.records()
    assert [(row["community"], row["functions"], row["units"]) for row in found] == [
        (1, ["a", "b"], 2),
        (2, ["c", "d"], 1),
    ]


def test_a_body_that_has_the_duties_of_all_its_parts_makes_no_community_of_them() -> None:
    duties = [("u", "a"), ("u", "b"), ("v", "c"), ("v", "d"), *(("body", function) for function in "abcde")]
    network = made(
        {"body": "Bureau", "u": "Division", "v": "Division", **dict.fromkeys("abcde", "Function")},
        [("u", "PART_OF", "body"), ("v", "PART_OF", "body"), *((one, "RESPONSIBLE_FOR", what) for one, what in duties)],
    )
    found = analyse("communities", network).answer.records()
    assert [(row["functions"], row["units"]) for row in found] == [(["a", "b"], 1), (["c", "d"], 1)]


def test_two_places_are_compared_function_by_function() -> None:
    network = made(
        {"u": "Division", "v": "Division", "f": "Function", "a": "Function", "b": "Function"},
        [("a", "WITHIN", "f"), ("b", "WITHIN", "f"), ("u", "RESPONSIBLE_FOR", "a"), ("u", "RESPONSIBLE_FOR", "b"), ("v", "RESPONSIBLE_FOR", "a")],
        u={"place": "p"}, v={"place": "q"},
    )  # fmt: skip
    found = analyse("compare", network, place="p", other="q").answer.records()
    assert [
        (row["function"], row["stands_in"], row["units_id"], row["other_units_id"], row["similarity"]) for row in found
    ] == [
        ("a", "both", ["u"], ["v"], 0.5),
        ("b", "only_first", ["u"], [], 0.5),
    ]


@pytest.mark.parametrize("name", sorted(ANALYSES))
def test_ids_lead_back_and_the_same_numbers_stand_on_the_nodes(bundled_network: "Network[str]", name: str) -> None:
    options = {"place": "changsha", "other": "jinhua"} if name == "compare" else {}
    found = analyse(name, bundled_network, **options)
    ids = {
        row[key] for row in found.answer.records() for key in row if key.endswith("_id") and isinstance(row[key], str)
    }
    assert found.answer.rows
    assert ids | set(found.marks) <= set(bundled_network)
    marked = found.marked(bundled_network)
    assert {node: {key: marked.nodes[node][key] for key in some} for node, some in found.marks.items()} == found.marks
    assert found == analyse(name, bundled_network.copy(), **options)


def test_an_overlap_is_made_of_things_with_both_proofs_and_names_in_both_languages(
    bundled_network: "Network[str]",
) -> None:
    wanted = ("jinhua/human-resources-and-social-security-bureau/division/social-insurance-division", "tumen")
    rows = [row for row in analyse("overlap", bundled_network).answer.records() if row["unit_id"] == wanted[0]]
    (row,) = [one for one in rows if one["other"] == "社会保险科"]
    assert (row["place"], row["unit_zh"], row["unit_unprinted"], row["other_place"]) == (
        "jinhua",
        "社会保险处",
        "zh",
        "tumen",
    )
    place = row["functions"].index("work-injury-insurance")
    assert (row["functions_zh"][place], "drafts" in row["roles"][place]) == ("工伤保险", True)
    assert (row["document"], row["lines"], row["other_says_document"], row["other_says_lines"]) == (
        "jinhua",
        [51],
        "tumen",
        [77],
    )


def test_changsha_leads_as_many_units_as_its_document_lists(bundled_network: "Network[str]") -> None:
    rows = {row["unit_id"]: row for row in analyse("span_of_control", bundled_network).answer.records()}
    changsha = rows["changsha/human-resources-and-social-security-bureau"]
    # 21 numbered divisions and one more, two Party units, seven institutions; the managed bureau stands by itself.
    assert (changsha["divisions"], changsha["party_units"], changsha["institutions"]) == (22, 2, 7)


def test_every_analysis_says_in_two_sentences_what_it_does() -> None:
    assert set(EXPLAINED) == set(ANALYSES)
    assert {len(told.splitlines()) for told in EXPLAINED.values()} == {2}
    assert all(line.endswith(".") for told in EXPLAINED.values() for line in told.splitlines())
