"""YAML that people write: duplicate keys, aliases and tags are errors, and every value knows its line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ContentError, NotThereError

BaseLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LIMIT = 64 * 1024 * 1024
STANDARD = "tag:yaml.org,2002:"
TIMESTAMP = STANDARD + "timestamp"
PLAIN_TAGS = {STANDARD + name for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")}
Location = tuple[str | int, ...]


class _Located(BaseLoader):  # type: ignore[misc,valid-type]
    """Builds plain values from YAML nodes and remembers the line of each path."""

    def __init__(self, text: str, where: str) -> None:
        super().__init__(text)
        self.where = where
        self.lines: dict[Location, int] = {}
        self.visited: set[int] = set()

    def plain(self, node: yaml.Node, path: Location) -> Any:
        line = node.start_mark.line + 1
        self.lines.setdefault(path, line)
        if id(node) in self.visited:
            raise ContentError(f"{self.where}:{line}", "a YAML alias stands for this value", "every value written out")
        self.visited.add(id(node))
        if node.tag not in PLAIN_TAGS:
            raise ContentError(f"{self.where}:{line}", f"the YAML tag {node.tag}", "plain values without tags")
        if node.tag == TIMESTAMP:
            return node.value
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, path))
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*path, index)) for index, item in enumerate(node.value)]
        return self.construct_object(node)

    def _pairs(self, node: yaml.MappingNode, path: Location) -> Iterator[tuple[Any, Any]]:
        seen: dict[Any, int] = {}
        for key_node, value_node in node.value:
            key, line = self.construct_object(key_node), key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise ContentError(f"{self.where}:{line}", f"the key {key!r} is no text", "a key of letters")
            if key in seen:
                todo = f"remove one of them: the first is on line {seen[key]}"
                raise ContentError(f"{self.where}:{line}", f"the key {key!r} stands twice", "each key once", todo)
            seen[key] = line
            self.lines[(*path, key)] = line
            yield key, self.plain(value_node, (*path, key))


def read_yaml(path: Path) -> tuple[Any, dict[Location, int]]:
    """The content of a YAML file and the line (from 1) of each path in it.

    Raises NotThereError where the file is missing and ContentError where its content is refused.
    """
    return read_yaml_text(_text(path), str(path))


def read_yaml_text(text: str, where: str) -> tuple[Any, dict[Location, int]]:
    """The same for a text; `where` names it in errors."""
    try:
        loader = _Located(text, where)
        node = loader.get_single_node()
        return (None if node is None else loader.plain(node, ())), loader.lines
    except RecursionError as error:
        raise ContentError(where, "values are nested too deeply", "a record of one document") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}:{mark.line + 1}" if mark else where
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise ContentError(place, f"this is no YAML: {problem}", "a record in YAML") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LIMIT:
            raise ContentError(str(path), "the file is larger than 64 MB", "a record of one document")
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise NotThereError(
            str(path), "there is no such file", "a record", "guapai load data/records/*.yaml"
        ) from error
    except IsADirectoryError as error:
        raise NotThereError(str(path), "this is a folder", "a file") from error
    except UnicodeDecodeError as error:
        raise ContentError(str(path), f"byte {error.start} is not UTF-8", "a record in UTF-8") from error
