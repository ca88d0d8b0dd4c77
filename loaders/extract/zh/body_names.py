"""What a Chinese name of a body is made of, and where one ends."""

import re

from loaders.extract.rules.vocabulary import vocabulary

# What may follow the name of a body at the beginning of a line.
END = (
    r"(?=$|、[省市县区州旗](?!长)[^、。,;:]{2,16}[局委会部办心](?:[、和及与]|[正集举]?[^、。,;:]{0,4}[揭挂]牌)|[昨今近当]日|[\s(,。:“”\"《>»|_-]|(?:19|20)\d\d年度?(?:部门|预算|决算|单位|工作|公开|政府|法治|机构|整体|项目|绩效|财政|重点)|预算|决算|[正副]?[科处厅股]级|[科处股]室|各[科处股]|电话|地址|办公(?!室|厅)|联系(?!会议)|通讯|职能|职责|机构|内设|部门|主要|概况|简介|办事细则|处务规程|编制表|设(?!计|施|在|于|立在)|是|为|三定|和二级|[和及](?![\u4e00-\u9fff]{1,8}[局委厅部])|二级|于|机关|的|与|基本|门户|单位|组织|所属|"
    r"共|对外|正式|揭牌|挂(?!靠|在)|[加增另悬]挂|派出|同时|管理(?=\d|[一二三四五六七八九十两]{1,2}个)|属|领导|承担|系|负责|下(?![发达放])|内|简称|又|加|工作|直属|党政|创建|始建|成立|隶属|位于|归口|原名|原为|原系|前身|又名|亦称|也称|在|由|现|现有|有(?=工作人员|职工|干部|办公)|辖|编制\d)"
)
SUFFIX = (
    r"(?:(?<=[镇乡道])党工?委(?:[、和](?:办事处|人民政府|政府))?|(?<=[镇乡])(?:人民)?政府|街道办事处|管理委员会|管委会|常委会|常务委员会|监委|党组|(?<=[镇乡市区])公所|海关|组织部|宣传部|统战部|统一战线工作部|社会工作部|政法委员会|委员会|管理局|监督局|总局|分局|(?<![布格])局|(?<![客大展餐])厅|联合社|供销合作社|合作社|联合会|总工会|协会|红十字会|党校|妇联|办公室|中心|医院|学院|"
    r"学校|中学|小学|大学|研究院|研究所|[研教][究研]室|参事室|总会|[残科文侨]联|委(?!组织|宣传|统|政法|编|机构|员|办|老干|党校|巡|网信|社会|督|台|外|农)|(?<!县公)(?<!合)署|所|院|馆|队|(?<!网)站|(?<![干内全本])部|处|办)"
)
# The name at the head of a clause also ends where neither a post, a unit nor a longer name goes on.
AFTER = "|".join(vocabulary("zh").all("after_name"))
FREE_END = (
    rf"(?:{END}|(?=[\u4e00-\u9fff]{{2}})(?!成员|[长员机属党团委系内各级群股校街镇乡村门]|政府|公室|事处|会(?!同)|人大|主任|书记|代表|[局院馆所站校处科队]长|"
    rf"(?:(?!{AFTER})[\u4e00-\u9fff]){{0,14}}?{SUFFIX}))"
)
AT_HEAD = r"(?<![\u4e00-\u9fff、])"
# No name of a body holds one of these words.
CORE = (
    r"(?:(?!关于|的[市县区州旗](?!场)|印发|及其|暨|正式|将(?!乐)|把|[内下]设(?!计)|落实|了|改革后|改称|改为|我|首[家个]|祝贺|随着|更名|[加增另悬]挂|又称|亦称|归口管理|设立|成立|组建|隶属|派出|管理的|"
    r"、[\u4e00-\u9fff]{0,8}?[省市县区州](?![级属直])|原名|前身|又名|牌子|设在|[是由为或])[\u4e00-\u9fff、]){1,24}?"
)
# Names that the name of the place stands directly in front of.
AT_ONCE = r"(?:海关|管委会|管理委员会|总?工会|妇联|科协|残联|文联|侨联|团委|委?党校|档案馆|图书馆|博物馆)"
# "the zone (the district of the city)": one place under two names.
SECOND_PLACE = r"(?:[\u4e00-\u9fff]{0,12}区\([\u4e00-\u9fff]{2,16}[区县市旗]\))"
# In front of the name in the title of a decision.
YEAR = r"(?:\(?(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年度?\)?)?"
# Names without a place in front: of a ministry, "the city's bureau", or that of the body alone.
UNPLACED = re.compile(
    rf"(?:^|(?<=[\s、.《:,;。])|(?<=关于)|(?<=关于印发)|(?<=关于调整)|(?<=组建)|(?<=[局委厅][所下直]属)|(?<=设立)|(?<=成立)|(?<=改称)|(?<=改为)|(?<=名为)|(?<=复[名称])|(?<=[科局股站所组委处并]为)|(?<=撤销)|(?<=建立)|(?<=\d年)|(?<=年度)|(?<=\d月)|(?<=\d日)|(?<=位于)|(?<=的)(?=[市县区州旗])|(?<=年末,)|(?<=[日午晨],)|(?<=关于明确)|(?<=,均为)|(?<=恢复)|(?<=,在)|(?<=,设)(?![立置有]))(?!年|月|日|[始又重新]{{0,2}}(?:恢复|复名)|增?设|撤销|[成建]立|不再|国民党)({AT_HEAD}{CORE}{SUFFIX}{FREE_END}|{CORE}{SUFFIX}{END})"
)
LEVEL = re.compile(r"(?:中共)?[省市县区州旗镇乡](?!长)|国家|国务院|全国|中国|中华|中央|自治区")
GENERIC = frozenset(vocabulary("zh").all("generic"))
# A verb or a preposition begins no name: what stands behind it may be one.
VERBS = (
    r"负责|承担|承办|拟[订定]|制[订定]|贯彻|起草|完成|协助|会同|协同|配合|联合(?!国|会|社)|落实|开展|受理|参与|推[进动]|做好|管理|监督(?!局)|指导|协调|实行(?!局)|"
    r"组织(?![部委]|人事)|检查(?![站院])|审[核批]|办理|加强|根据|依据|按照|所属|直属|下属|其[他它余]|有关|相关|承接"
)
# Nor is a name printed twice in a row one, a list, nor that of a government of other times.
TWICE = re.compile(r"(.{4,30}?)\1$")
NO_NAME = re.compile(rf"^(?:{VERBS}|.*[科股室处站所队馆行]、|.*(?:军事管制|革命|(?<!国)人民)委员会$)")
NO_BEGINNING = re.compile(
    rf"{VERBS}|本(?!溪)|分别|确定|划入|并入|按|经(?!济|[开贸信营])|由|向|对|将|与|和|及|为|在|以|从|各|[历现]任|的|带领|同时|全[省市县区州旗]|[省市县区州旗]直"
)
# What lists units, or counts one, is no name.
A_LIST = re.compile(
    r"[内下增]设(?!计)|[一二三四五六七八九十两]{1,2}[个家所]|乡、?镇|.{0,3}乡、镇|[^、]{0,60}[科股室处站所队馆]、|.{0,3}(?:还|均|都|共|现)?设有"
)


# A department of a government, whatever its last word.
OF_GOVERNMENT = re.compile("[省市县]政府[\u4e00-\u9fff]{2,6}处$")


def may_be(name: str, places: tuple[str, ...]) -> bool:
    """Whether a text may be the name of a body at all; that of the place in front begins no verb: 和平区, 从化区, 会同县."""
    place = next((place for place in places if name.startswith(place)), "")
    rest = f"□{name.removeprefix(place)}" if place else name
    no_name = NO_BEGINNING.match(rest) or A_LIST.match(rest) or NO_NAME.match(rest) or TWICE.match(name)
    return len(name) > 2 and name not in GENERIC and not no_name


def is_service(name: str) -> bool:
    """Whether the last word of a name is that of an institution."""
    known = vocabulary("zh").words
    if OF_GOVERNMENT.search(name):
        return False
    return not name.endswith(tuple(known["court_end"])) and name.endswith(tuple(known["institution_end"]))


def pattern(places: tuple[str, ...]) -> re.Pattern[str]:
    """Names with that of their place in front."""
    names = "|".join(re.escape(place) for place in sorted(places, key=len, reverse=True)) or "(?!)"
    name = (
        rf"(?:中共|中国共产党|中国人民政治协商会议|政协|国家税务总局|国家统计局|中华人民共和国)?(?:{names})(?!人民政府(?!国有资产|办公|研究|参事|外事|侨务|口岸|驻|政务|行政|[\u4e00-\u9fff]{{2,6}}街道办))"
        rf"(?:{SECOND_PLACE}?{CORE}{SUFFIX}|{AT_ONCE})"
    )
    # Of bodies that are named together each is one.
    beside = rf"(?<=[局委会办部心厅][、和与及]){name}{FREE_END}|{name}(?=[、和与及](?:{names}))"
    return re.compile(rf"({AT_HEAD}{name}{FREE_END}|{name}{END}|{beside})")
