"""What the surroundings of an English name say of it: □ stands for the name, № for a number, ▲ for one of the first lines, ⏎ for the next line."""

from loaders.extract.rules.rule import Rule

LABEL: str = (
    r"(?:department profile|(?:organi[sz]ation|institution|unit|department) name|"
    r"name of (?:the )?(?:organi[sz]ation|institution|unit|department))\s?:"
)
PARTS = {
    "HEAD": r"^▲?№?[^\w№]{0,4}(?:the |this )?",
    "BRACKET": r"(?:\s?\([^()]{0,120}\)|\s?[\u4e00-\u9fff]{2,30})?",
    "END": r"\s{0,3}[.:;]?\s{0,3}(?:⏎|$)",
    "LABEL": LABEL,
    "SETS_OUT": r"(?:according to|in accordance with|in \d{4}|after|based on|since|as an?)\b[^.;]{0,160},\s?(?:the )?",
    "FOR_TITLE": r"(?:(?:[^.;!?▲]{0,110}\b)?{title_noun}\b[^.;!?]{0,40}?\b(?:of|in|to|for|under|does|do|has|have)|"
    r"(?:[^.;!?▲]{0,60}\W)?about)(?: the)? ",
    "A_BODY": r" ?(?:is|was) (?:a|an|the|one of the) (?:[\w'’-]{1,20} ){0,5}?(?:"
    r"(?:government|working|constituent|functional|component) (?:department|agency|organ)|"
    r"(?:department|agency|organ|institution|office|administration|commission|ministry|bureau) "
    r"(?:directly )?(?:of|under|subordinate|in charge|responsible))\b",
    "DOES": r"(?:,[^,.;⏎]{3,80},)? ?(?:(?:is|was|are) (?:(?:"
    r"a|an|one of|the|in charge|responsible|located|set up|established|founded|under|directly|composed)\b)|"
    r"ha(?:s|ve)\b|consists\b|comprises\b|sets? up\b|falls\b|belongs\b|undertakes\b|shoulders\b|implements\b|includes\b|works under\b)",
}
ROLE = (
    Rule(
        "en.clue.label", "behind a label for the name", r"{LABEL}\s{0,3}(?:the )?(?P<names>□)", weight=5.0,
        finds={"▲Department Profile: □⏎": ("□",)}, leaves=("Person in charge of the department: □",),
    ),
    Rule(
        "en.clue.bracket", "inside a bracket", r"\([^()]{0,120}(?P<names>□)", weight=-3.0,
        finds={"1. Talent Section (Office of □)": ("□",)}, leaves=("□ (office)",),
    ),
    Rule(
        "en.clue.alone-first", "alone in one of the first lines", r"^▲[^\w№]{0,4}(?:the |this )?(?P<names>□){BRACKET}{END}", weight=5.0,
        finds={"▲□⏎1. Duties": ("□",)}, leaves=("▲№□⏎",),
    ),
    Rule(
        "en.clue.alone", "alone in its line", r"{HEAD}(?P<names>□){BRACKET}{END}", weight=2.0,
        finds={"№The □⏎": ("□",)}, leaves=("by □⏎",),
    ),
    Rule(
        "en.clue.asked", "asked about",
        r"(?:\b(?:what (?:does|do|is|are)|does|do|has)(?: the)?|{FOR_TITLE}(?:the )?) ?(?P<names>□)[^⏎.]{0,110}\?{END}", hint="?", weight=7.0,
        finds={"▲What does the □ do?⏎": ("□",)}, leaves=("□ does.",),
    ),
    Rule(
        "en.clue.title", "a title of its duties or units ends with it",
        r"^▲?№?{FOR_TITLE}(?:the )?(?P<names>□){BRACKET}(?:{END}| (?:is|are)(?: (?:as follows|to))?\b)", weight=4.0,
        unless=r"\b(?:is|are|was|were|has|have|shall|by)\b[^⏎]{0,60}",
        finds={"▲Main functions of the □⏎": ("□",)}, leaves=("Main functions of the □ and others⏎",),
    ),
    Rule(
        "en.clue.title-behind", "a title of its duties or units begins with it",
        r"^▲\W{0,3}(?:[^⏎.;]{0,60}\W)?(?P<names>□){BRACKET}\s?(?:[-:|(]\s?)?(?:has |have |and (?:its )?|['’]s? )?(?:(?:in |for )?\d{4} )?"
        r"{title_noun}\b[^.;!?⏎]{0,60}{END}", weight=4.0,
        finds={"▲□ Main Responsibilities⏎": ("□",)}, leaves=("□ has departments",),
    ),
    Rule(
        "en.clue.body", "is told to be a department", r"(?:{HEAD}|{SETS_OUT})(?P<names>□){BRACKET}{A_BODY}", weight=4.0,
        finds={"▲The □ is a working department of the county government": ("□",)}, leaves=("the head of □ is a department",),
    ),
    Rule(
        "en.clue.short", "is shortened", r"(?P<names>□){BRACKET}?\s?\((?:hereinafter|hereafter|herein)\b", hint="hereinafter hereafter herein", weight=3.0,
        finds={"by which the □ (hereinafter the Bureau) is set up": ("□",)}, leaves=("□ (office)",),
    ),
    Rule(
        "en.clue.told", "a sentence that begins with it", r"(?:{HEAD}|{SETS_OUT})(?P<names>□){BRACKET}{DOES}", weight=3.0,
        finds={"№The □ has six sections": ("□",)}, leaves=("with the □ has",),
    ),
    Rule(
        "en.clue.head", "at the head of its line", r"(?:{HEAD}|{SETS_OUT})(?P<names>□)", weight=1.0,
        finds={"▲□ works": ("□",)}, leaves=("by □",),
    ),
    Rule(
        "en.clue.listed", "one of a list", r",[^⏎]{0,60}(?:,|\band)\s(?:the )?(?P<names>□){BRACKET}(?:,| and)", weight=-4.0,
        finds={"with the planning, water, □ and others": ("□",)}, leaves=("□, a",),
    ),
    Rule(
        "en.clue.other", "another beside or above it",
        r"\b(?:by|under|from|to|with|and|or|of|for|as|other|assigned|both|such as|including|at|in)(?: the)? (?P<names>□)", weight=-1.0,
        finds={"work with the □": ("□",)}, leaves=("□",),
    ),
    Rule(
        "en.clue.told-inside", "a verb behind it inside a sentence", r"(?P<names>□){BRACKET}(?:{A_BODY}|{DOES})", weight=1.5,
        finds={"Now the □ has six sections": ("□",)}, leaves=("□ now",),
    ),
    Rule(
        "en.clue.inside", "inside a sentence", "(?P<names>□)", weight=-0.5,
        finds={"Now □ works": ("□",)}, leaves=(),
    ),
)  # fmt: skip
PLACE = (
    Rule(
        "en.clue.first", "told of in one of the first lines", r"^▲\W{0,4}(?:(?:the |this )?|{SETS_OUT})(?P<names>□){BRACKET}(?:{A_BODY}|{DOES})", weight=1.5,
        finds={"▲The □ has six sections": ("□",)}, leaves=("▲by the □",),
    ),
    Rule(
        "en.clue.numbered", "an item of a list", r"^▲?№(?:the )?(?P<names>□)(?!\s?\((?:hereinafter|hereafter|herein)\b)", weight=-3.0,
        finds={"№□": ("□",)}, leaves=("□", "№The □ (hereinafter the center)"),
    ),
)  # fmt: skip
BELOW = (
    Rule(
        "en.clue.above", "alone above a text that calls it so",
        r"{HEAD}(?P<names>□){BRACKET}{END}(?:It (?:is|has|was|consists|comprises|sets)|(?:The )?■ (?:is (?:the|an?)|has|consists|comprises))\b", weight=2.0,
        finds={"▲□⏎It has two sections": ("□",)}, leaves=("▲□⏎The office",),
    ),
    Rule(
        "en.clue.chapter", "alone above a sentence that tells of something",
        r"{HEAD}(?P<names>□){BRACKET}{END}(?-i:[A-Z])[^.;:⏎]{2,80}? (?:is|has|was|works|consists)\b", weight=0.25,
        finds={"№□⏎Tea Center of Jinhua was established in 1984.": ("□",)}, leaves=("№□⏎Tea Center",),
    ),
    Rule(
        "en.clue.organs", "a numbered line above what lists its units",
        r"^▲?№[^\w№]{0,4}(?:the )?(?P<names>□){BRACKET}{END}(?:the )?(?:internal|functional) "
        r"(?:organs|institutions|departments|organi[sz]ations?|structure)\b[^⏎]{0,9}:",
        weight=4.0, finds={"№□⏎Internal organs: Office": ("□",)}, leaves=("□⏎Internal organs: Office", "№□⏎Internal affairs"),
    ),
)  # fmt: skip
