"""Names of institutions and branches at the beginning of a line: one, or a list of them."""

import re

from loaders.extract.en.counts import counts_in
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import Heading, is_name, listed
from loaders.extract.sections import kinds_in
from loaders.extract.text import with_depth
from loaders.extract.units import VERB_FIRST

CHINESE_SAID = re.compile(
    r"等(?=事业|单位|机构|[省市州县区](?:\(|级|直)|\d|[一二三四五六七八九十]|。|$)|均?为|均?由|(?<![一二三四五六七八九十])是|系(?!统)|划归|,|。|:|\s|负责|承担|的(?=机构编制|设置)"
)
# A title about the bodies under another; a body that another manages.
UNDER = re.compile(r"(?:直属|所属|下属)(?:事业单位|单位|机构)")
# What distinguishes a bureau that another manages from an institution.
BUREAU = re.compile(
    r"[局委办]$|委员会$|办公室$|\b(?:bureau|administration|commission)(?:$|\s(?:of|for)\s)", re.IGNORECASE
)
LISTS = {"institutions", "branches"}
MANAGED = re.compile(
    r"[^。;]{0,60}?,由[^,。;]{2,24}管理|为[^,。;]{2,24}管理的(?![^,。;]{0,8}事业)|由[^,。;]{2,24}管理|\s{0,4}(?:is|are) managed by"
)
# In front of a list in a section about branches: these are none.
AFFILIATED = re.compile(r"directly under|affiliated|subordinate|public institution", re.IGNORECASE)
# How a decision about institutions begins.
DECIDED = re.compile(r"同意|撤销|将|设立|设置|成立")
SAID_OF_NUMBER = re.compile(r"现有|共有|设\d|\d[个所家名]")
# A Chinese name of two or three characters that is nothing but a name: 图书馆, 县苗圃.
SHORT = re.compile(
    r"[\u4e00-\u9fff]{1,2}(?<!网)(?<!车)(?:馆|站|院|队|校|园|圃|场|厂|团|台|库|剧社|电影公司)(?<!市场|现场|立场|[机广]场)"
)
PLAIN = re.compile(r"(?!各|其[他它])[\u4e00-\u9fff]{3,16}")
PLACED = re.compile(r"设在|设于|承担|负责|挂靠|[主承协]办$")
ENGLISH_SAID = re.compile(
    r",? etc\b|,\s\d|,\s(?:[\w-]{1,12}[ -]){1,3}level\b|,\s(?:an?|which|each|with|plus|hanging|adding|also)\b|"
    r"\s(?:is|are|was|were|also|belongs?|shall|has|have|handles?|hangs?|under the)\b|:|\.(?=\s|$)|;(?!\s*(?:the )?[A-Z])"
)

# "22 township health centers", "and other units" in a list name no body.
COUNTED = re.compile(r"(?:and )?(?:\d{1,3}|other|the other) [a-z]", re.IGNORECASE)
NAMELY = re.compile(
    r"\b(?:affiliated|subordinate|dispatched|branch|directly)[^.;:,]{0,40}?(?:, ?namely|, ?including|:| include| are)\s|"
    r"\bthere are [^.;:,()]{3,80}: |\b(?:department|bureau|commission|committee) (?:leads|manages|sets up|includes) |"
    r"\b\d{1,2} [a-z]+s?(?: to [a-z ]{3,30})?: |,?分别[为是]|[多数]个[^,。;:]{0,6}(?:单位|机构),(?:[例比]?如|包括|有)",
    re.IGNORECASE,
)
# So many names of a list must be whole for each one that is not.
TORN = 3


def list_begin(words: Lexicon, text: str, begin: int, end: int) -> int:
    """Where the names of a list begin: behind "two institutions, namely" or "subordinate units:"; else at `begin`."""
    namely = NAMELY.search(text, begin, end)
    if namely and namely.end() < end:
        return namely.end()
    front, colon, _ = text[begin:end].partition(":")
    behind = begin + len(front) + 1
    if not colon or behind >= end or "(" in front:
        return begin
    counted = words.language == "en" and any(counts_in(front, 0, len(front)))
    return behind if counted or LISTS.intersection(kinds_in(words, front)) else begin


def names_at(words: Lexicon, line: int, text: str, begin: int, end: int) -> tuple[list[Heading], int]:
    """The names and where what is said of them begins; no names where some are none of an institution.

    A long list may hold one that is torn.
    """
    while begin < end and text[begin].isspace():
        begin += 1
    stop = _names_end(words, text, begin, end)
    headings = [
        one for one in listed(words, line, text, begin, stop) if not COUNTED.match(text, one.name.start, one.name.end)
    ]
    good = [one for one in headings if _is_institution(words, text[one.name.start : one.name.end])]
    torn = len(headings) - len(good)
    if not good or (torn and len(good) < TORN * torn) or _taken_back(words, text[stop:end]):
        return [], stop
    if words.language == "zh":
        # In a list of names what ends otherwise is one, too.
        sure = set(good)
        good = [one for one in headings if one in sure or PLAIN.fullmatch(text, one.name.start, one.name.end)]
    return good, stop


def _names_end(words: Lexicon, text: str, begin: int, end: int) -> int:
    pattern = CHINESE_SAID if words.language == "zh" else ENGLISH_SAID
    for hit, depth in with_depth(text, begin, pattern.finditer(text, begin, end)):
        if depth == 0:
            return hit.start()
    return end


def _taken_back(words: Lexicon, behind: str) -> bool:
    """Whether what follows says that the bodies named are no more, another's, or offices that are placed somewhere."""
    said = re.split("[;。]", behind)[0]
    if re.match(
        r"\s(?:also |now |currently )*(?:has|have|manages?|administers?|leads?|sets?|undertakes?)\b|"
        r"\s(?:is|are) (?:also |now )?(?:located|situated|placed|housed|hosted|(?:set(?: up)?|established|based) (?:in|at|within) (?:the|this|our|its)\b)",
        said,
    ):
        return True
    return bool((words.matches("negative").search(said) and not re.search("加挂|挂", said)) or re.search("划归", said))


def _is_institution(words: Lexicon, name: str) -> bool:
    if words.matches("noise").search(name):
        return False
    if words.language == "zh":
        sentence = (
            SAID_OF_NUMBER.search(name) or VERB_FIRST["zh"].match(name) or DECIDED.match(name) or PLACED.search(name)
        )
        whole = len(name) >= 4 or SHORT.fullmatch(name)
        return bool(whole and words.ends(name, "body") and not sentence)
    return len(name.split()) <= 16 and is_name(words, name, "body") and not VERB_FIRST["en"].match(name)
