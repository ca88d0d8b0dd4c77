"""The lists of places in data/: that of 2020, the places that came after it, and those that were before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.folders import bundled

# One line per place; a fifth of the time that a YAML reader takes for the same, and read by every command that loads.
ENTRY = re.compile(r'^  "(\d{6})": \[([a-z0-9-]+), ([\u3400-\u9fff]+), ([A-Za-z ]+)\]$', re.MULTILINE)
OTHER = re.compile(r'^  - \["(\d{6})", ([\u3400-\u9fff]+), (\d{4}), ([a-z0-9-]+)(?:, ([A-Za-z ]+))?\]$', re.MULTILINE)
YEAR = re.compile(r"^code_year: (\d{4})$", re.MULTILINE)
# Peoples in the names of autonomous places, which everyday names leave out: 凉山州, 恭城县.
PEOPLES = (
    "壮|回|维吾尔|蒙古|藏|彝|苗|布依|侗|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|"
    "毛南|仡佬|锡伯|普米|朝鲜|塔吉克|怒|哈萨克|满|瑶|白|保安|裕固|各|独龙|鄂温克|鄂伦春"
)
EVERYDAY = re.compile(rf"(?<=..)(?:(?:{PEOPLES})族)*(?:(?:{PEOPLES})族?)自治([州县旗])$")
# Names in daily use of autonomous counties whose own is longer than most are willing to say.
SPOKEN = {
    "前郭尔罗斯蒙古族自治县": "前郭县", "杜尔伯特蒙古族自治县": "杜蒙县", "阜新蒙古族自治县": "阜蒙县", "喀喇沁左翼蒙古族自治县": "喀左县",
    "和布克赛尔蒙古自治县": "和丰县", "积石山保安族东乡族撒拉族自治县": "积石山县",
    "莫力达瓦达斡尔族自治旗": "莫旗", "鄂温克族自治旗": "鄂温克旗",
}  # fmt: skip
KINDS = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|自治旗|地区|林区|[省市县区盟旗])$")
Level = Literal["province", "prefecture", "county", "zone"]
RANK: dict[Level | None, int] = {"province": 0, "prefecture": 1, "county": 2, "zone": 3, None: 4}


@dataclass(frozen=True)
class Entry:
    """One place: of a list, or one that no list has, which then has no code."""

    code: str | None
    id: str
    name_zh: str | None
    name_en: str | None
    year: int | None = None
    former: bool = False
    within: str | None = None
    """Of an unlisted place: the id of the place around it, where one is known."""
    kind: Level | None = None

    @property
    def level(self) -> Level | None:
        """The administrative level, which the code tells."""
        if self.code is None:
            return self.kind
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    @property
    def name(self) -> str:
        """The Chinese name, or the English one of a place that is known by no other."""
        return self.name_zh or self.name_en or self.id

    @property
    def short(self) -> str:
        """The Chinese name without the kind of place, where two characters or more remain."""
        short = KINDS.sub("", self.name)
        return short if len(short) > 1 else self.name

    @property
    def everyday(self) -> str:
        """The Chinese name of an autonomous prefecture, county or banner without its peoples; else the full name."""
        return EVERYDAY.sub(r"\1", self.name)

    @property
    def full_names(self) -> frozenset[str]:
        """The Chinese names with the kind of place: that of the list and those in daily use."""
        return frozenset((self.name, self.everyday, SPOKEN.get(self.name, self.name)))


@dataclass(frozen=True)
class OtherName:
    """A name that a place has in the list of another year than 2020."""

    name: str
    code: str
    year: int
    id: str
    former: bool


@dataclass(frozen=True)
class Others:
    """Places and names of other years than 2020."""

    entries: dict[str, Entry]
    names: tuple[OtherName, ...]


def listed() -> tuple[int, dict[str, Entry]]:
    """The year of data/places.yaml and its places by id."""
    text = (bundled("data") / "places.yaml").read_text(encoding="utf-8")
    year = YEAR.search(text)
    assert year, "data/places.yaml says no code_year"
    number = int(year[1])
    found: list[tuple[str, str, str, str]] = ENTRY.findall(text)
    return number, {key: Entry(code, key, chinese, english, number) for code, key, chinese, english in found}


@cache
def others() -> Others:
    """The places of data/places-later.yaml and data/places-former.yaml, read where a name or id asks for them."""
    entries: dict[str, Entry] = {}
    names: list[OtherName] = []
    for name, english in (*_read("places-later.yaml", former=False), *_read("places-former.yaml", former=True)):
        names.append(name)
        if english:
            entries[name.id] = Entry(name.code, name.id, name.name, english, name.year, name.former)
    return Others(entries, tuple(names))


def _read(file: str, former: bool) -> Iterator[tuple[OtherName, str]]:
    text = (bundled("data") / file).read_text(encoding="utf-8")
    for code, name, year, key, english in OTHER.findall(text):
        yield OtherName(name, code, int(year), key, former), english
