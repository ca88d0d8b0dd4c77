"""Words by what they mean, and patterns that name them: "{sign_verb}(?P<names>{NAME}…){sign_noun}"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from loaders.extract.grammar import Language

Words = Sequence[str] | Mapping[str, Sequence[str]]
NAMED = re.compile(r"\{([a-z_]+)\}")
PART = re.compile(r"\{([A-Z_]+)\}")
# No word of a list is longer.
LONGEST_WORD = 80


class Vocabulary:
    """The words of one language; a list by meaning (`hang: [挂, 悬挂]`) also says what each word means."""

    def __init__(self, words: Mapping[str, Words]) -> None:
        self.words = words
        self._known: dict[str, re.Pattern[str]] = {}

    def with_word(self, name: str, meaning: str, word: str) -> "Vocabulary":
        """The same with one word more."""
        known = self.words[name]
        more = {**known, meaning: [*known[meaning], word]} if isinstance(known, Mapping) else [*known, word]
        return Vocabulary({**self.words, name: more})

    def all(self, name: str) -> list[str]:
        """The words of a list, longest first; raises KeyError for a list that is not there."""
        known = self.words[name]
        words = [word for some in known.values() for word in some] if isinstance(known, Mapping) else known
        return sorted(words, key=lambda word: (-len(word), word))

    def meaning(self, name: str, word: str) -> str:
        """What a word of a list by meaning stands for; empty where it is none of them."""
        return self.meanings(name).get(word.lower() if len(word) <= LONGEST_WORD else "", "")

    @cache  # noqa: B019  there are as many vocabularies as languages
    def meanings(self, name: str) -> dict[str, str]:
        """Each word of a list by meaning with what it stands for; what two meanings have is of the first."""
        known = self.words[name]
        assert isinstance(known, Mapping)
        return {word: meaning for meaning, some in reversed(list(known.items())) for word in some}

    def compile(self, template: str, parts: Mapping[str, str]) -> re.Pattern[str]:
        """A pattern: {PARTS} are other templates, {lists} any of their words; blanks match one or more."""
        while PART.search(template):
            template = PART.sub(lambda found: parts[found[1]], template)
        return re.compile(NAMED.sub(lambda found: self._choice(found[1]), template), re.IGNORECASE)

    def pattern(self, template: str) -> re.Pattern[str]:
        """The pattern of a template without parts: made once, however often it is asked for."""
        if template not in self._known:
            self._known[template] = self.compile(template, {})
        return self._known[template]

    def literals(self, hint: str) -> tuple[str, ...]:
        """The words of a hint: "牌 {use}" is 牌 and every word of the list."""
        pieces = (
            self.all(piece[1:-1]) if NAMED.fullmatch(piece) else [piece.replace("_", " ")] for piece in hint.split()
        )
        return tuple(dict.fromkeys(word.lower() for some in pieces for word in some))

    def _choice(self, name: str) -> str:
        return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,9}") for word in self.all(name)) + ")"


@cache
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language, from its words.yaml."""
    text = (files(f"loaders.extract.{language}") / "words.yaml").read_text(encoding="utf-8")
    return Vocabulary(yaml.safe_load(text))
