"""Office hours as machine-translated pages print them."""

from loaders.extract.rules.rule import Rule

PARTS = {"TIME": r"\d{1,2}:\d{2}"}
HOURS = (
    Rule(
        "en.hours.times", "times", r"(?P<names>{TIME})\s*(?:[-\u2013\u2014~]{1,2}|to)\s*(?P<to>{TIME})", hint=":",
        finds={"8:30 to 12:00": ("8:30", "12:00"), "14:00-17:30": ("14:00", "17:30")}, leaves=("before 8:30",),
    ),
    Rule(
        "en.hours.days", "days", "monday (?:to|through) (?P<names>friday|saturday|sunday)", hint="monday",
        finds={"Monday to Friday": ("Friday",)}, leaves=("Monday and Friday",),
    ),
    Rule("en.hours.winter", "winter", "(?P<names>winter)", finds={"in winter": ("winter",)}, leaves=("in summer",)),
    Rule("en.hours.summer", "summer", "(?P<names>summer)", finds={"in summer": ("summer",)}, leaves=("in winter",)),
    Rule("en.hours.holidays", "holidays", "(?P<names>holiday)", finds={"except public holidays": ("holiday",)}, leaves=("workdays",)),
    # Months would have to be read exactly: hours with them are left to people.
    Rule("en.hours.months", "months", "(?P<names>month)", finds={"every month": ("month",)}, leaves=("every day",)),
)  # fmt: skip
