"""When a claim has been neglected: its holder did nothing with the case for so many hours, days off not counted."""

from __future__ import annotations

from datetime import datetime, timedelta

from knowledge.base.centre_time import CENTRE_ZONE, centre_day, moment_of
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.cases.record.state import OPEN, CaseState


def neglected_before(now: datetime, hours: int, calendar: WorkCalendar) -> datetime:
    """A claim that was last used before this moment has been neglected.

    Args:
        hours: Of working days, nights included: an evening is no neglect of one day's claim.
    """
    left, moment = timedelta(hours=hours), now.astimezone(CENTRE_ZONE)
    while True:
        begins = moment_of(centre_day(moment))
        if _is_working_day(moment, calendar):
            if moment - begins >= left:
                return moment - left
            left -= moment - begins
        moment = begins - timedelta(microseconds=1)


def _is_working_day(moment: datetime, calendar: WorkCalendar) -> bool:
    """By the week alone where the year is not entered."""
    day = centre_day(moment)
    try:
        return calendar.is_working_day(day)
    except CalendarGap:
        return day.weekday() < 5


def waits_for_staff(state: CaseState) -> bool:
    """Whether somebody here has to act; a case may wait for the applicant, a hearing or a higher authority as well."""
    return state in OPEN and state not in (CaseState.CORRECTION, CaseState.SPECIAL, CaseState.PASSED_UP)
