"""The job that looks what has changed and tells those who follow it: at once where it was changed here, else within seconds.

One query asks for all cases that are followed, however many streams there are; the streams themselves never touch the database.
"""

from __future__ import annotations

import asyncio
import logging
from weakref import WeakKeyDictionary

from sqlalchemy import event, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, object_session

from api.cases.models import CaseRow
from api.cases.schemas import CaseStatus
from api.cases.service import standing
from api.database import Database
from api.live.watchers import Watchers
from api.services import Services

log = logging.getLogger("intake.live")

_bells: WeakKeyDictionary[Engine, asyncio.Event] = WeakKeyDictionary()


def bell_of(database: Database) -> asyncio.Event:
    """Rings when this process has committed a change of some case."""
    return _bells.setdefault(database.engine.sync_engine, asyncio.Event())


@event.listens_for(CaseRow, "after_update")
def _ring_on_commit(mapper: Mapper[CaseRow], connection: Connection, case: CaseRow) -> None:
    session, bell = object_session(case), _bells.get(connection.engine)
    if session is not None and bell is not None:
        event.listen(session, "after_commit", lambda _: bell.set(), once=True)


async def following(services: Services, stopping: asyncio.Event) -> None:
    """Tell of changes until the service stops, then close every stream."""
    watchers, bell = services.live, bell_of(services.database)
    while not stopping.is_set():
        await _either(bell, stopping, services.settings.live_poll_s)
        bell.clear()
        if watchers.numbers and not stopping.is_set():
            try:
                await tell(watchers, services)
            except (SQLAlchemyError, OSError) as error:
                # The next look finds what this one has missed.
                log.warning("cannot look for changes: %s", type(error).__name__)
    watchers.close()


async def tell(watchers: Watchers, services: Services) -> None:
    """Send each followed case that has changed to those who have not seen it so."""
    numbers = watchers.numbers
    versions = await services.database.read(lambda session: _versions(session, numbers))
    for number, version in versions.items():
        if watchers.behind(number, version):
            status = await shown(number, services)
            for watcher in watchers.behind(number, status.version):
                watcher.tell(status.version, status_event(status))


async def shown(number: str, services: Services) -> CaseStatus:
    """Where a case is now."""
    return await services.database.read(lambda session: standing(session, number, services))


def status_event(status: CaseStatus) -> bytes:
    """A status as a server-sent event."""
    return b"event: status\nid: %d\ndata: %s\n\n" % (status.version, status.model_dump_json().encode())


async def _versions(session: AsyncSession, numbers: set[str]) -> dict[str, int]:
    query = select(CaseRow.number, CaseRow.row_version).where(CaseRow.number.in_(numbers))
    return {number: version for number, version in await session.execute(query)}


async def _either(bell: asyncio.Event, stopping: asyncio.Event, most_s: float) -> None:
    """Wait until something happens, at most some seconds."""
    waits = [asyncio.create_task(one.wait()) for one in (bell, stopping)]
    await asyncio.wait(waits, timeout=most_s, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
