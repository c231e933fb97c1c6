"""What the library's writers have written, validated: each fault with the line where it stands."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked
from knowledge.base.pydantic_words import words_for


def in_chinese(fault: Any) -> str:
    """A pydantic fault as a Chinese sentence for the writer of the library; what our own checks say is said as it is."""
    if fault["type"] == "value_error":
        return str(fault.get("ctx", {}).get("error", fault["msg"]))
    if fault["type"] == "condition":
        return str(fault["msg"])
    return words_for(fault) or "这里的写法不对，请对照别的事项检查"


def validated(
    kind: Any, raw: Any, marked: Marked, path: FieldPath, faults: list[Fault], shared: Collection[str] = ()
) -> Any:
    """Validate ``raw`` as ``kind``; faults are collected with their lines, and None is returned.

    Args:
        shared: Fields that stand at the top of the file for all records, not at ``path``.
    """
    try:
        return adapter_of(kind).validate_python(raw)
    except ValidationError as error:
        for one in error.errors():
            field = tuple(part for part in one["loc"] if not str(part).startswith("function"))
            place = field if field and field[0] in shared else (*path, *field)
            fault = marked.fault(place, in_chinese(one))
            if fault not in faults:
                faults.append(fault)
        return None


@cache
def adapter_of(kind: Any) -> TypeAdapter[Any]:
    """The validator of a type, built once: building it takes a hundred times as long as using it."""
    return TypeAdapter(kind)
