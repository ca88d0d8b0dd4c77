"""Hosted offices: whose daily work a unit does, which offices are located in it, and the bodies behind them."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from graph.proof import Quote, Span
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement, is_new
from loaders.extract.facts.owners import Reader
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import inside_bracket, listed
from loaders.extract.mentions.office_names import Host, Said
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch

Fact = dict[str, Any]
# How the short name of an office ends.
SHORT_OFFICE = "办"
# The unit that is set up for an office.
SET_FOR = re.compile(r"设(?:置|立)?(?P<unit>[\u4e00-\u9fff]{2,20}),(?:具体|主要|专门)?$")
# What stands beside a division.
INNER = ("办公室", "科", "处", "股", "室")
HERE = ("here", "其", "此", "科", "处", "股", "室")
# "the A section and the B section"; what follows "and" is a place only where a name begins there.
TWO_PLACES, NO_PLACE = re.compile(r"\s+and\s+(?=the [A-Z])"), re.compile(r"\s+and\s+(?!the [A-Z]|[A-Z])")
SAID_OF = (("management of", "daily_management"), ("liaison", "liaison"))


class Hosting(Reader):
    """Finds hosted offices in statements and in second names."""

    SILENT = ("contacts", "staffing")

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.place_words = frozenset(word.lower() for body in reading.bodies for word in body.name.split()[:1])
        self.last: tuple[Draft, Fact] | None = None
        self.last_proof: Span | None = None
        self.together: list[Fact] = []
        """What the sentence about offices read last named."""
        self.names = words.grammar.offices.Offices(document, words)

    def read(self) -> None:
        """Find every hosted office; second names first, so that sentences about them add proofs."""
        for unit in self.reading.units():
            self._second_names(unit)
        super().read()

    def _second_names(self, unit: Draft) -> None:
        for alias in unit.list_of("aliases"):
            if alias["kind"] not in ("sign", "bracket", "second_name"):
                continue
            span = self.document.as_read(alias["at"][0].span)
            host = self.names.office(span.line, self.document.even[span.line - 1], span.start, span.end)
            if host and host.is_office and host.group:
                kind = "sign" if alias["kind"] == "sign" else "bracket"
                alias["denotes"] = self._add_at(unit, host, kind, span, f"hosting.{kind}")

    # --- sentences

    def statement(self, statement: Statement) -> None:
        """Read what the families of hosting find in each clause."""
        for clause in self.sayings(statement):
            for family, step in FAMILIES:
                for claim in self.claims(f"hosting.{family}", clause):
                    step(self, statement.owner, clause, claim)

    def _named(self, claim: Claim, said: Said) -> Iterator[Host]:
        names = claim.names[0]
        return self.names.listed(names.line, names.text, names.start, names.end, said)

    def _add_all(self, owner: Draft, claim: Claim, said: Said) -> None:
        for host in self._named(claim, said):
            self._add(owner, host, claim)

    def _standing(self, owner: Draft, _clause: Stretch, claim: Claim) -> None:
        """Offices that a unit is said to be, or to do the work of."""
        self._add_all(owner, claim, "daily" if claim.rule.fits == "whole" else "named")

    def _placed(self, owner: Draft, _clause: Stretch, claim: Claim) -> None:
        for place in TWO_PLACES.split(claim.word("place")):
            self._placed_in(owner, claim, place)

    def _placed_in(self, owner: Draft, claim: Claim, place: str) -> None:
        place = NO_PLACE.split(place)[0]
        host = self.owners.resolve("" if place in HERE else place, owner)
        host = host or self.owners.resolve(self.words.grammar.offices.CUT.split(place)[0], owner)
        if host is None:
            # It is another body's; a unit may still do its work, as the next half sentence says.
            for one in self._named(claim, "named"):
                quote = self.document.quote(one.name, claim.rule.name)
                fact = self._fact(one, self.document.printed(one.name), "daily_work", quote)
                self._remember(owner, fact, claim.at.span)
            return
        said: Said = "beside" if place == "其" else "located" if claim.rule.says == "located" else "daily"
        self._add_all(host, claim, said)

    def _done(self, owner: Draft, clause: Stretch, claim: Claim) -> None:
        """Offices and bodies whose work a Chinese unit does."""
        subject = self._worker(owner, clause, claim)
        said: Said = "daily" if "日常" in str(claim.at) else "located"
        hosts = [host for host in self._named(claim, said) if not self._is_own(owner, host)]
        placed = self._placed_before(clause, claim) if len(hosts) == 1 and hosts[0].group else None
        for host in hosts:
            if placed is None or not self._office_of(placed, host, claim):
                self._add(subject, host, claim)
        if not hosts:
            self._referred(subject, str(claim.names[0]), claim)

    def _placed_before(self, clause: Stretch, claim: Claim) -> Fact | None:
        """The office that the half sentence in front placed, whose group a claim names."""
        proof = self.last_proof
        if proof is None or self.last is None or proof.line != clause.line or proof.end > claim.at.start:
            return None
        return self.last[1] if clause.text[proof.end : claim.at.start].strip() == "," else None

    def _office_of(self, fact: Fact, host: Host, claim: Claim) -> bool:
        """Make an office that was placed the office of a group; False where it is another's already."""
        if host.is_office:
            return False
        if fact["kind"] == "hosted_office" and fact["wordings"] == ["located"]:
            fact |= {"kind": "leading_group_office", "group": self._group(host, claim.rule.name)}
        elif not self._same(fact, self.document.printed(host.name), host):
            return False
        fact["wordings"].append(claim.rule.says)
        fact["at"].append(self.document.quote(claim.at.span, claim.rule.name))
        return True

    def _short_forms(self, owner: Draft, clause: Stretch, claim: Claim) -> None:
        """Offices whose work a unit does under the short forms of their names."""
        for name in re.split("[、和]", str(claim.names[0])):
            if office := self.names.short_forms.get(name):
                self._add(self._worker(owner, clause, claim), office, claim)
        for host in self._named(claim, "daily"):
            name = self.document.printed(host.name)
            short = name.endswith(SHORT_OFFICE) and name not in self.names.short_forms
            if short and not host.group and not self._is_own(owner, host):
                self._add(self._worker(owner, clause, claim), host, claim)

    def _worker(self, owner: Draft, clause: Stretch, claim: Claim) -> Draft:
        """Who does what a claim says: the unit that the clause names or sets up in front of it, else the statement's own."""
        front = clause.text[clause.start : claim.at.start]
        set_up = SET_FOR.search(front)
        named = self.owners.resolve(set_up["unit"], owner) if set_up else None
        last = front.split(",")[-1].strip().removeprefix("由")
        return named or (self.owners.resolve(last, owner) if last else None) or owner

    def _respectively(self, owner: Draft, _clause: Stretch, claim: Claim) -> None:
        """Offices that are in as many units, the first in the first one."""
        hosts = list(self._named(claim, "located"))
        places = re.split("[、和]", claim.word("place"))
        for host, place in zip(hosts, places, strict=True) if len(hosts) == len(places) else ():
            if unit := self.owners.resolve(place, owner):
                self._add(unit, host, claim)

    def _beside(self, owner: Draft, clause: Stretch, claim: Claim) -> None:
        """Offices, units and bodies that stand beside a unit or body, with one staff."""
        if inside_bracket(clause.text, max(clause.start, claim.at.start - 200), claim.at.start):
            return
        front = clause.text[clause.start : claim.at.start].split(",")[-1]
        for host in self._named(claim, "beside"):
            name = host.name.quoted(self.document.even)
            whose = owner if name.endswith(INNER) or not front else self.owners.resolve(front, owner)
            if whose and not self._is_division(owner, host):
                self._add(whose, host, claim)

    def _is_division(self, owner: Draft, host: Host) -> bool:
        """Whether what stands beside a unit is another unit of the same body."""
        other = self.owners.resolve(self.document.printed(host.name), owner)
        return other is not None and other.body is owner.body

    def _behind(self, owner: Draft, clause: Stretch, claim: Claim) -> None:
        """A half sentence about the body named in front of it, or about the office named last."""
        placed = self.owners.resolve(claim.word("place"), owner)
        if placed is None:
            return
        front = clause.text[clause.start : claim.at.start].rstrip(" ,(")
        hosts = list(self.names.listed(clause.line, clause.text, clause.start, clause.start + len(front), "named"))
        if hosts and "," not in front:
            self._add(placed, hosts[-1], claim)
        elif self.last and claim.rule.says == "daily_work" and self.last_proof and self.last_proof.line == clause.line:
            self._again(placed, self.last[1], claim)

    def _together(self, owner: Draft, clause: Stretch, claim: Claim) -> None:
        """The offices that share the rooms of an English unit."""
        names, place = claim.names[0], claim.word("place")
        whose = self.owners.resolve(place, owner) if place else self._worker(owner, clause, claim)
        if inside_bracket(clause.text, clause.start, claim.at.start):
            open_at = clause.text.rfind("(", clause.start, claim.at.start)
            front = clause.text[clause.start : open_at].split(",")[-1].split(":")[-1].strip()
            group = self.names.form.search(front)
            whose = self.owners.resolve(front, owner) or (whose if group or not front else None)
        for heading in listed(self.words, names.line, names.text, names.start, names.end) if whose else ():
            host = self.names.office(names.line, names.text, heading.name.start, heading.name.end, "beside")
            if host and whose and not self._is_own(whose, host):
                self._add(whose, host, claim)

    def _rest(self, owner: Draft, _clause: Stretch, claim: Claim) -> None:
        """Who does the work of the offices named last."""
        placed = self.owners.resolve(claim.word("place"), owner)
        for fact in self.together if placed else ():
            self._again(placed or owner, fact, claim)

    def _works(self, owner: Draft, clause: Stretch, claim: Claim) -> None:
        """Offices and bodies whose work an English unit does."""
        names = claim.names[0]
        if any(one.at.start <= names.start < one.at.end for one in self.claims("hosting.PLACED", clause)):
            return
        wording, _, kind = claim.rule.says.partition(" ")
        front = clause.text[claim.at.start : names.start]
        wording = next((other for word, other in SAID_OF if word in front), wording)
        subject = self._worker(owner, clause, claim)
        for host in self._named(claim, kind or "named"):  # type: ignore[arg-type]
            if not self._is_own(owner, host):
                proof = Span(clause.line, claim.at.start, max(host.name.end, claim.at.start + 1))
                self._add_at(subject, host, wording, proof, claim.rule.name)

    def _referred(self, owner: Draft, printed: str, claim: Claim) -> None:
        """ "The daily work of the joint conference" without its name adds a proof to the one office it can mean."""
        form = self.names.form.search(printed)
        if not form or form.start() > 1:
            return
        hosts = [host for host in owner.list_of("hosts") if form[0] in host["name"]]
        if len(hosts) == 1:
            self._again(owner, hosts[0], claim)

    def _again(self, owner: Draft, fact: Fact, claim: Claim) -> None:
        mine = next((host for host in owner.list_of("hosts") if host["name"] == fact["name"]), None)
        if mine is None:
            mine = owner.add("hosts", {**fact, "wordings": [], "at": []})
        mine["wordings"].append("daily_work")
        mine["at"].append(self.document.quote(claim.at.span, claim.rule.name))

    # --- facts

    def _is_own(self, owner: Draft, host: Host) -> bool:
        """Whether what looks like another body is the owner itself or a unit of it."""
        other = host.group is None and not host.is_office
        return other and self.owners.resolve(self.document.printed(host.name), owner) is not None

    def _add(self, owner: Draft, host: Host, claim: Claim) -> None:
        self._add_at(owner, host, claim.rule.says, claim.at.span, claim.rule.name)

    def _add_at(self, owner: Draft, host: Host, wording: str, proof: Span, rule: str) -> Fact:
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

    def _remember(self, owner: Draft, fact: Fact, proof: Span) -> None:
        """Note what was read last: a half sentence behind it may be about it, or about all that the same words name."""
        self.together = [*self.together, fact] if proof == self.last_proof else [fact]
        self.last, self.last_proof = (owner, fact), proof

    def _same(self, known: Fact, name: str, host: Host) -> bool:
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
        """What distinguishes a name, without places and levels."""
        return self.words.grammar.offices.words_of(name) - self.place_words

    def _group(self, host: Host, rule: str) -> Fact:
        at = [self.document.quote(part, rule) for part in host.group_parts]
        return {"name": self._group_name(host), **self._meaning(host.group_parts), "form": host.form, "at": at}

    def _fact(self, host: Host, name: str, wording: str, quote: Quote) -> Fact:
        fact: Fact = {"kind": "hosted_office", "name": name, "wordings": [wording], "at": [quote]}
        fact |= self._meaning((host.name,))
        if host.group is None:
            party = host.is_office and self.words.matches("party").search(name)
            return {**fact, "kind": "party_unit" if party else "hosted_office" if host.is_office else "external"}
        if not host.is_office:
            return {**fact, "kind": "leading_group", "form": host.form}
        return {**fact, "kind": "leading_group_office", "group": self._group(host, quote.rule)}


Step = Callable[[Hosting, Draft, Stretch, Claim], None]
# What is made of the claims of each family, in this order.
FAMILIES: tuple[tuple[str, Step], ...] = (
    ("PLACED", Hosting._placed), ("BY", Hosting._placed), ("BESIDE", Hosting._beside),
    ("RESPECTIVELY", Hosting._respectively), ("STANDING", Hosting._standing), ("BEHIND", Hosting._behind),
    ("SHORT", Hosting._short_forms), ("BARE", Hosting._standing), ("DOES", Hosting._done), ("TOGETHER", Hosting._together),
    ("REST", Hosting._rest), ("WORK", Hosting._works),
)  # fmt: skip
