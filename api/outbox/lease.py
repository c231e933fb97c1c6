"""Take messages that are due, and mark what became of them.

A lease runs out by itself: what somebody took who then died is tried again by the next one, under the same key.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.message import Message
from api.outbox.models import DEAD, DONE, OFFERED, WAITING, OutboxRow

LEASE = timedelta(seconds=60)
"""Longer than any sending takes (see ``api.outbox.http_post.TIMEOUT_S``)."""

MOST_TRIES = 20
"""With the back-off of ``api.outbox.delays`` about nine hours."""


async def take(session: AsyncSession, me: str, now: datetime, most: int) -> Sequence[Message]:
    """Messages that are due, leased to ``me``; those that another one is taking at this moment are passed over."""
    due = (
        select(OutboxRow.id)
        .where(OutboxRow.state == WAITING, OutboxRow.due_at <= now)
        .order_by(OutboxRow.due_at, OutboxRow.id)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    statement = (
        update(OutboxRow)
        .where(OutboxRow.id.in_(select(due.c.id)))
        .values(lease=me, due_at=now + LEASE, tries=OutboxRow.tries + 1)
        .returning(OutboxRow)
        .execution_options(synchronize_session=False)
    )
    rows = (await session.scalars(statement)).all()
    return sorted(map(Message.of, rows), key=lambda message: message.id)


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next message is due; None where none waits."""
    query = select(OutboxRow.due_at).where(OutboxRow.state == WAITING).order_by(OutboxRow.due_at).limit(1)
    return (await session.execute(query)).scalar_one_or_none()


async def delivered(
    session: AsyncSession, ids: Collection[int], state: str, again: timedelta | None, now: datetime
) -> None:
    """These are where they should be. Says so also where a lease had run out: delivered is delivered.

    Args:
        again: Where they stay ``waiting``: when they are sent again.
    """
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(ids), OutboxRow.state == WAITING)
        .values(
            state=WAITING if again else state,
            due_at=now + again if again else now,
            tries=0 if again else OutboxRow.tries,
            done_at=now if state == DONE and not again else None,
            lease="",
            last_error="",
        )
        .execution_options(synchronize_session=False)
    )


async def failed(
    session: AsyncSession, message: Message, me: str, code: str, wait: timedelta, now: datetime
) -> bool:
    """It is not: tried again later, or given up; whoever has taken it since goes on undisturbed.

    Returns:
        Whether it was given up.
    """
    given_up = message.tries >= MOST_TRIES
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == message.id, OutboxRow.state == WAITING, OutboxRow.lease == me)
        .values(state=DEAD if given_up else WAITING, due_at=now + wait, lease="", last_error=code)
    )
    return given_up


async def requeue(session: AsyncSession, keys: Collection[str], now: datetime) -> frozenset[str]:
    """Try messages again that were given up; the keys of those that were."""
    statement = (
        update(OutboxRow)
        .where(OutboxRow.key.in_(keys), OutboxRow.state == DEAD)
        .values(state=WAITING, due_at=now, tries=0, lease="")
        .returning(OutboxRow.key)
        .execution_options(synchronize_session=False)
    )
    return frozenset((await session.scalars(statement)).all())


async def push_offered(session: AsyncSession, receivers: Collection[str], now: datetime) -> None:
    """Results that lie ready for departments which have an address by now."""
    if receivers:
        await session.execute(
            update(OutboxRow)
            .where(OutboxRow.topic == "result", OutboxRow.state == OFFERED, OutboxRow.receiver.in_(receivers))
            .values(state=WAITING, due_at=now)
        )
