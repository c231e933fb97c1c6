"""Codes of a phone as second factor: set up by showing one, asked for at sign-in, each used once, wrong ones counted."""

from __future__ import annotations

import asyncio
import base64

import httpx
import pytest
from fastapi import FastAPI

from api.platform.security import Vault
from api.platform.settings import CodePolicy
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from knowledge.staff.totp import STEP_S, code_at, step_at
from tests.api.applicant import ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock
from tests.api.signing_in import OWN, Browser, Person, browser_of, person_of
from tests.api.staff.test_staff import dumped
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio


class Phone:
    """Makes the codes of a secret by the clock of the test."""

    def __init__(self, typed: str, clock: MovableClock) -> None:
        self._secret = base64.b32decode(typed)
        self._clock = clock

    def code(self) -> str:
        return code_at(self._secret, step_at(self._clock()))

    def wrong(self) -> str:
        return f"{(int(self.code()) + 1) % 1_000_000:06d}"


@pytest.fixture
async def clerk(services: Services) -> Person:
    return await person_of(services, Role.WINDOW)


def choose(services: Services, policy: CodePolicy) -> None:
    services.settings = services.settings.model_copy(update={"session_code": policy})


async def phone_of(browser: Browser, clock: MovableClock) -> Phone:
    """Set up a phone for whoever is signed in, and wait until it shows the next code."""
    phone = Phone(ok(await browser.client.post("/session/totp"))["secret"], clock)
    assert ok(await confirm(browser, phone.code()))["code"] == "on"
    clock.move(seconds=STEP_S)
    return phone


async def confirm(browser: Browser, code: str) -> httpx.Response:
    return await browser.client.put("/session/totp", json={"code": code})


class TestSetup:
    async def test_the_phone_scans_shows_a_code_and_is_asked_from_then_on(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            assert (await browser.settle(clerk))["code"] == "none"
            answer = await browser.client.post("/session/totp")
            offered = ok(answer)
            assert answer.headers["cache-control"] == "no-store"
            assert offered["secret"] in offered["uri"] and clerk.account in offered["uri"]
            assert offered["qr"].startswith("data:image/svg+xml")
            assert ok(await browser.sign_in(clerk.account, OWN))["code"] == "none", "not confirmed yet"
            phone = Phone(offered["secret"], clock)
            refused(await confirm(browser, phone.wrong()), 422, "session.code_wrong")
            assert ok(await confirm(browser, phone.code()))["code"] == "on"
            refused(await browser.sign_in(clerk.account, OWN), 401, "session.code_wanted")
            assert offered["secret"] not in await dumped(services)
        assert [row.subject for row in await logged(services, "code_set_up")] == [clerk.account]

    @any_database
    async def test_nothing_was_begun(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            refused(await confirm(browser, "000000"), 409, "session.code_not_begun")

    @any_database
    async def test_not_before_the_one_time_password_is_changed(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            refused(await browser.client.post("/session/totp"), 403, "session.change_password")
            refused(await confirm(browser, "000000"), 403, "session.change_password")

    async def test_another_phone_needs_a_code_of_the_one_before(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            old = await phone_of(browser, clock)
            refused(await browser.client.post("/session/totp"), 422, "session.code_wrong")
            answer = await browser.client.post("/session/totp", json={"code": old.code()})
            new = Phone(ok(answer)["secret"], clock)
            clock.move(seconds=STEP_S)
            ok(await browser.sign_in(clerk.account, OWN, code=old.code()))
            ok(await confirm(browser, new.code()))
            clock.move(seconds=STEP_S)
            refused(await browser.sign_in(clerk.account, OWN, code=old.code()), 401, "session.code_wanted")
            ok(await browser.sign_in(clerk.account, OWN, code=new.code()))

    async def test_a_reset_of_the_password_forgets_the_phone(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser, colleague(app, Role.ADMINISTRATOR) as boss:
            await browser.settle(clerk)
            await phone_of(browser, clock)
            listed = ok(await boss.get("/staff/accounts"))["accounts"]
            assert [one["second_factor"] for one in listed if one["id"] == clerk.account] == [True]
            password = ok(await boss.post(f"/staff/accounts/{clerk.account}/password"))["password"]
            assert ok(await browser.sign_in(clerk.account, password))["code"] == "none"


class TestSignIn:
    async def test_asks_for_the_code_after_the_password_only(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            phone = await phone_of(browser, clock)
            refused(await browser.sign_in(clerk.account, "wrong", code=phone.code()), 401, "session.wrong")
            for _ in range(6):  # no guess, however often the page asks
                answer = await browser.sign_in(clerk.account, OWN)
                assert "手机上的动态验证码" in refused(answer, 401, "session.code_wanted")["detail"]
            answer = await browser.sign_in(clerk.account, OWN, code=phone.wrong())
            assert "不对" in refused(answer, 401, "session.code_wanted")["detail"]
            assert ok(await browser.sign_in(clerk.account, OWN, code=phone.code()))["code"] == "on"

    async def test_a_code_is_used_once_also_by_two_at_the_same_time(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser, browser_of(app) as other:
            await browser.settle(clerk)
            code = (await phone_of(browser, clock)).code()
            answers = await asyncio.gather(
                *(one.sign_in(clerk.account, OWN, code=code) for one in (browser, other))
            )
            assert sorted(answer.status_code for answer in answers) == [200, 401]
            refused(await other.sign_in(clerk.account, OWN, code=code), 401, "session.code_wanted")

    @any_database
    async def test_a_secret_that_another_key_sealed_lets_nobody_in_and_says_so(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            phone = await phone_of(browser, clock)
            services.vault = Vault("another secret, of thirty-two characters")
            answer = await browser.sign_in(clerk.account, OWN, code=phone.code())
            assert "INTAKE_SECRET" in refused(answer, 503, "session.code_unreadable")["detail"]

    @any_database
    async def test_five_wrong_codes_lock_the_account(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            phone = await phone_of(browser, clock)
            for _ in range(5):
                answer = await browser.sign_in(clerk.account, OWN, code=phone.wrong())
                refused(answer, 401, "session.code_wanted")
            refused(await browser.sign_in(clerk.account, OWN, code=phone.code()), 429, "session.locked")
        assert [row.subject for row in await logged(services, "sign_in_locked")] == [clerk.account]


@any_database
class TestSetting:
    async def test_off_asks_nobody(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            await phone_of(browser, clock)
            choose(services, CodePolicy.OFF)
            assert ok(await browser.sign_in(clerk.account, OWN))["code"] == "off"
            refused(await browser.client.post("/session/totp"), 409, "session.code_off")

    async def test_required_lets_nobody_work_without(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        choose(services, CodePolicy.REQUIRED)
        async with browser_of(app) as browser:
            assert (await browser.settle(clerk))["code"] == "due"
            refused(await browser.client.get("/staff/me"), 403, "session.code_setup")
            await phone_of(browser, clock)
            ok(await browser.client.get("/staff/me"))

    async def test_programs_go_on(self, app: FastAPI, services: Services) -> None:
        choose(services, CodePolicy.REQUIRED)
        async with colleague(app, Role.WINDOW) as program:
            ok(await program.get("/staff/me"))

    async def test_a_phone_taken_away_meanwhile(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        """A reset ends the session, so that nobody goes on setting up a phone."""
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            ok(await browser.client.post("/session/totp"))
            registry = Registry(services.database, services.now(), passwords=services.passwords)
            await registry.reset_password(clerk.account)
            refused(await confirm(browser, "000000"), 401, "session.ended")
