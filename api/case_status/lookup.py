"""What is shown of a case, read at once: the case, what has been said of it afterwards, and the appointment that it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from api.appointments.models import AppointmentRow
from api.appointments.repository import LIVE
from api.cases.models import CaseRow
from api.cases.schemas import CaseQuery
from api.cases.second_factor import asks_for_its_own, given_factor, must_not_be_guessing, subject_of
from api.complaints.models import ComplaintRow
from api.platform.attempt_limit import TryRow
from api.platform.database import can_be_stored
from api.ratings.models import RatingRow
from api.services import Services

_TRIED = exists().where(TryRow.subject == bindparam("subject"))
_OF_CASE = ComplaintRow.case_number == CaseRow.number
_COMPLAINTS = select(func.count()).where(_OF_CASE).scalar_subquery()
_ANSWERED = select(func.count(ComplaintRow.answered_at)).where(_OF_CASE).scalar_subquery()
_FOUND = (
    select(CaseRow, RatingRow, AppointmentRow, _TRIED, _COMPLAINTS, _ANSWERED)
    .outerjoin(RatingRow, RatingRow.case_number == CaseRow.number)
    .outerjoin(
        AppointmentRow, and_(AppointmentRow.intake_id == CaseRow.intake_id, AppointmentRow.state == LIVE)
    )
    .where(CaseRow.number == bindparam("number"))
    .order_by(RatingRow.times)
    .options(defer(CaseRow.content), defer(CaseRow.contact))
)


@dataclass(frozen=True)
class FoundCase:
    """A case without notice and sealed data.

    Attributes:
        ratings: First one first.
        appointment: Neither cancelled nor marked as over.
        complaints: How many there are, and how many of them are answered.
        was_tried: Somebody has given a wrong second factor and it is not forgotten yet.
    """

    case: CaseRow
    ratings: Sequence[RatingRow]
    appointment: AppointmentRow | None
    was_tried: bool
    complaints: tuple[int, int]

    @property
    def number(self) -> str:
        return self.case.number

    @property
    def phone_tail(self) -> str:
        return self.case.phone_tail


async def look_up(session: AsyncSession, number: str, subject: str = "") -> FoundCase | None:
    """The case of that number.

    Args:
        subject: Under which wrong tries are counted (``api.platform.attempt_limit``).
    """
    if not can_be_stored(number):
        return None
    rows = (await session.execute(_FOUND, {"number": number, "subject": subject})).all()
    if not rows:
        return None
    case, _, appointment, was_tried, complaints, answered = rows[0]
    ratings = [row[1] for row in rows if row[1]]
    return FoundCase(case, ratings, appointment, was_tried, (complaints, answered))


async def find_unlocked(session: AsyncSession, query: CaseQuery, services: Services) -> FoundCase | None:
    """The case, where its own conversation asks, or the tail is right and nobody was wrong lately.

    Nothing has to be counted then, so that reading is enough.

    Called in turn for each number, so that of parallel tries the first wrong one is seen by the next.
    """
    if await asks_for_its_own(session, query):
        return await look_up(session, query.number.strip()[:12])
    given = await given_factor(session, query, services)
    if given.phone:
        return None
    await must_not_be_guessing(given, services)
    case = await look_up(session, given.number[:12], subject_of(query, services))
    expected = case.phone_tail if case else services.vault.digest("nobody", given.number)
    right = given.fits(expected, services)
    return case if right and case is not None and not case.was_tried else None
