"""Read the files of the matching benchmark, and name every fault in them by file and line before anything is trained."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from intake.problems import Problem


class BenchInputError(Problem):
    """The files cannot be used; `faults` lists every reason in Chinese, each with file and line."""

    code = "bench_input_invalid"

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"测试文件有{len(faults)}处问题,没有训练。")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set of items, phrasings to learn from, phrasings to test with, and questions that are no business.

    Phrasings are pairs of text and item name.
    """

    items: tuple[str, ...]
    train: tuple[tuple[str, str], ...]
    test: tuple[tuple[str, str], ...]
    out_of_scope: tuple[str, ...]


def read_labelled(items: Path, train: Path | None, test: Path, out_of_scope: Path | None) -> Labelled:
    """Read and check all files.

    Args:
        items: JSON lines with `item`.
        train: JSON lines with `query` and `item`, if any.
        test: JSON lines with `query` and `item`.
        out_of_scope: JSON lines with `query`.

    Raises:
        BenchInputError: naming all faults of all files.
    """
    faults: list[str] = []
    names = _items(items, faults)
    labelled = Labelled(
        names,
        _phrasings(train, set(names), faults) if train else (),
        _phrasings(test, set(names), faults),
        tuple(query for _, (query,) in _lines(out_of_scope, ("query",), faults)) if out_of_scope else (),
    )
    if faults:
        raise BenchInputError(faults)
    return labelled


def _items(path: Path, faults: list[str]) -> tuple[str, ...]:
    first: dict[str, int] = {}
    for line, (name,) in _lines(path, ("item",), faults):
        if name in first:
            faults.append(f"{path.name} 第{line}行:事项「{name}」与第{first[name]}行重复")
        first.setdefault(name, line)
    return tuple(first)


def _phrasings(path: Path, items: set[str], faults: list[str]) -> tuple[tuple[str, str], ...]:
    first: dict[str, tuple[int, str]] = {}
    phrasings: list[tuple[str, str]] = []
    for line, (query, item) in _lines(path, ("query", "item"), faults):
        if items and item not in items:
            faults.append(f"{path.name} 第{line}行:标注「{item}」不是事项清单里的事项")
        earlier, right = first.setdefault(query, (line, item))
        if right != item:
            faults.append(
                f"{path.name} 第{line}行:问法「{query}」在第{earlier}行标注为「{right}」,这里标注为「{item}」"
            )
        phrasings.append((query, item))
    return tuple(phrasings)


def _lines(path: Path, keys: tuple[str, ...], faults: list[str]) -> list[tuple[int, tuple[str, ...]]]:
    """Values of the wanted keys of each line that is whole, with its number."""
    try:
        content = path.read_bytes()
    except OSError as error:
        faults.append(f"{path.name}:读不到文件({error.strerror})")
        return []
    rows: list[tuple[int, tuple[str, ...]]] = []
    before = len(faults)
    for number, raw in enumerate(content.split(b"\n"), start=1):
        if not raw.strip():
            continue
        values, fault = _values(raw, keys)
        if fault:
            faults.append(f"{path.name} 第{number}行:{fault}")
        else:
            rows.append((number, values))
    if not rows and len(faults) == before:
        faults.append(f"{path.name}:文件是空的")
    return rows


def _values(raw: bytes, keys: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return (), "不是UTF-8编码"
    except json.JSONDecodeError as error:
        return (), f"不是一行JSON({error.msg})"
    if not isinstance(row, dict):
        return (), "应当是一个JSON对象"
    missing = [key for key in keys if not isinstance(row.get(key), str) or not row[key].strip()]
    if missing:
        return (), f"缺少 {'、'.join(missing)}"
    return tuple(row[key].strip() for key in keys), ""
