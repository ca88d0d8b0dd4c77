"""The characters of a document that something covers: looked up, however many spans there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from graph.proof import Span

# No stretches at all.
NOTHING: tuple[list[int], list[int]] = ([], [])


class Covered:
    """Spans by line; those of one line that meet are one stretch, and its stretches are in order."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        # Of each line where its stretches begin, and where they end: two lists are looked through faster than pairs.
        self._lines: dict[int, tuple[list[int], list[int]]] = {}
        for span in sorted(spans, key=lambda one: (one.line, one.start)):
            self.add(span)

    def add(self, span: Span) -> None:
        """Cover one span more."""
        if span.start >= span.end:
            return
        starts, ends = self._lines.setdefault(span.line, ([], []))
        first, last = bisect_left(ends, span.start), bisect_right(starts, span.end)
        met = slice(first, last)
        starts[met], ends[met] = [min([span.start, *starts[met][:1]])], [max([span.end, *ends[met][-1:]])]

    def touches(self, span: Span) -> bool:
        """Whether a character of the span is covered."""
        starts, ends = self._lines.get(span.line, NOTHING)
        at = bisect_right(ends, span.start)
        return at < len(starts) and starts[at] < span.end

    def free(self, span: Span) -> Iterator[Span]:
        """The stretches of a span that nothing covers, in order."""
        starts, ends = self._lines.get(span.line, NOTHING)
        begin = span.start
        for at in range(bisect_right(ends, begin), len(starts)):
            if starts[at] >= span.end:
                break
            if starts[at] > begin:
                yield Span(span.line, begin, starts[at])
            begin = ends[at]
        if begin < span.end:
            yield Span(span.line, begin, span.end)
