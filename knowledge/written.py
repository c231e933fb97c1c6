"""The catalogue as it is written: one YAML file a main item, short names inside it, common parts in ``common.yaml``.

This module turns the written form into catalogue records: field names that all items of a file share stand once at its top,
and a short name (``area``) means the file's own question or material if it has one, else the common one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.condition import Condition
from knowledge.faults import Fault
from knowledge.item import Asked, BusinessItem, Material, NeededMaterial, Question
from knowledge.marked_yaml import FieldPath, Marked

_OWN_KEYS = {"id", "name", "questions", "materials", "items", "common"}
"""Keys at the top of a main item's file that are not defaults of its business items."""

_CHINESE = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这个字段，请检查拼写",
    "string_type": "应是文字",
    "int_parsing": "应是整数",
    "int_type": "应是整数",
    "bool_parsing": "应是 true 或 false",
    "tuple_type": "应是列表",
    "dict_type": "应是「名称: 内容」的形式",
    "too_short": "内容太少",
    "too_long": "内容太多",
    "date_from_datetime_parsing": "日期应写成 2026-11-22",
    "time_parsing": "时间应写成 \"09:00\"",
}


def in_chinese(error: Any) -> str:
    """A pydantic error as a Chinese sentence for the writer of the library."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "enum":
        return f"只能是 {context.get('expected', '')} 之一"
    if kind == "value_error":
        return str(context.get("error", error["msg"]))
    if kind == "condition":
        return str(error["msg"])
    if kind in ("greater_than_equal", "less_than_equal"):
        return "数值超出范围"
    return _CHINESE.get(kind, str(error["msg"]))


def validated(kind: Any, raw: Any, marked: Marked, path: FieldPath, faults: list[Fault]) -> Any:
    """Validate ``raw`` as ``kind``; faults are collected with their lines, and None is returned."""
    try:
        return TypeAdapter(kind).validate_python(raw)
    except ValidationError as error:
        for one in error.errors():
            place = (*path, *(part for part in one["loc"] if not str(part).startswith("function")))
            faults.append(marked.fault(place, in_chinese(one)))
        return None


class MainItemFile:
    """One main item's file, read into its questions, materials and business items."""

    def __init__(self, marked: Marked, common_questions: Mapping[str, Question], common_materials: Mapping[str, Material]):
        self.marked = marked
        self.faults: list[Fault] = []
        self.questions: dict[str, Question] = {}
        self.materials: dict[str, Material] = {}
        self.items: dict[str, BusinessItem] = {}
        self.lines: dict[str, FieldPath] = {}
        self._common = (common_questions, common_materials)
        if not isinstance(marked.data, dict):
            self.faults.append(marked.fault((), "一个文件写一个主项，应是「字段: 内容」的形式"))
            return
        self._read(marked.data)

    def _read(self, data: dict[str, Any]) -> None:
        for key in ("id", "name", "items"):
            if key not in data:
                self.faults.append(self.marked.fault((), f"缺少 {key}"))
        if self.faults:
            return
        self.main = str(data["id"])
        self._read_own(data, "questions", Question, self.questions)
        self._read_own(data, "materials", Material, self.materials)
        defaults = {key: value for key, value in data.items() if key not in _OWN_KEYS}
        for index, raw in enumerate(data["items"] or ()):
            self._read_item({**defaults, **raw} if isinstance(raw, dict) else {}, ("items", index), str(data["name"]))

    def _read_own(self, data: dict[str, Any], key: str, kind: Any, into: dict[str, Any]) -> None:
        for short, raw in (data.get(key) or {}).items():
            record = validated(kind, raw, self.marked, (key, short), self.faults)
            if record is not None:
                into[f"{self.main}.{short}"] = record
                self.lines[f"{self.main}.{short}"] = (key, short)

    def _read_item(self, raw: dict[str, Any], path: FieldPath, main_name: str) -> None:
        item_id = f"{self.main}.{raw.get('id', path[-1])}"
        raw = {**raw, "id": item_id, "main": self.main, "main_name": main_name}
        raw["asks"] = [self._asked(entry, (*path, "asks", n)) for n, entry in enumerate(raw.get("asks") or ())]
        raw["materials"] = [self._needed(entry, (*path, "materials", n)) for n, entry in enumerate(raw.get("materials") or ())]
        raw["fees"] = [self._with_condition(entry, (*path, "fees", n)) for n, entry in enumerate(raw.get("fees") or ())]
        raw["promise_instead"] = [
            self._material(name, (*path, "promise_instead")) for name in raw.get("promise_instead") or ()
        ]
        if any(fault.field.startswith(".".join(map(str, path)) + ".") for fault in self.faults):
            return
        item = validated(BusinessItem, raw, self.marked, path, self.faults)
        if item is not None:
            self.items[item_id] = item
            self.lines[item_id] = path

    def _asked(self, entry: Any, path: FieldPath) -> Asked | None:
        raw = {"question": entry} if isinstance(entry, str) else dict(entry)
        raw["question"] = self._question(str(raw.get("question", "")), path)
        raw = self._with_condition(raw, path)
        return validated(Asked, raw, self.marked, path, self.faults)

    def _needed(self, entry: Any, path: FieldPath) -> NeededMaterial | None:
        raw = {"material": entry} if isinstance(entry, str) else dict(entry)
        raw["material"] = self._material(str(raw.get("material", "")), path)
        raw = self._with_condition(raw, path)
        return validated(NeededMaterial, raw, self.marked, path, self.faults)

    def _with_condition(self, raw: Any, path: FieldPath) -> Any:
        if not isinstance(raw, dict) or "when" not in raw:
            return raw
        return {**raw, "when": resolved_condition(raw["when"], self._question, self.marked, (*path, "when"), self.faults)}

    def _question(self, short: str, path: FieldPath) -> str:
        return self._resolve(short, self.questions, self._common[0], "问题", path)

    def _material(self, short: str, path: FieldPath) -> str:
        return self._resolve(short, self.materials, self._common[1], "材料", path)

    def _resolve(
        self, short: str, own: Mapping[str, Any], common: Mapping[str, Any], noun: str, path: FieldPath
    ) -> str:
        if f"{self.main}.{short}" in own:
            return f"{self.main}.{short}"
        if short not in common:
            self.faults.append(self.marked.fault(path, f"没有名为「{short}」的{noun}：本文件和 common.yaml 里都没有"))
        return short


def resolved_condition(
    raw: Any, name: Callable[[str, FieldPath], str], marked: Marked, path: FieldPath, faults: list[Fault]
) -> Condition | None:
    """A written condition with the short names of its questions replaced by their ids."""
    condition: Condition | None = validated(Condition, raw, marked, path, faults)
    return condition.renamed(lambda short: name(short, path)) if condition is not None else None
