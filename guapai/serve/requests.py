"""What a browser asks for: a path and its parameters, within limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from graph.errors import UsageError
from graph.said import Said

LONGEST_ADDRESS, LONGEST_VALUE, MOST_VALUES = 8_000, 1_000, 30
LANGUAGE, SHOWN_AS = "lang", "as"
LANGUAGES = ("zh", "en")
OWN = (LANGUAGE, SHOWN_AS)


@dataclass(frozen=True)
class Request:
    """A path, its parameters (the last of each name; empty ones left out), all of them in `pairs`, and the language of who reads."""

    path: str
    values: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def given(self) -> dict[str, str]:
        """The parameters of the question itself."""
        return {name: value for name, value in self.values.items() if name not in OWN}

    def several(self, name: str) -> list[str]:
        """Every value that is given for a name, each once."""
        return list(dict.fromkeys(value for own, value in self.pairs if own == name))

    def address(self, path: str, **values: str | None) -> str:
        """A link that keeps the language; it can be kept and sent."""
        kept = {name: value for name, value in values.items() if value is not None}
        return f"{path}?{urlencode({**kept, LANGUAGE: self.language})}"

    def other(self, **values: str) -> str:
        """The same page with other values."""
        return f"{self.path}?{urlencode({**self.values, LANGUAGE: self.language, **values})}"


def read_request(address: str, language: str) -> Request:
    """What an address asks for; `language` where it names none. Raises UsageError for one that is too much."""
    if len(address) > LONGEST_ADDRESS:
        raise UsageError(
            Said("the address"),
            Said("it has {} characters", len(address)),
            Said("{} at most", LONGEST_ADDRESS),
            Said("ask with shorter values"),
        )
    parts = urlsplit(address)
    try:
        pairs = parse_qsl(parts.query, max_num_fields=MOST_VALUES)
    except ValueError as error:
        raise UsageError(
            Said("the address"),
            Said("it has too many parameters"),
            Said("{} at most", MOST_VALUES),
            Said("leave some out"),
        ) from error
    values: dict[str, str] = {}
    for name, value in pairs:
        if len(value) > LONGEST_VALUE:
            found = Said("parameter {} has {} characters", name[:40], len(value))
            raise UsageError(
                Said("the address"), found, Said("{} at most", LONGEST_VALUE), Said("ask with a shorter value")
            )
        values[name] = value
    wanted = values.get(LANGUAGE, language)
    return Request(unquote(parts.path), values, wanted if wanted in LANGUAGES else language, tuple(pairs))
