"""Former names in Chinese histories: what was founded, and renamed before the body had its name of today."""

from loaders.extract.rules.rule import Rule

PARTS = {"NAME": "(?P<names>[\u4e00-\u9fff]{3,30})(?=[,。;(]|$)", "DATE": r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?"}
# Several rules may tell of one name: each is asked by itself.
RENAMED = (
    Rule(
        "zh.history.renamed", "renamed",
        "(?P<front>[^,。;:()]{0,40}?)(?:(?:{renamed}|改组|合并|更|改|恢复)(?:为|称|成)|改设为?){NAME}", hint="改 更 名 恢复 合并",
        finds={"1996年更名为市劳动局": ("市劳动局", "1996年"), "2001年又改称市农机站": ("市农机站", "2001年又")}, leaves=("改善了条件",),
    ),
)  # fmt: skip
FOUNDED = (
    Rule(
        "zh.history.founded", "founded", "{DATE},?[^,。;:()]{0,12}?(?:成立|设立|建立|组建|始建|始设|设(?!在|于|计|施|有)){NAME}", hint="年",
        finds={"1958年3月设市劳动局": ("市劳动局",), "1980年经批准成立市农机站": ("市农机站",)}, leaves=("1958年设在市政府",),
    ),
)  # fmt: skip
# A division that has another name now, and divisions that became one.
UNIT_RENAMED = (
    Rule(
        "zh.history.unit-renamed", "renamed",
        "(?:^|(?<=[,;。年月日将]))原?(?P<names>[\u4e00-\u9fff]{2,14}[科处股室部])(?:{renamed}|改)(?:为|称|成)(?P<new>[\u4e00-\u9fff]{2,18}[科处股室部])(?=[,。;(]|$)",
        hint="改 更名 {renamed}",
        finds={"2003年,信访科更名为群众工作科": ("信访科", "群众工作科")}, leaves=("信访科更名为信访局",),
    ),
)  # fmt: skip
UNITS_MERGED = (
    Rule(
        "zh.history.units-merged", "merged",
        "(?:^|(?<=[,;。年月日将]))原?(?P<names>(?:[\u4e00-\u9fff]{2,14}[科处股室部][、和与]){1,4}[\u4e00-\u9fff]{2,14}[科处股室部])合并(?:成立|组建|设立|为|成)(?P<new>[\u4e00-\u9fff]{2,18}[科处股室部])(?=[,。;(]|$)",
        hint="合并", finds={"2003年,信访科、督查科合并为信访督查科": ("信访科", "督查科", "信访督查科")}, leaves=("信访科合并为信访局",),
    ),
)  # fmt: skip
BECAME_OF = (
    Rule(
        "zh.history.out-of", "renamed",
        "由(?P<names>[\u4e00-\u9fff]{3,30}?)(?:改组|改制|演变|更名|改建|改设|发展|转制|升格)(?:而来|而成|组成|成立|组建)(?=[,。;]|$)", hint="由",
        finds={"由县农机站升格而来": ("县农机站",)}, leaves=("由县农机站负责",),
    ),
)  # fmt: skip
BECAME = (
    Rule(
        "zh.history.then-called", "renamed",
        "(?<![\u4e00-\u9fff])(?P<names>[\u4e00-\u9fff]{4,30}?)(?:成立|设立|建立),(?:\\d{4}年?)?(?:\\d{1,2}月)?(?:后|又|再)?(?:改称|{renamed}为)"
        "(?P<new>[\u4e00-\u9fff]{4,30})(?=[,。;(]|$)", hint="称 {renamed}",
        finds={"1993年,县农机管理处成立,1997年改称县农业机械局": ("县农机管理处", "县农业机械局")}, leaves=("县农机站成立,又称县农业局",),
    ),
    Rule(
        "zh.history.became", "renamed",
        "(?P<names>(?:(?![将由年月日])[\u4e00-\u9fff]){3,30}?)(?:改设|改为|改称|更名|重组|改组)为?(?P<new>[\u4e00-\u9fff]{3,30})(?=[,。;(]|$)",
        hint="改 更名 重组",
        finds={"县农机站更名为县农业局": ("县农机站", "县农业局")}, leaves=("2001年改为县农业局",),
    ),
)  # fmt: skip
