"""Every benchmark still finds what it measures."""

from importlib import import_module

import pytest

from tests.sources import ROOT

NAMES = sorted(path.stem for path in (ROOT / "benchmarks").glob("[!_]*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_imports_what_is_there(name: str) -> None:
    assert import_module(f"benchmarks.{name}").__doc__


def test_make_bench_leaves_none_out_but_those_of_the_performance_page() -> None:
    """What `python -m benchmarks.performance` runs by itself, and what only helps the others, is not called a second time."""
    told = (ROOT / "benchmarks" / "__main__.py").read_text(encoding="utf-8")
    helpers = {
        "bundled",
        "counties",
        "country",
        "country_server",
        "extraction_side_by_side",
        "figures",
        "filled",
        "many_records",
        "peers",
        "performance",
        "timing",
    }
    assert {name for name in NAMES if f"{name}.main()" not in told} == helpers
