"""One document of many does not keep the others waiting."""

import signal

import pytest

from graph.errors import RefusedError
from guapai.cli.limits import limited


def _for_ever() -> None:
    """A loop of the interpreter, which looks for signals, as reading does."""
    while True:
        pass


def test_what_takes_too_long_is_refused_and_the_timer_is_gone() -> None:
    with pytest.raises(RefusedError) as refused, limited("long.txt", 0.05):
        _for_ever()
    assert refused.value.exit_code == 5
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_what_is_done_in_time_goes_on() -> None:
    with limited("short.txt", 60):
        done = sum(range(10))
    assert done == 45
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
