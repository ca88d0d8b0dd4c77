"""Names of hosted offices and of the coordinating bodies behind them, where sentences and second names print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.proof import Span
from loaders.extract.lexicon import Lexicon, alternation
from loaders.extract.mentions import is_commission
from loaders.extract.text import Document, trimmed

# How a text speaks of an office: second names only name offices of coordinating bodies; sentences about where an office
# is name any office; those about daily work name other bodies as well; beside a unit may stand any unit.
Said = Literal["named", "located", "daily", "beside"]
CHINESE_AND = re.compile(r"以及|[和及与]")
# The office of a group, not named: "the group sets up an office", "the group's office".
SET_BELOW = re.compile("(?:的|下设的?|内设)办公室")
SHORT_FORM = re.compile(
    r"([\u4e00-\u9fff]{2,40}(?:办公室|领导小组|委员会|指挥部|联席会议))\((?:以?下)?简称:?[“\"]?([\u4e00-\u9fff]{2,12})[”\"]?\)"
)
# An office of a government that is set up in a bureau: 市人民政府教育督导室.
ROOM = re.compile(r"[\u4e00-\u9fff]{0,8}[省市县区州旗国][\u4e00-\u9fff]{2,16}(?<!科)(?<!研究)[室办]")
# The same where the group is named before; what stands in front of its name there; how far back that may be.
BARE = re.compile(
    r"(?:该|本|[省市县区州])?(领导小组|委员会|联席会议|总指挥部|指挥部|工作组|专班)(?:的|下设的?)?(?:办公室)?"
)
BEFORE_NAME = r"(?:^(?!第[^条]{1,6}条)|^第[^条]{1,6}条\s{0,3}|[,。;:、(]|成立|设立|组建|建立|调整|承担|设有)"
FRONT = 300
CHINESE_LEAD = re.compile(
    r"^(?:其中|另外|同时|并且?|和|组织|协调|承担|承办|负责|处理|做好|履行|牵头|主持|协助|配合|参与|落实|具体|归口管理|兼(?!并|职))+"
)
# An English name ends where a verb, a comma or a new thing begins.
ENGLISH_CUT = re.compile(
    r",(?! (?:Hong Kong|Macao|Macau|Taiwan)\b|"
    r" (?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*){0,2}(?:, (?-i:[A-Z])[\w-]*){0,2},? and (?-i:[A-Z]))|"
    r"\s{1,9}to\s{1,9}(?:coordinat|guid|manag|carr|promot|do\b)|"
    r"\s{1,9}(?:is|are|was|were|shall|will|which|on behalf|according|in accordance)\b|"
    r"\s{1,9}and\s{1,9}(?:to\s{1,9})?(?:undertak|organiz|draft|be |handl|manag|carr|coordinat|supervis|guid|promot|do |is |are |"
    r"formulat|prepar|assist|complet|investigat|implement|its |other |protect|put |responsible|related)",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"\b(?:office|secretariat) (?:of|for) ", re.IGNORECASE)
ENGLISH_BOTH = re.compile(r"\s{1,9}and\s{1,9}(?=the\s)", re.IGNORECASE)
ENGLISH_OFFICE_OF = re.compile(
    r"(?:the\s+)?(?P<office>(?:[\w-]{1,30}\s{1,9}){0,4}?(?:office|secretariat|secretary group))\s+(?:of|for)\s+(?:the\s+)?(?P<group>.+)",
    re.IGNORECASE,
)
# Between the offices of a list.
NEXT_OFFICE = re.compile(r"(?:,|,? and)\s{1,3}(?=the (?:office|secretariat) (?:of|for) )", re.IGNORECASE)
# Words in front of a noun that stands for bodies named before.
ENGLISH_ANY = re.compile(r"(?:above|these|those|such|relevant|various|each|other|three|two)\b", re.IGNORECASE)
AND = re.compile(r"\s{0,9}(?:and )?")
ENGLISH_PLAIN = re.compile(
    r"\w{4,30} office(?: (?:of|for) .+)?$|(?:office|secretariat) (?:of|for) (?:the )?\w{1,30} .+$", re.IGNORECASE
)
# Bodies that are neither offices nor coordinating bodies and whose daily work a unit may do.
CHINESE_BODY = re.compile(r"(?:协会|学会|联合会|基金会|促进会|研究会|商会|联谊会|局|中心)$")
# The committee of the Party for a place or zone.
PARTY = re.compile("中共[^委]{2,30}工作委员会")
# Bodies that share the staff of another, and are no offices of it.
BESIDE = re.compile(r"(?:局|会|中心|[院校馆站所])$")
ENGLISH_BODY = re.compile(
    r"\b(?:association|society|federation|foundation|exchange|(?<!of the )(?<!of this )(?<!of our )bureau(?: of [\w ]+)?|alliance)$",
    re.IGNORECASE,
)
OFFICE = re.compile(r"\boffice\b", re.IGNORECASE)
ENGLISH_REGION = re.compile(
    r" (?:in|of) (?:the|this) (?:city|county|province|municipality|district|region)$", re.IGNORECASE
)
REMARK = re.compile(r"\s{0,3}\([^()]{1,60}\)$")
ENGLISH_TAIL = re.compile(r"\s{1,3}(?:\w+\s{1,3})?(?:office|secretariat)\b", re.IGNORECASE)
# "joint conference office for …": what the group is for stands behind the word for its office.
ENGLISH_REST = re.compile(r"\s{1,3}(?:for|on|of)\s.{3,120}$", re.IGNORECASE)


def _is_whole(text: str, form: re.Match[str]) -> bool:
    """Whether more than the bare "the committee" is printed."""
    front, behind = text[: form.start()].lower().split(), text[form.end() :]
    bare = not front or front[-1] in ("the", "this", "its", "of", "a")
    return not bare or bool(re.match(r"\s+(?:office\s+)?(?:for|of|on)\s", behind, re.IGNORECASE))


@dataclass(frozen=True)
class Host:
    """A hosted office or body where it is named: `group` inside `name`, or None; `form` of the group.

    `rest` is what belongs to the group's name behind the word for its office.
    """

    name: Span
    group: Span | None
    form: str | None
    is_office: bool
    rest: Span | None = None

    @property
    def group_parts(self) -> tuple[Span, ...]:
        """The spans that together are the name of the group."""
        return tuple(part for part in (self.group, self.rest) if part)


class OfficeNames:
    """Recognises names of offices and coordinating bodies in one document."""

    def __init__(self, document: Document, words: Lexicon) -> None:
        self.document = document
        self.words = words
        forms = alternation(words.words["form"])
        self.form = re.compile(forms if words.language == "zh" else rf"\b(?:{forms})\b", re.IGNORECASE)

    @cached_property
    def short_forms(self) -> dict[str, Host]:
        """Offices and coordinating bodies by the short forms that a Chinese document says it uses for them."""
        found = (
            (one[2], self.office(line, text, *one.span(1)))
            for line, text in enumerate(self.document.even, 1)
            for one in SHORT_FORM.finditer(text)
        )
        return {short: host for short, host in found if host}

    def listed(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Iterator[Host]:
        if self.words.language == "en":
            yield from self._english_listed(line, text, start, end, said)
            return
        begin = max(start, text.rfind(",", start, end) + 1)
        for piece in re.finditer(r"(?:“[^”]{1,30}”|[^、])+", text[begin:end]):
            for start, stop in self._chinese_pieces(text, begin + piece.start(), begin + piece.end()):
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

    def _chinese_pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Several names with "and" between them where an office or a coordinating body stands on both sides."""
        for found in CHINESE_AND.finditer(text, start, end):
            left, right = text[start : found.start()], text[found.end() : end]
            if (self._ends_as_host(left) or CHINESE_BODY.search(left)) and self._ends_as_host(right) and len(right) > 4:
                yield start, found.start()
                start = found.end()
        yield start, end

    def _ends_as_host(self, text: str) -> bool:
        return text.endswith((*self.words.words["form"], *self.words.words["office"]))

    def _english_listed(self, line: int, text: str, start: int, end: int, said: Said) -> Iterator[Host]:
        """The names behind the last commas; where none stands there, the name before the first word that cuts it."""
        hosts = self._each_office(line, text, start, end)
        hosts = hosts or ([] if said == "named" else self._behind_commas(line, text, start, end, said))
        if hosts:
            yield from hosts
            return
        cut = ENGLISH_CUT.search(text, start, end)
        stop = cut.start() if cut else end
        for begin, until in self._english_pieces(text, start, stop):
            host = self.office(line, text, begin, until, said)
            if host:
                yield host

    def _each_office(self, line: int, text: str, start: int, end: int) -> list[Host]:
        """The offices of a list in which each begins with "the office of"; else none."""
        cuts = [found.span() for found in NEXT_OFFICE.finditer(text, start, end)]
        starts, stops = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
        pieces = zip(starts, stops, strict=True) if cuts and "," in text[start:end] else ()
        hosts = [self.office(line, text, begin, stop) for begin, stop in pieces]
        good = [host for host in hosts if host and host.is_office]
        return good if len(good) == len(hosts) else []

    def _behind_commas(self, line: int, text: str, start: int, end: int, said: Said) -> list[Host]:
        """The last pieces between commas that are offices; other things may be said in front of them."""
        hosts: list[Host] = []
        stop = end
        while stop > start and (comma := self._comma(text, start, stop)) >= 0:
            begin = AND.match(text, comma + 1, stop)
            host = self.office(line, text, begin.end() if begin else comma + 1, stop, said)
            if host is None:
                return hosts
            hosts.insert(0, host)
            stop = comma
        first = self.office(line, text, start, stop, said) if hosts else None
        return [first, *hosts] if first else hosts

    def _comma(self, text: str, start: int, end: int) -> int:
        """The last comma that stands in no name: "the Office of the Prevention, Mitigation and Relief Committee"."""
        comma = text.rfind(",", start, end)
        while comma >= 0:
            office = list(UNFINISHED.finditer(text, start, comma))
            if (
                not office
                or self.form.search(text, office[-1].start(), comma)
                or not self.form.search(text, comma, end)
            ):
                return comma
            comma = text.rfind(",", start, comma)
        return comma

    def _english_pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Several names: "and the" separates them where an office or a coordinating body stands on both sides."""
        for found in re.finditer(r"\s+and\s+", text[start:end]):
            if ENGLISH_BODY.search(text[start : start + found.start()]) and ENGLISH_BODY.search(text[start:end]):
                yield start, start + found.start()
                start += found.end()
        for found in ENGLISH_BOTH.finditer(text, start, end):
            left, right = text[start : found.start()], text[found.end() : end]
            if self._speaks_of_host(right) and (
                self._speaks_of_host(left) or re.match("the office of", right, re.IGNORECASE)
            ):
                yield start, found.start()
                start = found.end()
        yield start, end

    def _speaks_of_host(self, text: str) -> bool:
        return bool(self.form.search(text) or self.words.matches("office").search(text))

    def office(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Host | None:
        """The office or coordinating body that a piece of text names; None where it names neither."""
        if self.words.language == "zh":
            return self._chinese_office(line, text, start, end, said)
        return self._english_office(line, text, start, end, said)

    def _chinese_office(self, line: int, text: str, start: int, end: int, said: Said) -> Host | None:
        lead = CHINESE_LEAD.match(text[start:end])
        span = trimmed(line, text, start + (lead.end() if lead else 0), end, "的,。")
        if span is None:
            return None
        bracket = re.search(r"\([^()]*\)$", text[span.start : span.end])
        if bracket:
            span = Span(line, span.start, span.start + bracket.start())
        name = text[span.start : span.end]
        forms = [found for found in self.form.finditer(name) if not self._no_group(name, found)]
        if not forms:
            if said != "named" and (self.words.ends(name, "office") or ROOM.fullmatch(name)) and len(name) > 4:
                return Host(span, None, None, True)
            if said == "beside":
                return Host(span, None, None, not BESIDE.search(name))
            body = (
                said == "daily" and len(name) > 4 and CHINESE_BODY.search(name) and not name.startswith(("各", "有关"))
            )
            return Host(span, None, None, False) if body else None
        last = forms[-1]
        if last.start() < 2:
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

    def _no_group(self, name: str, found: re.Match[str]) -> bool:
        front = name[: found.end()]
        return (
            bool(PARTY.fullmatch(front))
            or is_commission(front)
            or any(front.endswith(word) for word in self.words.words["no_group"])
        )

    def _english_office(self, line: int, text: str, start: int, end: int, said: Said) -> Host | None:
        span = trimmed(line, text, start, end, '.,"”')
        if span is None:
            return None
        article = re.compile(r"(?:.*?\bthat )?(?:the |an? )?", re.IGNORECASE).match(text, span.start, span.end)
        span = Span(line, article.end() if article else span.start, span.end)
        if bracket := REMARK.search(text, span.start, span.end):
            span = Span(line, span.start, bracket.start())
        name = text[span.start : span.end]
        if ENGLISH_ANY.match(name):
            return None
        of = ENGLISH_OFFICE_OF.match(name)
        if of and self._english_form(of["group"]) is None and self.form.search(of["office"]):
            of = None
        group_start = span.start + of.start("group") if of else span.start
        group_text = of["group"] if of else name
        found = self._english_form(group_text)
        if found is None:
            return self._english_plain(span, name, said)
        form = self.words.words["form"][found[0].lower()]
        if of:
            part_of_office = re.search(r"\b(?:office|secretariat)$", of["group"], re.IGNORECASE)
            if part_of_office or re.match(r"(?:secretary|general) (?:section|division)", name, re.IGNORECASE):
                return None
            return Host(span, Span(line, group_start, span.end), form, True)
        tail = ENGLISH_TAIL.match(name, found.end())
        if tail is None:
            return Host(span, span, form, False)
        group = Span(line, span.start, span.start + found.end())
        rest = ENGLISH_REST.match(name, tail.end())
        if rest is None:
            return Host(Span(line, span.start, span.start + tail.end()), group, form, True)
        return Host(span, group, form, True, trimmed(line, text, span.start + rest.start(), span.end))

    def _english_plain(self, span: Span, name: str, said: Said) -> Host | None:
        """An office or body that is none of a coordinating body."""
        region = ENGLISH_REGION.search(name) or re.search(r" \(", name)
        if region:
            name, span = name[: region.start()], Span(span.line, span.start, span.start + region.start())
        several = len(name.split())
        if (said != "named" and ENGLISH_PLAIN.search(name) and several > 2) or (
            said == "beside" and several > 1 and OFFICE.search(name)
        ):
            return Host(span, None, None, True)
        if said == "beside":
            return Host(span, None, None, False) if several > 1 and name[0].isupper() else None
        return Host(span, None, None, False) if said == "daily" and " " in name and ENGLISH_BODY.search(name) else None

    def _english_form(self, text: str) -> re.Match[str] | None:
        hits = [
            hit
            for hit in self.form.finditer(text.split(" (")[0])
            if not self._no_english_group(text, hit) and _is_whole(text, hit)
        ]
        return hits[0] if hits else None

    def _no_english_group(self, text: str, found: re.Match[str]) -> bool:
        upto = text[: found.end()].lower()
        return any(upto.endswith(word) for word in self.words.words["no_group"])
