"""Names of institutions and branches at the beginning of English lines."""

import re

from loaders.extract.en import verbs
from loaders.extract.en.units import VERB_FIRST
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name

SAID = re.compile(
    r",? etc\b|,\s\d|,\s(?:[\w-]{1,12}[ -]){1,3}level\b|,\s(?:an?|which|each|with|plus|hanging|adding|also)\b|"
    r"\s(?:is|are|was|were|also|belongs?|shall|has|have|handles?|hangs?|under the)\b|:|\.(?=\s|$)|;(?!\s*(?:the )?[A-Z])"
)
# A name has so many words at most.
LONGEST = 16


def is_one(words: Lexicon, name: str) -> bool:
    """By its first or last word; no verb in front."""
    return (
        len(name.split()) <= LONGEST
        and is_name(words, name, "body")
        and not (VERB_FIRST.match(name) or verbs.SPEAKS.search(name))
    )
