"""What the program can say, read from its syntax trees, and what it says without a `Said`."""

import ast
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from string import Formatter

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


@cache
def modules() -> dict[Path, "Module"]:
    """Every module by its path."""
    return {path: Module(path) for path in MODULES}


def templates() -> dict[str, list[str]]:
    """Every line with words of a template that stands in a `Said`, and where."""
    found: dict[str, list[str]] = {}
    for path, module in modules().items():
        for call in module.calls:
            if _name(call.func) not in ("Said", "code") or not call.args:
                continue
            match call.args[0]:
                case ast.Constant(value=str(template)):
                    for line in filter(_has_words, template.splitlines()):
                        found.setdefault(line.strip(), []).append(f"{path.relative_to(ROOT)}:{call.lineno}")
    return found


def miscounted() -> list[str]:
    """Where a `Said` has another number of fields than its template has places."""
    wrong = []
    for path, module in modules().items():
        for call in module.calls:
            match call:
                case ast.Call(func=ast.Name(id="Said"), args=[ast.Constant(value=str(template)), *fields]):
                    starred = any(isinstance(one, ast.Starred) for one in fields)
                    places = sum(name is not None for _, name, *_ in Formatter().parse(template))
                    if not starred and places != len(fields):
                        wrong.append(f"{path.relative_to(ROOT)}:{call.lineno}: {template}")
    return wrong


class Module:
    """One module: follows what is handed to who takes a message to the texts that it can be."""

    def __init__(self, path: Path) -> None:
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = list(ast.walk(self.tree))
        self.calls = [node for node in nodes if isinstance(node, ast.Call)]
        self.functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]

    @cached_property
    def above(self) -> dict[ast.AST, ast.AST]:
        """The node that each node stands in."""
        return {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def unsaid(self) -> Iterator[tuple[int, str]]:
        """Line and text of everything with words that is told and is no `Said`: a name, a command, code."""
        for call in self.calls:
            for place in TAKERS.get(_name(call.func), ()):
                for argument in call.args[place : place + 1]:
                    yield from self._plain(argument)
            for reason in _reasons(call):
                yield from self._plain(reason)

    def _plain(self, node: ast.AST, seen: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
        """The texts that an expression can be; nothing where it is a `Said` or made elsewhere."""
        match node:
            case ast.Constant(value=str()) | ast.JoinedStr() | ast.BinOp(op=ast.Add()):
                lines = [line.strip() for line in _template(node).splitlines()]
                yield from ((node.lineno, line) for line in lines if _has_words(line))
            case ast.BoolOp(values=several):
                yield from self._each(several, seen)
            case ast.IfExp(body=one, orelse=other):
                yield from self._each([one, other], seen)
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(between)), attr="join"), args=[parts]):
                yield from [(node.lineno, between)] if _has_words(between) else []
                yield from self._plain(getattr(parts, "elt", parts), seen)
            case ast.Call(func=ast.Name(id=name)) if name not in seen:
                yield from self._each(self._returned(name), seen | {name})
            case ast.Subscript(value=ast.Name(id=name)):
                held = self.constants.get(name)
                yield from self._each(held.values if isinstance(held, ast.Dict) else (), seen)
            case ast.Name(id=name):
                yield from self._named(node, name, seen)

    def _each(self, nodes: Iterable[ast.AST], seen: frozenset[str]) -> Iterator[tuple[int, str]]:
        for node in nodes:
            yield from self._plain(node, seen)

    def _returned(self, function: str) -> Iterator[ast.expr]:
        bodies = (one for one in self.functions if one.name == function)
        returned = (node.value for body in bodies for node in ast.walk(body) if isinstance(node, ast.Return))
        return filter(None, returned)

    def _named(self, node: ast.AST, name: str, seen: frozenset[str]) -> Iterator[tuple[int, str]]:
        """What is assigned to a name: in its function, as an argument of it, or in the module."""
        function = self._around(node)
        own = [self.constants[name]] if name in self.constants else []
        if function is None:
            yield from self._each(own, seen)
            return
        key = f"{function.name}.{name}"
        if key in seen:
            return
        values = list(self._assigned(function, name))
        places = [one.arg for one in function.args.args]
        if name in places:
            place = places.index(name)
            for call in self.calls:
                if _name(call.func) == function.name:
                    argument = _argument(call, place - (places[0] == "self"), name)
                    values += [argument] if argument is not None else []
        yield from self._each(values or own, seen | {key})

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


def _template(node: ast.AST) -> str:
    """A text that is written out, with {} for what is put into it."""
    match node:
        case ast.Constant(value=str(text)):
            return text.replace("{", "{{").replace("}", "}}")
        case ast.JoinedStr(values=parts):
            return "".join(map(_template, parts))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _template(left) + _template(right)
    return HOLE


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
