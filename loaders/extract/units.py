"""Whether a heading names a unit: by its last word, its number, and what stands around it."""

import re
from dataclasses import dataclass

from loaders.extract.lexicon import Lexicon
from loaders.extract.names import Heading, heading_at
from loaders.extract.numbering import Number
from loaders.extract.part import Part
from loaders.extract.sections import CHINESE_RESPONSIBILITIES, RESPONSIBILITIES_OF, Section

# A Chinese sentence about where an office is, no name.
LODGED = re.compile(r".{3}(?:挂靠|设在|设于|挂在|隶属|合署)")
VERB_FIRST = {
    "zh": re.compile(
        r"(?:负责|承担|拟订|组织|贯彻|制定|起草|完成|协助|会同|指导|落实|开展|受理|承办|参与|推进|协调|检查|核定|发放|储备|收发|安排)"
    ),
    "en": re.compile(
        r"(?:to|responsible|be|is|are|(?:undertak|organi[sz]|formulat|guid|supervis|manag|coordinat|prepar|promot|improv|"
        r"approv|handl|investigat|analy[sz])(?:e|es|ing)|draft(?:s|ing)?|implement(?:s|ing)?|assist(?:s|ing)?|draw|make|"
        r"in conjunction|according|complete|auditing the|audit the|collect (?!a)|review|ensure|support|publish|plan|"
        r"cultivate|establish|it|there|we|the following)\b",
        re.IGNORECASE,
    ),
}
# Units that stand in the first section of short documents, before any heading.
FIRST_UNITS = ("办公室", "综合科", "综合处", "综合股", "秘书科", "秘书处")
CHINESE_PARTY = re.compile(
    r"(?:局|委|厅)?(?:直属)?机关(?:党委|党总支|党支部|纪委|党组织|党的?委员会)|(?:机关)?纪检\(?监察\)?(?:机构|室|组)"
)
# Words for units in general: the heading of a group of units, or of all of them.
GROUP_OF_UNITS = re.compile(r"(?:机构|科室|处室|股室|部门|单位|序列|出处)$")
NO_NAME = re.compile(
    r"(?:to|responsible|be|is|are|it|there|we|the following|in conjunction|according)\b", re.IGNORECASE
)
SPEAKS = re.compile(r"\b(?:has|have|had|keeps|sets|set up|consists? of|comprises?|is composed of)\b", re.IGNORECASE)
# How a sign is told of directly behind a name.
SIGN_TOLD = re.compile(
    r"(?:is |are |shall be )?(?:also )?(?:hangs?|hanging|hung|adds?|adding|plus|listed as|has the|have the|with the|retain\w*)\b",
    re.IGNORECASE,
)
AUXILIARY = re.compile(r"(?:is|are|has|shall|will)\s(?:be\s|mainly\s|also\s){0,2}", re.IGNORECASE)
# Outside a section about divisions, what belongs to another body, or to a list in general, is no heading.
OF_OTHERS = re.compile(
    r"\b(?:bureau|bureaus|government|municipal|county|district|provincial|city|state|joint)\b|s$|^(?:our|this|that|what|which)\b",
    re.IGNORECASE,
)
RESPONSIBILITIES_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:main |job |work )?(?:responsibilit(?:y|ies)|duties|functions)(?: (?:is|are))?$", re.IGNORECASE
)
# "Review Section" is a name, although "review" is a verb.
PLAIN = 3
NO_PARTY = re.compile(r"编制|设立|设(?=机关|直属)|\bestablishment\b|\bstaff\b", re.IGNORECASE)
# Behind the name of a unit: the sign that it hangs.
SIGNED = re.compile(r",(?:加挂|增挂|挂|对外保留)[^。;]{2,60}?(?:牌子|名称)(?:[,。;]|$)")
# How many words the name of an English unit may have, unless it is the office of a committee.
LONGEST = 13
OFFICE_NAME = re.compile(
    r"(?:[\w-]{1,30} (?:[\w-]{1,30} ){0,3}?of (?:the )?)?(?:office|secretariat) (?:of|for) ", re.IGNORECASE
)
# Who runs a web page.
PAGE = ("主办", "承办", "协办")
PARTY_ENDS = ("纪检监察组", "纪检组", "机关党委", "机关纪委", "机关党总支")


@dataclass(frozen=True)
class Candidate:
    """A heading that may name a unit, with the text around it."""

    heading: Heading
    text: str
    begin: int
    end: int
    number: Number | None
    following: str = ""
    """The next line with words, where the heading fills its own."""
    told: bool = False
    """Whether something is told of it right behind."""
    told_by_number: bool = False
    """Whether that line has a number."""

    @property
    def name(self) -> str:
        """The words of the heading."""
        return self.text[self.heading.name.start : self.heading.name.end]

    @property
    def after(self) -> str:
        """What follows the heading."""
        return self.text[self.heading.end : self.end].lstrip(" -")

    @property
    def closed(self) -> bool:
        """Whether the heading ends at a stop, a colon, a bracket or the end of the line."""
        stops = "。.:;" if self.number else "。.:"
        return not self.after or self.after[0] in stops or self.told or bool(self.heading.brackets)


def goes_on(words: Lexicon, after: str) -> bool:
    """Whether a duty follows a name in the same sentence: "is responsible for", "shall prepare", "to draft"."""
    after = after.removeprefix(",").lstrip()
    if SIGN_TOLD.match(after):
        return True
    found = AUXILIARY.match(after)
    if found is None:
        return bool(words.duty.match(after))
    rest = after[found.end() :]
    return bool(words.duty.match(rest)) and not re.match(r"\w+(?:d|n) ", rest)


def is_told(words: Lexicon, candidate: Candidate) -> bool:
    """Whether a short English line without a number and without a last word of units is told of in the next line."""
    labelled = candidate.after[:1] == ":" and len(candidate.name.split()) <= 5
    if candidate.number or (candidate.after and not labelled):
        return False
    short = len(candidate.name.split()) <= 8 and not words.duty_alone.match(candidate.name)
    sentence = len(candidate.following.split()) > 5 and candidate.following.rstrip().endswith((".", ";"))
    return short and (sentence or says_what_it_does(words, candidate))


def says_what_it_does(words: Lexicon, candidate: Candidate) -> bool:
    """Whether a duty is told right behind an English heading, in its line or in the next."""
    after = candidate.after
    told = after.lstrip(" .:,") if not after or after[0] in ".:," else after
    return bool(words.duty.match(told or candidate.following))


def is_party(words: Lexicon, line: int, text: str, begin: int, end: int) -> bool:
    """Whether a unit of the Party is named, which stands in any section."""
    heading = heading_at(words, line, text, begin, end)
    if heading is None:
        return False
    name = text[heading.name.start : heading.name.end]
    if NO_PARTY.search(name):
        return False
    if words.language == "zh":
        found = CHINESE_PARTY.match(name)
        fits = bool(found and (found.end() == len(name) or name[found.end() :].startswith(("按", "依", "的设置"))))
        return fits or (len(name) < 26 and name.endswith(PARTY_ENDS))
    if (
        "," in name
        or len(name.split()) > 9
        or VERB_FIRST["en"].match(name)
        or re.search(r"office of|\bby\b", name, re.IGNORECASE)
        or SPEAKS.search(name)
    ):
        return False
    return bool(words.matches("party").search(name))


def named_in_duties(words: Lexicon, section: Section, part: Part) -> Heading | None:
    """The unit that a heading of duties names: "Responsibilities of the X", "X职责"."""
    start, end = section.span.start, section.span.end
    if words.language == "en":
        front = RESPONSIBILITIES_OF.match(part.text, start, end)
        verb = re.compile(r"\s(?:is|are)(?: as follows)?$").search(part.text, start, end)
        stop = verb.start() if verb else part.end
        if front:
            return heading_at(words, part.line, part.text, front.end(), stop)
        tail = RESPONSIBILITIES_BEHIND.search(part.text, start, end)
        heading = heading_at(words, part.line, part.text, start, tail.start()) if tail else None
        return heading if heading and words.ends(part.sub(heading.name), "unit") else None
    tail = CHINESE_RESPONSIBILITIES.search(part.text, start, end)
    heading = heading_at(words, part.line, part.text, start, tail.start()) if tail else None
    return heading if heading and tail and not part.text[heading.end : tail.start()].strip() else None
