"""A record becomes YAML that people read and correct: keys in the order of the model, nothing that is absent."""

from typing import Any

import yaml

from graph.proof import Quote
from loaders.record import Record

SafeDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(SafeDumper):  # type: ignore[misc,valid-type]
    """Writes every value out, where equal ones would become YAML aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _quote(dumper: Any, quote: Quote) -> Any:
    return dumper.represent_str(str(quote))


_Dumper.add_representer(Quote, _quote)


def record_text(record: Record) -> str:
    """The record as YAML; the same record gives the same characters everywhere."""
    content = record.model_dump(exclude_defaults=True, mode="python")
    text: str = yaml.dump(
        {"version": record.version, **content}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110
    )
    return text
