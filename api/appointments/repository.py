"""Queries on appointments."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments.models import AppointmentRow
from api.intakes.models import IntakeRow
from api.platform.database import can_be_stored

LIVE, CANCELLED = "booked", "cancelled"

_VISITS = select(AppointmentRow, IntakeRow.contact_masked).outerjoin(
    IntakeRow, IntakeRow.id == AppointmentRow.intake_id
)
_LIVE_OF = select(AppointmentRow).where(
    AppointmentRow.intake_id == bindparam("intake"), AppointmentRow.state == LIVE
)


async def by_access(session: AsyncSession, access: str) -> AppointmentRow | None:
    """The appointment of that unguessable name."""
    return await session.get(AppointmentRow, access) if can_be_stored(access) else None


async def live_of(session: AsyncSession, intake_id: str) -> AppointmentRow | None:
    """The appointment of an intake that has been neither cancelled nor marked as over."""
    return (await session.scalars(_LIVE_OF, {"intake": intake_id})).one_or_none()


async def last_of(session: AsyncSession, intake_id: str) -> AppointmentRow | None:
    """The appointment of an intake that was booked last, whatever became of it."""
    query = select(AppointmentRow).where(AppointmentRow.intake_id == intake_id)
    return (await session.scalars(query.order_by(AppointmentRow.booked_at.desc()).limit(1))).one_or_none()


@dataclass(frozen=True)
class Visit:
    """An appointment, with what may be shown of the applicant's contact data."""

    appointment: AppointmentRow
    contact_masked: Mapping[str, str]


async def of_day(session: AsyncSession, windows: Collection[str], day: date) -> list[Visit]:
    """The appointments of a day at these windows, who comes first on top; not those that were given up."""
    query = _VISITS.where(
        AppointmentRow.window.in_(windows), AppointmentRow.day == day, AppointmentRow.state != CANCELLED
    )
    return await _visits(session, query)


async def visits_from(
    session: AsyncSession, first: date, windows: Collection[str] | None = None
) -> list[Visit]:
    """The live appointments from a day on, at these windows or at all."""
    query = _VISITS.where(AppointmentRow.day >= first, AppointmentRow.state == LIVE)
    return await _visits(
        session, query if windows is None else query.where(AppointmentRow.window.in_(windows))
    )


async def visits_of(session: AsyncSession, access: str) -> list[Visit]:
    """The appointment of that name, as one that is shown to staff."""
    return await _visits(session, _VISITS.where(AppointmentRow.access == access))


async def by_code(session: AsyncSession, window: str, day: date, code: str) -> AppointmentRow | None:
    """The appointment with this number at a window on a day, if it was not given up."""
    query = select(AppointmentRow).where(
        AppointmentRow.window == window,
        AppointmentRow.day == day,
        AppointmentRow.code == code,
        AppointmentRow.state != CANCELLED,
    )
    return (await session.scalars(query)).one_or_none()


async def _visits(session: AsyncSession, query: Select[tuple[AppointmentRow, Any]]) -> list[Visit]:
    ordered = query.order_by(
        AppointmentRow.day, AppointmentRow.start, AppointmentRow.window, AppointmentRow.code
    )
    return [Visit(row, masked or {}) for row, masked in await session.execute(ordered)]


async def seats_taken(session: AsyncSession, window: str, day: date, start: str) -> Sequence[int]:
    """The seats of a slot that are taken."""
    query = select(AppointmentRow.seat).where(
        AppointmentRow.window == window,
        AppointmentRow.day == day,
        AppointmentRow.start == start,
        AppointmentRow.state == LIVE,
    )
    return (await session.scalars(query)).all()


async def taken_from(session: AsyncSession, window: str, first: date) -> Mapping[tuple[date, time], int]:
    """Slot to how many have booked it, from a day on."""
    query = (
        select(AppointmentRow.day, AppointmentRow.start, func.count())
        .where(AppointmentRow.window == window, AppointmentRow.day >= first, AppointmentRow.state == LIVE)
        .group_by(AppointmentRow.day, AppointmentRow.start)
    )
    return {(day, time.fromisoformat(start)): count for day, start, count in await session.execute(query)}


async def held_by_drafts(session: AsyncSession, window: str, day: date) -> int:
    """How many seats of a day are held by intakes that are not submitted."""
    query = (
        select(func.count())
        .select_from(AppointmentRow)
        .join(IntakeRow, IntakeRow.id == AppointmentRow.intake_id)
        .where(
            AppointmentRow.window == window,
            AppointmentRow.day == day,
            AppointmentRow.state == LIVE,
            IntakeRow.state != "submitted",
        )
    )
    return (await session.scalar(query)) or 0


async def booked_from(session: AsyncSession, window: str, day: date, network: str) -> int:
    """How many seats of a day one network holds.

    Args:
        network: Its keyed digest.
    """
    query = select(func.count()).where(
        AppointmentRow.window == window,
        AppointmentRow.day == day,
        AppointmentRow.state == LIVE,
        AppointmentRow.network == network,
    )
    return (await session.scalar(query)) or 0


async def booked_since(session: AsyncSession, person: str, intake_id: str, since: datetime) -> int:
    """How many appointments a person has booked since a moment, also those given up again.

    Args:
        intake_id: What was booked for this one counts too: that may have been before the person was known.
    """
    theirs = or_(AppointmentRow.person == person, AppointmentRow.intake_id == intake_id)
    query = select(func.count()).where(theirs, AppointmentRow.booked_at >= since)
    return (await session.scalar(query)) or 0


async def missed_since(session: AsyncSession, person: str, intake_id: str, first: date) -> int:
    """How often the windows have noted since a day that a person did not come."""
    theirs = or_(AppointmentRow.person == person, AppointmentRow.intake_id == intake_id)
    query = select(func.count()).where(
        theirs, AppointmentRow.day >= first, AppointmentRow.missed_at.is_not(None)
    )
    return (await session.scalar(query)) or 0
