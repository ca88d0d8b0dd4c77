"""An open graph as one object: what the command line does, from Python."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from graph.errors import RefusedError, UsageError
from graph.messages import remark
from graph.said import Said
from graph.schema import NODE_BY_LABEL
from graph.statement import Answer
from graph.store.protocol import MAX_ROWS, TIMEOUT_SECONDS, Store
from guapai.opening import open_chosen, record_paths
from guapai.records import AnyPath, document_text
from loaders.reading import RecordFile, read_record

if TYPE_CHECKING:
    from graph.analysis import Finding
    from graph.catalog.answers import ThingAnswer
    from graph.export.network import Network
    from graph.export.parts import Part
    from graph.export.streamed import Size
    from guapai.charts import Chart
    from loaders.differences import Difference
    from loaders.load import Loaded

ONE_WAY = Said("one of query, around, below, place, or none for everything")


def open(store: str | None = None, *, write: bool = False) -> "Graph":  # noqa: A001  guapai.open
    """Open a graph, to be closed with `close` or by a `with`.

    `store` is `embedded`, `local`, the path of an embedded file (.kgl) or a Neo4j address; None takes GUAPAI_STORE,
    NEO4J_URI, a running `guapai neo4j`, else this user's embedded file, in this order. That file is made of the bundled
    records where it does not exist yet, and stderr says so. With `write` the graph may be changed; one process at a time
    may have an embedded file open so, and a named file that is not there is made.

    Raises UsageError for what is no store, NotThereError for a file or server that is not there, RefusedError where
    somebody else writes or the database is not ours, LoginError, UnreachableError and VersionError.
    """
    return Graph(open_chosen(store, write=write, new=write), write=write)


class Graph:
    """A graph that is open: ask it, load records into it, take parts of it out."""

    def __init__(self, store: Store, *, write: bool = False) -> None:
        self._store = store
        self._write = write

    @property
    def store(self) -> Store:
        """The store behind it, for what this object does not do."""
        return self._store

    @property
    def name(self) -> str:
        """Which store it is, for people: `embedded PATH` or `neo4j ADDRESS`."""
        return self._store.name

    def close(self) -> None:
        """Give back what is held; what was written stays."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _refuse_reading(self) -> None:
        """Raise RefusedError where the graph is open for reading: an embedded one would lose what is written."""
        if not self._write:
            raise RefusedError(
                self.name, Said("it is open for reading"), Said("a graph to write to"), "guapai.open(write=True)"
            )

    # --- what stands in it

    def load(
        self,
        *records: AnyPath | RecordFile,
        keep_text: AnyPath | None = None,
        allow_loss: bool = False,
        replace_reviewed: bool = False,
    ) -> list["Loaded"]:
        """Load records, files or what `extract` and `load_record` give; none named: the bundled ones. One transaction each.

        Each outcome has `document`, `outcome` (loaded, changed or unchanged), `counters`, `nodes` (None where unchanged)
        and `relationships`. `keep_text` is the document of the one record that is named: its quoted text is kept.

        Raises ContentError and NotThereError for a record, RefusedError for one that lost a fifth of what it said
        (`allow_loss`) or would replace a reviewed one (`replace_reviewed`), and where the graph is open for reading;
        the records before it stay loaded. UsageError for a `keep_text` that is not the document of the one record.
        """
        from loaders.load import load, load_path
        from loaders.refusals import Allowed

        named = list(records) or list(record_paths())
        if keep_text is not None and len(named) > 1:
            raise UsageError(
                "keep_text",
                Said("{} records are named", len(named)),
                Said("one record and its document"),
                Said("name one"),
            )
        allowed = Allowed(loss=allow_loss, replacing_reviewed=replace_reviewed)
        self._refuse_reading()
        self._store.prepare()
        outcomes = []
        for one in named:
            if isinstance(one, RecordFile) or keep_text is not None:
                file = one if isinstance(one, RecordFile) else read_record(Path(one))
                text = document_text(file, Path(keep_text)) if keep_text is not None else None
                outcomes.append(load(self._store, file, text=text, allowed=allowed))
            else:
                outcomes.append(load_path(self._store, Path(one), allowed=allowed, whole=len(named) == 1))
        return outcomes

    def forget(self, document: str) -> "Loaded":
        """Take a document out, by its id (`tumen`); what other documents use stays.

        Raises NotThereError where it is not loaded, RefusedError where the graph is open for reading.
        """
        from loaders.load import forget

        self._refuse_reading()
        return forget(self._store, document)

    def diff(
        self, record: AnyPath | RecordFile, older: AnyPath | RecordFile | None = None, *, proofs: bool = False
    ) -> list["Difference"]:
        """What a record says and an older one does not; None: against what is loaded of its document.

        In the order of the document; each difference has `change` (added, removed, changed), `lines` (from 1), `kind` or
        `relationship`, `name`, `other`, `property`, `before` and `after`. With `proofs` lines, spans, hashes and rules are
        compared, too. Raises NotThereError where nothing of the document is loaded.
        """
        from loaders.differences import between, from_loaded

        files = [one if isinstance(one, RecordFile) else read_record(Path(one)) for one in (older, record) if one]
        if len(files) == 2:
            return between(*files, proofs=proofs)
        return from_loaded(self._store, files[0], proofs=proofs)

    # --- what it answers

    def ask(
        self, query: str, /, *, queries: AnyPath | None = None, near: bool = False, **parameters: Any
    ) -> "ThingAnswer":
        """Answer a stored query by its name (`alias.hanging_signs`), or one of your own by its file (`mine.cypher`).

        A parameter that takes a thing takes any name of it, a list of names, or None for all. `rows` are lists of nodes,
        relationships and plain values in the order of `columns`; `records()` gives flat rows, where `document` and `lines`
        (from 1) are the proof; `network()` its things and all between them as a `networkx.MultiDiGraph`, while this graph is
        open; `to_frame()` a DataFrame, where pandas is installed. `notes` say what was taken where a name was not a whole
        name. `queries` is a folder of queries of your own; `near` asks for near misses instead.

        Raises NotThereError for an unknown query or thing, naming the nearest, and for an empty graph; UsageError for
        parameters that are none of the query's or of another type; RefusedError for an answer over its limits.
        """
        from graph.catalog.catalogue import find_query, near_misses, run
        from graph.catalog.parameters import bind

        stored = find_query(query, Path(queries) if queries is not None else None)
        stored = near_misses(stored) if near else stored
        return run(self._store, stored, bind(stored.parameters, parameters, stored.name))

    def find(self, name: str) -> "ThingAnswer":
        """What a name stands for, in any language, script or short form, one row per thing.

        `records()` have `name`, `kind`, `place`, `how` (id, name, short, pinyin, part), `answers` (who has the staff),
        `score` (100 for a whole name) and `id`; `owners` and `owner_kinds` say who answers as lists. Raises NotThereError
        where nothing has the name, naming the nearest.
        """
        from graph.catalog.described import described

        if not name.strip():
            raise UsageError(
                "find", Said("the name is empty"), Said("a part of a name"), Said("guapai find 外国专家局")
            )
        return described(self._store, name)

    def proof(self, name: str, *texts: AnyPath) -> Answer:
        """Every fact about what a name stands for, with its proof, one row per fact.

        `records()` have the fact, `document`, `lines` (from 1), `spans` ("LINE:START-END", characters from 0, the end not
        in it), `quotes` (hashes of the quoted characters), `rules`, `status` and `confidence`. `texts` are your copies of
        documents: with them, or where the graph keeps the text, `text` is what each fact quotes. Raises NotThereError.
        """
        from guapai.sentences import sentences

        answer = self.ask("proof.facts", name=name)
        flat = answer.flat()
        quoted = sentences(self._store, answer, [Path(one) for one in texts], for_people=False)
        if quoted is None:
            return flat
        rows = [[*row, one] for row, one in zip(flat.rows, quoted, strict=True)]
        return Answer([*flat.columns, "text"], rows, flat.notes)

    def cypher(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        write: bool = False,
        timeout: float = TIMEOUT_SECONDS,
        rows: int = MAX_ROWS,
    ) -> Answer:
        """Run Cypher of your own; it may only read unless `write` is given. Values travel as `parameters`.

        A node is {"id", "labels", "properties"}, a relationship {"type", "start", "end", "properties"}, a path {"nodes",
        "relationships"}. `timeout` is in seconds; of more than `rows` rows the first are given, with a note. A statement
        on the embedded store runs in this process: the command line puts it in one of its own, with limited memory.

        Raises RefusedError for a statement that writes without `write` or needs more than its limits, UsageError for one
        that cannot run.
        """
        values = dict(parameters or {})
        if write:
            self._refuse_reading()
            return self._store.run_write(statement, values)
        return self._store.read(statement, values, timeout=timeout, rows=rows)

    # --- parts of it

    def network(
        self,
        *,
        query: str | None = None,
        parameters: Mapping[str, Any] | None = None,
        around: str | None = None,
        hops: int = 1,
        below: str | None = None,
        place: str | None = None,
        types: Sequence[str] = (),
    ) -> "Network[str]":
        """A part of the graph, or without an argument all of it, as a `networkx.MultiDiGraph`.

        The part is one of: the things of a stored query's answer and all between them; what is at most `hops`
        relationships `around` a name or id; a unit and all `below` it; everything of a `place`. `types` keeps these types of
        relationships and their ends. Nodes are ids with `labels` (the most special first) and their properties; keys of
        edges are types, `TYPE@document` where several documents say one, and edges carry `type` and properties, `document`
        and `lines` (from 1) among them. Where a name was not the whole name, stderr says what was taken.

        Raises UsageError for two parts at once or an unknown type, NotThereError for a name or id that nothing has.
        """
        from graph.export.network import as_network

        return as_network(self._part(_ways(query, around, below, place), parameters, hops, types))

    def _part(
        self, ways: Mapping[str, str | None], parameters: Mapping[str, Any] | None, hops: int, types: Sequence[str]
    ) -> "Part":
        """See `network`."""
        from graph.export import network as networks

        asked = {name: value for name, value in ways.items() if value is not None}
        if len(asked) > 1:
            raise UsageError("network", Said("more than one part: {}", ", ".join(asked)), ONE_WAY, Said("name one"))
        if parameters and "query" not in asked:
            raise UsageError(
                "parameters", Said("there is no query that takes them"), Said("a query"), Said("name it with query")
            )
        networks.check_types(types)
        found = self._asked_part(asked, parameters or {}, hops)
        return found.only(types) if types else found

    def _asked_part(self, asked: Mapping[str, str], values: Mapping[str, Any], hops: int) -> "Part":
        from graph.export import network as networks

        if "query" in asked:
            return networks.of_query(self._store, asked["query"], values)
        if "place" in asked:
            return networks.of_place(self._store, asked["place"])
        if not asked:
            return networks.whole(self._store)
        (text,) = asked.values()
        ids, said = networks.named(self._store, text)
        for one in said:
            remark(one)
        return networks.around(self._store, ids, hops) if "around" in asked else networks.below(self._store, ids)

    def export(
        self, path: AnyPath, network: "Network[str] | None" = None, *, force: bool = False, language: str = "en"
    ) -> list[Path]:
        """Write a network in the format of its ending (.graphml .gexf .json .cyjs .csv .parquet .ttl .jsonld .mmd .dot), and say the files.

        `network` is what `network` or an answer's `network()` gave; None is everything. `.csv` makes two files. Pictures
        name things in `language`, "zh" or "en". Raises UsageError for an unknown ending, RefusedError for a file that is
        there unless `force`.
        """
        from graph.export.files import check_output, targets, write_network, write_part

        check_output(Path(path), force=force)
        if network is None:
            write_part(self._part({}, None, 0, ()), Path(path), language)
        else:
            write_network(network, Path(path), language)
        return targets(Path(path))

    def export_part(
        self,
        path: AnyPath,
        *,
        query: str | None = None,
        parameters: Mapping[str, Any] | None = None,
        around: str | None = None,
        hops: int = 1,
        below: str | None = None,
        place: str | None = None,
        types: Sequence[str] = (),
        force: bool = False,
        language: str = "en",
        form: Literal["neo4j-admin", "yed"] | None = None,
    ) -> "Size":
        """Write a part of the graph, told as for `network`, and say how many nodes and relationships it has.

        GraphML, GEXF and CSV are written as the store is read: memory does not grow with the part. With the form
        `neo4j-admin` the path is an empty or a new folder, for the files that `neo4j-admin database import` reads; with `yed` a
        .graphml file has shapes and labels, too. Raises what `network` and `export` raise.
        """
        from graph.export.files import check_output, write_part
        from graph.export.import_folder import check_folder, write_folder

        output, ways = Path(path), _ways(query, around, below, place)
        if form == "neo4j-admin":
            check_folder(output, force=force)
            return write_folder(self._part(ways, parameters, hops, types), output, force=force)
        check_output(output, force=force)
        return write_part(self._part(ways, parameters, hops, types), output, language, for_yed=form == "yed")

    # --- what it looks like

    def draw(
        self,
        *of: str,
        place: str | Sequence[str] = (),
        query: str | None = None,
        parameters: Mapping[str, Any] | None = None,
        language: str = "en",
    ) -> "Chart":
        """A chart as one page: units by name or id and all below them, places, the things of a query, or all there is.

        Two units or places stand side by side. A notebook shows it; `save("chart.html")` writes it. Names are in
        `language`, "zh" or "en", and one click changes that. Raises UsageError for two ways at once, NotThereError for a
        name that nothing has.
        """
        from graph.draw.page import page
        from guapai.charts import Chart, charted

        places = [place] if isinstance(place, str) else list(place)
        if sum(map(bool, (of, places, query))) > 1:
            raise UsageError(
                "draw",
                Said("more than one of query, names, place"),
                Said("one of them, or none for everything"),
                Said("name one"),
            )
        asked = {"query": query, "of": list(of), "place": places}
        chart, title = charted(self._store, asked, dict(parameters or {}), language)
        return Chart(page(chart, title, language), title, len(chart["things"]))

    def analyse(
        self, name: str, *, place: str | None = None, other: str | None = None, general: bool = False
    ) -> "Finding":
        """A ready analysis: brokers, span_of_control, overlap, communities, or compare of `place` and `other`.

        `answer` has one row per thing, whose ids lead back; `marked(network)` writes the numbers on the nodes. Raises
        NotThereError for an unknown name, UsageError for compare without two places.
        """
        from guapai.analyses import analysed

        return analysed(self._store, name, place, other, general=general)[0]

    def _repr_html_(self) -> str:
        """How a notebook shows it: where it is, and how much of what stands in it."""
        from graph.html import rows_as_table

        text = "MATCH (one) UNWIND labels(one) AS label WITH label, count(*) AS count RETURN label, count ORDER BY count DESC, label"
        rows = [row for row in self._store.read(text, {}).rows if row[0] in NODE_BY_LABEL and row[0] != "Name"]
        return rows_as_table([self.name, "count"], rows)


def _ways(query: str | None, around: str | None, below: str | None, place: str | None) -> dict[str, str | None]:
    return {"query": query, "around": around, "below": below, "place": place}
