"""Queries on notices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.notices.models import NoticeRow
from api.platform.database import can_be_stored


async def by_number(session: AsyncSession, number: str, version: int) -> NoticeRow | None:
    """One version of a notice."""
    return await session.get(NoticeRow, (number, version))


async def by_access(session: AsyncSession, access: str, version: int | None) -> NoticeRow | None:
    """The version asked for, or the latest."""
    if not can_be_stored(access):
        return None
    query = select(NoticeRow).where(NoticeRow.access == access)
    if version is not None:
        query = query.where(NoticeRow.version == version)
    return (await session.execute(query.order_by(NoticeRow.version.desc()).limit(1))).scalar_one_or_none()


async def versions_of(session: AsyncSession, number: str) -> Sequence[tuple[int, datetime]]:
    """Every version of a notice with the moment it was drawn, oldest first."""
    query = select(NoticeRow.version, NoticeRow.drawn_at).where(NoticeRow.number == number)
    return [(version, at) for version, at in await session.execute(query.order_by(NoticeRow.version))]
