"""Commands that bring documents in and take them out: load, forget, check."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.opening import opened, record_paths
from graph.cli.options import Format, FormatOption, LanguageOption, StoreOption
from graph.cli.rendering import show
from graph.errors import GuapaiError, UsageError
from graph.messages import spoken
from graph.reading import read_bytes
from graph.statement import Answer

if TYPE_CHECKING:
    from loaders.reading import RecordFile

COLUMNS = ["document", "outcome", "nodes", "relationships"]
DIFFERENCE = ["change", "lines", "kind", "relationship", "name", "other", "property", "before", "after"]


def register(app: typer.Typer) -> None:
    """Add these commands to the application."""
    app.command()(load)
    app.command()(forget)
    app.command()(check)
    app.command()(diff)


def load(
    language: LanguageOption,
    records: Annotated[list[Path] | None, typer.Argument(help="Record files; none: the bundled ones.")] = None,
    store: StoreOption = None,
    form: FormatOption = Format.table,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check and count; write nothing.")] = False,
    keep_text: Annotated[Path | None, typer.Option("--keep-text", help="The document; keeps the quoted text.")] = None,
    allow_loss: Annotated[bool, typer.Option("--allow-loss", help="Accept a record that lost a fifth.")] = False,
) -> None:
    """Load records into the graph, one transaction each; loading again writes nothing.

    Example: guapai load data/records/jinhua.yaml
    """
    from loaders.load import document_rows
    from loaders.load import load as load_record
    from loaders.reading import read_record

    paths = records or record_paths()
    files = [read_record(path) for path in paths]
    texts = {file.document: _text(file, keep_text) for file in files}
    if dry_run:
        rows = [(file, document_rows(file, texts[file.document])) for file in files]
        counted = [[file.document, "checked", len(one.nodes), len(one.relationships)] for file, one in rows]
        show(Answer(COLUMNS, counted), form)
        return
    for file in files:
        document_rows(file, texts[file.document])
    with opened(store, write=True, new=True) as graph:
        graph.prepare()
        outcomes = [
            load_record(graph, file, text=texts[file.document], allow_loss=allow_loss) for file in _progress(files)
        ]
    show(Answer(COLUMNS, [[one.document, one.outcome, one.nodes, one.relationships] for one in outcomes]), form)


def _progress(files: list["RecordFile"]) -> Iterable["RecordFile"]:
    if len(files) < 6 or not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description=spoken("loading"), console=Console(stderr=True))


def _text(file: "RecordFile", document: Path | None) -> str | None:
    """The text of the document that a record was made from; raises UsageError where it is another one."""
    if document is None:
        return None
    import hashlib

    from loaders.extract.reading import text_of

    content = _bytes(document)
    if hashlib.sha256(content).hexdigest() != file.record.document.sha256:
        raise UsageError(
            str(document),
            f"this is not the document of {file.where}",
            "the document with the hash in the record",
            "guapai check RECORD DOCUMENT shows what differs",
        )
    return text_of(content, str(document))


def _bytes(path: Path) -> bytes:
    """What the hash of a record is of."""
    from loaders.extract.reading import text_file

    return text_file(read_bytes(path, "a document", "name a file that is there"), str(path))


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
    row = [document, outcome.outcome, counters.nodes_deleted, counters.relationships_deleted]
    show(Answer(COLUMNS, [row]), form)


def check(
    language: LanguageOption,
    record: Annotated[Path, typer.Argument(help="A record file, or a query of your own (.cypher).")],
    document: Annotated[Path | None, typer.Argument(help="Its document: compares every span and hash.")] = None,
    form: FormatOption = Format.table,
) -> None:
    """Check a record, and every proof in it against the document where one is given.

    Example: guapai check data/records/tumen.yaml tumen.txt
    """
    if record.suffix == ".cypher" and document is None:
        _check_query(record, form)
        return
    from graph.proof import split_lines
    from loaders.checks import compare
    from loaders.extract.reading import text_of
    from loaders.load import document_rows
    from loaders.reading import read_record

    file = read_record(record)
    rows = document_rows(file)
    if document is None:
        show(Answer(COLUMNS, [[file.document, "checked", len(rows.nodes), len(rows.relationships)]]), form)
        return
    lines = split_lines(text_of(_bytes(document), str(document)))
    findings = list(compare(file, lines))
    told = spoken if form in (Format.table, Format.markdown) else str
    show(Answer(["where", "found"], [[one.where, told(one.found)] for one in findings]), form)
    if findings:
        raise GuapaiError(
            str(record),
            f"{len(findings)} proofs do not fit {document}",
            "every quote as printed",
            "correct the proofs, or name the document that the record was made from",
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
            "guapai diff", f"{len(records)} records are named", "two, or one", "guapai diff OLD.yaml NEW.yaml"
        )
    files = [read_record(path) for path in records]
    if len(files) == 2:
        found = between(*files, proofs=proofs)
    else:
        with opened(store) as graph:
            found = from_loaded(graph, files[0], proofs=proofs)
    rows = [[getattr(one, column) for column in DIFFERENCE] for one in found]
    show(Answer(DIFFERENCE, [[list(one) if isinstance(one, tuple) else one for one in row] for row in rows]), form)
