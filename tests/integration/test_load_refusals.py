"""What a load is refused for: losses, also slow ones; reviewed records; one text under two ids; values that no graph holds."""

from pathlib import Path

import pytest

from graph.errors import ContentError, RefusedError
from graph.store.protocol import Store
from loaders.load import document_rows, load
from loaders.reading import RecordFile, read_record
from loaders.record import Record, Unit
from loaders.refusals import Allowed
from tests.contents import content

ROOT = Path(__file__).parents[2]
GRAIN = (ROOT / "tests" / "fixtures" / "grain.yaml").read_text(encoding="utf-8")


@pytest.fixture
def tumen() -> RecordFile:
    return read_record(ROOT / "data" / "records" / "tumen.yaml")


def without_duties(unit: Unit, keep: float) -> Unit:
    """The unit and all that are inside it, each with the first part of its duties only."""
    kept = unit.duties[: int(len(unit.duties) * keep)]
    return unit.model_copy(update={"duties": kept, "units": [without_duties(one, keep) for one in unit.units]})


def poorer(file: RecordFile, keep: float) -> RecordFile:
    bodies = [without_duties(body, keep) for body in file.record.bodies]
    return RecordFile(file.document, file.record.model_copy(update={"bodies": bodies}), file.where)


def without_last_duty(record: Record) -> Record:
    """Every unit without its last duty."""

    def shorter(unit: Unit) -> Unit:
        return unit.model_copy(update={"duties": unit.duties[:-1], "units": [shorter(one) for one in unit.units]})

    return record.model_copy(update={"bodies": [shorter(body) for body in record.bodies]})


def test_half_of_the_duties_gone_is_a_loss(store: Store, tumen: RecordFile) -> None:
    load(store, tumen)
    with pytest.raises(RefusedError, match="the record lost"):
        load(store, poorer(tumen, 0.5))
    assert load(store, tumen).outcome == "unchanged"


def test_many_small_losses_add_up(store: Store, tumen: RecordFile) -> None:
    load(store, tumen)
    steps = [tumen.record]
    for _ in range(17):
        steps.append(without_last_duty(steps[-1]))

    def all_of_them() -> None:
        for record in steps[1:]:
            load(store, RecordFile("tumen", record, tumen.where))

    with pytest.raises(RefusedError, match="the record lost"):
        all_of_them()


def test_an_allowed_loss_is_the_new_measure(store: Store, tumen: RecordFile) -> None:
    load(store, tumen)
    half = poorer(tumen, 0.5)
    assert load(store, half, allow_loss=True).outcome == "changed"
    with pytest.raises(RefusedError, match="the record lost"):
        load(store, poorer(half, 0.2))
    assert load(store, tumen).outcome == "changed"
    with pytest.raises(RefusedError, match="the record lost"):
        load(store, half)


def test_an_extracted_record_does_not_replace_a_reviewed_one_in_silence(store: Store, tumen: RecordFile) -> None:
    load(store, tumen)
    source = tumen.record.document.model_copy(update={"extraction_key": "guapai 1"})
    extracted = RecordFile("tumen", tumen.record.model_copy(update={"document": source}), tumen.where)
    with pytest.raises(RefusedError, match="an extracted record would replace one that a person reviewed"):
        load(store, extracted)
    assert load(store, extracted, allowed=Allowed(replacing_reviewed=True)).outcome == "changed"
    reviewed = RecordFile("tumen", extracted.record.model_copy(update={"reviewed": "2026-11"}), tumen.where)
    assert load(store, reviewed).outcome == "changed"
    with pytest.raises(RefusedError, match="an extracted record would replace"):
        load(store, extracted)


def test_one_text_is_not_loaded_under_two_ids(store: Store, tumen: RecordFile) -> None:
    load(store, tumen)
    before = content(store)
    with pytest.raises(RefusedError, match="the same text is loaded as 'tumen'") as caught:
        load(store, RecordFile("copy", tumen.record, tumen.where))
    assert "guapai forget tumen" in str(caught.value)
    assert content(store) == before


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("number: 2,", "number: 10000000000000000000,", "quotas[0].number"),
        ("of_which: {driver: 1}", "of_which: {driver: 99999999999999999999}", "of_which"),
        ("line_count: 9", "line_count: 99999999999999999999", "line_count"),
        ('phone: "0579-0000000"', "area_m2: 10000000000000000000", "area_m2"),
        (
            "  name: Jinhua City Grain Bureau",
            f"  key: {'k' * 301}\n  name: Jinhua City Grain Bureau",
            "bodies[0].key",
        ),
        (
            "  name: Jinhua City Grain Bureau",
            f"  rank: {'k' * 100_000}\n  name: Jinhua City Grain Bureau",
            "grain.yaml:7: this text has 100000 characters",
        ),
        (
            "  acts_for:",
            '  oversees:\n  - {name: Jinhua City Grain Bureau, roles: [guides], at: "3:0-5 0123456789abcdef"}\n  acts_for:',
            "OVERSEES leads from jinhua/grain-bureau to itself",
        ),
        (
            "  acts_for:",
            '  oversees:\n  - {id: jinhua/grain-bureau, roles: [guides], at: "3:0-5 0123456789abcdef"}\n  acts_for:',
            "OVERSEES leads from jinhua/grain-bureau to itself",
        ),
    ],
)
def test_values_that_no_graph_holds_are_refused_before_a_store_is_opened(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in GRAIN
    path = tmp_path / "grain.yaml"
    path.write_text(GRAIN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        document_rows(read_record(path))
    assert message in str(caught.value)
    assert len(str(caught.value)) < 1_000


def test_ids_that_grow_with_every_level_are_refused(tmp_path: Path) -> None:
    file = read_record(ROOT / "tests" / "fixtures" / "grain.yaml")
    unit = (
        file.record.bodies[0].units[0].model_copy(update={"name": "U" * 290, "aliases": [], "hosts": [], "units": []})
    )
    for _ in range(8):
        unit = unit.model_copy(update={"units": [unit]})
    body = file.record.bodies[0].model_copy(update={"units": [unit]})
    deep = RecordFile("grain", file.record.model_copy(update={"bodies": [body]}), "deep.yaml")
    with pytest.raises(ContentError, match="give a shorter key"):
        document_rows(deep)
