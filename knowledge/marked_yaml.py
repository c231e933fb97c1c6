"""YAML read together with the line of every field, so that a fault can name where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.faults import CatalogueFaults, Fault

FieldPath = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Marked:
    """A YAML file's data and the line of each field path.

    Attributes:
        file: Name for messages.
        data: Plain Python data.
        lines: Field path to 1-based line.
    """

    file: str
    data: Any
    lines: dict[FieldPath, int]

    def line(self, path: Sequence[str | int]) -> int:
        """The line of a field, or of the nearest field around it."""
        place = tuple(path)
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, path: Sequence[str | int], message: str) -> Fault:
        return Fault(self.file, self.line(path), ".".join(map(str, path)) or "-", message)


def read(path: Path, root: Path) -> Marked:
    """Read one file.

    Raises:
        CatalogueFaults: Not UTF-8, not YAML, or a key stands twice.
    """
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise CatalogueFaults([Fault(name, 0, "-", f"文件不是 UTF-8 编码(第{error.start}个字节),请另存为 UTF-8")]) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise CatalogueFaults([Fault(name, mark.line + 1 if mark else 0, "-", f"YAML 写法有误：{problem}")]) from error
    if node is None:
        raise CatalogueFaults([Fault(name, 0, "-", "文件是空的")])
    lines: dict[FieldPath, int] = {}
    twice: list[Fault] = []
    _walk(node, (), lines, twice, name)
    if twice:
        raise CatalogueFaults(twice)
    return Marked(name, yaml.load(text, Loader=_Loader), lines)


def _walk(node: yaml.Node, path: FieldPath, lines: dict[FieldPath, int], twice: list[Fault], name: str) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            place = (*path, str(key.value))
            lines[place] = key.start_mark.line + 1
            if key.value in seen:
                twice.append(Fault(name, key.start_mark.line + 1, ".".join(map(str, place)), "同一处写了两次，请留一个"))
            seen.add(key.value)
            _walk(value, place, lines, twice, name)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines, twice, name)
