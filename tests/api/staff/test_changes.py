"""Other duties for an account: department, windows and roles are changed, and the token opens at once what it is for now."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI

from api.access.tokens import NewToken
from api.platform.errors import LastAdministrator
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from knowledge.staff.account import AccountChange
from tests.api.applicant import client_of, ok, refused
from tests.api.colleagues import account_of, colleague, logged

pytestmark = pytest.mark.anyio


async def change(app: FastAPI, account: str, **wanted: Any) -> Any:
    async with colleague(app, Role.ADMINISTRATOR) as client:
        return await client.patch(f"/staff/accounts/{account}", json=wanted)


async def me(app: FastAPI, made: NewToken) -> Any:
    async with client_of(app) as client:
        return ok(await client.get("/staff/me", headers={"Authorization": f"Bearer {made.token}"}))


class TestChange:
    async def test_what_is_named_is_replaced_and_the_rest_stays(
        self, app: FastAPI, services: Services
    ) -> None:
        made = await account_of(services, Role.WINDOW)
        shown = ok(await change(app, made.account, windows=["health", "police"]))
        assert [window["id"] for window in shown["windows"]] == ["health", "police"]
        assert [role["id"] for role in shown["roles"]] == ["window"]
        shown = ok(await change(app, made.account, roles=["reviewer"], windows=[], department="culture"))
        assert shown["windows"] == [] and shown["department"]["id"] == "culture"
        seen = await me(app, made)
        assert [role["id"] for role in seen["roles"]] == ["reviewer"]

    async def test_is_in_force_for_the_token_at_once(self, app: FastAPI, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        bearer = {"Authorization": f"Bearer {made.token}"}
        async with client_of(app) as client:
            ok(await client.get("/desk/cases", params={"window": "market"}, headers=bearer))
            ok(await change(app, made.account, windows=["health"]))
            refused(
                await client.get("/desk/cases", params={"window": "market"}, headers=bearer), 404, "not_yours"
            )
            ok(await client.get("/desk/cases", params={"window": "health"}, headers=bearer))
            ok(await change(app, made.account, roles=["tuner"], windows=[]))
            refused(await client.get("/desk/cases", headers=bearer), 403, "role_missing")

    async def test_is_recorded_with_what_it_was_and_what_it_is(
        self, app: FastAPI, services: Services
    ) -> None:
        made = await account_of(services, Role.WINDOW)
        ok(await change(app, made.account, roles=["window", "reviewer"]))
        (row,) = await logged(services, "changed")
        assert row.subject == made.account and row.actor != "console"
        before = {"department": "market", "windows": ["market"], "roles": ["window"]}
        assert row.data == {"before": before, "after": before | {"roles": ["reviewer", "window"]}}


class TestRefused:
    @pytest.mark.parametrize(
        ("wanted", "said"),
        [
            ({}, "要改什么"),
            ({"department": "nope"}, "没有部门「nope」"),
            ({"windows": ["x"], "roles": ["boss"]}, "没有窗口「x」"),
            ({"windows": ["x"], "roles": ["boss"]}, "没有身份「boss」"),
            ({"windows": []}, "至少要有一个窗口"),
            ({"roles": []}, "至少写一个身份"),
            ({"roles": ["partner"], "windows": []}, "不能互相改"),
        ],
    )
    async def test_with_everything_that_is_wrong(
        self, app: FastAPI, services: Services, wanted: dict[str, Any], said: str
    ) -> None:
        made = await account_of(services, Role.WINDOW)
        document = refused(await change(app, made.account, **wanted), 422, "invalid_account")
        assert said in document["detail"] and any(said in fault for fault in document["faults"])
        assert [window["id"] for window in (await me(app, made))["windows"]] == ["market"]
        assert await logged(services, "changed") == []

    @pytest.mark.parametrize("account", ["NOBODY", "%00", "x" * 500])
    async def test_an_unknown_account(self, app: FastAPI, account: str) -> None:
        refused(await change(app, account, roles=["tuner"]), 404, "account_not_found")

    async def test_what_a_later_catalogue_no_longer_has_may_stay(
        self, app: FastAPI, services: Services
    ) -> None:
        made = await account_of(services, Role.WINDOW, department="gone", windows=["closed"])
        shown = ok(await change(app, made.account, roles=["window", "reviewer"]))
        assert [window["id"] for window in shown["windows"]] == ["closed"]

    async def test_only_administrators(self, app: FastAPI, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        async with colleague(app, Role.SUPERVISOR) as client:
            answer = await client.patch(f"/staff/accounts/{made.account}", json={"roles": ["administrator"]})
        refused(answer, 403, "role_missing")

    async def test_the_last_administrator_stays_one(self, services: Services) -> None:
        pair = [await account_of(services, Role.ADMINISTRATOR) for _ in range(2)]
        registry = Registry(services.database, services.now())
        other = AccountChange(roles=(Role.TUNER.value,))
        changes = [registry.change(one.account, other, services.catalogue) for one in pair]
        ended = await asyncio.gather(*changes, return_exceptions=True)
        assert sorted(type(one).__name__ for one in ended) == ["LastAdministrator", "StaffAccountRow"]
        with pytest.raises(LastAdministrator):
            (left,) = [one for one, end in zip(pair, ended, strict=True) if isinstance(end, BaseException)]
            await registry.change(left.account, other, services.catalogue)
