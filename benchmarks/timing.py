"""Two things measured in one run, in turns, so that a busy machine disturbs both alike."""

import time
from collections.abc import Callable

RUNS = 7


def best(*works: Callable[[], object], runs: int = RUNS, before: Callable[[], object] = lambda: None) -> list[float]:
    """The shortest time in seconds of each work; `before` runs ahead of each, unmeasured."""
    times = [float("inf")] * len(works)
    for _ in range(runs):
        for index, work in enumerate(works):
            before()
            start = time.perf_counter()
            work()
            times[index] = min(times[index], time.perf_counter() - start)
    return times


def report(what: str, ours: float, other: float, goal: float) -> None:
    """Print one ratio beside its goal."""
    print(f"{what}: {ours / other:.2f} times (goal {goal}), {ours * 1000:.0f} ms against {other * 1000:.0f} ms")
