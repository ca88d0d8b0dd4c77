"""The places of data/places.yaml: every province, prefecture and county by GB/T 2260 code, id and names."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from graph.errors import NotThereError, did_you_mean
from graph.folders import bundled
from graph.schema import Place

# One line per place; a fifth of the time that a YAML reader takes for the same, and read by every command that loads.
ENTRY = re.compile(r'^  "(\d{6})": \[([a-z0-9-]+), ([\u3400-\u9fff]+), ([A-Za-z ]+)\]$', re.MULTILINE)
YEAR = re.compile(r"^code_year: (\d{4})$", re.MULTILINE)
NATION = "china"
# Peoples in the names of autonomous places, which everyday names leave out: 凉山州, 恭城县.
PEOPLES = (
    "壮|回|维吾尔|蒙古|藏|彝|苗|布依|侗|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|"
    "毛南|仡佬|锡伯|普米|朝鲜|塔吉克|怒|哈萨克|满|瑶|白|保安|裕固|各|独龙|鄂温克|鄂伦春"
)
EVERYDAY = re.compile(rf"(?<=..)(?:(?:{PEOPLES})族)*(?:(?:{PEOPLES})族?)自治([州县旗])$")
KINDS = re.compile(r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|自治旗|地区|林区|[省市县区盟旗])$")
Level = Literal["province", "prefecture", "county"]
RANK = {"province": 0, "prefecture": 1, "county": 2}


@dataclass(frozen=True)
class Entry:
    """One place as the file has it."""

    code: str
    id: str
    name_zh: str
    name_en: str

    @property
    def level(self) -> Level:
        """The administrative level, which the code tells."""
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    @property
    def short(self) -> str:
        """The Chinese name without the kind of place, where two characters or more remain."""
        short = KINDS.sub("", self.name_zh)
        return short if len(short) > 1 else self.name_zh

    @property
    def everyday(self) -> str:
        """The Chinese name of an autonomous prefecture, county or banner without its peoples; else the full name."""
        return EVERYDAY.sub(r"\1", self.name_zh)


@dataclass(frozen=True)
class Places:
    """Every place by id."""

    year: int
    entries: dict[str, Entry]

    def __contains__(self, place: object) -> bool:
        return place == NATION or place in self.entries

    @cached_property
    def codes(self) -> dict[str, str]:
        """Id by code."""
        return {entry.code: key for key, entry in self.entries.items()}

    @cached_property
    def named(self) -> dict[str, list[Entry]]:
        """The places of a Chinese name, full or short, or of an English one in lower case; larger places first."""
        named: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(self.entries.values(), key=lambda entry: (RANK[entry.level], entry.code)):
            for name in {entry.name_zh, entry.short, entry.everyday, entry.name_en.lower()}:
                named[name].append(entry)
        return dict(named)

    def node(self, place: str) -> Place:
        """The node of a place."""
        if place == NATION:
            return _node(NATION, "中国", "China", level="nation")
        entry = self.entries[place]
        return _node(place, entry.name_zh, entry.name_en, code=entry.code, code_year=self.year, level=entry.level)

    def around(self, place: str) -> str | None:
        """The id of the place that a place lies in; None for the nation."""
        if place == NATION:
            return None
        code = self.entries[place].code
        for wider in (code[:4] + "00", code[:2] + "0000"):
            if wider != code and wider in self.codes:
                return self.codes[wider]
        return NATION

    def chain(self, place: str) -> list[str]:
        """The place and every larger one around it, smallest first."""
        chain = [place]
        while (wider := self.around(chain[-1])) is not None:
            chain.append(wider)
        return chain

    def names(self, place: str) -> list[str]:
        """How names of bodies may begin with this place."""
        node = self.node(place)
        chinese, english = node.name_zh or "", node.name_en or ""
        short = chinese[:-1] if len(chinese) > 2 else chinese
        everyday = chinese if place == NATION else self.entries[place].everyday
        return [name for name in (f"{english} city", f"{english} municipal", english, chinese, everyday, short) if name]

    def find(self, name: str) -> str:
        """The id of the place with this id, code, Chinese or English name (the largest); raises NotThereError."""
        wanted = name.strip().lower()
        if wanted in self:
            return wanted
        if wanted in self.codes:
            return self.codes[wanted]
        if found := self.named.get(wanted) or (NATION if wanted == "中国" else None):
            return found if isinstance(found, str) else found[0].id
        known = [text for entry in self.entries.values() for text in (entry.name_zh, entry.name_en)]
        raise NotThereError(
            f"place {name!r}", "no place has this name", "a GB/T 2260 code, an id or a name", did_you_mean(name, known)
        )


def _node(key: str, name_zh: str, name_en: str, **properties: object) -> Place:
    return Place(
        id=key,
        name=name_zh,
        name_zh=name_zh,
        name_en=name_en,
        name_zh_source="printed",
        name_en_source="translated",
        **properties,
    )


@cache
def places() -> Places:
    """The places of data/places.yaml."""
    text = (bundled("data") / "places.yaml").read_text(encoding="utf-8")
    year = YEAR.search(text)
    assert year, "data/places.yaml says no code_year"
    return Places(int(year[1]), {found[1]: Entry(*found) for found in ENTRY.findall(text)})
