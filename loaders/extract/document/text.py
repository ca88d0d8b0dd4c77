"""The text of a document: its lines, the same lines made even for matching, and their clauses."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from graph.proof import Quote, Span, quote_hash, split_lines
from loaders.extract.document.corrections import Correction, Places, corrected, put, replaced, through
from loaders.extract.document.layout import laid_out, rows
from loaders.extract.document.spelling import PRONUNCIATION, SAME, gaps, simplified, spelled_out
from loaders.extract.document.wrapping import paragraphs
from loaders.extract.grammar import LANGUAGES, Grammar, Language, grammar

# Blanks other than the usual one.
ODD_BLANKS = dict.fromkeys((0x3000, 0xA0, 0x2007, 0x202F, 0x09), " ")
# Full-width forms and odd blanks become ASCII one for one, so that offsets stay those of the document; bullets become
# blanks, and 【】 around a heading a blank and a colon.
EVEN = (
    {0xFF01 + offset: 0x21 + offset for offset in range(94)}
    | ODD_BLANKS
    | dict.fromkeys((0x3010, *map(ord, "●■◆▲★◎◇□▪•")), " ")
    | {0x3011: ":", 0x5B: " ", 0x5D: " "}
    | dict(zip(map(ord, "﹐﹑﹒﹔﹕﹗﹖﹙﹚﹝﹞"), ",、.;:!?()()", strict=True))
    | SAME
)
# A printed name has the usual character where another code point stands for the same one.
PRINTED = ODD_BLANKS | SAME
BUT_TABS = {code: even for code, even in EVEN.items() if code != 0x09}
CLICK = re.compile(r"(?<= )编辑(?:本段)?(?=\s|$)")
# In front of an item of a list.
DASHES = re.compile(r"^(?<!\S)(?:——|--)(?=[\u4e00-\u9fff])")
# Brackets of numbers of documents, where no year stands in them, and those of notes, where a name does.
SQUARE = re.compile(
    r"〔(?!\d{4}〕)([^〔〕]{1,60})〕|(?<=[\u4e00-\u9fff])[\[［]([\u4e00-\u9fff、]{2,20})[\]］]|(?<!\S)[\[［【]([一二三四五六七八九十]{1,3})[\]］】]"
)
CLAUSE_END = re.compile(r"[;。]|\.(?=\s|$|\")")
# What ends a clause, a sentence or a cell.
PIECE_END = re.compile(rf"{CLAUSE_END.pattern}|[!?\t]")
BRACKETS = re.compile(r"\([^()]{0,300}(?:\([^()]{0,90}\)[^()]{0,120})?\)")
# "Co., Ltd.", "No. 1" and "i.e." end no sentence; the first separates no names.
NUMBER = re.compile(r"\b(?:No\.(?= ?\d)|i\. ?e\.|e\. ?g\.)", re.IGNORECASE)
# A list follows, whatever stop stands behind the word for it.
ANNOUNCED = re.compile(
    r"(?<=\bnamely);|(?<=\bas follows);|(?<=\bfollowing);|(?<=\bincluding);|(?<=\brespectively);(?= [A-Z])|(?<=如下)[;。](?=.)|(?<=分别为);|(?<=包括);"
)
# A dash behind a unit stands where others print a colon.
DASH = re.compile(
    r"^(\s{0,9}(?:\(?\w{1,6}(?:\.\d{1,2})?[.,、)]{1,2}\s?)?\S?(?:[^-–—:.;]{1,90}\b)?(?:office|division|section|department|unit|center|centre|committee|bureau|branch|group|station|room)"
    r"(?:\s?\([^()]{1,90}\))?)(?:\s--?\s|\s?[–—]\s?)(?=\w)",
    re.IGNORECASE,
)
# So many characters show which language it is.
SAMPLE = 200_000
LIMITED = re.compile(r"\bCo\.,? ?Ltd\b\.?", re.IGNORECASE)
WORD = re.compile(r"\w")
# The longest sentence of a real document has 766 characters. What goes on for so many is none: it is read no further,
# so that no line takes more than its length, and asked about.
LONGEST_SENTENCE = 6_000
# All lines of a real document together have 334 clauses at most; what has three times as many in one line is no text.
MOST_CLAUSES = 1_000
SHORTEST_SAYING = 4
SENTENCE = re.compile(r"[^;。.!?\t]+")


@dataclass(frozen=True)
class Origin:
    """Where a text came from: an address and the day it was fetched; the file that it was taken out of, and by what."""

    source: str | None = None
    retrieved: str | None = None
    original_sha256: str | None = None
    reader: str | None = None


@dataclass(frozen=True)
class Document:
    """The decoded text of one document; `content` are its bytes.

    Rules read the lines in `even`, where garbled words are corrected; spans of theirs become proofs and printed names
    through `quote` and `printed`, which give the places and characters of the document itself.
    """

    content: bytes
    text: str
    language: Language
    corrections: tuple[Correction, ...] = ()
    origin: Origin = Origin()
    # What was found once of spans: their clauses, and the hashes of what is printed there.
    _clauses: dict[Span, tuple[Span, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _hashes: dict[Span, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def grammar(self) -> Grammar:
        """The grammar of its language."""
        return grammar(self.language)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as printed."""
        return split_lines(self.text)

    @cached_property
    def respelled(self) -> bool:
        """Whether it is read in another spelling than it is printed in; names are printed back when all is read."""
        return self.grammar.writing.is_respelled(self.text)

    @cached_property
    def even(self) -> list[str]:
        """The lines as they are meant, with full-width forms and blanks made ASCII."""
        return [text for text, _, _ in self._corrected]

    @cached_property
    def _corrected(self) -> list[tuple[str, Places | None, set[Correction]]]:
        # A dash of two characters stands where others print a colon; an encyclopedia has a word to click on in headings.
        in_rows = rows([line for line, _ in self._whole])
        return [self._meant(at + 1, _even(line, row=at in in_rows)) for at, (line, _) in enumerate(self._whole)]

    @cached_property
    def _whole(self) -> list[tuple[str, list[Span]]]:
        """Each line, the first of a paragraph with all the others of it, which are empty; where its pieces stand."""
        whole: list[tuple[str, list[Span]]] = []
        for paragraph in paragraphs(self.lines, self.grammar.writing):
            whole.append(_joined(paragraph, self.lines, self.grammar.writing.GAP))
            whole.extend([("", [])] * (len(paragraph) - 1))
        return whole

    def _meant(self, number: int, line: str) -> tuple[str, Places | None, set[Correction]]:
        cut = [(one.start, one.end, "") for one in _too_long(line)]
        line, kept = put(line, cut) if cut else (line, None)
        text, inner = without_gaps(line, spelled_out(line))
        inner = through(inner, kept) if inner else kept
        if self.respelled:
            even, outer, used = *usual(text), set[Correction]()
        else:
            even, outer, used = corrected(number, text, self.corrections)
        return even, through(outer, inner) if outer else inner, used

    @property
    def unread(self) -> Iterator[tuple[Span, "TooLong"]]:
        """What is read no further than a place: what stands in front of that in `even`, and how long the whole is."""
        for number, (line, _) in enumerate(self._whole, 1):
            for one in _too_long(_even(line)) if len(line) > LONGEST_SENTENCE else ():
                places = self._corrected[number - 1][1]
                if places and (stop := bisect_left(places[0], one.start)):
                    begin = bisect_left(places[0], one.begin)
                    yield Span(number, min(begin, stop - 1), stop), one

    def clauses(self, span: Span) -> tuple[Span, ...]:
        """The clauses of a span of `even`, found once: every family of rules asks for them again."""
        if span not in self._clauses:
            self._clauses[span] = tuple(clauses(span.line, self.even[span.line - 1], span.start, span.end))
        return self._clauses[span]

    def sayings(self, span: Span) -> Iterator[Span]:
        """Those of the clauses that may say something of a body: a verb and the shortest name have as many characters."""
        return (one for one in self.clauses(span) if one.end - one.start >= SHORTEST_SAYING)

    @property
    def unused(self) -> list[Correction]:
        """The corrections that match nothing in this document."""
        used = {one for _, _, some in self._corrected for one in some}
        return [one for one in self.corrections if one not in used]

    def as_read(self, span: Span) -> Span:
        """The place in `even` of a span of the document: the reverse of `all_in_print`."""
        line = span.line
        while line > 1 and not self._whole[line - 1][1]:
            line -= 1
        before = 0
        for piece in self._whole[line - 1][1]:
            if piece.line == span.line:
                before += span.start - piece.start
                break
            before += piece.end - piece.start + self._gap
        whole = Span(line, before, before + span.end - span.start)
        places = self._corrected[line - 1][1]
        if places is None:
            return whole
        start, end = (bisect_left(places[0], place) for place in (whole.start, whole.end))
        return Span(line, min(start, max(len(places[0]) - 1, 0)), max(end, start + 1))

    @property
    def _gap(self) -> int:
        """How many characters stand between the pieces of a paragraph."""
        return len(self.grammar.writing.GAP)

    def _uncorrected(self, span: Span) -> Span:
        """The place in its paragraph, before any correction, of a span of `even`."""
        places = self._corrected[span.line - 1][1]
        return Span(span.line, places[0][span.start], places[1][span.end - 1]) if places else span

    def all_in_print(self, span: Span) -> list[Span]:
        """The places in the document of a span that a rule found: several where lines of one paragraph hold it."""
        whole = self._uncorrected(span)
        pieces = self._whole[span.line - 1][1]
        if len(pieces) < 2:
            return [whole]
        found, before = [], 0
        for piece in pieces:
            length = piece.end - piece.start
            start, end = max(whole.start - before, 0), min(whole.end - before, length)
            if start < end:
                found.append(Span(piece.line, piece.start + start, piece.start + end))
            before += length + self._gap
        return found or [Span(pieces[0].line, pieces[0].start, pieces[0].end)]

    def meant(self, span: Span) -> str | None:
        """What the characters of a span mean, where that is not what is printed; the span is one of `even`."""
        if self._corrected[span.line - 1][1] is None:
            return None
        meaning = span.quoted(self.even)
        return meaning if meaning != self.printed(span).translate(EVEN) else None

    @cached_property
    def sha256(self) -> str:
        """The hash of the document's bytes."""
        return hashlib.sha256(self.content).hexdigest()

    def quote(self, span: Span, rule: str) -> Quote:
        """The proof that a rule found at a span."""
        return self.quotes(span, rule)[0]

    def quotes(self, span: Span, rule: str) -> list[Quote]:
        """The same, one proof for each line that holds a part of the span."""
        return [Quote(place, self.hash_at(place), rule) for place in self.all_in_print(span)]

    def hash_at(self, place: Span) -> str:
        """The hash of what is printed at a place, made once: one long sentence may prove many facts."""
        if place not in self._hashes:
            self._hashes[place] = quote_hash(place.quoted(self.lines))
        return self._hashes[place]

    def printed(self, span: Span) -> str:
        """The characters of a span as the document prints them; those of the usual spelling where it has another."""
        return span.quoted(self.even) if self.respelled else self.characters(span)

    def characters(self, span: Span) -> str:
        """The characters of a span of `even` as they are printed, those of several lines together."""
        whole = self._uncorrected(span)
        return without_gaps(self._whole[span.line - 1][0][whole.start : whole.end].translate(PRINTED))[0]


def _joined(paragraph: list[int], lines: Sequence[str], between: str) -> tuple[str, list[Span]]:
    """The lines of a paragraph in one, the blanks at their ends left out; where each of them stands."""
    if len(paragraph) == 1:
        line = lines[paragraph[0]]
        return line, [Span(paragraph[0] + 1, 0, len(line))]
    spans = [trimmed(index + 1, lines[index], 0, len(lines[index])) for index in paragraph]
    pieces = [span for span in spans if span]
    return between.join(piece.quoted(lines) for piece in pieces), pieces


def without_gaps(line: str, others: Iterable[tuple[int, int, str]] = ()) -> tuple[str, Places | None]:
    """A line without what only holds the characters of its words apart, with the places of its characters.

    `others` are further changes: begin, end and what is meant; where two overlap, the first counts.
    """
    changes: list[tuple[int, int, str]] = []
    for change in sorted([*others, *((start, end, "") for start, end in gaps(line))]):
        if not changes or change[0] >= changes[-1][1]:
            changes.append(change)
    return put(line, changes) if changes else (line, None)


def usual(line: str) -> tuple[str, Places | None]:
    """A line in the usual spelling of Chinese, with the places of its characters in print."""
    text, places = replaced(line, PRONUNCIATION, {})
    # The pronunciation belongs to the character in front of it.
    places[1][:-1] = [
        min(following, end + 9) if following > end else end
        for end, following in zip(places[1], places[0][1:], strict=False)
    ]
    return simplified(text), places if len(text) < len(line) else None


def trimmed(line: int, text: str, start: int, end: int, ends: str = "") -> Span | None:
    """The span without blanks around it and without stops at its end; None where nothing remains."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ends):
        end -= 1
    return Span(line, start, end) if end > start else None


def with_depth(text: str, start: int, found: Iterable[re.Match[str]]) -> Iterator[tuple[re.Match[str], int]]:
    """What was found from `start` on, in order, each with how many brackets are open in front of it."""
    depth, counted = 0, start
    for one in found:
        depth += text.count("(", counted, one.start()) - text.count(")", counted, one.start())
        counted = one.start()
        yield one, depth


def clauses(line: int, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The clauses of (a part of) a line: what stands between ; 。 and the stops of English sentences."""
    end = len(text) if end is None else end
    begin = start
    for found in CLAUSE_END.finditer(text, start, end):
        yield from _clause(line, text, begin, found.start())
        begin = found.end()
    yield from _clause(line, text, begin, end)


def _clause(line: int, text: str, start: int, end: int) -> Iterator[Span]:
    span = trimmed(line, text, start, end, ".;。")
    if span and WORD.search(text, span.start, span.end):
        yield span


@dataclass(frozen=True)
class TooLong:
    """A part of a line that is not read, from `start` to `end`; `begin` is where what is shown of the rest begins."""

    begin: int
    start: int
    end: int
    clauses: int = 0
    """How many the line has, where they are too many; else it is one sentence that is too long."""


def _too_long(line: str) -> Iterator[TooLong]:
    """What is not read of a line: the end of a sentence that has none, and all behind more clauses than a line has."""
    if len(line) <= LONGEST_SENTENCE:
        return
    ends = [0, *(found.end() for found in PIECE_END.finditer(line))]
    last = ends[MOST_CLAUSES] if len(ends) > MOST_CLAUSES else len(line)
    # Each is gone through once, whatever its length: one that must be long is begun again at each of its characters.
    for found in SENTENCE.finditer(line, 0, last):
        if len(found[0]) > LONGEST_SENTENCE:
            yield TooLong(found.start(), found.start() + LONGEST_SENTENCE, found.end())
    if WORD.search(line, last):
        count = len(ends) - 1 + bool(WORD.search(line, ends[-1]))
        yield TooLong(ends[MOST_CLAUSES - 1], last, len(line), count)


def _even(line: str, *, row: bool = False) -> str:
    """A line made even, character for character; words that only look like the end of something become blanks."""
    line = SQUARE.sub(lambda found: f"({found[1] or found[2] or found[3]})", DASHES.sub("  ", line))
    even = CLICK.sub(lambda found: " " * len(found[0]), line.translate(BUT_TABS).replace("——", ": "))
    even = NUMBER.sub(lambda found: found[0].replace(".", " "), laid_out(even, row=row))
    even = DASH.sub(lambda found: found[1] + ":".ljust(len(found[0]) - len(found[1])), even)
    even = ANNOUNCED.sub(":", even)
    return LIMITED.sub(lambda found: found[0].replace(".", " ").replace(",", " "), even)


@lru_cache(maxsize=8)
def without_brackets(text: str) -> str:
    """The text with blanks for what stands in brackets, so that offsets stay."""
    return BRACKETS.sub(lambda found: " " * len(found[0]), text) if "(" in text else text


def language_of(text: str) -> Language | None:
    """The language of a text, by its beginning; None where it is in none that is read."""
    sample = text[:SAMPLE]
    return next((one for one in LANGUAGES if grammar(one).writing.is_written(sample)), None)
