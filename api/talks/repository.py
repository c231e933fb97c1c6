"""Queries on talks and their lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Select, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffAccountRow
from api.intakes.models import IntakeRow
from api.platform.database import can_be_stored
from api.talks.models import TalkLineRow, TalkRow
from knowledge.staff.talk_rules import OPEN

MOST_HEARD = 200
TO_APPLICANT = ("officer", "notice")
"""Who speaks to the applicant."""

_OPEN = tuple(state.value for state in OPEN)


async def open_of(session: AsyncSession, dialogue: str) -> TalkRow | None:
    """The talk that a dialogue waits for or holds."""
    query = select(TalkRow).where(TalkRow.dialogue == dialogue, TalkRow.state.in_(_OPEN))
    return (await session.scalars(query.with_for_update())).one_or_none()


async def latest_of(session: AsyncSession, dialogue: str) -> TalkRow | None:
    """The last talk of a dialogue."""
    query = select(TalkRow).where(TalkRow.dialogue == dialogue)
    return (await session.scalars(query.order_by(TalkRow.asked_at.desc(), TalkRow.id).limit(1))).first()


async def by_id(session: AsyncSession, talk: str, *, to_change: bool = False) -> TalkRow | None:
    """The talk of that id."""
    return await session.get(TalkRow, talk, with_for_update=to_change) if can_be_stored(talk) else None


async def heard(session: AsyncSession, talk: str, after: int) -> Sequence[TalkLineRow]:
    """What the applicant was told in one talk since a line."""
    return (await session.scalars(_to_applicant(after).where(TalkLineRow.talk_id == talk))).all()


async def heard_in_dialogue(session: AsyncSession, dialogue: str, after: int) -> Sequence[TalkLineRow]:
    """What the applicant was told in all talks of a dialogue since a line."""
    query = _to_applicant(after).join(TalkRow, TalkRow.id == TalkLineRow.talk_id)
    return (await session.scalars(query.where(TalkRow.dialogue == dialogue))).all()


def _to_applicant(after: int) -> Select[tuple[TalkLineRow]]:
    return (
        select(TalkLineRow)
        .where(TalkLineRow.id > after, TalkLineRow.speaker.in_(TO_APPLICANT))
        .order_by(TalkLineRow.id)
        .limit(MOST_HEARD)
    )


async def lines_of(session: AsyncSession, talk: str) -> Sequence[tuple[TalkLineRow, str | None]]:
    """All lines in the order in which they were said, with the names of officers."""
    query = (
        select(TalkLineRow, StaffAccountRow.name)
        .outerjoin(StaffAccountRow, StaffAccountRow.id == TalkLineRow.account)
        .where(TalkLineRow.talk_id == talk)
        .order_by(TalkLineRow.at, TalkLineRow.id)
    )
    return [(row, name) for row, name in await session.execute(query)]


async def line_of_key(session: AsyncSession, talk: str, key: str) -> TalkLineRow | None:
    """The line that was sent under a name."""
    query = select(TalkLineRow).where(TalkLineRow.talk_id == talk, TalkLineRow.key == key)
    return (await session.scalars(query)).one_or_none()


async def line_count(session: AsyncSession, talk: str) -> int:
    """How many lines a talk has."""
    return (await session.execute(select(func.count()).where(TalkLineRow.talk_id == talk))).scalar_one()


async def last_line(session: AsyncSession, talk: str) -> int:
    """The number of the last line that the applicant was told; 0 where there is none."""
    query = select(func.max(TalkLineRow.id)).where(
        TalkLineRow.talk_id == talk, TalkLineRow.speaker.in_(TO_APPLICANT)
    )
    return (await session.execute(query)).scalar_one() or 0


async def drop_before(session: AsyncSession, talk: str, moment: datetime) -> None:
    """Drop what the talk began with."""
    lines = delete(TalkLineRow).where(
        TalkLineRow.talk_id == talk,
        TalkLineRow.at <= moment,
        TalkLineRow.speaker.in_(("applicant", "assistant")),
    )
    await session.execute(lines)


async def in_state(session: AsyncSession, state: str, *, to_change: bool = False) -> Sequence[TalkRow]:
    """Talks of a state, those that wait longest first."""
    query = select(TalkRow).where(TalkRow.state == state).order_by(TalkRow.waits_since, TalkRow.id)
    return (await session.scalars(query.with_for_update() if to_change else query)).all()


async def waiting_before(session: AsyncSession, row: TalkRow) -> int:
    """How many wait longer."""
    query = select(func.count()).where(TalkRow.state == "waiting", TalkRow.waits_since < row.waits_since)
    return (await session.execute(query)).scalar_one()


async def delete_talks(session: AsyncSession, talks: Collection[str]) -> int:
    """Delete talks with their lines; how many they were."""
    if not talks:
        return 0
    await session.execute(delete(TalkLineRow).where(TalkLineRow.talk_id.in_(talks)))
    await session.execute(delete(TalkRow).where(TalkRow.id.in_(talks)))
    return len(talks)


async def intake_of_dialogue(session: AsyncSession, dialogue: str) -> IntakeRow | None:
    """The intake that a dialogue is at or was at last."""
    query = select(IntakeRow).where(IntakeRow.conversation == dialogue)
    latest = query.order_by((IntakeRow.state == "open").desc(), IntakeRow.updated_at.desc()).limit(1)
    return (await session.scalars(latest)).first()


async def intakes_of(session: AsyncSession, ids: Collection[str]) -> Mapping[str, IntakeRow]:
    """Intakes by id."""
    if not ids:
        return {}
    found = await session.scalars(select(IntakeRow).where(IntakeRow.id.in_(ids)))
    return {row.id: row for row in found}


async def names_of(session: AsyncSession, accounts: Collection[str]) -> Mapping[str, str]:
    """Names of accounts."""
    wanted = {account for account in accounts if account}
    if not wanted:
        return {}
    query = select(StaffAccountRow.id, StaffAccountRow.name).where(StaffAccountRow.id.in_(wanted))
    return {account: name for account, name in await session.execute(query)}
