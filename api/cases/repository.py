"""Queries on cases."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseLogRow, CaseRow, SubmissionKeyRow
from api.database import can_be_stored


async def by_number(session: AsyncSession, number: str) -> CaseRow | None:
    """The case of that number."""
    return await session.get(CaseRow, number) if can_be_stored(number) else None


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
