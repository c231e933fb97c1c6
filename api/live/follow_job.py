"""The job that looks what has changed and tells those who follow it: at once where it was changed here, else within seconds.

One query asks for all cases that are followed, however many streams there are; the streams themselves never touch the database.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.case_status.schemas import CaseStatus
from api.case_status.service import status_of
from api.live.change_marker import Marker, bell_of, markers
from api.live.desk_changes import DeskFollower
from api.live.talk_changes import TalkFollower
from api.platform.stream_watchers import Watchers
from api.services import Services

log = logging.getLogger("intake.live")


@dataclass(frozen=True)
class News:
    """What is shown of a case, and by which the next change is told from it."""

    marker: Marker
    status: CaseStatus

    @property
    def event(self) -> bytes:
        """As a server-sent event."""
        status = self.status
        return b"event: status\nid: %d\ndata: %s\n\n" % (status.version, status.model_dump_json().encode())


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Tell of changes until the service stops, then close every stream."""
    watchers, bell = services.live, bell_of(services.database)
    desks, talks = DeskFollower(), TalkFollower()
    while not stopping.is_set():
        await _either(bell, stopping, services.settings.live_poll_s)
        bell.clear()
        if not stopping.is_set():
            try:
                if watchers.numbers:
                    await push_news(watchers, services)
                await desks.push(services)
                await talks.push(services)
            except (SQLAlchemyError, OSError) as error:
                # The next look finds what this one has missed.
                log.warning("cannot look for changes: %s", type(error).__name__)
    watchers.close()
    services.desks.close()


async def push_news(watchers: Watchers, services: Services) -> None:
    """Send each followed case that has changed to those who have not seen it so."""
    numbers = watchers.numbers
    found = await services.database.read(lambda session: markers(session, numbers))
    for number, marker in found.items():
        if watchers.behind(number, marker):
            news = await shown(number, services)
            for watcher in watchers.behind(number, news.marker):
                watcher.tell(news.marker, news.event)


async def shown(number: str, services: Services) -> News:
    """Where a case is now."""

    async def look(session: AsyncSession) -> News:
        # The marker first: what changes in between is told once more, and not missed.
        marker = (await markers(session, [number]))[number]
        return News(marker, await status_of(session, number, services))

    return await services.database.read(look)


async def _either(bell: asyncio.Event, stopping: asyncio.Event, most_s: float) -> None:
    """Wait until something happens, at most some seconds."""
    waits = [asyncio.create_task(one.wait()) for one in (bell, stopping)]
    await asyncio.wait(waits, timeout=most_s, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
