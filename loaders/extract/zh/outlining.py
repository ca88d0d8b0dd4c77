"""How the parts of a Chinese document follow one another: lists, labels, short headings."""

import re

from graph.proof import Span
from loaders.extract.blocks.block import Block
from loaders.extract.blocks.part import Part
from loaders.extract.document.text import trimmed
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading
from loaders.extract.outline.institution_names import names_at as names_in_front
from loaders.extract.outline.units import is_party
from loaders.extract.zh.listed_names import list_starts as list_starts
from loaders.extract.zh.listed_names import only_numbers as only_numbers
from loaders.extract.zh.listings import names_in
from loaders.extract.zh.units import VERB_FIRST

OUT_OF_LIST: float = -4.0
UNITS_ANYWHERE: bool = True
PLACE_TELLS: bool = True
LABELLED: bool = True
# Behind the last unit of a list: "等12个科室", "，共8个", "8个科室".
LIST_ENDS = re.compile(
    r"等(?=\d|[一二三四五六七八九十]{1,3}个|科|处|内设|部门)|,(?=共|均|各|另|其中)|(?<=[科处股室司局部)])(?:\d{1,2}个|[;。]另)"
)
# What may stand in front of a list in its own line: "the bureau sets up".
LIST_FRONT = re.compile(
    r"[\u4e00-\u9fff()]{0,24}?(?:内设|下设|设有|设立|[现共]有|(?<!建)设置?|(?:科室|处室|股室|部门)(?:主要)?(?:有|包括|为))(?!置|(?:职能)?(?:科室|处室|股室|机构|部门))(?=[^、,;:。]{2,14}[、(,;])"
)
# Duties of all units in front of them: where they begin, what stands in front of the verb, and where each unit has its own.
SUBJECT = re.compile(
    r"\s{0,9}(?P<subject>[\u4e00-\u9fff]{0,24}?)(?:现|共|下|内|统一)?(?:(?<!建)设(?!施|备|计(?!划))|有)"
)
UNITS_BEHIND = re.compile(
    r"[\u4e00-\u9fff()]{0,24}?(?:内设|下设|设有|设立|现有|(?<!建)设)(?=[\u4e00-\u9fff]{1,13}[科处股室](?:\([^()]{1,40}\))?[、,;])"
)
# How a sentence goes on behind its subject.
GOES_ON = re.compile(
    r"[,是为系与和]|的?(?:内设|下设|派出|所属|直属|下属)|[加增悬另]?挂|对外|同时|[又亦也]称|(?<!建)设|下辖|归口|管理|承担|负责|共有|现有|有(?!关)|核定|(?:行政|事业)编制"
)
OURS = re.compile(
    r"[\u4e00-\u9fff]{0,16}[局委厅办](?:机关|本级|本部)(?:内部)?|(?:本|我|全)(?:局|委|厅|办|会|院|社|馆|校|部|署|单位|机关|中心)(?:机关)?|机关"
)
SHARED_FROM = re.compile(r"(?<=[科处股室司局部)])(?=(?:分别|共同|各自)(?:负责|承担))")
SHARED = re.compile(r"等?(?:\d{1,2}个)?(?:科室|处室|股室|部门)?(?:分别|共同|各自|均|都)?(?=负责|承担)")
EACH = re.compile(r"[^。;]{0,12}?分别(?:负责|承担)(?=[^。;])")
TURNS = re.compile(r"(?P<stop>[。;])|[、,]|[和及](?=[^、,和及。;]{2,30}(?:[。;]|$))")
BLANK_LIST = re.compile(
    r"\s{0,9}(?:(?!负责|承担)[^\s、,;。:()\d]{1,14}(?:[科处股室司庭部]|党委|纪委|工会|大队)(?:\([^()\s]{1,30}\))?(?:\s{1,20}|$)){2,40}"
)
# The name of a group of units in front of those it holds.
GROUP_LABEL = re.compile(r"\s{0,9}[\u4e00-\u9fff]{0,8}(?:科室|处室|股室|部室|部门|机构)(?:\([^()]{1,12}\))?:")
# What stands between the names of a list of institutions.
LISTED, ENUMERATED = re.compile("[、,]"), re.compile("、")
# How the name of an institution ends that begins with the name of its body.
LONGER = re.compile(r"(?:中心|[^车]站|[^派]所|[支大]队|学校|党校|[院馆园圃库台社]|服务处|基地)$")
ALSO_SET = re.compile(r"\s{0,9}(?:另|并|还)?(?:按[^,。设]{0,10})?设(?:立|置|有)?(?=[^、和,。]{2,20}(?:[,。]|$))")
ATTACHED = re.compile(r"\s{0,9}(?:附(?:件|表|录)?\s?\d{0,2}|答(?:复|案)?|回[复答]):\s{0,9}(?=[\u4e00-\u9fff])")
# The heading of a section that no word tells of has so many characters at most.
SHORT = 10
# Below these a short line without stops is text.
NO_HEADINGS_IN = ("duties", "general", "leaders", "contacts")


def of_us(ours: list[bool]) -> bool:
    """Whether a list speaks of the body itself: all its names do."""
    return all(ours)


def begins_section(section: str, _style: str | None, _number: str | None) -> bool:
    """Whether a heading that no word tells of begins a section: not inside of text."""
    return section not in NO_HEADINGS_IN


def may_head(said: str, _numbered: bool) -> bool:
    """Whether a text may be the heading of a section that no word tells of: short, no verb in front."""
    return len(said) <= SHORT and " " not in said and not VERB_FIRST.match(said)


def behind_label(words: Lexicon, block: Block) -> int | None:
    """Where the text begins behind "also sets up" in front of a unit of the Party, or behind "annex:"."""
    also = ALSO_SET.match(block.text, block.begin, block.end)
    if also and is_party(words, block.line, block.text, also.end(), block.end):
        return also.end()
    attached = ATTACHED.match(block.text, block.begin, block.end)
    return attached.end() if attached else None


def listed(words: Lexicon, part: Part) -> tuple[list[Heading], int, Span | None] | None:
    """The names that a line lists, where they end, and a label in front of them."""
    label = GROUP_LABEL.match(part.text, part.begin, part.end)
    shared = SHARED_FROM.search(part.text, part.begin, part.end)
    end = shared.start() if shared else part.end
    headings, stop = names_in(words, part.line, part.text, label.end() if label else part.begin, end)
    if not headings:
        return None
    return headings, stop, trimmed(part.line, part.text, *label.span(), " :") if label else None


def names_at(words: Lexicon, part: Part, begin: int) -> tuple[list[Heading], int]:
    """The names that begin here, and where what is said of them does; those of a whole list where it is one."""
    names, stop = names_in_front(words, part.line, part.text, begin, part.end)
    behind_namely = part.text[:begin].rstrip().endswith((":", "单位有", "单位包括"))
    separator = LISTED if behind_namely else ENUMERATED
    if (names and not behind_namely) or not separator.search(part.text, begin, part.end):
        return names, stop
    listed_here, halt = names_in(words, part.line, part.text, begin, part.end)
    whole = not part.text[halt : part.end].strip(" 。")
    more = len(listed_here) > (len(names) or (1 if whole else 2))
    return (listed_here, halt) if more and (whole or not names) else (names, stop)
