"""The characters of a document that something covers: looked up, however many spans there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from graph.proof import Span


class Covered:
    """Spans by line; those of one line that meet are one stretch, and its stretches are in order."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._lines: dict[int, list[tuple[int, int]]] = {}
        for span in sorted(spans, key=lambda one: (one.line, one.start)):
            self.add(span)

    def add(self, span: Span) -> None:
        """Cover one span more."""
        if span.start >= span.end:
            return
        stretches = self._lines.setdefault(span.line, [])
        first = bisect_left(stretches, span.start, key=lambda one: one[1])
        last = bisect_right(stretches, span.end, key=lambda one: one[0])
        met = stretches[first:last]
        start = min([span.start, *(one[0] for one in met)])
        stretches[first:last] = [(start, max([span.end, *(one[1] for one in met)]))]

    def copy(self) -> "Covered":
        """The same, to which more may be added."""
        other = Covered()
        other._lines = {line: list(stretches) for line, stretches in self._lines.items()}
        return other

    def touches(self, span: Span) -> bool:
        """Whether a character of the span is covered."""
        stretches = self._lines.get(span.line, [])
        at = bisect_right(stretches, span.start, key=lambda one: one[1])
        return at < len(stretches) and stretches[at][0] < span.end

    def free(self, span: Span) -> Iterator[Span]:
        """The stretches of a span that nothing covers, in order."""
        stretches = self._lines.get(span.line, [])
        begin = span.start
        for start, end in stretches[bisect_right(stretches, begin, key=lambda one: one[1]) :]:
            if start >= span.end:
                break
            if start > begin:
                yield Span(span.line, begin, start)
            begin = end
        if begin < span.end:
            yield Span(span.line, begin, span.end)
