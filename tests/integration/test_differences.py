"""`guapai diff`: what a newer record says and the older, or the graph, does not."""

from pathlib import Path

import pytest

from graph.errors import NotThereError
from graph.store.embedded import EmbeddedStore
from loaders.differences import Difference, between, from_loaded
from loaders.load import load
from loaders.reading import RecordFile, read_record

RECORDS = Path(__file__).parents[2] / "data" / "records"


@pytest.fixture
def older() -> RecordFile:
    return read_record(RECORDS / "tumen.yaml")


@pytest.fixture
def newer(tmp_path: Path, older: RecordFile) -> RecordFile:
    """The record of Tumen without its last institution, and with a rank for the bureau, under another name."""
    bureau, *others = older.record.bodies
    smaller = bureau.model_copy(update={"units": bureau.units[:-1], "rank": "正科级"})
    content = older.record.model_copy(update={"bodies": [smaller, *others]})
    return RecordFile("tumen-2025", content, str(tmp_path / "tumen-2025.yaml"))


def test_the_same_record_has_no_difference(older: RecordFile) -> None:
    assert between(older, older, proofs=True) == []


def test_differences_name_what_is_gone_and_what_changed(older: RecordFile, newer: RecordFile) -> None:
    gone = older.record.bodies[0].units[-1].name
    found = between(older, newer)
    assert [(one.property, one.before, one.after) for one in found if one.change == "changed"] == [
        ("rank", None, "正科级")
    ]
    institutions = [one for one in found if one.kind == "institution"]
    assert [(one.change, one.name) for one in institutions] == [("removed", gone)]
    assert all(gone in (one.name, one.other) for one in found if one.relationship)
    assert {one.change for one in found if one.relationship} == {"removed"}


def test_the_other_way_round_what_was_removed_is_added(older: RecordFile, newer: RecordFile) -> None:
    def sides(found: list[Difference], change: str) -> set[tuple[object, ...]]:
        return {(one.kind, one.relationship, one.name, one.other) for one in found if one.change == change}

    assert sides(between(older, newer), "removed") == sides(between(newer, older), "added")


def test_a_record_is_compared_with_what_is_loaded(tmp_path: Path, older: RecordFile, newer: RecordFile) -> None:
    with EmbeddedStore(tmp_path / "graph.kgl", write=True) as store:
        store.prepare()
        load(store, older)
        load(store, read_record(RECORDS / "jinhua.yaml"))
        assert from_loaded(store, older, proofs=True) == []
        same = RecordFile("tumen", newer.record, newer.where)
        assert from_loaded(store, same) == between(older, newer)
        with pytest.raises(NotThereError, match="tumen-2025"):
            from_loaded(store, newer)
