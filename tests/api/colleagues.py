"""Staff of the tests: an account made as ``intake staff add`` makes it, and a client that sends its token."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx
from fastapi import FastAPI
from sqlalchemy import select

from api.access.models import StaffLogRow
from api.access.tokens import NewToken
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from knowledge.staff.account import NewAccount
from tests.api.applicant import client_of


async def account_of(
    services: Services,
    *roles: Role,
    windows: Sequence[str] = ("market",),
    department: str = "market",
    name: str = "测试人员",
    days: int | None = None,
) -> NewToken:
    """A token of a new account; ``.account`` is the account's id.

    Args:
        days: After which the token expires; None: never.
    """
    registry = Registry(services.database, services.now())
    sits = tuple(windows) if Role.WINDOW in roles else ()
    new = NewAccount(name, department, sits, tuple(role.value for role in roles))
    _, made = await registry.add(new, services.now() + timedelta(days=days) if days else None)
    return made


async def logged(services: Services, act: str) -> Sequence[StaffLogRow]:
    """The rows of the record that tell of an act, the oldest first."""
    wanted = select(StaffLogRow).where(StaffLogRow.act == act).order_by(StaffLogRow.id)
    return (await services.database.read(lambda session: session.scalars(wanted))).all()


@asynccontextmanager
async def colleague(
    app: FastAPI, *roles: Role, windows: Sequence[str] = ("market",), department: str = "market"
) -> AsyncIterator[httpx.AsyncClient]:
    """A client with the token of a new account."""
    made = await account_of(app.state.services, *roles, windows=windows, department=department)
    async with client_of(app) as client:
        client.headers["Authorization"] = f"Bearer {made.token}"
        yield client
