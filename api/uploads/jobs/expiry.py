"""Files that nobody claims go: those of drafts that nobody goes on with, and what a crash left on disk."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from datetime import timedelta
from functools import partial

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.platform.database import Busy
from api.services import Services
from api.uploads import repository
from api.uploads.removal import discard

log = logging.getLogger("intake.uploads")

EVERY_S = 600.0
AT_A_TIME = 100


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Sweep now and every ten minutes until told to stop."""
    while not stopping.is_set():
        try:
            await sweep(services)
        except (SQLAlchemyError, Busy, OSError) as error:
            log.error("sweep of uploads is put off: %s", type(error).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), EVERY_S)


async def sweep(services: Services) -> int:
    """Delete what nobody claims; how many files that were."""
    gone = 0
    while dropped := await services.database.transact(lambda session: _some(session, services)):
        gone += len(dropped)
        for name in (name for names in dropped for name in names):
            await asyncio.to_thread(services.uploads.store.drop, name)
    await _leftovers(services)
    if gone:
        log.info("files of abandoned drafts deleted: %d", gone)
    return gone


async def _some(session: AsyncSession, services: Services) -> list[list[str]]:
    before = services.now() - timedelta(hours=services.settings.upload_kept_hours)
    files = await repository.abandoned(session, before, AT_A_TIME)
    return [await discard(session, await session.get(IntakeRow, file.intake_id), file) for file in files]


async def _leftovers(services: Services) -> None:
    """Papers on disk that no row names: a crash came between storing and committing."""
    names = await asyncio.to_thread(lambda: list(services.uploads.store.leftovers()))
    for start in range(0, len(names), AT_A_TIME):
        for name in await services.database.read(partial(_unnamed, names[start : start + AT_A_TIME])):
            await asyncio.to_thread(services.uploads.store.drop, name)


async def _unnamed(names: list[str], session: AsyncSession) -> list[str]:
    known = await repository.papers_named(session, names)
    return [name for name in names if name not in known]
