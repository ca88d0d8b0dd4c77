"""Every error that is raised says four things: where, what was found, what was expected, what to do next."""

import ast

from graph import errors
from tests.sources import MODULES, ROOT

NAMES = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.GuapaiError)}


def test_every_error_is_made_of_four_parts() -> None:
    short = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in NAMES
            if made and len(node.args) + len(node.keywords) < 4:
                short.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert short == []
