"""What looks in Chinese like the name of a unit, an institution, an office or a sign, or like a number of them."""

import re
from collections.abc import Iterator

from graph.said import Said
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.zh.body_names import NO_BEGINNING
from loaders.extract.zh.units import DOES

COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
FORMS = "领导小组|委员会|联席会议|指挥部|工作专班|协调小组"
# What separates the items of a line, the brackets and the colons around them; so does a number of what was listed.
MARKS = re.compile(
    r"[():]|[、,;|/\s]+|(?:以及|[和及与])?[等这]?(?:共计?)?(?:\d{1,3}[个家所处座]|[一二三四五六七八九十两]{1,3}[个家])(?:[^\d,。;、:()的和及]{0,10}?(?:机构|单位|部门|科室|企业|[股处]室|法庭|[科股](?![\u4e00-\u9fff])))?(?:以及|[和及与])?"
)
# A list ends at these where no name stands in front, and goes on at every other sign.
ENDS: tuple[str, ...] = (",", ";", "")
# What stands in the name of any body or unit.
HOLDS = re.compile("[\u4e00-\u9fff](?![一二三四五六七八九十]{0,2}$)[\u4e00-\u9fff]")
# What is set up, had or hung stands behind these; a list goes on behind its own words.
FRONT = re.compile(
    r"(?:下设|[内增分]设|[加增]?挂(?!靠)|保留|设有|设立(?![在于])|设置(?![在于])|下辖|还有|现有|另有|拥有|内置|包括|包含|分别[为是]|即(?!时)|直属|所属|下属|归口管理|代管|管辖|[又亦也]称为?|又名|对外(?:[称以]为?|使用)|[分主协]管|(?<![建计开假附铺])设(?![计施备在于立置])|"
    r"(?:[例比]|(?<=,))如(?!下)|派出|(?<![管直])辖(?![区市])|(?<![国公私所没享特])有(?![线限关害色机])|(?<![行作成人])为(?!民)|(?<!不)是|增加|成立|组建)[了着]?"
)
# Behind the last name of a list; behind a name in a heading.
BEHIND = re.compile(
    r"(?:的?(?:主要|工作|岗位)?(?:职责|职能|简介|介绍|概况|任务)(?:如下|是)?|(?<![高初中])等(?:单位|机构|部门|办公室|[科处股部]室)?|的?牌子?|的?名义.{0,8})$"
)
# Separates two names always; what stands between the words of one name, too, is looked at where lists are read.
AND = re.compile("以及|及")
# A name of a unit that what it does follows.
SUBJECT = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{1,16}}?(?<![各该本其])(?:科|股|室|庭|(?<![查惩判])处|(?<![全内])部|队|中心|办|[^服]站|[^场]所|馆))(?=(?:主要|具体|全面|则)?(?:负责|承担|是|为|设|由|承办|职责|协助|组织|(?<=[科股室处部])(?:{DOES})))"
)
# Words that end as names do: for units in general, rooms, what is counted (共一办四科), and others.
NO_NAME = re.compile(
    r"(?:科室|处室|股室|部室|内设处|会议室|教室|实验室|阅览室|接待室|值班室|窗口|之处|好处|各处|何处|(?<!督)查处|惩处|处处|判处|相处|用处|多处|本处|本科|专科|学科|内科|外科|\d处|出处|此处|购物中心|"
    r"干部|全部|顶部|部署|内部|部门|机构|单位|主办|承办|协办|交办|督办|查办|兴办|举办|开办|场所|市场|现场|格局|布局|结局|全局|后台|车站|网站|人民政府|街道|村|居委会?|社区|社会|住所|厕所|厂区|国务院|中央|贫困户)\Z|"
    r"\A(?:[各该其全不为是于在本你我原由属]|隶属|乡镇|[局厅委院校社]属)|\A(?:中心|分局|学校|小学|中学|幼儿园|医院|卫生院|卫生室|敬老院|正局|群团|支队|大队|委员会|领导小组办公室|管理所)\Z|国家[一二三]级|[闭入]馆|[省市县区]级医院|的|规定由|划入|改称|(?<![行作认])为|贯彻|负责|承担|位于|实行|同意|批准|以来|简称|设在|设立在|挂靠|地址|"
    r"\A[^《]*》|《[^》]*\Z|\A[^“]*”|“[^”]*\Z|\A[正副][科处股厅局部]级?\Z|\A(?:共计?|合计|总计)?[设有]?(?:[一二三四五六七八九十两\d]{1,3}个?(?:[室科处股办部组庭]|分?馆)){1,5}\Z"
)
# Bodies of all kinds are told of by anybody: alone in front of other words these are no alarm.
OTHERS = re.compile(
    r"(?:\A图书馆|[公本]司|[^作]场|法院|团体|集团|部队|车库|水库|仓库|公园|校园|家园|商店|酒店|学校|小学|中学|大学|高校|医院|检察院|[省市县区州旗国].{0,30}(?:局|(?<!党)委|厅)|委员会|政府|领导小组|小组|协会|学会|社|店|台|网上展厅|银行)\Z"
)
# A zone may be a body itself.
ZONE = re.compile("[\u4e00-\u9fff]{2}(?:开发|高新|产业|工业|示范|保税|度假|集聚)区\\Z")
# What begins as a duty does and ends like these is a unit all the same: 组织宣传部.
INTERNAL = re.compile(r"\A(?![由向对将与和及为在以从按]).{2,8}[科处股部庭]\Z")
NAME = re.compile(r"(?!\d)[\u4e00-\u9fff“”《》·\d]{2,28}")
# Where an office or a sign is told of for certain; its name is the last group.
TOLD = re.compile(
    rf"(?:承担|负责|承办|履行)([^。;,、]{{2,60}}?(?:{FORMS}|办公室))的?(?:日常|具体)(?:工作|事务)|"
    r"([\u4e00-\u9fff]{2,40}(?:委员会|办公室|秘书处))(?:均|也|都)?(?:设在|设于|挂靠)|[与和同]((?:(?!与)[\u4e00-\u9fff]){2,40})(?:实行)?(?:合署|[两二三四]块牌子)|"
    r"([\u4e00-\u9fff]{4,30}?)(?:也|均|同时|正式)?(?:揭牌|挂牌)成立|([\u4e00-\u9fff]{4,30}?)的?牌子[均也]?挂在|"
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{4,30}?)(?:成立,(?:\d{4}年|[后现])?|正式)?(?:更名|改称|改名|重组)为?"
)
# Who has, leads or manages whom, signs, coordinating bodies.
STRUCTURE = re.compile(
    "[内下增分]设|[下管]辖|[所直下]属|隶属|归口|代管|派[出驻]|主管|双重|领导|[加增]?挂(?![历图])|牌子?|合署|领导小组|指挥部|联席会议|[又亦也]称|名义|(?:单位|机构|部门)(?:包括|构成|有|为)|更名|改称|划[归转入]|撤销|整合"
)
# Inside a sentence: a name by its last word, where neither a post nor a longer name goes on.
STRAY = re.compile(
    r"(?:办公室|办事处|秘书处|科|股|室|处|(?<!家)庭|[大中支总]队|中心|站|所|馆|院|[总分]局|领导小组|委员会|联席会议|指挥部)"
    r"(?=$|[,。;:、()\s“”]|[的和及与等]|共?\d|[一二三四五六七八九十两]{1,3}个|(?:负责|承担|承办|加?挂|合署|内设|下设|设有|主要|牌子|隶属|位于|由|为|是|系(?!统)))"
)
STRAY_FRONT = re.compile("[\u4e00-\u9fff]{1,24}\\Z")
# What parts such a name from the words in front; a duty is about what stands behind the second of these.
PARTED = re.compile(
    r"[的和及与在于由向为是以等各并将把从经到了]|[成建设]立|组建|[内下增分]设|设[有置]?|撤销|合并|[加增]?挂|划归|更名|改[称为]|现[有辖]|拥有|原有?|认定|"
    r"[分主协]管|派出|下辖|又名|如|同意|个|机构|包[括含]|(?<=[室构门])有|对(?!外)|(?<=\d)[年所]|职数|(?:事业)?单位(?=[\u4e00-\u9fff]{0,8}[省市县区州])"
)
OBJECT = re.compile(
    r"(?:负责|指导|组织|协调|管理|配合|参与|监督|检查|会同|协助|建设|支持|推进|推动|做好|落实|服务|联系|加强|完善|督促|进入|接受|认定|有关|相关|[到向各报经与和、原对]|依托|利用|全[省市县区州国])\Z"
)
# What was in a year, who explains a regulation, and where to find a body tell of none that may be lost.
NOT_TOLD = re.compile(r"(?:19|20)\d\d\s?年|民国|负责解释|地址|地点|公众号|网站|访问")
# So far in front of such a name a verb is looked for; so many characters it has at least, so many stand in front of its last word.
FRONT_OF_STRAY, SHORTEST_STRAY, LONGEST_STRAY = 8, 4, 24
# A number behind the last name of a list.
NAMED = "(?<=[室科股处部庭队站所馆院校心局司圃场会团社台厂)])|(?<=机构)|(?<=单位)|(?<=部门)"
NUMBERED = re.compile(
    rf"(?:设有?|下?辖|有|和|及|等|这|共计?|[、,]|^|{NAMED})(?P<number>{COUNT})(?:[个家所处座]|(?=[科股]))(?P<noun>[^\d,。;、:()的]{{0,8}}?(?:机构|单位|部门|科室|[科股室庭圃处队馆厂站所局院]|中心|学校|公司))(?=$|[\d,。;、:()\s和及])|"
    rf"(?:等|共计?|总计|合计|{NAMED})(?P<behind>{COUNT})[个家](?=[,。;、)]|$)|"
    rf"(?<=[设为有即共是])(?P<parts>(?:[一二三四五六七八九十两\d]{{1,2}}个?(?:[科处股室部办组庭队]|分?馆|中心)){{2,6}})(?=$|[,、。;:(])"
)
# Names that share their last word: "东湾、西桥2个管理所". No "and" stands in one, else there are many ways to part them.
SHORT = r"(?:(?!和)[\u4e00-\u9fff]){1,4}"
SHARED = re.compile(
    rf"(?P<names>(?<=[设辖置有和及])(?!机构|单位|部门){SHORT}(?:[、和]{SHORT}){{1,40}})等?\s?{COUNT}(?:[个所处座]|(?=[科股]))[^\d,。;、:()的]{{0,6}}?(?:[科股室庭圃处队馆厂站所局院班组]|中心)(?=$|[,。;、:(])"
)
# What tells of no unit and no duty: numbers of people, land and money; a year; labels of a page; titles of its parts.
MEASURE = r"(?:余|多)?(?:[万亿千]?[元人名亩岁张册卷件户株吨项次篇套辆]|平方|公顷|公里|千米|公斤|立方|m2|㎡|%|‰|万|亿)"
WILL = "推|促|检查|分析|加强|参与|完善|深化|做好|统筹|支持|引导|强化|提升|优化|抓|改善|培育|掌握|了解|收集|跟踪"
NUMBERED_AS = r"[(（]?[一二三四五六七八九十\d]{0,3}[)）]?[、.]?\s?"
ASIDE = {
    Said("figures of people, land or money"): re.compile(
        rf"全[省市县区州旗]共?[^。;内下]{{0,12}}?有[^。;]{{2,60}}\d{{1,6}}[个家所](?![^。;]{{0,80}}科)|(?![^。;]{{0,160}}?(?:编制?\d|编制|职数|[内下]设|挂牌|牌子|负责|承担|承办|组织|指导|管理|维护|养护|保护|审核|受理|监督|检查|落实|开展|推进|完成|实施|做好|参与|协助|拟[定订]|制定|保障|服务))[^。;]{{0,120}}?\d\s?{MEASURE}"
    ),
    Said("what was in a year"): re.compile(
        r"(?:[截自]至?)?(?:19|20)\d\d\s?年(?!度|初|底)(?![^。;]{0,160}?(?:负责|承担|[内下]设|编制))"
    ),
    Said("surroundings of the page"): re.compile(
        r"\s{0,9}(?:[-•]\s?)?(?:中文名|外文名|别名|类[别型]|所?属?地区|所属国家|省市|地点|发布者|发布时间|发布日期|更新时间|日期|时间|阅读|浏览|点击|访问|人气|"
        r"作者|来源|编辑|字体|标签|分类号|页数|页码|唯一号|知识类型|知识出处|内容出处|颗粒名称|起始页|起始时间|文件路径|机构名称|单位[名全]称|摘要|关键词|词条|释义|"
        r"语种|使用时间|罗马拼音|标准地名|成文日期|索引号|文号|主题分类|体裁分类|有效性|保密审查情况|负责人姓名|性质|友情链接|相关链接|附件下载|为您推荐|猜你喜欢)[^:|,。;]{0,8}[:|]|"
        r"\s{0,9}(?:基本介绍|基本信息|相关附件|相关新闻|相关词条|相关解读|相关文件|详细信息|收起|展开|锁定|鎖定|编辑本段|视频专题|目\s?录|引言|返回|主要领导|联络方式|中文名|外文名|类\s{0,4}[型别]|地\s{0,4}区|所属国家|中国|政府部门|政府机构|内容)\s{0,9}(?:$|[:|])"
    ),
    Said("title"): re.compile(
        rf"\s{{0,9}}={{0,4}}(?:(?:第[一二三四五六七八九十\d]{{1,3}}(?:部分|[章节编条篇]):?|{NUMBERED_AS}|表[一二三四五六七八九十\d]{{1,2}}:?)\s?)?(?!{DOES}|{WILL})"
        r"[^,。;:\d]{0,16}(?:概况|说明|名词解释|附件|总表|[算支]表|沿革|简介|目录|历史|描述|设定|(?:基本|收支|总体|机构)情况|单位构成|机构性质|性质及规格|规格|主要任务|比例)={0,4}\s{0,9}$"
    ),
}
# What begins so tells outside of lists what is done with a body, or is to be: 规范档案馆.
DONE_WITH = re.compile(
    "规范|提[升高]|优化|强化|深化|完善|改善|健全|支持|引导|统筹|培育|打造|扩大|拓展|整治|整顿|抓好|鼓励|扶持|深入|维护|严格|繁荣|发挥|推动|巩固"
)
# A name with its place or level in front is the same.
OWN = re.compile(r"[\u4e00-\u9fff]{0,9}[省市县区州盟旗镇乡局院委厅馆部本我该原]")


def is_name(words: Lexicon, name: str, *, listed: bool) -> bool:
    """Whether a text ends as the name of a unit or a body does; outside of lists it must not begin as a duty does, either."""
    ends = words.ends(name, "unit") or words.ends(name, "body") or words.ends(name, "party")
    ends = ends or (listed and ZONE.search(name) is not None)
    if not ends or not NAME.fullmatch(name) or NO_NAME.search(name):
        return False
    return listed or bool(INTERNAL.search(name)) or not (NO_BEGINNING.match(name) or DONE_WITH.match(name))


def subject(_words: Lexicon, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The unit that a clause begins with, in front of what it does."""
    found = SUBJECT.match(text, start, end)
    return (
        None if not found or NO_NAME.search(found["name"]) or NO_BEGINNING.match(found["name"]) else found.span("name")
    )


def strays(words: Lexicon, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names inside a sentence that is no list: not what a duty is about, and not what was in a year."""
    elsewhere = NOT_TOLD.search(text, start, end) is not None
    for found in STRAY.finditer(text, start, end) if not elsewhere else ():
        whole = STRAY_FRONT.search(text[max(start, found.start() - LONGEST_STRAY) : found.start()])
        first = found.start() - len(whole[0]) if whole else found.start()
        *_, begin = (first, *(one.end() for one in PARTED.finditer(text, first, found.end() - 1)))
        name = text[begin : found.end()]
        front = text[max(start, begin - FRONT_OF_STRAY) : begin]
        told = OBJECT.search(front) or OTHERS.search(name)
        if len(name) >= SHORTEST_STRAY and not told and is_name(words, name, listed=False):
            yield begin, found.end()
