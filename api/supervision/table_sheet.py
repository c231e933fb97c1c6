"""A table as an Excel file."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from knowledge.cases.oversight.figure_table import Cell, FigureTable
from knowledge.exchange.records import spreadsheet_cell

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDE, _NARROW = 30, 14


def figure_sheet(table: FigureTable, period: str) -> bytes:
    """The sheet of a table of figures."""
    headings = [f"{one.name}（{one.unit}）" if one.unit else one.name for one in table.columns]
    widths = [_NARROW if one.unit else _WIDE for one in table.columns]
    rows = (row.cells for row in table.rows)
    return sheet_of(table.title, f"{table.title}　{period}　{table.note}", headings, widths, rows)


def sheet_of(
    name: str, title: str, headings: Sequence[str], widths: Sequence[int], rows: Iterable[Iterable[Cell]]
) -> bytes:
    """One sheet: the title on top, then the headings."""
    # openpyxl brings lxml, which the service does without until somebody asks for a sheet.
    book = import_module("openpyxl").Workbook(write_only=True)
    sheet: Any = book.create_sheet(name)
    letter = import_module("openpyxl.utils").get_column_letter
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[letter(number)].width = width
    sheet.freeze_panes = "A3"
    sheet.append([title])
    bold = import_module("openpyxl.styles").Font(bold=True)
    cell = import_module("openpyxl.cell").WriteOnlyCell
    heads = [cell(sheet, value=heading) for heading in headings]
    for one in heads:
        one.font = bold
    sheet.append(heads)
    for row in rows:
        sheet.append([spreadsheet_cell(one) if isinstance(one, str) else one for one in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
