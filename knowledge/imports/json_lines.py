"""JSON Lines read one by one, so that a bad line is refused with its number and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from knowledge.imports.report import Refused

LONGEST_LINE = 1_000_000
"""Characters; the longest published record has some 10,000."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_records(content: bytes) -> Iterator[tuple[int, dict[str, Any]] | Refused]:
    """Each line that is not blank: its number and record, or why it was refused."""
    for number, raw in enumerate(content.removeprefix(_BYTE_ORDER_MARK).split(b"\n"), start=1):
        if not raw.strip():
            continue
        record = _record(raw)
        yield Refused(number, "", record) if isinstance(record, str) else (number, record)


def _record(raw: bytes) -> dict[str, Any] | str:
    if len(raw) > LONGEST_LINE:
        return f"这一行超过{LONGEST_LINE}个字节，不像一条事项"
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        return f"第{error.start + 1}个字节起不是 UTF-8 编码，请把文件另存为 UTF-8"
    except json.JSONDecodeError as error:
        return f"不是一条 JSON 记录：第{error.colno}个字附近写法有误"
    except RecursionError:
        return "不是一条 JSON 记录：括号嵌套太深"
    if not isinstance(record, dict):
        return "应是一行一条「字段: 内容」的 JSON 记录"
    return record
