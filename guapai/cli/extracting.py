"""The command that reads documents into records: extract."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import GuapaiError, NotThereError, RefusedError, UsageError, common_kind
from graph.messages import error_text, remark, spoken, worded
from graph.plain_text import plain
from graph.said import Said
from graph.streams import put_file, tell
from graph.writing import STDOUT, check_target, make_folder, write_whole
from guapai.cli.options import LanguageOption
from guapai.cli.questioning import refuse_doubts

if TYPE_CHECKING:
    from loaders.extract.extraction import Extraction
    from loaders.record import Record


def register(app: typer.Typer) -> None:
    """Add this command to the application."""
    app.command()(extract)


@dataclass(frozen=True)
class Job:
    """One document to read, and where its record and its page go."""

    document: Path
    record: Path | None
    encoding: str | None
    place: str | None
    words: Path | None = None
    page: bool = False
    source: str | None = None
    force: bool = False


@dataclass(frozen=True)
class Done:
    """What became of one document: a summary, or the error; both can pass from one process to another."""

    job: Job
    counted: tuple[tuple[str, int], ...] = ()
    doubts: int = 0
    """How many open questions about structure there are."""
    unused: tuple[str, ...] = ()
    error: GuapaiError | None = None


def extract(
    language: LanguageOption,
    documents: Annotated[list[Path], typer.Argument(help="Documents, or folders of them; - is the standard input.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Record file; a folder for several.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite records that are there.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Open questions about structure are an error.")] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show what was made of each line; with -o also as a page beside the record."),
    ] = False,
    step: Annotated[
        str | None,
        typer.Option(
            "--step",
            help="Show one step instead: document, blocks, mentions, bodies, outline, claims, facts or record.",
        ),
    ] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", help="Overrules what the bytes look like.")] = None,
    words: Annotated[Path | None, typer.Option("--words", help="What garbled words of the document mean.")] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="GB/T 2260 code or name of the place; overrules the text.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", help="The address that the document came from.")] = None,
    processes: Annotated[
        int | None, typer.Option("--jobs", min=1, max=256, help="Documents read at once; all cores unless told.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="A Dask scheduler whose workers read: dask://HOST:PORT.")
    ] = None,
) -> None:
    """Read documents into records that a person can review; the record goes to stdout without -o.

    Example: guapai extract tumen.txt -o tumen.yaml
    """
    from guapai.cli.extracting_elsewhere import on_cluster, scheduler
    from guapai.cli.extracting_side_by_side import side_by_side

    cluster = scheduler(on) if on is not None else None
    several = cluster is not None or len(documents) > 1 or os.path.isdir(documents[0])  # noqa: PTH112  a name that is too long is no error
    if place is not None:
        _say_unlisted(place)
    if step is not None:
        _show(step, Job(documents[0], output, encoding, place, words), several)
        return
    if several:
        _refuse_for_several(documents, source)
        jobs = _jobs(documents, output, Job(Path(), None, encoding, place, words, explain, force=force), strict=strict)
        made = on_cluster(jobs, cluster) if cluster and jobs else side_by_side(jobs, processes)
        outcomes = [_told(done) for done in _progress(made, len(jobs))]
    else:
        record = None if output == STDOUT else output
        if record:
            check_target(record, force=force)
        job = Job(documents[0], record, encoding, place, words, explain, _address(source), force)
        outcomes = [_told(_one(job))]
    _finish(outcomes, strict)


# --- one step


def _show(step: str, job: Job, several: bool) -> None:
    """Print the value behind one step of reading one document."""
    from loaders.extract.steps import STEPS, shown

    if step not in STEPS:
        raise UsageError("--step", Said("{} is no step of reading", step), ", ".join(STEPS), Said("name one of them"))
    if several or job.record:
        raise UsageError(
            "--step",
            Said("several documents, or a file to write to"),
            Said("one document, shown on stdout"),
            Said("leave out the others"),
        )
    for line in shown(step, job.document, job.encoding, job.place, job.words):
        print("\t".join(plain(cell) for cell in line.split("\t")))


# --- which place


def _say_unlisted(place: str) -> None:
    """Say on stderr that no list has the place; raises as `find_place` does where it is none or one of several."""
    from loaders.place_finding import find_place

    named = find_place(place)
    if named.unlisted:
        remark(Said("no list of places has {}: it is read as an unlisted place, {}", place, named.place))


# --- which documents


def _address(source: str | None) -> str | None:
    """The address that the user gives; raises UsageError where it is none."""
    from loaders.extract.document.origins import address_in

    if source is not None and address_in(source) is None:
        raise UsageError(
            "--source",
            Said("this is no address of the web"),
            Said("https://…, without a login"),
            Said("leave --source out"),
        )
    return source


def _refuse_for_several(documents: list[Path], source: str | None) -> None:
    if source is not None:
        raise UsageError(
            "--source", Said("several documents do not come from one address"), Said("one document"), Said("name one")
        )
    if Path("-") in documents:
        raise UsageError(
            "-", Said("the standard input is one document"), Said("one document"), Said("guapai extract - alone")
        )


def _jobs(documents: list[Path], output: Path | None, like: Job, *, strict: bool) -> list[Job]:
    """A job for each file that is left; raises UsageError without a folder to write to, or where two records had one name.

    What an earlier run made is not read again, but where the doubts of all of them are counted.
    """
    from guapai.cli.extracted_already import waiting

    if output is None:
        raise UsageError(
            "-o", Said("several documents and no place for their records"), Said("a folder"), Said("-o DIR")
        )
    files = [file for path in documents for file in _files(path)]
    if not files:
        raise NotThereError(
            str(documents[0]),
            Said("no file is in it"),
            Said("documents"),
            Said("name a folder with .txt or .html files"),
        )
    twice = [stem for stem, count in Counter(file.stem for file in files).items() if count > 1]
    if twice:
        raise UsageError(
            "-o",
            Said("two documents would become {}.yaml", twice[0]),
            Said("one document for each record"),
            Said("rename one"),
        )
    make_folder(output)
    jobs = [replace(like, document=file, record=output / f"{file.stem}.yaml") for file in files]
    left = jobs if like.force or strict else waiting(jobs)
    _refuse_existing([job.record for job in left if job.record], like.force)
    return left


def _files(path: Path) -> list[Path]:
    """The file itself, or the documents of a folder."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.is_file() and _is_document(file))


def _is_document(file: Path) -> bool:
    """Not a hidden file, a record, a page of ours, the manifest of what was fetched, or the text that a Word or PDF file gave."""
    if file.suffix == ".html" and _is_own_page(file):
        return False
    if file.name.startswith(".") or file.suffix in (".yaml", ".yml", ".jsonl"):
        return False
    return file.suffix != ".txt" or not any(file.with_suffix(kind).is_file() for kind in (".docx", ".pdf"))


def _is_own_page(file: Path) -> bool:
    """Whether a page is one that explains a record."""
    from guapai.cli.reviewing import GENERATOR

    try:
        with file.open("rb") as page:
            return GENERATOR.encode() in page.read(500)
    except OSError:
        return False


def _refuse_existing(paths: list[Path], force: bool) -> None:
    there = [path for path in paths if path.exists()]
    if there and not force:
        more = len(there) - 1
        found = Said("the file and {} more are there already", more) if more else Said("the file is there already")
        raise RefusedError(str(there[0]), found, Said("a new file"), Said("--force overwrites it"))


# --- reading


def _progress(finished: Iterator[Done], total: int) -> Iterator[Done]:
    if not sys.stderr.isatty():
        yield from finished
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(finished, spoken(Said("extracting")), total, console=Console(stderr=True))


def one_of_many(job: Job) -> Done:
    """The same with a limit of time: one document must not keep the others waiting."""
    from guapai.cli.limits import limited

    try:
        with limited(str(job.document)):
            return _one(job)
    except GuapaiError as error:
        return Done(job, error=error)


def _one(job: Job) -> Done:
    """Read one document and write its record; an error is part of the outcome."""
    from loaders.extract.extraction import extract as extract_file
    from loaders.questions import structural

    try:
        extraction = extract_file(job.document, job.encoding, job.place, job.words, job.source)
        _write(job, extraction)
    except GuapaiError as error:
        return Done(job, error=error)
    return Done(job, counted(extraction.record), len(structural(extraction.record)), unused(extraction))


def unused(extraction: "Extraction") -> tuple[str, ...]:
    """The corrections that match nothing any more."""
    return tuple(one.printed for one in extraction.document.unused)


def _write(job: Job, extraction: "Extraction") -> None:
    from guapai.cli.explaining import explain
    from guapai.cli.reviewing import page
    from loaders.record_writing import record_text

    if job.record:
        content = extraction.document.content if extraction.document.origin.reader else None
        write_made(job, record_text(extraction.record), page(extraction) if job.page else None, content)
    elif job.page:
        explain(extraction)
    else:
        put_file(record_text(extraction.record))


def write_made(job: Job, record: str, page: str | None, text: bytes | None) -> None:
    """Write a record, the page that explains it, and beside the record of a Word or PDF file the text that it gave."""
    if job.record is None:
        return
    beside = job.record.with_suffix(".txt")
    if text is not None and not (beside.is_file() and beside.read_bytes() == text):
        check_target(beside, force=job.force)
        write_whole(beside, text)
    write_whole(job.record, record)
    if page is not None:
        write_whole(job.record.with_suffix(".html"), page)


def counted(record: "Record") -> tuple[tuple[str, int], ...]:
    """How many facts of which kinds a record holds."""
    units = [unit for body in record.bodies for unit in (body, *_inside(body.units))]
    kinds = Counter(unit.kind for unit in units)
    facts = {
        "second names": sum(len(unit.aliases) for unit in units),
        "hosted offices": sum(len(unit.hosts) for unit in units),
        "duties": sum(len(unit.duties) for unit in units),
        "ignored": len(record.ignored),
        "open questions": len(record.questions),
    }
    return (*((kind.replace("_", " "), number) for kind, number in kinds.items()), *facts.items())


def _inside(units: list) -> Iterator:  # type: ignore[type-arg]
    for unit in units:
        yield unit
        yield from _inside(unit.units)


# --- telling


def _told(done: Done) -> Done:
    """Say on stderr what became of a document."""
    counted = ", ".join(f"{worded('counted', name)} {number}" for name, number in done.counted)
    tell(error_text(done.error) if done.error else f"{done.job.document.name}: {counted}")
    for printed in done.unused:
        remark(Said("{}: the correction of {} matches nothing any more", done.job.document.name, repr(printed)))
    return done


def _finish(outcomes: list[Done], strict: bool) -> None:
    """End with the exit code that the outcomes call for."""
    failed = {done.job.document.name: done.error for done in outcomes if done.error}
    if failed and len(outcomes) > 1:
        names = ", ".join(sorted(failed))
        found = Said("{} of {} documents were not extracted: {}", len(failed), len(outcomes), names)
        kind = common_kind(failed.values())
        raise kind("", found, Said("documents that can be read"), Said("what each one lacks stands above"))
    if failed:
        raise typer.Exit(next(iter(failed.values())).exit_code)
    refuse_doubts("extract", sum(done.doubts for done in outcomes) if strict else 0)
