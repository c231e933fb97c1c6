"""An officer at the desk of a site, for talks with a person."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from api.platform.clock import Clock
from api.platform.database import Database
from api.staff.accounts import Registry
from intake.datafolder import DataFolder
from intake.prepare import api_settings
from knowledge.staff.account import NewAccount
from tests.api.talks.speaking import Desk


class Officer(Desk):
    """Whoever else waits was left waiting by tests that ran before in this process.

    Attributes:
        others: Their talks.
    """

    others: tuple[str, ...] = ()

    async def waiting(self) -> tuple[str, ...]:
        """The talks that nobody has taken."""
        return tuple(talk["id"] for talk in (await self.queue())["waiting"])

    async def waiting_talk(self) -> str:
        """The one talk that this test began."""
        (talk,) = set(await self.waiting()) - set(self.others)
        return talk


@asynccontextmanager
async def officer_at(
    http: httpx.AsyncClient, folder: DataFolder, clock: Clock, window: str = "market"
) -> AsyncIterator[Officer]:
    """Somebody at a window and of its department, made as ``intake staff add`` makes it."""
    database = Database(api_settings(folder).url)
    new = NewAccount("测试人员", window, (window,), ("window",))
    _, made = await Registry(database, clock()).add(new, None)
    await database.close()
    async with httpx.AsyncClient(transport=http._transport, base_url="http://site/api/v1") as client:
        client.headers["Authorization"] = f"Bearer {made.token}"
        officer = Officer(client)
        officer.others = await officer.waiting()
        yield officer
