"""Printed office hours become OpenStreetMap's opening_hours notation."""

import re

TIMES = re.compile(r"(\d{1,2})[:时](\d{2})分?\s*(?:[-\u2013\u2014~至到]{1,2}|to)\s*(\d{1,2})[:时](\d{2})")
DAYS = re.compile(
    r"(?:星期|周)一(?:[-\u2013\u2014~]|至|到)(?:星期|周)?(?P<last>[五六日天])|工作日|monday (?:to|through) (?P<day>friday|saturday|sunday)",
    re.IGNORECASE,
)
LAST = {"五": "Fr", "六": "Sa", "日": "Su", "天": "Su", "friday": "Fr", "saturday": "Sa", "sunday": "Su"}
SEASONS = (("winter", re.compile(r"冬|winter", re.IGNORECASE)), ("summer", re.compile(r"夏|summer", re.IGNORECASE)))
HOLIDAYS = re.compile(r"节假日|节日|holiday", re.IGNORECASE)
# Months would have to be read exactly: hours with them are left to people.
MONTHS = re.compile(r"月|month", re.IGNORECASE)
PARTS = re.compile(r"[;。]")


def opening_hours(text: str) -> str | None:
    """The notation, or None where the text says more than it can hold.

    >>> opening_hours("星期一至星期五,上午8:30-12:00,下午14:00-17:30(节假日除外)")
    'Mo-Fr 08:30-12:00,14:00-17:30; PH off'
    """
    if MONTHS.search(text) or not TIMES.search(text):
        return None
    days = _days(text)
    rules = [_rule(part, days) for part in PARTS.split(text) if TIMES.search(part)]
    if HOLIDAYS.search(text):
        rules.append("PH off")
    return "; ".join(rules)


def _days(text: str) -> str:
    found = DAYS.search(text)
    if found is None:
        return ""
    last = found["last"] or (found["day"] or "friday").lower()
    return f"Mo-{LAST[last]} "


def _rule(part: str, days: str) -> str:
    times = ",".join(f"{int(one):02}:{two}-{int(three):02}:{four}" for one, two, three, four in TIMES.findall(part))
    season = next((f' "{name}"' for name, pattern in SEASONS if pattern.search(part)), "")
    return f"{days}{times}{season}"
