"""Second names in machine-translated English: signs in all the words for 加挂牌子, other names, former and short names."""

import re

from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import is_name
from loaders.extract.rules.rule import Rule
from loaders.extract.rules.stretch import Stretch

# What its rules find is a list of names.
SPLIT = True
PARTS = {
    "FRONT": r"(?:(?:the|a|an|its|two|three|both|following|external|additional|second|other)\s+){0,3}",
    "PASSIVE": r"(?:(?:is|are|was|were|has been|have been|shall be)\s+)?(?:also\s+)?(?<!no longer )(?<!not )(?P<verb>{passive})\b",
    "REST": r"(?P<names>[^.;()]{2,110})",
    "OTHER": r"(?:additional|second|other|external)",
}
RULES = (
    Rule(
        "en.sign.hung", "sign",
        r"\b(?P<verb>{sign_verb})\s+{FRONT}{sign_noun}(?:\s+name)?\s*(?:\b(?:of|for|as)\s|:\s|,?\s?(?=[\"“]))\s*(?P<names>[^.:;()]{2,170})",
        unless=r"(?:no longer|not)\s{1,9}(?:be )?", hint="{sign_noun}",
        finds={
            "hangs the sign of the Municipal Archives Bureau": ("Municipal Archives Bureau",),
            "adding the brands of Talent Office, Training Office": ("Talent Office", "Training Office"),
        },
        leaves=("no longer hangs the sign of the Municipal Archives Bureau", "the sign of the times"),
    ),
    Rule(
        "en.sign.name-kept", "sign", r"\b(?P<verb>{kept_verb})\s+{FRONT}names?\s+of\s+(?P<names>[^.:;()]{2,130})",
        unless=r"(?:no longer|not)\s{1,9}", hint="name",
        finds={"retains the name of the Municipal Archives Bureau": ("Municipal Archives Bureau",)},
        leaves=("not retaining the name of the Municipal Archives Bureau",),
    ),
    Rule(
        "en.sign.listed", "sign", r"\b(?P<verb>listed)(?: externally)? as\s+(?P<names>[^.:;()]{2,130})", hint="listed",
        finds={"listed externally as the Talent Office": ("Talent Office",)}, leaves=("listed in the plan",),
    ),
    Rule(
        "en.sign.of-hung", "sign", r"\b{sign_noun}\s+of\s+(?P<names>[^.:;()]{2,130}?)\s+{PASSIVE}", hint="{sign_noun}",
        finds={"the sign of the Talent Office is hung": ("Talent Office",)}, leaves=("the sign of the Talent Office is no longer hung",),
    ),
    Rule(
        "en.sign.noun-last", "sign",
        r"\b(?P<verb>{bare_verb})\s+(?P<names>[^.;(),]{2,90}?)\s+{sign_noun}(?=\s*(?:[.;),]|$|at\b|on\b|and\b|externally\b))", hint="{sign_noun}",
        unless=r"(?:no longer|not)\s{1,9}(?:be )?",
        finds={"hangs the Talent Office sign": ("Talent Office",)}, leaves=("not hanging the Talent Office sign",),
    ),
    Rule(
        "en.sign.is-hung", "sign", r"(?:with |the |and )?(?P<names>(?=\S)[^.;:(),]{4,90}?)\s{1,3}{sign_noun}\s{1,3}{PASSIVE}", hint="{sign_noun}",
        finds={"the Talent Office brand is retained": ("Talent Office",)}, leaves=("the Talent Office brand is not retained",),
    ),
    Rule(
        "en.sign.label", "sign",
        r"(?:the )?{sign_noun}(?: names)?(?: externally)?(?: (?P<verb>{kept_verb}|{passive}))?(?: externally)?:\s{1,3}(?P<names>[^.:;()]{4,170})",
        fits="start", hint="{sign_noun}", where=("sentence",),
        finds={"Signs kept: Talent Office, Training Office": ("Talent Office", "Training Office"), "Brand: Talent Office": ("Talent Office",)},
        leaves=("Signs of the Talent Office",),
    ),
    Rule(
        "en.sign.inside", "sign", r"(?:the )?(?:attached )?{sign_noun}(?: of|:)?\s{1,3}(?P<names>(?!of\b)[^.;()]{2,90})",
        where=("bracket",), fits="start", finds={"sign: Talent Office": ("Talent Office",)}, leaves=("office sign",),
    ),
    Rule(
        "en.sign.bare", "sign", r"(?P<verb>{bare_verb})(?<!with)\s+(?:the\s+)?(?P<names>[^.;()]{4,90})", where=("bracket",), fits="start",
        finds={"plus the Talent Office": ("Talent Office",)}, leaves=("with the Talent Office",),
    ),
    Rule(
        "en.sign.at-end", "sign", r"(?:the )?(?P<names>(?=\S)[^.;(),]{4,90}?)\s{1,3}{sign_noun}$", where=("bracket",), fits="start",
        finds={"the Talent Office plaque": ("Talent Office",)}, leaves=("plaque of gold",),
    ),
    Rule(
        "en.sign.shared", "sign", r"\b(?:two|three|double) (?:{sign_noun}|names)[\"”]?,?"
        r"(?: (?:and )?(?:one|a|the same) (?:team|staff|set of \w+)[\"”]?,?)? (?:together |jointly |shared )?"
        r"with (?:the )?(?P<names>[^.:;()]{2,130})",
        hint="with", finds={"an institution with two brands together with the Talent Office": ("Talent Office",),
            "implements \"three brands, one team\" with the Talent Office": ("Talent Office",)},
        leaves=("two brands of talents",),
    ),
    Rule(
        "en.name.also", "second_name", r"{known_as}\s+{REST}", hint="{known_as}",
        finds={"also known as the Talent Office": ("Talent Office",), "uses the name of Talent Office": ("Talent Office",)},
        leaves=("known as a good place",),
    ),
    Rule(
        "en.name.borne", "second_name",
        r"(?:(?:{also}|and) (?:(?:bear|carr[yi]|us|tak|go|operat|work)(?:e?s|ing)?(?: by)?|"
        r"ha[sv](?:e|ing)?|in|under|with|by) the (?:{OTHER} )?names?(?: of)?|"
        r"{bears} the {OTHER} names?(?: of)?)\s+{REST}", hint="name",
        finds={"also bears the name of Talent Office": ("Talent Office",), "under the second name of Talent Office": ("Talent Office",)},
        leaves=("under the name of",),
    ),
    Rule(
        "en.name.serves", "second_name", r"{serves_as}(?= the (?:office|secretariat) (?:of|for))\s+{REST}", hint="as the",
        finds={"serves as the office of the Leading Group for Talents, a group": ("office of the Leading Group for Talents",)},
        leaves=("serves as the bridge",),
    ),
    Rule(
        "en.name.inside", "second_name",
        r"(?:which )?(?:bear(?:s|ing)?|carr(?:y|ies|ying)|us(?:es?|ing)|ha(?:s|ving)|with|under|in) the names? (?:of )?{REST}",
        where=("bracket",), fits="start", finds={"under the name of Talent Office": ("Talent Office",)}, leaves=("under the bureau",),
    ),
    Rule(
        "en.name.called", "second_name",
        r"(?:^|(?<=, ))(?:(?:externally|commonly|generally|usually) )?(?:called|named|known as) {REST}", where=("bracket",), hint="called named known_as",
        finds={"section level, called the Talent Office": ("Talent Office",)}, leaves=("formerly called the Talent Office",),
    ),
    Rule(
        "en.former.sure", "former_name", r"{formerly}\s+{REST}", hint="{formerly}",
        finds={"formerly known as the Talent Office": ("Talent Office",)}, leaves=("previously unknown",),
    ),
    Rule(
        "en.former.inside", "former_name", r"(?:originally|{original})\s+{REST}", where=("bracket",), fits="start",
        finds={"the former Talent Office": ("Talent Office",)}, leaves=("the Talent Office",),
    ),
    Rule(
        "en.short.sure", "short_name", r"(?<!also )referred to as (?P<names>[^.;()]{2,90})", hint="referred_to",
        unless=r"\b(?:merged|incorporated|integrated|changed|renamed|combined) [^.;]{0,110}",
        where=("sentence",), finds={"hereinafter referred to as the Talent Office": ("Talent Office",)}, leaves=("also referred to as the Talent Office",),
    ),
    Rule(
        "en.short.letters", "short_name", r"(?P<names>(?![IVX]+$)[A-Z]{2,9})$", where=("bracket",), fits="start",
        finds={"TSO": ("TSO",)}, leaves=("IV", "Talent Office"),
    ),
    Rule(
        "en.short.inside", "short_name", r"(?:(?:hereinafter|hereafter|herein),? )?(?:{short}|(?<=after )(?:called|known as|named)) "
        "(?P<names>[^.;()]{2,90})",
        where=("bracket",), fits="start", finds={"for short, the Talent Office": ("Talent Office",)}, leaves=("so the Talent Office",),
    ),
)  # fmt: skip
# A line above a list of signs of the body.
HEADING = (
    Rule(
        "en.sign.heading", "sign",
        r"(?:\(?\w{1,4}[).]{1,2}\s?)?(?:the )?(?P<names>{sign_noun})(?: names)? (?:externally |to be )?(?P<verb>{kept_verb}|{passive})"
        r"(?: externally| outside)?[:.]?",
        fits="whole", hint="{sign_noun}",
        finds={"Signs kept externally": ("Signs",), "(3) Brands retained:": ("Brands",)}, leaves=("Signs of the Talent Office",),
    ),
)  # fmt: skip
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
