"""The rows of a workbook's sheets, by heading."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import python_calamine

from knowledge.base.faults import Fault
from knowledge.sheets.cells import as_text
from knowledge.sheets.tables import TABLES, Table

LARGEST_UNPACKED = 300_000_000
"""Bytes of a workbook unpacked; the whole shipped catalogue has about three million."""

_NOT_A_WORKBOOK = "这不是一个能读的 .xlsx 文件，请用 Excel 或 WPS 另存为 .xlsx 再导入"


@dataclass(frozen=True)
class Line:
    """One row: its number on the sheet, and its cells that are not empty, by heading."""

    number: int
    cells: Mapping[str, Any]


Lines = dict[str, list[Line]]
"""Sheet to its rows."""


def open_workbook(content: bytes) -> tuple[Lines, list[Fault]]:
    """All sheets of a workbook; faults where it is none, or where a sheet or heading is missing."""
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
        if unpacked > LARGEST_UNPACKED:
            message = f"文件解开后超过{LARGEST_UNPACKED // 1_000_000}MB，请检查是不是选错了文件"
            return {}, [Fault("-", 0, "-", message)]
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (zipfile.BadZipFile, python_calamine.CalamineError):
        return {}, [Fault("-", 0, "-", _NOT_A_WORKBOOK)]
    lines: Lines = {}
    faults: list[Fault] = []
    for table in TABLES:
        if table.sheet in book.sheet_names:
            rows = book.get_sheet_by_name(table.sheet).to_python(skip_empty_area=False)
            lines[table.sheet] = _lines(table, rows, faults)
        else:
            faults.append(Fault(table.sheet, 0, "-", "缺少这张表，请用导出的文件修改"))
    return lines, faults


def _lines(table: Table, rows: list[list[Any]], faults: list[Fault]) -> list[Line]:
    heads = [as_text(cell).strip() for cell in rows[0]] if rows else []
    for heading in table.headings:
        if heading not in heads:
            faults.append(Fault(table.sheet, 1, heading, "缺少这一列的标题"))
        elif heads.count(heading) > 1:
            faults.append(Fault(table.sheet, 1, heading, "这个标题写了两次"))
    strange = [heading for heading in heads if heading and heading not in table.headings]
    faults += [Fault(table.sheet, 1, heading, "没有这一列，请删去或者改回原来的标题") for heading in strange]
    lines = []
    for number, row in enumerate(rows[1:], 2):
        cells = {head: cell for head, cell in zip(heads, row, strict=False) if head and not _is_blank(cell)}
        if cells:
            lines.append(Line(number, cells))
    return lines


def _is_blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
