"""Lists that an English sentence announces: "has four departments: …", "3 institutions, namely …", "consists of …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.proof import Span
from loaders.extract.document.numbering import value_of
from loaders.extract.document.text import trimmed, with_depth
from loaders.extract.en import verbs
from loaders.extract.en.counting import (
    INSIDE,
    MODIFIERS,
    NUMBER,
    OF_LEVEL,
    UNIT_NOUN,
    added_up,
    counts_in,
    ones_in_front,
    what_of,
)
from loaders.extract.en.names import CAPITALS, NEXT_NAME, RUN_ON, UNION, is_plural
from loaders.extract.en.shared_words import all_listed, shared_words
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, heading_at, is_name, listed, without_brackets
from loaders.extract.outline.institution_names import BUREAU

# Number, what is counted, and the names behind a colon or "namely"; "are" links only what stands next to it.
FRONT = rf"\b(?P<number>{NUMBER})\s+(?P<what>{MODIFIERS}{UNIT_NOUN})\b"
SINGLE = re.compile(
    r"\b(?:an? |sets? up )(?P<what>(?:[\w,-]{1,30} ){0,11}?(?:sub-?agency|agency|institution|branch|agencies|institutions|branches)):\s+"
    r"(?P<names>[^;:]{4,900})",
    re.IGNORECASE,
)
# Translators leave out the stop in front of "It is".
NAMELY = (
    r"(?::|\s{0,3}(?-i:\bIt is|\bThey are)|"
    r"\s{0,3}\b(?:namely|that is|i[. ] ?e\b[. ]?|including|such as|respectively|(?<!of )which are|they are)[,:]?(?: respectively)?[,:]?)"
)
COUNTED = re.compile(
    rf"{FRONT}(?:\s{{0,3}}\([^()]{{0,40}}\))?(?:(?P<between>[^.;:]{{0,110}}?){NAMELY}|,?\s+(?:are|is)(?: respectively)?[,:]?)(?:\s+|(?<=:))"
    r"(?!(?:dispatched|affiliated|subordinate|managed|led|located|set|directly|under)\b)(?P<names>[^;]{4,1200})",
    re.IGNORECASE,
)
BRACKETED = re.compile(rf"{FRONT}\s{{0,3}}\((?P<names>[^()]{{4,400}})\)", re.IGNORECASE)
# "There are 8 departments under the …": the names, where there are as many of them.
COUNTED_UNDER = re.compile(
    rf"{FRONT}(?:\s{{0,3}}\([^()]{{0,40}}\))?\s+under\s+(?!its\b|their\b)(?P<names>[^;:.]{{4,1200}})", re.IGNORECASE
)
# In a bracket behind a unit.
BELOW = re.compile(r"\s{0,3}(?:under(?: it)?|with|has|sets up),?\s+(?:the\s+)?(?P<names>[^;:]{4,400})", re.IGNORECASE)
COMPOSED = re.compile(
    r"\b(?:consists? of|composed of|consisting of|comprises|comprising|made up of|divided into|structure [^.;:]{0,80}? includes?)\s+(?P<names>[^;:]{4,1200})",
    re.IGNORECASE,
)
FIRST_COUNTED = re.compile(rf"{NUMBER}\s+{MODIFIERS}{UNIT_NOUN}(?:,? (?:and|as well(?: as)?)|,)\s+", re.IGNORECASE)
# "With A, B and C under it": where the first and the last are names, the others are.
WITH_UNDER = re.compile(
    r"\bwith (?P<names>(?:(?!\bwith\b)[^.;:]){4,300}?) (?:under|below|affiliated to|subordinate to) it(?=[.;,]|$)",
    re.IGNORECASE,
)
# "The internal departments of the bureau are: …", "sets up the following sections: …".
WHOSE = r"(?: (?:directly )?(?:under|of|set up (?:by|in)|affiliated (?:to|with)|attached to|belonging to|subordinate to|in|within)(?: [\w'’-]{1,40}){1,9}?)"
LISTED = re.compile(
    r"\b(?P<what>(?:(?:the|its|following|internal|functional|affiliated|subordinate|dispatched|directly|public|second-level|working|"
    r"administrative|inner) )+"
    rf"(?:[\w-]+ ){{0,3}}?{UNIT_NOUN}{WHOSE}?|{UNIT_NOUN}{WHOSE})"
    r"(?::| set up:| (?:are|is) (?:set up|affiliated|subordinate|attached|dispatched|under)\b[^.;:]{0,40}:|"
    r",? (?:mainly |generally |usually )?(?:are|include[sd]?|including|consist of|comprise|refer to|namely|such as)"
    r"(?: (?:as follows|respectively|mainly))?:?)\s+(?P<names>[^;:]{4,1200})",
    re.IGNORECASE,
)
# "Under its auspices are the X, the Y and the Z": what each is its own last word says.
BELOW_IT = re.compile(
    r"(?:^|(?<=[.;,:] ))(?:(?:directly )?(?:under|below|subordinate to|affiliated to|inside|within) (?:it|us|(?:its|the|this|our) [\w'’ ]{3,60}?)) "
    r"(?:there )?(?:are|is)(?: (?:also|now|currently|mainly))? (?P<names>[^;:]{8,1200})",
    re.IGNORECASE,
)
# The sentence behind the one that counts them.
THEY = re.compile(r"\s{0,3}(?:(?:They|These|Those) are|Including|Namely|Respectively):? (?P<names>[^;:]{8,1200})")
# Units that no word introduces: "The bureau has an office, a personnel section and a finance section."
HAS_UNITS = re.compile(
    r"\b(?:has|have|sets up|set up|established|establishes|includes?|there are)\s+(?:an? |the )?(?P<names>[^;:]{20,1200})",
    re.IGNORECASE,
)
# What stands behind their names; a list that says there what its names are needs no other word.
CLOSING = re.compile(
    rf"(?:,| and|, and|,? as well as) (?:some )?(?:{NUMBER} )?other (?:{NUMBER} )?(?P<what>(?:[\w-]+ ){{0,3}}?{UNIT_NOUN})\b",
    re.IGNORECASE,
)
BEHIND = re.compile(
    rf"{CLOSING.pattern}|,? with (?:the|an?) |,? (?:which|who|all of which)\b| (?:in|inside|within|under|below) (?:it|(?:the|this|our) \w+)$",
    re.IGNORECASE,
)
# Where such a list may begin.
OPENING = re.compile(
    r"\b(?:ha(?:s|ve)|includ(?:es?|ing)|are|namely|such as|sets? up|established|consists? of|composed of|as well as):?,? (?:an? |the )?",
    re.IGNORECASE,
)
# A clause without one of these announces no list.
HINT = re.compile(r":|\b(?:are|includ\w+|consists?|comprises?|refer to|namely|such as)\b", re.IGNORECASE)
# Bodies that one body leads: "has jurisdiction over A, B and C".
LEADS = re.compile(
    r"\b(?:ha(?:s|ve) jurisdiction over|exercises? leadership over|"
    r"governs?|is in charge of|manages|administers|leads|oversees)\s+(?:the )?(?P<names>[^;:]{20,1200})",
    re.IGNORECASE,
)
# "Repair office" is a name, although "repair" is a verb.
SHORT = re.compile(
    r"(?<!\w)(?:[A-Za-z]{1,30} ){1,2}(?:office|section|division|department|cent(?:er|re)|team|station)", re.IGNORECASE
)
# Names that stand apart from a body, whatever else is listed with them.
APART = re.compile(
    r"\b(?:cent(?:er|re)|institute|station|hospital|school|university|library|museum|college|press|magazine|newspaper|association|"
    r"society|company|house|theat(?:er|re)|troupe|hotel)(?:$| (?:of|for|on)\b)",
    re.IGNORECASE,
)
COMMA = re.compile(r",\s{1,9}")
ALONE = re.compile(r"[A-Z][\w'’-]*\s(?:\w|\()")
SEPARATOR = re.compile(rf",\s{{1,9}}and\s{{1,9}}|,\s{{1,9}}|,(?=[A-Za-z])|\s{{1,9}}and\s{{1,9}}|{RUN_ON}")
# What is left of the sentence that begins behind the last name.
NEXT_SENTENCE = re.compile(r"\s{1,9}(?:The|There (?:is|are)|It has)\s{0,9}$")
# What is said of all of them behind the last.
ALL = re.compile(
    r"(?:(?:all|both|each|most|some) (?:of )?)?(?:which|who|whose|whom|each|all|both|them)\b", re.IGNORECASE
)
BOTH = ("unit", "body")
KINDS = {"divisions": "division", "institutions": "institution", "branches": "branch"}


@dataclass(frozen=True)
class AnnouncedList:
    """The names of a list with the kind of units they are; `start` is where its announcement begins.

    `sure`: a word says that they are units inside.
    """

    kind: str
    names: list[Heading]
    start: int
    sure: bool = False


def announced_lists(
    words: Lexicon, line: int, text: str, start: int, end: int, bracket: bool = False, of_unit: bool = False
) -> Iterator[AnnouncedList]:
    """The lists of a clause, from left to right; each reaches to the announcement of the next.

    `bracket`: it stands in a bracket behind a unit; `of_unit`: it tells of a unit, where only numbers announce a list.
    """
    found = list(COUNTED.finditer(text, start, end))
    sums = list(added_up(text, start, end))
    for inside in (*BRACKETED.finditer(text, start, end), *COUNTED_UNDER.finditer(text, start, end)):
        number = _sum(sums, inside) or value_of(inside["number"])
        names = _names(words, line, text, *inside.span("names"), number)
        some = 1 < len(names) < (number or 0) and all(is_name(words, one.said(text), "unit", "body") for one in names)
        if len(names) == number or some:
            yield AnnouncedList(KINDS[what_of(inside["what"]) or "institutions"], names, inside.start())
    for one in SINGLE.finditer(text, start, end) if ":" in text[start:end] else ():
        names = listed(words, line, text, *one.span("names"))
        good = [name for name in names if is_name(words, name.said(text), "body")]
        sent = re.search(r"\b(?:sub-agency|dispatched|branch)", one["what"], re.IGNORECASE)
        yield AnnouncedList("branch" if sent else "institution", good, one.start())
    begin = start
    while (hit := COUNTED.search(text, begin, end)) is not None:
        following = COUNTED.search(text, hit.start("names"), end)
        stop = following.start() if following else end
        what = what_of(hit["what"], text[max(start, hit.start() - 30) : hit.start()], hit["between"] or "")
        kind = KINDS[what or "institutions"]
        number = _sum(sums, hit) or value_of(hit["number"])
        if cut := following and NEXT_SENTENCE.search(text, hit.start("names"), stop):
            stop = cut.start()
        names = _names(words, line, text, hit.start("names"), stop, number)
        if names:
            ones = ones_in_front(text, start, hit.start()) if kind == "division" else ()
            beside = [one for one in (heading_at(words, line, text, *span) for span in ones) if one]
            yield AnnouncedList(kind, [*beside, *names], hit.start(), bool(INSIDE.search(hit["what"])))
        begin = hit.start("names")
    yield from _under_it(words, line, text, start, end)
    if not found and not of_unit:
        yield from _without_number(words, line, text, start, end)
    composed = None if found else COMPOSED.search(text, start, end) or (bracket and BELOW.match(text, start, end))
    if composed:
        begin, stop = composed.span("names")
        # "Consists of 22 divisions, a Party committee and …": what is first is no name.
        first = FIRST_COUNTED.match(text, begin, stop)
        said = listed(words, line, text, first.end() if first else begin, stop)
        names = [one for one in said if not re.match(NUMBER, one.said(text))]
        units = [
            one
            for one in names
            if (is_name(words, name := one.said(text), "unit") or UNION.search(name)) and _may_be_name(text, one)
        ]
        if len(units) > 1 and len(units) * 4 > len(names) * 3:
            every = all(re.search(r"\bbranch\b", one.said(text), re.IGNORECASE) for one in units)
            yield AnnouncedList("branch" if every else "division", units, begin)


def _sum(sums: list[tuple[str | None, int, int, int]], hit: re.Match[str]) -> int | None:
    """What the numbers around one add up to: "three sections and two offices"."""
    return next((one for _, one, front, behind in sums if front <= hit.start() < behind), None)


def _under_it(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[AnnouncedList]:
    """The institutions of "with A, B and C under it"."""
    for found in WITH_UNDER.finditer(text, start, end):
        pieces = [
            heading_at(words, line, text, one.start, one.end)
            for one in _pieces(words, line, text, *found.span("names"))
        ]
        every = [one for one in pieces if one is not None and _may_be_name(text, one)]
        named = [is_name(words, one.said(text), "unit", "body") for one in every]
        if len(every) == len(pieces) and named and named[0] and named[-1]:
            yield AnnouncedList("institution", every, found.start())


def _without_number(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[AnnouncedList]:
    """Lists that a word for units announces, or "has" alone, with names that are all whole."""
    if "," in text[start:end] or " and " in text[start:end]:
        told = (one(words, line, text, start, end) for one in (_they, _below_it, _closed, _of_units, _had))
        yield from next((lists for lists in told if lists is not None), ())


def _they(words: Lexicon, line: int, text: str, start: int, end: int) -> list[AnnouncedList] | None:
    """ "They are: A, B and C" behind a sentence that counts them."""
    if not (hit := THEY.match(text, start, end)):
        return None
    before = max(counts_in(text, 0, start), key=lambda one: one[2], default=None)
    names = _all_good(words, line, text, *hit.span("names"))
    return [AnnouncedList(KINDS[before[0] or "institutions"], names, before[2])] if before and len(names) > 1 else []


def _below_it(words: Lexicon, line: int, text: str, start: int, end: int) -> list[AnnouncedList] | None:
    """ "Under it are A, B and C": what each is its last word says."""
    if not (hit := BELOW_IT.search(text, start, end)):
        return None
    names = _all_good(words, line, text, *hit.span("names"))
    kinds = ("division", "institution") if len(names) > 1 else ()
    alike = {kind: [one for one in names if _stands_apart(text, one) == (kind == "institution")] for kind in kinds}
    return [AnnouncedList(kind, some, hit.start()) for kind, some in alike.items() if some]


def _closed(words: Lexicon, line: int, text: str, start: int, end: int) -> list[AnnouncedList] | None:
    """ "A, B, C and other departments": behind any of the words that may open a list, or at the beginning."""
    if not (closing := CLOSING.search(text, start, end)):
        return None
    begins = (*(one.end() for one in OPENING.finditer(text, start, closing.start())), start)
    every = (
        several
        for begin in begins
        for reading in (_all_good, _plurals)
        if (several := reading(words, line, text, begin, closing.start()))
    )
    if not (names := next((one for one in every if len(one) > 2), None)):
        return None
    bare = "institutions" if all(_stands_apart(text, one) for one in names) else "divisions"
    kind = KINDS[what_of(closing["what"]) or bare]
    return [AnnouncedList(kind, names, names[0].name.start, bool(INSIDE.search(closing["what"])))]


def _of_units(words: Lexicon, line: int, text: str, start: int, end: int) -> list[AnnouncedList] | None:
    """ "The internal departments of the bureau are: A, B and C"."""
    if not (HINT.search(text, start, end) and (hit := LISTED.search(text, start, end))):
        return None
    kind = KINDS[what_of(hit["what"]) or "institutions"]
    names = _all_good(words, line, text, *hit.span("names"))
    return [AnnouncedList(kind, names, hit.start(), bool(INSIDE.search(hit["what"])))] if len(names) > 1 else []


def _had(words: Lexicon, line: int, text: str, start: int, end: int) -> list[AnnouncedList]:
    """ "The bureau has A, B and C", "leads A and B"."""
    lists: list[AnnouncedList] = []
    for pattern, least in ((HAS_UNITS, 3), (LEADS, 2)):
        hit = pattern.search(text, start, end)
        behind = BEHIND.search(text, hit.start("names"), end) if hit else None
        stop = behind.start() if behind else end
        names = _all_good(words, line, text, hit.start("names"), min(stop, hit.end("names"))) if hit else []
        both = len(names) == 2 and all(_stands_alone(text, one) for one in names)
        # "Has A, B and C under it" is told of bodies of all sorts.
        if not hit or not (len(names) >= least or both) or (behind and behind[0].endswith(" it")):
            continue
        if pattern is LEADS:
            led = all(BUREAU.search(one.said(text)) for one in names)
            lists.append(AnnouncedList("bureau" if led else "institution", names, hit.start()))
            continue
        units = [one for one in names if is_name(words, one.said(text), "unit")]
        if len(units) * 2 > len(names):
            others = [one for one in names if one not in units]
            lists.append(AnnouncedList("division", units, hit.start()))
            lists += [AnnouncedList("institution", others, hit.start())] if others else []
    return lists


def _stands_apart(text: str, heading: Heading) -> bool:
    return APART.search(heading.said(text)) is not None


def _all_good(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Heading]:
    """The names of a list where no more than the last piece is none; else none."""
    names = all_listed(words, line, text, start, end)
    every = [
        (text[(one.tail or one.name).start : one.name.end if one.tail is None else one.tail.end], one) for one in names
    ]
    known = [
        name
        for name, _ in every
        if is_name(words, name, *BOTH) or words.ends(name.removesuffix("s"), "unit") or UNION.search(name)
    ]
    if len(known) > len(every) // 2 and len(every) > 2:
        known += [name for name, _ in every if CAPITALS.fullmatch(name)]
    good = [one for name, one in every if name in known and _may_be_name(text, one) and not verbs.SPEAKS.search(name)]
    return good if len(good) + 1 >= len(names) else []


def _plurals(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Heading]:
    """The names of a list in which all are plurals, as translators print what has none: "offices, finance offices, …"."""
    cuts = [(start, start), *(found.span() for found in COMMA.finditer(text, start, end)), (end, end)]
    every = [heading_at(words, line, text, left[1], right[0]) for left, right in pairwise(cuts)]
    names = [one for one in every if one and is_plural(words, one.said(text)) and _may_be_name(text, one)]
    return names if len(names) == len(every) else []


def names_alone(words: Lexicon, line: int, text: str, start: int, end: int) -> list[Heading]:
    """The names of a sentence that is nothing but a list of at least four; else none."""
    names = listed(words, line, text, start, end)
    good = [one for one in names if is_name(words, one.said(text), "unit", "body") and _may_be_name(text, one)]
    return good if len(good) > 3 and len(good) * 4 > len(names) * 3 else []


def goes_on(words: Lexicon, text: str, clause: Span) -> bool:
    """Whether a clause behind ";" is one name more of the list in front of it."""
    name = text[clause.start : clause.end]
    whole = text[: clause.start].rstrip().endswith(";") and not re.search(r"[,:]", re.sub(r"\([^()]*\)", "", name))
    alone = re.sub(r"\([^()]*\)|^(?:and )?(?:the )?", "", name).strip(" .")
    return (
        whole
        and len(alone.split()) in range(2, 13)
        and is_name(words, alone, "unit", "body")
        and not verbs.no_name().match(alone)
    )


def _names(words: Lexicon, line: int, text: str, start: int, end: int, number: int | None) -> list[Heading]:
    """The names of a list: as many as are announced, whatever their last words; else those that end as names do."""
    if shared_words(text, start, end):
        return all_listed(words, line, text, start, end)
    pieces, joined = (_pieces(words, line, text, start, end, separates) for separates in (True, False))
    whole = listed(words, line, text, start, end)
    divided = [one for piece in pieces for one in listed(words, line, text, piece.start, piece.end)]
    # As many as are announced: "and" stands between two names, or inside the last one.
    for each in ([heading_at(words, line, text, one.start, one.end) for one in spans] for spans in (pieces, joined)):
        if len(each) == number and all(one and _may_be_name(text, one) for one in each):
            return [one for one in each if one]
    for names in (whole, divided):
        if len(names) == number and all(_may_be_name(text, one) for one in names):
            return names
    every = [one for one in divided if _may_be_name(text, one)]
    if len(every) > 3 and all(_stands_alone(text, one) for one in divided):
        return every
    good = [one for one in whole if is_name(words, name := one.said(text), *BOTH) or is_plural(words, name)]
    return [one for one in good if _may_be_name(text, one)] if len(good) * 2 > len(whole) else []


def _stands_alone(text: str, heading: Heading) -> bool:
    """Whether a piece between commas is more than one word and in capitals: no part of a name with commas."""
    return bool(ALONE.match(text, heading.name.start, heading.name.end))


def _may_be_name(text: str, heading: Heading) -> bool:
    name = heading.said(text)
    return (
        len(name.split()) <= 14
        and not (verbs.no_name().match(name) and not SHORT.fullmatch(name))
        and not re.match(rf"\d|(?:{NUMBER}|other|with|in|of|for|total)\b", name)
    )


def _last_begins(text: str, plain: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Behind which "and" the last name begins: one like "Department of", else the last."""
    return next((cut for cut in reversed(plain) if NEXT_NAME.match(text, cut[1])), plain[-1] if plain else None)


def _whole(words: Lexicon, left: str) -> bool:
    """Whether a name that may stand in front of the last one of a list ends here."""
    return any(words.ends(without_brackets(left), kind) for kind in ("body", "unit"))


def _pieces(words: Lexicon, line: int, text: str, start: int, end: int, and_separates: bool = True) -> list[Span]:
    cuts = [
        found.span() for found, depth in with_depth(text, start, SEPARATOR.finditer(text, start, end)) if depth == 0
    ]
    # Only one "and" without a comma separates: the one behind a whole name, else the last.
    plain = [cut for cut in cuts if text[cut[0] : cut[1]].strip() == "and"]
    whole = (cut for cut in plain if _whole(words, text[start : cut[0]]))
    between = next(whole, _last_begins(text, plain)) if and_separates else None
    kept = [(start, start), *(cut for cut in cuts if cut not in plain or cut == between), (end, end)]
    ranked = ((OF_LEVEL.match(text, left[1], right[0]), left[1], right[0]) for left, right in pairwise(kept))
    spans = [trimmed(line, text, level.end() if level else begin, stop, " .,") for level, begin, stop in ranked]
    return [span for span in spans if span and not ALL.match(text, span.start)]
