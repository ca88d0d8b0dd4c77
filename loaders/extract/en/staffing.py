"""Numbers of posts in machine-translated English: the number is what is named, the verb is the post."""

import re

from loaders.extract.rules.rule import Rule

# What a bracket counts.
INCLUDED = re.compile(
    r"(?:(?P<before>\d{1,3}) (?:full-time )?(?P<name>[a-z][a-z '-]{3,80}?)(?= and \d|,|$)|"
    r"(?:including |of which )?:?\s{0,9}(?:and |full-time )?(?P<second>[a-z][a-z '-]{3,90}?),? ?(?P<after>\d{1,3})(?: persons?| people)?(?=,| and|$))",
    re.IGNORECASE,
)
OF_BODY = re.compile(
    r"(?:The (?:bureau|organ|office|commission|department|agency)(?: itself)? (?:has|is staffed with)(?: a total of)? \d{1,4} (?:administrative|staff|posts)"
    r"|There are \d{1,4} administrative (?:staff|posts|positions|personnel)"
    r"|(?:The )?(?:administrative|staffing) (?:staffing|establishment|staff)(?: (?:of|for) the (?:bureau|organ|office|commission|agency))?(?: is|:) ?\d)",
    re.IGNORECASE,
)

# Sentences that list units, in which posts are counted, too.
BESIDE: tuple[str, ...] = ("announcement",)
PARTS = {"NUMBER": r"(?P<names>\d{1,4}|\b(?:{number})\b)"}
POSTS = (
    # Of divisions, since bureaus have fewer.
    Rule(
        "en.posts.has", "deputy_division_heads",
        r"\bdeputy (?:section |division )?(?:directors?|chiefs?|heads?)(?: \([^()]{3,40}\))? (?:has|have) {NUMBER} (?:leadership )?positions\b",
        hint="positions",
        finds={"deputy director (deputy director) has 25 leadership positions": ("25",)}, leaves=("the director has 25 positions",),
    ),
    Rule(
        "en.posts.before", "by word", r"{NUMBER} (?:full-time )?(?P<verb>{post})\b(?!(?<=ctor) of|(?<=tors) of|(?<=oner) of)", hint="{post}",
        finds={"25 administrative staff": ("25",), "two deputy directors": ("two",)}, leaves=("25 staff", "1 director of education"),
    ),
    Rule(
        "en.posts.after", "by word",
        r"\b(?P<verb>{post})(?!(?<=ctor) of|(?<=tors) of|(?<=oner) of)(?:[^.;,()\d]{0,90}? (?:is|"
        r"are|has|of|by)|[^.;,()\d]{0,90}?(?= \d{1,4},? (?:including|of which)))? ?{NUMBER}(?! (?:direct|deput|leader))",
        hint="{post}",
        finds={
            "the administrative staff of the bureau is 25": ("25",), "administrative staff of the bureau 25, including": ("25",),
            "safety director 1": ("1",)}, leaves=("the staff of the bureau is 25",),
    ),
)  # fmt: skip

ELSEWHERE = (
    Rule(
        "en.posts.elsewhere", "counted_elsewhere", "(?P<names>establishment[^.;]{0,90}?(?:listed|counted) separately)", hint="separately",
        finds={"the establishment of the brigade is listed separately": ("establishment of the brigade is listed separately",)},
        leaves=("the establishment is 20",),
    ),
)  # fmt: skip
