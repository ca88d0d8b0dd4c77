"""Hosted offices: whose daily work a unit does, which offices are located in it, and the bodies behind them."""

import re
from typing import Any

from graph.proof import Quote, Span
from loaders.extract.chinese_hosting import (
    CHINESE_BARE,
    CHINESE_BESIDE,
    CHINESE_DOES,
    CHINESE_HINT,
    CHINESE_ITS,
    CHINESE_PLACED,
    CHINESE_RESPECTIVELY,
    CHINESE_REST,
    CHINESE_SEAT,
    CHINESE_SET_FOR,
    CHINESE_SHORT,
    CHINESE_STANDING,
    GIVEN,
    ONE_TIME,
    PARTY_UNIT,
)
from loaders.extract.draft import Draft, Reading, Statement, is_new
from loaders.extract.english_hosting import (
    ENGLISH_HINT,
    ENGLISH_PLACED,
    ENGLISH_REST,
    ENGLISH_SAID,
    ENGLISH_STANDS,
    ENGLISH_WITH,
    ENGLISH_WORK,
    SAME_WORD,
)
from loaders.extract.lexicon import Lexicon
from loaders.extract.names import listed
from loaders.extract.office_names import ENGLISH_CUT, Host, OfficeNames, Said
from loaders.extract.owners import CHINESE_FRONT, Reader
from loaders.extract.text import Document


class Hosting(Reader):
    """Finds hosted offices in statements and in second names."""

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.place_words = frozenset(word.lower() for body in reading.bodies for word in body.name.split()[:1])
        self.last: tuple[Draft, dict[str, Any]] | None = None
        self.last_proof: Span | None = None
        self.together: list[dict[str, Any]] = []
        """What the sentence about offices read last named."""
        self.names = OfficeNames(document, words)

    def read(self) -> None:
        """Find every hosted office; second names first, so that sentences about them add proofs."""
        for unit in self.reading.units():
            self._second_names(unit)
        for statement in self.reading.statements:
            self._statement(statement)

    # --- second names

    def _second_names(self, unit: Draft) -> None:
        for alias in unit.list_of("aliases"):
            if alias["kind"] not in ("sign", "bracket", "second_name"):
                continue
            span = self.document.as_read(alias["at"][0].span)
            host = self.names.office(span.line, self.document.even[span.line - 1], span.start, span.end)
            if host and host.is_office and host.group:
                kind = "sign" if alias["kind"] == "sign" else "bracket"
                fact = self._add(unit, host, kind, span, f"hosting.{kind}")
                alias["denotes"] = fact

    # --- sentences

    def _statement(self, statement: Statement) -> None:
        line, text = statement.span.line, self.document.even[statement.span.line - 1]
        if statement.section in ("contacts", "staffing"):
            return
        for clause in self.document.clauses(statement.span):
            if self.words.language == "zh":
                self._chinese(statement.owner, line, text, clause)
            else:
                self._english(statement.owner, line, text, clause)

    def _chinese(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        start, end = clause.start, clause.end
        if not CHINESE_HINT.search(text, start, end):
            return
        for pattern, wording in CHINESE_PLACED:
            for found in pattern.finditer(text, start, end):
                self._placed(owner, line, text, found, wording)
        self._beside(owner, line, text, clause)
        self._respectively(owner, line, text, clause)
        for found in CHINESE_STANDING.finditer(text, start, end):
            for host in self.names.listed(line, text, *found.span("names"), "named"):
                self._add(owner, host, "daily_work", Span(line, *found.span()), "hosting.daily-work")
        for pattern, wording in ((CHINESE_SEAT, "located"), (CHINESE_ITS, "daily_work"), (CHINESE_REST, "daily_work")):
            for found in pattern.finditer(text, start, end):
                self._behind(owner, text, clause, found, wording)
        self._short_forms(owner, line, text, clause)
        self._done(owner, line, text, clause)

    def _done(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        """Offices and bodies whose work a unit does."""
        start, end = clause.start, clause.end
        if bare := CHINESE_BARE.fullmatch(text, start, end):
            for host in self.names.listed(line, text, *bare.span("names"), "daily"):
                self._add(owner, host, "daily_work", clause, "hosting.daily-work")
        for found in CHINESE_DOES.finditer(text, start, end):
            subject = self._worker(owner, text[start : found.start()])
            if GIVEN.match(text, found.end(), end):
                continue
            said: Said = "daily" if "日常" in found[0] else "located"
            hosts = [
                host
                for host in self.names.listed(line, text, *found.span("names"), said)
                if not self._is_own(owner, host)
                and not (said == "located" and ONE_TIME.search(self.document.printed(host.name)))
            ]
            proof = Span(line, found.start(), found.end())
            for host in hosts:
                self._add(subject, host, "daily_work", proof, "hosting.daily-work")
            if not hosts:
                self._referred(subject, text[found.start("names") : found.end("names")], proof)

    def _short_forms(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        """Offices whose work a unit does under the short forms of their names."""
        for found in CHINESE_SHORT.finditer(text, clause.start, clause.end):
            for name in re.split("[、和]", found["names"]):
                if office := self.names.short_forms.get(name):
                    worker = self._worker(owner, text[clause.start : found.start()])
                    self._add(worker, office, "daily_work", Span(line, *found.span()), "hosting.daily-work")

    def _worker(self, owner: Draft, front: str) -> Draft:
        """Who does what follows: the unit that a sentence names or sets up in front of it, else the statement's own."""
        set_up = CHINESE_SET_FOR.search(front)
        named = self.owners.resolve(set_up["unit"], owner) if set_up else None
        return named or self.owners.resolve(front.split(",")[-1].removeprefix("由"), owner) or owner

    def _respectively(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        """Offices that are in as many units, the first in the first one."""
        for found in CHINESE_RESPECTIVELY.finditer(text, clause.start, clause.end):
            hosts = list(self.names.listed(line, text, *found.span("names"), "located"))
            places = re.split("[、和]", found["places"])
            if len(hosts) != len(places):
                continue
            for host, place in zip(hosts, places, strict=True):
                unit = self.owners.resolve(place, owner)
                if unit:
                    self._add(unit, host, "located", Span(line, *found.span()), "hosting.located")

    def _beside(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        """Offices and units that stand beside a unit, with one staff."""
        for found in CHINESE_BESIDE.finditer(text, clause.start, clause.end):
            for host in self.names.listed(line, text, *found.span("names"), "beside"):
                if (
                    self._in_bracket(text, clause.start, found.start())
                    or self._is_division(owner, host)
                    or PARTY_UNIT.fullmatch(host.name.quoted(self.document.even))
                ):
                    continue
                self._add(owner, host, "located", Span(line, *found.span()), "hosting.located")

    @staticmethod
    def _in_bracket(text: str, start: int, position: int) -> bool:
        """Whether a place is inside a bracket of the clause: what a bracket says is a statement of its own."""
        start = max(start, position - 200)
        return text.count("(", start, position) > text.count(")", start, position)

    def _is_division(self, owner: Draft, host: Host) -> bool:
        """Whether what stands beside a unit is another unit of the same body."""
        other = self.owners.resolve(self.document.printed(host.name), owner)
        return other is not None and other.body is owner.body

    def _behind(self, owner: Draft, text: str, clause: Span, found: re.Match[str], wording: str) -> None:
        """A half sentence about the body named in front of it, or about the office named last."""
        placed = self.owners.resolve(found["place"] or found["second"], owner)
        if placed is None:
            return
        proof = Span(clause.line, *found.span())
        front = text[clause.start : found.start()].rstrip(" ,(")
        hosts = list(self.names.listed(clause.line, text, clause.start, clause.start + len(front), "named"))
        if hosts and "," not in front:
            self._add(placed, hosts[-1], wording, proof, f"hosting.{wording.replace('_', '-')}")
        elif self.last and wording == "daily_work" and self.last_proof and self.last_proof.line == clause.line:
            self._again(placed, self.last[1], proof)

    def _english(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        start, end = clause.start, clause.end
        if not ENGLISH_HINT.search(text, start, end):
            return
        taken: list[range] = []
        for pattern, wording in ENGLISH_PLACED if ENGLISH_STANDS.search(text, start, end) else ():
            for found in pattern.finditer(text, start, end):
                if not any(found.start("place") in span for span in taken):
                    self._placed(owner, line, text, found, wording)
                taken.append(range(found.start(), found.end()))
        self._together(owner, line, text, clause)
        for found in ENGLISH_REST.finditer(text, start, end):
            placed = self.owners.resolve(found["place"] or found["does"], owner)
            for fact in self.together if placed else ():
                self._again(placed or owner, fact, Span(line, *found.span()))
        for pattern, wording, kind in ENGLISH_WORK:
            for found in pattern.finditer(text, start, end):
                if not any(found.start("names") in span for span in taken):
                    taken.append(range(*found.span("names")))
                    self._does(owner, line, text, start, found, wording, kind)

    def _does(
        self, owner: Draft, line: int, text: str, start: int, found: re.Match[str], wording: str, kind: Said
    ) -> None:
        front = found[0][: found.start("names") - found.start()]
        said = next((other for word, other in ENGLISH_SAID if word in front), wording)
        subject = self._subject(owner, text, start, found.start())
        for host in self.names.listed(line, text, *found.span("names"), kind):
            if not self._is_own(owner, host):
                proof = Span(line, found.start(), max(host.name.end, found.start() + 1))
                self._add(subject, host, said, proof, f"hosting.{said.replace('_', '-')}")

    def _together(self, owner: Draft, line: int, text: str, clause: Span) -> None:
        """The offices that share the rooms of a unit."""
        for found in ENGLISH_WITH.finditer(text, clause.start, clause.end):
            for heading in listed(self.words, line, text, *found.span("names")):
                host = self.names.office(line, text, heading.name.start, heading.name.end, "located")
                if host and host.is_office:
                    self._add(owner, host, "located", Span(line, *found.span()), "hosting.located")

    def _subject(self, owner: Draft, text: str, start: int, end: int) -> Draft:
        """The unit that stands in front of the verb, where the sentence begins with one; else the statement's own."""
        front = text[start:end].rsplit(",", 1)[-1].strip()
        return (self.owners.resolve(front, owner) if front else None) or owner

    def _placed(self, owner: Draft, line: int, text: str, found: re.Match[str], wording: str) -> None:
        for place in re.split(r"\s+and\s+(?=the [A-Z])", found["place"]):
            self._placed_in(owner, line, text, found, place, wording)

    def _placed_in(self, owner: Draft, line: int, text: str, found: re.Match[str], place: str, wording: str) -> None:
        place = re.split(r"\s+and\s+(?!the [A-Z]|[A-Z])", place)[0] if self.words.language == "en" else place
        host = self.owners.resolve("" if place in ("here", "其", "此", "科", "处", "股", "室") else place, owner)
        if host is None and self.words.language == "en":
            host = self.owners.resolve(ENGLISH_CUT.split(place)[0], owner)
        if host is None:
            # It is another body's; a unit may still do its work, as the next half sentence says.
            for one in self.names.listed(line, text, *found.span("names"), "named"):
                quote = self.document.quote(one.name, "hosting.daily-work")
                fact = self._fact(one, self.document.printed(one.name), "daily_work", quote)
                self._remember(owner, fact, Span(line, *found.span()))
            return
        said: Said = "beside" if place == "其" else "located" if wording == "located" else "daily"
        for one in self.names.listed(line, text, *found.span("names"), said):
            self._add(
                host, one, wording, Span(line, found.start(), found.end()), f"hosting.{wording.replace('_', '-')}"
            )

    def _referred(self, owner: Draft, printed: str, proof: Span) -> None:
        """ "The daily work of the joint conference" without its name adds a proof to the one office it can mean."""
        form = self.names.form.search(printed)
        if not form or form.start() > 1:
            return
        hosts = [host for host in owner.list_of("hosts") if form[0] in host["name"]]
        if len(hosts) == 1:
            self._again(owner, hosts[0], proof)

    def _again(self, owner: Draft, fact: dict[str, Any], proof: Span) -> None:
        mine = next((host for host in owner.list_of("hosts") if host["name"] == fact["name"]), None)
        if mine is None:
            mine = owner.add("hosts", {**fact, "wordings": [], "at": []})
        mine["wordings"].append("daily_work")
        mine["at"].append(self.document.quote(proof, "hosting.daily-work"))

    # --- facts

    def _is_own(self, owner: Draft, host: Host) -> bool:
        """Whether what looks like another body is the owner itself or a unit of it."""
        other = host.group is None and not host.is_office
        return other and self.owners.resolve(self.document.printed(host.name), owner) is not None

    def _add(self, owner: Draft, host: Host, wording: str, proof: Span, rule: str) -> dict[str, Any]:
        name = self.document.printed(host.name)
        quote = self.document.quote(proof, rule)
        for known in owner.list_of("hosts"):
            if self._same(known, name, host):
                if is_new(known["at"], quote):
                    known["at"].append(quote)
                    known["wordings"].append(wording)
                self._remember(owner, known, proof)
                return known
        fact = owner.add("hosts", self._fact(host, name, wording, quote))
        self._remember(owner, fact, proof)
        return fact

    def _remember(self, owner: Draft, fact: dict[str, Any], proof: Span) -> None:
        """Note what was read last: a half sentence behind it may be about it, or about all that the same words name."""
        self.together = [*self.together, fact] if proof == self.last_proof else [fact]
        self.last, self.last_proof = (owner, fact), proof

    def _same(self, known: dict[str, Any], name: str, host: Host) -> bool:
        if known["name"].lower() == name.lower():
            return True
        if host.group is None or known["kind"] not in ("leading_group_office", "leading_group"):
            return False
        group = self._group_name(host).lower()
        mine = (known.get("group") or known)["name"].lower()
        same = group == mine or self._words_of(group) == self._words_of(mine)
        return same and (known["kind"] == "leading_group_office" or not host.is_office)

    def _meaning(self, parts: tuple[Span, ...]) -> dict[str, str]:
        """The name as it is meant, where a correction says that it is not as printed."""
        if not any(self.document.meant(part) for part in parts):
            return {}
        meaning = " ".join(part.quoted(self.document.even) for part in parts)
        key = f"name_{self.words.language}"
        return {key: meaning, f"{key}_source": "reconstructed"}

    def _group_name(self, host: Host) -> str:
        return " ".join(self.document.printed(part) for part in host.group_parts)

    def _words_of(self, name: str) -> frozenset[str]:
        """What distinguishes a name: in English its words whatever their order, without places and levels."""
        if self.words.language == "zh":
            return frozenset((re.sub("^(?:人民)?政府", "", CHINESE_FRONT.sub("", name)),))
        small = {"the", "of", "for", "and", "on", "in", "municipal", "city", "county", "provincial", *self.place_words}
        return frozenset(SAME_WORD.get(word, word) for word in re.findall(r"\w+", name)) - small

    def _fact(self, host: Host, name: str, wording: str, quote: Quote) -> dict[str, Any]:
        fact: dict[str, Any] = {
            "kind": "hosted_office",
            "name": name,
            "wordings": [wording],
            "at": [quote],
            **self._meaning((host.name,)),
        }
        if host.group is None:
            if not host.is_office:
                return {**fact, "kind": "external"}
            party = self.words.matches("party").search(name)
            return {**fact, "kind": "party_unit"} if party else fact
        if not host.is_office:
            return {**fact, "kind": "leading_group", "form": host.form}
        group = {
            "name": self._group_name(host),
            **self._meaning(host.group_parts),
            "form": host.form,
            "at": [self.document.quote(part, quote.rule) for part in host.group_parts],
        }
        return {**fact, "kind": "leading_group_office", "group": group}
