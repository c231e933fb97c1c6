"""Queries on the staff's tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from api.access.models import StaffAccountRow, StaffLogRow, StaffRoleRow, StaffTokenRow
from knowledge.base.roles import Role

_WHOLE = (selectinload(StaffAccountRow.windows), selectinload(StaffAccountRow.roles))


async def account(session: AsyncSession, account_id: str) -> StaffAccountRow | None:
    return await session.get(StaffAccountRow, account_id, options=_WHOLE)


async def account_to_change(session: AsyncSession, account_id: str) -> StaffAccountRow | None:
    """As :func:`account`; PostgreSQL lets others who change it wait."""
    return await session.get(StaffAccountRow, account_id, options=_WHOLE, with_for_update=True)


async def accounts(session: AsyncSession) -> Sequence[StaffAccountRow]:
    """Everybody, active or not, by department and account."""
    wanted = select(StaffAccountRow).options(*_WHOLE)
    return (await session.scalars(wanted.order_by(StaffAccountRow.department, StaffAccountRow.id))).all()


async def held(session: AsyncSession, digest: str) -> tuple[StaffTokenRow, StaffAccountRow] | None:
    """A token and whose it is, in one statement, since every request of the staff begins with it."""
    wanted = (
        select(StaffTokenRow, StaffAccountRow)
        .join(StaffAccountRow, StaffAccountRow.id == StaffTokenRow.account)
        .where(StaffTokenRow.digest == digest)
        .options(joinedload(StaffAccountRow.windows), joinedload(StaffAccountRow.roles))
    )
    found = (await session.execute(wanted)).unique().one_or_none()
    return found.tuple() if found else None


async def tokens(session: AsyncSession) -> Sequence[StaffTokenRow]:
    """Every token that was ever made, the oldest first."""
    return (
        await session.scalars(select(StaffTokenRow).order_by(StaffTokenRow.created_at, StaffTokenRow.id))
    ).all()


async def mark_used(session: AsyncSession, token_id: str, at: datetime, not_since: datetime) -> bool:
    """Note that a token was used, unless that was noted after ``not_since``."""
    used = StaffTokenRow.used_at
    stale = update(StaffTokenRow).where(StaffTokenRow.id == token_id, or_(used.is_(None), used <= not_since))
    done = cast(CursorResult[Any], await session.execute(stale.values(used_at=at)))
    return bool(done.rowcount)


async def token_by_id(session: AsyncSession, token_id: str) -> StaffTokenRow | None:
    return await session.get(StaffTokenRow, token_id)


async def lock_administrators(session: AsyncSession) -> list[str]:
    """Administrators in use, locked until the end of the unit of work, so that two do not disable each other at once.

    They are read again once they are locked: a role that another one took away meanwhile was still there when the waiting began.
    """
    wanted = (
        select(StaffAccountRow.id)
        .join(StaffRoleRow, StaffRoleRow.account == StaffAccountRow.id)
        .where(StaffRoleRow.role == Role.ADMINISTRATOR.value, StaffAccountRow.active)
        .order_by(StaffAccountRow.id)
    )
    await session.execute(wanted.with_for_update(of=StaffAccountRow))
    return list((await session.scalars(wanted)).all())


async def tokens_of(session: AsyncSession, account_id: str) -> Sequence[StaffTokenRow]:
    return (await session.scalars(select(StaffTokenRow).where(StaffTokenRow.account == account_id))).all()


async def log(session: AsyncSession, actor: str, subject: str, limit: int) -> Sequence[StaffLogRow]:
    """Rows of the record, the newest first; an empty actor or subject stands for all."""
    wanted = select(StaffLogRow).order_by(StaffLogRow.id.desc()).limit(limit)
    if actor:
        wanted = wanted.where(StaffLogRow.actor == actor)
    if subject:
        wanted = wanted.where(StaffLogRow.subject == subject)
    return (await session.scalars(wanted)).all()
