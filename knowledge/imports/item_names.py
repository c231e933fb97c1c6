"""Names of items: told apart where several bear the same one, and everyday names as aliases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.catalogue.item import BusinessItem, Department
from knowledge.imports.cleaning import bracketed, text_of
from knowledge.imports.report import Duplicate, Notes

_BETWEEN_ALIASES = re.compile("[,，;；、|｜\n]+")
_OF_THE_PROVINCE = re.compile("^(中华人民共和国|中共|广东省|广州市|省)(?=.{3})")
_QUOTES = re.compile("[“”\"'‘’]")
SHORTEST_ALIAS = 3
LONGEST_ALIAS = 40


@dataclass(frozen=True, slots=True)
class Read:
    """An item with the line it stands on."""

    line: int
    item: BusinessItem


def aliases_of(published: Sequence[object], name: str, notes: Notes) -> tuple[str, ...]:
    """Short and everyday names: lists split, single words such as 公证 left out because they fit a hundred items."""
    kept: dict[str, None] = {}
    for raw in published:
        text = text_of(raw) or ""
        parts = [re.sub(r"\s+", "", _QUOTES.sub("", part)) for part in _BETWEEN_ALIASES.split(text)]
        for part in parts:
            alias = bracketed(part)
            if not alias or alias == name:
                continue
            if not SHORTEST_ALIAS <= len(alias) <= LONGEST_ALIAS:
                notes.mend(
                    "日常用语",
                    "不作别名",
                    "太短，许多事项都说得通" if len(alias) < SHORTEST_ALIAS else "太长",
                    alias,
                )
                continue
            kept[alias] = None
    return tuple(kept)


def departments_of(items: Iterable[BusinessItem]) -> dict[str, Department]:
    """The departments that the items name; their short name leaves out the province or city."""
    names = dict.fromkeys(item.department for item in items)
    return {name: Department(id=name, name=name, short=_OF_THE_PROVINCE.sub("", name)) for name in names}


def with_distinct_names(read: Sequence[Read]) -> tuple[list[Read], list[Duplicate]]:
    """Records whose names differ; a record that says the same as an earlier one is left out.

    Equal names are told apart by department, then by level and department, at last by the end of the code.
    """
    groups: dict[str, list[Read]] = {}
    for record in read:
        groups.setdefault(record.item.name, []).append(record)
    duplicates: list[Duplicate] = []
    renamed: dict[int, str] = {}
    left_out: set[int] = set()
    taken_names = {name for name, group in groups.items() if len(group) == 1}
    for name, group in groups.items():
        if len(group) == 1:
            continue
        different = _different(group)
        left_out |= {record.line for record in group} - {record.line for record in different}
        lines = tuple(record.line for record in group)
        if len(different) == 1:
            taken_names.add(name)
            duplicates.append(Duplicate(name, lines, "内容相同，只留第一条"))
            continue
        how, names = _names(name, [record.item for record in different], taken_names)
        taken_names |= set(names)
        renamed |= {record.line: new for record, new in zip(different, names, strict=True)}
        duplicates.append(Duplicate(name, lines, how))
    kept = [
        Read(record.line, record.item.model_copy(update={"name": renamed.get(record.line, record.item.name)}))
        for record in read
        if record.line not in left_out
    ]
    return kept, duplicates


def _different(group: Sequence[Read]) -> list[Read]:
    kept: list[Read] = []
    for record in group:
        same = {"id": record.item.id, "task_code": record.item.task_code}
        if not any(other.item.model_copy(update=same) == record.item for other in kept):
            kept.append(record)
    return kept


def _names(name: str, items: Sequence[BusinessItem], taken: set[str]) -> tuple[str, list[str]]:
    ways = (
        ("名称后加上办理部门", [f"{name}（{item.department}）" for item in items]),
        ("名称后加上层级和办理部门", [f"{name}（{item.level}，{item.department}）" for item in items]),
        (
            "名称后加上办理部门和实施编码",
            [f"{name}（{item.department}，编码{item.task_code}）" for item in items],
        ),
    )
    for how, names in ways:
        if len(set(names)) == len(names) and not taken & set(names):
            return how, names
    return ways[-1]
