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
from api.complaints.models import ComplaintRow
from api.database import can_be_stored
from api.ratings.models import RatingRow
from api.tries import TryRow

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
class Found:
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
    def phone_tail(self) -> str:
        return self.case.phone_tail


async def found(session: AsyncSession, number: str, subject: str = "") -> Found | None:
    """The case of that number.

    Args:
        subject: Under which wrong tries are counted (``api.tries``).
    """
    if not can_be_stored(number):
        return None
    rows = (await session.execute(_FOUND, {"number": number, "subject": subject})).all()
    if not rows:
        return None
    case, _, appointment, was_tried, complaints, answered = rows[0]
    ratings = [row[1] for row in rows if row[1]]
    return Found(case, ratings, appointment, was_tried, (complaints, answered))
