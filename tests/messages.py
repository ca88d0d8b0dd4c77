"""What the program can say, read from its syntax trees: each message as a template with {} for what is inserted."""

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product
from pathlib import Path

from graph import errors
from tests.sources import MODULES, ROOT

HOLE = "{}"
# Who takes a message, and which of its arguments are messages.
ERRORS = {
    name: (0, 1, 2, 3)
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.GuapaiError)
}
TAKERS = {
    **ERRORS,
    "remark": (0,),
    "_question": (1,),
    "say": (0,),
    "spoken": (0,),
    "ValueError": (0,),
    "Finding": (1,),
    "GraphFinding": (1, 2),
    "Forbidden": (1, 2, 3),
    "read_bytes": (1, 2),
    "read_text": (1, 2),
    "Choice": (0, 2),
    "PlaceQuestion": (1,),
}
Texts = list[str] | None


def templates() -> dict[str, list[str]]:
    """Every template with words in it, and where in the source it is said."""
    found: dict[str, list[str]] = {}
    for path in MODULES:
        module = Module(path)
        for line, template in module.said():
            if _has_words(template):
                found.setdefault(template, []).append(f"{path.relative_to(ROOT)}:{line}")
    return found


class Module:
    """One module: follows the names in its messages to what they can stand for."""

    def __init__(self, path: Path, *, objects: bool = True) -> None:
        self.objects = objects
        """Whether a `Said` counts as the message that it is."""
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.above = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def unsaid(self) -> Iterator[tuple[int, str]]:
        """What ought to be a `Said` and is a plain text: where an error is, and what is told with something put into it."""
        for call in self.calls:
            name = _name(call.func)
            first = call.args[0] if call.args else None
            if name in ERRORS and first is not None:
                yield from ((first.lineno, text) for text in self.texts(first) or ())
            elif name in ("remark", "say", "spoken") and isinstance(first, ast.JoinedStr):
                yield from ((first.lineno, text) for text in self.texts(first) or () if HOLE in text)

    def said(self) -> Iterator[tuple[int, str]]:
        for call in self.calls:
            for place in TAKERS.get(_name(call.func), ()):
                for argument in call.args[place : place + 1]:
                    for line in [line for text in self.texts(argument) or () for line in text.splitlines()]:
                        yield argument.lineno, line.strip()
            for reason in _reasons(call):
                yield from ((reason.lineno, text) for text in self.texts(reason) or ())

    @cached_property
    def calls(self) -> list[ast.Call]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

    def texts(self, node: ast.AST | None, seen: frozenset[str] = frozenset()) -> Texts:
        """The templates that an expression can be; None where it is made elsewhere."""
        match node:
            case ast.Constant(value=str(text)):
                return [text.replace("{", "{{").replace("}", "}}")]
            case ast.JoinedStr(values=parts):
                return ["".join(one) for one in product(*(self.texts(part, seen) or [HOLE] for part in parts))]
            case ast.FormattedValue(value=ast.Name() | ast.IfExp() as value, conversion=-1):
                inner = self.texts(value, seen) or ()
                return list(dict.fromkeys(one if _has_words(one) or not one else HOLE for one in inner)) or None
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                sides = [self.texts(side, seen) or [HOLE] for side in (left, right)]
                return ["".join(one) for one in product(*sides)]
            case ast.BoolOp(values=several):
                return self._all(several, seen)
            case ast.IfExp(body=one, orelse=other):
                return self._all([one, other], seen)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(between)), attr="join"), args=[parts]):
                return self._joined(between, parts, seen)
            case ast.Call(func=ast.Name(id="did_you_mean" | "suggestion" | "Said"), args=[first, *_]):
                return self._made(node, first)
            case ast.Call(func=ast.Name(id=name)) if name not in seen:
                return self._returned(name, seen | {name})
            case ast.Subscript(value=ast.Name(id=name)):
                held = self.constants.get(name)
                return self._all(held.values, seen) if isinstance(held, ast.Dict) else None
            case ast.Name(id=name):
                return self._named(node, name, seen)
        return None

    def _made(self, call: ast.Call, first: ast.expr) -> Texts:
        """The template of what these functions make; of a `Said` its own, which nobody has to find out again."""
        if _name(call.func) != "Said":
            return ["did you mean {}"]
        return [first.value] if self.objects and isinstance(first, ast.Constant) else None

    def _all(self, nodes: Iterable[ast.AST], seen: frozenset[str]) -> Texts:
        """What several alternatives can be; one that is made elsewhere is a place for anything."""
        return [text for node in nodes for text in self.texts(node, seen) or [HOLE]] or None

    def _joined(self, between: str, parts: ast.AST, seen: frozenset[str]) -> Texts:
        """Lines are messages each; what stands between words is one, too."""
        if between == "\n" and isinstance(parts, ast.GeneratorExp):
            return self.texts(parts.elt, seen)
        return [HOLE + between + HOLE] if _has_words(between) or "->" in between else None

    def _returned(self, function: str, seen: frozenset[str]) -> Texts:
        bodies = [one for one in ast.walk(self.tree) if isinstance(one, ast.FunctionDef) and one.name == function]
        returned = (node.value for body in bodies for node in ast.walk(body) if isinstance(node, ast.Return))
        return self._all(filter(None, returned), seen)

    def _named(self, node: ast.AST, name: str, seen: frozenset[str]) -> Texts:
        """What is assigned to a name: in its function, as an argument of it, or in the module."""
        function = self._around(node)
        if function is None:
            return self.texts(self.constants.get(name), seen)
        key = f"{function.name}.{name}"
        if key in seen:
            return None
        seen |= {key}
        values = list(self._assigned(function, name))
        places = [one.arg for one in function.args.args]
        if name in places:
            place = places.index(name)
            for call in self.calls:
                if _name(call.func) == function.name:
                    argument = _argument(call, place - (places[0] == "self"), name)
                    values += [argument] if argument is not None else []
        return self._all(values, seen) if values else self.texts(self.constants.get(name), seen)

    def _assigned(self, scope: ast.AST, name: str) -> Iterator[ast.AST]:
        """Every expression that a name is bound to in a scope, in tuples and in loops over written tuples, too."""
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    yield from _bound(target, node.value, name)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                yield from _bound(node.target, node.value, name)
            elif isinstance(node, ast.For):
                rows = self.constants.get(node.iter.id) if isinstance(node.iter, ast.Name) else node.iter
                for row in getattr(rows, "elts", ()):
                    yield from _bound(node.target, row, name)

    @cached_property
    def constants(self) -> dict[str, ast.AST]:
        """What the names of the module itself are."""
        plain = (node for node in self.tree.body if isinstance(node, ast.Assign))
        return {target.id: node.value for node in plain for target in node.targets if isinstance(target, ast.Name)}

    def _around(self, node: ast.AST) -> ast.FunctionDef | None:
        while node in self.above:
            node = self.above[node]
            if isinstance(node, ast.FunctionDef):
                return node
        return None


def _reasons(call: ast.Call) -> Iterator[ast.expr]:
    """Why a clause is ignored or asked about: `….ignored.append((span, why))`, `Remark(…, why=why)` and the like."""
    match call:
        case ast.Call(func=ast.Attribute(attr="ignore"), args=[_, why]):
            yield why
        case ast.Call(
            func=ast.Attribute(value=ast.Attribute(attr="ignored" | "questions")),
            args=[ast.Tuple(elts=[_, why]) | ast.GeneratorExp(elt=ast.Tuple(elts=[_, why]))],
        ):
            yield why
        case ast.Call(func=ast.Name(id="Remark")):
            yield from (one.value for one in call.keywords if one.arg == "why")


def _has_words(template: str) -> bool:
    return any(letter.isalpha() for letter in template.replace(HOLE, ""))


def _name(node: ast.AST) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _argument(call: ast.Call, place: int, name: str) -> ast.AST | None:
    named = [one.value for one in call.keywords if one.arg == name]
    return next(iter([*named, *call.args[place : place + 1]]), None)


def _bound(target: ast.AST, value: ast.AST, name: str) -> Iterator[ast.AST]:
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, part in zip(target.elts, value.elts, strict=False):
            yield from _bound(one, part, name)
