"""Queries on intakes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow, ResumeCodeRow
from api.platform.database import can_be_stored

# Put together once: every turn of talk asks one of them, and putting a query together takes ten times as long as SQLite for the answer.
_BY_ID = select(IntakeRow).where(IntakeRow.id == bindparam("id"))
_OPEN_OF = select(IntakeRow).where(
    IntakeRow.conversation == bindparam("conversation"),
    IntakeRow.state
    == literal_column("'open'"),  # as in the index: of a parameter SQLite learns too late and plans anew
)


async def by_id(session: AsyncSession, intake_id: str) -> IntakeRow | None:
    """The intake of that id."""
    return await session.scalar(_BY_ID, {"id": intake_id}) if can_be_stored(intake_id) else None


async def open_of(session: AsyncSession, conversation: str) -> IntakeRow | None:
    """The open intake of a conversation, by the conversation's digest."""
    return (await session.execute(_OPEN_OF, {"conversation": conversation})).scalar_one_or_none()


async def take_code(session: AsyncSession, code: str, now: datetime) -> str | None:
    """Use up a resume code, by its digest; the intake it stands for, None where it is unknown, used or expired."""
    statement = (
        update(ResumeCodeRow)
        .where(ResumeCodeRow.code == code, ResumeCodeRow.used_at.is_(None), ResumeCodeRow.expires_at > now)
        .values(used_at=now)
        .returning(ResumeCodeRow.intake_id)
    )
    return (await session.execute(statement)).scalar_one_or_none()
