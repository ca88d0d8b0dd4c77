"""The word list by which documents are read, and the patterns composed of it."""

import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any

import yaml

from graph.folders import bundled
from loaders.extract.document.text import EVEN
from loaders.extract.grammar import Language, grammar

# No word at the end of a name is longer.
# The name of a field in Chinese behind the English one.
GLOSS = r"(?:(?<=[A-Za-z.])\s?[\u4e00-\u9fff]{1,8})?"
LONGEST_WORD = 60
SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def alternation(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _even(words: Any) -> Any:
    """The words as they stand in lines that were made even."""
    if isinstance(words, dict):
        return {_even(key): _even(value) for key, value in words.items()}
    if isinstance(words, list):
        return [_even(word) for word in words]
    return words.translate(EVEN) if isinstance(words, str) else words


class Lexicon:
    """The words of one language, from data/words/general.yaml."""

    def __init__(self, language: Language, words: dict[str, Any]) -> None:
        self.language: Language = language
        self.grammar = grammar(language)
        self.words: dict[str, Any] = _even(words)

    @cache  # noqa: B019  the two lexicons live as long as the program
    def matches(self, kind: str) -> re.Pattern[str]:
        """A pattern for any word of a kind; English words whole and in any letter case."""
        return self.whole(alternation(self.words[kind]))

    def whole(self, words: str) -> re.Pattern[str]:
        """A pattern for alternatives that are whole words of the language."""
        bound = self.grammar.writing.BOUND
        return re.compile(f"{bound}(?:{words}){bound}", re.IGNORECASE)

    @cached_property
    def headings(self) -> list[tuple[str, re.Pattern[str]]]:
        """Kind of section and the pattern of its headings, in the order in which they are tried."""
        return [(kind, self.whole(alternation(words))) for kind, words in self.words["heading"].items()]

    @cached_property
    def fields(self) -> re.Pattern[str]:
        """A field of contacts, its name in group 1, behind it a colon."""
        numbered = alternation(self.words.get("field_with_number", ())) or "(?!)"
        alone = rf"(?!(?:{numbered})\s*:\s*(?![\d(+]))(?:{self._field_names})(?={GLOSS}\s*:)"
        others = [name for kind, names in self.words["field"].items() if kind != "head" for name in names]
        return re.compile(self.grammar.writing.field(alone, others), re.IGNORECASE)

    @cached_property
    def fields_anywhere(self) -> re.Pattern[str]:
        """The same anywhere in a line; before a number the colon may be missing."""
        return re.compile(rf"(?<![^\W\d])({self._field_names}){GLOSS}\s*(?::|(?=\d))", re.IGNORECASE)

    @cached_property
    def _field_names(self) -> str:
        names = [name for words in self.words["field"].values() for name in words]
        # Two characters are often set apart: 主 任, 电 话.
        apart = [r"\s{1,4}".join(name) for name in names if len(name) == 2 and not name.isascii()]
        return "|".join([alternation(names), *apart])

    @cached_property
    def columns(self) -> dict[str, frozenset[str]]:
        """Words above the columns of tables, without blanks and stops, by what stands below; `only`: that stand nowhere else."""
        return {
            kind: frozenset(re.sub(r"[\s.:]", "", word) for word in words)
            for kind, words in self.words["column"].items()
        }

    def field_of_column(self, column: str) -> tuple[str, str] | None:
        """The name and the kind of the field that stands below a word above a column; None where none does."""
        return self._fields_of_columns.get(column)

    @cached_property
    def _fields_of_columns(self) -> dict[str, tuple[str, str]]:
        return {name.replace(" ", ""): (name, kind) for kind, names in self.words["field"].items() for name in names}

    def field(self, name: str) -> str:
        """Which field a printed field name stands for."""
        fields: dict[str, list[str]] = self.words["field"]
        bare = self.grammar.writing.bare(name)
        return next(kind for kind, words in fields.items() if bare in words)

    @cached_property
    def _endings(self) -> dict[str, tuple[str, ...]]:
        """The words that are lists, by kind."""
        return {kind: tuple(words) for kind, words in self.words.items() if isinstance(words, list)}

    def ends(self, name: str, kind: str) -> bool:
        """Whether the name ends with a word of this kind."""
        return self.grammar.writing.ends(name[-LONGEST_WORD:].lower().rstrip(), self._endings[kind])


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language."""
    content = yaml.load((bundled("data") / "words" / "general.yaml").read_text(encoding="utf-8"), SafeLoader)  # noqa: S506
    return Lexicon(language, content[language])
