"""The grammar of English."""

from loaders.extract.en import (
    alarms,
    bodies,
    brackets,
    counting,
    duties,
    institution_names,
    names,
    offices,
    outlining,
    overseeing,
    partners,
    places,
    sections,
    short_names,
    staffing,
    standing,
    units,
    writing,
)
from loaders.extract.en.institutions import EnglishSentences
from loaders.extract.grammar import Grammar

GRAMMAR = Grammar(
    families=(
        "second_names.RULES",
        *(f"hosting.{name}" for name in ("PLACED", "WORK", "TOGETHER", "REST")),
        *(f"partners.{name}" for name in ("UNNAMED", "NAMED", "ASSIGNED", "OVERSEES")),
        "staffing.POSTS",
        "boundaries.SHARES",
        *(f"changes.{name}" for name in ("WORDS", "TO", "FROM", "FOUNDED", "MERGED")),
    ),
    writing=writing,
    duties=duties,
    places=places,
    standing=standing,
    names=names,
    short_names=short_names,
    brackets=brackets,
    offices=offices,
    staffing=staffing,
    partners=partners,
    overseeing=overseeing,
    bodies=bodies,
    sections=sections,
    units=units,
    outlining=outlining,
    institution_names=institution_names,
    counting=counting,
    alarms=alarms,
    sentences=EnglishSentences,
)
