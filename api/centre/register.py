"""Who stands where on a day, and the register of what is present at the centre with its report."""

from __future__ import annotations

import asyncio
from datetime import date
from importlib import import_module
from io import BytesIO

from api.access import audit
from api.access.actor import Actor
from api.centre.schemas import DutyDay, PersonOnDuty, RegisterView, WindowOfDay
from api.services import Services
from api.windows.service import why_closed
from knowledge.base.dates import day_text
from knowledge.calendar.working_days import CalendarGap
from knowledge.catalogue.window import Window, spans_text
from knowledge.centre.post import Post
from knowledge.centre.register import Register, register
from knowledge.exchange.records import spreadsheet_cell
from knowledge.guidance.opening_hours import open_spans

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTH = 24


def duty(day: date, services: Services) -> DutyDay:
    """Every window on a day with who sits there."""
    catalogue = services.centre.in_force.catalogue(services.holder.current, day)
    posts = services.centre.in_force.posts(day)
    return DutyDay(
        day=day,
        label=day_text(day),
        windows=[_window(window, day, posts, services) for window in catalogue.windows.values()],
    )


def _window(window: Window, day: date, posts: list[Post], services: Services) -> WindowOfDay:
    site = services.catalogue.sites[window.site]
    return WindowOfDay(
        id=window.id,
        name=f"{window.number}{window.name}",
        place=f"{site.name}{window.floor}",
        phone=window.phone or site.phone,
        hours=_hours(window, day, services),
        why=why_closed(window, day),
        people=[
            PersonOnDuty(name=post.name, duty_name=post.duty_name, shift=post.shift)
            for post in posts
            if post.window == window.id
        ],
    )


def _hours(window: Window, day: date, services: Services) -> str:
    try:
        spans = open_spans(window, services.catalogue.sites[window.site], day, services.calendar)
    except CalendarGap as gap:
        return f"{gap.year}年的放假安排还没有录入"
    return spans_text(spans)


def summary(services: Services) -> RegisterView:
    """The register in short."""
    found = _register(services)
    return RegisterView(present=found.present, absent=found.absent, missing=list(found.missing))


async def report(actor: Actor, reason: str, services: Services) -> bytes:
    """The report as an Excel file."""
    found = _register(services)
    body = await asyncio.to_thread(_workbook, found)
    about = {"reason": reason}
    await audit.record(services.database, services.now(), actor.id, "exported", "centre/register", about)
    return body


def _register(services: Services) -> Register:
    return register(services.catalogue, services.centre.in_force, services.today())


def _workbook(found: Register) -> bytes:
    # openpyxl brings lxml, which the service does without until somebody asks for a sheet.
    book = import_module("openpyxl").Workbook(write_only=True)
    for table in found.tables:
        sheet = book.create_sheet(table.title)
        for number in range(len(table.columns)):
            sheet.column_dimensions["ABCDEFGHIJ"[number]].width = WIDTH
        sheet.freeze_panes = "A2"
        sheet.append(table.columns)
        for row in table.rows:
            sheet.append([spreadsheet_cell(cell) for cell in row])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
