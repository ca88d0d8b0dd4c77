"""A record that does not hold together is refused with its file, its line and what was expected."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from graph.errors import ContentError
from loaders import record
from loaders.load import document_rows
from loaders.reading import read_record

GRAIN = (Path(__file__).parents[1] / "fixtures" / "grain.yaml").read_text(encoding="utf-8")


def refused(tmp_path: Path, text: str) -> str:
    path = tmp_path / "record.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        document_rows(read_record(path))
    return str(caught.value).replace(str(tmp_path) + "/", "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  name: Jinhua City", "  nmae: x\n  name: Jinhua City", "record.yaml:7: the key bodies[0].nmae is unknown"),
        ("place: jinhua", "place: jinhua\nplace: jinhua", "record.yaml:5: the key 'place' stands twice"),
        ("kind: sign", "kind: sing", "did you mean 'sign'"),
        ('at: "9:0-15', 'at: "99:0-15', "the proof 99:0-15 lies outside the document"),
        ("place: jinhua", "place: jinhau", "did you mean 'jinhu' or"),
        ("functions: [planning]", "functions: [plannin]", "did you mean 'planning'"),
        ("kind: party_unit", "kind: hosted_office", "is 'hosted_office'"),
        ("wordings: [sign, daily_work]", "wordings: [sign]", "1 wordings for 2 proofs"),
        ("      group: {", "      x: {", "hosts[0].x is unknown"),
        ("denotes: jinhua/flood", "denotes: jinhua/blood", "which is nowhere in this record"),
        ("place: jinhua", "place: &p jinhua\nversion2: *p", "a YAML alias stands for this value"),
        ("place: jinhua", "place: !!python/name:os.system jinhua", "the YAML tag"),
        ("name: Party Committee", "name: Reserve Division", "a second unit has the id"),
    ],
)
def test_a_wrong_record_is_refused_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GRAIN
    text = GRAIN.replace(old, new, 1)
    if "second unit" in message:
        text = text.replace("kind: party_unit", "kind: division")
    assert message in refused(tmp_path, text)


def test_a_cycle_is_refused(tmp_path: Path) -> None:
    proof = '"1:0-2 0123456789abcdef"'
    unit = "- {kind: institution, name: %s, at: %s, lines: [1], affiliated_with: [{id: jinhua/%s, at: %s}]}\n"
    head = GRAIN.split("bodies:")[0] + "bodies:\n"
    text = (
        head + unit % ("East Center", proof, "west-center", proof) + unit % ("West Center", proof, "east-center", proof)
    )
    assert "a cycle: jinhua/east-center -> jinhua/west-center -> jinhua/east-center" in refused(tmp_path, text)


def test_the_same_matter_in_two_clauses_is_one_relationship_with_two_proofs(tmp_path: Path) -> None:
    path = tmp_path / "grain.yaml"
    path.write_text(GRAIN, encoding="utf-8")
    rows = document_rows(read_record(path)).relationships
    unit = "jinhua/grain-bureau/division/reserve-division"
    row = rows["RESPONSIBLE_FOR", unit, "logistics", "grain"]
    assert row.properties["spans"] == ["7:50-60", "7:62-70"]
    assert row.properties["roles"] == ["does", "leads"]
    hosts = rows["HOSTS", unit, "jinhua/flood-relief-group-office", "grain"]
    assert hosts.properties["wordings"] == ["sign", "daily_work"]


def test_no_limit_of_a_field_is_lost_behind_another() -> None:
    """Of two limits of one kind, one on the type and one on the field, only the type's is asked."""
    models = [one for one in vars(record).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    limits = {
        f"{model.__name__}.{name}": [type(one) for one in field.metadata]
        for model in models
        for name, field in model.model_fields.items()
    }
    assert [name for name, kinds in limits.items() if len(kinds) != len(set(kinds))] == []
