"""What became of responsibilities and bodies: received, given away, dropped, strengthened, founded."""

from itertools import islice
from typing import Any

from graph.proof import Quote, Span
from loaders.extract.claims.matters import functions_in
from loaders.extract.document.text import Document
from loaders.extract.facts.draft import Draft, Reading, Statement
from loaders.extract.facts.owners import Reader
from loaders.extract.grammar.lexicon import Lexicon
from loaders.extract.rules.rule import Claim
from loaders.extract.rules.stretch import Stretch
from loaders.extract.rules.vocabulary import vocabulary

KINDS = {
    "adjust_received": "transfer",
    "adjust_given": "transfer",
    "adjust_dropped": "drop",
    "adjust_strengthened": "strengthen",
}


class Changes(Reader):
    """Reads the statements of one reading for changes."""

    SILENT = ("contacts", "staffing")

    def __init__(self, document: Document, words: Lexicon, reading: Reading) -> None:
        super().__init__(document, words, reading)
        self.merged: list[dict[str, Any]] = []

    def statement(self, statement: Statement) -> None:
        """Statements of adjustments by their section and meaning, all others for foundings."""
        for clause in self.sayings(statement):
            section = self._section(statement, clause)
            if section in KINDS:
                self._adjusted(statement.owner.body, section, clause)
            else:
                self._founded(statement.owner, clause)
                self._merged(statement.owner.body, clause)

    def _section(self, statement: Statement, clause: Stretch) -> str:
        """The kind of adjustment; where the section is about all of them, by the words of the clause."""
        if statement.section != "adjust":
            return statement.section
        found = [(claim.at.start, claim.rule.says) for claim in self.claims("changes.WORDS", clause)]
        return min(found)[1] if found else statement.section

    def _adjusted(self, owner: Draft, section: str, clause: Stretch) -> None:
        """One change: the section says which kind, the words may say that it went the other way."""
        rule = section.replace("_", "-").replace("adjust", "change")
        quote = self.document.quote(clause.span, rule)
        change: dict[str, Any] = {"kind": KINDS[section], "at": [quote], "functions": self._functions(clause)}
        itself = [{"id": owner, "at": [quote]}]
        to = self._named(clause, "TO", owner)
        if change["kind"] == "drop":
            change["before"] = itself
        elif change["kind"] == "strengthen":
            change["after"] = itself
        elif to or section == "adjust_given":
            change["before"], change["after"] = itself, self._mentions(to, rule)
        else:
            change["before"], change["after"] = self._mentions(self._named(clause, "FROM", owner), rule), itself
        owner.add("changes", change)

    def _functions(self, clause: Stretch) -> list[str]:
        """The functions that the clause names, apart from those in the names of bodies."""
        said = str(clause)
        for name in (*self._named(clause, "TO"), *self._named(clause, "FROM")):
            said = said.replace(name.quoted(self.document.even), " , ")
        return functions_in(self.words.language, said)

    def _named(self, clause: Stretch, family: str, owner: Draft | None = None) -> list[Span]:
        """The bodies that a clause names, apart from the owner and its units."""
        names = [name for claim in self.claims(f"changes.{family}", clause) if (name := claim.names[0].trimmed(" ,"))]
        return [name.span for name in names if owner is None or self.owners.resolve(str(name), owner) is None]

    def _mentions(self, names: list[Span], rule: str) -> list[dict[str, Any]]:
        return [{"name": self.document.printed(name), "at": [self.document.quote(name, rule)]} for name in names]

    def _founded(self, owner: Draft, clause: Stretch) -> None:
        owner = owner if owner.kind in ("institution", "branch", "bureau") else owner.body
        for claim in islice(self.claims("changes.FOUNDED", clause), 1):
            quote = self.document.quote(claim.at.span, claim.rule.name)
            after, date = [{"id": owner, "at": [quote]}], {"date": _date(claim), "date_relation": "at"}
            owner.add("changes", {"kind": "found", **date, "after": after, "at": [quote]})

    def _merged(self, body: Draft, clause: Stretch) -> None:
        """Bodies that became one; what is said again is one change with one more proof."""
        for claim in self.claims("changes.MERGED", clause):
            before = [one.span for one in self.several(claim.names[0], self.words.grammar.changes.SEVERAL)]
            after = claim.groups["after"].trimmed()
            quote = self.document.quote(claim.at.span, claim.rule.name)
            if len(before) < 2 or after is None or self._said_again(quote, before, after.span):
                continue
            change: dict[str, Any] = {"kind": "merge", "at": [quote], "date": _date(claim)}
            change["date_relation"] = vocabulary(self.words.language).meaning("when", claim.word("when")) or "at"
            change["before"] = self._mentions(before, claim.rule.name)
            change["after"] = self._mentions([after.span], claim.rule.name)
            self.merged.append(body.add("changes", change))

    def _said_again(self, quote: Quote, before: list[Span], after: Span) -> bool:
        names = [self.document.printed(name) for name in (*before, after)]
        for change in self.merged:
            ends = [*change["before"], *change["after"]]
            if [end["name"] for end in ends] == names:
                change["at"].append(quote)
                for end, name in zip(ends, (*before, after), strict=True):
                    end["at"].append(self.document.quote(name, quote.rule))
                return True
        return False


def _date(claim: Claim) -> str:
    """What the rule found of year, month and day, as a partial date."""
    year, *others = filter(None, (claim.word(part).replace(" ", "") for part in ("year", "month", "day")))
    return "-".join((year, *(f"{int(one):02}" for one in others)))
