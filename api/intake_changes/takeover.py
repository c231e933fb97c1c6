"""Go on elsewhere: a one-time code by which an intake is taken over to another conversation."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from api.intake_changes.service import CONVERSATION
from api.intakes import repository
from api.intakes.models import IntakeRow, ResumeCodeRow
from api.intakes.reading import found
from api.intakes.schemas import IntakeView, ResumeCode, ResumeRequest
from api.intakes.views import shown
from api.platform.attempt_limit import charge, locked_until, refusal
from api.platform.errors import CodeNotFound, IntakeNotOpen
from api.platform.security import new_code
from api.services import Services
from knowledge.language.resume_code import plain_code

VALID_FOR = timedelta(hours=24)


async def issue(session: AsyncSession, intake_id: str, services: Services) -> ResumeCode:
    """A new code for an open intake."""
    row = await found(session, intake_id)
    if row.state != "open":
        raise IntakeNotOpen
    code, expires_at = new_code(), services.now() + VALID_FOR
    session.add(
        ResumeCodeRow(code=_digest(code, services), intake_id=row.id, expires_at=expires_at, used_at=None)
    )
    return ResumeCode(code=code, expires_at=expires_at)


async def resume(session: AsyncSession, request: ResumeRequest, services: Services) -> IntakeView:
    """Take an intake over; the open one of the new conversation is closed.

    Raises:
        CodeNotFound: The code is unknown, used or too old, or its intake is not open any more; the try is counted.
        TooManyTries: Too many wrong codes of late.
    """
    now, conversation = services.now(), services.vault.digest(CONVERSATION, request.conversation)
    subject = services.vault.digest("tries/resume", request.conversation)
    if until := await locked_until(session, subject, now):
        raise refusal(until, now, "续办码")
    intake_id = await repository.take_code(session, _digest(request.code, services), now)
    row = await repository.by_id(session, intake_id) if intake_id else None
    if row is None or row.state != "open":
        await charge(session, subject, now)
        raise CodeNotFound().recorded()
    await _leave(session, conversation, row)
    row.conversation, row.channel, row.updated_at = conversation, request.channel, now
    await session.flush()
    return shown(row, services)


async def _leave(session: AsyncSession, conversation: str, taken_over: IntakeRow) -> None:
    """Close what the new conversation had open, before the other intake takes its place."""
    there = await repository.open_of(session, conversation)
    if there is not None and there.id != taken_over.id:
        there.state = "closed"
        await session.flush()


def _digest(code: str, services: Services) -> str:
    return services.vault.digest("resume-code", plain_code(code))
