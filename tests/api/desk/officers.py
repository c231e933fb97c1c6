"""Officers of the tests: they act on a case as the desk lets them, each under an account of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI

from knowledge.base.roles import Role
from tests.api.applicant import ok
from tests.api.colleagues import colleague


@dataclass
class Officer:
    """One member of staff."""

    client: httpx.AsyncClient

    async def look(self, number: str) -> dict[str, Any]:
        return ok(await self.client.get(f"/desk/cases/{number}"))

    async def try_to(self, act: str, number: str, /, **data: Any) -> httpx.Response:
        """Act on the case as it is now, whatever comes of it."""
        version = (await self.look(number))["version"]
        return await self.client.post(
            f"/desk/cases/{number}/acts/{act}", json={"version": version, "data": data}
        )

    async def do(self, act: str, number: str, /, **data: Any) -> dict[str, Any]:
        return ok(await self.try_to(act, number, **data))


@dataclass
class Office:
    """A window clerk, a reviewer, an approver and a supervisor."""

    clerk: Officer
    reviewer: Officer
    approver: Officer
    supervisor: Officer

    async def accepted(self, number: str) -> dict[str, Any]:
        await self.clerk.do("receive", number)
        return await self.clerk.do("accept", number, document="受〔2026〕1号")

    async def decided(self, number: str, outcome: str = "grant", **more: Any) -> dict[str, Any]:
        await self.accepted(number)
        await self.reviewer.do(
            "review",
            number,
            outcome=outcome,
            opinion="符合条件。",
            without_examination="资料齐全，不用勘验。",
        )
        await self.approver.do("approve", number, opinion="同意。")
        return await self.approver.do("decide", number, outcome=outcome, document="准〔2026〕1号", **more)


@asynccontextmanager
async def office(app: FastAPI, window: str = "market", department: str = "market") -> AsyncIterator[Office]:
    """The four of one window and department."""
    async with AsyncExitStack() as stack:

        async def one(role: Role) -> Officer:
            client = colleague(app, role, windows=[window], department=department)
            return Officer(await stack.enter_async_context(client))

        yield Office(
            await one(Role.WINDOW),
            await one(Role.REVIEWER),
            await one(Role.APPROVER),
            await one(Role.SUPERVISOR),
        )
