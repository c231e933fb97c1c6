"""Records read one by one, so that a bad one is refused with its number and the rest goes on: JSON Lines, or one JSON array."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from knowledge.imports.report import Refused

LONGEST_LINE = 1_000_000
"""Characters; the longest published record has some 10,000."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def in_utf8(content: bytes) -> tuple[bytes, str]:
    """The file in UTF-8, and what it was written in where that was something else: GBK, as Windows programs write Chinese.

    A file with single bad bytes is left as it is: its bad lines are refused one by one.
    """
    plain = content.removeprefix(_BYTE_ORDER_MARK)
    try:
        plain.decode("utf-8")
        return plain, ""
    except UnicodeDecodeError:
        pass
    lines = [line for line in plain.split(b"\n") if line.strip()]
    if any(_reads(line, "utf-8") and not line.isascii() for line in lines):
        return plain, ""
    return (plain.decode("gb18030").encode(), "GBK") if _reads(plain, "gb18030") else (plain, "")


def _reads(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def read_records(content: bytes) -> Iterator[tuple[int, dict[str, Any]] | Refused]:
    """Each line that is not blank, or each record of an array: its number and record, or why it was refused."""
    plain = content.removeprefix(_BYTE_ORDER_MARK)
    if plain.lstrip().startswith(b"["):
        yield from _of_array(plain)
        return
    for number, raw in enumerate(plain.split(b"\n"), start=1):
        if not raw.strip():
            continue
        record = _record(raw)
        yield Refused(number, "", record) if isinstance(record, str) else (number, record)


def _of_array(content: bytes) -> Iterator[tuple[int, dict[str, Any]] | Refused]:
    try:
        records = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        where = (
            f"第{error.lineno}行第{error.colno}个字附近" if isinstance(error, json.JSONDecodeError) else ""
        )
        yield Refused(1, "", f"整个文件是一个 JSON 数组，{where}写法有误，读不出来")
        return
    for number, record in enumerate(records, start=1):
        if isinstance(record, dict):
            yield number, record
        else:
            yield Refused(number, "", "数组里的这一条不是「字段: 内容」的记录")


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
