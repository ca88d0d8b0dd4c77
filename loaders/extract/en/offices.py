"""Names of hosted offices and of coordinating bodies in English."""

import re
from collections.abc import Iterator

from graph.proof import Span
from loaders.extract.document.text import trimmed
from loaders.extract.mentions.names import is_name
from loaders.extract.mentions.office_names import Host, OfficeNames, Said

# A name ends where a verb, a comma or a new thing begins.
CUT = re.compile(
    r",(?! (?:Hong Kong|Macao|Macau|Taiwan)\b|"
    r" (?-i:[A-Z])[\w-]*(?: (?-i:[A-Z])[\w-]*){0,2}(?:, (?-i:[A-Z])[\w-]*){0,2},? and (?-i:[A-Z]))|"
    r"\s{1,9}to\s{1,9}(?:coordinat|guid|manag|carr|promot|do\b)|"
    r"\s{1,9}(?:is|are|was|were|shall|will|which|on behalf|according(?! to law)|in accordance)\b|"
    r"\s{1,9}and\s{1,9}(?:to\s{1,9})?(?:undertak|organiz|draft|be |handl|manag|carr|coordinat|supervis|guid|promot|do |is |are |"
    r"formulat|prepar|assist|complet|investigat|implement|its |other |protect|put |responsible|related)",
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"\b(?:office|secretariat) (?:of|for) ", re.IGNORECASE)
BOTH = re.compile(r"\s{1,9}and\s{1,9}(?=the\s)", re.IGNORECASE)
OFFICE_OF = re.compile(
    r"(?:the\s+)?(?P<office>(?:[\w-]{1,30}\s{1,9}){0,4}?(?:office|secretariat|secretary group))\s+(?:of|for)\s+(?:the\s+)?(?P<group>.+)",
    re.IGNORECASE,
)
# Between the offices of a list.
NEXT_OFFICE = re.compile(r"(?:,|,? and)\s{1,3}(?=the (?:office|secretariat) (?:of|for) )", re.IGNORECASE)
# Words in front of a noun that stands for bodies named before.
ANY = re.compile(
    r"(?:above|these|those|such|relevant|various|each|other|three|two|leaders?|heads?|directors?|members?|hospital|judicial|trial)\b(?! group)|"
    r"[^,]{0,60}(?:conferences|meetings|committees|groups) (?:held|convened|organized|attended)\b",
    re.IGNORECASE,
)
AND = re.compile(r"\s{0,9}(?:and )?")
PLAIN = re.compile(
    r"\w{4,30} office(?: (?:of|for) .+)?$|(?:office|secretariat) (?:of|for) (?:the )?\w{1,30} .+$", re.IGNORECASE
)
BODY = re.compile(
    r"\b(?:association|society|federation|foundation|exchange|(?<!of the )(?<!of this )(?<!of our )bureau(?: of [\w ]+)?|alliance)$",
    re.IGNORECASE,
)
OFFICE = re.compile(r"\boffice\b", re.IGNORECASE)
REGION = re.compile(r" (?:in|of) (?:the|this) (?:city|county|province|municipality|district|region)$", re.IGNORECASE)
REMARK = re.compile(r"\s{0,3}\([^()]{1,60}\)$")
TAIL = re.compile(r"\s{1,3}(?:\w+\s{1,3})?(?:office|secretariat)\b", re.IGNORECASE)
# "joint conference office for …": what the group is for stands behind the word for its office.
REST = re.compile(r"\s{1,3}(?:for|on|of)\s.{3,120}$", re.IGNORECASE)
# Translations of one Chinese word in the names of coordinating bodies; words that do not distinguish them.
SAME_WORD = {"meeting": "conference", "leadership": "leading", "commission": "committee", "labour": "labor"}
SMALL = frozenset(("the", "of", "for", "and", "on", "in", "municipal", "city", "county", "provincial"))


def _is_whole(text: str, form: re.Match[str]) -> bool:
    """Whether more than the bare "the committee" is printed."""
    front, behind = text[: form.start()].lower().split(), text[form.end() :]
    bare = not front or front[-1] in ("the", "this", "its", "of", "a")
    return not bare or bool(re.match(r"\s+(?:office\s+)?(?:for|of|on)\s", behind, re.IGNORECASE))


def words_of(name: str) -> frozenset[str]:
    """What distinguishes a name: its words, whatever their order."""
    return frozenset(SAME_WORD.get(word, word) for word in re.findall(r"\w+", name)) - SMALL


class Offices(OfficeNames):
    """Recognises English names."""

    def listed(self, line: int, text: str, start: int, end: int, said: Said = "named") -> Iterator[Host]:
        """The names behind the last commas; where none stands there, the name before the first word that cuts it."""
        hosts = self._each_office(line, text, start, end)
        hosts = hosts or ([] if said == "named" else self._behind_commas(line, text, start, end, said))
        if hosts:
            yield from hosts
            return
        cut = CUT.search(text, start, end)
        stop = cut.start() if cut else end
        for begin, until in self._pieces(text, start, stop):
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
            each = self._each_of(line, text, begin.end() if begin else comma + 1, stop, said)
            if not each:
                return hosts
            hosts = [*each, *hosts]
            stop = comma
        return [*self._each_of(line, text, start, stop, said), *hosts] if hosts else []

    def _each_of(self, line: int, text: str, start: int, end: int, said: Said) -> list[Host]:
        """The offices between two commas; none where any piece is none."""
        hosts = [self.office(line, text, begin, until, said) for begin, until in self._pieces(text, start, end)]
        return [host for host in hosts if host] if all(hosts) else []

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

    def _pieces(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Several names: "and the" separates them where an office or a coordinating body stands on both sides."""
        for found in re.finditer(r"\s+and\s+", text[start:end]):
            if BODY.search(text[start : start + found.start()]) and BODY.search(text[start:end]):
                yield start, start + found.start()
                start += found.end()
        for found in BOTH.finditer(text, start, end):
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
        """By its words, with "the office of" in front or "office" behind."""
        span = trimmed(line, text, start, end, '.,"”')
        if span is None:
            return None
        article = re.compile(r"(?:.*?\bthat )?(?:the |an? )?", re.IGNORECASE).match(text, span.start, span.end)
        span = Span(line, article.end() if article else span.start, span.end)
        if bracket := REMARK.search(text, span.start, span.end):
            span = Span(line, span.start, bracket.start())
        name = text[span.start : span.end]
        if ANY.match(name):
            return None
        of = OFFICE_OF.match(name)
        if of and self._form(of["group"]) is None and self.form.search(of["office"]):
            of = None
        group_start = span.start + of.start("group") if of else span.start
        group_text = of["group"] if of else name
        found = self._form(group_text)
        if found is None:
            return self._plain(span, name, said)
        form = self.words.words["form"][found[0].lower()]
        if of:
            part_of_office = re.search(r"\b(?:office|secretariat)$", of["group"], re.IGNORECASE)
            if part_of_office or re.match(r"(?:secretary|general) (?:section|division)", name, re.IGNORECASE):
                return None
            return Host(span, Span(line, group_start, span.end), form, True)
        tail = TAIL.match(name, found.end())
        if tail is None:
            return Host(span, span, form, False)
        group = Span(line, span.start, span.start + found.end())
        rest = REST.match(name, tail.end())
        if rest is None:
            return Host(Span(line, span.start, span.start + tail.end()), group, form, True)
        return Host(span, group, form, True, trimmed(line, text, span.start + rest.start(), span.end))

    def _plain(self, span: Span, name: str, said: Said) -> Host | None:
        """An office or body that is none of a coordinating body."""
        region = REGION.search(name) or re.search(r" \(", name)
        if region:
            name, span = name[: region.start()], Span(span.line, span.start, span.start + region.start())
        several = len(name.split())
        if (said != "named" and PLAIN.search(name) and several > 2) or (
            said == "beside" and several > 1 and OFFICE.search(name)
        ):
            return Host(span, None, None, True)
        if said == "beside":
            named = name[0].isupper() or is_name(self.words, name, "unit")
            return Host(span, None, None, False) if several > 1 and named else None
        return Host(span, None, None, False) if said == "daily" and " " in name and BODY.search(name) else None

    def _form(self, text: str) -> re.Match[str] | None:
        hits = [
            hit
            for hit in self.form.finditer(text.split(" (")[0])
            if not self._no_group(text, hit) and _is_whole(text, hit)
        ]
        return hits[0] if hits else None

    def _no_group(self, text: str, found: re.Match[str]) -> bool:
        upto = text[: found.end()].lower()
        return any(upto.endswith(word) for word in self.words.words["no_group"])
