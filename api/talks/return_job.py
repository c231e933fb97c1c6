"""Looks after talks: whoever waits too long is told, a talk whose officer is gone or silent goes back, and what is old is deleted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffAccountRow, StaffSessionRow
from api.platform.database import Busy
from api.services import Services
from api.talks import change, repository
from api.talks.models import CallbackRow, TalkRow
from knowledge.staff.talk_rules import TalkState, is_past

EVERY_S = 5.0
"""Officers who sign out are missed this soon."""

FORGOTTEN_EVERY = timedelta(hours=1)
MOST = 500

log = logging.getLogger("intake.api")


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Look again and again until told to stop."""
    forgotten_at = services.now() - FORGOTTEN_EVERY
    while not stopping.is_set():
        try:
            if await services.database.read(_anything_to_see):
                await services.database.transact(lambda session: look(session, services))
            if services.now() - forgotten_at >= FORGOTTEN_EVERY:
                forgotten_at = services.now()
                await services.database.transact(lambda session: forget_old(session, services))
        except (Busy, SQLAlchemyError, OSError) as error:  # a database that is away comes back
            log.error("talks not looked after: %s", type(error).__name__)
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_S)
        except TimeoutError:
            continue


async def look(session: AsyncSession, services: Services) -> int:
    """One look; how many talks were changed."""
    settings, now, changed = services.settings, services.now(), 0
    for row in await repository.in_state(session, TalkState.WAITING, to_change=True):
        if is_past(row.waits_since, settings.talk_wait_min, now):
            change.miss(session, row, now, services)
            changed += 1
    held = await repository.in_state(session, TalkState.HELD, to_change=True)
    away = await _away(session, held, services)
    for row in held:
        if row.account in away and (row.by_session or away[row.account]):
            change.requeue(session, row, "signed_out", now)
        elif is_past(row.unanswered_since, settings.talk_silent_min, now):
            change.requeue(session, row, "silent", now)
        elif is_past(row.spoke_at, settings.talk_idle_min, now):
            change.end_idle(session, row, now, settings.talk_idle_min)
        else:
            continue
        changed += 1
    return changed


async def forget_old(session: AsyncSession, services: Services) -> int:
    """Delete talks and call-backs that ended long ago; how many talks they were."""
    before = services.now() - timedelta(days=services.settings.talk_days)
    old = await session.scalars(select(TalkRow.id).where(TalkRow.ended_at < before).limit(MOST))
    await session.execute(delete(CallbackRow).where(CallbackRow.ended_at < before))
    return await repository.delete_talks(session, old.all())


async def _anything_to_see(session: AsyncSession) -> bool:
    """Most of the time nobody talks: nothing is locked for a look at nothing."""
    query = select(TalkRow.id).where(TalkRow.state.in_((TalkState.WAITING, TalkState.HELD))).limit(1)
    return (await session.scalars(query)).first() is not None


async def _away(session: AsyncSession, held: Sequence[TalkRow], services: Services) -> Mapping[str, bool]:
    """Officers who are not signed in at the page; True for those whose account was disabled."""
    accounts = {row.account for row in held}
    if not accounts:
        return {}
    now = services.now()
    idle = now - timedelta(minutes=services.settings.session_idle_min)
    signed_in = await session.scalars(
        select(StaffSessionRow.account).where(
            StaffSessionRow.account.in_(accounts),
            StaffSessionRow.ends_at > now,
            StaffSessionRow.used_at > idle,
        )
    )
    active = set(
        await session.scalars(
            select(StaffAccountRow.id).where(StaffAccountRow.id.in_(accounts), StaffAccountRow.active)
        )
    )
    here = set(signed_in) & active
    return {account: account not in active for account in accounts - here}
