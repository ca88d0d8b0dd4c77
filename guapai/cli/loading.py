"""Commands that bring documents in and take them out: load, forget, check."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import GuapaiError, UsageError
from graph.messages import remark, spoken, worded
from graph.said import Said
from graph.statement import Answer
from guapai.cli.options import Format, FormatOption, LanguageOption, StoreOption
from guapai.cli.output import printing
from guapai.cli.questioning import refuse_doubts
from guapai.cli.rendering import show
from guapai.opening import opened, record_paths

if TYPE_CHECKING:
    from guapai.cli.loading_many import Run
    from loaders.reading import RecordFile
    from loaders.refusals import Allowed

COLUMNS = ["document", "outcome", "nodes", "relationships"]
# Options of a load that another one would leave without a meaning.
APART = {
    "--bulk": ("--keep-text", "--jobs", "--batch"),
    "--files": ("--store",),
    "--from": ("RECORDS", "--keep-text", "--dry-run", "--bulk", "--jobs", "--batch"),
    "--jobs": ("--keep-text",),
}
DIFFERENCE = ["change", "lines", "kind", "relationship", "name", "other", "property", "before", "after"]


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(printing(load))
    app.command()(printing(forget))
    app.command()(printing(check))
    app.command()(printing(diff))


def load(
    language: LanguageOption,
    records: Annotated[
        list[Path] | None, typer.Argument(help="Record files or folders of them; none: the bundled ones.")
    ] = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and count; write nothing.")] = False,
    keep_text: Annotated[Path | None, typer.Option("--keep-text", help="The document; keeps the quoted text.")] = None,
    allow_loss: Annotated[bool, typer.Option("--allow-loss", help="Accept a record that lost a fifth.")] = False,
    replace_reviewed: Annotated[
        bool, typer.Option("--replace-reviewed", help="Accept an extracted record in the place of a reviewed one.")
    ] = False,
    source: Annotated[
        str | None, typer.Option("--from", help="Another store, whose documents are copied one by one.")
    ] = None,
    batch: Annotated[
        int | None,
        typer.Option(
            "--batch",
            min=1,
            max=1_000,
            help="New documents in one transaction: for an empty graph. Embedded: 10 at most; unless told, as many as are quickest.",
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, max=64, help="Writers at once; on a Neo4j server only.")] = 1,
    bulk: Annotated[
        bool, typer.Option("--bulk", help="Import into the empty database of the local server, many times as fast.")
    ] = False,
    files: Annotated[
        Path | None, typer.Option("--files", help="With --bulk: an empty folder; writes the files of the import only.")
    ] = None,
    failures: Annotated[
        Path | None, typer.Option("--failures", help="A file for the list of records that were refused (JSON lines).")
    ] = None,
) -> None:
    """Load records into the graph, each whole or not at all; loading again writes nothing.

    Example: guapai load data/records/jinhua.yaml
    """
    from guapai.cli.loading_in_bulk import load_in_bulk
    from guapai.cli.loading_many import Run, check_failures
    from guapai.cli.loading_side_by_side import load_side_by_side
    from loaders.refusals import Allowed

    if files is not None and not bulk:
        raise UsageError(
            "--files", Said("only an import has files"), "--bulk --files FOLDER", "guapai load --bulk --files FOLDER"
        )
    _refuse_together(
        {
            "--bulk": bulk, "--files": files, "--from": source, "--jobs": jobs > 1, "--batch": batch is not None, "--store": store,
            "--keep-text": keep_text, "--dry-run": dry_run, "RECORDS": records,
        }
    )  # fmt: skip
    if failures is not None:
        check_failures(failures)
    allowed = Allowed(loss=allow_loss, replacing_reviewed=replace_reviewed)
    as_json = form in (Format.json, Format.jsonl)
    if source is not None:
        run = _copied(source, store, allowed, as_json=as_json)
    else:
        from loaders.many import record_files

        paths = record_files(records) if records else record_paths()
        if keep_text and len(paths) > 1:
            raise UsageError(
                "--keep-text", Said("{} records are named", len(paths)), Said("one record and its document"), ""
            )
        run = Run(len(paths), as_json)
        if dry_run:
            _check_records(run, paths, keep_text)
        elif bulk:
            load_in_bulk(run, paths, store, files)
        elif jobs > 1:
            load_side_by_side(run, paths, store, allowed, batch, jobs)
        else:
            _load_records(run, paths, keep_text, store, allowed, batch)
    show(Answer(COLUMNS, [[one.document, one.outcome, one.nodes, one.relationships] for one in run.outcomes]), form)
    run.finish(failures)


def _refuse_together(given: Mapping[str, object]) -> None:
    """Raise UsageError for an option beside one under which it says nothing: what is asked for is never left out in silence."""
    for option, others in APART.items():
        for other in others:
            if given[option] and given[other]:
                raise UsageError(
                    option,
                    Said("{} stands beside it", other),
                    Said("one or the other"),
                    Said("leave one of the two out"),
                )


def _load_records(
    run: "Run", paths: list[Path], document: Path | None, store: str | None, allowed: "Allowed", batch: int | None
) -> None:
    """Load the files, so many new ones in a transaction; None leaves it to the store."""
    from loaders.load import load_path
    from loaders.many import Loading
    from loaders.reading import read_record

    # One record is read before a store is opened, and made: of many, each in its turn, and not where it is unchanged.
    text = _text(read_record(paths[0]), document) if len(paths) == 1 else None
    names = [str(path) for path in paths]
    with opened(store, write=True, new=True) as graph:
        graph.prepare()
        if len(paths) == 1:
            # One record that is named is compared as a whole: so its user repairs what somebody changed.
            run.one_by_one(
                names, lambda number: load_path(graph, paths[number], text=text, allowed=allowed, whole=True)
            )
            return
        loading = Loading(graph, paths, allowed)
        run.in_batches(names, loading.batches(batch), loading.load)


def _check_records(run: "Run", paths: list[Path], document: Path | None) -> None:
    """What the files would become; nothing is written."""
    from graph.store.protocol import Counters
    from loaders.load import Loaded, document_rows
    from loaders.reading import read_record

    def one(number: int) -> Loaded:
        file = read_record(paths[number])
        rows = document_rows(file, _text(file, document))
        return Loaded(file.document, "checked", Counters(), *rows.size)

    run.one_by_one([str(path) for path in paths], one)


def _copied(source: str, store: str | None, allowed: "Allowed", *, as_json: bool) -> "Run":
    """Bring every document of another store into this one."""
    from guapai.cli.loading_many import Run
    from loaders.copying import copy_document
    from loaders.load import loaded_documents

    with opened(source, option="--from") as other:
        documents = loaded_documents(other)
        run = Run(len(documents), as_json)
        with opened(store, write=True, new=True) as graph:
            if graph.name == other.name:
                raise UsageError(
                    "--from",
                    Said("both stores are {}", graph.name),
                    Said("two stores"),
                    Said("name another with --store"),
                )
            graph.prepare()
            run.one_by_one(documents, lambda number: copy_document(other, graph, documents[number], allowed))
    return run


def _text(file: "RecordFile", document: Path | None) -> str | None:
    """The text of the document whose quotes are to be kept, if any."""
    from guapai.records import document_text

    return None if document is None else document_text(file, document)


def forget(
    language: LanguageOption,
    document: Annotated[str, typer.Argument(help="Id of the document: the name of its record without .yaml.")],
    store: StoreOption = None,
    form: FormatOption = Format.table,
) -> None:
    """Take a document out of the graph; what other documents use stays.

    Example: guapai forget jinhua
    """
    from loaders.load import forget as forget_document

    with opened(store, write=True) as graph:
        outcome = forget_document(graph, document)
        counters = outcome.counters
    if outcome.kept:
        remark(Said("{} nodes stay with id and name: others added something to them", outcome.kept))
    row = [document, outcome.outcome, counters.nodes_deleted, counters.relationships_deleted]
    show(Answer(COLUMNS, [row]), form)


def check(
    language: LanguageOption,
    record: Annotated[
        Path | None, typer.Argument(help="A record file, or a query of your own (.cypher); none: the graph itself.")
    ] = None,
    document: Annotated[Path | None, typer.Argument(help="Its document: compares every span and hash.")] = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    strict: Annotated[bool, typer.Option("--strict", help="Open questions about structure are an error.")] = False,
) -> None:
    """Check a record, every proof in it against its document, or without a file the graph itself.

    Example: guapai check data/records/tumen.yaml tumen.txt
    """
    if record is None:
        _check_graph(store, form)
        return
    if record.suffix == ".cypher" and document is None:
        _check_query(record, form)
        return
    from loaders.load import document_rows
    from loaders.reading import read_record

    file = read_record(record)
    rows = document_rows(file)
    if document is None:
        show(Answer(COLUMNS, [[file.document, "checked", *rows.size]]), form)
    else:
        _compare(file, document, form)
    _questions(file, strict)


def _compare(file: "RecordFile", document: Path, form: Format) -> None:
    """Compare every proof of a record with its document."""
    from graph.proof import split_lines
    from guapai.records import document_bytes
    from loaders.checks import compare
    from loaders.extract.document.reading import text_of

    lines = split_lines(text_of(document_bytes(document), str(document)))
    findings = list(compare(file, lines))
    told = spoken if form in (Format.table, Format.markdown) else str
    found = Answer(["where", "found"], [[one.where, told(one.found)] for one in findings])
    _show_findings(found, form, Said("every quote stands in {} as the record says", document))
    if findings:
        raise GuapaiError(
            file.where,
            Said("{} proofs do not fit {}", len(findings), document),
            Said("every quote as printed"),
            Said("correct the proofs, or name the document that the record was made from"),
        )


def _show_findings(found: Answer, form: Format, fine: Said) -> None:
    """Print what is wrong; where nothing is, people are told so instead of shown an empty table."""
    if found.rows or form is not Format.table:
        show(found, form)
    if not found.rows:
        remark(fine)


def _questions(file: "RecordFile", strict: bool) -> None:
    """Say what a record leaves open: no fault of it, but where the user wants none about structure."""
    from loaders.questions import listed, structural

    for kind, seen, lines, why in listed(file.record):
        where = ", ".join(map(str, lines))
        remark(Said("line {}: {} {}: {}", where, worded("kind", kind or "question"), seen or "", spoken(why)))
    refuse_doubts(file.where, len(structural(file.record)) if strict else 0)


def _check_graph(store: str | None, form: Format) -> None:
    """Compare what the graph holds with what its documents say."""
    from loaders.graph_check import check_graph

    with opened(store) as graph:
        findings = check_graph(graph)
        name = graph.name
    told = spoken if form in (Format.table, Format.markdown) else str
    found = Answer(["where", "found", "repair"], [[one.where, told(one.found), told(one.todo)] for one in findings])
    _show_findings(found, form, Said("{} holds what its documents say", name))
    if findings:
        raise GuapaiError(
            name,
            Said("{} findings", len(findings)),
            Said("a graph that holds what its documents say"),
            Said("the last column says how to repair"),
        )


def _check_query(path: Path, form: Format) -> None:
    from graph.catalog.catalogue import find_query

    query = find_query(str(path))
    rows = [[query.name, "checked", len(query.parameters), len(query.columns)]]
    show(Answer(["query", "outcome", "parameters", "columns"], rows), form)


def diff(
    language: LanguageOption,
    records: Annotated[list[Path], typer.Argument(help="The older record and the newer; one: against what is loaded.")],
    store: StoreOption = None,
    form: FormatOption = Format.table,
    proofs: Annotated[bool, typer.Option("--proofs", help="Lines, spans, hashes and rules, too.")] = False,
) -> None:
    """Say what a record says and an older one does not: added, removed, changed.

    Example: guapai diff reviewed.yaml extracted.yaml
    """
    from loaders.differences import between, from_loaded
    from loaders.reading import read_record

    if len(records) > 2:
        raise UsageError(
            "guapai diff",
            Said("{} records are named", len(records)),
            Said("two, or one"),
            Said("guapai diff OLD.yaml NEW.yaml"),
        )
    files = [read_record(path) for path in records]
    if len(files) == 2:
        found = between(*files, proofs=proofs)
    else:
        with opened(store) as graph:
            found = from_loaded(graph, files[0], proofs=proofs)
    rows = [[getattr(one, column) for column in DIFFERENCE] for one in found]
    show(Answer(DIFFERENCE, [[list(one) if isinstance(one, tuple) else one for one in row] for row in rows]), form)
