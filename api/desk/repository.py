"""Queues: open cases of a window or department, what is due first on top, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow, DepartmentTaskRow

Place = tuple[date, str]
"""Where a page ended: queue day and number."""

LINE = (
    CaseRow.number,
    CaseRow.item,
    CaseRow.state,
    CaseRow.window,
    CaseRow.department,
    CaseRow.contact_masked,
    CaseRow.queue_day,
    CaseRow.received_at,
    CaseRow.row_version,
)
"""What a line shows; the notice and the sealed data stay in the database."""

Lines = Sequence[Row[Any]]


async def of_window(session: AsyncSession, window: str, after: Place | None, most: int) -> Lines:
    """Open cases at a window."""
    return await _page(session, CaseRow.window == window, after, most)


async def of_department(session: AsyncSession, department: str, after: Place | None, most: int) -> Lines:
    """Open cases that a department is in charge of."""
    return await _page(session, CaseRow.department == department, after, most)


async def sent_to(session: AsyncSession, department: str, most: int) -> Lines:
    """Cases that were sent to a department for its opinion and wait for it, the oldest first."""
    query = (
        select(*LINE)
        .join(DepartmentTaskRow, DepartmentTaskRow.case_number == CaseRow.number)
        .where(DepartmentTaskRow.department == department, DepartmentTaskRow.answered.is_(None))
        .order_by(DepartmentTaskRow.sent, CaseRow.number)
        .limit(most)
    )
    return (await session.execute(query)).all()


async def _page(session: AsyncSession, whose: ColumnElement[bool], after: Place | None, most: int) -> Lines:
    query = select(*LINE).where(CaseRow.is_open, whose)
    if after is not None:
        query = query.where(tuple_(CaseRow.queue_day, CaseRow.number) > after)
    query = query.order_by(CaseRow.queue_day, CaseRow.number).limit(most)
    return (await session.execute(query)).all()
