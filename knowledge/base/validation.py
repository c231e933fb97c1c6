"""What pydantic finds wrong, as Chinese sentences at the line where it is written."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.base.faults import Fault
from knowledge.base.marked_yaml import FieldPath, Marked

FIELDS = "应是「字段: 内容」的形式"
_CHINESE = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这个字段，请检查拼写",
    "string_type": "应是文字",
    "int_parsing": "应是整数",
    "int_type": "应是整数",
    "int_from_float": "应是整数",
    "float_parsing": "应是数字",
    "float_type": "应是数字",
    "bool_parsing": "应是 true 或 false",
    "bool_type": "应是 true 或 false",
    "tuple_type": "应是列表",
    "list_type": "应是列表",
    "dict_type": "应是「名称: 内容」的形式",
    "model_type": FIELDS,
    "too_short": "内容太少",
    "too_long": "内容太多",
    "greater_than_equal": "数值超出范围",
    "less_than_equal": "数值超出范围",
    "date_type": "日期应写成 2026-11-22",
    "date_parsing": "日期应写成 2026-11-22",
    "date_from_datetime_parsing": "日期应写成 2026-11-22",
    "date_from_datetime_inexact": "日期应写成 2026-11-22",
    "time_type": '时间应写成 "09:00"',
    "time_parsing": '时间应写成 "09:00"',
}


def in_chinese(error: Any) -> str:
    """A pydantic error as a Chinese sentence for the writer of the library."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("enum", "literal_error"):
        return f"只能是 {context.get('expected', '').replace(' or ', '、').replace(', ', '、')} 之一"
    if kind == "value_error":
        return str(context.get("error", error["msg"]))
    if kind == "condition":
        return str(error["msg"])
    return _CHINESE.get(kind, "这里的写法不对，请对照别的事项检查")


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
