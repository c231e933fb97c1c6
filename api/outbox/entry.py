"""Put messages into the outbox, within the transaction of what they tell of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.commit_signal import ring_on_commit
from api.outbox.models import WAITING, OutboxRow


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
    session.add(
        OutboxRow(
            key=key,
            topic=topic,
            receiver=receiver,
            subject=subject,
            data=dict(data),
            state=WAITING,
            tries=0,
            created_at=now,
            due_at=now,
            lease="",
            done_at=None,
            last_error="",
            claimed_by="",
        )
    )
    ring_on_commit(session)
