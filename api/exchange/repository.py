"""Queries for the exchange: results that wait for their department, feedback, cases in a range."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.exchange.models import FeedbackRow
from api.outbox.models import DEAD, DONE, OFFERED, WAITING, OutboxRow
from api.platform.database import can_be_stored
from api.ratings.models import RatingRow

UNCLAIMED = (WAITING, OFFERED, DEAD)

Place = tuple[datetime, str]
"""Where a page of cases ended: moment of receipt and number."""


async def unclaimed(session: AsyncSession, department: str, after: int, most: int) -> Sequence[OutboxRow]:
    """Results that the department has not claimed yet, oldest first."""
    query = (
        select(OutboxRow)
        .where(
            OutboxRow.topic == "result",
            OutboxRow.state.in_(UNCLAIMED),
            OutboxRow.receiver == department,
            OutboxRow.id > after,
        )
        .order_by(OutboxRow.id)
        .limit(most)
    )
    return (await session.scalars(query)).all()


async def result(session: AsyncSession, department: str, key: str) -> OutboxRow | None:
    """A result of that department, claimed or not."""
    if not can_be_stored(key):
        return None
    query = select(OutboxRow).where(
        OutboxRow.key == key, OutboxRow.topic == "result", OutboxRow.receiver == department
    )
    return (await session.scalars(query)).one_or_none()


async def claim(session: AsyncSession, row_id: int, account: str, now: datetime) -> bool:
    """Mark a result as claimed, unless it is already."""
    statement = (
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.state.in_(UNCLAIMED))
        .values(state=DONE, claimed_by=account, done_at=now, lease="")
        .returning(OutboxRow.id)
        .execution_options(synchronize_session=False)
    )
    return (await session.scalars(statement)).first() is not None


async def feedback(session: AsyncSession, department: str, keys: Sequence[str]) -> Mapping[str, FeedbackRow]:
    """Reports of a department that are there already, by their key."""
    query = select(FeedbackRow).where(FeedbackRow.department == department, FeedbackRow.key.in_(keys))
    return {row.key: row for row in await session.scalars(query)}


async def feedback_of_case(session: AsyncSession, number: str) -> Sequence[FeedbackRow]:
    """What supervising departments have reported on a case, oldest first."""
    query = select(FeedbackRow).where(FeedbackRow.case_number == number).order_by(FeedbackRow.id)
    return (await session.scalars(query)).all()


async def feedback_after(
    session: AsyncSession, after: int, most: int, department: str = ""
) -> Sequence[FeedbackRow]:
    """All reports, or those of a department, in the order in which they came."""
    query = select(FeedbackRow).where(FeedbackRow.id > after)
    if department:
        query = query.where(FeedbackRow.department == department)
    return (await session.scalars(query.order_by(FeedbackRow.id).limit(most))).all()


async def cases_between(
    session: AsyncSession,
    first: datetime,
    end: datetime,
    after: Place | None,
    most: int,
    department: str = "",
) -> Sequence[CaseRow]:
    """Cases received from ``first`` until before ``end``, page by page."""
    query = select(CaseRow).where(CaseRow.received_at >= first, CaseRow.received_at < end)
    if department:
        query = query.where(CaseRow.department == department)
    if after is not None:
        query = query.where(tuple_(CaseRow.received_at, CaseRow.number) > after)
    query = query.order_by(CaseRow.received_at, CaseRow.number).limit(most)
    return (await session.scalars(query)).all()


async def ratings_of(session: AsyncSession, numbers: Sequence[str]) -> Mapping[str, Sequence[RatingRow]]:
    """Ratings of these cases, by case."""
    found: dict[str, list[RatingRow]] = defaultdict(list)
    query = select(RatingRow).where(RatingRow.case_number.in_(numbers)).order_by(RatingRow.id)
    for row in await session.scalars(query):
        found[row.case_number].append(row)
    return found
