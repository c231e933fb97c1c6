"""Too many wrong tries: counted for a number or a conversation, whether or not it exists, whoever asks.

A try is charged before it is known to be right and given back when it was, so that parallel tries cannot slip through.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, Integer, String, bindparam, delete, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from api.database import Base, Moment
from api.errors import TooManyTries

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
        " RETURNING count, since"
    )
    .bindparams(bindparam("now", type_=Moment), bindparam("over", type_=Moment), last_one=MOST_WRONG - 1)
    .columns(count=Integer, since=Moment)
)


@dataclass(frozen=True)
class Charged:
    """A try that was charged.

    Attributes:
        until: Until when further tries are refused; None where this one is allowed.
    """

    subject: str
    until: datetime | None


async def charge(session: AsyncSession, subject: str, now: datetime) -> Charged:
    """Count one try. The window starts anew with the fifth, so that a lock lasts the whole quarter of an hour."""
    values = {"subject": subject, "now": now, "over": now - WINDOW}
    count, since = (await session.execute(_CHARGE, values)).one()
    if count == MOST_WRONG + 1:
        log.warning("locked after %d wrong tries subject=%s", MOST_WRONG, subject[:12])
    return Charged(subject, since + WINDOW if count > MOST_WRONG else None)


async def give_back(session: AsyncSession, subject: str) -> None:
    """The try was right: nothing is left of it."""
    mine = TryRow.subject == subject
    only = cast(CursorResult[Any], await session.execute(delete(TryRow).where(mine, TryRow.count <= 1)))
    if not only.rowcount:
        await session.execute(update(TryRow).where(mine).values(count=TryRow.count - 1))


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
