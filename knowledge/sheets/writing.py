"""A catalogue as a workbook."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import BaseModel

from knowledge.catalogue.affair import Catalogue
from knowledge.sheets.cells import EMPTY, LONGEST, Cell, escaped
from knowledge.sheets.explanation import EXPLANATION, TITLE
from knowledge.sheets.tables import CHILDREN, MAIN, RECORDS, TABLES, TRANSFERS, Column, Table

Row = tuple[Cell, ...]

_HEAD = PatternFill("solid", start_color="DDE7F3")
_WIDE, _NARROW = 42, 16


def write_workbook(catalogue: Catalogue) -> bytes:
    """The whole catalogue as an .xlsx file.

    Raises:
        ValueError: A text is longer than a cell may be; the message names it.
    """
    book = Workbook()
    first = book.active
    assert first is not None
    _explain(first)
    rows = rows_of(catalogue)
    for table in TABLES:
        _fill(book.create_sheet(table.sheet), table, rows[table.sheet])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows_of(catalogue: Catalogue) -> dict[str, list[Row]]:
    """The rows of every sheet, without its headings."""
    rows: dict[str, list[Row]] = {table.sheet: [] for table in TABLES}
    main_names: dict[str, str] = {}
    for item in catalogue.items.values():
        main_names.setdefault(item.main, item.main_name)
    rows[MAIN.sheet] = [(escaped(key), escaped(name) or EMPTY) for key, name in main_names.items()]
    for table in RECORDS:
        for key, record in getattr(catalogue, table.member).items():
            inherited = main_names.get(record.main) if table.member == "items" else None
            rows[table.sheet].append((escaped(key), *_cells(table, record, inherited)))
            for child in CHILDREN.get(table.member, ()):
                rows[child.sheet] += _children(child, key, getattr(record, child.member))
    rows[TRANSFERS.sheet] = [tuple(_cells(TRANSFERS, transfer)) for transfer in catalogue.transfers]
    return rows


def _children(table: Table, parent: str, members: Any) -> Iterator[Row]:
    if isinstance(members, Mapping):
        for key, member in members.items():
            yield (escaped(parent), escaped(key), *_cells(table, member))
    else:
        for member in members:
            yield (escaped(parent), *_cells(table, member))


def _cells(table: Table, record: BaseModel, main_name: str | None = None) -> Iterator[Cell]:
    for column in table.columns:
        if column.field == "main_name" and column.value(record) == main_name:
            yield None
        else:
            yield _cell(column, record)


def _cell(column: Column, record: BaseModel) -> Cell:
    value = column.value(record)
    if value is None:
        return None
    cell = column.codec.write(value)
    if isinstance(cell, str) and len(cell) > LONGEST:
        raise ValueError(f"「{column.heading}」有{len(cell)}个字，表格的一格最多{LONGEST}个字：{cell[:20]}")
    if cell is None:
        return None if value == _default(record, column.field) else EMPTY
    return cell


def _default(record: BaseModel, field: str) -> Any:
    """The default of a field or of a field of its part."""
    *parts, name = field.split(".")
    for part in parts:
        record = getattr(record, part)
    return type(record).model_fields[name].default


def _fill(sheet: Worksheet, table: Table, rows: list[Row]) -> None:
    for place, heading in enumerate(table.headings, 1):
        head = sheet.cell(1, place, heading)
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(place)].width = _width(rows, place)
    for number, row in enumerate(rows, 2):
        for place, cell in enumerate(row, 1):
            if cell is not None:
                written = sheet.cell(number, place, cell)
                written.alignment = Alignment(wrap_text=True, vertical="top")
                if isinstance(cell, str):
                    written.data_type = "s"
    _help(sheet, table, len(rows))
    sheet.freeze_panes = sheet.cell(2, 3 if table.parent and table.key else 2)


def _help(sheet: Worksheet, table: Table, rows: int) -> None:
    """Hints at the headings, and lists to choose from."""
    offset = len(table.headings) - len(table.columns)
    sheet.cell(1, 1).comment = Comment(table.about, "intake") if table.about else None
    for place, column in enumerate(table.columns, offset + 1):
        hint = column.hint or column.codec.hint
        if hint and place > 1:
            sheet.cell(1, place).comment = Comment(hint, "intake")
        if column.codec.choices:
            listed = DataValidation(
                type="list", formula1=f'"{",".join(column.codec.choices)}"', allow_blank=True
            )
            letter = get_column_letter(place)
            listed.add(f"{letter}2:{letter}{rows + 500}")
            sheet.add_data_validation(listed)


def _width(rows: list[Row], place: int) -> int:
    longest = max(
        (len(line) for row in rows[:200] for line in str(row[place - 1] or "").split("\n")), default=0
    )
    return _WIDE if longest > _NARROW else _NARROW


def _explain(sheet: Worksheet) -> None:
    sheet.title = TITLE
    sheet.column_dimensions["A"].width = 22
    sheet.column_dimensions["B"].width = 110
    for number, (head, words) in enumerate(EXPLANATION, 1):
        sheet.cell(number, 1, head).font = Font(bold=True)
        sheet.cell(number, 2, words).alignment = Alignment(wrap_text=True, vertical="top")
    start = len(EXPLANATION) + 2
    for number, table in enumerate(TABLES, start):
        sheet.cell(number, 1, table.sheet).font = Font(bold=True)
        sheet.cell(number, 2, table.about).alignment = Alignment(wrap_text=True, vertical="top")
