"""Office hours as Chinese pages print them."""

from loaders.extract.rules.rule import Rule

PARTS = {"TIME": r"\d{1,2}[:时]\d{2}"}
HOURS = (
    Rule(
        "zh.hours.times", "times", r"(?P<names>{TIME})分?\s*[-\u2013\u2014~至到]{1,2}\s*(?P<to>{TIME})", hint=": 时",
        finds={"上午8:30-12:00": ("8:30", "12:00"), "9时00分至17时30分": ("9时00", "17时30")}, leaves=("上午8:30前",),
    ),
    Rule(
        "zh.hours.days", "days", r"(?:星期|周)一(?:[-\u2013\u2014~]|至|到)(?:星期|周)?(?P<names>[五六日天])", hint="一",
        finds={"星期一至星期五": ("五",), "周一到周日": ("日",)}, leaves=("星期一上午",),
    ),
    Rule("zh.hours.workdays", "days", "(?P<names>工作日)", finds={"工作日9:00-17:00": ("工作日",)}, leaves=("工作时间",)),
    Rule("zh.hours.winter", "winter", "(?P<names>冬)", finds={"冬令时": ("冬",)}, leaves=("夏令时",)),
    Rule("zh.hours.summer", "summer", "(?P<names>夏)", finds={"夏令时": ("夏",)}, leaves=("冬令时",)),
    Rule("zh.hours.holidays", "holidays", "(?P<names>节假日|节日)", finds={"节假日除外": ("节假日",)}, leaves=("工作日",)),
    # Months would have to be read exactly: hours with them are left to people.
    Rule("zh.hours.months", "months", "(?P<names>月)", finds={"5月以后": ("月",)}, leaves=("每日",)),
)  # fmt: skip
