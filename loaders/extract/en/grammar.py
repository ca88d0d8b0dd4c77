"""The grammar of English."""

from loaders.extract.en import (
    brackets,
    duties,
    names,
    offices,
    overseeing,
    partners,
    places,
    short_names,
    staffing,
    standing,
    writing,
)
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
)
