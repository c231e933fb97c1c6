"""Queries on ratings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.ratings.models import RatingRow

Line = Row[tuple[RatingRow, str]]
"""A rating and the name of the item."""

_OF_CASE = select(RatingRow).where(RatingRow.case_number == bindparam("number")).order_by(RatingRow.times)


async def of_case(session: AsyncSession, number: str) -> Sequence[RatingRow]:
    """The ratings of a case, first one first."""
    return (await session.scalars(_OF_CASE, {"number": number})).all()


async def page(
    session: AsyncSession, department: str, only_open: bool, after: int, most: int
) -> Sequence[Line]:
    """Ratings of a department, or of all where none is named."""
    query = select(RatingRow, CaseRow.item).join(CaseRow, CaseRow.number == RatingRow.case_number)
    query = query.where(RatingRow.id > after)
    if department:
        query = query.where(RatingRow.department == department)
    if only_open:
        query = query.where(RatingRow.is_bad, RatingRow.answered_at.is_(None))
    return (await session.execute(query.order_by(RatingRow.id).limit(most))).all()


async def answer(session: AsyncSession, rating_id: int, text: str, account: str, now: datetime) -> bool:
    """Answer a rating, unless somebody else has."""
    statement = (
        update(RatingRow)
        .where(RatingRow.id == rating_id, RatingRow.answered_at.is_(None))
        .values(answer=text, answered_by=account, answered_at=now)
        .returning(RatingRow.id)
        .execution_options(synchronize_session=False)
    )
    return (await session.scalars(statement)).first() is not None
