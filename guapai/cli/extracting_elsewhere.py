"""Documents read by the workers of a Dask cluster that runs already.

A worker gets a document, not its path, and gives the text of its record; files are read and written here only. So the
records are the same byte for byte wherever they are made, and a worker that dies costs nothing but its time.
"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from graph.errors import GuapaiError, NotThereError, UnreachableError, UsageError, VersionError
from graph.installation import with_extra
from graph.said import Said
from graph.version import VERSION

if TYPE_CHECKING:
    from guapai.cli.extracting import Done, Job
    from loaders.extract.document.text import Document

SCHEME = "dask"
PORT = 8786
PATIENCE = 5  # seconds until the scheduler has answered
AHEAD = 200  # documents that are on their way or waiting there
Made = dict[str, Any]


def scheduler(address: str) -> str:
    """The address of a scheduler as Dask has it; raises UsageError for another text, NotThereError without the extra."""
    try:
        found = urlsplit(address)
        host, port, odd = found.hostname, found.port or PORT, found.username or found.path.strip("/") or found.query
    except ValueError:
        host = None
    if not host or found.scheme != SCHEME or odd:
        raise UsageError(
            "--on", Said("this is no address of a scheduler"), "dask://HOST:PORT", "try dask://localhost:8786"
        )
    _library()
    return f"tcp://[{host}]:{port}" if ":" in host else f"tcp://{host}:{port}"


def on_cluster(jobs: Sequence["Job"], address: str) -> "Iterator[Done]":
    """Read documents on the workers of a scheduler, in the order in which they are finished.

    Raises UnreachableError where no scheduler answers or no worker is there, and where it is lost on the way.
    """
    from guapai.cli.extracting import Done

    distributed = _library()
    left = iter(jobs)
    with _client(distributed, address) as client:
        waiting: dict[Any, Job] = {}
        finished = distributed.as_completed([], loop=client.loop)

        def hand_out() -> Iterator[Done]:
            """Hand out until enough is on its way; a document that cannot be read here is done already."""
            for job in left:
                try:
                    future = client.submit(_read, _document(job), str(job.document), job.place, job.page, pure=False)
                except GuapaiError as error:
                    yield Done(job, error=error)
                    continue
                waiting[future] = job
                finished.add(future)
                if len(waiting) >= AHEAD:
                    return

        yield from hand_out()
        while waiting:
            future = _next(finished, address)
            yield _done(future, waiting.pop(future), address)
            yield from hand_out()


def _next(finished: Any, address: str) -> Any:
    try:
        return next(finished)
    except (StopIteration, OSError, CancelledError) as error:
        raise _lost(address) from error


def _document(job: "Job") -> "Document":
    from loaders.extract.extraction import prepared

    return prepared(job.document, job.encoding, job.words, job.source)


def _read(document: "Document", where: str, place: str | None, page: bool) -> Made:
    """What a worker does: read one document; what is made of it, or the error, as plain values."""
    from guapai.cli.extracting import counted, unused
    from guapai.cli.reviewing import page as page_of
    from loaders.extract.extraction import extract_document
    from loaders.questions import structural
    from loaders.record_writing import record_text

    try:
        extraction = extract_document(document, where, place)
    except GuapaiError as error:
        return {"version": VERSION, "error": error}
    return {
        "version": VERSION,
        "record": record_text(extraction.record),
        "page": page_of(extraction) if page else None,
        "text": document.content if document.origin.reader else None,
        "counted": counted(extraction.record),
        "doubts": len(structural(extraction.record)),
        "unused": unused(extraction),
    }


def _done(future: Any, job: "Job", address: str) -> "Done":
    """Write here what a worker made."""
    from guapai.cli.extracting import Done, write_made

    try:
        made: Made = future.result()
    except (OSError, CancelledError) as error:
        raise _lost(address) from error
    except Exception as error:
        found = GuapaiError(
            str(job.document),
            Said("the workers could not read it: {}", type(error).__name__),
            Said("workers that read documents to their end"),
            Said("read it here: leave --on out"),
        )
        found.__cause__ = error
        return Done(job, error=found)
    if made["version"] != VERSION:
        raise VersionError(
            address, Said("a worker has guapai {}", made["version"]), VERSION, Said("install the same on all machines")
        )
    if "error" in made:
        return Done(job, error=made["error"])
    try:
        write_made(job, made["record"], made["page"], made["text"])
    except GuapaiError as error:
        return Done(job, error=error)
    return Done(job, made["counted"], made["doubts"], made["unused"])


def _client(distributed: Any, address: str) -> Any:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told by errors of ours
    try:
        asyncio.run(_greeted(distributed, address))
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except Exception as error:  # what is no scheduler may answer anything
        raise UnreachableError(
            address,
            Said("no scheduler answers"),
            Said("a Dask scheduler that runs"),
            Said("start one: dask scheduler; or leave --on out"),
        ) from error
    if not client.scheduler_info()["workers"]:
        client.close()
        raise UnreachableError(
            address, Said("the scheduler has no workers"), Said("one at least"), Said("start one: dask worker ADDRESS")
        )
    return client


async def _greeted(distributed: Any, address: str) -> None:
    """Greet whoever listens there; the client itself would wait for ever for the answer of what is no scheduler."""
    greeted = await asyncio.wait_for(distributed.core.connect(address, timeout=PATIENCE), PATIENCE)
    await greeted.close()


def _lost(address: str) -> UnreachableError:
    return UnreachableError(
        address,
        Said("the scheduler was lost"),
        Said("one that runs to the end"),
        Said("run the same command again with --force, or leave --on out"),
    )


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise NotThereError(
            "distributed", Said("it is not installed"), Said("the extra 'cluster'"), with_extra("cluster")
        ) from error
    return distributed
