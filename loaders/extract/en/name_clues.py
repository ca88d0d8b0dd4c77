"""What the form of an English name says of it: ◇ stands for the name of the document's place."""

from loaders.extract.rules.rule import Rule

PARTS = {
    "LEVEL": "(?:municipal|county|district|provincial|national|state|china|supreme)",
    "LAST": r"(?=$|\s?\(| (?:of|for|on|under|and)\b)",
}
PLACED = (
    Rule(
        "en.clue.placed", "has the place of the document", "(?P<names>◇)", weight=2.0,
        finds={"◇ Civil Affairs Bureau": ("◇",)}, leaves=("Civil Affairs Bureau",),
    ),
)  # fmt: skip
LEVEL = (
    Rule(
        "en.clue.level", "has the level of a government", r"^.*?\b(?P<names>{LEVEL})\b", weight=1.0,
        finds={"Provincial Water Bureau": ("Provincial",)}, leaves=("Water Bureau",),
    ),
)  # fmt: skip
KIND = (
    Rule(
        "en.clue.noun", "has the noun of a bureau", r"^.*?\b(?P<names>{body_noun}){LAST}", weight=1.0,
        finds={"Water Bureau": ("Bureau",)}, leaves=("Water Station", "Port Administration Office"),
    ),
    Rule(
        "en.clue.bare", "has neither place nor level nor the noun of a bureau",
        r"^(?!.*(?:◇|\b{LEVEL}\b|\b{body_noun}{LAST}))(?P<names>.*(?-i:[a-z]).*)$", weight=-3.5,
        finds={"Water Station": ("Water Station",)}, leaves=("◇ Water Station",),
    ),
    Rule(
        "en.clue.service", "ends as institutions do", r"\b(?P<names>{service_noun})$", weight=-2.0,
        finds={"◇ Grain Station": ("Station",)}, leaves=("◇ Station Road Administration",),
    ),
)  # fmt: skip
ABOVE = (
    Rule(
        "en.clue.government", "a government, the Party or a coordinating body",
        r"(?P<names>\bGovernment(?:$| of\b)|\bCPC\b|\bParty Committee$|\bgroup\b|^State Council|"
        r"^General Office of the State Council|\w+th National People['’]s Congress)", weight=-3.0,
        finds={"◇ Municipal Government": ("Government",)}, leaves=("◇ Government Affairs Bureau",),
    ),
)  # fmt: skip
