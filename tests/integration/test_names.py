"""A name is found in one way everywhere: which way comes first, what is only shown, and what is never taken."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.catalog import finding
from graph.catalog.catalogue import ask
from graph.catalog.described import described
from graph.catalog.finding import find, resolve
from graph.errors import NotThereError
from graph.installation import with_extra
from graph.names import expanded, is_spelled, keys_of, may_be_pinyin, normal
from graph.store.protocol import Store
from loaders.load import load
from loaders.reading import read_record

GRAIN = Path(__file__).parents[1] / "fixtures" / "grain.yaml"


# 人力资源和社会保障局, whatever the document prints for it: Shanghai's is a bureau of labor, Tumen's has civil affairs in its name.
HUMAN_RESOURCES = {
    "changsha/human-resources-and-social-security-bureau",
    "jinhua/human-resources-and-social-security-bureau",
    "shanghai/bureau-of-labor-and-social-security",
    "tumen/民政和人力资源社会保障局",
}
# 军队转业干部安置工作（领导）小组办公室 of three cities.
RESETTLEMENT_OFFICES = {
    "changsha/demobilized-military-cadres-resettlement-working-group-office",
    "jinhua/army-transfer-cadres-resettlement-working-group-office",
    "shanghai/office-of-the-resettlement-leading-group-for-demobilized-military-cadres",
}


@pytest.mark.parametrize(
    ("text", "kind", "way", "ids"),
    [
        ("tumen", "place", "id", {"tumen"}),
        ("222402", "place", "name", {"tumen"}),
        ("吉林", "place", "name", {"jilin"}),
        ("Tumen", "place", "id", {"tumen"}),
        ("图们", "place", "name", {"tumen"}),
        ("tumen", "document", "id", {"document/tumen"}),
        ("慈善总会", "unit", "name", {"tumen/慈善总会", "tumen/民政和人力资源社会保障局/division/社会福利科"}),
        ("图们市社会福利科", "unit", "name", {"tumen/民政和人力资源社会保障局/division/社会福利科"}),
        ("ｌabor bureau", "unit", "name", {"zhengzhou/labor-bureau"}),
        ("长沙公务员局", "body", "name", {"changsha/civil-service-bureau"}),
        ("就业局", "body", "short", {"changsha/employment-service-bureau", "tumen/就业服务局"}),
        ("双拥领导小组", "committee", "short", {"tumen/双拥工作领导小组"}),
        ("shehuifulike", "unit", "pinyin", {"tumen/民政和人力资源社会保障局/division/社会福利科"}),
        ("civil service b", "body", "part", {"changsha/civil-service-bureau"}),
        ("Jīnhuá", "place", "name", {"jinhua"}),
        ("shèhuì fúlì kē", "unit", "pinyin", {"tumen/民政和人力资源社会保障局/division/社会福利科"}),
        ("社會福利科", "unit", "name", {"tumen/民政和人力资源社会保障局/division/社会福利科"}),
        ("信访", "function", "name", {"petitions"}),
        ("HRSS", "body", "short", HUMAN_RESOURCES),
        ("人社局", "body", "short", HUMAN_RESOURCES),
        ("rensheju", "body", "pinyin", HUMAN_RESOURCES),
        ("军转办", "committee", "short", RESETTLEMENT_OFFICES),
        ("軍轉辦", "committee", "short", RESETTLEMENT_OFFICES),
    ],
)
def test_the_first_way_that_finds_something_counts(
    bundled: Store, text: str, kind: str, way: str, ids: set[str]
) -> None:
    found = resolve(bundled, text, kind)
    assert (found.way, set(found.ids)) == (way, ids)


@pytest.mark.parametrize("text", ["tumen/民政", "division/社会福利科", "changsha/civil-service"])
def test_a_part_of_an_id_names_nothing(bundled: Store, text: str) -> None:
    assert find(bundled, text).way in ("near", "short", "name")
    assert not {one for one in find(bundled, text).ids if text in one} or find(bundled, text).way == "near"


def test_who_answers_is_told_for_signs_brackets_offices_and_hosted_bodies(bundled: Store) -> None:
    told = {row["place"]: row["answers"] for row in described(bundled, "外国专家局").records()}
    assert told == {
        "changsha": "bracket: Office of Foreign Experts",
        "jinhua": "sign: Talent Development and Market Division",
        "shanghai": "hosted: Office of Foreign Experts and Students",
        "zhejiang": None,
    }


def test_a_place_beside_the_whole_nation_is_beside_everywhere(bundled: Store) -> None:
    beside = ask(bundled, "overlap.side_by_side", place="china", other="jinhua").records()
    assert all(set(row["there_id"]) <= set(row["here_id"]) for row in beside)
    assert any(set(row["there_id"]) < set(row["here_id"]) for row in beside)


def test_near_names_are_shown_and_never_taken(bundled: Store) -> None:
    with pytest.raises(NotThereError, match="'Municipal Civil Service Bureau'"):
        resolve(bundled, "Municipal Civic Service Burau", "body")


@pytest.mark.parametrize("text", ["1", "-1", "3307", "22240"])
def test_a_part_of_a_code_names_no_place(bundled: Store, text: str) -> None:
    with pytest.raises(NotThereError, match="nothing is called so"):
        resolve(bundled, text, "place")


def test_a_long_name_is_not_repeated_as_a_whole(bundled: Store) -> None:
    with pytest.raises(NotThereError) as error:
        resolve(bundled, "x" * 5000, "place")
    assert len(error.value.where) < 100


def test_a_name_of_another_kind_says_so(bundled: Store) -> None:
    with pytest.raises(NotThereError, match="it names something of another kind: division"):
        resolve(bundled, "社会福利科", "body")


def test_a_province_or_a_code_of_one_takes_all_that_lies_in_it(bundled: Store) -> None:
    tumen = ask(bundled, "hierarchy.divisions", place="tumen").records()
    for place in ("吉林省", "220000", "延边", "yanbian"):
        assert ask(bundled, "hierarchy.divisions", place=place).records() == tumen
    everywhere = ask(bundled, "hierarchy.divisions").records()
    assert ask(bundled, "hierarchy.divisions", place="china").records() == everywhere
    both = ask(bundled, "hierarchy.divisions", place=["tumen", "金华"]).records()
    assert {row["place"] for row in both} == {"tumen", "jinhua"}


def test_places_that_share_a_name_are_both_shown(store: Store, tmp_path: Path) -> None:
    for code in ("110105", "220104"):
        text = GRAIN.read_text(encoding="utf-8").replace("jinhua", f"chaoyang-{code}").replace("Jinhua City ", "")
        path = tmp_path / f"grain{code}.yaml"
        path.write_text(text.replace("0" * 64, code.rjust(64, "0")), encoding="utf-8")
        load(store, read_record(path))
    rows = ask(store, "alias.hanging_signs", place="朝阳区").records()
    assert {row["place"] for row in rows} == {"chaoyang-110105", "chaoyang-220104"}
    assert set(resolve(store, "grain bureau", "body").ids) == {
        "chaoyang-110105/grain-bureau",
        "chaoyang-220104/grain-bureau",
    }
    (row,) = ask(store, "alias.hanging_signs", place="北京朝阳区").records()
    assert row["place"] == "chaoyang-110105"


WEATHER = """
version: 1
document:
  {heading: "{name}", sha256: "7777777777777777777777777777777777777777777777777777777777777777", language: en, line_count: 1, machine_translated: false}
place: jinhua
bodies: [{kind: institution, name: Jinhua City Weather Office, at: "1:0-3 0123456789abcdef", lines: [1], key: weather-office}]
"""
SIGN = '    aliases:\n    - {kind: sign, name: Municipal Weather Office, at: "7:0-9 0123456789abcdef"}\n'


@pytest.mark.parametrize("text", ["x", "of", "1"])
def test_a_letter_or_two_are_no_part_of_a_name(bundled: Store, text: str) -> None:
    assert find(bundled, text).way not in ("name", "short", "part")


def test_a_sign_with_the_name_of_a_body_that_another_document_describes_is_proposed_and_written_nowhere(
    store: Store, tmp_path: Path
) -> None:
    texts = {"grain": GRAIN.read_text(encoding="utf-8").replace("    aliases:\n", SIGN), "weather": WEATHER}
    for name, text in texts.items():
        (path := tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        load(store, read_record(path))
    (row,) = ask(store, "alias.proposed_same", place="jinhua").records()
    assert (row["one"], row["other"], row["name"]) == (
        "Municipal Weather Office",
        "Jinhua City Weather Office",
        "weatheroffice",
    )
    assert (row["reason"], row["status"], row["document"], row["lines"]) == (
        "a second name that is the name of another body",
        "proposed",
        "grain",
        [7],
    )
    assert store.read("MATCH (:Alias)-[link:DENOTES {status: 'proposed'}]->() RETURN link", {}).rows == []


@given(st.text(max_size=30))
def test_a_normal_form_is_its_own_and_case_width_and_blanks_do_not_tell(text: str) -> None:
    once = normal(text)
    assert normal(once) in (once, once.removeprefix("the"))
    assert normal(f" {text}\u3000") == once


def test_short_forms_stand_for_several_and_in_any_place_of_a_name() -> None:
    assert set(expanded("人社局")) >= {"人力资源和社会保障局", "民政和人力资源社会保障局"}
    assert "金华市人力资源和社会保障局" in set(expanded("金华市人社局"))
    assert "办事大厅办公室" in set(expanded("办事大厅办"))
    assert normal("Human Resources and Social Security Bureau") in set(expanded("hrss"))


def test_keys_are_whole_names_and_names_without_ours() -> None:
    assert keys_of(["长沙市外国专家局"], ["长沙市", "长沙"]) == ["长沙市外国专家局", "外国专家局"]
    assert keys_of(["Municipal Bureau of Foreign Experts"], []) == [
        "municipalbureauofforeignexperts",
        "bureauofforeignexperts",
    ]
    assert keys_of(["区划地名科", "市场监督管理局", None], []) == ["区划地名科", "市场监督管理局"]


def test_without_pinyin_the_extra_is_named_as_this_installation_takes_it(
    embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "has_pinyin", lambda: False)
    with pytest.raises(NotThereError, match=re.escape(with_extra("zh"))):
        resolve(embedded, "nothing is called so", "name")


def test_pinyin_is_syllables_or_initials() -> None:
    assert is_spelled("wgzjj", "外国专家局")
    assert is_spelled("waiguozhuanjiaju", "外国专家局")
    assert not is_spelled("waiguo", "外国专家局")
    assert [may_be_pinyin(one) for one in ("shehuifulike", "wgzjj", "migrantworkers", "fund")] == [
        True,
        True,
        False,
        False,
    ]
