"""Beside the requests: cards are issued, and the times of decided cases are written down."""

from __future__ import annotations

import asyncio
import logging

from sqlalchemy.exc import SQLAlchemyError

from api.platform.database import Busy
from api.services import Services
from api.supervision import card_issue, time_keeping

EVERY_S = 300.0
"""A limit passes at the end of a day, and figures are of days: some minutes later is early enough."""

log = logging.getLogger("intake.api")


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Look again and again until told to stop."""
    while not stopping.is_set():
        try:
            await look(services, stopping)
        except (Busy, SQLAlchemyError, OSError) as error:  # a database that is away comes back
            log.error("supervision put off: %s", type(error).__name__)
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_S)
        except TimeoutError:
            continue


async def look(services: Services, stopping: asyncio.Event | None = None) -> None:
    """Issue what is due, and write down what has been decided."""
    await services.database.transact(lambda session: card_issue.issue(session, services))
    after: int | None = await services.database.read(time_keeping.first_look)
    while after is not None and not (stopping and stopping.is_set()):
        after = await services.database.transact(
            lambda session, after=after: time_keeping.keep_times(session, services, after)  # type: ignore[misc]
        )
        await asyncio.sleep(0)
