"""The rows of a workbook's sheets, by heading.

What a table program did to a cell is mended with a remark where it is sure (invisible characters, returns), else refused with the
cell and the cause: merged cells, a formula without a value, digits that a number has lost.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import python_calamine

from knowledge.base.faults import Fault
from knowledge.sheets.cells import INVISIBLE, as_text
from knowledge.sheets.formulas import formulas_without_value
from knowledge.sheets.tables import TABLES, Table

LARGEST_UNPACKED = 300_000_000
"""Bytes of a workbook unpacked; the whole shipped catalogue has about three million."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_NOT_A_WORKBOOK = "这不是一个能读的 .xlsx 文件，请用 Excel 或 WPS 另存为 .xlsx 再导入"


@dataclass(frozen=True)
class Line:
    """One row: its number on the sheet, and its cells that are not empty, by heading."""

    number: int
    cells: Mapping[str, Any]


Lines = dict[str, list[Line]]
"""Sheet to its rows."""


def open_workbook(content: bytes) -> tuple[Lines, list[Fault], list[Fault]]:
    """All sheets of a workbook; faults where it is none, or where a sheet, heading or cell cannot be used; and what was mended."""
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
        if unpacked > LARGEST_UNPACKED:
            message = f"文件解开后超过{LARGEST_UNPACKED // 1_000_000}MB，请检查是不是选错了文件"
            return {}, [Fault("-", 0, "-", message)], []
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (zipfile.BadZipFile, python_calamine.CalamineError):
        return {}, [Fault("-", 0, "-", _NOT_A_WORKBOOK)], []
    lines: Lines = {}
    faults: list[Fault] = []
    remarks: list[Fault] = []
    for table in TABLES:
        if table.sheet in book.sheet_names:
            sheet = book.get_sheet_by_name(table.sheet)
            rows = sheet.to_python(skip_empty_area=False)
            found: list[Fault] = []
            lines[table.sheet] = _lines(table, rows, found, remarks)
            faults += found
            heads = [as_text(cell).strip() for cell in rows[0]] if rows else []
            faults += _merged(table, heads, sheet.merged_cell_ranges or [])
            faults += _uncalculated(table, heads, content)
        else:
            faults.append(Fault(table.sheet, 0, "-", "缺少这张表，请用导出的文件修改"))
    return lines, faults, remarks


def _merged(table: Table, heads: list[str], ranges: Any) -> list[Fault]:
    """Merged cells under the headings: only the first of them has a value."""
    return [
        Fault(
            table.sheet,
            top + 1,
            _head(heads, left),
            f"第{top + 1}行到第{bottom + 1}行是合并的单元格，只有第一格有内容：请取消合并，每一行都填上",
        )
        for (top, left), (bottom, _) in ranges
        if bottom > 0
    ]


def _uncalculated(table: Table, heads: list[str], content: bytes) -> list[Fault]:
    return [
        Fault(
            table.sheet,
            row,
            _head(heads, column - 1),
            "这一格是公式，文件里没有算好的结果：请用 Excel 打开、保存一次，或者直接填数",
        )
        for row, column in formulas_without_value(content, table.sheet)
    ]


def _head(heads: list[str], column: int) -> str:
    return heads[column] if column < len(heads) and heads[column] else "-"


def _lines(table: Table, rows: list[list[Any]], faults: list[Fault], remarks: list[Fault]) -> list[Line]:
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
        shown = {head: cell for head, cell in zip(heads, row, strict=False) if head and not _is_blank(cell)}
        cells = {
            head: _clean(cell, Fault(table.sheet, number, head, ""), remarks) for head, cell in shown.items()
        }
        cells = {head: cell for head, cell in cells.items() if not _is_blank(cell)}
        if cells:
            lines.append(Line(number, cells))
    return lines


def _clean(cell: Any, place: Fault, remarks: list[Fault]) -> Any:
    """A text without characters that nobody sees; each mend is remarked at its place.

    Our own export writes such characters with a backslash, so that these come from elsewhere.
    """
    if not isinstance(cell, str):
        return cell
    plain = cell
    for pattern, by, what in (
        (r"\r\n?|_x000D_\n?", "\n", "换行统一了"),
        (_INVISIBLE, "", "去掉了看不见的字符"),
        ("[\u00a0\u3000]+$|^[\u00a0\u3000]+", "", "去掉了前后的空格"),
    ):
        mended = re.sub(pattern, by, plain)
        if mended != plain:
            remarks.append(replace(place, message=what))
            plain = mended
    return plain


def _is_blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
