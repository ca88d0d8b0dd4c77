"""How Chinese documents name the bodies they are about."""

import re
from collections import Counter
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.numbering import number_at
from loaders.extract.document.text import Document
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.outline.bodies import Body, body_of, first_mention, is_body, named_by
from loaders.extract.rules.vocabulary import vocabulary
from loaders.extract.zh.farms import farms, zones
from loaders.extract.zh.full_names import whole_name as whole_name
from loaders.extract.zh.history import former_names as former_names
from loaders.extract.zh.history import renamings
from loaders.extract.zh.listed_names import names_among_units
from loaders.extract.zh.sections import kind as section_kind
from loaders.extract.zh.short_names import core

# What may follow the name of a body at the beginning of a line.
END = (
    r"(?=$|[\s(,。:“”\"《>»|_-]|(?:19|20)\d\d年度?(?:部门|预算|决算|单位|工作|公开|政府|法治|机构|整体|项目|绩效|财政|重点)|[正副]?[科处厅股]级|[科处股]室|各[科处股]|电话|地址|办公(?!室|厅)|联系(?!会议)|通讯|职能|职责|机构|内设|部门|主要|概况|简介|设(?!计|施|在|于|立在)|是|为|三定|和二级|[和及](?![\u4e00-\u9fff]{1,8}[局委厅部])|二级|于|机关|的|与|基本|门户|单位|组织|所属|"
    r"共|对外|正式|揭牌|挂(?!靠|在)|[加增另悬]挂|派出|同时|管理(?=\d|[一二三四五六七八九十两]{1,2}个)|属|领导|承担|系|负责|下(?![发达放])|内|简称|又|加|工作|直属|党政|创建|始建|成立|隶属|位于|归口|原名|原为|原系|前身|又名|亦称|也称|在|由|现|现有|有(?=工作人员|职工|干部|办公)|辖|编制\d)"
)
SUFFIX = (
    r"(?:(?<=[镇乡道])党工?委(?:[、和](?:办事处|人民政府|政府))?|(?<=[镇乡])(?:人民)?政府|街道办事处|管理委员会|管委会|常委会|常务委员会|监委|党组|组织部|宣传部|统战部|统一战线工作部|社会工作部|政法委员会|委员会|管理局|监督局|总局|分局|(?<![布格])局|(?<![客大展餐])厅|联合社|供销合作社|合作社|联合会|总工会|协会|红十字会|党校|妇联|办公室|中心|医院|学院|"
    r"学校|中学|小学|大学|研究院|研究所|[研教][究研]室|总会|[残科文侨]联|委(?!组织|宣传|统|政法|编|机构|员|办|老干|党校|巡|网信|社会|督|台|外|农)|(?<!县公)署|所|院|馆|队|(?<!网)站|(?<![干内全])部|处|办)"
)
# The name at the head of a clause also ends where neither a post, a unit nor a longer name goes on.
AFTER = "|".join(vocabulary("zh").all("after_name"))
FREE_END = (
    rf"(?:{END}|(?=[\u4e00-\u9fff]{{2}})(?![长员机属党团委系内各级群股校街镇乡村]|政府|公室|事处|会(?!同)|人大|主任|书记|代表|[局院馆所站校处科队]长|"
    rf"(?:(?!{AFTER})[\u4e00-\u9fff]){{0,14}}?{SUFFIX}))"
)
AT_HEAD = r"(?<![\u4e00-\u9fff、])"
# No name of a body holds one of these words.
CORE = (
    r"(?:(?!关于|印发|及其|暨|正式|[内下]设(?!计)|落实|了|改革后|改称|改为|我|更名|[加增另悬]挂|又称|亦称|归口管理|设立|成立|组建|隶属|派出|管理的|"
    r"、[\u4e00-\u9fff]{0,8}?[省市县区州](?![级属直])|原名|前身|又名|牌子|设在|[是由为或])[\u4e00-\u9fff、]){1,24}?"
)
# Names that the name of the place stands directly in front of.
AT_ONCE = r"(?:管委会|管理委员会|总工会|妇联|科协|残联|文联|侨联|团委|委?党校|档案馆|图书馆|博物馆)"
BEHIND = re.compile(END)
# "the zone (the district of the city)": one place under two names.
SECOND_PLACE = r"(?:[\u4e00-\u9fff]{0,12}区\([\u4e00-\u9fff]{2,16}[区县市旗]\))"
TITLE: str = r"(?:的)?(?:主要)?(?:职责|职能|机构|三定|内设|概况|简介)"
LABEL = re.compile(
    r"(?:机构|单位|部门|中文)?(?:名\s{0,4}称|(?<![用原别又])名):\s{0,4}$|^\s{0,4}词条\s{0,4}[|:]\s{0,4}$"
)
# In front of the name in the title of a decision.
YEAR = r"(?:\(?(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?\)?)?"
ABOUT = re.compile(rf"(?:[^,。;:《]{{0,40}}关于(?:印发|调整|同意|明确|核定|公开|公布|批复)?)?{YEAR}")
# In front of the name in the first sentence of a plan: by which decision the body is set up.
SET_UP = re.compile(r"\s{0,9}(?:根据|按照|依据|依照|经)[^。;]{2,160},(?:特|现|重新)?(?:设立|组建|成立|设置)")
# Offices that sign documents about other bodies.
ISSUER = re.compile(r"(?:[省市县区州]委|人民政府)办公[厅室]$")
# Names without a place in front: of a ministry, "the city's bureau", or that of the body alone.
UNPLACED = re.compile(
    rf"(?:^|(?<=[\s、.《:,;。])|(?<=关于)|(?<=关于印发)|(?<=关于调整)|(?<=组建)|(?<=设立)|(?<=成立)|(?<=改称)|(?<=改为)|(?<=名为)|(?<=复[名称])|(?<=[科局股站所组委处并]为)|(?<=撤销)|(?<=建立)|(?<=\d年)|(?<=\d月)|(?<=年末,)|(?<=关于明确)|(?<=恢复))(?!年|月|日|[始又重新]{{0,2}}(?:恢复|复名)|增?设|撤销|[成建]立|不再|国民党)({AT_HEAD}{CORE}{SUFFIX}{FREE_END}|{CORE}{SUFFIX}{END})"
)
LEVEL = re.compile(r"(?:中共)?[省市县区州旗镇乡](?!长)|国家|国务院|全国|中国|中华|中央|自治区")
MENTIONED = 2
# In front of a name that a body got, in a history; so much does each speak for the last of them.
RENAMED = re.compile("(?:改称|改为|名为|复[名称]|[科局股站所组委处并]为)$")
RENAMED_AWAY = re.compile("(?:更名为|改名为|改称|改为|改设)")
FOUNDED = re.compile("(?:[成建设]立|组建|恢复)$")
GIVEN_UP = re.compile("撤销$")
LATER = 2
DATE = re.compile(r"\s{0,40}(?:\d{4}|二[〇○0零][\u4e00-\u9fff〇○]{2})年")
GENERIC = (
    "机关党委",
    "机关纪委",
    "办事处",
    "办公室",
    "办公厅",
    "局机关",
    "委机关",
    "厅机关",
    "委员会",
    "管委会",
    "常委会",
    "街道办事处",
    "区公所",
)
# A verb or a preposition begins no name: what stands behind it may be one.
VERBS = (
    r"负责|承担|承办|拟[订定]|制[订定]|贯彻|起草|完成|协助|会同|协同|配合|联合(?!国|会|社)|落实|开展|受理|参与|推[进动]|做好|管理|监督(?!局)|指导|协调|实行(?!局)|"
    r"组织(?![部委]|人事)|检查(?![站院])|审[核批]|办理|加强|根据|依据|按照|所属|直属|下属|其[他它余]|有关|相关|承接"
)
# Nor is a name printed twice in a row one.
NO_NAME = re.compile(rf"{VERBS}|(.{{4,}}?)\1$")
NO_BEGINNING = re.compile(
    rf"{VERBS}|按|经(?!济|[开贸信营])|由|向|对|将|与|和|及|为|在|以|从|各|[历现]任|带领|同时|全[省市县区州旗]|[省市县区州旗]直"
)
# What lists units, or counts one, is no name.
A_LIST = re.compile(
    r"[内下增]设(?!计)|[一二三四五六七八九十两]{1,2}[个家所]|乡、镇|[^、]{0,60}[科股室处站所队馆]、|.{0,3}(?:还|均|都|共|现)?设有"
)
# In one of the first lines a name alone is a title.
TOP = 5
# A body that has units is told of, and signs nothing for others.
HAS_UNITS = re.compile(
    r"(?:机关)?,?(?:[内下]设|设有?(?=\d|[一二三四五六七八九十两]{1,3}个)|内置)|(?:下属|所属|直属)[^,。;:]{0,9}(?:\d{1,3}[个家所]|:)"
)
# A body whose posts are counted is the one whose units stand above.
STAFFED = re.compile(r"(?:机关)?(?:行政|事业|人员|机关)?编制(?:为|共|总数)?\d{1,4}名")
# What stands behind the name of the body that a document is about, by how much it tells.
SUBJECT = (
    (
        re.compile(
            rf"(?:机关|部门|单位|\([^()]{{1,30}}\)){{0,2}}(?:(?:及|和)[\u4e00-\u9fff]{{2,8}})?(?:{TITLE}|(?:(?:19|20)\d\d年度?)?(?:部门|单位)?(?:预算|决算))"
        ),
        6,
    ),
    (
        re.compile(
            r"\((?:以下)?简称|[^。;]{0,40}?,是[^,。;]{2,30}(?:组成部门|工作部门|直属机构|职能部门|特设机构|办事机构|事业单位|国家局|的机构)"
        ),
        4,
    ),
    (
        re.compile(
            r"(?:\([^()]{2,30}\))?(?:是|为|由|设|内设|正式|揭牌|挂|加挂|对外|作为|列为|承担|负责|成立|隶属|于|创建|编制|下辖|管辖)"
        ),
        4,
    ),
    (HAS_UNITS, 4),
    (STAFFED, 4),
    (re.compile(r"(?:部门专栏|(?:门户|官方)?网站|官网)\s{0,9}$"), 6),
    (re.compile(r"\s{0,9}:?\s{0,9}$"), 2),
)
# Below the name of a body that a document tells of among others.
OWN_TITLE = re.compile(r"^[^,。;]{0,6}(?:主要职责|主要职能|职责|职能|内设机构|内设科室|机构设置|单位职责)")
TITLED = re.compile(r"(?:的)?(?:主要|工作)?(?:职责|职能)$|(?:的)?内设(?:机构|科室)$")
# Bodies of one zone have its name in front, of at least so many characters.
SHARED = 5
# A history begins with what set the body up or what it was before; a name alone behind a number is no longer than this.
HISTORY = re.compile(r"\d{4}年.{0,60}(?:[成建设]立|组建|恢复|改称|改为|更名)")
LONGEST_HEADING = 30
# What is given up is no body any more.
MOST_GIVEN_UP = 20
NO_MORE = re.compile(r"(?:不再保留|撤销)[^。;,不]{0,60}$")
# What belongs to another is no body of the document.
BELONGS = re.compile(r"[^。;]{0,80}?均?[为是系](?:本单位|局机关|机关)的?(?:所属|直属|下属)")
LIST_KINDS = ("institutions", "branches")
LISTS = re.compile(
    r"(?:[下直所]属|下[设辖]|归口管理|派出)[^。;]{0,24}?(?:[:、]|\d个|[一二三四五六七八九十两]个|有|包括|为)[^。;]{0,60}$"
)
NUMBERED = r"\s{0,9}(?:\(?[一二三四五六七八九十\d]{1,3}\)?[、.,]?\s{0,3})"


def find(document: Document, words: Lexicon, places: tuple[str, ...]) -> list[Body]:
    """Those with the name of the place; each below its name in a list; the one that sentences are about; a farm."""
    named = named_by(document, words, pattern(places))
    spoken = _beside(document, words, subject(document, words, UNPLACED))
    own = [Body(zone, "bureau") for zone in zones(document, places)]
    own += [Body(farm, "institution") for farm in farms(document)]
    if named and spoken and _titled_above(document, words, spoken[0].name, named):
        return [*spoken[:1], *named]
    return named or one_by_one(document, words) or spoken or own[:1] or _chapters(document, words)


def _titled_above(document: Document, words: Lexicon, name: str, named: list[Body]) -> bool:
    """Whether one of the first lines is the title of another body than those whose names hold that of the place."""
    if any(same_body(words, body.name, name) or core(body.name) == core(name) for body in named):
        return False
    for text in document.even[:TOP]:
        start = text.find(name)
        if start >= 0 and SUBJECT[0][0].match(text, start + len(name)):
            return True
        if any(body.name in text for body in named):
            return False
    return False


def one_by_one(document: Document, words: Lexicon) -> list[Body]:
    """The bodies of a Chinese document that tells of several, each below its name in a line with a number.

    What distinguishes them from a list of names: the line below tells of duties or units.
    """
    found: list[str] = []
    for index, _, heading in _numbered(document):
        name = TITLED.sub("", heading)
        if (
            LEVEL.match(name)
            and (name != heading or OWN_TITLE.search(_below(document, index)))
            and UNPLACED.fullmatch(name)
            and not _is_unit(name)
        ):
            found.append(name)
    names = list(dict.fromkeys(found))
    return [body_of(words, name) for name in names] if len(names) > 1 else []


def _chapters(document: Document, words: Lexicon) -> list[Body]:
    """The bodies whose histories follow each other, each below its name alone behind a number of one style."""
    found: dict[str, list[str]] = {}
    for index, style, name in _numbered(document):
        if len(name) <= LONGEST_HEADING:
            told = name not in GENERIC and UNPLACED.fullmatch(name) and HISTORY.search(_below(document, index))
            found.setdefault(style, []).append(name if told else "")
    chapters = (names for names in found.values() if all(names) and not all(map(_is_unit, names)))
    names = list(dict.fromkeys(next(chapters, [])))
    return [body_of(words, name) for name in names] if len(names) > 1 else []


def _numbered(document: Document) -> Iterator[tuple[int, str, str]]:
    """Of each line with a number: its index, the style of the number, and the rest without its last stop."""
    for index, text in enumerate(document.even):
        if number := number_at(text):
            yield index, number.style, text[number.end :].strip(" :。")


def _beside(document: Document, words: Lexicon, found: list[Body]) -> list[Body]:
    """The body found, and others that begin as its name does and stand alone above duties or units of their own."""
    if not found:
        return found
    front = found[0].name[:SHARED]
    names = [
        name
        for index, text in enumerate(document.even)
        if (name := text.strip(" :。")).startswith(front)
        and UNPLACED.fullmatch(name)
        and OWN_TITLE.search(re.sub(rf"^{NUMBERED}", "", _below(document, index)))
    ]
    return [*found, *(body_of(words, name) for name in dict.fromkeys(names) if name != found[0].name)]


def _below(document: Document, index: int) -> str:
    """The first of the three lines below one that has words."""
    return next((line for line in document.even[index + 1 : index + 4] if line.strip()), "")


def subject(document: Document, words: Lexicon, pattern: re.Pattern[str]) -> list[Body]:
    """The body that a Chinese document treats as its subject, by what stands behind its name: one at most."""
    scores: Counter[str] = Counter()
    owners = set[str]()
    told: list[tuple[str, bool]] = []
    gone = set[str]()
    for index, text in enumerate(document.even):
        number = number_at(text)
        for found in pattern.finditer(text[:400], number.end if number else 0):
            name = found[1]
            tells = next((points for pattern, points in SUBJECT if pattern.match(text, found.end())), 1)
            labelled = LABEL.search(text, 0, found.start()) or (index < TOP and text.strip() == name)
            owners.update([name] if any(one.match(text, found.end()) for one in (HAS_UNITS, STAFFED)) else ())
            scores[name] += tells + 4 * bool(labelled) - (not LEVEL.match(name))
            front = text[: found.start()]
            if RENAMED.search(front) or FOUNDED.search(front):
                told.append((name, bool(RENAMED.search(front))))
                gone.discard(core(name))
            if GIVEN_UP.search(front) or RENAMED_AWAY.match(text, found.end()):
                gone.add(core(name))
    if told:
        scores[told[-1][0]] += LATER * renamings(told)
    for name in sorted(scores, key=len):
        # What is said of a short name counts for the fuller one that the document has too.
        if fuller := next((one for one in scores if _is_fuller(one, name)), ""):
            scores[fuller] += scores.pop(name)
    good = {
        name: points
        for name, points in scores.items()
        if len(name) > 2
        and (name in owners or not ISSUER.search(name))
        and name not in GENERIC
        and not _is_unit(name)
        and not NO_BEGINNING.match(name)
        and not A_LIST.match(name)
    }
    among = names_among_units(document, words, tuple(good)) | _of_another(document, words, tuple(good))
    bodies = [name for name in good if name not in among and is_body(words, document, name, name)]
    # What was given up, or has another name since, is the body of no document that names one of today.
    newest = told[-1][0] if gone and told else ""
    today = [name for name in bodies if core(name) not in gone and (good[name] > MENTIONED or name == newest)]
    best = max(today or bodies, key=lambda name: good[name], default=None)
    if best is None or (good[best] <= MENTIONED and best not in today) or _one_of_several(document, best):
        return []
    short = re.compile(rf"\([^()]{{0,4}}简称:?[“\"]?{re.escape(best)}")
    full = next(
        (
            name
            for name in bodies
            if any(short.match(text, text.find(name) + len(name)) for text in document.even if name in text)
        ),
        best,
    )
    return [body_of(words, full)]


def _is_fuller(full: str, name: str) -> bool:
    """Whether a name is another with its level in front, or has the town of a government in front: 东湾镇人民政府, 镇政府."""
    level = len(full) == len(name) + 1 and full[1:] == name and LEVEL.match(full) is not None
    return level or (name[1:] in ("政府", "人民政府") and len(full) > len(name) and full.endswith(name[0] + "人民政府"))


def _one_of_several(document: Document, name: str) -> bool:
    """Whether a name is the heading of one numbered section and another body that of the next: none is the document's."""
    names = (one for _, _, one in _numbered(document) if len(one) > 2 and one not in GENERIC)
    headings = {core(one) for one in names if UNPLACED.fullmatch(one)}
    return core(name) in headings and any(one != core(name) and not _is_unit(one) for one in headings)


def _is_unit(name: str) -> bool:
    """Whether a name without a level of government in front ends as those of internal units do."""
    return name.endswith(("科", "处", "股", "室", "司")) and not name.endswith("办事处") and not LEVEL.match(name)


def told_of(document: Document, words: Lexicon, known: list[Body]) -> list[Body]:
    """The body that a Chinese document without a heading of one speaks of most: with its place where it has one."""
    spoken = subject(document, words, UNPLACED)
    if not known or not spoken:
        return known[:1] or spoken
    name = spoken[0].name
    alike = (body for body in known if same_body(words, body.name, name) or core(body.name) == core(name))
    return [next(alike, spoken[0])]


def only_signs(document: Document, name: str) -> bool:
    """Whether a name stands at the beginning of lines only as a signature, with the date below it."""
    lines = document.even
    starts = [index for index, text in enumerate(lines) if text.strip().startswith(name)]
    return bool(starts) and all(
        lines[index].strip() == name and index + 1 < len(lines) and DATE.match(lines[index + 1]) for index in starts
    )


def only_issues(document: Document, name: str) -> bool:
    """Whether a body signs documents about others, and no title in the first lines is about it."""
    title = re.compile(rf"{re.escape(name)}(?:\([^()]{{2,30}}\))?{TITLE}")
    return bool(ISSUER.search(name)) and not any(title.search(text) for text in document.even[:TOP])


def is_service(name: str) -> bool:
    """Whether the last word of a name is that of an institution."""
    court = name.endswith(("法院", "检察院", "办事处", "政府", "合作社", "联社", "联合社"))
    return not court and name.endswith(
        (
            "中心",
            "院",
            "所",
            "馆",
            "站",
            "学校",
            "大学",
            "中学",
            "小学",
            "高中",
            "初中",
            "总会",
            "队",
            "园",
            "处",
            "社",
            "台",
        )
    )


def pattern(places: tuple[str, ...]) -> re.Pattern[str]:
    """Names with that of their place in front."""
    names = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)) or "(?!)"
    name = (
        rf"(?:中共|中国共产党|中国人民政治协商会议|政协|国家税务总局|国家统计局|中华人民共和国)?(?:{names})(?!人民政府(?!国有资产|办公|研究|参事|外事|侨务|口岸|驻|政务|行政|[\u4e00-\u9fff]{{2,6}}街道办))"
        rf"(?:{SECOND_PLACE}?{CORE}{SUFFIX}|{AT_ONCE})"
    )
    return re.compile(rf"({AT_HEAD}{name}{FREE_END}|{name}{END})")


def leads(front: str) -> bool:
    """Whether what stands in front of a name leaves it at the head of its line: a label, "notice about", what sets it up."""
    return bool(LABEL.search(front) or ABOUT.fullmatch(front) or SET_UP.fullmatch(front))


def spoken_of(document: Document, words: Lexicon, known: list[Body]) -> tuple[Body, Span] | None:
    """The body that a document without a heading of one speaks of most, and where first."""
    named = told_of(document, words, known)
    span = first_mention(document, named[0].name) if named else None
    return (named[0], span) if span else None


def among_units(document: Document, words: Lexicon, names: tuple[str, ...]) -> frozenset[str]:
    """Those that begin lines only as items of lists whose other items are units, or that are only told to be given up."""
    among = names_among_units(document, words, names)
    among |= _of_another(document, words, names)
    if not any("不再保留" in text or "撤销" in text for text in document.even):
        return among
    return among.union(name for name in names[:MOST_GIVEN_UP] if _only_behind(document, name, NO_MORE))


def _of_another(document: Document, words: Lexicon, names: tuple[str, ...]) -> frozenset[str]:
    """Those that stand only where institutions or branches of another body are listed, behind or below its units."""
    listed = _lines_of_lists(document, words) if names else frozenset()
    return frozenset(
        name
        for name in names[:MOST_GIVEN_UP]
        if all(
            index in listed
            or LISTS.search(text[: text.find(name)][-80:])
            or BELONGS.search(text, text.find(name) + len(name))
            for index, text in enumerate(document.even)
            if name in text
        )
    )


def _lines_of_lists(document: Document, words: Lexicon) -> frozenset[int]:
    """The lines below a heading of institutions or branches that stands below units, up to the next heading."""
    listed, units, lists = set[int](), False, False
    for index, text in enumerate(document.even):
        number = number_at(text)
        head = text[number.end if number else 0 :].strip(" :。")
        kind = section_kind(words, head) if head else None
        units = units or kind == "divisions" or HAS_UNITS.search(text) is not None
        lists = kind in LIST_KINDS if kind else lists
        if units and lists and not kind:
            listed.add(index)
    return frozenset(listed)


def _only_behind(document: Document, name: str, said: re.Pattern[str]) -> bool:
    """Whether a name stands nowhere but behind words that give it up, or list what belongs to another."""
    fronts = [text[: text.find(name)][-80:] for text in document.even if name in text]
    return bool(fronts) and all(map(said.search, fronts))
