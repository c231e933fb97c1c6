"""What can be entered (录入), as one union: each kind tells its faults, and what it is in one line."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, TypeAdapter

from knowledge.base.dates import day_text
from knowledge.catalogue.affair import Catalogue
from knowledge.centre.closure import Closure, closure_faults
from knowledge.centre.holidays import CentreDay, HolidayYear
from knowledge.centre.item_entry import (
    ItemTransfer,
    Powers,
    Presence,
    powers_line,
    presence_faults,
    presence_line,
    transfer_faults,
    transfer_line,
)
from knowledge.centre.post import Post, post_faults
from knowledge.centre.window_entry import (
    TemporaryWindow,
    WindowPlace,
    place_faults,
    place_line,
    temporary_faults,
)

CentreEntry = Annotated[
    Closure
    | HolidayYear
    | CentreDay
    | Post
    | TemporaryWindow
    | WindowPlace
    | ItemTransfer
    | Presence
    | Powers,
    Field(discriminator="kind"),
]

ENTRY: TypeAdapter[CentreEntry] = TypeAdapter(CentreEntry)

KINDS = {
    "closure": "停办和通告",
    "holidays": "一年的放假安排",
    "own_day": "本中心自己的日子",
    "post": "派驻",
    "temporary_window": "临时窗口",
    "window_place": "窗口换地方、换电话",
    "transfer": "事项划转",
    "presence": "事项进驻情况",
    "powers": "窗口授权",
}
"""Kinds as pages call them."""


def entry_faults(entry: CentreEntry, catalogue: Catalogue, now: datetime) -> list[str]:
    """Everything that is wrong with an entry, in sentences; empty where it can be saved."""
    match entry:
        case Closure():
            return closure_faults(entry, catalogue, now)
        case HolidayYear():
            return entry.faults()
        case CentreDay():
            return []
        case Post():
            return post_faults(entry, catalogue)
        case TemporaryWindow():
            return temporary_faults(entry, catalogue)
        case WindowPlace():
            return place_faults(entry, catalogue)
        case ItemTransfer():
            return transfer_faults(entry, catalogue)
        case Presence():
            return presence_faults(entry, catalogue)
        case Powers():
            known = entry.department in catalogue.departments
            return [] if known else [f"没有部门 {entry.department}。"]


def entry_line(entry: CentreEntry, catalogue: Catalogue) -> str:
    """What an entry is, in one line."""
    match entry:
        case Closure():
            act = "停办" if entry.closed else "通告"
            return f"{entry.where(catalogue)}{act}，{entry.period}：{entry.text}"
        case HolidayYear():
            return f"{entry.year}年放假安排，{entry.notice}"
        case CentreDay():
            return f"{day_text(entry.day)}{'上班' if entry.working else '放假'}：{entry.why}，{entry.notice}"
        case Post():
            window = catalogue.windows.get(entry.window)
            where = f"{window.number}{window.name}" if window else entry.window
            return f"{where}{entry.duty_name}{entry.name}，{entry.period}"
        case TemporaryWindow():
            days = "、".join(f"{day.month}月{day.day}日" for day in sorted(entry.dates)[:6])
            more = f"等{len(entry.dates)}天" if len(entry.dates) > 6 else ""
            return f"{entry.number}{entry.name}，{days}{more} {entry.opens}-{entry.closes}开放"
        case WindowPlace():
            return place_line(entry, catalogue)
        case ItemTransfer():
            return transfer_line(entry, catalogue)
        case Presence():
            return presence_line(entry, catalogue)
        case Powers():
            return powers_line(entry, catalogue)
