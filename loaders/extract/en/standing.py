"""How English sentences say whose department a body is, and of which rank."""

import re

ORGAN = re.compile(
    r"\bis (?:a|the|an) (?:working |component |constituent )?(?:department|organ|agency) (?:directly )?(?:of|under) (?:the )?[^.;,]{0,60}?government",
    re.IGNORECASE,
)
RANK = re.compile(
    r"\bat the (?P<rank>(?:deputy )?(?:department|division|section|county|bureau) level\b)", re.IGNORECASE
)
