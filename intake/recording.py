"""National records into files: JSON lines or one workbook, what is faulty listed apart with its line and field.

Everything is written record by record. The files hold personal data: they are made readable for their owner only, and a file that was
begun and not finished does not bear the name of a finished one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Protocol

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from api.exchange.national_records import KINDS, Checked
from knowledge.exchange.fields import TABLES
from knowledge.exchange.records import spreadsheet_cell

FAULTY = "faulty"
FAULTY_SHEET = "有误"
MOST_ROWS = 1_000_000
"""A sheet of Excel ends at 1,048,576 rows; what comes after goes to a second one."""


@dataclass
class Counted:
    """What was written.

    Attributes:
        records: Kind to number of records that are in order.
        faulty: Kind to number of records that are not.
    """

    cases: int = 0
    records: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    faulty: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    files: list[str] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Of the record written last, counted over all kinds."""
        return sum(self.records.values()) + sum(self.faulty.values())

    def count(self, one: Checked) -> int:
        """Count a record; its line."""
        of = self.faulty if one.faults else self.records
        of[one.kind] += 1
        return self.line


class Writer(Protocol):
    """Takes one record after the other."""

    def write(self, one: Checked, line: int) -> None: ...


class JsonLines:
    """A file a kind, and ``faulty.jsonl`` with the whole records that are not in order and what is wrong with them."""

    def __init__(self, files: dict[str, IO[str]]) -> None:
        self._files = files

    def write(self, one: Checked, line: int) -> None:
        if not one.faults:
            self._put(one.kind, one.record)
            return
        faults = [{"field": fault.field, "say": fault.say} for fault in one.faults]
        self._put(FAULTY, {"line": line, "kind": one.kind, "record": one.record, "faults": faults})

    def _put(self, name: str, row: Any) -> None:
        self._files[name].write(json.dumps(row, ensure_ascii=False) + "\n")


@contextmanager
def json_lines(folder: Path, name: str, counted: Counted) -> Iterator[Writer]:
    """Files ``NAME-application.jsonl`` and so on in a folder."""
    paths = {kind: folder / f"{name}-{kind}.jsonl" for kind in (*KINDS, FAULTY)}
    files = {kind: _private(_part(path)) for kind, path in paths.items()}
    try:
        yield JsonLines(files)
    finally:
        for file in files.values():
            file.close()
    for path in paths.values():
        _part(path).replace(path)
    counted.files += [path.name for path in paths.values()]


class Sheets:
    """A sheet a kind with the national names and the Chinese ones above the columns, and one for what is faulty."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._sheets = {kind: self._sheet(kind, KINDS[kind]) for kind in KINDS}
        self._rows = dict.fromkeys(KINDS, 0)
        self._faulty = book.create_sheet(FAULTY_SHEET)
        self._faulty.append(["第几条", "记录", "办件编号", "字段", "错在哪里", "整条记录"])

    def write(self, one: Checked, line: int) -> None:
        if one.faults:
            whole = json.dumps(one.record, ensure_ascii=False)
            number = one.record.get("project_no", "")
            for fault in one.faults:
                self._faulty.append(
                    [line, KINDS[one.kind], _cell(number), fault.field, fault.say, _cell(whole)]
                )
            return
        self._rows[one.kind] += 1
        if self._rows[one.kind] % MOST_ROWS == 0:
            part = self._rows[one.kind] // MOST_ROWS + 1
            self._sheets[one.kind] = self._sheet(one.kind, f"{KINDS[one.kind]}{part}")
        self._sheets[one.kind].append([_cell(one.record.get(column.name, "")) for column in TABLES[one.kind]])

    def _sheet(self, kind: str, title: str) -> Any:
        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = "A3"
        sheet.append([column.name for column in TABLES[kind]])
        sheet.append([column.chinese for column in TABLES[kind]])
        return sheet


@contextmanager
def workbook(folder: Path, name: str, counted: Counted) -> Iterator[Writer]:
    """One file ``NAME.xlsx``, written row by row."""
    path = folder / f"{name}.xlsx"
    book = Workbook(write_only=True)
    yield Sheets(book)
    _private(_part(path)).close()
    book.save(_part(path))
    _part(path).replace(path)
    counted.files.append(path.name)


FORMATS = {"jsonl": json_lines, "xlsx": workbook}


def _cell(value: str | int) -> str | int:
    """A value as text that Excel neither calculates nor refuses."""
    bare = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    return spreadsheet_cell(bare)


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _private(path: Path) -> IO[str]:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", newline="\n")
