"""What a case's columns say follows from its log: state, place, dates to look at, and what supervision is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, bindparam, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import NO_DAY, CaseMarkRow, CaseRow, DepartmentTaskRow
from api.platform.upsert import insert_for
from knowledge.base.centre_time import centre_day, moment_of
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.cases.limits.clocks import Clock
from knowledge.cases.oversight.supervision import Finding, findings, special_overruns
from knowledge.cases.procedure.sweep import Swept, next_look
from knowledge.cases.queue.dates import Urgency, nearest_date
from knowledge.cases.queue.stage import stage_of
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.state import OPEN

PASSING = "soon"
"""The finding that changes from day to day; ``queue_day`` tells of it."""

_CASES = cast(Table, CaseRow.__table__)
_PUT_OFF = (
    update(_CASES)
    .where(_CASES.c.number == bindparam("of"), _CASES.c.row_version == bindparam("read"))
    .values(
        queue_day=bindparam("queue"),
        look_at=bindparam("look"),
        due_day=bindparam("due"),
        due_urgency=bindparam("urgency"),
    )
)


Marks = list[dict[str, Any]]
"""Rows of :class:`CaseMarkRow`."""


def update_columns(case: CaseRow, swept: Swept, calendar: WorkCalendar, now: datetime) -> Marks:
    """Bring the case's columns up to what its log says; gives the marks that supervision is to be shown.

    Args:
        swept: The case as its log has it now, nothing owed.
    """
    facts = swept.facts
    case.state = facts.state or case.state
    case.is_open = case.state in OPEN
    case.window = facts.window or case.window
    case.department = facts.department or case.department
    case.transferred = bool(facts.transfers)
    case.outcome = facts.decision.value if facts.decision else ""
    case.queue_day = queue_day(swept.running) if case.is_open else NO_DAY
    case.stage = stage_of(case.state).value
    case.due_day, case.due_urgency = due(swept) if case.is_open else NOTHING_DUE
    case.look_at = look_at(swept, now) if case.is_open else None
    case.changed_at = now
    return _marks(case, _lasting(facts, swept.running, calendar, now))


def has_news(swept: Swept) -> bool:
    """Whether anything has come that goes beyond the dates: entries, or special procedures, which may have gone on too long."""
    return bool(swept.entries or swept.facts.open_specials)


async def postpone_dates(
    session: AsyncSession, looked: Sequence[tuple[str, int, Swept]], now: datetime
) -> None:
    """Cases of which nothing was to be recorded get new dates. Nobody needs to see them anew, so that their version stays.

    Args:
        looked: Number, version that was read, and what was found. Where somebody has acted since, the case is left alone.
    """
    if not looked:
        return
    dates = [
        {
            "of": number,
            "read": version,
            "queue": queue_day(swept.running),
            "look": look_at(swept, now),
            **dict(zip(("due", "urgency"), due(swept), strict=True)),
        }
        for number, version, swept in looked
    ]
    await (await session.connection()).execute(_PUT_OFF, dates)


def queue_day(running: Iterable[Clock]) -> date:
    """The nearest day on which something that is still to be done is due."""
    return min((clock.due for clock in running if clock.open and clock.due), default=NO_DAY)


NOTHING_DUE = (NO_DAY, int(Urgency.LIMIT))


def due(swept: Swept) -> tuple[date, int]:
    """The case's place in a queue: its nearest date, and how urgent that is."""
    nearest = nearest_date(swept.facts, swept.running)
    return (nearest.day, int(nearest.urgency)) if nearest else NOTHING_DUE


def look_at(swept: Swept, now: datetime) -> datetime | None:
    """When the sweep looks again: tomorrow where the calendar does not reach, since the year may be entered any day."""
    following = next_look(swept.running)
    if not swept.gaps:
        return following
    return min(following or _tomorrow(now), _tomorrow(now))


def _tomorrow(now: datetime) -> datetime:
    return moment_of(centre_day(now) + timedelta(days=1))


def _lasting(
    facts: CaseFacts, running: tuple[Clock, ...], calendar: WorkCalendar, now: datetime
) -> list[Finding]:
    found = [one for one in findings(facts, running) if one.code != PASSING]
    try:
        return [*found, *special_overruns(facts, calendar, centre_day(now))]
    except (
        CalendarGap
    ):  # the clocks tell of it already, and the sweep looks again every day until the year is entered
        return found


def _marks(case: CaseRow, found: list[Finding]) -> Marks:
    rows = {
        (one.code, one.day or case.received_at.date()): {
            "case_number": case.number,
            "code": one.code,
            "day": one.day or case.received_at.date(),
            "department": case.department,
            "say": one.say,
        }
        for one in found
    }
    return list(rows.values())


async def store_marks(session: AsyncSession, marks: Marks) -> None:
    """Show supervision what is new of it."""
    if marks:
        await session.execute(insert_for(session)(CaseMarkRow).on_conflict_do_nothing(), marks)


async def store_tasks(session: AsyncSession, case: CaseRow, facts: CaseFacts) -> None:
    """The departments' parts; once the case is decided or ended, nobody is waited for."""
    over = facts.decided_on or facts.ended_on
    for task in facts.tasks:
        insert = insert_for(session)(DepartmentTaskRow).values(
            case_number=case.number,
            department=task.department,
            sent=task.sent,
            answered=task.answered or over,
        )
        await session.execute(
            insert.on_conflict_do_update(
                index_elements=["case_number", "department"],
                set_={"sent": insert.excluded.sent, "answered": insert.excluded.answered},
            )
        )
