"""What pydantic finds wrong, in Chinese: the one table for the writers of the library and for the callers of the api."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

FIELDS = "应是「字段: 内容」的形式"

_WHOLE, _NUMBER, _TRUTH = "应是整数", "应是数字", "应是 true 或 false"
_DAY, _MOMENT = "应写成 2026-11-23 这样的日期", "应写成 2026-11-23T09:30:00+08:00 这样的时间"
_TIME = '时间应写成 "09:00"'

_WORDS: Mapping[str, str] = {
    "missing": "缺少这一项",
    "extra_forbidden": "没有这个字段，请检查拼写",
    "string_type": "应是文字",
    "string_too_long": "最多{max_length}个字",
    "string_too_short": "至少{min_length}个字",
    "string_pattern_mismatch": "格式不对",
    "too_long": "最多{max_length}项",
    "too_short": "至少{min_length}项",
    "dict_type": "应是「名称: 内容」的形式",
    "list_type": "应是列表",
    "tuple_type": "应是列表",
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "greater_than_equal": "不能小于{ge}",
    "less_than_equal": "不能大于{le}",
    "literal_error": "只能是 {expected} 之一",
    "enum": "只能是 {expected} 之一",
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "time_type": _TIME,
    "time_parsing": _TIME,
    "model_attributes_type": "应是一个 JSON 对象",
    "model_type": FIELDS,
}


def words_for(fault: Mapping[str, Any]) -> str | None:
    """A fault as a Chinese sentence that repeats nothing of the input; None for a kind that has no words here.

    Args:
        fault: As ``ValidationError.errors()`` gives it.
    """
    template = _WORDS.get(fault["type"])
    if template is None:
        return None
    given = {key: value for key, value in fault.get("ctx", {}).items() if key != "error"}
    if "expected" in given:
        given["expected"] = str(given["expected"]).replace(" or ", "、").replace(", ", "、")
    return template.format_map(given)
