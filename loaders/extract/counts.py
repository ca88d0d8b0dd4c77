"""Numbers of units, branches and institutions that a document announces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from graph.proof import Span
from graph.said import Said
from loaders.extract.draft import Draft, Reading, Statement
from loaders.extract.en.counts import INSIDE, TOTAL, counts_in
from loaders.extract.en.lists import speaks_of_itself, subject_of
from loaders.extract.lexicon import Lexicon
from loaders.extract.numbering import value_of
from loaders.extract.owners import Owners
from loaders.extract.text import Document

NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十两]{1,4})"
CHINESE_NUMBER = rf"(?P<number>(?<!\d){NUMBER})"
CHINESE_WHAT = (
    (
        "divisions",
        r"(?:综合性?)?(?:办事|工作|管理)机构|机构(?=:)|(?:司局|职能)?(?:部门|[科处股]\(室\))|(?:内设|职能)(?:机构|科室|处室|股室|部门|科|处)|(?:科室|处室|股室|部室|部门|职能[司部处科]|科|处|(?<!卫生)室)",
    ),
    (
        "branches",
        r"(?:直属|辖区|基层|派出|[区县市乡镇]|县\(市[、,]?区?\)|县\(区\)|乡\(镇\)|镇\(街\)){0,2}(?:派出机构|分中心|营业部|办事部|管理部|分局|派出单位|司法所|派出所|财政所|市场监管所|基层所|(?<=个)[\u4e00-\u9fff]{2,8}(?<!研究)所(?![\u4e00-\u9fff])|(?<!街道)(?<!、)办事处|垂直管理局)",
    ),
    (
        "institutions",
        r"(?:(?:直属|所属|下属|局属|二级)(?:[\u4e00-\u9fff]{1,6}?(?=单位))?)?(?:[\u4e00-\u9fff]{0,6}?事业)?单位|直属机构|二级机构",
    ),
)
# Institutions and branches that are counted by what they are: "下设8个中心校", "和24所乡镇卫生院".
SORT_NAMES = (
    "中心校|学校|小学|中学|高中|幼儿园|卫生院|医院|卫生室|保健院|林场|农场|苗圃|水厂|水库|敬老院|福利院|文化馆|图书馆|"
    "(?<!村)(?:林业|水利|文化|农技|水管|工作|服务|监测|气象|管理|供水|畜牧|兽医|广播)站"
)
SORT = rf"[\u4e00-\u9fff]{{0,8}}?(?:{SORT_NAMES})"
SORTS = re.compile(
    rf"(?P<verb>设有?|(?<!管)辖有?|管理|直属|所属|下属|拥有|有|以?及|和|[,、])\s?{CHINESE_NUMBER}\s?[个所家处座](?P<sort>{SORT})(?=[,、。;:和及(]|以及|等|$)"
    rf"|(?:(?<!法)管理|代管|领导)的(?:事业)?(?:机构|单位)(?:共|现)?有?(?P<number3>{NUMBER})[个家]"
    rf"|(?:直属|所属|下属|下辖)(?P<sort2>{SORT}?)(?:共|现有)?(?P<number2>{NUMBER})[个所家](?=[,。;:(]|$)"
)
# The bureaus and offices of the levels below in one that is built as a column.
LOWER = re.compile(
    rf"(?:(?:下|现)?[设辖]有?|[,、和及])\s?{CHINESE_NUMBER}个(?:[市县区州旗盟]|县\(市[、,]?区?\)|县\([区市]\)|旗\(县[、,]市\)|基层|乡镇){{1,2}}级?"
    r"(?!人民|街道)[\u4e00-\u9fff]{1,8}?(?:局|所)(?:\([^()]{1,9}\))?(?=[,、。;:和及]|$)"
)
# "An office and three sections": numbers of parts, and names beside them that count one each.
UNIT_WORD = "办公室|[科处股室部办庭]"
PIECE = rf"(?:{NUMBER}个[\u4e00-\u9fff]{{0,6}}?(?:科室|处室|股室|部室|部门|机构|{UNIT_WORD})|[\u4e00-\u9fff]{{1,8}}?(?:{UNIT_WORD}))(?:\([^()]{{1,20}}\))?"
SUM = re.compile(rf"(?:设|设有|设立|设置)(?P<pieces>{PIECE}(?:[、和及与]{PIECE}){{1,6}})(?=[:,。;]|$)")
SUM_SAID = re.compile(rf"{PIECE}(?:[、和及与]{PIECE}){{1,6}}")
COUNTED_PIECE = re.compile(rf"({NUMBER})个")
# "One office and two sections in all."
SUMMED = re.compile(r"(?:^|(?<=[,、。;]))共?(?:设)?(?:[一二三四五六七八九十两]{1,2}[室科处股部]){2,4}(?=[。;,]|$)")
SUMMAND = re.compile(r"([一二三四五六七八九十两]{1,2})[室科处股部]")
# "One unit, namely the bureau itself."
ITSELF = re.compile(r",?(?:即|为)[^,。;]{0,6}(?:机关|本级)")
# "A research office, one": a name and how often.
NAMED_ONE = re.compile(r"[\u4e00-\u9fff][科处股室部](?:一|1)个")
NOT_OURS = re.compile(r"全[市县区省州盟旗国]|境内|辖区|城乡|建成|新建|改建|评为|创建")
GOES_ON = ("以及", "及", "和", ",", "、", "有", "管理")
LISTS = re.compile(r"[下共现]?设|[下直]?辖|直属|所属|下属|单位|机构|中心、|医院、|院、|站、|校、|馆、")
AND_MORE = {
    "zh": re.compile(rf"等(?:共)?{CHINESE_NUMBER}[家个所](?=[。;,]|$)"),
    "en": TOTAL,
}
OUTSIDE = ("institution", "branch", "bureau")
ANNOUNCING = ("bracket", "announcement", "heading", "general", "institutions", "branches", "other")
NONE = {
    "zh": re.compile(r"(?:暂不|暂未|不|未|没有)设(?:立|置)?(?:内设)?(?:机构|科室)"),
    "en": re.compile(r"no internal (?:units|institutions|divisions|departments)", re.IGNORECASE),
}


@dataclass(frozen=True)
class Announced:
    """A number that a document announces: whose, of what (divisions, branches, institutions), where."""

    owner: Draft
    what: str
    number: int
    span: Span


def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """What is counted in Chinese, and a pattern whose group "number" is the count; tried in order."""
    return [
        (what, re.compile(pattern))
        for what, noun in CHINESE_WHAT
        for pattern in (
            rf"{CHINESE_NUMBER}个(?:正?副?[处科]级|核心|主要|重要)?(?:{noun})",
            *([rf"(?:内设|机关设)有?{CHINESE_NUMBER}个(?:机构|部门)(?=[。;,:])"] if what == "divisions" else []),
            *([rf"(?<=[,)])(?:共|等){CHINESE_NUMBER}个(?=[。;]|$)"] if what == "divisions" else []),
            rf"(?:{noun})(?:\([^()\d]{{0,20}}\))?(?:共有?|现有|有|暂定为|分别为|设置?|由\d{{1,3}}个[增减调][\u4e00-\u9fff]{{1,3}})?\(?共?{CHINESE_NUMBER}[个家](?!(?:内设|职能)?(?:科|处|股|部|机构))",
        )
    ]


def found_in(words: Lexicon, line: int, text: str, start: int, end: int) -> Iterator[tuple[str, int, Span]]:
    """What is counted, the number and the span that announces it."""
    finder = _chinese if words.language == "zh" else _english
    for what, printed, span in finder(line, text, start, end):
        number = value_of(printed.lower().replace("两", "二"))
        if number is not None:
            yield what, number, span


def _chinese(line: int, text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    seen: dict[str, int] = {}
    for hit in SUM.finditer(text, start, end):
        pieces = re.split("[、和及与]", re.sub(r"\([^()]*\)", "", hit["pieces"]))
        numbers = [
            value_of(one[1].replace("两", "二")) or 1 if (one := COUNTED_PIECE.match(piece)) else 1 for piece in pieces
        ]
        if any(COUNTED_PIECE.match(piece) for piece in pieces) and "divisions" not in seen:
            seen["divisions"] = hit.end()
            yield "divisions", str(sum(numbers)), Span(line, *hit.span("pieces"))
    for what, pattern in patterns():
        for hit in pattern.finditer(text, start, end):
            # Divisions are announced once; what follows "of them" is a part of what was counted.
            if what in seen and (
                what == "divisions" or hit.start() <= seen[what] or "其中" in text[seen[what] : hit.start()]
            ):
                continue
            if (
                _is_part(text, start, hit.start())
                or ITSELF.match(text, hit.end())
                or NAMED_ONE.match(text, hit.start() - 1)
            ):
                continue
            seen[what] = hit.end()
            yield what, hit["number"], Span(line, hit.start(), hit.end())
    for hit in SUMMED.finditer(text, start, end):
        parts = (value_of(part.replace("两", "二")) or 0 for part in SUMMAND.findall(hit[0]))
        yield "divisions", str(sum(parts)), Span(line, *hit.span())
    for hit in LOWER.finditer(text, start, end):
        yield "branches", hit["number"], Span(line, hit.start(), hit.end())
    for hit in SORTS.finditer(text, start, end):
        said = re.split("[。;]", text[max(0, hit.start() - 60) : hit.end()])[-1]
        verb = hit["verb"] and (hit["verb"] not in GOES_ON or LISTS.search(said))
        number = hit["number"] if verb else hit["number2"] or hit["number3"]
        if number and not NOT_OURS.search(said) and not _is_part(text, start, hit.start()):
            yield "institutions", number, Span(line, hit.start(), hit.end())


def _is_part(text: str, start: int, position: int) -> bool:
    """Whether "of these" stands in front in the same sentence: a part of what was counted."""
    _, of_these, said = re.split("[。;]", text[start:position])[-1].rpartition("其中")
    return bool(of_these) and not re.search("[人名],", said)


def _english(line: int, text: str, start: int, end: int) -> Iterator[tuple[str, str, Span]]:
    """Bare "institutions" are divisions where their list follows below, else institutions."""
    for what, printed, begin, stop in counts_in(text, start, end):
        last = not text[stop:end].strip(" .:")
        kind = what or ("divisions" if last else "institutions")
        yield kind, printed, Span(line, begin, stop)


def read(document: Document, words: Lexicon, reading: Reading) -> list[Announced]:
    """The announced counts of every statement that can announce one; those of divisions go to their body.

    A number that differs from what was found becomes an open question.
    """
    owners = Owners(words, reading)
    raw = [
        _announced(document, owners, statement, what, number, where)
        for statement in reading.statements
        if statement.section in (*ANNOUNCING, "divisions")
        for what, number, where in found_in(words, statement.span.line, *_text(document, statement.span))
        if statement.section in ANNOUNCING or (what != "divisions" and not _of_english_unit(document, statement))
    ]
    every: Iterable[Announced] = raw
    said = {"division": "divisions", "institution": "institutions", "branch": "branches"}
    listed = [Announced(owner, said[kind], number, span) for owner, kind, number, span in reading.counted if owner]
    taken = {(span.line, number) for _, _, number, span in reading.counted}
    every = (*every, *_and_more(document, words, reading))
    # What is said of several parts holds what their lists say.
    whole = {(one.span.line, one.owner.name) for one in every if SUM_SAID.fullmatch(one.span.quoted(document.even))}
    listed = [one for one in listed if one.what != "divisions" or (one.span.line, one.owner.name) not in whole]
    # A part of a number that a list gave in the same line is no second number.
    divided = {(one.span.line, one.owner.name) for one in listed if one.what == "divisions"}
    every = (
        one
        for one in every
        if (one.span.line, one.number) not in taken
        and not (one.what == "divisions" and (one.span.line, one.owner.name) in divided)
    )
    ordered = sorted((*every, *listed), key=lambda one: one.span)
    chosen = {_same(one, ordered): one for one in (*reversed(ordered), *reversed(listed))}
    announced = sorted(chosen.values(), key=lambda one: one.span)
    for one in announced:
        field = f"stated_{one.what}"
        if field not in one.owner.fields:
            parts = _parts(document, one, announced)
            quotes = [document.quote(part.span, "count.announced") for part in parts]
            one.owner.fields[field] = {"number": sum(part.number for part in parts), "at": quotes}
            _compare(parts, reading)
    _said_again(document, raw)
    for statement in reading.statements:
        _none(document, words, statement)
    return announced


def _same(one: Announced, ordered: list[Announced]) -> tuple[str, str, int, int]:
    """What makes two numbers one: owner, kind and value, but for those of two sorts that stand in one line."""
    equal = [
        other.span
        for other in ordered
        if (other.owner.name, other.what, other.number, other.span.line)
        == (one.owner.name, one.what, one.number, one.span.line)
    ]
    sorts = (
        one.what != "divisions" and len(equal) > 1 and all(left.end <= right.start for left, right in pairwise(equal))
    )
    return one.owner.name, one.what, one.number, one.span.start if sorts else 0


def _parts(document: Document, first: Announced, announced: list[Announced]) -> list[Announced]:
    """The numbers that add up: of institutions and branches those of several sorts in one line, without parts of one."""
    if first.what == "divisions":
        return [first]
    text = document.even[first.span.line - 1]
    return [
        one
        for one in announced
        if (one.owner, one.what, one.span.line) == (first.owner, first.what, first.span.line)
        and (one is first or not _is_part(text, first.span.start, one.span.start))
    ]


def _said_again(document: Document, ordered: list[Announced]) -> None:
    """The number of divisions that is said once more is one number with two proofs."""
    for one in ordered:
        stated = one.owner.fields.get("stated_divisions")
        if stated and one.what == "divisions" and stated["number"] == one.number:
            quote = document.quote(one.span, "count.announced")
            spans = [known.span for known in stated["at"]]
            if not any(span.line == quote.span.line and quote.span.start < span.end for span in spans):
                stated["at"].append(quote)


def _and_more(document: Document, words: Lexicon, reading: Reading) -> Iterator[Announced]:
    """ "and others, 12 in all" behind a list of institutions or branches."""
    for statement in reading.statements:
        found = (
            AND_MORE[words.language].match(*_text(document, statement.span))
            if statement.section in ("institutions", "branches")
            else None
        )
        number = value_of(found[found.lastindex or 0].lower().replace("两", "二")) if found else None
        if found and number:
            owner = statement.owner.body
            owner = owner.owner or owner
            yield Announced(owner, statement.section, number, Span(statement.span.line, *found.span()))


def _announced(
    document: Document, owners: Owners, statement: Statement, what: str, number: int, where: Span
) -> Announced:
    """A number with its owner; a unit has divisions, and what a section about institutions counts are these."""
    owner = _counting(document, owners, statement, what, where)
    unit = owner.kind in ("division", "party_unit")
    if document.language == "zh":
        return Announced(owner, what, number, where)
    if unit and what == "institutions":
        what = "divisions"
    elif what == "divisions" and statement.section == "institutions":
        own = speaks_of_itself(owners, document.even[where.line - 1], statement, where.start)
        sure = INSIDE.search(document.even[where.line - 1], where.start, where.end)
        what = "institutions" if own and not sure else what
    return Announced(owner, what, number, where)


def _of_english_unit(document: Document, statement: Statement) -> bool:
    """Whether an English sentence tells of a unit: what it counts is what the unit looks after."""
    return document.language == "en" and statement.owner.kind == "division"


def _counting(document: Document, owners: Owners, statement: Statement, what: str, where: Span) -> Draft:
    """Whose number it is: an institution in a list announces no institutions or branches of its own."""
    if statement.section == "bracket":
        return statement.owner
    body = subject_of(owners, document.even[where.line - 1], statement, where.start)
    if body.kind in ("division", "party_unit"):
        return body
    return body.owner if what != "divisions" and body.owner else body


def _text(document: Document, span: Span) -> tuple[str, int, int]:
    return document.even[span.line - 1], span.start, span.end


def _compare(announced: list[Announced], reading: Reading) -> None:
    """Ask where more divisions, institutions or branches are announced than were found, or fewer divisions."""
    first, number = announced[0], sum(one.number for one in announced)
    kinds = [unit.kind for unit in first.owner.units]
    found = kinds.count(first.what[:-1] if first.what != "branches" else "branch")
    divisions = first.what == "divisions"
    most = found + kinds.count("party_unit") if divisions else sum(kind in OUTSIDE for kind in kinds)
    if number > most or (divisions and number < found):
        reading.questions.append((first.span, _differs(first.what, number, found)))


def _differs(what: str, number: int, found: int) -> str:
    if what == "institutions":
        return Said("{} institutions are announced, {} were found", number, found)
    if what == "branches":
        return Said("{} branches are announced, {} were found", number, found)
    return Said("{} divisions are announced, {} were found", number, found)


def _none(document: Document, words: Lexicon, statement: Statement) -> None:
    """ "No internal units for now." """
    if statement.section not in ("divisions", "general", "other"):
        return
    for clause in document.clauses(statement.span):
        if NONE[words.language].search(document.even[clause.line - 1], clause.start, clause.end):
            quote = document.quote(clause, "count.none")
            statement.owner.body.fields.setdefault("no_divisions_stated", {"at": [quote]})
