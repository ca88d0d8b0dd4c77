"""What is left of a sentence of which facts took other parts: a name there, or a number of units, may be lost."""

import re
from collections.abc import Iterable, Iterator

from graph.proof import Span
from loaders.extract.alarms import COUNT, ENGLISH_BETWEEN, ENGLISH_COUNT, FORMS, LABELLED, NO_NAME, Known
from loaders.extract.bodies import NO_BEGINNING
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import value_of

# The last characters of a unit or an institution; of words that end alike, the names of none.
LAST = (
    r"[科股室庭圃]|(?<![好各用查惩判相多本出之此])处|(?<!公)[队馆厂]|中心|(?<![车网])站|(?<![场住])所|(?<![格布结])局|"
    rf"(?<![法])院|学校|小学|中学|公司|[农林牧分茶]场|工会|团委|{FORMS}"
)
NAME = re.compile(rf"[\u4e00-\u9fff]{{1,24}}(?:{LAST})")
# So ends the name of whoever is told of, too.
BODY = re.compile("(?:局|院|公司|委员会|办公室|工会|团委)$")
SPLIT = re.compile(r"[、,:()\s\t/]+|(?<=[科处股室站所局队院馆司心圃场])(?:以及|[和及与])(?=[\u4e00-\u9fff]{2})")
# What stands in front of the first name of a list.
LEAD = re.compile(
    r"(?:和|及|以及|与)|\S{0,16}?(?:下设|内设|增设|设有|设立|设置|下辖|现有|还有|另有|包括|分别[为是]|直属|所属|下属|(?<![建计])设|派出|辖|有)"
)
NUMBERED = re.compile(
    rf"(?:设有?|下?辖|有|和|及|等|[、,]|^)(?P<number>{COUNT})(?:[个家所处座]|(?=[科股]))(?P<noun>[^\d,。;、:()的]{{0,8}}?(?:机构|单位|部门|科室|{LAST}))(?=$|[\d,。;、:()和及])"
)
NO_UNIT = re.compile(
    r"人民政府|[省市县区]委|乡镇|街道|村|居委|社区|地址|位于|负责|承担|主管|简称|实行|由|与|^(?:本|该|各|其|全|我|原|由|经|在|将|是)|同意|批准|成立|以来"
)
ENGLISH_SPLIT = re.compile(ENGLISH_BETWEEN.pattern + r"|\s(?:and|with|namely|including|has|have|as well as)\s")
ENGLISH_NAME = re.compile(
    r"(?:[Tt]he |[Aa]n? )?[A-Z][\w&'’-]*(?: (?:[A-Z][\w&'’-]*|of|for|the)){0,8} "
    r"(?:Office|Division|Section|Cent(?:er|re)|Station|Institute|Squadron|Detachment|Brigade|Museum|Library|Hospital|Union|Party Committee|Youth League)"
)
# The same without capitals: no more than an item between the commas of a list of which other items were taken.
ENGLISH_ITEM = re.compile(
    r"(?:the |an? )?(?!(?:its|their|this|that|each|other|relevant|all|these|to|in|of|for|by|with)\b)[a-z][\w&'’-]*(?: [\w&'’-]+){0,7}"
)
ITEM_ENDS = (
    "office",
    "division",
    "section",
    "center",
    "centre",
    "station",
    "institute",
    "squadron",
    "detachment",
    "brigade",
    "museum",
    "library",
    "department",
)
# Names that share their last word: "东湾、西桥2个管理所".
SHARED = re.compile(
    rf"(?P<names>(?<=[设辖置有])[\u4e00-\u9fff]{{1,4}}(?:[、和][\u4e00-\u9fff]{{1,4}}?)+)等?{COUNT}(?:[个所处座]|(?=[科股]))[^\d,。;、:()的]{{0,6}}?(?:{LAST}|所)(?=$|[,。;、:(])"
)
FURTHER = 16
# What is set up or had, as long as it is: of such a list no single name may be whole.
SET_UP = re.compile(
    rf"(?:[内下增]设|内置|[下直]辖(?!市|区)|分设|成立了?|(?<=[^直隶归])[局院校场社厅]属(?=[\u4e00-\u9fff]{{2,8}}[有:]))(?P<names>(?![^,。;:()]{{0,20}}于)[^,。;:()]{{2,60}}?(?:{LAST}|委员会|厂|队))(?=$|[\d,。;、:()])"
)
ENGLISH_NUMBERED = re.compile(
    rf"\b(?P<number>{ENGLISH_COUNT}) (?:\w+ )?(?:posts|sections|divisions|units)(?=,? namely|:)", re.IGNORECASE
)
# Names this long say whose they are: with words around them they are still the same.
WHOLE = 5


def left(words: Lexicon, known: Known, text: str, gaps: Iterable[Span]) -> Iterator[tuple[Span, str]]:
    """Where in the gaps of a sentence a name or a number stands that no fact took, and what was seen."""
    for gap in gaps:
        said = LABELLED.sub(lambda found: " " * len(found[0]), text[gap.start : gap.end])
        if words.matches("negative").search(said):
            continue
        shared = SHARED.search(text, gap.start, min(len(text), gap.end + FURTHER)) if words.language == "zh" else None
        if shared and shared.start("names") < gap.end and not any(map(known.has, SPLIT.split(shared["names"]))):
            yield gap, shared[0]
            continue
        finder = _chinese if words.language == "zh" else _english
        if found := next(finder(known, said), None):
            yield gap, found


def _chinese(known: Known, said: str) -> Iterator[str]:
    for piece in SPLIT.split(said):
        lead = LEAD.match(piece)
        name = piece[lead.end() :] if lead else piece
        if not NAME.fullmatch(name) or _no_name(name) or _took(known, name):
            continue
        if lead or not BODY.search(name) or f"、{name}" in said or f"{name}、" in said:
            yield name
    for found in SET_UP.finditer(said):
        if not _no_name(found["names"]) and not known.has(found["names"]):
            yield found["names"]
    for found in NUMBERED.finditer(said):
        if value_of(found["number"].replace("两", "二")) not in known.numbers and not NO_UNIT.search(found["noun"]):
            yield found[0].lstrip("、,")


def _no_name(name: str) -> bool:
    return bool(NO_NAME.search(name) or NO_BEGINNING.match(name) or NO_UNIT.search(name))


def _took(known: Known, name: str) -> bool:
    """Whether a name is one that a fact has, a part of one, or one with words around it."""
    return name in known.text or any(one in name for one in known.names if len(one) >= WHOLE)


def _english(known: Known, said: str) -> Iterator[str]:
    pieces = map(str.strip, ENGLISH_SPLIT.split(said))
    yield from (piece for piece in pieces if ENGLISH_NAME.fullmatch(piece) and not known.has(piece))
    if said.lstrip().startswith(",") or said.rstrip().endswith(","):
        items = map(str.strip, said.split(","))
        yield from (
            item for item in items if item.endswith(ITEM_ENDS) and ENGLISH_ITEM.fullmatch(item) and not known.has(item)
        )
    yield from (found[0] for found in ENGLISH_NUMBERED.finditer(said) if not known.counts(found))
