"""Claim a case, give it back, and take back what is neglected. A claim tells colleagues; it stops nobody who may act."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.access.models import StaffAccountRow
from api.cases.models import CaseRow
from api.cases.visible_case import visible_case
from api.desk.models import ClaimRow
from api.desk.queue_schemas import Holder
from api.platform.clock import at_centre
from api.platform.errors import ClaimedAlready, NotYourClaim, WrongState
from api.services import Services
from knowledge.base.roles import Role
from knowledge.cases.queue.claim_words import already_claimed
from knowledge.cases.record.act import Act
from knowledge.cases.record.state import STATES

KEPT_FOR = timedelta(minutes=15)
"""So often it is noted that the holder still has the case open."""

_HOLDER = (
    select(ClaimRow.account, ClaimRow.since, ClaimRow.used_at, StaffAccountRow.name)
    .outerjoin(StaffAccountRow, StaffAccountRow.id == ClaimRow.account)
    .where(ClaimRow.account != "")
)


async def holder_of(session: AsyncSession, number: str, actor: Actor) -> Holder | None:
    """Who has claimed a case; None where nobody has."""
    found = (await session.execute(_HOLDER.where(ClaimRow.case_number == number))).one_or_none()
    return _holder(found, actor) if found else None


async def claim(session: AsyncSession, actor: Actor, number: str, services: Services) -> Holder:
    """Claim a case; who has it already keeps it.

    Raises:
        NotYours: There is none, or it is not the actor's to see.
        ClaimedAlready: Somebody else has; says who and since when.
        WrongState: The case is over.
    """
    case, _, _, _ = await visible_case(session, actor, number, to_act=True)
    held = await holder_of(session, case.number, actor)
    if held and not held.mine:
        raise ClaimedAlready(already_claimed(held.name, held.since), holder=held.account)
    if not case.is_open:
        raise WrongState(f"这个办件是「{STATES[case.state].label}」，已经办完，不用认领。")
    if held is None:
        await _put(session, case.number, actor.id, services.now())
    return held or Holder(account=actor.id, name=actor.name, since=at_centre(services.now()), mine=True)


async def release(session: AsyncSession, actor: Actor, number: str, services: Services) -> None:
    """Give a claim back; the supervisor may do it for somebody who is away.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
        NotYourClaim: Somebody else has it.
    """
    case, _, _, roles = await visible_case(session, actor, number, to_act=True)
    held = await holder_of(session, case.number, actor)
    if held is None:
        return
    if not (held.mine or Role.SUPERVISOR in roles):
        raise NotYourClaim(f"这个办件是{held.name}认领的，只能由{held.name}或者督查人员交回。")
    await _put(session, case.number, "", services.now())


async def keep(session: AsyncSession, number: str, actor: Actor, now: datetime) -> None:
    """Note that the holder is at it."""
    row = await session.get(ClaimRow, number)
    if row and row.account == actor.id and now - row.used_at >= KEPT_FOR:
        row.used_at = now


async def follow_act(
    session: AsyncSession, case: CaseRow, act: str, actor: Actor, held: Holder | None, now: datetime
) -> Holder | None:
    """The claim after an act: a case that is over or has gone to another window is nobody's."""
    if held is None:
        return None
    if not case.is_open or act == Act.TRANSFER:
        await _put(session, case.number, "", now)
        return None
    if held.mine:
        row = await session.get(ClaimRow, case.number)
        assert row is not None
        row.used_at = now
    return held


async def _put(session: AsyncSession, number: str, account: str, now: datetime) -> None:
    row = await session.get(ClaimRow, number)
    if row is None:
        row = ClaimRow(case_number=number)
        session.add(row)
    row.account, row.since, row.used_at, row.changed_at = account, now, now, now
    await session.flush()


def _holder(found: Any, actor: Actor) -> Holder:
    return Holder(
        account=found.account,
        name=found.name or found.account,
        since=at_centre(found.since),
        mine=found.account == actor.id,
    )
