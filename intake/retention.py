"""What is kept of conversations goes after its time: looked at when the service starts, and every day from then on."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

log = logging.getLogger("intake.retention")

DAY_S = 86_400


class Forgetful(Protocol):
    """A store that can delete what is old."""

    async def forget(self, before: float) -> int:
        """Delete what was last touched before a time, in seconds since the epoch. Returns how much it was."""
        ...


async def forgetting(
    days: Mapping[Forgetful, int], stopping: asyncio.Event, *, every_s: float = DAY_S
) -> None:
    """Delete what is older than its store's days, again and again until told to stop.

    Args:
        days: Store to days.
    """
    while not stopping.is_set():
        for store, kept in days.items():
            await _forget(store, kept)
        try:
            await asyncio.wait_for(stopping.wait(), every_s)
        except TimeoutError:
            continue


async def _forget(store: Forgetful, days: int) -> None:
    """Delete from one store; where it cannot be reached, the next day's look finds the same again."""
    name = type(store).__name__
    try:
        forgotten = await store.forget(time.time() - days * DAY_S)
    except SQLAlchemyError as error:
        log.warning("%s could not forget: %s", name, type(error).__name__)
        return
    log.info("%s forgot %d after %d days", name, forgotten, days)
