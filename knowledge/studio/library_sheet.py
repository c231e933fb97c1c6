"""What was edited as a sheet: a row an entry, also those that nobody has edited yet, so that whoever writes finds it there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

import python_calamine

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.sheets.cells import Cell, as_text, escaped, unescaped
from knowledge.studio.edit import ENTRY_NAMES, Entry, EntryKind, LibraryEdit
from knowledge.studio.library_file import LibraryFile, WrittenEntry

SHEET = "知识库"
KIND, ID, NAME, SHIPPED, PHRASINGS, TEXT, FROM, UNTIL, REVIEW = HEADS = (
    "种类",
    "编号",
    "名称（只给人看）",
    "随附的（只给人看）",
    "加的说法（一行一种）",
    "回答、先做什么换成",
    "从哪天",
    "用到哪天",
    "到哪天再看",
)
_WIDTHS = (12, 26, 30, 50, 40, 50, 12, 12, 12)
_KINDS = {name: kind for kind, name in ENTRY_NAMES.items()}
_NOT_A_WORKBOOK = "这不是一个能读的 .xlsx 文件，请用 Excel 或 WPS 另存为 .xlsx 再导入"
_LARGEST_UNPACKED = 100_000_000


@dataclass(frozen=True)
class SheetRow:
    """One entry.

    Attributes:
        shipped: What is said of it without edits, to be read beside.
    """

    entry: Entry
    name: str
    shipped: str
    edit: LibraryEdit


def written_sheet(rows: Iterable[SheetRow]) -> bytes:
    """The rows as an .xlsx file; what Excel would run stands in it as text."""
    # openpyxl brings lxml, which the service does without until somebody asks for a sheet.
    book, styles = import_module("openpyxl").Workbook(), import_module("openpyxl.styles")
    letter = import_module("openpyxl.utils").get_column_letter
    sheet: Any = book.active
    sheet.title = SHEET
    sheet.append(HEADS)
    sheet.freeze_panes = "C2"
    for row in rows:
        sheet.append(_cells(row))
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[letter(number)].width = width
        sheet.cell(1, number).font = styles.Font(bold=True)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = styles.Alignment(wrap_text=True, vertical="top")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_sheet(content: bytes) -> tuple[LibraryFile, dict[Entry, Fault]]:
    """What a sheet says, and for each entry where it stands.

    Raises:
        CatalogueFaults: With every cell that is wrong.
    """
    faults: list[Fault] = []
    entries: list[WrittenEntry] = []
    places: dict[Entry, Fault] = {}
    for number, cells in _lines(content):
        written = _entry(number, cells, faults)
        if written is None:
            continue
        if written.entry in places:
            faults.append(_fault(number, ID, f"第{places[written.entry].line}行已经写了这个条目，请合在一起"))
        places.setdefault(written.entry, _fault(number, PHRASINGS, ""))
        entries.append(written)
    if faults:
        raise CatalogueFaults(faults)
    return LibraryFile(entries=tuple(entries)), places


def _cells(row: SheetRow) -> tuple[Cell, ...]:
    edit = row.edit
    days = (edit.valid_from, edit.valid_until, edit.review_by)
    return (
        ENTRY_NAMES[row.entry[0]],
        escaped(row.entry[1]),
        escaped(row.name),
        "\n".join(map(escaped, row.shipped.splitlines())),
        "\n".join(map(escaped, edit.phrasings)),
        escaped(edit.text),
        *(day.isoformat() if day else "" for day in days),
    )


def _lines(content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
        if unpacked > _LARGEST_UNPACKED:
            raise CatalogueFaults([Fault("-", 0, "-", "文件解开后太大了，请检查是不是选错了文件")])
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (zipfile.BadZipFile, python_calamine.CalamineError) as error:
        raise CatalogueFaults([Fault("-", 0, "-", _NOT_A_WORKBOOK)]) from error
    if SHEET not in book.sheet_names:
        raise CatalogueFaults([Fault(SHEET, 0, "-", "缺少这张表，请用导出的文件修改")])
    rows = book.get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    heads = [as_text(cell).strip() for cell in rows[0]] if rows else []
    missing = [head for head in HEADS if head not in (NAME, SHIPPED, *heads)]
    if missing:
        raise CatalogueFaults([_fault(1, head, "缺少这一列，请用导出的文件修改") for head in missing])
    for number, row in enumerate(rows[1:], start=2):
        cells = dict(zip(heads, row, strict=False))
        if any(as_text(cells.get(head, "")).strip() for head in HEADS):
            yield number, cells


def _entry(number: int, cells: dict[str, Any], faults: list[Fault]) -> WrittenEntry | None:
    kind = _KINDS.get(as_text(cells[KIND]).strip())
    key = unescaped(as_text(cells[ID]).strip())
    if kind is None:
        faults.append(_fault(number, KIND, f"种类只能是{'、'.join(_KINDS)}"))
    if not key:
        faults.append(_fault(number, ID, "不能是空的"))
    days = [_day(number, head, cells[head], faults) for head in (FROM, UNTIL, REVIEW)]
    texts = [unescaped(line.strip()) for line in as_text(cells[PHRASINGS]).splitlines() if line.strip()]
    if kind is None or not key:
        return None
    text = unescaped(as_text(cells[TEXT]).strip())
    longest = 500
    if len(text) > longest:
        faults.append(_fault(number, TEXT, f"有{len(text)}个字，最多{longest}个"))
        return None
    return WrittenEntry(
        kind=kind,
        id=key,
        phrasings=tuple(texts),
        text=text,
        valid_from=days[0],
        valid_until=days[1],
        review_by=days[2],
    )


def _day(number: int, head: str, cell: Any, faults: list[Fault]) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = as_text(cell).strip().replace("/", "-")
    if not text:
        return None
    try:
        year, month, day = map(int, text.split("-"))
        return date(year, month, day)
    except ValueError:
        faults.append(_fault(number, head, f"「{text}」不是日期，请写成2026-12-31这样"))
        return None


def _fault(number: int, head: str, message: str) -> Fault:
    return Fault(SHEET, number, head, message)


def is_listed(kind: EntryKind, edit: LibraryEdit) -> bool:
    """Whether an entry has a row: options are many, so only those that are edited; whole records have a workbook of their own."""
    if kind is EntryKind.RECORD:
        return False
    return kind is not EntryKind.OPTION or not edit.changes_nothing
