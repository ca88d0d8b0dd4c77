"""Documents and records of many counties, always the same: how guapai grows is measured on them.

    python -m benchmarks.counties FOLDER --counties 285 --bureaus 1

writes FOLDER/records/*.yaml and FOLDER/documents/*.txt. Each bureau of each county has the shape and the ugliness of the
bundled documents: signs, brackets, offices of leading groups, one number twice, a blank field, a name that stands in
every county (慈善总会), an alias that is another bureau's name, divisions whose names are everywhere (办公室).
"""

import argparse
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from graph.proof import quote_hash
from loaders.place_lists import Entry
from loaders.places import places
from loaders.reference import functions

# What a bureau is called, the field of its duties, the committee whose office it hosts.
BUREAUS = (
    ("民政局", "civil-affairs", "减灾委员会"), ("教育局", "education", "语言文字工作委员会"), ("卫生健康局", "health", "爱国卫生运动委员会"),
    ("交通运输局", "transport", "交通战备领导小组"), ("市场监督管理局", "market-supervision", "食品安全委员会"),
    ("农业农村局", "agriculture", "农村工作领导小组"), ("住房和城乡建设局", "housing-construction", "城镇化工作领导小组"),
    ("司法局", "justice", "普法工作领导小组"), ("财政局", "economy", "政府债务领导小组"), ("应急管理局", "emergency-management", "安全生产委员会"),
    ("生态环境局", "ecology", "环境保护督察领导小组"), ("自然资源局", "natural-resources", "国土空间规划委员会"),
    ("文化和旅游局", "culture-tourism", "旅游工作领导小组"), ("科学技术局", "science-technology", "科技工作领导小组"),
    ("公安局", "public-security", "禁毒委员会"), ("人力资源和社会保障局", "employment", "就业工作领导小组"), ("退役军人事务局", "veterans", "双拥工作领导小组"),
    ("民族宗教事务局", "ethnic-religious", "民族工作领导小组"), ("体育局", "sports", "全民健身领导小组"), ("外事办公室", "foreign-affairs", "外事工作领导小组"),
    ("医疗保障局", "social-insurance", "医疗保障领导小组"), ("人才工作局", "talent", "人才工作领导小组"), ("人事局", "personnel", "机构改革领导小组"),
    ("劳动局", "labour", "农民工工作领导小组"), ("机关事务局", "administration", "公务用车领导小组"),
)  # fmt: skip
DIVISIONS = (
    "办公室",
    "政策法规科",
    "规划财务科",
    "业务一科",
    "业务二科",
    "监督检查科",
    "行政审批科",
    "综合科",
    "指导科",
    "基层工作科",
)
INSTITUTIONS = ("服务中心", "信息中心", "培训中心", "执法大队")
NUMBERS = "一二三四五六七八九十"
DUTIES = 7  # of each division
# A matter of one division in each county; in every other county of two and of the first institution.
SPLIT = "petitions"


@dataclass
class Page:
    """A text in the making; what is added to it is quoted by line and characters."""

    lines: list[str] = field(default_factory=list)

    def add(self, text: str) -> int:
        """A new line; its number from 1."""
        self.lines.append(text)
        return len(self.lines)

    def quote(self, part: str) -> str:
        """Where a part stands in the last line, as records say it."""
        start = self.lines[-1].index(part)
        return f"{len(self.lines)}:{start}-{start + len(part)} {quote_hash(part)}"


@dataclass(frozen=True)
class County:
    """One document of one county: its id, text and record."""

    document: str
    text: str
    record: dict[str, Any]


def counties(count: int, bureaus: int = 1) -> Iterator[County]:
    """The documents of the first `count` counties of the code list, `bureaus` (at most 25) of each."""
    found = (entry for entry in places().entries.values() if entry.level == "county")
    for number, entry in enumerate(islice(found, count)):
        for name, branch, committee in BUREAUS[:bureaus]:
            yield _county(number, entry, name, branch, committee)


def _county(number: int, entry: Entry, bureau: str, branch: str, committee: str) -> County:
    page = Page()
    place, printed = entry.id, entry.name_zh or entry.id
    full = f"{printed}{bureau}"
    # Several counties have one name: without the code their texts would be one text, which is refused.
    page.add(f"{full}主要职责（{entry.code}）")
    heading = page.quote(full)
    codes = _matters(branch)
    page.add(f"{full}设下列内设机构（{len(DIVISIONS)}个）：")
    count = {"number": len(DIVISIONS), "at": page.quote(f"{len(DIVISIONS)}个")}
    doers = [3, 5][: 1 + number % 2]
    units = [_division(page, index, codes, committee, printed, index in doers) for index in range(len(DIVISIONS))]
    page.add("所属事业单位：")
    names = [f"{printed}{bureau[:-1]}{name}" for name in INSTITUTIONS]
    shared = list(dict.fromkeys([*codes[:DUTIES], *([SPLIT] if len(doers) > 1 else [])]))
    units += [_institution(page, name, shared if index == 0 else []) for index, name in enumerate(names)]
    page.add(f"行政编制{number % 40 + 10}名，其中局长1名。")
    quotas = [
        {
            "kind": "administrative",
            "number": number % 40 + 10,
            "of_which": {"director": 1},
            "at": page.quote(f"编制{number % 40 + 10}名"),
        },
        {"kind": "director", "number": 1, "counted_elsewhere": True, "at": page.quote("局长1名")},
    ]
    page.add(f"{full}加挂老龄工作委员会办公室牌子（慈善总会）。")
    aliases = [
        {"kind": "sign", "name": "老龄工作委员会办公室", "wording": "add", "at": page.quote("老龄工作委员会办公室")},
        {"kind": "bracket", "name": "慈善总会", "at": page.quote("慈善总会")},
    ]
    body = {
        "kind": "bureau", "name": full, "key": bureau, "name_zh": full, "name_zh_source": "printed", "at": heading, "lines": [1],
        "stated_divisions": count, "aliases": aliases, "quotas": quotas, "units": units, **_dealings(page, place, full, bureau, codes),
    }  # fmt: skip
    text = "\n".join(page.lines) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = {
        "heading": "{name}主要职责",
        "sha256": digest,
        "language": "zh",
        "machine_translated": False,
        "line_count": len(page.lines),
    }
    document = f"{place}-{bureau}"
    return County(document, text, {"version": 2, "document": source, "place": place, "bodies": [body]})


def _dealings(page: Page, place: str, full: str, bureau: str, codes: list[str]) -> dict[str, Any]:
    """What a bureau has to do with others: a duty that came to it, a stated boundary, whom it guides, who assigns it work."""
    matter = functions().nodes[codes[0]].name_zh
    us = {"id": f"{place}/{bureau}"}
    page.add(f"2019年，原人事劳动局的{matter}职责划入{full}。")
    change = {
        "kind": "transfer", "date": "2019", "date_relation": "at", "functions": codes[:1], "at": page.quote(page.lines[-1]),
        "before": [{"name": "原人事劳动局", "at": page.quote("原人事劳动局")}], "after": [{**us, "at": page.quote(full)}],
    }  # fmt: skip
    page.add(f"{full}负责拟订标准；审计部门负责监督标准的执行。")
    shares = [
        {**us, "share": "拟订标准", "at": page.quote(f"{full}负责拟订标准")},
        {"name": "审计部门", "share": "监督执行", "at": page.quote("审计部门负责监督标准的执行")},
    ]
    boundary = {"functions": codes[1:2], "shares": shares, "at": page.quote(page.lines[-1])}
    page.add(f"{full}指导下列行业协会，承办县委交办的其他事项。")
    return {
        "changes": [change], "boundaries": [boundary],
        "oversees": [{"name": "行业协会", "roles": ["guides"], "at": page.quote("指导下列行业协会")}],
        "acts_for": [{"name": "县委", "at": page.quote("县委交办")}],
    }  # fmt: skip


@cache
def _matters(branch: str) -> list[str]:
    """The codes below a field, in the order of the tree."""
    return [code for code in functions().nodes if branch in _around(code)]


def _around(code: str) -> Iterator[str]:
    known = functions().within
    while code in known:
        code = known[code].end_id
        yield code


def _division(page: Page, index: int, codes: list[str], committee: str, printed: str, split: bool) -> dict[str, Any]:
    """A division with duties; the third to last carries the number before it, as one of the bundled documents prints."""
    name = DIVISIONS[index]
    sign = NUMBERS[index - 1] if index == len(DIVISIONS) - 3 else NUMBERS[index]
    said = [functions().nodes[codes[(index * DUTIES + step) % len(codes)]] for step in range(DUTIES)]
    said += [functions().nodes[SPLIT]] * split
    line = page.add(
        f"（{sign}）{name}。" + "".join(f"负责{one.name_zh}工作；" for one in said) + "会同财政部门落实资金。"
    )
    unit: dict[str, Any] = {
        "kind": "division", "name": name, "number": sign, "at": page.quote(name), "lines": [line],
        "duties": [
            {"functions": [one.id], "roles": ["does"], "at": page.quote(f"负责{one.name_zh}工作")} for one in dict.fromkeys(said)
        ],
        "coordinates_with": [{"name": "财政部门", "at": page.quote("会同财政部门")}],
    }  # fmt: skip
    if index == 1:
        unit["hosts"] = [_office(page, committee, printed)]
    if index == 4:
        # A second name that is the name of a bureau of its own elsewhere.
        page.lines[-1] += "挂人事局牌子。"
        unit["aliases"] = [{"kind": "sign", "name": "人事局", "wording": "hang", "at": page.quote("人事局")}]
    return unit


def _office(page: Page, committee: str, printed: str) -> dict[str, Any]:
    page.lines[-1] += f"承担{printed}{committee}办公室日常工作。"
    group = f"{printed}{committee}"
    at = page.quote(f"{group}办公室")
    form = "committee" if committee.endswith("委员会") else "leading_group"
    return {
        "kind": "leading_group_office", "name": "{group}办公室", "wordings": ["daily_work"], "at": at,
        "group": {"name": group, "form": form, "at": at},
    }  # fmt: skip


def _institution(page: Page, name: str, codes: list[str]) -> dict[str, Any]:
    """An institution; one that takes part in duties of divisions has no head yet."""
    said = [functions().nodes[code] for code in codes]
    head_text = f"{name}，负责人：{'' if said else '王某'}，电话：000-{len(page.lines):07d}。"
    line = page.add(head_text + "".join(f"参与{one.name_zh}工作；" for one in said))
    head = {"at": page.quote("负责人")} if said else {"name": "王某", "at": page.quote("王某")}
    phone = f"000-{line - 1:07d}"
    duties = [
        {"functions": [one.id], "roles": ["participates"], "at": page.quote(f"参与{one.name_zh}工作")} for one in said
    ]
    return {
        "kind": "institution", "name": name, "at": page.quote(name), "lines": [line],
        "heads": [head], "site": {"phone": phone, "at": page.quote(phone)}, **({"duties": duties} if duties else {}),
    }  # fmt: skip


def write(folder: Path, count: int, bureaus: int = 1) -> None:
    """Write all records and documents of a figure into a folder."""
    for name in ("records", "documents"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for one in counties(count, bureaus):
        (folder / "documents" / f"{one.document}.txt").write_text(one.text, encoding="utf-8")
        content = yaml.dump(one.record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        (folder / "records" / f"{one.document}.yaml").write_text(content, encoding="utf-8")


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--counties", type=int, default=28)
    parser.add_argument("--bureaus", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.counties, asked.bureaus)


if __name__ == "__main__":
    main()
