"""The grammar of Chinese."""

from loaders.extract.grammar import Grammar
from loaders.extract.zh import (
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
from loaders.extract.zh.institutions import ChineseSentences

GRAMMAR = Grammar(
    families=(
        "second_names.RULES",
        "second_names.ELSEWHERE",
        "second_names.HEADING",
        "former_names.RENAMED",
        "former_names.FOUNDED",
        "former_names.BECAME_OF",
        "former_names.BECAME",
        *(
            f"hosting.{name}"
            for name in ("PLACED", "BY", "DOES", "BARE", "SHORT", "RESPECTIVELY", "BESIDE", "STANDING", "BEHIND")
        ),
        *(f"partners.{name}" for name in ("UNNAMED", "NAMED", "ASSIGNED", "CONSENT", "UNDER", "OVERSEES")),
        "staffing.POSTS",
        "boundaries.SHARES",
        "boundaries.SHARED",
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
    sentences=ChineseSentences,
)
