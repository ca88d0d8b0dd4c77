"""Numbers of posts in Chinese: the number is what is named, the verb is the post."""

import re

from loaders.extract.rules.rule import Rule
from loaders.extract.rules.vocabulary import vocabulary

# What stands between two posts, and in front of a post of the body itself; what a bracket counts.
BEFORE = re.compile(r"[,、;:。()\d名个人]")
FRONT = vocabulary("zh").compile("^{post_front}+|(?:专职|兼职)$", {})
INCLUDED = re.compile(
    r"(?:含|其中|包括)?:?\s{0,9}(?P<name>(?!含|其中|包括)[^,、;:()\d]{2,24}?)(?P<number>\d{1,3})[名人]"
)
OF_BODY = re.compile(
    r"(?P<subject>[\u4e00-\u9fff()]{0,40}?(?:机关)?)(?:核定|现有|共有|总)?(?:(?:机关|人员)?(?:行政|事业|人员)|机关)编制(?:总数)?(?:核定|共|总数)?(?:为|:)?\d{1,4}名|"
    # With the head of the body among them these are no posts of one unit.
    r"(?:核定|共有|总)(?:人员)?编制(?:总数)?(?:为|共|:)?\d{1,4}名[^。]{0,40}(?:领导|[局馆院校台社站会]长|主任)"
)

# Sentences that list units, in which posts are counted, too.
BESIDE: tuple[str, ...] = ("announcement",)
PARTS = {
    "NUMBER": "(?:核定|共|总数|为|各|控制数|:|\\s){0,3}(?P<names>\\d{1,4}|[一二三四五六七八九十百]{1,4})[名个人]",
}
POSTS = (
    Rule(
        "zh.posts.logistics", "logistics", "(?:机关)?(?:后勤|工勤)[^,。;\\d设等]{0,16}?{NUMBER}", hint="后勤 工勤",
        finds={"机关后勤服务人员事业编制5名": ("5",), "工勤编制二名": ("二",)}, leaves=("后勤,编制5名", "后勤服务部等五个科室"),
    ),
    Rule(
        "zh.posts.deputy-heads", "deputy_division_heads", "(?<!正)副[科处股]级?(?:领导)?(?:职数|干部)?{NUMBER}", hint="副",
        finds={"副科级领导职数3名": ("3",), "副处级2名": ("2",)}, leaves=("正副科级领导职数3名",),
    ),
    Rule(
        "zh.posts.heads", "division_heads",
        "(?:(?:内设机构|中层|科室)?正?[科处股]级?(?:领导)?(?:正职)?(?:职数|干部)|正[科处股]级?|内设机构领导职数(?:正[科处股]级)?){NUMBER}",
        hint="科 处 股 职数",
        finds={"科级领导职数9名": ("9",), "内设机构领导职数正科级8名": ("8",)}, leaves=("科室9个科",),
    ),
    Rule(
        "zh.posts.deputy-chiefs", "deputy_division_heads", "(?<!正)(?<!正、)副[科处股]长(?:\\([^()]{2,8}\\))?(?:职数)?{NUMBER}", hint="长",
        finds={"副处长(副主任)6名": ("6",)}, leaves=("正副处长6名", "正、副处长6名", "副局长3名"),
    ),
    Rule(
        "zh.posts.chiefs", "division_heads", "(?:正、?副|(?<!副))[科处股]长(?:\\([^()]{2,8}\\))?(?:职数)?{NUMBER}", hint="长",
        finds={"正副处长(主任)12名": ("12",), "科长8名": ("8",)}, leaves=("副科长2名", "局长1名"),
    ),
    Rule(
        "zh.posts.word", "by word", "(?P<verb>{post}){NUMBER}", hint="{post}",
        finds={"行政编制20名": ("20",), "副局长3名": ("3",), "总会计师1名": ("1",), "局长一名": ("一",)}, leaves=("局长办公会3次", "行政20名"),
    ),
)  # fmt: skip

ELSEWHERE = (
    Rule(
        "zh.posts.elsewhere", "counted_elsewhere", "(?P<names>编制[^。.;]{0,90}?(?:单列|另行核定))", hint="单列 另行核定",
        finds={"执法大队编制另行核定": ("编制另行核定",), "驻局纪检组编制单列": ("编制单列",)}, leaves=("人员编制20名",),
    ),
)  # fmt: skip


def unit_in(front: str) -> str:
    """The unit that stands right in front of a post: 信息公开办公室|主任."""
    return FRONT.sub("", BEFORE.split(front)[-1])
