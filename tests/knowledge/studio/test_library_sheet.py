"""The sheet of edits: out and in without a loss, and every cell that is wrong is named."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest

from knowledge.base.faults import CatalogueFaults
from knowledge.studio.edit import EntryKind, LibraryEdit
from knowledge.studio.library_sheet import HEADS, SHEET, SheetRow, read_sheet, written_sheet

EDIT = LibraryEdit(
    phrasings=("=1+1怎么办", "第二种"), text="先打电话。", valid_until=date(2026, 12, 31), review_by=date(2027, 3, 1)
)  # fmt: skip


def sheet_of(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for row in (HEADS, *rows):
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_nothing_is_lost_and_nothing_is_run() -> None:
    entry = (EntryKind.ELSEWHERE, "unpaid_wages")
    content = written_sheet([SheetRow(entry, "欠薪", "老板不发工资", EDIT)])
    cells = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(content))[SHEET][2]]
    assert cells[4] == "'=1+1怎么办\n第二种"
    found, places = read_sheet(content)
    assert [(one.entry, one.edit) for one in found.entries] == [(entry, EDIT)]
    assert places[entry].line == 2


def test_every_cell_that_is_wrong_is_named() -> None:
    content = sheet_of(
        ("事项", "a", "", "", "说法", "", "", "明年", ""),
        ("东西", "", "", "", "", "", "", "", ""),
        ("事项", "a", "", "", "说法", "", date(2026, 12, 1), "2026/12/31", ""),
        ("问答", "b", "", "", "", "长" * 501, "", "", ""),
    )
    with pytest.raises(CatalogueFaults) as raised:
        read_sheet(content)
    assert [(one.line, one.field) for one in raised.value.faults] == [
        (2, "用到哪天"),
        (3, "种类"),
        (3, "编号"),
        (4, "编号"),
        (5, "回答、先做什么换成"),
    ]


@pytest.mark.parametrize("content", [b"nothing", written_sheet([])[:200]])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(CatalogueFaults):
        read_sheet(content)
