"""Parquet tables of a network, read by the programs that people read them with."""

from pathlib import Path

import duckdb
import networkx
import polars
import pyarrow.parquet
import pytest

from graph.errors import NotThereError
from graph.export import columns, tables
from graph.export.files import check_ending, write_network


@pytest.fixture
def network() -> "networkx.MultiDiGraph[str]":
    """Values of every kind, absent ones, and names that would break a format that is less exact."""
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    made.add_node("a", labels=["Bureau", "Organization"], name='民政局,"甲"\n', lines=[1, 2], number=3, unnamed=True)
    made.add_node("b", labels=["Quota"], name="", number="some 3", confidence=0.5, large=2**70, odd=float("nan"))
    made.add_edge("a", "b", key="HAS_QUOTA@x", type="HAS_QUOTA", spans=["1:0-2"], confidence=1)
    made.add_edge("a", "b", key="HAS_QUOTA@y", type="HAS_QUOTA", spans=[], confidence=0.5)
    return made


@pytest.fixture
def written(network: "networkx.MultiDiGraph[str]", tmp_path: Path) -> tuple[Path, Path]:
    write_network(network, tmp_path / "a.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.nodes.parquet", "a.relationships.parquet"]
    return tmp_path / "a.nodes.parquet", tmp_path / "a.relationships.parquet"


def test_columns_have_types_and_lists_stay_lists(written: tuple[Path, Path]) -> None:
    nodes, relationships = map(pyarrow.parquet.read_table, written)
    types = {field.name: str(field.type) for field in nodes.schema}
    assert types == {
        "id": "string", "labels": "list<element: string>", "confidence": "double", "large": "string",
        "lines": "list<element: int64>", "name": "string", "number": "string", "unnamed": "bool",
    }  # fmt: skip
    assert nodes.column("name").to_pylist() == ['民政局,"甲"\n', ""]
    assert nodes.column("lines").to_pylist() == [[1, 2], None]
    assert nodes.column("number").to_pylist() == ["3", "some 3"]
    assert nodes.column("large").to_pylist() == [None, str(2**70)]
    assert [relationships.column(name).to_pylist() for name in ("start", "end", "type", "key", "confidence")] == [
        ["a", "a"], ["b", "b"], ["HAS_QUOTA"] * 2, ["HAS_QUOTA@x", "HAS_QUOTA@y"], [1.0, 0.5],
    ]  # fmt: skip


def test_duckdb_and_polars_read_them_as_they_are(written: tuple[Path, Path]) -> None:
    nodes, relationships = map(str, written)
    text = f"SELECT n.id, list_contains(n.labels, 'Bureau'), r.key FROM '{nodes}' n JOIN '{relationships}' r ON r.start = n.id ORDER BY r.key"
    assert duckdb.sql(text).fetchall() == [("a", True, "HAS_QUOTA@x"), ("a", True, "HAS_QUOTA@y")]
    found = polars.read_parquet(nodes).filter(polars.col("lines").list.len() == 2)
    assert found["name"].to_list() == ['民政局,"甲"\n']


def test_many_rows_come_in_groups_and_none_is_lost(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tables, "AT_ONCE", 7)
    monkeypatch.setattr(columns, "AT_ONCE", 3)
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for number in range(100):
        made.add_edge(str(number), str(number + 1), key="PART_OF", type="PART_OF", ordinal=number)
    write_network(made, tmp_path / "a.parquet")
    read = pyarrow.parquet.ParquetFile(tmp_path / "a.relationships.parquet")
    assert (read.num_row_groups, read.read().column("ordinal").to_pylist()) == (12, list(range(100)))


def test_an_empty_network_has_tables_without_rows(tmp_path: Path) -> None:
    write_network(networkx.MultiDiGraph(), tmp_path / "a.parquet")
    nodes = pyarrow.parquet.read_table(tmp_path / "a.nodes.parquet")
    assert (nodes.num_rows, nodes.column_names) == (0, ["id", "labels"])


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(NotThereError, match="the extra 'tables'"):
        check_ending(Path("a.parquet"))
