"""What waits in the outbox, for the check-up: messages given up, and messages that should have gone long ago."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.outbox.models import DEAD, WAITING, OutboxRow
from api.platform.database import Database
from api.platform.settings import Settings

LATE = timedelta(hours=1)
"""A running service tries what is due at once: what has been due for so long is looked at by nobody."""


@dataclass(frozen=True)
class Outgoing:
    """How many messages were given up, and how many are overdue."""

    dead: int
    late: int


def counted(settings: Settings, now: datetime) -> Outgoing:
    """Count them. Blocks."""
    return asyncio.run(_counted(settings, now))


async def _counted(settings: Settings, now: datetime) -> Outgoing:
    database = Database(settings.url)

    async def read(session: AsyncSession) -> Outgoing:
        dead = select(func.count()).where(OutboxRow.state == DEAD)
        late = select(func.count()).where(OutboxRow.state == WAITING, OutboxRow.due_at < now - LATE)
        return Outgoing(await session.scalar(dead) or 0, await session.scalar(late) or 0)

    try:
        return await database.read(read)
    finally:
        await database.close()
