"""Keys, ids, spans and claims have an algebra; these tests state it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity import distinct_key, name_key
from graph.proof import Quote, Span, quote_hash, split_lines
from graph.statement import NodeRow, RelationshipRow
from loaders.claims import claim_of, shown


@pytest.mark.parametrize(
    ("name", "places", "key"),
    [
        ("Changsha Municipal Labor Ability Appraisal Committee", ["Changsha"], "labor-ability-appraisal-committee"),
        ("Municipal Employment Leading Group", ["Changsha"], "employment-leading-group"),
        ("图们市民政和人力资源社会保障局", ["图们市", "图们"], "民政和人力资源社会保障局"),
        ("图们市市场监督管理局", ["图们市", "图们"], "市场监督管理局"),
        ("市双拥工作领导小组", ["图们市"], "双拥工作领导小组"),
        ("Ｆｕｌｌ  Width", [], "full-width"),
    ],
)
def test_a_key_is_the_name_without_the_place_in_front(name: str, places: list[str], key: str) -> None:
    assert name_key(name, places) == key


@given(st.text(min_size=1))
def test_a_key_is_never_empty_and_its_own_key_when_it_holds_no_place(name: str) -> None:
    assert name_key(name)
    assert "\\" not in name_key(name)


@given(st.lists(st.sampled_from(["a", "b", "a~2"])))
def test_repeated_keys_become_distinct(keys: list[str]) -> None:
    taken: set[str] = set()
    assert len({distinct_key(key, taken) for key in keys}) == len(keys)


@given(st.integers(1, 10**6), st.integers(0, 10**4), st.integers(1, 10**4))
def test_a_proof_reads_back_as_it_was_written(line: int, start: int, length: int) -> None:
    quote = Quote(Span(line, start, start + length), quote_hash("x"), "some-rule")
    assert Quote.parse(str(quote)) == quote


@pytest.mark.parametrize("text", ["", "1:2", "0:1-2", "1:5-5", "1:5-4", "a:1-2", "1:1-2 ", "1:1-2\n"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"span|ends"):
        Span.parse(text)


def test_only_line_feeds_and_carriage_returns_break_lines() -> None:
    assert split_lines("a\r\nb\rc\nd\u2028e\x0bf") == ["a", "b", "c", "d\u2028e\x0bf"]
    assert split_lines("a\n") == ["a"]
    assert split_lines("") == []


CLAIMS = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.sampled_from(["External", "Bureau"]), min_size=1)


@given(CLAIMS, st.randoms())
def test_a_shared_node_is_the_same_in_any_order_and_without_what_a_forgotten_document_said(
    claims: dict, random
) -> None:
    def claim(document: str) -> RelationshipRow:
        label = claims[document]
        described = {"document": document} if label == "Bureau" else {}
        return claim_of(NodeRow("x", (label, "Organization"), {"id": "x", "name": document, **described}), document)

    rows = [claim(document) for document in sorted(claims)]
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert shown("x", shuffled) == shown("x", rows)
    describing = sorted(document for document, label in claims.items() if label == "Bureau")
    node = shown("x", rows)
    assert node.properties["name"] == (describing or sorted(claims))[0]
    assert node.labels[0] == ("Bureau" if describing else "External")
