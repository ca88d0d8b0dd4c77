"""What documents of random shape are made of: places, bodies of many sorts, their units and institutions, wordings."""

from dataclasses import dataclass

# A place, its id, and what is said in front of its bodies' names in short.
PLACES = (
    ("金华市", "jinhua", "市"), ("庐江县", "lujiang", "县"), ("双流区", "shuangliu", "区"), ("满洲里市", "manzhouli", "市"),
    ("贵州省", "guizhou", "省"), ("宜兴市", "yixing", "市"), ("安吉县", "anji", "县"), ("延边朝鲜族自治州", "yanbian", "州"),
    ("乌审旗", "wushen", "旗"), ("岳阳市", "yueyang", "市"),
)  # fmt: skip
MATTERS = (
    "综合", "人事", "财务", "规划", "法规", "救助", "养老", "档案", "宣传", "监督", "项目", "统计", "基层政权", "社会事务",
    "行政审批", "计划财务", "组织人事", "产业发展", "城乡建设", "政策研究", "安全监管", "科技信息", "退休人员管理",
)  # fmt: skip
SECOND = ("信访", "督查", "审批服务", "双拥", "老龄工作", "法制", "应急", "研究")
SERVICES = (
    "救助站", "培训中心", "信息中心", "福利院", "档案馆", "服务中心", "研究所", "执法大队", "水文站", "林场", "博物馆", "质量检测中心",
    "苗圃", "实验学校", "推广站", "考试中心", "机关幼儿园", "疗养院", "技术推广总站", "保障中心", "监测站",
)  # fmt: skip
SECOND_SERVICES = ("老年活动中心", "数据中心", "检验所", "教育基地管理中心", "救灾仓库", "标准化研究院")
TOWNS = ("城关", "东门", "西河", "南湖", "北山", "石桥")
GROUPS = ("双拥工作", "老龄工作", "防汛抗旱", "食品安全", "扶贫开发", "招生考试", "古城保护")
FORMS = ("领导小组", "委员会", "联席会议", "指挥部")
DUTIES = (
    "负责机关文电和会务工作", "承担法规起草和行政复议工作", "指导基层业务工作", "负责安全生产监督检查", "拟订发展规划并组织实施",
    "负责机关财务和资产管理", "组织编制年度计划并监督实施", "负责档案、保密和政务公开工作", "会同有关部门开展专项检查",
)  # fmt: skip


@dataclass(frozen=True)
class Family:
    """Bodies of one sort: what is behind the place in their names, their units, and how units are called as a whole."""

    kind: str
    cores: tuple[str, ...]
    units: tuple[str, ...]
    word: tuple[str, ...]
    under: str = "人民政府工作部门"
    """What a first sentence calls such a body, behind the name of its place."""
    front: str = "{place}"
    branches: str = ""
    """What is behind the names of towns in those of its branches."""


CLERKS = tuple(
    Family(
        "bureau",
        (
            "民政局", "教育局", "司法局", "水利局", "发展和改革委员会", "卫生健康委员会", "住房和城乡建设局", "文化和旅游局", "统计局",
            "市场监督管理局", "人力资源和社会保障局", "农业农村局", "退役军人事务局", "信访局", "审计局", "应急管理局", "交通运输局",
            "自然资源和规划局", "林业局", "公安局", "机关事务管理局", "医疗保障局", "城市管理和综合行政执法局", "供销合作社联合社",
        ),
        tuple(matter + end for matter in MATTERS),
        (word,),
        branches=branches,
    )
    for end, word, branches in (("科", "科室", "分局"), ("处", "处室", "监察分局"), ("股", "股室", "管理所"))
)  # fmt: skip
SPECIAL = (
    Family(
        "bureau",
        ("人民法院",),
        ("立案庭", "刑事审判庭", "民事审判庭", "行政审判庭", "执行局", "政治部", "审判管理办公室", "司法警察大队", "研究室", "综合业务处"),
        ("部门", "内设机构", "庭室"),
        "审判机关",
        branches="人民法庭",
    ),
    Family(
        "bureau",
        ("人民检察院",),
        ("第一检察部", "第二检察部", "第三检察部", "案件管理办公室", "政治部", "检察技术处", "法警大队", "控告申诉检察科"),
        ("部门", "内设机构"),
        "法律监督机关",
    ),
    Family(
        "bureau",
        ("残疾人联合会", "妇女联合会", "工商业联合会", "文学艺术界联合会", "科学技术协会", "总工会", "归国华侨联合会", "红十字会"),
        ("组织联络部", "宣传部", "权益部", "康复部", "教育就业部", "会员部", "学会部", "家庭儿童部", "人事部", "经济部"),
        ("部室", "部门", "内设机构"),
        "人民团体",
    ),
    Family(
        "bureau",
        ("委组织部", "委宣传部", "委统一战线工作部", "委政法委员会", "委老干部局"),
        ("干部科", "组织科", "人才工作科", "公务员科", "理论科", "新闻科", "党派科", "综治科", "研究室", "老干部科"),
        ("科室", "内设机构", "职能科室"),
        "委工作机关",
        front="中共{place}",
    ),
    Family(
        "bureau",
        ("石桥镇人民政府", "城东街道办事处", "南湖乡人民政府"),
        ("党建工作办公室", "经济发展办公室", "社会事务办公室", "平安建设办公室", "应急管理办公室", "财政办公室", "公共服务办公室"),
        ("办公室", "内设机构", "党政机构"),
        "基层政权",
    ),
    Family(
        "institution",
        ("博物馆", "图书馆", "中心医院", "职业技术学院", "疾病预防控制中心", "第一中学", "文化馆"),
        ("业务部", "陈列部", "保管部", "宣教部", "人事科", "总务科", "教务处", "学生处", "采编部", "财务科", "保卫科"),
        ("部室", "部门", "内设机构"),
        "公益一类事业单位",
    ),
    Family(
        "bureau",
        ("经济技术开发区管理委员会", "高新技术产业园区管理委员会", "旅游度假区管理委员会"),
        ("经济发展局", "规划建设局", "财政局", "社会事务局", "招商局", "应急管理局", "行政审批局", "党群工作部"),
        ("部门", "内设机构", "工作机构"),
        "人民政府派出机构",
    ),
)  # fmt: skip
# How units are listed in a sentence, and whether it tells how many they are.
UNITS_SAID = {
    "{who}内设{n}个{word}：{names}。": True,
    "{who}设{n}个{word}：{names}。": True,
    "{who}设有{n}个{word}，即：{names}。": True,
    "{who}现设{n}个{word}，分别是{names}。": True,
    "{who}下设{names}等{n}个{word}。": True,
    "{who}设有{names}{n}个{word}。": True,
    "{who}内设{names}，共{n}个{word}。": True,
    "{who}设{n}个{word}，分别为{names}。": True,
    "{who}内设机构{n}个：{names}。": True,
    "{who}内设机构共{n}个，包括{names}。": True,
    "{who}共有内设机构{n}个，分别为：{names}。": True,
    "{who}下设{n}个{word}（{names}）。": True,
    "{names}等{n}个{word}为{who}内设机构。": True,
    "{who}内设机构：{names}。": False,
    "{who}内设机构有{names}。": False,
    "{who}内设机构包括：{names}。": False,
    "{who}内设{names}。": False,
    "{who}设有{names}。": False,
    "{who}下设{names}等{word}。": False,
    "{who}内设机构为{names}。": False,
    "{who}的内设机构如下：{names}。": False,
}
# The same for institutions and for branches.
INSTITUTIONS_SAID = {
    "{who}下属事业单位{n}个：{names}。": True,
    "{who}下辖{names}等{n}个事业单位。": True,
    "{who}有直属事业单位{n}个，分别是{names}。": True,
    "{who}所属事业单位{n}个，即{names}。": True,
    "{who}下设{n}个事业单位：{names}。": True,
    "{who}共有{n}个下属单位：{names}。": True,
    "{who}归口管理{names}等{n}个事业单位。": True,
    "{who}管理{n}个直属事业单位，分别为：{names}。": True,
    "下属单位：{names}。": False,
    "所属事业单位有{names}。": False,
    "{who}直属单位包括{names}。": False,
    "{who}所属事业单位为{names}。": False,
    "{names}为{who}所属事业单位。": False,
    "{who}下辖{names}。": False,
}
BRANCHES_SAID = {
    "{who}设{n}个派出机构：{names}。": True,
    "{who}下设{names}等{n}个派出机构。": True,
    "{who}派出机构{n}个，分别为{names}。": True,
    "{who}派出机构：{names}。": False,
    "{who}派出机构有{names}。": False,
}
HEADS = ("{#}内设机构", "{#}内设机构：", "{#}内设机构及职责", "{#}机构设置", "{#}科室设置", "{#}内设机构及主要职责")
INSTITUTION_HEADS = ("{#}所属事业单位", "{#}直属单位", "{#}下属单位", "{#}直属事业单位：", "{#}下属事业单位设置")
BRANCH_HEADS = ("{#}派出机构", "{#}派出机构：", "{#}派出机构设置")
# How the sign of a body is told; {own} is its name, {second} the other one.
SIGNS_SAID = {
    "{own}加挂{second}牌子。": "sign",
    "{own}挂{second}牌子。": "sign",
    "{own}增挂{second}的牌子。": "sign",
    "{own}对外保留{second}牌子。": "sign",
    "{own}同时挂“{second}”牌子。": "sign",
    "{own}另挂{second}牌子。": "sign",
    "{own}悬挂{second}牌匾。": "sign",
    "{own}对外使用{second}牌子。": "sign",
    "{own}加挂牌子：{second}。": "sign",
    "{own}与{second}实行一个机构、两块牌子。": "sign",
    "{own}和{second}一套班子，两块牌子。": "sign",
    "{own}与{second}两块牌子、一套人马。": "sign",
    "{own}对外称{second}。": "second name",
    "{own}又称{second}。": "second name",
    "{own}，亦称{second}，服务全{level}。": "second name",
    "{own}同时使用{second}名称。": "second name",
    "{own}对外以{second}名义开展工作。": "second name",
}
# Behind the name of a unit.
BRACKETS = {
    "{own}（{second}）": "second name",
    "{own}（挂{second}牌子）": "sign",
    "{own}（加挂{second}牌子）": "sign",
    "{own}（增挂{second}牌子）": "sign",
    "{own}（加挂{second}）": "sign",
    "{own}（对外挂{second}牌子）": "sign",
    "{own}（{second}牌子）": "sign",
    "{own}（保留{second}牌子）": "sign",
    "{own}（对外称{second}）": "second name",
    "{own}（又称{second}）": "second name",
}
REMARKS = ("（正科级）", "（副科级）", "（公益一类）", "（参公管理）", "（财政全额拨款）", "（筹）")
# Who hosts the office of a coordinating body.
SEATS = (
    "{office}设在{unit}。",
    "{office}设在{unit}，承担日常工作。",
    "{office}挂靠在{unit}。",
    "{unit}承担{office}日常工作。",
    "{unit}承担{office}的日常工作。",
    "{office}日常工作由{unit}承担。",
    "{office}设立在{unit}。",
)
AROUND = {
    "top": (
        "当前位置：首页 > 政务公开 > 机构设置",
        "您现在的位置：首页>>机构概况", "发布时间：2020-05-06 来源：办公室 浏览次数：128", "字号：【大 中 小】 打印本页",
    ),
    "end": (
        "责任编辑：王小明", "联系电话：0579-82465123", "地址：人民路128号", "邮政编码：321000", "版权所有 未经许可不得转载", "【打印】【关闭】",
        "办公时间：周一至周五 8:30-12:00", "上一篇：领导信息", "二〇二〇年五月六日", "2020年5月6日", "发布日期：2020-05-06",
    ),
}  # fmt: skip
