"""Put messages into the outbox, within the transaction of what they tell of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.commit_signal import ring_on_commit
from api.outbox.models import WAITING, OutboxRow
from api.platform.upsert import insert_for


async def put_once(
    session: AsyncSession,
    topic: str,
    receiver: str,
    subject: str,
    key: str,
    data: Mapping[str, Any],
    now: datetime,
) -> None:
    """As :func:`put`, unless there is or was a message of this key."""
    row = _row(topic, receiver, subject, key, data, now)
    await session.execute(insert_for(session)(OutboxRow).values(row).on_conflict_do_nothing())
    ring_on_commit(session)


def put(
    session: AsyncSession,
    topic: str,
    receiver: str,
    subject: str,
    key: str,
    data: Mapping[str, Any],
    now: datetime,
) -> None:
    """One message, to be delivered at least once under this key."""
    session.add(OutboxRow(**_row(topic, receiver, subject, key, data, now)))
    ring_on_commit(session)


def _row(
    topic: str, receiver: str, subject: str, key: str, data: Mapping[str, Any], now: datetime
) -> dict[str, Any]:
    return {
        "key": key,
        "topic": topic,
        "receiver": receiver,
        "subject": subject,
        "data": dict(data),
        "state": WAITING,
        "tries": 0,
        "created_at": now,
        "due_at": now,
        "lease": "",
        "done_at": None,
        "last_error": "",
        "claimed_by": "",
    }
