"""What a record says becomes exactly these nodes and relationships."""

from pathlib import Path

import pytest

from graph.errors import ContentError
from graph.proof import quote_hash
from graph.schema import ACTORS, NAMED, DescribedIn, Document, NamedIn
from loaders.checks import compare
from loaders.load import document_rows
from loaders.reading import read_record

FIXTURES = Path(__file__).parents[1] / "fixtures"
BUREAU = "shanghai/harbour-bureau"
APART = ("DESCRIBED_IN", "NAMED_IN", "IN_PLACE", "NAMES")


def test_every_kind_of_fact_becomes_its_relationship() -> None:
    rows = document_rows(read_record(FIXTURES / "harbour.yaml"))
    about = {(row.type, row.start, row.end) for row in rows.relationships.values() if row.type not in APART}
    assert about == {
        ("CITES", "document/harbour", "cited/rule-7"),
        ("GOVERNS", "shanghai/government", "shanghai"),
        ("WITHIN", "shanghai", "china"),
        ("WITHIN", "logistics", "administration"),
        ("WITHIN", "planning", "administration"),
        ("ORGAN_OF", BUREAU, "shanghai/government"),
        ("ORGAN_OF", "shanghai/beacon-bureau", "shanghai/government"),
        ("MANAGED_BY", BUREAU, "shanghai/transport-commission"),
        ("MANAGED_BY", "shanghai/beacon-bureau", BUREAU),
        ("SERVES", BUREAU, "shanghai"),
        ("MEMBER_OF", BUREAU, "shanghai/flood-conference"),
        ("ANSWERS_TO", BUREAU, "shanghai/flood-conference"),
        ("OVERSEES", BUREAU, "shanghai/pilot-station"),
        ("HOSTS", BUREAU, "shanghai/tide-committee"),
        ("HOSTS", BUREAU, "shanghai/ferry-desk"),
        ("KNOWN_AS", "shanghai/ferry-desk", "shanghai/ferry-desk/alias/fd"),
        ("CONCERNS", "shanghai/ferry-desk", "logistics"),
        ("BETWEEN", f"{BUREAU}/boundary/1", BUREAU),
        ("BETWEEN", f"{BUREAU}/boundary/1", "shanghai/road-bureau"),
        ("CONCERNS", f"{BUREAU}/boundary/1", "planning"),
        ("BEFORE", f"{BUREAU}/change-event/transfer-1", "shanghai/road-bureau"),
        ("AFTER", f"{BUREAU}/change-event/transfer-1", BUREAU),
        ("CONCERNS", f"{BUREAU}/change-event/transfer-1", "planning"),
        ("AFFILIATED_WITH", "shanghai/pilot-station", BUREAU),
        ("BRANCH_OF", f"{BUREAU}/branch/north-branch", BUREAU),
        ("HEADS", f"{BUREAU}/branch/north-branch/person/ann", f"{BUREAU}/branch/north-branch"),
    }
    labels = {key: row.labels[0] for key, row in rows.nodes.items()}
    assert labels["shanghai/tide-committee"] == "LeadingGroup"
    assert labels["shanghai/transport-commission"] == "External"
    assert rows.nodes["shanghai/pilot-station"].properties["civil_service_ref"] == "yes"
    assert rows.nodes["document/harbour"].properties["as_of"] == "2012-05"
    (organ,) = (row for row in rows.relationships.values() if row.type == "ORGAN_OF" and row.start == BUREAU)
    assert organ.properties["status"] == "stated"


def test_the_quoted_text_is_kept_only_where_it_is_given() -> None:
    file = read_record(FIXTURES / "harbour.yaml")
    lines = ["abc", "def", "ghi"]
    plain = document_rows(file).relationships
    kept = document_rows(file, "\n".join(lines)).relationships
    assert not any("texts" in row.properties for row in plain.values())
    assert {text for row in kept.values() for text in row.properties.get("texts", [])} == set(lines)


def test_a_proof_is_compared_with_the_characters_of_the_document() -> None:
    file = read_record(FIXTURES / "harbour.yaml")
    assert len(list(compare(file, ["abc", "def", "ghi"]))) == len(list(compare(file, []))) > 10
    assert {finding.found for finding in compare(file, ["x"])} >= {"the line ends before 1:0-3"}
    assert quote_hash("abc") == "ba7816bf8f01cfea"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: shanghai/pilot-station", "id: shanghai/nobody", "nowhere in this record"),
        ("lines: [1]", "lines: [4]", "line 4 lies outside the document"),
        ("serves: [shanghai]", "serves: [shanghia]", "or 'shanghai'"),
        ('as_of: "2012-05"', 'as_of: "May"', "as_of is 'May'"),
        (
            "name: Flood Conference, kind: leading_group, form: joint_conference, role",
            "name: F, kind: leading_group, role",
            "needs its form",
        ),
        ("{id: shanghai/harbour-bureau, share", "{id: x, name: y, share", "either an id of this record or a name"),
        ("kind: leading_group, form: committee, name", "kind: leading_group, name", "has a form"),
        ("name: Harbour Bureau", "name: Harbour Bureau\n  name_zh: 港务局", "come together"),
    ],
)
def test_what_does_not_hold_together_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (FIXTURES / "harbour.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "harbour.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        document_rows(read_record(tmp_path / "harbour.yaml"))
    assert message in str(caught.value)


def test_every_property_that_documents_say_of_a_node_has_its_place_where_they_say_it() -> None:
    shared = {"id", "document", "lines"}
    described = {name for kind in ACTORS for name in kind.model_fields} - shared - {"form", "implied"}
    assert described <= set(DescribedIn.model_fields)
    named = {name for kind in NAMED if kind is not Document for name in kind.model_fields} - shared
    own = described - {"name", "name_zh", "name_zh_source", "name_en", "name_en_source", "place", "unnamed"}
    assert named - own <= set(NamedIn.model_fields)
