"""What the form of a Chinese name says of it: ◇ stands for the name of the document's place."""

from loaders.extract.rules.rule import Rule

PLACED = (
    Rule(
        "zh.clue.placed", "has the place of the document", "^(?:中共|政协|国家税务总局)?(?P<names>◇)", weight=3.0,
        finds={"◇水利局": ("◇",), "中共◇委组织部": ("◇",)}, leaves=("省水利局",),
    ),
    Rule(
        "zh.clue.level", "has the level of a government",
        "^(?:中共)?(?P<names>[省市县区州旗镇乡](?!长|场|政府$)|国家|国务院|全国|中国|中华|中央|自治区)", weight=1.0,
        finds={"县水利局": ("县",), "国家林业局": ("国家",)}, leaves=("水利局", "镇长办公室"),
    ),
    Rule(
        "zh.clue.joined", "two names at once", "[委局会](?P<names>、)[\u4e00-\u9fff]{2,12}$", weight=-3.0,
        finds={"◇高新区党工委、管委会": ("、",)}, leaves=("◇高新区管委会",),
    ),
    Rule(
        "zh.clue.bare", "has no place", "^(?P<names>[\u4e00-\u9fff]{2,4})$", weight=-1.0,
        finds={"水利局": ("水利局",)}, leaves=("云台山风景名胜管理局",),
    ),
)  # fmt: skip
KIND = (
    Rule(
        "zh.clue.unit", "ends as internal units do", "^(?!(?:中共)?[省市县区州旗镇乡◇]|国家|中国|中华|国务院|全国)"
        "[\u4e00-\u9fff、]*(?P<names>(?<!办事)[科处股室司])$", weight=-4.0,
        finds={"社会事务科": ("科",)}, leaves=("◇水利局", "街道办事处"),
    ),
    Rule(
        "zh.clue.issuer", "an office that signs documents about others",
        "(?:[省市县区州◇]委|人民政府)(?P<names>办公[厅室]|编办|(?:机构)?编制委员会办公室)$", weight=-3.0,
        finds={"◇人民政府办公室": ("办公室",), "◇委编办": ("编办",)}, leaves=("◇人民政府外事办公室",),
    ),
    Rule(
        "zh.clue.committee", "the committee of the Party or the government of a place", "(?P<names>[省市县区州旗◇](?:委|人民政府|政府)|^国务院)$", weight=-3.0,
        finds={"◇委": ("◇委",), "市人民政府": ("市人民政府",)}, leaves=("◇委组织部",),
    ),
    Rule(
        "zh.clue.group", "the office of a coordinating body",
        "(?P<names>领导小组|联席会议|指挥部|工作组)", weight=-3.0,
        finds={"◇防汛指挥部": ("指挥部",)}, leaves=("◇民政局",),
    ),
)  # fmt: skip
