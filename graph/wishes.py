"""What pydantic wants, by the code of its error and the fields it carries; its own sentences are never read."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from graph.said import Said

WISHES: dict[str, Callable[[Mapping[str, Any]], Said]] = {
    "string_type": lambda _: Said("a valid string"),
    "int_type": lambda _: Said("a valid integer"),
    "int_parsing": lambda _: Said("a valid integer"),
    "int_from_float": lambda _: Said("a valid integer"),
    "float_type": lambda _: Said("a valid number"),
    "float_parsing": lambda _: Said("a valid number"),
    "bool_type": lambda _: Said("a valid boolean"),
    "bool_parsing": lambda _: Said("a valid boolean"),
    "list_type": lambda _: Said("a valid list"),
    "tuple_type": lambda _: Said("a valid list"),
    "dict_type": lambda _: Said("keys and values"),
    "model_type": lambda _: Said("keys and values"),
    "greater_than": lambda fields: Said("greater than {}", fields["gt"]),
    "greater_than_equal": lambda fields: Said("greater than or equal to {}", fields["ge"]),
    "less_than": lambda fields: Said("less than {}", fields["lt"]),
    "less_than_equal": lambda fields: Said("less than or equal to {}", fields["le"]),
    "string_too_short": lambda fields: Said("at least {} characters", fields["min_length"]),
    "string_too_long": lambda fields: Said("at most {} characters", fields["max_length"]),
    "string_pattern_mismatch": lambda fields: Said("text matching {}", fields["pattern"]),
    "too_short": lambda fields: Said("a list of at least {}, not {}", fields["min_length"], fields["actual_length"]),
    "too_long": lambda fields: Said("a list of at most {}, not {}", fields["max_length"], fields["actual_length"]),
    "literal_error": lambda fields: Said("one of {}", ", ".join(allowed(fields))),
    "enum": lambda fields: Said("one of {}", ", ".join(allowed(fields))),
    "missing": lambda _: Said("it to be given"),
    "extra_forbidden": lambda _: Said("a key of the format"),
}


def wish(first: Mapping[str, Any]) -> str:
    """What is wanted in the place of an entry of `ValidationError.errors()`; of a kind that is not listed, what it says."""
    if first["type"] == "value_error":
        fault: ValueError = first["ctx"]["error"]
        return fault.args[0] if fault.args and isinstance(fault.args[0], str) else str(fault)
    told = WISHES.get(first["type"])
    return told(first.get("ctx", {})) if told else str(first["msg"])


def allowed(fields: Mapping[str, Any]) -> list[str]:
    """The values of a closed list."""
    expected = str(fields["expected"])
    return re.findall(r"'([^']+)'", expected) or [expected]
