"""Many records, one after the other: what is refused stops no other, and every ending says which are written."""

import json
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from graph.errors import (
    ContentError,
    GuapaiError,
    NotThereError,
    OutcomeUnknownError,
    RefusedError,
    UnreachableError,
    UnwritableError,
    common_kind,
)
from graph.messages import error_record, error_text, remark, spoken
from graph.plain_text import json_text
from graph.said import Said
from graph.streams import is_unicode, tell
from graph.writing import check_target, write_whole

if TYPE_CHECKING:
    from loaders.load import Loaded

Given = Callable[[], "Sequence[Loaded | GuapaiError]"]
Work = Callable[[Sequence[int]], "Sequence[Loaded | GuapaiError]"]
SHOWN = 20  # records that an error names
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

    def finish(self, failures: Path | None = None) -> None:
        """Write the list of failures, raise one error for all that were refused, and end with 130 after Ctrl-C."""
        if failures is not None:
            write_failures(failures, self.errors)
        if self.stopped:
            done = len(self.outcomes)
            remark(
                Said(
                    "interrupted behind {}: {} of {} are done; the same command does the rest",
                    self.last,
                    done,
                    self.total,
                )
            )
            sys.exit(130)
        if self.errors:
            names = ", ".join([*self.errors][:SHOWN]) + (" …" if len(self.errors) > SHOWN else "")
            error = GuapaiError(
                "",
                Said("{} of {} records were not loaded: {}", len(self.errors), self.total, names),
                Said("records that hold together"),
                Said("what each one lacks stands in {}", failures)
                if failures
                else Said("what each one lacks stands above"),
            )
            raise common_kind(self.errors.values())(*error.args)

    @property
    def last(self) -> str:
        """The last document that was done; a dash before the first."""
        return self.outcomes[-1].document if self.outcomes else "-"

    def _tell(self, error: GuapaiError) -> None:
        as_json = self.as_json
        tell(json_text(error_record(error), ascii_only=not is_unicode(sys.stderr)) if as_json else error_text(error))

    def one_by_one(self, names: Sequence[str], work: Callable[[int], "Loaded"]) -> None:
        """Do the work for each; what refuses one of several records is said, and the others follow."""
        self.in_batches(names, ([number] for number in range(len(names))), lambda numbers: [work(numbers[0])])

    def in_batches(self, names: Sequence[str], batches: Iterable[Sequence[int]], work: Work) -> None:
        """The same for several records at a time; what the work gives is an outcome or an error for each of them."""
        self.taken(names, ((batch, partial(work, batch)) for batch in batches))

    def taken(self, names: Sequence[str], batches: Iterable[tuple[Sequence[int], Given]]) -> None:
        """Take the outcomes of batches as each of them is called for; Ctrl-C ends between two."""
        with _between(self) as is_stopped, _progress(len(names)) as advance:
            for numbers, given in batches:
                if is_stopped():
                    break
                try:
                    found = _certain(given)
                except UnwritableError:
                    self._say_cut(names)
                    raise
                except OF_ONE as error:
                    if len(names) == 1 or len(numbers) > 1:
                        raise
                    found = [error]
                except GuapaiError:
                    self._say_cut(names)
                    raise
                for number, one in zip(numbers, found, strict=not is_stopped()):
                    self._take(names, number, one)
                advance(len(numbers))

    def _say_cut(self, names: Sequence[str]) -> None:
        if len(names) > 1:
            done = len(self.outcomes)
            remark(
                Said("cut behind {}: {} of {} are done; the same command does the rest", self.last, done, self.total)
            )

    def _take(self, names: Sequence[str], number: int, one: "Loaded | GuapaiError") -> None:
        if not isinstance(one, GuapaiError):
            self.outcomes.append(one)
            return
        if not isinstance(one, OF_ONE):
            self._say_cut(names)
            raise one
        self.errors[names[number]] = one
        self._tell(one)


def check_failures(path: Path) -> None:
    """Raise before anything is done what `check_target` raises for the list of failures; an older list is replaced."""
    check_target(path, force=path.is_file() and _is_list(path), option="--failures")


def _is_list(path: Path) -> bool:
    """Is it empty, or a list that we wrote?"""
    try:
        with path.open(encoding="utf-8") as file:
            first = file.readline()
        return not first or {"file", "found", "exit_code"} <= json.loads(first).keys()
    except (OSError, ValueError, AttributeError):
        return False


def write_failures(path: Path, errors: Mapping[str, GuapaiError]) -> None:
    """Write what was refused, one JSON object a line: the file and the four parts of its error. None: an empty file."""
    lines = (json_text({"file": name, **error_record(error)}) + "\n" for name, error in errors.items())
    write_whole(path, "".join(lines))


def _certain(given: Given) -> "Sequence[Loaded | GuapaiError]":
    """What the work gives. Where nobody knows how it ended, it is begun again as soon as the server answers.

    Its transaction asks the marker first, so that nothing is written twice. Raises the first error where no server
    answers for a while.
    """
    try:
        return given()
    except OutcomeUnknownError as error:
        remark(Said("nobody knows how the write ended: asking the server again"))
        until = time.monotonic() + ASKING
        while time.monotonic() < until:
            with suppress(UnreachableError, OutcomeUnknownError):
                return given()
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


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """What says how many more are done; a bar that shows how many, how fast and how long yet where a person looks on."""
    if total < SEVERAL or not sys.stderr.isatty():
        yield lambda _: None
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

    columns = (TextColumn(spoken(Said("loading"))), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total)
        yield lambda number: bar.advance(task, number)
