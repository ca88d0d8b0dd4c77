"""Names of institutions and branches at the beginning of Chinese lines."""

import re

from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.zh.units import DECIDED, VERB_FIRST

SAID = re.compile(
    r"等(?=事业|单位|机构|[省市州县区](?:\(|级|直)|\d|[一二三四五六七八九十]|。|$)|均?为|均?由|(?<![一二三四五六七八九十])是|系(?!统)|划归|,|。|:|\s|负责|承担|的(?=机构编制|设置)"
)
SAID_OF_NUMBER = re.compile(r"现有|共有|设\d|\d[个所家名]")
# A name of two or three characters that is nothing but a name: 图书馆, 县苗圃.
SHORT = re.compile(
    r"[\u4e00-\u9fff]{1,2}(?<!网)(?<!车)(?:馆|站|院|队|(?<![厕场住])所|校|园|圃|场|厂|团|台|库|剧社|电影公司)(?<!市场|现场|立场|[机广]场)"
)
PLAIN = re.compile(r"(?!各|其[他它])[\u4e00-\u9fff]{3,16}")
PLACED = re.compile(r"设(?:立)?在|设于|承担|负责|挂靠|归口管理|[主承协]办$")


def is_one(words: Lexicon, name: str) -> bool:
    """By its last word; no sentence, no number of bodies."""
    sentence = SAID_OF_NUMBER.search(name) or VERB_FIRST.match(name) or DECIDED.match(name) or PLACED.search(name)
    whole = len(name) >= 4 or SHORT.fullmatch(name)
    return bool(whole and words.ends(name, "body") and not sentence)
