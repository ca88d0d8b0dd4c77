"""Many records, one after the other: what is refused stops no other, and every ending says which are written."""

import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType
from typing import TYPE_CHECKING, Any

from graph.errors import (
    ContentError,
    GuapaiError,
    NotThereError,
    OutcomeUnknownError,
    RefusedError,
    UnreachableError,
    common_kind,
)
from graph.messages import error_record, error_text, remark, spoken
from graph.plain_text import json_text
from graph.streams import is_unicode, tell

if TYPE_CHECKING:
    from loaders.load import Loaded

# What is about one record; any other error would meet the next one, too.
OF_ONE = (NotThereError, RefusedError, ContentError)
ASKING, PAUSE = 10.0, 0.5  # seconds of asking again how a write ended, and between two questions
SEVERAL = 6  # records for which a progress bar is worth its place


@dataclass
class Run:
    """What became of each record: its outcome, or the error that refused it."""

    total: int
    as_json: bool = False
    outcomes: list["Loaded"] = field(default_factory=list)
    errors: dict[str, GuapaiError] = field(default_factory=dict)
    stopped: bool = False

    def finish(self) -> None:
        """Raise one error for all that were refused, and end with 130 after Ctrl-C."""
        if self.stopped:
            done = len(self.outcomes)
            remark(f"interrupted behind {self.last}: {done} of {self.total} are done; the same command does the rest")
            sys.exit(130)
        if self.errors:
            names = ", ".join(self.errors)
            raise common_kind(self.errors.values())(
                "",
                f"{len(self.errors)} of {self.total} records were not loaded: {names}",
                "records that hold together",
                "what each one lacks stands above",
            )

    @property
    def last(self) -> str:
        """The last document that was done; a dash before the first."""
        return self.outcomes[-1].document if self.outcomes else "-"

    def _tell(self, error: GuapaiError) -> None:
        as_json = self.as_json
        tell(json_text(error_record(error), ascii_only=not is_unicode(sys.stderr)) if as_json else error_text(error))

    def one_by_one(self, names: Sequence[str], work: Callable[[int], "Loaded"]) -> None:
        """Do the work for each; what refuses one of several records is said, and the others follow."""
        with _between(self) as is_stopped:
            for number in _progress(len(names)):
                if is_stopped():
                    break
                try:
                    self.outcomes.append(_certain(work, number))
                except OF_ONE as error:
                    if len(names) == 1:
                        raise
                    self.errors[names[number]] = error
                    self._tell(error)
                except GuapaiError:
                    if len(names) > 1:
                        done = len(self.outcomes)
                        remark(
                            f"cut behind {self.last}: {done} of {self.total} are done; the same command does the rest"
                        )
                    raise


def _certain(work: Callable[[int], "Loaded"], number: int) -> "Loaded":
    """What the work gives. Where nobody knows how it ended, it is begun again as soon as the server answers.

    Its transaction asks the marker first, so that nothing is written twice. Raises the first error where no server
    answers for a while.
    """
    try:
        return work(number)
    except OutcomeUnknownError as error:
        remark("nobody knows how the write ended: asking the server again")
        until = time.monotonic() + ASKING
        while time.monotonic() < until:
            with suppress(UnreachableError, OutcomeUnknownError):
                return work(number)
            time.sleep(PAUSE)
        raise error from None


@contextmanager
def _between(run: Run) -> Iterator[Callable[[], bool]]:
    """Ctrl-C ends between two documents; a second one ends at once."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        if run.stopped:
            raise KeyboardInterrupt
        run.stopped = True

    try:
        before: Any = signal.signal(signal.SIGINT, stop)
    except ValueError:  # not in the main thread: nobody presses a key here
        yield lambda: False
        return
    try:
        yield lambda: run.stopped
    finally:
        signal.signal(signal.SIGINT, before)


def _progress(total: int) -> Iterator[int]:
    """The numbers from 0, with a bar that shows how many and how fast where a person looks on."""
    if total < SEVERAL or not sys.stderr.isatty():
        yield from range(total)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Documents a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (TextColumn(spoken("loading")), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total)
        for number in range(total):
            yield number
            bar.advance(task)
