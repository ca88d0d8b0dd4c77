"""Names as they are compared: one form for every width, script, case and spacing, and what stands in front for "ours"."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from graph.folders import bundled
from graph.identity import name_key

CHINESE = re.compile(r"[\u3400-\u9fff]")
APART = re.compile(r"[\W_]+")
# Letters that may spell a Chinese name: whole syllables, or initials, among which there is no i, u or v.
# What is read of a syllable is never given back: a long text that is none costs no more than its length.
SYLLABLES = re.compile(
    r"(?>(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(?:[iu]?[aeo](?:ng?|[iour])?|[iuv](?:ng?|[ae]n?|[ou])?))++"
)
LONGEST_SYLLABLE = 6  # letters: zhuang
INITIALS = re.compile(r"[a-hj-tw-z]{2,16}")
OURS_KEY = re.compile(r"(?:municipal|city|county|district|provincial)(?=..)")


def normal(text: str) -> str:
    """The form in which names are equal: NFKC, lower case, without blanks, punctuation and a leading article."""
    plain = unicodedata.normalize("NFKC", text).casefold().strip().removeprefix("the ")
    return APART.sub("", plain)


def without_accents(text: str) -> str:
    """Latin letters without their marks: Jīnhuá is Jinhua."""
    if text.isascii() or is_chinese(text):
        return text
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def is_chinese(text: str) -> bool:
    """Is there a Chinese character in it?"""
    return CHINESE.search(text) is not None


def plain_ours(key: str) -> Iterator[str]:
    """A normal form without the word for "ours" at its front, where it has one."""
    plain = OURS_KEY.sub("", key, count=1) if key.isascii() and OURS_KEY.match(key) else normal(name_key(key, []))
    if plain != key:
        yield plain


def keys_of(names: Iterable[str | None], fronts: Iterable[str] | None = None) -> list[str]:
    """The keys under which something of these names is found: each whole name, of bodies also without "ours" in front.

    `fronts` are the names of places that may stand there; None where the names are none of a body.
    """
    found: dict[str, None] = {}
    for name in filter(None, names):
        bare = name if fronts is None else name_key(name, fronts)
        found |= dict.fromkeys(filter(None, (normal(name), normal(bare))))
    return list(found)


@cache
def short_names() -> dict[str, list[str]]:
    """What a short form may stand for, by its normal form: data/short_names.json."""
    content = json.loads((bundled("data") / "short_names.json").read_text(encoding="utf-8"))
    known: dict[str, list[str]] = {}
    for language in ("zh", "en"):
        for whole, shorts in content[language].items():
            for short in shorts:
                known.setdefault(normal(short), []).append(normal(whole))
    return known


def expanded(key: str) -> Iterator[str]:
    """What a normal form may stand for where it is, begins with or ends with a short form of the data."""
    for short, wholes in short_names().items():
        for whole in wholes:
            if short == key or (is_chinese(short) and key.endswith(short)):
                yield key.removesuffix(short) + whole
            elif is_chinese(short) and key.startswith(short):
                yield whole + key.removeprefix(short)


def is_subsequence(short: str, whole: str) -> bool:
    """Are the characters of a short form in a whole name, in this order?"""
    rest = iter(whole)
    return all(one in rest for one in short)


def simplified(text: str) -> str | None:
    """The text in simplified characters; None where the extra `zh` is not installed."""
    converter = _converter()
    return None if converter is None else str(converter.convert(text))


@cache
def _converter():  # type: ignore[no-untyped-def]  # what an optional package gives
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    return OpenCC("t2s")


@cache
def has_pinyin() -> bool:
    """Is the package for pinyin installed?"""
    try:
        import pypinyin  # noqa: F401
    except ImportError:
        return False
    return True


def may_be_pinyin(key: str) -> bool:
    """Could these letters be the pinyin of a name, or its initials? Most English words could not."""
    return bool(SYLLABLES.fullmatch(key) or INITIALS.fullmatch(key))


def is_spelled(letters: str, name: str) -> bool:
    """Is a Chinese name spelled so in pinyin without tones, or are these the initials of its characters?"""
    from pypinyin import Style, lazy_pinyin

    if len(letters) == len(name):
        return letters == "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return len(name) < len(letters) <= LONGEST_SYLLABLE * len(name) and letters == "".join(lazy_pinyin(name))
