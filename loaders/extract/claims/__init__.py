"""What sentences say: families of rules over passages, each noting its facts."""

from functools import cache
from importlib import import_module
from inspect import isabstract
from pkgutil import iter_modules

from loaders.extract.facts.owners import Reader


@cache
def readers() -> tuple[type[Reader], ...]:
    """Every kind of reader in this folder, in the order of their names: another one would only change the order of facts."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, Reader)
        and kind.__module__ == module.__name__
        and not isabstract(kind)
    )
