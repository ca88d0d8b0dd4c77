"""Duties of documents: matters and roles as the reviewed records have them, and a duty wherever a miniature states one."""

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from graph.proof import Span
from guapai.opening import record_paths
from loaders.extract.claims.matters import ROLES, Matters, matters
from loaders.extract.document.reading import decode
from loaders.extract.extraction import Extraction, extract, extract_document
from loaders.extract.facts.draft import Draft
from loaders.extract.grammar import Language
from loaders.reading import read_record
from loaders.record import Record, Unit
from loaders.reference import functions
from tests.extraction.miniatures import extracted

WORDS = Path(__file__).parents[2] / "data" / "words" / "functions.yaml"
MINIATURES = Path(__file__).parents[1] / "fixtures" / "documents"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
# Floors of precision and recall; and of the duty lines of miniatures that have a duty.
FUNCTIONS = {"zh": (0.99, 0.99), "en": (0.98, 0.98)}
ROLE_FLOORS = {"zh": (0.99, 0.99), "en": (0.98, 0.98)}
MINIATURE_FLOORS = {"zh": 0.96, "en": 0.95}


@dataclass
class Tally:
    """Pairs found, pairs expected, and pairs that are both."""

    found: int = 0
    expected: int = 0
    right: int = 0

    def count(self, found: set[str], expected: set[str]) -> None:
        self.found += len(found)
        self.expected += len(expected)
        self.right += len(found & expected)

    @property
    def rates(self) -> tuple[float, float]:
        return self.right / max(self.found, 1), self.right / max(self.expected, 1)

    def __str__(self) -> str:
        precision, recall = self.rates
        return (
            f"precision {self.right}/{self.found} = {precision:.3f}, recall {self.right}/{self.expected} = {recall:.3f}"
        )


@dataclass(frozen=True)
class Clause:
    """A duty clause, whoever has the duty."""

    span: Span
    functions: frozenset[str]
    roles: frozenset[str]

    def overlaps(self, other: "Clause") -> bool:
        mine, theirs = self.span, other.span
        return mine.line == theirs.line and mine.start < theirs.end and theirs.start < mine.end


def clauses_of(record: Record) -> set[Clause]:
    """The clauses of a record; duties that share a clause, each with functions and roles of its own, are one."""
    functions, roles = defaultdict[Span, set[str]](set), defaultdict[Span, set[str]](set)
    for unit in units_of(record.bodies):
        for duty in unit.duties:
            for quote in duty.at:
                functions[quote.span] |= set(duty.functions)
                roles[quote.span] |= set(duty.roles)
    return {Clause(span, frozenset(functions[span]), frozenset(roles[span])) for span in functions}


def units_of(units: list[Unit]) -> Iterator[Unit]:
    for unit in units:
        yield unit
        yield from units_of(unit.units)


@cache
def documents() -> dict[str, tuple[Extraction, Record]]:
    """What is extracted from each source document, and its reviewed record."""
    named = os.environ.get("GUAPAI_DOCUMENTS")
    if named is None:
        pytest.skip("GUAPAI_DOCUMENTS is not set: the source documents are not here")
    reviewed = {record.document.sha256: record for record in (read_record(path).record for path in record_paths())}
    extracted = {path.name[:3]: extract(path) for path in sorted(Path(named).glob("*.txt"))}
    pairs = {
        name: (one, reviewed[one.document.sha256]) for name, one in extracted.items() if one.document.sha256 in reviewed
    }
    assert len(pairs) == len(reviewed), f"GUAPAI_DOCUMENTS names {named}, which lacks documents of the records"
    return pairs


def compared(extraction: Extraction, record: Record) -> tuple[Tally, Tally]:
    """The tallies of functions and of roles; clauses that overlap are one clause."""
    expected = clauses_of(record)
    near: dict[int, list[Clause]] = defaultdict(list)
    for clause in clauses_of(extraction.record):
        near[clause.span.line].append(clause)
    by_function, by_role, used = Tally(), Tally(), set[Clause]()
    for clause in expected:
        found = [one for one in near[clause.span.line] if one.overlaps(clause)]
        used.update(found)
        by_function.count({code for one in found for code in one.functions}, set(clause.functions))
        by_role.count({role for one in found for role in one.roles}, set(clause.roles))
    for clause in {one for lines in near.values() for one in lines} - used:
        by_function.count(set(clause.functions), set())
        by_role.count(set(clause.roles), set())
    return by_function, by_role


@pytest.mark.parametrize("language", LANGUAGES)
def test_duties_are_those_of_the_reviewed_records(language: Language) -> None:
    all_functions, all_roles = Tally(), Tally()
    for name, (extraction, record) in documents().items():
        if extraction.document.language != language:
            continue
        by_function, by_role = compared(extraction, record)
        print(f"{name} functions: {by_function}; roles: {by_role}")
        for whole, part in ((all_functions, by_function), (all_roles, by_role)):
            whole.found, whole.expected = whole.found + part.found, whole.expected + part.expected
            whole.right += part.right
    print(f"{language} functions: {all_functions}; roles: {all_roles}")
    for whole, floors in ((all_functions, FUNCTIONS[language]), (all_roles, ROLE_FLOORS[language])):
        assert all(rate >= floor for rate, floor in zip(whole.rates, floors, strict=True)), f"{whole}: below {floors}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_that_state_duties_and_few_others_have_one(language: Language) -> None:
    tally, missed, beside = Tally(), list[str](), list[str]()
    for path in sorted(MINIATURES.glob(f"{language}_*.txt")):
        expected = {
            str(line) for line in yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))["duty_lines"]
        }
        found = {str(line) for unit in extracted(path).reading.units() for line in lines_of(unit)}
        # "Other tasks assigned by …" name no matter: they say only for whom the body acts.
        assigned = {
            str(number)
            for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if "交办的" in text
        }
        expected -= assigned - found
        tally.count(found, expected)
        missed += [f"{path.stem}:{line}" for line in sorted(expected - found)]
        beside += [f"{path.stem}:{line}" for line in sorted(found - expected)]
    print(f"{language} lines: {tally}; missed {missed}; beside {beside}")
    precision, recall = tally.rates
    assert recall >= MINIATURE_FLOORS[language], missed
    assert precision >= 0.93, beside


def lines_of(unit: Draft) -> set[int]:
    return {quote.span.line for duty in unit.list_of("duties") for quote in duty["at"]}


def test_every_function_and_every_role_has_words_in_both_languages() -> None:
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    assert set(words["roles"]) == set(ROLES)
    assert set(words["matters"]) | set(words["alone"]) == set(functions().nodes)
    named = {
        language: {code for kind in ("matters", "alone") for code, terms in words[kind].items() if terms[language]}
        for language in LANGUAGES
    }
    assert {language: set(functions().nodes) - codes for language, codes in named.items()} == {"zh": set(), "en": set()}


@pytest.mark.parametrize(
    ("language", "clause", "codes", "roles"),
    [
        (
            "zh",
            "牵头拟订人才发展政策,会同有关部门组织实施",
            {"talent-development"},
            ["leads", "joins", "drafts", "does"],
        ),
        ("zh", "负责内部审计和统计", {"internal-audit", "statistics"}, ["does"]),
        ("zh", "负责机构编制工作", {"internal-personnel"}, ["does"]),
        ("zh", "完成领导的其他安排", set(), ["does"]),
        ("en", "Guide the management of human-resources markets", {"hr-market"}, ["guides"]),
        ("en", "Draft rules for labour inspection", {"labour-inspection"}, ["drafts"]),
        ("en", "Examination and approval of social groups", {"social-organizations"}, ["approves"]),
    ],
)
def test_a_clause_gives_its_matters_and_roles(
    language: Language, clause: str, codes: set[str], roles: list[str]
) -> None:
    known: Matters = matters(language)
    found, its_roles = known.duty(clause)
    assert (set(found), its_roles) == (codes, roles)


def test_partners_are_no_duties() -> None:
    text = (
        "酒泉市文化和旅游局\n（一）市场科。配合市场监管部门整治旅游市场；会同公安、消防等部门检查娱乐场所。\n"
        "（二）产业科。联合商务、交通部门推动旅游消费。\n"
    )
    market, industry = extract_document(decode(text.encode(), "a"), "a").record.bodies[0].units
    partners = ([one.name for one in unit.coordinates_with] for unit in (market, industry))
    assert list(partners) == [["市场监管部门", "公安部门", "消防部门"], ["商务部门", "交通部门"]]
    codes = [{code for duty in unit.duties for code in duty.functions} for unit in (market, industry)]
    assert codes == [{"tourism-market", "cultural-market"}, {"tourism"}]
