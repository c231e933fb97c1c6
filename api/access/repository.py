"""Queries on the staff's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload, selectinload

from api.access.models import (
    StaffAccountRow,
    StaffCredentialRow,
    StaffLogRow,
    StaffRoleRow,
    StaffSessionRow,
    StaffTokenRow,
)
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


async def log(
    session: AsyncSession, actor: str, subject: str, limit: int, before: int | None = None
) -> Sequence[StaffLogRow]:
    """Rows of the record, the newest first; an empty actor or subject stands for all.

    Args:
        before: Id of the row before which they stand.
    """
    wanted = select(StaffLogRow).order_by(StaffLogRow.id.desc()).limit(limit)
    if actor:
        wanted = wanted.where(StaffLogRow.actor == actor)
    if subject:
        wanted = wanted.where(StaffLogRow.subject == subject)
    if before is not None:
        wanted = wanted.where(StaffLogRow.id < before)
    return (await session.scalars(wanted)).all()


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session, whose it is, whether that person still has a one-time password, and whether their phone makes codes."""

    session: StaffSessionRow
    account: StaffAccountRow
    must_change: bool
    has_code: bool


async def session_held(session: AsyncSession, digest: str) -> FoundSession | None:
    """The session of a cookie, of its value now or of the one before, in one statement: every request of a page begins with it."""
    row, kept = StaffSessionRow, StaffCredentialRow
    wanted = (
        select(row, StaffAccountRow, kept.must_change, kept.code_secret.is_not(None))
        .join(StaffAccountRow, StaffAccountRow.id == row.account)
        .outerjoin(kept, kept.account == row.account)
        .where(or_(row.digest == digest, row.previous == digest))
        .options(joinedload(StaffAccountRow.windows), joinedload(StaffAccountRow.roles))
    )
    found = (await session.execute(wanted)).unique().one_or_none()
    return FoundSession(found[0], found[1], bool(found[2]), bool(found[3])) if found else None


async def note_use(session: AsyncSession, session_id: str, at: datetime) -> None:
    """A session was used; one that has ended meanwhile does not come back."""
    later = update(StaffSessionRow).where(StaffSessionRow.id == session_id, StaffSessionRow.used_at < at)
    await session.execute(later.values(used_at=at))


async def replace_digest(
    session: AsyncSession, row: StaffSessionRow, digest: str, at: datetime, *, until: datetime
) -> bool:
    """Give a session another digest, unless it has another one already; whether it was given.

    Args:
        until: How long the one before is good.
    """
    same = update(StaffSessionRow).where(StaffSessionRow.id == row.id, StaffSessionRow.digest == row.digest)
    values = {
        "digest": digest,
        "previous": row.digest,
        "previous_until": until,
        "rotated_at": at,
        "used_at": at,
    }
    done = cast(CursorResult[Any], await session.execute(same.values(values)))
    return bool(done.rowcount)


async def session_by_id(session: AsyncSession, session_id: str) -> StaffSessionRow | None:
    return await session.get(StaffSessionRow, session_id)


async def end_session(session: AsyncSession, session_id: str) -> None:
    await session.execute(delete(StaffSessionRow).where(StaffSessionRow.id == session_id))


async def end_sessions_of(session: AsyncSession, account_id: str, *, but: str = "") -> None:
    """Sign an account out everywhere.

    Args:
        but: A session that stays.
    """
    theirs = delete(StaffSessionRow).where(StaffSessionRow.account == account_id)
    await session.execute(theirs.where(StaffSessionRow.id != but))


async def forget_sessions(session: AsyncSession, now: datetime, idle: timedelta) -> None:
    """Drop sessions that nobody can use any more."""
    row = StaffSessionRow
    await session.execute(delete(row).where(or_(row.ends_at <= now, row.used_at <= now - idle)))


async def credentials(session: AsyncSession, account_id: str) -> StaffCredentialRow | None:
    return await session.get(StaffCredentialRow, account_id)


async def credentials_in_use(session: AsyncSession, account_id: str) -> StaffCredentialRow | None:
    """As :func:`credentials`, of an account in use; one statement, whatever there is, so that its time tells nothing."""
    wanted = (
        select(StaffCredentialRow)
        .join(StaffAccountRow, StaffAccountRow.id == StaffCredentialRow.account)
        .where(StaffCredentialRow.account == account_id, StaffAccountRow.active)
    )
    return (await session.scalars(wanted)).one_or_none()


async def all_credentials(session: AsyncSession) -> dict[str, StaffCredentialRow]:
    """By account."""
    return {row.account: row for row in await session.scalars(select(StaffCredentialRow))}


async def credentials_to_change(session: AsyncSession, account_id: str) -> StaffCredentialRow | None:
    """As :func:`credentials`; PostgreSQL lets others who change them wait."""
    return await session.get(StaffCredentialRow, account_id, with_for_update=True)
