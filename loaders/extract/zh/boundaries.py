"""Who answers for which part of a matter, in Chinese."""

from loaders.extract.rules.rule import Rule

PARTS = {
    "WHO": "(?P<names>[\u4e00-\u9fff]{2,24}?(?:委员会|总署|局|委|厅|部|办公室))",
    "UNIT": "(?:[\u4e00-\u9fff]{2,12}?(?:科|处|司|股|局))?",
}
SHARES = (
    Rule(
        "zh.share.does", "share", "(?<![\u4e00-\u9fff]){WHO}{UNIT}(?:主要|具体)?负责(?P<what>[^,;。]{2,90})", hint="负责",
        finds={"市教育局负责学生资助": ("市教育局", "学生资助")}, leaves=("由市教育局负责",),
    ),
)  # fmt: skip
SHARED = (
    Rule(
        "zh.share.by", "share",
        "(?P<what>[^,;。]{2,90}?)由{WHO}{UNIT}(?:负责|管理|承担|牵头(?:[,、]?会同"
        "(?P<with>[\u4e00-\u9fff]{2,24}?(?:局|委|厅|部|办公室)))?)", hint="由",
        finds={"学生资助由市教育局牵头": ("市教育局", "学生资助")}, leaves=("由市教育局负责",),
    ),
)  # fmt: skip
