"""Names of institutions and branches at the beginning of a line: one, or a list of them."""

import re

from loaders.extract.blocks.sections import kinds_in
from loaders.extract.document.text import with_depth
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, listed

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
# "22 township health centers", "and other units" in a list name no body.
COUNTED = re.compile(r"(?:and )?(?:\d{1,3}|other|the other) [a-z]", re.IGNORECASE)
NAMELY = re.compile(
    r"\b(?:affiliated|subordinate|dispatched|branch|directly)[^.;:,]{0,40}?(?:, ?namely|, ?including|:| include| are)\s|"
    r"\bthere are [^.;:,()]{3,80}: |\b(?:department|bureau|commission|committee) (?:leads|manages|sets up|includes) |"
    r"\b\d{1,2} [a-z]+s?(?: to [a-z ]{3,30})?: |,?分别[为是]|下辖(?![^、,。;:()]{0,6}(?:\d|[一二三四五六七八九十两多])\d?\d?[个家所])|"
    r"(?:(?:所属|直属|下属|[局委厅院校社]属)(?:事业|二级)?单位|派出(?:机构|单位)|分支机构|直属机构)(?:主要)?(?:有|为|是|包括)(?![^、,。;:]{0,6}[个家])|[多数]个[^,。;:]{0,6}(?:单位|机构),(?:[例比]?如|包括|有)",
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
    counted = words.grammar.counting.is_counted(front)
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
    good = [one for one in headings if _is_institution(words, one.said(text))]
    torn = len(headings) - len(good)
    if not good or (torn and len(good) < TORN * torn) or _taken_back(words, text[stop:end]):
        return [], stop
    # In a list of names what ends otherwise may be one, too.
    sure, plain = set(good), words.grammar.institutions.PLAIN
    return [one for one in headings if one in sure or plain.fullmatch(text, one.name.start, one.name.end)], stop


def _names_end(words: Lexicon, text: str, begin: int, end: int) -> int:
    pattern = words.grammar.institutions.SAID
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
    return not words.matches("noise").search(name) and words.grammar.institutions.is_institution(words, name)
