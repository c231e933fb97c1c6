"""A filtered queue as an Excel sheet, written row by row so that memory stays flat."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

from sqlalchemy import Row

from api.cases.models import StoredEntry
from api.desk.queue_views import clocks_of
from api.platform.clock import at_centre
from api.services import Services
from knowledge.base.roles import Role
from knowledge.cases.queue.stage import STAGE_NAMES, Stage
from knowledge.cases.record.state import STATES
from knowledge.exchange.records import spreadsheet_cell
from knowledge.privacy.kinds import Personal
from knowledge.staff.masking import Sight, sight

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

COLUMNS = (
    ("办件编号", 15),
    ("事项", 32),
    ("情形", 28),
    ("申请人", 10),
    ("手机", 15),
    ("分组", 10),
    ("状态", 12),
    ("最近的期限", 18),
    ("到期的日子", 13),
    ("还剩", 22),
    ("受理窗口", 20),
    ("承办部门", 22),
    ("认领人", 12),
    ("提交时间", 18),
)


@dataclass
class CaseSheet:
    """One sheet; the title says of which filter it is, and from when."""

    _book: Workbook
    _sheet: Any

    @classmethod
    def begun(cls, title: str) -> CaseSheet:
        # openpyxl brings lxml, which the service does without until somebody asks for a sheet.
        book: Workbook = import_module("openpyxl").Workbook(write_only=True)
        sheet = book.create_sheet("办件")
        for number, (_, width) in enumerate(COLUMNS):
            sheet.column_dimensions["ABCDEFGHIJKLMN"[number]].width = width
        sheet.freeze_panes = "B3"
        sheet.append([title])
        sheet.append([_heading(sheet, name) for name, _ in COLUMNS])
        return cls(book, sheet)

    def append(self, cells: Collection[str]) -> None:
        """One more row."""
        self._sheet.append([spreadsheet_cell(cell) for cell in cells])

    def abandon(self) -> None:
        """Nobody wants it any more: what openpyxl holds open is closed."""
        self._sheet.close()

    def save(self, file: IO[bytes]) -> None:
        """Write it out; nothing can be added any more."""
        self._book.save(file)


def cells_of(
    line: Row[Any], log: Collection[StoredEntry], roles: Collection[Role], services: Services
) -> list[str]:
    """One case; what its applicant is called and called at is masked, or left out where the role sees nothing of it."""
    clock = next(iter(clocks_of(log, services)), None)
    windows, catalogue = services.catalogue.windows, services.catalogue
    window = windows.get(line.window)
    return [
        line.number,
        line.item,
        line.scenario,
        _shown(Personal.NAME, line, roles),
        _shown(Personal.PHONE, line, roles),
        STAGE_NAMES[Stage(line.stage)],
        STATES[line.state].label,
        clock.what if clock else "",
        clock.due.isoformat() if clock and clock.due else "",
        clock.left if clock else "",
        f"{window.number} {window.name}" if window else line.window,
        catalogue.department_name(line.department),
        line.claimed_name or line.claimed_by or "",
        _minute(line.received_at),
    ]


def _shown(kind: Personal, line: Row[Any], roles: Collection[Role]) -> str:
    seen: str = line.contact_masked.get(kind, "")
    return seen if sight(roles, kind) >= Sight.MASKED else ""


def _minute(at: datetime) -> str:
    return f"{at_centre(at):%Y-%m-%d %H:%M}"


def _heading(sheet: Any, name: str) -> WriteOnlyCell:
    cell: WriteOnlyCell = import_module("openpyxl.cell").WriteOnlyCell(sheet, value=name)
    cell.font = import_module("openpyxl.styles").Font(bold=True)
    return cell
