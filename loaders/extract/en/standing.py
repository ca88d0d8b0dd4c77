"""How English sentences say whose department a body is, and of which rank."""

from loaders.extract.rules.rule import Rule

ORGAN = (
    Rule(
        "en.standing.organ", "organ_of",
        r"(?P<names>\bis (?:a|the|an) (?:working |component |constituent )?(?:department|organ|agency) "
        r"(?:directly )?(?:of|under) (?:the )?[^.;,]{0,60}?government)",
        finds={"The bureau is a working department of the municipal government": ("is a working department of the municipal government",)},
        leaves=("The station is an institution of the bureau", "It guides the departments of the government"),
    ),
)  # fmt: skip
RANK = (
    Rule(
        "en.standing.rank", "rank",
        r"\bat the (?P<names>(?:deputy )?(?:department|division|section|county|bureau) level\b)",
        unless=r"\b(?:manag|administ|supervis|ha)(?:es|s|ers) [^.;]{0,160}",
        finds={"an institution at the deputy section level": ("deputy section level",)},
        leaves=("leaders of the section level", "at the county levels", "it manages the Seed Station, an institution at the section level"),
    ),
)  # fmt: skip
CIVIL_SERVICE = (
    Rule(
        "en.standing.civil-service", "civil_service_ref", "(?P<names>with reference to the civil servants? law)", hint="reference",
        finds={"managed with reference to the Civil Servant Law": ("with reference to the Civil Servant Law",)},
        leaves=("with reference to the law",),
    ),
)  # fmt: skip
