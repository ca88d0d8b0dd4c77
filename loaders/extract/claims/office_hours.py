"""Printed office hours become OpenStreetMap's opening_hours notation."""

import re

from loaders.extract.grammar import Language
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

PARTS = re.compile(r"[;。]")
SEASONS = ("winter", "summer")


def opening_hours(language: Language, text: str) -> str | None:
    """The notation, or None where the text says more than it can hold.

    >>> opening_hours("zh", "星期一至星期五,上午8:30-12:00,下午14:00-17:30(节假日除外)")
    'Mo-Fr 08:30-12:00,14:00-17:30; PH off'
    """
    said = _said(language, text)
    if "months" in said or "times" not in said:
        return None
    days = f"Mo-{_last_day(language, said['days'][0])} " if "days" in said else ""
    parts = [part for one in PARTS.split(text) if "times" in (part := _said(language, one))]
    rules = [_rule(part, days) for part in parts]
    return "; ".join([*rules, *(["PH off"] if "holidays" in said else [])])


def _said(language: Language, text: str) -> dict[str, list[Claim]]:
    """What is said of hours, by kind."""
    said: dict[str, list[Claim]] = {}
    for claim in engine(language, "hours.HOURS").claims(Stretch.whole(text)):
        said.setdefault(claim.rule.says, []).append(claim)
    return said


def _last_day(language: Language, days: Claim) -> str:
    """The short form of the last day, such as Fr."""
    return vocabulary(language).meaning("last_day", str(days.names[0]))


def _rule(said: dict[str, list[Claim]], days: str) -> str:
    spans = (f"{_clock(str(claim.names[0]))}-{_clock(claim.word('to'))}" for claim in said["times"])
    season = next((f' "{name}"' for name in SEASONS if name in said), "")
    return f"{days}{','.join(spans)}{season}"


def _clock(printed: str) -> str:
    hour, minutes = re.split(r"\D", printed)
    return f"{int(hour):02}:{minutes}"
