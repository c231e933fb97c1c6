"""What came after the first sign-in: one-time passwords expire, a second factor is switched off, tokens have names."""

from __future__ import annotations

import base64

import pytest
from fastapi import FastAPI

from api.access.policies import bearer
from api.platform.settings import CodePolicy, OidcSettings
from api.services import Services
from knowledge.base.roles import Role
from knowledge.staff.totp import code_at, step_at
from tests.api.applicant import ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock
from tests.api.signing_in import OWN, browser_of, person_of
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


async def test_a_one_time_password_is_used_in_time_or_not_at_all(
    app: FastAPI, services: Services, clock: MovableClock
) -> None:
    late, never = await person_of(services, Role.WINDOW), await person_of(services, Role.WINDOW)
    clock.move(hours=71)
    async with browser_of(app) as browser:
        ok(await browser.sign_in(late.account, late.password))
        clock.move(hours=2)
        refused(await browser.sign_in(late.account, late.password), 401, "session.one_time_expired")
        refused(await browser.sign_in(late.account, "something else"), 401, "session.wrong")
        services.settings = services.settings.model_copy(update={"one_time_password_hours": 0})
        ok(await browser.sign_in(never.account, never.password))


async def test_a_second_factor_is_switched_off_with_the_password(
    app: FastAPI, services: Services, clock: MovableClock
) -> None:
    person = await person_of(services, Role.WINDOW)
    async with browser_of(app) as browser:
        await browser.settle(person)
        refused(
            await browser.client.post("/session/totp/off", json={"password": OWN}), 409, "session.code_off"
        )
        secret = ok(await browser.client.post("/session/totp", json={}))["secret"].replace(" ", "")
        key = base64.b32decode(secret + "=" * (-len(secret) % 8))
        code = code_at(key, step_at(clock.now))
        ok(await browser.client.put("/session/totp", json={"code": code}))
        off = {"password": "柳树河边的四只白鹅2026"}
        refused(await browser.client.post("/session/totp/off", json=off), 422, "session.old_password")
        kept = services.settings
        services.settings = kept.model_copy(update={"session_code": CodePolicy.REQUIRED})
        refused(
            await browser.client.post("/session/totp/off", json={"password": OWN}),
            409,
            "session.code_required",
        )
        services.settings = kept
        assert ok(await browser.client.post("/session/totp/off", json={"password": OWN}))["code"] == "none"
        ok(await browser.sign_in(person.account, OWN))
    assert [row.actor for row in await logged(services, "code_switched_off")] == [person.account]


async def test_tokens_are_known_by_their_names(app: FastAPI, services: Services) -> None:
    person = await person_of(services, Role.WINDOW)
    async with colleague(app, Role.ADMINISTRATOR) as admin:
        path = f"/staff/accounts/{person.account}/tokens"
        made = await admin.post(path, json={"name": " 叫号屏 ", "days": 30})
        assert made.status_code == 201 and bearer(f"Bearer {made.json()['token']}")
        accounts = ok(await admin.get("/staff/accounts"))["accounts"]
        (token,) = next(one for one in accounts if one["id"] == person.account)["tokens"]
    assert (token["name"], token["state"]) == ("叫号屏", "good") and "token" not in token


async def test_the_page_learns_whether_there_is_another_way_in(app: FastAPI, services: Services) -> None:
    async with browser_of(app) as browser:
        assert ok(await browser.client.get("/session/ways")) == {"oidc": False}
        provider = OidcSettings(issuer="https://id.example.cn", client_id="desk")
        services.settings = services.settings.model_copy(update={"oidc": provider})
        assert ok(await browser.client.get("/session/ways")) == {"oidc": True}
