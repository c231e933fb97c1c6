"""Sentences to be tried all at once, in Excel: what is said, and, where it is known, what is meant."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import python_calamine

from knowledge.base.faults import CatalogueFaults, Fault
from knowledge.sheets.cells import as_text

SAID, MEANT = "说法", "应该是"
MOST = 500
_LARGEST_UNPACKED = 50_000_000


@dataclass(frozen=True)
class TriedLine:
    """One line: its row, what is said, and the name of what is meant; empty where nobody knows."""

    row: int
    said: str
    meant: str


def read_sentences(content: bytes) -> list[TriedLine]:
    """The lines of the first sheet.

    Raises:
        CatalogueFaults: It is no workbook, lacks the column 说法, or has too many lines.
    """
    try:
        if (
            sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
            > _LARGEST_UNPACKED
        ):
            raise CatalogueFaults([_fault(0, "-", "文件解开后太大了，请检查是不是选错了文件")])
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (zipfile.BadZipFile, python_calamine.CalamineError) as error:
        raise CatalogueFaults(
            [_fault(0, "-", "这不是一个能读的 .xlsx 文件，请用 Excel 或 WPS 另存为 .xlsx 再选")]
        ) from error
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    heads = [as_text(cell).strip() for cell in rows[0]] if rows else []
    if SAID not in heads:
        raise CatalogueFaults(
            [_fault(1, SAID, f"第一行要有「{SAID}」这一列；「{MEANT}」写事项、问答的名称，可以没有")]
        )
    found = list(_lines(rows[1:], heads))
    if len(found) > MOST:
        raise CatalogueFaults([_fault(0, SAID, f"有{len(found)}句，一次最多{MOST}句，请分成几个文件")])
    return found


def _lines(rows: Sequence[Sequence[object]], heads: list[str]) -> Iterator[TriedLine]:
    for number, row in enumerate(rows, start=2):
        cells = {head: as_text(cell).strip() for head, cell in zip(heads, row, strict=False)}
        if cells.get(SAID):
            yield TriedLine(number, cells[SAID], cells.get(MEANT, ""))


def _fault(row: int, column: str, message: str) -> Fault:
    return Fault("-", row, column, message)
