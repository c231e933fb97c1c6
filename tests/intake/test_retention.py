"""Old conversations go, recent ones stay, and a store that is away for a while does not end it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest
from sqlalchemy.exc import OperationalError

from intake.retention import DAY_S, forgetting

pytestmark = pytest.mark.anyio


class Store:
    """Keeps moments, in days before now."""

    def __init__(self, *ages: float, refusals: int = 0) -> None:
        self.ages = list(ages)
        self.calls = 0
        self._refusals = refusals

    async def forget(self, before: float) -> int:
        self.calls += 1
        if self.calls <= self._refusals:
            raise OperationalError("DELETE", {}, Exception("locked"))
        limit = (time.time() - before) / DAY_S
        kept = [age for age in self.ages if age <= limit]
        forgotten, self.ages = len(self.ages) - len(kept), kept
        return forgotten


async def _until(done: asyncio.Task[None], stopping: asyncio.Event, reached: Callable[[], object]) -> None:
    while not reached():
        await asyncio.sleep(0)
    stopping.set()
    await done


class TestForgetting:
    async def test_each_store_has_its_own_days(self) -> None:
        dialogues, transcript = Store(1, 31, 200), Store(1, 31, 200)
        stopping = asyncio.Event()
        job = asyncio.create_task(forgetting({dialogues: 30, transcript: 90}, stopping))
        await _until(job, stopping, lambda: transcript.calls)
        assert dialogues.ages == [1]
        assert transcript.ages == [1, 31]

    async def test_is_done_again_and_again(self) -> None:
        store, stopping = Store(), asyncio.Event()
        job = asyncio.create_task(forgetting({store: 30}, stopping, every_s=0.001))
        await _until(job, stopping, lambda: store.calls >= 3)

    async def test_a_store_that_is_away_is_asked_again(self) -> None:
        away, other, stopping = Store(40, refusals=1), Store(40), asyncio.Event()
        job = asyncio.create_task(forgetting({away: 30, other: 30}, stopping, every_s=0.001))
        await _until(job, stopping, lambda: away.calls >= 2)
        assert away.ages == other.ages == []
