"""What English brackets behind a name hold: second names, or what is said of the unit."""

import re

from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.rules.stretch import Stretch

# Brackets that hold no second names: parts of the unit, and whom it shares its rooms with.
ONLY_SAID = re.compile(
    r"(?:composed|consisting|consists?|made up) of|including|in charge|responsible|co-?located with|(?:work(?:s|ing) )?(?:together|jointly) with|"
    r"[^()]{4,140}? (?:is|are) (?:located|set up|attached|placed)\b|"
    r"(?:under(?: it)?|with|has|sets up),? (?:the )?(?!brand|sign|name|plate|licen)",
    re.IGNORECASE,
)
# The Chinese name in front of anything else that a bracket says.
OTHER_LANGUAGE = re.compile(
    r"(?:(?:in |simplified )?Chinese(?: name)?\s?:?\s?)?(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff、·()]{1,70}?)\s{0,9}(?=$|[,;])[,;\s]{0,9}",
    re.IGNORECASE,
)
# How a bracket begins that says something and is no name; ranks.
SENTENCE = re.compile(r"(?:also|which|who|with|under|in|by|bearing|concurrently|externally|and)\s", re.IGNORECASE)
RANK = re.compile(
    r"(?:deputy|vice|full|main|chief|regular)[ -](?:division|section|department|county|bureau)s?", re.IGNORECASE
)


def may_be(words: Lexicon, name: str) -> bool:
    """A second name ends, or begins, as names do."""
    return is_name(words, name, "unit", "body")


def second_names(words: Lexicon, inner: str, pieces: list[Stretch]) -> list[Stretch]:
    """The names among the pieces; none where one of them is a remark."""
    if words.matches("remark").search(inner):
        return []
    named = [piece for piece in pieces if is_name(words, str(piece), "unit", "body")]
    return [piece for piece in named if not (RANK.fullmatch(str(piece)) or SENTENCE.match(str(piece)))]
