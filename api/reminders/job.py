"""Remind of days to come: the date for correcting, an appointment. Looks at cases with reminders only, by day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import and_, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments.models import AppointmentRow
from api.appointments.repository import LIVE
from api.cases import repository
from api.cases.log import entry_of
from api.cases.models import CaseRow
from api.platform.clock import at_centre
from api.reminders.delivery import put_reminders
from api.reminders.models import ReminderRow
from api.services import Services
from knowledge.base.centre_time import centre_day
from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.reminders import FIRST_HOUR, LAST_HOUR, is_near, of_deadline, of_visit
from knowledge.cases.record.state import CaseState

EVERY_S = 600.0

KEPT_AFTER_END = timedelta(days=7)
"""So long after the end of a case its last message may still be on the way."""

log = logging.getLogger("intake.api")


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Look again and again until told to stop."""
    while not stopping.is_set():
        try:
            await services.database.transact(lambda session: look(session, services))
        except Exception as error:  # a database that is away comes back
            log.error("reminders put off: %s", type(error).__name__)
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_S)
        except TimeoutError:
            continue


async def look(session: AsyncSession, services: Services) -> None:
    """Put what is due to be reminded of now; what was put before stays as it is."""
    if FIRST_HOUR <= at_centre(services.now()).hour < LAST_HOUR:
        await _of_deadlines(session, services)
        await _of_visits(session, services)
    await _forget_ended(session, services)


async def _of_deadlines(session: AsyncSession, services: Services) -> None:
    today = services.today()
    waiting = (
        select(ReminderRow, CaseRow.number, CaseRow.item)
        .join(CaseRow, CaseRow.number == ReminderRow.case_number)
        .where(
            CaseRow.state == CaseState.CORRECTION, CaseRow.due_day.between(today, today + timedelta(days=1))
        )
    )
    rows = [row for row in (await session.execute(waiting)).all() if row[0].ways]
    logs = await repository.logs_of(session, [number for _, number, _ in rows])
    for chosen, number, item in rows:
        asked = fold(map(entry_of, logs[number])).corrections[-1]
        if asked.correct_by and is_near(asked.correct_by, asked.day, today):
            told = of_deadline(number, item, asked.correct_by, today)
            await put_reminders(
                session, number, chosen.ways, f"due/{number}/{asked.correct_by}", told, services
            )


async def _of_visits(session: AsyncSession, services: Services) -> None:
    tomorrow = services.today() + timedelta(days=1)
    visits = (
        select(AppointmentRow, ReminderRow)
        .join(CaseRow, CaseRow.intake_id == AppointmentRow.intake_id)
        .join(ReminderRow, ReminderRow.case_number == CaseRow.number)
        .where(and_(AppointmentRow.day == tomorrow, AppointmentRow.state == LIVE))
        .order_by(CaseRow.number)
    )
    for visit, chosen in (await session.execute(visits)).all():
        if chosen.ways and centre_day(visit.booked_at) < services.today():
            what = f"visit/{services.vault.digest('reminders/visit', visit.access)[:16]}/{visit.day}/{visit.start}"
            told = of_visit(visit.item, _window(visit, services), visit.day, visit.start)
            await put_reminders(session, chosen.case_number, chosen.ways, what, told, services)


def _window(visit: AppointmentRow, services: Services) -> str:
    window = services.catalogue.windows.get(visit.window)
    return window.name if window else "窗口"


async def _forget_ended(session: AsyncSession, services: Services) -> None:
    over: Sequence[str] = (
        await session.scalars(
            select(ReminderRow.case_number)
            .join(CaseRow, CaseRow.number == ReminderRow.case_number)
            .where(CaseRow.is_open.is_(False), CaseRow.changed_at < services.now() - KEPT_AFTER_END)
        )
    ).all()
    if over:
        await session.execute(delete(ReminderRow).where(ReminderRow.case_number.in_(over)))
