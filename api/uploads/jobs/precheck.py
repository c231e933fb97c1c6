"""The pre-check beside the requests: papers that wait are read one by one by the worker process."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator, Coroutine
from datetime import timedelta
from typing import Any

from cryptography.exceptions import InvalidTag
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.database import Busy
from api.platform.worker.process import WorkerGone
from api.services import Services
from api.uploads import repository
from api.uploads.models import PaperRow

log = logging.getLogger("intake.uploads")

LOOK_S = 5.0
"""How often it is looked for papers that another process has queued or left."""

MOST_ATTEMPTS = 2
"""A paper of which the worker has died twice is left to people."""

_SPARE_S = 60.0


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Read papers until told to stop; what is under way then is read after the next start."""
    try:
        while services.settings.precheck and not stopping.is_set():
            services.uploads.queued.clear()
            if not await _next(services, stopping):
                await _unless(stopping, _wait(services.uploads.queued))
        await stopping.wait()
    finally:
        await services.uploads.close()


async def _next(services: Services, stopping: asyncio.Event) -> bool:
    """Read the paper that has waited longest; False where there is none, or the database does not answer."""
    try:
        paper = await services.database.transact(lambda session: _claim(session, services))
        if paper is not None:
            await _unless(stopping, _check(paper, services))
    except (SQLAlchemyError, Busy, OSError) as error:
        # Its lease runs out and it is taken again.
        log.error("pre-check is held up: %s", type(error).__name__)
        return False
    return paper is not None


async def _claim(session: AsyncSession, services: Services) -> PaperRow | None:
    lease = timedelta(seconds=services.settings.precheck_timeout_s + _SPARE_S)
    return await repository.claim(session, services.now(), services.now() + lease)


async def _check(paper: PaperRow, services: Services) -> None:
    attempts = paper.attempts
    try:
        check, reading = await _read(paper, services)
    except asyncio.CancelledError:
        await asyncio.shield(
            services.database.transact(lambda session: repository.give_back(session, paper.id, attempts))
        )
        raise
    await services.database.transact(
        lambda session: repository.settle(session, paper.id, attempts, check, reading)
    )


async def _read(paper: PaperRow, services: Services) -> tuple[str, str | None]:
    """The state that the paper gets, and its sealed reading."""
    try:
        content = await asyncio.to_thread(services.uploads.store.content, paper.id)
    except (FileNotFoundError, InvalidTag) as error:
        log.error("paper cannot be read from disk: %s", type(error).__name__)
        return "failed", None
    try:
        answer, _ = await services.uploads.reader.ask(
            {"media_type": paper.media_type}, _pieces(content), len(content)
        )
    except WorkerGone:
        return ("queued" if paper.attempts < MOST_ATTEMPTS else "failed"), None
    if "refused" in answer:
        return "failed", None
    reading = json.dumps(answer["reading"], ensure_ascii=False)
    return "done", services.vault.seal({"reading": reading})


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def _wait(queued: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(queued.wait(), LOOK_S)


async def _unless(stopping: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do something, but break it off when told to stop."""
    task = asyncio.create_task(work)
    stop = asyncio.create_task(stopping.wait())
    try:
        await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    finally:
        stop.cancel()
