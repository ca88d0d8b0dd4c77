"""Institutions, branches and units that Chinese sentences tell of, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from graph.proof import Span
from loaders.extract.claims.sentences import Sentences
from loaders.extract.document.text import Document, trimmed
from loaders.extract.facts.aliases import add_second_name
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import same_body
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import Heading, is_name, listed
from loaders.extract.mentions.second_names import SecondName
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.zh.bodies import IS_ZONE
from loaders.extract.zh.body_names import NO_BEGINNING
from loaders.extract.zh.listings import INNER, OTHERS, SENT, Listing, listings
from loaders.extract.zh.names import standard
from loaders.extract.zh.sections import PAST
from loaders.extract.zh.sentences import RENAMED, Told, is_one, kind_of, pieces, told
from loaders.extract.zh.units import DECIDED, IN_TURN, VERB_FIRST, is_bare

# The time in front of who lists something; words that name another body.
SAID_OF_TIME = re.compile(
    r"^.*?(?:年(?:底|末|初|代)?|月|日|时|目前|现在|现|后|起|至今)(?=[\u4e00-\u9fff]|$)|^(?:并|还|另|另外|其中|同时)"
)
# What an institution sets up inside.
INNER_BODY = re.compile(r"^.{2,10}(?:[科股室处部队]|党委|纪委|支部)$")
# Mass organizations are no units; a line of so many characters may be broken off.
MASSES = re.compile(r"(?:工会|团委|妇委会|妇联|团支部)$")
SIGN_VERB = re.compile(r"(?:同时|对外|另)?(?:[加增]?挂|保留|使用|称).{0,2}$")
ZONE = re.compile("管委会|管理委员会$")
FULL_LINE, SHORTENED = 20, 16
# One division and what it does.
DIVISION = re.compile(r"[科处股室]$")
WORKS = re.compile(
    r",(?:置[^,。;]{0,40}[,。]|(?:具体|主要|专门)?(?:负责|承担)|(?:同时|并|另)?[加增]?挂|为[^,。;]{0,8}内设机构)"
)
ADDED, SET_UP, NEW = re.compile(r"[另增]设"), re.compile("设立"), re.compile("(?:[设成]立|[增新]设|组建)$")
# One name and "and more, 27 in all" is no list.
MORE = 2
# In a list of everything that a body has, what stands outside it.
SERVICE = re.compile(r"(?:[^信]中心|站|所|馆|执法队|场|圃|学校|幼儿园|厂)$")
# What lies elsewhere is no room of the house.
PARTED = re.compile("分[馆院校场社]$")
# A name that stands in a list of others is not what the sentence is about.
IN_LIST = re.compile(r"[、和及].*|.{3,40}[、和及等]")
# Under which other name a body was known when it had what is listed.
CALLED = re.compile(
    r"(?:[称为叫]|[成设建]立|组建|恢复)[“\"]?(?P<name>[\u4e00-\u9fff]{2,16}[局委厅办处科站院馆社部组署])[”\"]?,[局委厅站]?$"
)
# Before the republic there was nothing that there is today; nor is what a text says was so before.
OLD_TIMES = re.compile(rf"清[代朝末]|民国|[日,、]伪|国民党|解放前|民主政府|{PAST.pattern}")
# A level and what the body is: 市局, 市院.
LEVELED = re.compile("[省市县区州旗][局厅院馆校]")
ITSELF = re.compile(r"(?:[该本全])?(?:局|委|厅|部|院|馆|校|社|所|处|站|会|台|署|中心|单位|街道)?")
ANOTHER = re.compile(r"(?:局|委|厅|院|馆|站|校|[^场住]所|[支大总]队|中心|政府|公司|委员会|协会|组)$")
PARTNER = re.compile(
    r"(?:[^,。;]{0,12}?(?:明确|规定|同意|目前|现|[年月日]))?(?P<name>[\u4e00-\u9fff]{3,20}?(?:[局馆院所站社]|中心|办公室|委员会|协会))(?=[是为系作与,])"
)
BRACKETED = re.compile(
    r"(?:(?<=[,。;:])|(?<=设立)|(?<=组建)|^)(?P<name>[\u4e00-\u9fff]{3,30})\((?P<inner>[^()]{4,60})\)(?=,?[是为系由]|[正举隆]?[^,。;]{0,4}[揭挂]牌)"
)
# How a regulation about a body begins: "to regulate the duties of the bureau (short name)".
REGULATED = re.compile(
    r"(?<=规范|明确|加强)(?P<name>[\u4e00-\u9fff]{3,30})\((?P<inner>(?:以下)?(?:统一)?简称[^()]{2,30})\)(?=的?(?:职|机构|内设|主要|人员|组织))"
)
SAID = re.compile(
    r"等(?=事业|单位|机构|[省市州县区](?:\(|级|直)|\d|[一二三四五六七八九十]|。|$)|均?为|均?由|(?<![一二三四五六七八九十])是|系(?!统)|划归|,|。|:|\s|负责|承担|的(?=机构编制|设置)"
)
SAID_OF_NUMBER = re.compile(r"现有|共有|设\d|\d[个所家名]")
# A name of two or three characters that is nothing but a name: 图书馆, 县苗圃.
SHORT = re.compile(
    r"[\u4e00-\u9fff]{1,2}(?<!网)(?<!车)(?:馆|站|院|队|(?<![厕场住])所|校|园|圃|场|厂|团|台|库|剧社|电影公司)(?<!市场|现场|立场|[机广]场)"
)
PLAIN = re.compile(r"(?!各|其[他它])[\u4e00-\u9fff]{3,16}")
PLACED = re.compile(
    r"位于|坐落|地处|\d[年月]|^(?:整合|不再|收回|组建|合并|划转|归并)|设(?:立)?在|设于|承担|负责|挂靠|归口管理|[主承协]办$"
)


class SentenceReader(Sentences):
    """Reads Chinese sentences; what they list is added when all is read."""

    BRACKETED: ClassVar = (BRACKETED, REGULATED)
    PARTNER: ClassVar = PARTNER
    SETS_UP: ClassVar = NEW

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.listings: list[tuple[Draft, Listing]] = []
        self.changed: list[tuple[Draft, Claim]] = []

    def may_tell(self, statement: Statement) -> bool:
        """Prose below a title about duties or posts tells everything else as well."""
        return statement.section in ("duties", "staffing") and not statement.number

    def beside_names(self, statement: Statement) -> Iterator[Statement]:
        """A statement without the names of units, each a sentence of its own, behind the item with a number in front."""
        unit, line = statement.owner, statement.span.line
        if unit is unit.body:
            yield from self._told_in_turn(statement)
            return
        if unit.number is None or unit.at[0].span.line != line:
            yield statement
            return
        text = self.document.even[line - 1]
        clauses = self.document.clauses(statement.span)
        names = [
            name for one in clauses if (name := trimmed(line, text, one.start, one.end, "。;")) and is_bare(text, name)
        ]
        for name in names:
            self._add_heading(unit.body, Heading(name, (), name.end), "division")
        begins = {name.start for name in names}
        if names:
            yield from (replace(statement, span=one) for one in clauses if one.start not in begins)
        else:
            yield statement

    def _told_in_turn(self, statement: Statement) -> Iterator[Statement]:
        """A statement in which sentences tell of one unit after the other, each with its unit; one may be about anybody."""
        body, line = statement.owner, statement.span.line
        text = self.document.even[line - 1]
        clauses = list(self.document.clauses(statement.span))
        own = next((one for one in clauses[1:] if statement.number and text.startswith(body.name, one.start)), None)
        if own:
            # Behind the last of what a body does a sentence tells of the body again.
            yield replace(statement, span=replace(statement.span, end=own.start))
            statement = replace(
                statement, span=replace(statement.span, start=own.start), number=None, section="general"
            )
        told = [(clause, _in_turn(text, clause)) for clause in self.document.clauses(statement.span)]
        # Behind a colon stands what the one in front of it does.
        sure = IN_TURN.match(text, statement.span.start, statement.span.end)
        if sum(heading is not None for _, heading in told) < (1 if sure and sure["sure"] else MORE):
            yield statement
            return
        unit: Draft | None = None
        for clause, heading in told:
            name = self.document.printed(heading.name) if heading else ""
            if heading:
                self._add_heading(body, heading, "institution" if SERVICE.search(name) else "division", listed=True)
            goes_on = text[: clause.start].rstrip().endswith(";")
            unit = self.owners.printed.find(body, name) if heading else unit if goes_on else None
            yield (
                replace(statement, span=clause, owner=unit, section="divisions")
                if unit
                else replace(statement, span=clause)
            )

    def shortened(self, owner: Draft, front: str) -> Draft:
        """The institution of a body that a sentence begins with in a short form of its name."""
        name = SIGN_VERB.sub("", re.split("[,:]", front)[-1])
        if owner is not owner.body or not 3 < len(name) < SHORTENED:
            return owner
        fitting = [
            unit for unit in owner.units if unit.kind == "institution" and same_body(self.words, unit.name, name)
        ]
        return fitting[0] if len(fitting) == 1 else owner

    def tell(self, statement: Statement, text: str, clause: Span) -> None:
        """What is said of bodies, and what is listed."""
        self._renamed(statement, text, clause)
        for family in ("UNIT_RENAMED", "UNITS_MERGED"):
            claims = engine(self.words.language, f"former_names.{family}").claims(Stretch.at(clause, text))
            self.changed.extend((statement.owner.body, claim) for claim in claims)
        for listing in listings(self.words, clause.line, text, clause.start, clause.end):
            bracket = text[statement.span.start - 1 : statement.span.start] == "(" and not listing.subject
            listing = replace(listing, subject=statement.owner.name) if bracket else listing
            self.listings.append((statement.owner, listing))
        for one in told(text, clause.start, clause.end):
            self._told(statement, text, clause.line, one)

    def _told(self, statement: Statement, text: str, line: int, one: Told) -> None:
        """Names of which a sentence says that they are the body's; a unit in it rules no body."""
        body = statement.owner.body
        if one.owner is not None and self.owners.resolve(one.owner, statement.owner) is not body:
            return
        if one.kind == "party_unit":
            # Behind the units that the same sentence lists.
            names = listed(self.words, line, text, one.start, one.end)
            self.listings.append((body, Listing("division", names, "", "", continues=True)))
        elif not one.bare:
            self._add(body, line, text, one.start, one.end, one.kind)
        elif one.owner or statement.owner is body:
            names = listed(self.words, line, text, one.start, one.end)
            printed = [heading.said(text) for heading in names]
            if all(is_one(name) and is_name(self.words, name, "body") for name in printed):
                for heading, name in zip(names, printed, strict=True):
                    self._add_heading(body, heading, kind_of(name))

    def _renamed(self, statement: Statement, text: str, clause: Span) -> None:
        """An institution that gets a new name, and the old one: it is the body's, where the body itself tells it."""
        body = statement.owner.body
        found = next(
            (one for at in pieces(text, clause.start, clause.end) if (one := RENAMED.match(text, at, clause.end))), None
        )
        if found is None or statement.owner is not body or not (SERVICE.search(found["new"]) and is_one(found["new"])):
            return
        if same_body(self.words, body.name, found["new"]) or not is_name(self.words, found["old"], "body"):
            return
        self._add(body, clause.line, text, *found.span("new"), "institution")
        unit = self.owners.printed.find(body, found["new"])
        old = trimmed(clause.line, text, *found.span("old"))
        if unit and old:
            add_second_name(self.document, unit, SecondName("former_name", old, "second-name.former-name"))

    def _lister(self, current: Draft, listing: Listing) -> Draft | None:
        """Who has what is listed: whom the words in front of the verb name, else the body; None where it is another's."""
        subject = SAID_OF_TIME.sub("", listing.subject)
        if not subject and listing.verb.startswith(("都", "均")):
            # "Every town, …, sets up": who they are stands in front of the comma.
            subject = re.split("[,;]", listing.front.rstrip(","))[-1]
        if self._is_of_others(current.body, listing, subject):
            return None
        unit = self.owners.printed.find(current.body, subject)
        beside = listing.verb.endswith("辖") and "设" in listing.front
        belongs = listing.verb in ("下属", "直属", "所属", "包括") and not listing.titled
        vague = belongs or (not ADDED.match(listing.verb) and (listing.year or listing.kind == "division"))
        if (
            len(listing.headings) < 2
            and not (listing.counts or unit or listing.continues)
            and vague
            and not beside
            and not self._works(current, listing)
        ):
            return None
        first = listing.headings[0].name
        if len(listing.headings) == 1 and any(number > MORE and span > first for _, number, span in listing.counts):
            return None
        if listing.verb == "包括" and current.kind == "division":
            return current
        subject = subject.removesuffix("机关")
        if OLD_TIMES.search(listing.front):
            return None
        called = CALLED.search(listing.front) if ITSELF.fullmatch(subject) else None
        if called and not same_body(self.words, current.body.name, called["name"]):
            return None
        if ITSELF.fullmatch(subject) or (LEVELED.fullmatch(subject) and current.body.name.endswith(subject[-1])):
            return current.body if subject else self._told_of(current, listing)
        if len(subject) > 1 and current.body.name.endswith(subject):
            return current.body
        named = self.owners.resolve(subject, current) if subject else None
        if named is None and subject:
            behind = self.owners.named_in(current.body, subject)
            named = next((unit for at, unit in behind if at + len(unit.name) == len(subject)), None)
        if named is not None:
            inside = named.kind == "party_unit" or (named.kind == "division" and not subject.endswith(named.name))
            return named.body if inside else named
        return None if ANOTHER.search(subject) else current.body

    def _is_of_others(self, body: Draft, listing: Listing, subject: str) -> bool:
        """Whether the words in front of a list are those for other bodies, or for a zone, whose parts are places."""
        if listing.verb == "包括" and IS_ZONE.search(subject):
            return True
        own = same_body(self.words, body.name, subject) or (listing.kind == "branch" and subject in ("全市", "全县"))
        return OTHERS.search(subject) is not None and not own

    def _works(self, current: Draft, listing: Listing) -> bool:
        """Whether a sentence that sets up one division tells what it does: "sets up section X, which undertakes …"."""
        heading = listing.headings[0]
        text = self.document.even[heading.name.line - 1]
        name = heading.said(text)
        named = current is current.body and not listing.year and DIVISION.search(name)
        return bool(named and WORKS.match(text, heading.end))

    def _told_of(self, current: Draft, listing: Listing) -> Draft:
        """Who sets up units in a sentence that names no subject there: the unit or institution that it is about, else the body."""
        body = current.body
        if listing.kind == current.kind == "division" and listing.verb in ("内设", "下设"):
            return current
        if listing.kind != "division":
            return body
        front = listing.front
        named = [
            (start, unit)
            for start, unit in self.owners.named_in(body, front)
            if unit.kind == "institution" and not IN_LIST.match(front, max(0, start - 1), start + len(unit.name) + 1)
        ]
        return max(named, key=lambda found: found[0])[1] if named else body

    def add_noted(self) -> None:
        """Add what was listed; of lists of different years the latest: prose tells what was before, too."""
        latest: dict[tuple[int, str], int] = {}
        for current, listing in self.listings:
            key = (id(current.body), listing.kind)
            if ADDED.match(listing.verb) or (SET_UP.match(listing.verb) and len(listing.headings) <= MORE):
                continue
            latest[key] = max(latest.get(key, 0), listing.year)
        for current, listing in self.listings:
            owner = self._lister(current, listing)
            if owner and 0 < listing.year < latest.get((id(current.body), listing.kind), 0):
                self.reading.counted.extend((None, *count) for count in listing.counts)
            elif owner:
                self._add_listing(owner, self._whole(listing))
        self.listings.clear()
        for body, claim in self.changed:
            self._change(body, claim)
        self.changed.clear()

    def _change(self, body: Draft, claim: Claim) -> None:
        """Divisions that were listed in front have the name that a history gives them behind: several became one."""
        units = [unit for name in claim.names if (unit := self.owners.printed.find(body, str(name)))]
        new = claim.groups["new"]
        listed = all(unit.kind == "division" and unit.at[0].span < new.span for unit in units)
        if len(units) < len(claim.names) or not listed or self.owners.has(body, str(new)):
            return
        body.give_up(units[1:])
        unit, old = units[0], claim.names[0]
        unit.name, unit.at, unit.printed = str(new), [self.document.quote(new.span, claim.rule.name)], None
        body.taken_back += 1
        if len(units) == 1:
            add_second_name(self.document, unit, SecondName("former_name", old.span, claim.rule.name))

    def _whole(self, listing: Listing) -> Listing:
        """Without the first name of a list that begins a line, where the line before broke off inside it."""
        first = listing.headings[0].name
        before = self.document.even[first.line - 2].rstrip() if first.line > 1 else ""
        around = self.words.matches("noise").search(before)
        broken = (
            not (listing.verb or around)
            and len(before) > FULL_LINE
            and before[-1] >= "\u4e00"
            and before[-1] <= "\u9fff"
        )
        return replace(listing, headings=listing.headings[1:]) if broken else listing

    @staticmethod
    def _is_inner(owner: Draft, listing: Listing, name: str) -> bool:
        """Whether a name in a list of which nothing says what they are is that of a unit inside."""
        if ZONE.search(owner.name) and name.endswith("局"):
            return True
        return bool(INNER.search(name)) and (listing.kind == "division" or not name.endswith("处"))

    def _add_listing(self, owner: Draft, listing: Listing) -> None:
        for heading in listing.headings:
            text = self.document.even[heading.name.line - 1]
            name = heading.said(text)
            if MASSES.search(name) or (listing.mixed and name.endswith("公司")):
                continue
            sent = SENT.search(name)
            # "Of these two courtrooms" goes on with the list of units inside.
            goes_on = listing.verb.startswith("其中")
            kind = "branch" if self.words.grammar.units.SENT.search(name) and not goes_on else listing.kind
            if owner.kind == "division" or (
                owner.kind == "institution" and listing.verb.endswith("设") and INNER_BODY.search(name)
            ):
                kind = "division"
            elif listing.mixed and kind != "branch":
                inside = self._is_inner(owner, listing, name)
                kind = "institution" if SERVICE.search(name) else "division" if inside else kind
            elif sent and kind == "institution":
                kind = "branch"
            elif kind == "division" and PARTED.search(name):
                kind = "institution"
            self._add_heading(owner, heading, kind, listed=True)
            self._named_first(owner, heading)
        inner = ZONE.search(owner.name) and all(self._is_inner(owner, listing, name) for name in self._names(listing))
        counts = [
            ("division" if inner and listing.mixed else kind, number, span) for kind, number, span in listing.counts
        ]
        # Where the body itself is among them, the number is none of institutions.
        itself = any(self._is_itself(owner, name) for name in self._names(listing))
        counts = [one for one in counts if not (itself and one[0] == "institution")]
        self.reading.counted.extend((owner, *self._whole_count(owner, listing, count)) for count in counts)

    def _names(self, listing: Listing) -> list[str]:
        lines = self.document.even
        return [lines[one.name.line - 1][one.name.start : one.name.end] for one in listing.headings]

    def _whole_count(self, owner: Draft, listing: Listing, count: tuple[str, int, Span]) -> tuple[str, int, Span]:
        """The number that is announced, with that of the list in front which this one goes on with."""
        kind, number, span = count
        before = next((one for one in reversed(self.reading.counted) if one[0] is owner and one[1] == kind), None)
        if not listing.beside or before is None or before[3].line != span.line:
            return count
        self.reading.counted.remove(before)
        return kind, number + before[2], Span(span.line, before[3].start, span.end)


def _in_turn(text: str, clause: Span) -> Heading | None:
    """The unit that a sentence begins with, in front of what it does; none where that is a body of any government."""
    found = IN_TURN.match(text, clause.start, clause.end)
    name = Span(clause.line, *found.span("name")) if found else None
    if found is None or name is None or NO_BEGINNING.match(found["name"]) or standard(found["name"]):
        return None
    return Heading(name, (), name.end)


def is_institution(words: Lexicon, name: str) -> bool:
    """By its last word; no sentence, no number of bodies."""
    sentence = SAID_OF_NUMBER.search(name) or VERB_FIRST.match(name) or DECIDED.match(name) or PLACED.search(name)
    whole = len(name) >= 4 or SHORT.fullmatch(name)
    return bool(whole and words.ends(name, "body") and not sentence)
