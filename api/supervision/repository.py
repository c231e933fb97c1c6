"""Queries of supervision; all of them go by an index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, case, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseMarkRow, CaseRow, RefusedActRow

Place = tuple[date, str, str]
"""Where a page of marks ended: day, case number, code."""


async def open_counts(session: AsyncSession, today: date, soon_until: date) -> tuple[int, int, int]:
    """Open cases: all, those overdue, those due from today until a day."""
    query = select(
        func.count(),
        func.coalesce(func.sum(case((CaseRow.queue_day < today, 1), else_=0)), 0),
        func.coalesce(
            func.sum(case((and_(CaseRow.queue_day >= today, CaseRow.queue_day <= soon_until), 1), else_=0)), 0
        ),
    ).where(CaseRow.is_open)
    every, overdue, soon = (await session.execute(query)).one()
    return every, overdue, soon


async def mark_counts(session: AsyncSession, since: date) -> dict[str, int]:
    """Kind of mark to number of cases that got it since a day."""
    query = (
        select(CaseMarkRow.code, func.count(CaseMarkRow.case_number.distinct()))
        .where(CaseMarkRow.day >= since)
        .group_by(CaseMarkRow.code)
    )
    return {code: count for code, count in (await session.execute(query)).all()}


async def marked(
    session: AsyncSession, code: str | None, after: Place | None, most: int
) -> Sequence[Row[Any]]:
    """Marks with their cases, the latest first."""
    query = select(
        CaseMarkRow.case_number, CaseMarkRow.code, CaseMarkRow.day, CaseMarkRow.say, CaseRow.item, CaseRow.state, CaseRow.window, CaseRow.department,
    ).join(CaseRow, CaseRow.number == CaseMarkRow.case_number)  # fmt: skip
    if code is not None:
        query = query.where(CaseMarkRow.code == code)
    if after is not None:
        day, number, kind = after
        query = query.where(
            or_(
                CaseMarkRow.day < day,
                and_(
                    CaseMarkRow.day == day, tuple_(CaseMarkRow.case_number, CaseMarkRow.code) < (number, kind)
                ),
            )
        )
    query = query.order_by(
        CaseMarkRow.day.desc(), CaseMarkRow.case_number.desc(), CaseMarkRow.code.desc()
    ).limit(most)
    return (await session.execute(query)).all()


async def routed(session: AsyncSession, since: datetime) -> Sequence[Row[Any]]:
    """Item, rule, cases and transferred ones of the cases received since a moment."""
    query = (
        select(
            CaseRow.item_id,
            CaseRow.rule,
            func.count().label("cases"),
            func.sum(case((CaseRow.transferred, 1), else_=0)).label("transferred"),
        )
        .where(CaseRow.received_at >= since)
        .group_by(CaseRow.item_id, CaseRow.rule)
    )
    return (await session.execute(query)).all()


async def refused(session: AsyncSession, most: int) -> Sequence[RefusedActRow]:
    """The latest refused acts."""
    query = select(RefusedActRow).order_by(RefusedActRow.id.desc()).limit(most)
    return (await session.scalars(query)).all()


async def refused_count(session: AsyncSession, since: datetime) -> int:
    """Refused acts since a moment."""
    query = select(func.count()).select_from(RefusedActRow).where(RefusedActRow.at >= since)
    return (await session.execute(query)).scalar_one()
