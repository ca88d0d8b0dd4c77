"""Values of a server that the driver cannot make: dates outside of Python's calendar, and all that holds one, as text.

What others keep on a node must not keep anybody from reading the node. The driver leaves what came over the wire: a
structure of Bolt, with fields that it did make or that are broken themselves.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from graph.store.unheld import unheld_value

CYCLE = 146_097  # days of 400 years, after which the calendar begins again
EPOCH = date(1970, 1, 1)
DAY = 86_400  # seconds
Plain = Callable[[Any], Any]


def readable(raw: Any, plain: Plain) -> Any:
    """What came, made of parts that `plain` makes. Raises UsageError for a structure that nobody knows."""
    if isinstance(raw, list | dict):
        return plain(raw)
    tag: bytes = getattr(raw, "tag", b"")
    fields: list[Any] = getattr(raw, "fields", [])
    if tag in TIMES:
        return TIMES[tag](*fields)
    if tag == b"N":
        properties = plain(fields[2])
        return {"id": properties.get("id"), "labels": fields[1], "properties": properties}
    if tag == b"R":
        return _link(fields[3], plain(fields[4]))
    if tag == b"P":
        return _path(*fields, plain=plain)
    raise unheld_value()


def _link(kind: str, properties: dict[str, Any], start: Any = None, end: Any = None) -> dict[str, Any]:
    return {"type": kind, "start": start, "end": end, "properties": properties}


def _path(nodes: Any, links: Any, indices: list[int], *, plain: Plain) -> dict[str, Any]:
    """Each pair of indices is a relationship, from 1 and negative where it is gone against, and the node behind it."""
    known, unbound = plain(nodes), getattr(links, "raw_data", links)
    path: dict[str, Any] = {"nodes": [known[0]], "relationships": []}
    for link, to in zip(indices[::2], indices[1::2], strict=True):
        ends = [path["nodes"][-1]["id"], known[to]["id"]]
        start, end = ends if link > 0 else reversed(ends)
        kind, properties = _unbound(unbound[abs(link) - 1], plain)
        path["relationships"].append(_link(kind, properties, start, end))
        path["nodes"].append(known[to])
    return path


def _unbound(link: Any, plain: Plain) -> tuple[str, dict[str, Any]]:
    raw = getattr(link, "raw_data", None)
    return (raw.fields[1], plain(raw.fields[2])) if raw else (link.type, plain(dict(link.items())))


def _day(days: int) -> str:
    """A day, counted from 1970: years beyond four digits have a sign, as ISO 8601 wants it."""
    cycles, rest = divmod(days, CYCLE)
    day = EPOCH + timedelta(rest)
    year = day.year + 400 * cycles
    shown = f"{year:04}" if 0 <= year <= 9999 else f"{year:+05}"
    return f"{shown}-{day:%m-%d}"


def _moment(seconds: int, nanoseconds: int, zone: str = "") -> str:
    days, rest = divmod(seconds, DAY)
    minutes, second = divmod(rest, 60)
    fraction = f".{nanoseconds:09}" if nanoseconds else ""
    return f"{_day(days)}T{minutes // 60:02}:{minutes % 60:02}:{second:02}{fraction}{zone}"


def _with_offset(seconds: int, nanoseconds: int, offset: int) -> str:
    hours, minutes = divmod(abs(offset) // 60, 60)
    return _moment(seconds + offset, nanoseconds, f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}")


def _in_zone(seconds: int, nanoseconds: int, zone: str) -> str:
    """What offset a zone had, or will have, in such years nobody knows: the moment is told in UTC."""
    return _moment(seconds, nanoseconds, f"Z[{zone}]")


TIMES: dict[bytes, Callable[..., str]] = {b"D": _day, b"d": _moment, b"I": _with_offset, b"i": _in_zone}
