"""Names of hosted offices and of coordinating bodies in Chinese."""

import re
from collections.abc import Iterator
from functools import cached_property

from graph.proof import Span
from loaders.extract.document.text import trimmed
from loaders.extract.mentions.office_names import Host, OfficeNames, Said
from loaders.extract.zh.names import is_commission
from loaders.extract.zh.short_names import FRONT as PLACE

AND = re.compile(r"以及|[和及与]")
# The office of a group, not named: "the group sets up an office", "the group's office".
SET_BELOW = re.compile("(?:的|下设的?|内设)办公室")
SHORT_FORM = re.compile(
    r"([\u4e00-\u9fff]{2,40}(?:办公室|领导小组|委员会|指挥部|联席会议))\((?:以?下)?简称:?[“\"]?([\u4e00-\u9fff]{2,12})[”\"]?\)"
)
# An office of a government that is set up in a bureau: 市人民政府教育督导室.
ROOM = re.compile(r"[\u4e00-\u9fff]{0,8}[省市县区州旗国][\u4e00-\u9fff]{1,16}(?<!科)(?<!研究)[室办]")
# The office of a body or of who leads it is that body's own.
OWN = re.compile(r"(?:机关|单位|公司|[局厅院馆所站]|[局厅院馆所站校部察]长|主任|书记)办公室$")
# Forms that say themselves what the body is for: 减灾委.
SAYS_MATTER = re.compile("[减安食爱禁]")
# The same where the group is named before; what stands in front of its name there; how far back that may be.
BARE = re.compile(
    r"(?:该|本|[省市县区州])?(领导小组|委员会|联席会议|总指挥部|指挥部|工作组|专班)(?:的|下设的?)?(?:办公室)?"
)
BEFORE_NAME = r"(?:^(?!第[^条]{1,6}条)|^第[^条]{1,6}条\s{0,3}|[,。;:、(]|成立|设立|组建|建立|调整|承担|设有)"
FRONT = 300
LEAD = re.compile(
    r"^(?:保留|其中|另外|同时|并且?|以及|和|组织|协调|承担|承办|负责|处理|做好|履行|牵头|主持|协助|配合|参与|落实|具体|归口管理|兼(?!并|职))+"
)
# Bodies that are neither offices nor coordinating bodies and whose daily work a unit may do.
BODY = re.compile(r"(?:协会|学会|联合会|基金会|促进会|研究会|商会|联谊会|局|中心)$")
# The committee of the Party for a place or zone.
PARTY = re.compile("中共[^委]{2,30}工作委员会")
# Bodies that share the staff of another, and are no offices of it.
BESIDE = re.compile(r"(?:局|会|中心|[院校馆站所])$")


def words_of(name: str) -> frozenset[str]:
    """What distinguishes a name: all of it but its place."""
    return frozenset((re.sub("^(?:人民)?政府", "", PLACE.sub("", name)),))


class Offices(OfficeNames):
    """Recognises Chinese names."""

    @cached_property
    def short_forms(self) -> dict[str, Host]:
        """Offices and coordinating bodies by the short forms that the document says it uses for them."""
        found = (
            (one[2], self.office(line, text, *one.span(1)))
            for line, text in enumerate(self.document.even, 1)
            for one in SHORT_FORM.finditer(text)
        )
        return {short: host for short, host in found if host}

    def listed(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Iterator[Host]:
        """The names behind the last comma, between signs."""
        begin = max(start, text.rfind(",", start, end) + 1)
        for piece in re.finditer(r"(?:“[^”]{1,30}”|[^、])+", text[begin:end]):
            for start, stop in self._pieces(text, begin + piece.start(), begin + piece.end()):
                host = self.office(line, text, start, stop, said) or self._named_before(line, text, start, stop)
                if host:
                    yield host

    def _named_before(self, line: int, text: str, start: int, end: int) -> Host | None:
        """The group of "the office of the leading group", which the same line has named in full before."""
        bare = BARE.fullmatch(text, start, end)
        named = re.compile(rf"{BEFORE_NAME}([^,。;:、()]{{2,40}}?{bare[1]})") if bare else None
        front = max(0, start - FRONT)
        for found in reversed(list(named.finditer(text, front, start)) if named else []):
            host = self.office(line, text, *found.span(1))
            if host and host.group:
                return Host(host.group, host.group, host.form, False)
        return None

    def _pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Several names with "and" between them where an office or a coordinating body stands on both sides."""
        for found in AND.finditer(text, start, end):
            left, right = text[start : found.start()], text[found.end() : end]
            if (self._ends_as_host(left) or BODY.search(left)) and self._ends_as_host(right) and len(right) > 4:
                yield start, found.start()
                start = found.end()
        yield start, end

    def _ends_as_host(self, text: str) -> bool:
        return text.endswith((*self.words.words["form"], *self.words.words["office"]))

    def office(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Host | None:
        """By the last words of its name."""
        lead = LEAD.match(text[start:end])
        span = trimmed(line, text, start + (lead.end() if lead else 0), end, "的,。")
        if span is None:
            return None
        bracket = re.search(r"\([^()]*\)$", text[span.start : span.end])
        if bracket:
            span = Span(line, span.start, span.start + bracket.start())
        name = text[span.start : span.end]
        forms = [found for found in self.form.finditer(name) if not self._no_group(name, found)]
        if not forms:
            if said != "named" and self._is_office(name):
                return Host(span, None, None, True)
            if said == "beside":
                return Host(span, None, None, not BESIDE.search(name))
            body = said == "daily" and len(name) > 4 and BODY.search(name) and not name.startswith(("各", "有关"))
            return Host(span, None, None, False) if body else None
        last = forms[-1]
        if last.start() < (1 if SAYS_MATTER.match(last[0]) else 2):
            return None
        tail = name[last.end() :]
        group = Span(line, span.start, span.start + last.end())
        form = self.words.words["form"][last[0]]
        if not tail or SET_BELOW.fullmatch(tail):
            return Host(group, group, form, False)
        if (
            "(" not in tail
            and self.words.ends(tail, "office")
            and len(tail) <= 12
            and not tail.endswith("办公室秘书处")
        ):
            return Host(span, group, form, True)
        return None

    def _is_office(self, name: str) -> bool:
        """Whether a name is that of an office which is a body's own by no word."""
        room = ROOM.fullmatch(name)
        named = room or (self.words.ends(name, "office") and len(name) > 4)
        return bool(named) and len(name) > 2 and not OWN.search(name)

    def _no_group(self, name: str, found: re.Match[str]) -> bool:
        front = name[: found.end()]
        return (
            bool(PARTY.fullmatch(front))
            or is_commission(front)
            or any(front.endswith(word) for word in self.words.words["no_group"])
        )
