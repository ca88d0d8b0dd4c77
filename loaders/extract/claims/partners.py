"""Other bodies in what a unit does: with whom it coordinates, for whom it acts, to whom it answers, whom it watches."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, get_args

from graph.proof import Span
from graph.schema import OversightRole
from loaders.extract.document.text import Document, trimmed
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.grammar import Language, grammar
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.mentions.names import inside_bracket
from loaders.extract.rules.families import engine
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

Fact = dict[str, Any]
OVERSIGHT: tuple[str, ...] = get_args(OversightRole)
NOT_IN = (
    *("contacts", "staffing", "announcement", "heading", "adjust"),
    *("adjust_received", "adjust_given", "adjust_dropped", "adjust_strengthened"),
)


@dataclass(frozen=True)
class Overseen:
    """A body or class of bodies, where it is named, in which roles it is overseen, and by which rule."""

    name: Span
    roles: list[str]
    rule: str


def overseen(language: Language, clause: Stretch) -> Iterator[Overseen]:
    """The bodies that a clause of an evened line says are overseen."""
    said = grammar(language).partners
    known = None
    for claim in engine(language, "partners.OVERSEES").claims(clause):
        roles = _roles(language, claim)
        for printed in _pieces(language, claim) if roles else ():
            wide = said.too_wide(claim, printed)
            name = said.fuller(printed, clause) if wide else printed
            if not wide or name != printed:
                known = Overseen(name.span, roles, claim.rule.name)
                yield known
    if known and (again := said.AGAIN.search(clause.text, known.name.end, clause.end)):
        yield replace(known, roles=roles_in(language, again["verb"]))


def roles_in(language: Language, said: str) -> list[str]:
    """The roles that words of oversight stand for."""
    words = vocabulary(language)
    found = {words.meaning("oversight", word) for word in words.pattern("{oversight}").findall(said.lower())}
    return [role for role in words.words["oversight"] if role in found]


def _roles(language: Language, claim: Claim) -> list[str]:
    roles = roles_in(language, claim.word("verb"))
    # Whose matters are managed is not managed itself.
    direct = not grammar(language).partners.MATTERS.search(claim.word("between"))
    return [role for role in roles if role != "manages" or direct]


def _pieces(language: Language, claim: Claim) -> list[Stretch]:
    """The names of a list, each a body of its own; halves of one name stay together."""
    names = claim.names[0]
    text, whole, said = names.text, str(names), grammar(language)
    begins, stops = [names.start], []
    for stop in said.partners.OVERSEEN.finditer(text, names.start, names.end):
        inside = inside_bracket(text, names.start, stop.start())
        if inside or said.names.cuts(whole, stop.start() - names.start):
            continue
        if said.partners.is_whole(text[begins[-1] : stop.start()], text[stop.end() :]):
            stops.append(stop.start())
            begins.append(stop.end())
    pairs = said.partners.bounds(claim, list(zip(begins, [*stops, names.end], strict=True)))
    spans = (trimmed(names.line, text, *pair, " ,") for pair in pairs)
    return [Stretch.at(span, text) for span in spans if span]


class Partners(Reader):
    """Reads the statements of one reading for other bodies."""

    SILENT = NOT_IN

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.said = words.grammar.partners

    def statement(self, statement: Statement) -> None:
        """Read what a statement says of a unit and other bodies."""
        for clause in self.sayings(statement):
            self._coordinates(statement.owner, clause)
            self._acts_for(statement.owner, clause)
            for claim in self.claims("partners.CONSENT", clause):
                form = self.words.words["form"][claim.word("form")]
                fact = {"name": str(claim.names[0]), "kind": "leading_group", "form": form}
                self._add(statement.owner, "answers_to", fact, claim.at.span, claim.rule.name)
            self._oversees(statement.owner, clause)

    def _coordinates(self, owner: Draft, clause: Stretch) -> None:
        for claim in self.claims("partners.UNNAMED", clause):
            self._unnamed(owner, str(claim.names[0]), claim.at.span, claim.rule.name)
        for claim in self.claims("partners.NAMED", clause):
            for name in self._bodies(claim.names[0]):
                printed = self.document.printed(name.span) + (self.said.SHARED if claim.rule.says == "shared" else "")
                if not self.said.ANY.search(printed) and not self._is_own(printed, owner):
                    self._add(owner, "coordinates_with", self._body(printed), name.span, claim.rule.name)
            if others := self.said.OTHERS.match(clause.text, claim.at.end, clause.end):
                self._unnamed(owner, others["name"], Span(clause.line, *others.span()), claim.rule.name)

    def _unnamed(self, owner: Draft, name: str, span: Span, rule: str) -> None:
        self._add(owner, "coordinates_with", {"name": name.lower(), "unnamed": True}, span, rule)

    def _body(self, name: str) -> Fact:
        return {"name": name} | ({"kind": "government"} if self.said.GOVERNMENT.search(name) else {})

    def _acts_for(self, owner: Draft, clause: Stretch) -> None:
        superior = owner.body.owner
        for claim in self.claims("partners.ASSIGNED", clause):
            for name in self.several(self._bordered(claim.names[0]), self.said.SEVERAL):
                printed = self.document.printed(name.span)
                if superior and self.said.SUPERIOR.fullmatch(printed):
                    quote = self.document.quote(name.span, claim.rule.name)
                    owner.add("acts_for", {"id": superior.body, "status": "inferred", "at": [quote]})
                elif self._assigns(printed) and not self._is_own(printed, owner):
                    self._add(owner, "acts_for", self._body(printed), name.span, claim.rule.name)

    def _assigns(self, name: str) -> bool:
        """Whether a name is that of a body that may assign work; persons and doings are none."""
        known = vocabulary(self.words.language).words.get("assigner_end")
        return len(name) > 1 and not self.said.NO_BODY.search(name) and (known is None or name.endswith(tuple(known)))

    def _oversees(self, owner: Draft, clause: Stretch) -> None:
        superior = owner.body.owner
        for claim in self.claims("partners.UNDER", clause) if superior else ():
            roles = roles_in(self.words.language, claim.word("verb"))
            if superior and roles and self.said.SUPERIOR.fullmatch(str(claim.names[0])):
                quote = self.document.quote(claim.at.span, claim.rule.name)
                fact: Fact = {"id": owner.body, "roles": roles, "status": "inferred", "at": [quote]}
                superior.body.add("oversees", fact)
        for one in overseen(self.words.language, clause):
            name = self.document.printed(one.name)
            if not self._is_own(name, owner):
                known = self._add(owner, "oversees", {"name": name, "roles": one.roles}, one.name, one.rule)
                known["roles"] = [role for role in OVERSIGHT if role in (*known["roles"], *one.roles)]

    # --- names

    def _bordered(self, names: Stretch) -> Stretch:
        """Without verbs and prepositions in front, which begin no name."""
        return replace(names, start=names.start + self.words.grammar.names.border(str(names)))

    def _bodies(self, names: Stretch) -> list[Stretch]:
        """Several bodies, or one whose name holds "and"."""
        several = self.several(names, self.said.SEVERAL)
        if all(self.said.may_be(str(name)) for name in several):
            return several
        whole = names.trimmed(" ,")
        return [whole] if whole else []

    # --- facts

    def _is_own(self, name: str, owner: Draft) -> bool:
        return self.owners.resolve(name, owner) is not None

    def _add(self, owner: Draft, key: str, fact: Fact, span: Span, rule: str) -> Fact:
        """Add a mention; the same body said again is one fact with one more proof."""
        quote = self.document.quote(span, rule)
        for known in owner.list_of(key):
            if self._is_same(known, fact):
                known["at"] += [quote] if quote.span != known["at"][-1].span else []
                return known
        return owner.add(key, {**fact, "at": [quote]})

    @staticmethod
    def _is_same(known: Fact, fact: Fact) -> bool:
        """Whether a body is said again: in full, by the front of its name, or unnamed as before."""
        if "name" not in known:
            return False
        mine, name = known["name"].lower(), fact["name"].lower()
        return mine == name or mine.startswith(f"{name} of ") or bool(known.get("unnamed") and fact.get("unnamed"))
