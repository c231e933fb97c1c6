"""Queries on cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from api.cases.models import CaseLogRow, CaseRow, SubmissionKeyRow
from api.database import can_be_stored


async def by_number(session: AsyncSession, number: str) -> CaseRow | None:
    """The case of that number."""
    return await session.get(CaseRow, number) if can_be_stored(number) else None


async def to_act_on(session: AsyncSession, number: str) -> CaseRow | None:
    """The case of that number, for whoever acts on it: PostgreSQL lets others wait, so that case and log are of one moment.

    SQLite has one writer at a time anyway.
    """
    if not can_be_stored(number):
        return None
    return await session.scalar(select(CaseRow).where(CaseRow.number == number).with_for_update())


async def log_of(session: AsyncSession, number: str) -> Sequence[CaseLogRow]:
    """The acts on a case, oldest first."""
    query = select(CaseLogRow).where(CaseLogRow.case_number == number).order_by(CaseLogRow.id)
    return (await session.scalars(query)).all()


async def intake_of_key(session: AsyncSession, key: str) -> str | None:
    """The intake for which an idempotency key was used, by the key's digest."""
    return await session.scalar(select(SubmissionKeyRow.intake_id).where(SubmissionKeyRow.key == key))


async def of_submission(session: AsyncSession, intake_id: str) -> Sequence[CaseRow]:
    """The cases that one submission has become, in the order in which they can be decided."""
    query = select(CaseRow).where(CaseRow.intake_id == intake_id).order_by(CaseRow.number)
    return (await session.scalars(query)).all()


async def all_to_act_on(session: AsyncSession, numbers: Collection[str]) -> Sequence[CaseRow]:
    """The cases of these numbers, as :func:`to_act_on`, without notice and sealed data.

    In one order, so that two who want several do not wait for each other.
    """
    query = select(CaseRow).where(CaseRow.number.in_(numbers)).order_by(CaseRow.number).with_for_update()
    return (await session.scalars(query.options(defer(CaseRow.content), defer(CaseRow.contact)))).all()


async def logs_of(session: AsyncSession, numbers: Collection[str]) -> Mapping[str, list[CaseLogRow]]:
    """The acts on several cases, each case's oldest first."""
    query = select(CaseLogRow).where(CaseLogRow.case_number.in_(numbers)).order_by(CaseLogRow.id)
    logs: defaultdict[str, list[CaseLogRow]] = defaultdict(list)
    for row in await session.scalars(query):
        logs[row.case_number].append(row)
    return logs


async def due_for_sweep(
    session: AsyncSession, until: datetime, most: int, skip: Collection[str] = ()
) -> Sequence[str]:
    """Numbers of open cases whose date to look at has come, the earliest first."""
    query = (
        select(CaseRow.number)
        .where(CaseRow.is_open, CaseRow.look_at <= until, CaseRow.number.not_in(skip))
        .order_by(CaseRow.look_at)
        .limit(most)
    )
    return (await session.scalars(query)).all()
