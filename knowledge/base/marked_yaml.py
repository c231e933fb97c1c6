"""YAML read together with the line of every field, so that a fault can name where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from knowledge.base.faults import CatalogueFaults, Fault

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
        CatalogueFaults: Not UTF-8, not YAML, a date that does not exist, or a key stands twice.
    """
    name = path.relative_to(root).as_posix()
    lines: dict[FieldPath, int] = {}
    twice: list[Fault] = []
    try:
        text = path.read_text(encoding="utf-8-sig")
        node, data = _parsed(text, lambda node: _walk(node, (), lines, twice, name))
    except UnicodeDecodeError as error:
        raise _unreadable(name, 0, f"文件不是 UTF-8 编码（第{error.start}个字节），请另存为 UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _unreadable(name, mark.line + 1 if mark else 0, _in_chinese(error)) from error
    except RecursionError as error:
        raise _unreadable(name, 0, "引用（&、*）绕成了圈或套得太深，请直接写出内容") from error
    except ValueError as error:
        raise _unreadable(name, _line_of_bad_date(text), "有一个日期不存在，日期应写成 2026-11-22") from error
    if node is None:
        raise _unreadable(name, 0, "文件是空的")
    if twice:
        raise CatalogueFaults(twice)
    return Marked(name, data, lines)


def _parsed(text: str, walk: Callable[[yaml.Node], None]) -> tuple[yaml.Node | None, Any]:
    """The nodes of a text, walked through, and the data that they make; the text is read once for both."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, None
        walk(node)
        return node, loader.construct_document(node)
    finally:
        loader.dispose()


_PROBLEMS = (
    ("tab character", "缩进要用空格，不能用制表符"),
    (
        "cannot start any token",
        "有不能用在这里的字符，缩进要用空格，不能用制表符；以 @、`、% 开头的文字要加引号",
    ),
    ("mapping values are not allowed", "这一行多了一个冒号，或者上一行缩进不对；文字里有冒号要加引号"),
    ("could not find expected ':'", "这一行缺冒号，写成「字段: 内容」，冒号后面空一格"),
    ("did not find expected key", "这一行的缩进或引号和前面对不上"),
    ("did not find expected", "括号、引号或列表没有写完整"),
    ("while scanning a quoted scalar", "引号没有成对"),
    ("found unexpected end of stream", "引号没有成对"),
    ("undefined alias", "用了没有定义过的引用（*名称）"),
    ("duplicate anchor", "引用（&名称）定义了两次"),
    ("could not determine a constructor", "不能用 ! 开头的写法"),
    ("expected a single document", "一个文件只写一份，不要用 --- 隔开"),
    ("found unhashable key", "字段名应是文字"),
)


def _in_chinese(error: yaml.YAMLError) -> str:
    problem = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    said = next((chinese for english, chinese in _PROBLEMS if english in problem), "请检查缩进、冒号和引号")
    return f"YAML 写法有误：{said}"


def _line_of_bad_date(text: str) -> int:
    """The first line with a date that no calendar has; 0 where it is written in another way."""
    for number, line in enumerate(text.splitlines(), 1):
        for found in re.findall(r"\d{4}-\d{1,2}-\d{1,2}", line):
            try:
                date(*map(int, found.split("-")))
            except ValueError:
                return number
    return 0


def _unreadable(name: str, line: int, message: str) -> CatalogueFaults:
    return CatalogueFaults([Fault(name, line, "-", message)])


def _walk(
    node: yaml.Node, path: FieldPath, lines: dict[FieldPath, int], twice: list[Fault], name: str
) -> None:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            written = str(key.value)
            place = (*path, written)
            lines[place] = key.start_mark.line + 1
            if written in seen:
                twice.append(
                    Fault(
                        name, key.start_mark.line + 1, ".".join(map(str, place)), "同一处写了两次，请留一个"
                    )
                )
            seen.add(written)
            _walk(value, place, lines, twice, name)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _walk(value, (*path, index), lines, twice, name)
