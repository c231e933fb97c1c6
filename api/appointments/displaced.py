"""Appointments whose window is not open at their time any more: for the officer to move, and for applicants to be told."""

from __future__ import annotations

from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments import repository
from api.appointments.models import AppointmentRow
from api.appointments.repository import Visit
from api.appointments.views import is_over
from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.catalogue.affair import Catalogue
from knowledge.guidance.opening_hours import open_spans


async def displaced(
    session: AsyncSession, catalogue: Catalogue, calendar: WorkCalendar, now: datetime
) -> list[Visit]:
    """The live appointments at times at which their windows are not open, the earliest first."""
    booked = await repository.visits_from(session, now.date())
    return [
        visit
        for visit in booked
        if not is_over(visit.appointment, now) and not is_open_then(visit.appointment, catalogue, calendar)
    ]


def is_open_then(row: AppointmentRow, catalogue: Catalogue, calendar: WorkCalendar) -> bool:
    """Whether the window is open for the whole of the appointment's time."""
    window = catalogue.windows.get(row.window)
    if window is None:
        return False
    start, end = time.fromisoformat(row.start), time.fromisoformat(row.end)
    try:
        spans = open_spans(window, catalogue.sites[window.site], row.day, calendar)
    except CalendarGap:  # whoever booked did so while the year was known; it is not for this to say
        return True
    return any(span.opens <= start and end <= span.closes for span in spans)


def why_closed(row: AppointmentRow, catalogue: Catalogue) -> str:
    """What was said of the closure in which an appointment lies; empty where it lies in none."""
    window = catalogue.windows.get(row.window)
    begins, ends = (
        datetime.combine(row.day, time.fromisoformat(at), CENTRE_ZONE) for at in (row.start, row.end)
    )
    found = (one.why for one in (window.closed if window else ()) if one.begins < ends and begins < one.ends)
    return next(found, "")
