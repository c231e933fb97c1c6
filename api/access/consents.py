"""A second person (复核): what the centre has set so is done only after somebody else agreed to just that, within a day, once.

Whoever asks does it twice: the first time it is put before the others and refused with its number; after one of them agreed, the same
request goes through. What is asked and agreed to stands in the record of the staff.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access import audit
from api.access.actor import Actor
from api.access.models import StaffConsentRow
from api.platform.errors import ConsentNotFound, OwnConsent, SecondPersonNeeded
from api.platform.settings import SecondPerson
from api.services import Services
from knowledge.base.roles import Role

GOOD_FOR = timedelta(hours=24)

MAY_AGREE: Mapping[SecondPerson, tuple[Role, ...]] = {
    SecondPerson.EXPORTS: (Role.SUPERVISOR, Role.ADMINISTRATOR),
    SecondPerson.ACCESS: (Role.ADMINISTRATOR,),
    SecondPerson.RELEASES: (Role.TUNER,),
}
"""Whose agreement each kind wants."""


async def must_be_agreed(
    services: Services,
    actor: Actor,
    kind: SecondPerson,
    what: str,
    about: Mapping[str, Any],
    *,
    subject: str = "",
    reason: str = "",
    exact: str = "",
) -> None:
    """Let through what somebody else has agreed to, or what needs nobody else here.

    Args:
        what: The act, as the record names it.
        about: Shown to the second person; no personal data of applicants.
        subject: The account that it is about, whose own agreement does not count.
        exact: What makes it this request and no other, beside ``about``, where that may not be shown.

    Raises:
        SecondPersonNeeded: Nobody agreed yet; from now on somebody can.
    """
    if kind not in services.settings.second_person:
        return
    said = json.dumps([what, subject, dict(about), exact], sort_keys=True, ensure_ascii=False)
    row = StaffConsentRow(
        kind=kind.value,
        what=what,
        asker=actor.id,
        subject=subject,
        digest=hashlib.sha256(said.encode()).hexdigest(),
        about=dict(about),
        reason=reason[:200],
        asked_at=services.now(),
    )
    number, is_agreed = await services.database.transact(partial(_used_or_asked, row=row))
    act = "consent_used" if is_agreed else "consent_asked"
    data = {"what": what, "kind": kind.value, **({"reason": reason} if reason else {})}
    await audit.record(services.database, services.now(), actor.id, act, str(number), data)
    if not is_agreed:
        raise SecondPersonNeeded(number)


async def export_reason(
    services: Services, actor: Actor, what: str, about: Mapping[str, Any], reason: str, exact: str = ""
) -> str:
    """Why somebody takes data out, after a second person has agreed where the centre wants it.

    Raises:
        ReasonMissing: Nobody said why.
        SecondPersonNeeded: Nobody agreed yet.
    """
    why = audit.told(reason)
    kind = SecondPerson.EXPORTS
    await must_be_agreed(services, actor, kind, what, about, reason=why, exact=exact)
    return why


async def agree(services: Services, actor: Actor, number: int) -> StaffConsentRow:
    """Agree to what another one asked.

    Raises:
        ConsentNotFound: There is nothing of that number for the actor to agree to, or no more.
        OwnConsent: It is the actor's own, or about the actor's own account.
    """
    row = await services.database.transact(partial(_agreed, actor=actor, number=number, now=services.now()))
    data = {"what": row.what, "asker": row.asker}
    await audit.record(services.database, services.now(), actor.id, "consent_given", str(number), data)
    return row


async def open_for(session: AsyncSession, actor: Actor, services: Services) -> list[StaffConsentRow]:
    """What the actor may agree to or has asked, the latest first; what was used or is over is left out."""
    wanted = (
        select(StaffConsentRow)
        .where(StaffConsentRow.used_at.is_(None), StaffConsentRow.asked_at > services.now() - GOOD_FOR)
        .order_by(StaffConsentRow.number.desc())
        .limit(200)
    )
    rows = (await session.scalars(wanted)).all()
    return [row for row in rows if row.asker == actor.id or may_agree(actor, row)]


def may_agree(actor: Actor, row: StaffConsentRow) -> bool:
    """Whether the actor's agreement counts for it."""
    return actor.id not in (row.asker, row.subject) and actor.may(*MAY_AGREE[SecondPerson(row.kind)])


async def _used_or_asked(session: AsyncSession, *, row: StaffConsentRow) -> tuple[int, bool]:
    wanted = (
        select(StaffConsentRow)
        .where(
            StaffConsentRow.asker == row.asker,
            StaffConsentRow.digest == row.digest,
            StaffConsentRow.used_at.is_(None),
            StaffConsentRow.asked_at > row.asked_at - GOOD_FOR,
        )
        .order_by(StaffConsentRow.number.desc())
        .limit(1)
        .with_for_update()
    )
    there = await session.scalar(wanted)
    if there is None:
        session.add(row)
        await session.flush()
        return row.number, False
    if there.agreed_by:
        there.used_at = row.asked_at
    return there.number, bool(there.agreed_by)


async def _agreed(session: AsyncSession, *, actor: Actor, number: int, now: Any) -> StaffConsentRow:
    row = await session.get(StaffConsentRow, number, with_for_update=True)
    if row is None or row.used_at is not None or row.asked_at <= now - GOOD_FOR:
        raise ConsentNotFound
    if actor.id in (row.asker, row.subject):
        raise OwnConsent
    if not may_agree(actor, row):
        raise ConsentNotFound
    if not row.agreed_by:
        row.agreed_by, row.agreed_at = actor.id, now
    return row
