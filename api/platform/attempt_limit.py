"""Too many wrong tries: counted for a number or a conversation, whether or not it exists, whoever asks.

Tries of one subject are judged one after the other, so that parallel ones cannot slip through. A right one writes nothing. What takes long
to judge, as passwords do, is counted beforehand (:func:`count_try`) and given back where it was right.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import Integer, String, bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from api.platform.database import Base, Moment
from api.platform.errors import TooManyTries

log = logging.getLogger("intake.security")

MOST_WRONG = 5
WINDOW = timedelta(minutes=15)


class TryRow(Base):
    """How often something was tried since when; ``subject`` is a keyed digest."""

    __tablename__ = "tries"

    subject: Mapped[str] = mapped_column(String(64), primary_key=True)
    count: Mapped[int] = mapped_column(Integer)
    since: Mapped[datetime] = mapped_column(Moment)


# As text, since SQLAlchemy puts its own form of an upsert together anew each time, which takes longer than running it.
_CHARGE = (
    text(
        "INSERT INTO tries (subject, count, since) VALUES (:subject, 1, :now)"
        " ON CONFLICT (subject) DO UPDATE SET"
        " count = CASE WHEN tries.since <= :over THEN 1 ELSE tries.count + 1 END,"
        " since = CASE WHEN tries.since <= :over OR tries.count = :last_one THEN excluded.since ELSE tries.since END"
        " RETURNING count"
    )
    .bindparams(
        bindparam("now", type_=Moment), bindparam("over", type_=Moment), bindparam("last_one", type_=Integer)
    )
    .columns(count=Integer)
)


_TRIES = TryRow.__table__.c
_SO_FAR = select(_TRIES["count"], _TRIES.since).where(_TRIES.subject == bindparam("subject"))
_IN_TURN = text("SELECT pg_advisory_xact_lock(hashtextextended(:subject, 0))")


async def locked_until(
    session: AsyncSession, subject: str, now: datetime, most: int = MOST_WRONG
) -> datetime | None:
    """Until when every try is refused, right or wrong; None where this one may be judged.

    Waits until all other tries of this subject have been judged and committed.

    Args:
        most: Wrong ones after which all are refused.
    """
    await in_turn(session, subject)
    held = (await session.execute(_SO_FAR, {"subject": subject})).one_or_none()
    wrong, since = held or (0, now)
    return since + WINDOW if wrong >= most and since > now - WINDOW else None


async def in_turn(session: AsyncSession, subject: str) -> None:
    """Wait until all other units of work on this subject are committed, also those of other processes on PostgreSQL.

    On SQLite units of work follow one another anyway (``api.platform.database``).
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(_IN_TURN, {"subject": subject})


async def charge(session: AsyncSession, subject: str, now: datetime) -> None:
    """Count a wrong try. The window starts anew with the fifth, so that a lock lasts the whole quarter of an hour."""
    note_lock(await count_try(session, subject, now), subject)


async def count_try(session: AsyncSession, subject: str, now: datetime, most: int = MOST_WRONG) -> int:
    """Count a try that is not judged yet; how many there are with it."""
    values = {"subject": subject, "now": now, "over": now - WINDOW, "last_one": most - 1}
    return int((await session.execute(_CHARGE, values)).scalar_one())


def note_lock(count: int, subject: str, most: int = MOST_WRONG) -> None:
    """Say in the log that a subject is locked, once: with the try that was one too many."""
    if count == most:
        log.warning("locked after %d wrong tries subject=%s", most, subject[:12])


async def give_back(session: AsyncSession, subject: str) -> None:
    """A try that was counted beforehand was right."""
    one_less = update(TryRow).where(TryRow.subject == subject, TryRow.count > 0)
    await session.execute(one_less.values(count=TryRow.count - 1))


async def forgive(session: AsyncSession, subject: str) -> None:
    """Nothing is held against a subject any more."""
    await session.execute(delete(TryRow).where(TryRow.subject == subject))


async def forget(session: AsyncSession, now: datetime) -> None:
    """Drop counts that no longer matter; done at every start."""
    await session.execute(delete(TryRow).where(TryRow.since <= now - WINDOW))


def refusal(until: datetime, now: datetime, what: str) -> TooManyTries:
    """Says when to try again."""
    seconds = max(int((until - now).total_seconds()), 1)
    minutes = -(-seconds // 60)
    return TooManyTries(
        f"{what}连续错了{MOST_WRONG}次，请{minutes}分钟后再试。", headers={"Retry-After": str(seconds)}
    )
