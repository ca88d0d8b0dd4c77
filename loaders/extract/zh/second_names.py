"""Second names in Chinese: signs, names used outside, former and short names."""

import re

from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.rule import Rule
from loaders.extract.rules.stretch import Stretch

# What its rules find is a list of names.
SPLIT = True
PARTS = {
    "CHAR": "[^,。;()]",
    "LIST": r"(?:[^,。;()]|\([^()]{2,24}\)(?=[、和]|的?{sign_noun}))",
    "ONE": "[^,。;()、]",
    "STAFF": r"{one_staff}[、,]?{several}[块个](?:牌子|名称|招牌)|{several}[块个](?:牌子|名称|招牌)[、,]?{one_staff}",
    "HISTORY": r"(?:\d{4}年[^,。的]{0,8}的)?",
    "ENDS": "[局厅委会站院校部所]",
}
RULES = (
    Rule(
        "zh.sign.hung", "sign",
        "(?P<verb>{sign_verb})(?:了|有)?(?P<names>(?!挂|牌|什么|哪|何|[一两二三][块个]){LIST}{2,90}?)的?(?:[两三]块)?{sign_noun}(?!照|匾额|子?在|坊)",
        unless="{no_more}", hint="{sign_noun}",
        more="(?:\\([^()]{0,40}\\))?[、和](?P<names>{ONE}{4,60}?)的?{sign_noun}",
        finds={
            "加挂信访局牌子": ("信访局",),
            "加挂市信访局(简称信访局)、市督查局(以下简称督查局)牌子": ("市信访局", "市督查局"),
            "悬挂信访科牌子": ("信访科",),
            "挂市外专局牌子(简称外专局)、市人才局牌子": ("市外专局", "市人才局"),
            "增加信访科、督查科牌匾": ("信访科", "督查科"),
            "同时挂“信访局”、督查局两块牌子": ("信访局", "督查局"),
            "另挂市外事办公室和市港澳办公室的牌子": ("市外事办公室", "市港澳办公室"),
        },
        leaves=("不再加挂信访局牌子", "参加挂牌的领导讲话揭牌", "保留牌照的发放", "对外加挂的牌子", "加挂什么牌子", "增挂一块牌子"),
    ),
    Rule(
        "zh.sign.labelled", "sign", "(?P<verb>{sign_verb})?(?<!金字招)(?<!揭)牌(?:子|匾)?(?:名称)?[:为](?P<names>[^。;()]{2,90})", hint="牌",
        finds={"加挂牌子:信访局、督查局": ("信访局", "督查局"), "挂牌为信访科": ("信访科",)}, leaves=("以此次揭牌为新起点",),
    ),
    Rule(
        "zh.sign.retained", "sign", "(?P<verb>{sign_verb})(?<=保留)(?P<names>{CHAR}{2,90}?)的?名称", unless="{no_more}", hint="保留",
        finds={"对外保留市信访局名称": ("市信访局",)}, leaves=("不再保留市信访局名称", "挂市信访局名称"),
    ),
    Rule(
        "zh.sign.used", "sign", "{use}(?P<names>{CHAR}{2,60}?)的?(?<!揭){sign_noun}", unless="{no_more}", hint="{sign_noun}",
        finds={"对外使用信访科牌子": ("信访科",), "同时启用市档案馆牌子": ("市档案馆",)}, leaves=("不再使用信访科牌子", "启用新楼暨信访科揭牌"),
    ),
    Rule(
        "zh.sign.shared", "sign",
        "{with}(?P<names>[^,。;()“”与]{3,80}?)(?:合署办公|合并办公|合署)?,?(?:实行|为|是|属|系)?[“\"]?(?:{STAFF})", hint="{one_staff}",
        finds={
            "与市人才服务中心实行一套人马、两块牌子": ("市人才服务中心",),
            "与市档案管理处、市信息中心实行“三块牌子、一套人马”": ("市档案管理处", "市信息中心"),
        },
        leaves=("实行一套人马、两块牌子",),
    ),
    Rule(
        "zh.sign.one-agency", "sign",
        "{with}(?P<names>[^,。;()“”与的]{3,60}?)(?:(?:共用|共为|同为|同属|是|为|系|实为)(?:同)?一[个家套](?:机构|单位|班子)|"
        "(?:合并|合署)办公,?(?:实行|为|是|挂)?[“\"]?{several}[块个]牌子(?!,?{one_staff}))", hint="一 牌子",
        finds={
            "市档案局与市档案馆共用一个机构": ("市档案馆",),
            "与市粮食局合并办公,两块牌子": ("市粮食局",),
        },
        leaves=("与市粮食局共用一个院落", "共用一个机构"),
    ),
    Rule(
        "zh.sign.inside", "sign", "(?P<verb>{sign_verb})(?P<names>{CHAR}{2,90})", where=("bracket",), fits="whole",
        finds={"挂信访局": ("信访局",), "加挂督查科、信访科": ("督查科", "信访科")}, leaves=("不挂信访局", "保留副处级,挂靠"),
    ),
    Rule(
        "zh.sign.branded", "sign", "(?!加?挂|增挂|对外|保留|另|同时)(?P<names>[^,。;()]{3,60}?)的?(?:{sign_noun}|挂牌)",
        where=("bracket",), fits="whole", finds={"信访局牌子": ("信访局",), "信访科挂牌": ("信访科",)}, leaves=("对外牌子",),
    ),
    Rule(
        "zh.name.outside", "second_name", "对外(?:使用|以|称为?)(?P<names>{CHAR}{2,60}?)(?:的?(?:名称|名义)|$)", hint="对外",
        finds={"对外以信访局名义": ("信访局",), "对外称市档案馆": ("市档案馆",)}, leaves=("对外交流",),
    ),
    Rule(
        "zh.name.used", "second_name", "{use}(?P<names>{CHAR}{2,60}?)的?(?:名称|名义)", unless="{no_more}|对外", hint="名",
        finds={"同时启用市信访局名称": ("市信访局",)}, leaves=("不使用市信访局名称",),
    ),
    Rule(
        "zh.name.also", "second_name", "(?<!对外){called}为?(?P<names>{CHAR}{2,60})", hint="称 名",
        finds={"又称信访局": ("信访局",), "亦称市档案馆": ("市档案馆",)}, leaves=("统称信访局",),
    ),
    Rule(
        "zh.former.then", "former_name",
        "(?<=,)原(?![为名系是由有]|[^,。;]{2,40}(?:改|更名|划|并入|撤))(?P<names>{ONE}{4,40}(?:中心|[站所局馆院校队处厂场社会])(?=[。;,]|$))",
        hint=",原", finds={"设在东街,原市粮食管理站,": ("市粮食管理站",)}, leaves=("成立于东街,原市粮食站改为",),
    ),
    Rule(
        "zh.former.renamed", "former_name", "由原?(?P<names>{ONE}{2,60}?)(?:于[^,。;()]{2,12}?)?{renamed}(?!的)", hint="{renamed}",
        finds={"由原市人事局更名为市人社局": ("市人事局",), "由市农机站于2019年改名": ("市农机站",)},
        leaves=("由市农机站更名的市农技站",),
    ),
    Rule(
        "zh.former.called", "former_name",
        "(?<![\u4e00-\u9fff](?=原))(?:其)?{formerly}[:为]?{HISTORY}"
        "(?P<names>{ONE}{2,60}(?:[、,][\u4e00-\u9fff]{3,20}{ENDS}(?=[,。;]|$)){0,6})", hint="{formerly}",
        finds={"前身是市教委": ("市教委",), "原称金华市教委": ("金华市教委",), "前身为1958年设立的县水利局": ("县水利局",)},
        leaves=("还原为平地",),
    ),
    Rule(
        "zh.short", "short_name", "{short}:?[“\"]?(?P<names>[^”\"]{2,40})[”\"]?", where=("bracket",), fits="whole",
        finds={"以下简称“市人社局”": ("市人社局",), "简称:市文旅局": ("市文旅局",)}, leaves=("不称局",),
    ),
    Rule(
        "zh.short.said", "short_name", "(?<=,){short}:?[“\"]?(?P<names>[^”\"、,。;()]{2,40})[”\"]?(?=[,。;]|$)", hint="{short}",
        finds={"市水利和湖泊局,简称市水利局,是": ("市水利局",)}, leaves=("以下统称县区,不称局,",),
    ),
    Rule(
        "zh.former.inside", "former_name", "原(?:名)?:?(?P<names>[^,。;()]{3,90})", where=("bracket",), fits="start",
        finds={"原市人事局": ("市人事局",), "原县农机站": ("县农机站",)}, leaves=("高原市",),
    ),
)  # fmt: skip
# Signs of which a sentence says where they hang: the place is the unit that has them.
ELSEWHERE = (
    Rule(
        "zh.sign.hangs-in", "sign", "(?:^|(?<=[,。;]))将?"
        "(?P<names>[^,。;()在将]{3,60}?)的?牌子(?P<verb>加挂|挂)[在于](?P<place>[^,。;]{2,30}?)(?=[,。;]|$)",
        hint="牌子", finds={"市信访局牌子挂在办公室": ("市信访局", "办公室")}, leaves=("牌子挂在办公室",),
    ),
    Rule(
        "zh.sign.hung-there", "sign",
        "(?P<names>[\u4e00-\u9fff]{3,40}?),?在(?P<place>[^,。;在]{2,30}?)(?P<verb>加挂|增挂|挂(?=牌|其|该))(?:(?:该机构|该办公室|其|该)的?)?(?:牌子?)?(?=[,。;]|$)",
        hint="挂", leaves=("在市政府办公室挂牌",),
        finds={
            "市信访局,在市政府办公室挂牌": ("市信访局", "市政府办公室"),
            "市信访局,在市政府办公室加挂": ("市信访局", "市政府办公室"),
        },
    ),
    Rule(
        "zh.sign.there", "sign",
        "(?:^|(?<=[,。;]))(?:同时|另)?在(?P<place>[^,。;、在]{2,30}?)(?P<verb>{sign_verb})(?P<names>(?![该其挂]){CHAR}{2,60}?)的?{sign_noun}(?!照|匾额|坊)",
        hint="{sign_noun}", finds={"在办公室加挂信访科牌子": ("信访科", "办公室")}, leaves=("在办公室加挂该机构牌子", "办公室加挂信访科牌子"),
    ),
)  # fmt: skip
# A line above a list of signs of the body.
HEADING = (
    Rule(
        "zh.sign.heading", "sign",
        "(?:[(]?[一二三四五六七八九十\\d]{1,3}[)、.]{1,2}\\s?)?(?:对外|同时|另)?"
        "(?P<verb>{sign_verb}|{use})(?:有|了)?(?:的)?(?P<names>{sign_noun}|名称|牌(?=的?(?:机构|单位)))(?:的?(?:机构|单位|名称))?[:。]?",
        fits="whole", hint="牌 名称",
        finds={"对外保留牌子": ("牌子",), "(三)加挂牌子的机构:": ("牌子",), "对外使用名称": ("名称",), "挂牌机构": ("牌",)},
        leaves=("加挂市信访局牌子", "牌子"),
    ),
)  # fmt: skip
# A bracket that says something about the unit in front of it.
SAID = re.compile(r"包括|下设|内设|下辖|含.{2,20}[、和]|合署|同处[一壹]|承担|设[在于]|负责|编制?[^、,;]{0,4}\d")
# A bracket that gives a rank and nothing else.
ONLY_SAID = re.compile(r"[正副]?[厅处科股]级$")
ROOM = re.compile(r"[一二三四五六七八九十壹\d]楼|大厅$|房间")
RANK = re.compile(r"[正副][处科厅局股部县]")
NO_NAME = ("后改", "后更", "由", "含", "不含", "简称", "以下简称", "公益", "参照", "与", "和")


def second_names(words: Lexicon, _inner: str, pieces: list[Stretch]) -> list[Stretch]:
    """The names among the pieces; none where work is listed with them: 建设信息中心、网站维护."""
    good = [piece for piece in pieces if _is_name(words, str(piece))]
    others = [
        piece
        for piece in pieces
        if piece not in good
        and piece.text[piece.start - 1 : piece.start] + piece.text[piece.end : piece.end + 1] != ",)"
    ]
    work = [piece for piece in others if "、" in piece.text[piece.start - 1] + piece.text[piece.end : piece.end + 1]]
    return [] if any(not words.matches("remark").search(str(piece)) for piece in work) else good


def _is_name(words: Lexicon, name: str) -> bool:
    named = len(name) > 1 and (words.ends(name, "unit") or words.ends(name, "body"))
    return (
        named and not RANK.match(name) and not ROOM.search(name) and not name.startswith(NO_NAME) and "合署" not in name
    )
