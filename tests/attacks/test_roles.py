"""quality.md 40: who gives out roles acts on no case, also in an account of an older release; nobody changes their own roles."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI

from api.access.models import StaffRoleRow
from api.services import Services
from intake.checkup import accounts
from knowledge.base.roles import Role
from tests.api.applicant import refused
from tests.api.colleagues import account_of, colleague
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


async def test_an_old_account_with_both_is_told(services: Services) -> None:
    first = await account_of(services, Role.ADMINISTRATOR)
    await account_of(services, Role.REVIEWER, Role.APPROVER)
    settings = services.settings
    assert (await asyncio.to_thread(accounts, settings)).state == "ok"

    async def older(session) -> None:  # type: ignore[no-untyped-def]
        session.add(StaffRoleRow(account=first.account, role=Role.APPROVER.value))

    await services.database.transact(older)
    found = await asyncio.to_thread(accounts, settings)
    assert found.state == "fail" and first.account in found.says


async def test_nobody_changes_their_own_roles_nor_joins_what_is_apart(
    app: FastAPI, services: Services
) -> None:
    async with colleague(app, Role.ADMINISTRATOR) as one:
        me = (await one.get("/staff/me")).json()["id"]
        own = await one.patch(f"/staff/accounts/{me}", json={"roles": ["administrator", "tuner"]})
        refused(own, 403, "own_roles")
        other = await account_of(services, Role.APPROVER)
        both = {"roles": ["administrator", "approver"]}
        refused(await one.patch(f"/staff/accounts/{other.account}", json=both), 422, "invalid_account")
