"""What people missed when they tried it, sentence by sentence, on the bundled records and a miniature one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.catalog.catalogue import ask, catalogue
from graph.errors import NotThereError
from graph.store.embedded import EmbeddedStore
from graph.store.protocol import Store
from guapai.opening import record_paths
from loaders.load import load
from loaders.reading import read_record

HARBOUR = Path(__file__).parents[1] / "fixtures" / "harbour.yaml"
AT = 'at: "2:0-3 0123456789abcdef"'
ANN = '{name: Ann, at: "2:0-3 0123456789abcdef"}'
BEN = '{name: Ben, post: deputy, at: "3:0-3 0123456789abcdef"}, {name: Cai, post: deputy, at: "3:0-3 0123456789abcdef"}'


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with EmbeddedStore(tmp_path_factory.mktemp("missed") / "graph.kgl", write=True) as store:
        store.prepare()
        for path in record_paths():
            load(store, read_record(path))
        yield store


def test_a_chain_says_from_which_unit_it_starts(five: Store) -> None:
    rows = ask(five, "hierarchy.chain_up", name="办公室").records()
    # The first unit of Jinhua has no printed name; what it does is what an office does.
    assert {row["start_id"].rpartition("/")[2] for row in rows} == {"office", "办公室", "unnamed-1"}
    assert all(row["start"] and row["step"] >= 1 for row in rows)


def test_after_a_year_is_not_in_it(five: Store) -> None:
    rows = ask(five, "change.merged_from").records()
    assert [(row["date"], row["date_relation"]) for row in rows] == [("2010", "after")]


def test_no_count_is_shown_where_none_is_announced(five: Store) -> None:
    rows = ask(five, "quality.counts").records()
    assert all(row["announced"] or row["found"] for row in rows)
    assert "图们市慈善总会" not in {row["owner"] for row in rows}


@pytest.mark.parametrize(
    ("announced", "also_there", "told"),
    [
        (1, [], (1, 1, 0, "right")),
        (2, [], (2, 1, 0, "short")),
        (1, ["Tide School"], (1, 2, 0, "over")),
    ],
)
def test_a_count_is_right_short_or_over(
    tmp_path: Path, announced: int, also_there: list[str], told: tuple[int, int, int, str]
) -> None:
    more = "".join(f"  - {{kind: institution, name: {one}, {AT}, lines: [2]}}\n" for one in also_there)
    text = HARBOUR.read_text(encoding="utf-8").replace("  units:\n", f"  units:\n{more}")
    text = text.replace("  serves:", f"  stated_institutions: {{number: {announced}, {AT}}}\n  serves:")
    (path := tmp_path / "harbour.yaml").write_text(text, encoding="utf-8")
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        load(store, read_record(path))
        rows = ask(store, "quality.counts").records()
    assert [(row["announced"], row["found"], row["outside"], row["verdict"]) for row in rows] == [told]


def test_a_missing_number_is_told_once_however_many_units_there_are(tmp_path: Path) -> None:
    tens = ["", "十", "二十", "三十", "四十"]
    numbers = [ten + digit for ten in tens for digit in ["", *"一二三四五六七八九"]][1:42]
    numbers.remove("三十二")
    more = "".join(f"  - {{kind: division, name: Unit {one}, number: {one}, {AT}, lines: [2]}}\n" for one in numbers)
    text = HARBOUR.read_text(encoding="utf-8").replace("  units:\n", f"  units:\n{more}")
    (path := tmp_path / "harbour.yaml").write_text(text, encoding="utf-8")
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        load(store, read_record(path))
        rows = ask(store, "quality.ordinals").records()
    assert [(row["ordinal_printed"], row["fault"]) for row in rows] == [("三十三", "missing")]


def test_places_of_a_province_are_answered_together(five: Store) -> None:
    rows = ask(five, "hierarchy.divisions", place=["浙江省", "吉林省"]).records()
    assert {row["place"] for row in rows} == {"jinhua", "tumen"}


def test_an_overlap_says_both_roles(five: Store) -> None:
    rows = ask(five, "overlap.graded", place="shanghai").records()
    assert rows
    assert all(row["one_roles"] and row["other_roles"] for row in rows)


def test_every_function_can_be_picked_from_a_list_of_one_place_too(five: Store) -> None:
    everywhere = {row["function"]: row["units"] for row in ask(five, "functions.list").records()}
    tumen = {row["function"]: row["units"] for row in ask(five, "functions.list", place="tumen").records()}
    had = {row["function"] for row in ask(five, "functions.duties_of", unit="双拥工作科").records()}
    assert had <= tumen.keys() < everywhere.keys()
    assert all(0 < count <= everywhere[code] for code, count in tumen.items())


def test_two_people_of_one_post_are_two_rows(tmp_path: Path) -> None:
    text = HARBOUR.read_text(encoding="utf-8").replace(ANN, f"{ANN}, {BEN}")
    (path := tmp_path / "harbour.yaml").write_text(text, encoding="utf-8")
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        load(store, read_record(path))
        rows = ask(store, "staffing.heads_and_contacts", unit="North Branch").records()
        told = [(row["person"], row["post"], row["lines"]) for row in rows]
    assert told == [("Ann", None, [2]), ("Ben", "deputy", [3]), ("Cai", "deputy", [3])]


def test_each_party_to_a_boundary_has_its_share(five: Store) -> None:
    rows = ask(five, "overlap.stated_boundaries").records()
    shares = {row["unit"]: row["share"] for row in rows}
    assert all(row["share_zh"] and row["share_zh"] != row["share"] for row in rows)
    assert shares.keys() == {"Municipal Education Bureau", "Changsha Human Resources and Social Security Bureau"}
    assert len(set(shares.values())) == 2


def test_what_changed_since_a_date_leaves_out_what_is_certainly_earlier(five: Store) -> None:
    def dates(since: str | None) -> list[str]:
        return sorted({row["date"] for row in ask(five, "change.timeline", since=since).records()})

    assert dates(None) == ["1984", "1988", "2005", "2008", "2010"]
    assert dates("2006") == ["2008", "2010"]
    assert dates("2008-06") == ["2008", "2010"]


def test_a_line_that_a_document_does_not_have_is_no_empty_answer(five: Store) -> None:
    assert ask(five, "proof.of_line", document="tumen", line=293).rows
    with pytest.raises(NotThereError, match="tumen: it has 293 lines"):
        ask(five, "proof.of_line", document="tumen", line=294)
    ask(five, "proof.of_line", document=["jinhua", "tumen"], line=293)


@pytest.mark.parametrize("query", [one.name for one in catalogue() if "place" in {own.name for own in one.parameters}])
def test_a_place_that_nothing_is_called_is_never_an_empty_answer(five: Store, query: str) -> None:
    needed = {
        "name": "办公室",
        "unit": "办公室",
        "body": "人社局",
        "function": "petitions",
        "matter": "migrant workers",
    }
    needed |= {"date": "2010", "other": "tumen"}
    asked = {"place": "云台县"}
    for own in next(one for one in catalogue() if one.name == query).parameters:
        if own.required and own.name != "place":
            asked[own.name] = needed[own.name]
    with pytest.raises(NotThereError, match="nothing is called so"):
        ask(five, query, **asked)
