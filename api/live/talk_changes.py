"""What the desks are told of talks and call-backs: that something has changed, and how many wait; the pages fetch what is theirs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.live.schemas import DeskTalksEvent
from api.services import Services
from api.talks.models import CallbackRow, TalkRow
from knowledge.staff.talk_rules import TalkState, talk_rules

LOOK_BACK = timedelta(seconds=5)
"""A change of another process may become visible some time after the moment that it bears."""


@dataclass
class TalkFollower:
    """What was told last.

    Attributes:
        since: Up to when changes have been looked for; None while nobody follows.
        told: What was seen changed in the last look, so that nothing is told twice.
    """

    since: datetime | None = None
    told: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    async def push(self, services: Services) -> None:
        """Tell every desk that takes talks what has changed since the last look."""
        now = services.now()
        if not len(services.desks):
            self.since = None
            return
        if self.since is None:
            self.since, self.told = now, {}
        after = self.since - LOOK_BACK
        found = await services.database.read(lambda session: _changed(session, after))
        fresh = [key for key, marker in found.items() if self.told.get(key) != marker]
        self.since, self.told = now, found
        if fresh:
            waiting = await services.database.read(waiting_count)
            tell(services, fresh, waiting)


def tell(services: Services, changed: list[str], waiting: int) -> None:
    """Tell those who see talks."""
    event = as_event(changed, waiting)
    rules = talk_rules()
    for watcher in services.desks:
        if watcher.who.may(*rules.takes, *rules.oversees):
            watcher.tell(event)


def as_event(changed: list[str], waiting: int) -> bytes:
    """As a server-sent event."""
    view = DeskTalksEvent(changed=changed, waiting=waiting)
    return b"event: talks\ndata: %s\n\n" % view.model_dump_json().encode()


async def waiting_count(session: AsyncSession) -> int:
    """How many ask for a person and wait."""
    query = select(func.count()).where(TalkRow.state == TalkState.WAITING)
    return (await session.execute(query)).scalar_one()


async def _changed(session: AsyncSession, after: datetime) -> dict[str, tuple[Any, ...]]:
    talks = select(TalkRow.id, TalkRow.row_version, TalkRow.changed_at).where(TalkRow.changed_at >= after)
    calls = select(CallbackRow.number, CallbackRow.row_version, CallbackRow.changed_at).where(
        CallbackRow.changed_at >= after
    )
    rows = [*(await session.execute(talks)), *(await session.execute(calls))]
    return {key: tuple(marker) for key, *marker in rows}
