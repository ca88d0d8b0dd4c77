"""Many record files, streamed: what is unchanged is known for hundreds at once, what is new may share a transaction.

Memory holds one batch, never all records.
"""

import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from graph.errors import GuapaiError, NotThereError
from graph.said import Said
from graph.store.protocol import Counters, Store
from loaders.batches import Prepared, bring_several
from loaders.load import Loaded, bring, document_rows, load_path
from loaders.markers import record_marker, unchanged
from loaders.reading import file_digest, read_record
from loaders.refusals import Allowed

AHEAD = 200  # files whose hashes are compared with the graph in one question
PLACE = re.compile(rb"^place: *([^\s#]+)", re.MULTILINE)
ENDINGS = (".yaml", ".yml")


def record_files(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and the records of folders, sorted by name. Raises NotThereError for a folder without any."""
    return [one for path in paths for one in (_records_in(path) if path.is_dir() else [path])]


def _records_in(folder: Path) -> list[Path]:
    found = sorted(one for one in folder.iterdir() if one.suffix in ENDINGS)
    if not found:
        todo = Said("guapai extract DOCUMENTS -o RECORDS makes them")
        raise NotThereError(str(folder), Said("the folder holds no record"), Said("a folder of records (.yaml)"), todo)
    return found


def prepared(path: Path) -> Prepared:
    """Read a record file and make its rows; raises what reading it raises."""
    file = read_record(path)
    return Prepared(file.document, document_rows(file), record_marker(file.sha256), file.where)


class Loading:
    """Loads files of one list into a store, a batch at a time; a batch of one is a transaction for each document."""

    def __init__(self, store: Store, paths: Sequence[Path], allowed: Allowed) -> None:
        self._store, self._paths, self._allowed = store, paths, allowed
        self._same: dict[int, int] = {}
        self._twice: set[int] = set()
        self._asked = 0

    def batches(self, asked: int | None) -> Iterator[range]:
        """The numbers of all files in batches of at most so many; None leaves it to the store, which is asked before each of them."""
        first = 0
        while first < len(self._paths):
            last = min(first + self._store.documents_at_once(asked), len(self._paths))
            yield range(first, last)
            first = last

    def load(self, numbers: Sequence[int]) -> list[Loaded | GuapaiError]:
        """An outcome or an error for each file of a batch; raises what stops all others, too."""
        if len(numbers) == 1:
            return [self._one(numbers[0])]
        done: dict[int, Loaded | GuapaiError] = {}
        ready: dict[int, Prepared] = {}
        for number in numbers:
            one = self._unchanged(number) or self._prepared(number)
            if isinstance(one, Prepared):
                ready[number] = one
            else:
                done[number] = one
        done |= zip(ready, bring_several(self._store, list(ready.values()), self._allowed), strict=True)
        return [done[number] for number in numbers]

    def _one(self, number: int) -> Loaded:
        if known := self._unchanged(number):
            return known
        if number in self._twice:
            return load_path(self._store, self._paths[number], allowed=self._allowed)
        one = prepared(self._paths[number])
        return bring(self._store, one.document, one.rows, one.marker, one.where, self._allowed)

    def _prepared(self, number: int) -> Prepared | GuapaiError:
        try:
            return prepared(self._paths[number])
        except GuapaiError as error:
            return error

    def _unchanged(self, number: int) -> Loaded | None:
        """What is said of a file whose content is in the graph as it is; None for every other."""
        if number >= self._asked:
            self._ask(range(number, min(number + AHEAD, len(self._paths))))
        if number not in self._same:
            return None
        return Loaded(self._paths[number].stem, "unchanged", Counters(), None, self._same[number])

    def _ask(self, numbers: range) -> None:
        """Ask for the files that come next; not of a document that comes twice: the first of the two may change it."""
        stems = Counter(self._paths[number].stem for number in numbers)
        once = {number: self._paths[number].stem for number in numbers if stems[self._paths[number].stem] == 1}
        self._twice = set(numbers) - once.keys()
        digests = {number: file_digest(self._paths[number]) for number in once}
        markers = {once[number]: record_marker(digest) for number, digest in digests.items() if digest}
        same = unchanged(self._store, markers)
        self._same = {number: same[document] for number, document in once.items() if document in same}
        self._asked = numbers.stop


def by_place(paths: Sequence[Path], most: int) -> Iterator[list[int]]:
    """The numbers of files in groups of one place, at most `most` in each, in the order of their first file.

    Documents of one place share most of what they share: two writers do not want the same of them.
    """
    groups: OrderedDict[bytes, list[int]] = OrderedDict()
    for number, path in enumerate(paths):
        groups.setdefault(_place(path), []).append(number)
    waiting: list[int] = []
    for group in groups.values():
        waiting += group
        while len(waiting) >= most:
            yield waiting[:most]
            waiting = waiting[most:]
    if waiting:
        yield waiting


def _place(path: Path) -> bytes:
    """The place that a record names, found without reading all of it; empty where it cannot be seen."""
    try:
        with path.open("rb") as file:
            found = PLACE.search(file.read(4_000)) or PLACE.search(file.read())
    except OSError:
        return b""
    return found[1] if found else b""
