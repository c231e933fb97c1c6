"""Somebody of the staff at a browser of the tests: signs in, keeps the cookie, sends the header that a page sends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.sessions import csrf_token, new_session
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from knowledge.staff.account import NewAccount
from tests.api.applicant import ok
from tests.api.colleagues import account_of

OWN = "柳树河边的三只白鹅2026"
"""The password that people of the tests choose."""


@dataclass(frozen=True)
class Person:
    """An account and its password."""

    account: str
    password: str


async def person_of(
    services: Services, *roles: Role, windows: Sequence[str] = ("market",), department: str = "market"
) -> Person:
    """A new account with its one-time password, as ``intake staff add`` makes it."""
    registry = Registry(services.database, services.now(), passwords=services.passwords)
    sits = tuple(windows) if Role.WINDOW in roles else ()
    account, password = await registry.add_account(
        NewAccount("测试人员", department, sits, tuple(role.value for role in roles))
    )
    assert password
    return Person(account.id, password)


async def session_of(services: Services, *roles: Role) -> dict[str, str]:
    """The headers of the page of somebody who is signed in, without the time that passwords take."""
    account = (await account_of(services, *roles)).account
    row, value = new_session(account, services.now(), services)

    async def store(session: AsyncSession) -> None:
        session.add(row)

    await services.database.transact(store)
    return {"Cookie": f"intake_session={value}", "X-CSRF-Token": csrf_token(row.id, services)}


class Browser:
    """One browser, with its cookies and the token of its page."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    @property
    def cookie(self) -> str:
        return self.client.cookies.get("intake_session", "")

    async def sign_in(self, account: str, password: str, **rest: Any) -> httpx.Response:
        body = {"account": account, "password": password, **rest}
        answer = await self.client.post("/session", json=body)
        return self._noted(answer)

    async def change_password(self, old: str, new: str) -> httpx.Response:
        return self._noted(await self.client.put("/session/password", json={"old": old, "new": new}))

    async def settle(self, person: Person) -> dict[str, Any]:
        """Sign in for the first time and choose a password; the session."""
        ok(await self.sign_in(person.account, person.password))
        return ok(await self.change_password(person.password, OWN))

    async def who(self) -> httpx.Response:
        return await self.client.get("/session")

    def _noted(self, answer: httpx.Response) -> httpx.Response:
        if answer.status_code == 200:
            self.client.headers["X-CSRF-Token"] = answer.json()["csrf_token"]
        return answer


@asynccontextmanager
async def browser_of(app: FastAPI, address: str = "10.2.0.1", scheme: str = "http") -> AsyncIterator[Browser]:
    """A browser at an address."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=(address, 4711))
    base = f"{scheme}://centre/api/v1"
    async with httpx.AsyncClient(transport=transport, base_url=base, timeout=30) as client:
        yield Browser(client)
