"""Places that no list has, and bodies of one place in several documents, as they stand in the graph."""

from pathlib import Path

from graph.store.protocol import Store
from loaders.extract.document.reading import decode
from loaders.extract.extraction import extract_document
from loaders.load import load
from loaders.reading import read_record
from loaders.record_writing import record_text

UNITS = "\n内设机构\n（一）办公室。负责机关日常工作。\n（二）综合科。{clause}\n"


def loaded(
    store: Store, folder: Path, name: str, title: str, clause: str = "负责综合工作。", place: str | None = None
) -> None:
    text = title + UNITS.format(clause=clause)
    record = extract_document(decode(text.encode(), name), name, place).record
    path = folder / f"{name}.yaml"
    path.write_text(record_text(record), encoding="utf-8")
    load(store, read_record(path))


def test_places_that_no_list_has_hang_in_those_around_them(store: Store, tmp_path: Path) -> None:
    loaded(store, tmp_path, "zone", "南通经济技术开发区管理委员会")
    loaded(store, tmp_path, "new", "青禾县民政局")
    loaded(store, tmp_path, "former", "上海市闸北区民政局")
    rows = store.read(
        "MATCH (body:Bureau)-[:ORGAN_OF]->(government:Government)-[:GOVERNS]->(place:Place)-[:WITHIN]->(wider:Place) "
        "RETURN body.id AS body, government.name AS government, place.id AS place, place.level AS level, place.unlisted AS unlisted, "
        "place.former AS former, place.code_year AS year, wider.id AS wider ORDER BY body.id",
        {},
    ).records()
    assert [tuple(row.values()) for row in rows] == [
        ("nantong-经济技术开发区/管理委员会", "南通经济技术开发区管理委员会", "nantong-经济技术开发区", "zone", True, None, None, "nantong"),
        ("zhabei/民政局", "闸北区人民政府", "zhabei", "county", None, True, 2015, "shanghai"),
        ("青禾县/民政局", "青禾县人民政府", "青禾县", "county", True, None, None, "china"),
    ]  # fmt: skip


def test_a_body_is_one_node_however_documents_of_its_place_call_it(store: Store, tmp_path: Path) -> None:
    loaded(store, tmp_path, "civil", "朝阳区民政局", place="220104")
    clause = "会同长春市朝阳区民政局发放补助；会同区民政局核对名册；会同长春市民政局制定标准；会同市民政局培训人员。"
    loaded(store, tmp_path, "finance", "长春市朝阳区财政局", clause)
    rows = store.read(
        "MATCH (body:Organization) WHERE body.id ENDS WITH '民政局' RETURN body.id AS id ORDER BY id", {}
    ).records()
    assert [row["id"] for row in rows] == ["changchun/民政局", "chaoyang-220104/民政局"]
    partners = store.read(
        "MATCH (:Organization)-[says:COORDINATES_WITH]->(body:Organization) RETURN DISTINCT body.id AS id ORDER BY id",
        {},
    ).records()
    assert [row["id"] for row in partners] == ["changchun/民政局", "chaoyang-220104/民政局"]
