"""Killed at every step of delivering: nothing is lost, nothing is kept twice, nothing goes out under another key."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.messages.models import CaseMessageRow
from api.outbox import lease
from api.outbox.delivery import Deliverer
from api.outbox.entry import put
from api.outbox.http_post import Post
from api.outbox.models import DONE, OutboxRow
from api.platform.database import Database
from api.platform.settings import Settings
from api.platform.webhooks import Webhook
from api.senders import SENDERS
from api.services import Services
from tests.api.conftest import MONDAY

HOOKS = {"sms": Webhook(url="https://sms.test/told")}
MOST_STEPS = 60


class Victim(Database):
    """Counts every step at which a process can die, and dies at one of them."""

    def __init__(self, url: str, dies_at: int) -> None:
        super().__init__(url)
        self.left = dies_at

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    async def transact(self, work: Callable[[AsyncSession], Awaitable[Any]]) -> Any:
        async def watched(session: AsyncSession) -> Any:
            result = await work(session)
            await session.flush()
            self.step()
            return result

        self.step()
        result = await super().transact(watched)
        self.step()
        return result


def services_of(database: Database, settings: Settings, now: datetime) -> Services:
    """The parts of the services that delivering uses."""
    return cast(Services, SimpleNamespace(database=database, settings=settings, now=lambda: now))


async def write(settings: Settings, keys: list[tuple[str, str]]) -> None:
    database = Database(settings.url)

    async def keep(session: AsyncSession) -> None:
        for channel, key in keys:
            put(session, "told", channel, "261123000017", key, {"text": key}, MONDAY)

    await database.transact(keep)
    await database.close()


async def deliver(database: Database, settings: Settings, received: Path, now: datetime) -> None:
    """Everything that is due, to a receiver that writes down what it got."""

    def receive(request: httpx.Request) -> httpx.Response:
        with received.open("a", encoding="utf-8") as file:
            file.write(f"{request.headers['idempotency-key']}\n")
        if isinstance(database, Victim):
            database.step()
        return httpx.Response(204)

    services = services_of(database, settings, now)
    worker = Deliverer(services, SENDERS, post=Post(httpx.MockTransport(receive)))
    while await worker.deliver_due():
        await worker.settled()
    await worker.close()
    await database.close()


def in_a_process_that_dies(work: Callable[[], Any]) -> bool:
    """Run in a child; whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(work())
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


async def found(settings: Settings) -> tuple[dict[str, str], Counter[str]]:
    database = Database(settings.url)

    async def read(session: AsyncSession) -> tuple[dict[str, str], Counter[str]]:
        states = {row.key: row.state for row in await session.scalars(select(OutboxRow))}
        return states, Counter(await session.scalars(select(CaseMessageRow.key)))

    result = await database.read(read)
    await database.close()
    return result


class TestKilled:
    @pytest.mark.slow
    def test_at_every_step(self, settings: Settings, tmp_path: Path) -> None:
        settings = settings.model_copy(update={"channel_webhooks": HOOKS})
        received = tmp_path / "received"
        received.touch()
        written: list[tuple[str, str]] = []
        for step in range(1, MOST_STEPS):
            keys = [("web", f"k/{step}/a"), ("sms", f"k/{step}/b"), ("web", f"k/{step}/c")]
            written += keys
            asyncio.run(write(settings, keys))
            dying = partial(self._dying, settings, received, step)
            died = in_a_process_that_dies(dying)
            afterwards = MONDAY + lease.LEASE
            asyncio.run(deliver(Database(settings.url), settings, received, afterwards))
            states, kept = asyncio.run(found(settings))
            assert set(states.values()) == {DONE}, step
            assert kept == Counter(key for _, key in written), step
            if not died:
                break
        else:
            pytest.fail("it never came to the end")
        got = Counter(received.read_text(encoding="utf-8").split())
        assert set(got) == {key for channel, key in written if channel == "sms"}
        assert max(got.values()) == 2
        assert step > 8

    @staticmethod
    async def _dying(settings: Settings, received: Path, step: int) -> None:
        await deliver(Victim(settings.url, step), settings, received, MONDAY)
