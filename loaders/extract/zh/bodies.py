"""How Chinese documents name the bodies they are about."""

import re

from graph.proof import Span
from loaders.extract.document.text import Document
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.bodies import Body, body_of, first_mention, named_by
from loaders.extract.zh.body_names import END, GENERIC, LEVEL, UNPLACED, YEAR, is_unit, pattern
from loaders.extract.zh.body_names import NO_NAME as NO_NAME
from loaders.extract.zh.body_names import is_service as is_service
from loaders.extract.zh.farms import farms, zones
from loaders.extract.zh.former_names import former_names as former_names
from loaders.extract.zh.full_names import whole_name as whole_name
from loaders.extract.zh.listed_names import among_units as among_units
from loaders.extract.zh.short_names import core
from loaders.extract.zh.subjects import ISSUER, LABEL, SUBJECT, TOP, numbered, subject
from loaders.extract.zh.subjects import TITLE as TITLE

BEHIND = re.compile(END)
ABOUT = re.compile(rf"(?:[^,。;:《]{{0,40}}关于(?:印发|调整|同意|明确|核定|公开|公布|批复)?)?{YEAR}")
# In front of the name in the first sentence of a plan: by which decision the body is set up.
SET_UP = re.compile(r"\s{0,9}(?:根据|按照|依据|依照|经)[^。;]{2,160},(?:特|现|重新)?(?:设立|组建|成立|设置)")
DATE = re.compile(r"\s{0,40}(?:\d{4}|二[〇○0零][\u4e00-\u9fff〇○]{2})年")
# Below the name of a body that a document tells of among others.
OWN_TITLE = re.compile(r"^[^,。;]{0,6}(?:主要职责|主要职能|职责|职能|内设机构|内设科室|机构设置|单位职责)")
TITLED = re.compile(r"(?:的)?(?:主要|工作)?(?:职责|职能)$|(?:的)?内设(?:机构|科室)$")
# Bodies of one zone have its name in front, of at least so many characters.
SHARED = 5
# A history begins with what set the body up or what it was before; a name alone behind a number is no longer than this.
HISTORY = re.compile(r"\d{4}年.{0,60}(?:[成建设]立|组建|恢复|改称|改为|更名)")
LONGEST_HEADING = 30
NUMBERED = r"\s{0,9}(?:\(?[一二三四五六七八九十\d]{1,3}\)?[、.,]?\s{0,3})"


def find(document: Document, words: Lexicon, places: tuple[str, ...]) -> list[Body]:
    """Those with the name of the place; each below its name in a list; the one that sentences are about; a farm."""
    named = named_by(document, words, pattern(places))
    spoken = _beside(document, words, subject(document, words, UNPLACED))
    own = [Body(zone, "bureau") for zone in zones(document, places)]
    own += [Body(farm, "institution") for farm in farms(document)]
    if named and spoken and _titled_above(document, words, spoken[0].name, named):
        return [*spoken[:1], *named]
    return named or one_by_one(document, words) or spoken or own[:1] or _chapters(document, words)


def _titled_above(document: Document, words: Lexicon, name: str, named: list[Body]) -> bool:
    """Whether one of the first lines is the title of another body than those whose names hold that of the place."""
    if any(same_body(words, body.name, name) or core(body.name) == core(name) for body in named):
        return False
    for text in document.even[:TOP]:
        start = text.find(name)
        if start >= 0 and SUBJECT[0][0].match(text, start + len(name)):
            return True
        if any(body.name in text for body in named):
            return False
    return False


def one_by_one(document: Document, words: Lexicon) -> list[Body]:
    """The bodies of a Chinese document that tells of several, each below its name in a line with a number.

    What distinguishes them from a list of names: the line below tells of duties or units.
    """
    found: list[str] = []
    for index, _, heading in numbered(document):
        name = TITLED.sub("", heading)
        if (
            LEVEL.match(name)
            and (name != heading or OWN_TITLE.search(_below(document, index)))
            and UNPLACED.fullmatch(name)
            and not is_unit(name)
        ):
            found.append(name)
    names = list(dict.fromkeys(found))
    return [body_of(words, name) for name in names] if len(names) > 1 else []


def _chapters(document: Document, words: Lexicon) -> list[Body]:
    """The bodies whose histories follow each other, each below its name alone behind a number of one style."""
    found: dict[str, list[str]] = {}
    for index, style, name in numbered(document):
        if len(name) <= LONGEST_HEADING:
            told = name not in GENERIC and UNPLACED.fullmatch(name) and HISTORY.search(_below(document, index))
            found.setdefault(style, []).append(name if told else "")
    chapters = (names for names in found.values() if all(names) and not all(map(is_unit, names)))
    names = list(dict.fromkeys(next(chapters, [])))
    return [body_of(words, name) for name in names] if len(names) > 1 else []


def _beside(document: Document, words: Lexicon, found: list[Body]) -> list[Body]:
    """The body found, and others that begin as its name does and stand alone above duties or units of their own."""
    if not found:
        return found
    front = found[0].name[:SHARED]
    names = [
        name
        for index, text in enumerate(document.even)
        if (name := text.strip(" :。")).startswith(front)
        and UNPLACED.fullmatch(name)
        and OWN_TITLE.search(re.sub(rf"^{NUMBERED}", "", _below(document, index)))
    ]
    return [*found, *(body_of(words, name) for name in dict.fromkeys(names) if name != found[0].name)]


def _below(document: Document, index: int) -> str:
    """The first of the three lines below one that has words."""
    return next((line for line in document.even[index + 1 : index + 4] if line.strip()), "")


def told_of(document: Document, words: Lexicon, known: list[Body]) -> list[Body]:
    """The body that a Chinese document without a heading of one speaks of most: with its place where it has one."""
    spoken = subject(document, words, UNPLACED)
    if not known or not spoken:
        return known[:1] or spoken
    name = spoken[0].name
    alike = (body for body in known if same_body(words, body.name, name) or core(body.name) == core(name))
    return [next(alike, spoken[0])]


def only_signs(document: Document, name: str) -> bool:
    """Whether a name stands at the beginning of lines only as a signature, with the date below it."""
    lines = document.even
    starts = [index for index, text in enumerate(lines) if text.strip().startswith(name)]
    return bool(starts) and all(
        lines[index].strip() == name and index + 1 < len(lines) and DATE.match(lines[index + 1]) for index in starts
    )


def only_issues(document: Document, name: str) -> bool:
    """Whether a body signs documents about others, and no title in the first lines is about it."""
    title = re.compile(rf"{re.escape(name)}(?:\([^()]{{2,30}}\))?{TITLE}")
    return bool(ISSUER.search(name)) and not any(title.search(text) for text in document.even[:TOP])


def leads(front: str) -> bool:
    """Whether what stands in front of a name leaves it at the head of its line: a label, "notice about", what sets it up."""
    return bool(LABEL.search(front) or ABOUT.fullmatch(front) or SET_UP.fullmatch(front))


def spoken_of(document: Document, words: Lexicon, known: list[Body]) -> tuple[Body, Span] | None:
    """The body that a document without a heading of one speaks of most, and where first."""
    named = told_of(document, words, known)
    span = first_mention(document, named[0].name) if named else None
    return (named[0], span) if span else None
