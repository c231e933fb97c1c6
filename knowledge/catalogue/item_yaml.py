"""The catalogue as it is written: one YAML file a main item, short names inside it, common parts in ``common.yaml``.

This module turns the written form into catalogue records: field names that all items of a file share stand once at its top,
and a short name (``area``) means the file's own question or material if it has one, else the common one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked
from knowledge.base.pydantic_words import FIELDS
from knowledge.base.validation import validated
from knowledge.catalogue.condition import Condition
from knowledge.catalogue.item import (
    Asked,
    BusinessItem,
    Material,
    NeededMaterial,
    Question,
    SharedPaper,
)

_OWN_KEYS = {"id", "name", "questions", "materials", "items", "common"}
"""Keys at the top of a main item's file that are not defaults of its business items."""

_LIST, _MAPPING = "应是列表，每一项以 - 开头", "应是「名称: 内容」的形式"


class MainItemFile:
    """One main item's file, read into its questions, materials and business items."""

    def __init__(
        self,
        marked: Marked,
        common_questions: Mapping[str, Question],
        common_materials: Mapping[str, Material],
    ):
        self.marked = marked
        self.faults: list[Fault] = []
        self.questions: dict[str, Question] = {}
        self.materials: dict[str, Material] = {}
        self.items: dict[str, BusinessItem] = {}
        self.lines: dict[str, FieldPath] = {}
        self.main = ""
        self._common = (common_questions, common_materials)
        if not isinstance(marked.data, dict):
            self.faults.append(marked.fault((), "一个文件写一个主项，应是「字段: 内容」的形式"))
            return
        self._read(marked.data)

    def _read(self, data: dict[str, Any]) -> None:
        for key in ("id", "name", "items"):
            if not data.get(key):
                self.faults.append(self.marked.fault((key,), f"缺少 {key}"))
        for key, kind, said in (
            ("questions", dict, _MAPPING),
            ("materials", dict, _MAPPING),
            ("items", list, _LIST),
        ):
            if data.get(key) and not isinstance(data[key], kind):
                self.faults.append(self.marked.fault((key,), said))
        if self.faults:
            return
        self.main = str(data["id"])
        self._read_own(data, "questions", Question, self.questions)
        self._read_own(data, "materials", Material, self.materials)
        defaults = {key: value for key, value in data.items() if key not in _OWN_KEYS}
        for index, raw in enumerate(data["items"]):
            if isinstance(raw, dict):
                shared = defaults.keys() - raw.keys()
                merged = {**defaults, **raw, **_with_shared_facts(defaults, raw)}
                self._read_item(merged, ("items", index), str(data["name"]), shared)
            else:
                self.faults.append(self.marked.fault(("items", index), FIELDS))

    def _read_own(self, data: dict[str, Any], key: str, kind: Any, into: dict[str, Any]) -> None:
        for short, raw in (data.get(key) or {}).items():
            record = validated(kind, raw, self.marked, (key, short), self.faults)
            if record is not None:
                into[f"{self.main}.{short}"] = record
                self.lines[f"{self.main}.{short}"] = (key, short)

    def _read_item(
        self, raw: dict[str, Any], path: FieldPath, main_name: str, shared: Collection[str]
    ) -> None:
        item_id = f"{self.main}.{raw.get('id', path[-1])}"
        raw = {**raw, "id": item_id, "main": self.main, "main_name": main_name}
        raw["asks"] = [self._asked(entry, place) for entry, place in self._entries(raw, "asks", path)]
        raw["materials"] = [
            self._needed(entry, place) for entry, place in self._entries(raw, "materials", path)
        ]
        raw["shared"] = [self._shared(entry, place) for entry, place in self._entries(raw, "shared", path)]
        raw["fees"] = [
            self._with_condition(entry, place) for entry, place in self._entries(raw, "fees", path)
        ]
        raw["promise_instead"] = [
            self._material(str(name), place) for name, place in self._entries(raw, "promise_instead", path)
        ]
        found_before = len(self.faults)
        references = {key: raw.pop(key) for key in ("asks", "materials", "shared")}
        rest = validated(BusinessItem, raw, self.marked, path, self.faults, shared)
        if any(None in found for found in references.values()) or len(self.faults) > found_before:
            return
        item = rest and validated(BusinessItem, {**raw, **references}, self.marked, path, self.faults, shared)
        if item is not None:
            self.items[item_id] = item
            self.lines[item_id] = path

    def _entries(self, raw: dict[str, Any], key: str, path: FieldPath) -> Iterator[tuple[Any, FieldPath]]:
        """The entries of a list with their places; what is no list is a fault."""
        written = raw.get(key) or ()
        if not isinstance(written, list | tuple):
            self.faults.append(self.marked.fault((*path, key), _LIST))
            return
        for n, entry in enumerate(written):
            yield entry, (*path, key, n)

    def _reference(self, entry: Any, key: str, path: FieldPath) -> dict[str, Any] | None:
        """A reference written as a name, or as a mapping with more about it."""
        raw = {key: entry} if isinstance(entry, str) else entry
        if isinstance(raw, dict) and isinstance(raw.get(key), str):
            return dict(raw)
        self.faults.append(self.marked.fault(path, f"应写名称，或者 {{{key}: 名称, when: 条件}}"))
        return None

    def _asked(self, entry: Any, path: FieldPath) -> Asked | None:
        raw = self._reference(entry, "question", path)
        if raw is None:
            return None
        raw["question"] = self._question(raw["question"], path)
        raw = self._with_condition(raw, path)
        return validated(Asked, raw, self.marked, path, self.faults)

    def _needed(self, entry: Any, path: FieldPath) -> NeededMaterial | None:
        raw = self._of_material(entry, path)
        return validated(NeededMaterial, raw, self.marked, path, self.faults) if raw else None

    def _shared(self, entry: Any, path: FieldPath) -> SharedPaper | None:
        raw = self._of_material(entry, path)
        return validated(SharedPaper, raw, self.marked, path, self.faults) if raw else None

    def _of_material(self, entry: Any, path: FieldPath) -> Any:
        raw = self._reference(entry, "material", path)
        if raw is None:
            return None
        raw["material"] = self._material(raw["material"], path)
        return self._with_condition(raw, path)

    def _with_condition(self, raw: Any, path: FieldPath) -> Any:
        if not isinstance(raw, dict) or "when" not in raw:
            return raw
        return {
            **raw,
            "when": resolved_condition(
                raw["when"], self._question, self.marked, (*path, "when"), self.faults
            ),
        }

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
            self.faults.append(
                self.marked.fault(path, f"没有名为「{short}」的{noun}：本文件和 common.yaml 里都没有")
            )
        return short


def _with_shared_facts(shared: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """An item's own facts and those of the file's top that it says nothing else about."""
    mine, everyone = own.get("facts"), shared.get("facts")
    if not isinstance(mine, list) or not isinstance(everyone, list):
        return {}
    told = {fact.get("about") for fact in mine if isinstance(fact, dict)}
    rest = [fact for fact in everyone if not (isinstance(fact, dict) and fact.get("about") in told)]
    return {"facts": [*mine, *rest]}


def resolved_condition(
    raw: Any, name: Callable[[str, FieldPath], str], marked: Marked, path: FieldPath, faults: list[Fault]
) -> Condition | None:
    """A written condition with the short names of its questions replaced by their ids."""
    condition: Condition | None = validated(Condition, raw, marked, path, faults)
    return condition.renamed(lambda short: name(short, path)) if condition is not None else None
