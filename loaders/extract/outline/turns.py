"""Duties behind the names of several units: all of them do all of it, or each does the one in its turn."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.proof import Span
from loaders.extract.grammar.outline import Outlining


def duties_of_each(said: Outlining, text: str, rest: Span, count: int) -> list[Span]:
    """What each of so many units does, by the words behind their names; empty where these tell no duty of theirs."""
    shared = said.SHARED.match(text, rest.start, rest.end)
    if shared is None:
        return []
    each = said.EACH.match(text, rest.start, rest.end)
    turns = list(_between(said.TURNS, text, replace(rest, start=each.end()))) if each else []
    return turns if len(turns) == count else [replace(rest, start=shared.end())] * count


def _between(separators: re.Pattern[str], text: str, span: Span) -> Iterator[Span]:
    """The parts of a span between separators; one called `stop` ends the last."""
    begin = span.start
    for found in separators.finditer(text, span.start, span.end):
        yield replace(span, start=begin, end=found.start())
        begin = found.end()
        if found["stop"]:
            return
    if begin < span.end:
        yield replace(span, start=begin)
