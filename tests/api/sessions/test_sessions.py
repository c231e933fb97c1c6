"""Signing in and out: who is let in, what the cookie is, when a session ends, and what is answered then."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.access.models import StaffSessionRow
from api.access.sessions import NOTED_EVERY, PREVIOUS_LIVES, RANDOM_BYTES, ROTATED_EVERY
from api.access.tokens import digest_of
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from knowledge.staff.account import AccountChange
from tests.api.applicant import ok, refused
from tests.api.colleagues import account_of, logged
from tests.api.conftest import MONDAY, MovableClock
from tests.api.signing_in import OWN, Browser, Person, browser_of, person_of
from tests.api.staff.test_staff import dumped
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio


@pytest.fixture
async def clerk(services: Services) -> Person:
    return await person_of(services, Role.WINDOW)


class TestSignIn:
    async def test_who_is_signed_in_and_until_when(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            answer = await browser.sign_in(clerk.account.lower() + " ", clerk.password)
            session = ok(answer)
            assert ok(await browser.who()) == session
        assert session == {
            "account": clerk.account,
            "name": "测试人员",
            "department": "河东县市场监督管理局",
            "windows": [{"id": "market", "name": "市场监管窗口"}],
            "roles": [{"role": "window", "name": "受理窗口"}],
            "must_change_password": True,
            "code": "none",
            "csrf_token": session["csrf_token"],
            "idle_ends_at": (MONDAY + timedelta(minutes=30)).isoformat(),
            "ends_at": (MONDAY + timedelta(hours=12)).isoformat(),
        }
        assert RANDOM_BYTES >= 32 and len(session["csrf_token"]) == 64

    @any_database
    @pytest.mark.parametrize("scheme", ["http", "https"])
    async def test_the_cookie_is_for_this_browser_and_no_script(
        self, app: FastAPI, clerk: Person, scheme: str
    ) -> None:
        async with browser_of(app, scheme=scheme) as browser:
            answer = await browser.sign_in(clerk.account, clerk.password)
        name, *attributes = answer.headers["set-cookie"].split("; ")
        assert name.startswith("intake_session=") and len(name) == len("intake_session=") + 43
        assert set(attributes) == {"Path=/", "HttpOnly", "SameSite=Lax"} | (
            {"Secure"} if scheme == "https" else set()
        )
        assert answer.headers["cache-control"] == "no-store"

    @any_database
    async def test_the_setting_makes_it_secure_behind_any_proxy(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        services.settings = services.settings.model_copy(update={"session_secure": True})
        async with browser_of(app) as browser:
            answer = await browser.sign_in(clerk.account, clerk.password)
        assert answer.headers["set-cookie"].endswith("; Secure")

    async def test_everything_wrong_is_answered_alike(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        with_token_only = (await account_of(services, Role.WINDOW)).account
        gone = await person_of(services, Role.REVIEWER)
        await Registry(services.database, services.now()).set_active(gone.account, False)
        async with browser_of(app) as browser:
            answers = [
                await browser.sign_in(account, password)
                for account, password in (
                    (clerk.account, "wrong"),
                    (clerk.account, ""),
                    (clerk.account, "x" * 200),
                    ("NOBODY", "wrong"),
                    ("", ""),
                    ("\0", "wrong"),
                    ("' OR 1=1 --", "wrong"),
                    (with_token_only, "wrong"),
                    (gone.account, gone.password),
                )
            ]
        for answer in answers:
            refused(answer, 401, "session.wrong")
            assert "set-cookie" not in answer.headers
        assert len({answer.text for answer in answers}) == 1

    @any_database
    async def test_a_password_is_compared_also_where_there_is_none(
        self, app: FastAPI, services: Services, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str | None] = []
        compared = services.passwords.compared

        async def counted(password: str, kept: str | None) -> object:
            asked.append(kept)
            return await compared(password, kept)

        monkeypatch.setattr(services.passwords, "compared", counted)
        async with browser_of(app) as browser:
            refused(await browser.sign_in("NOBODY", "wrong"), 401, "session.wrong")
        assert asked == [None]

    @any_database
    @pytest.mark.parametrize("body", [{}, {"account": "A"}, {"account": "A", "password": "x" * 201}, []])
    async def test_a_body_that_is_none(self, app: FastAPI, body: object) -> None:
        async with browser_of(app) as browser:
            answer = await browser.client.post("/session", json=body)
        refused(answer, 422, "invalid_payload")
        assert "xxx" not in answer.text

    @any_database
    async def test_a_form_of_another_site_signs_nobody_in(self, app: FastAPI, clerk: Person) -> None:
        body = f'{{"account": "{clerk.account}", "password": "{clerk.password}"}}'
        async with browser_of(app) as browser:
            answer = await browser.client.post(
                "/session", content=body, headers={"Content-Type": "text/plain"}
            )
        refused(answer, 415, "content_type")

    async def test_signing_in_again_ends_the_session_that_the_browser_had(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            first = browser.cookie
            ok(await browser.sign_in(clerk.account, clerk.password))
            assert browser.cookie != first
        assert len(await sessions(services)) == 1


class TestKept:
    async def test_neither_password_nor_cookie_is_in_the_database(
        self, app: FastAPI, services: Services, clerk: Person, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level("DEBUG")
        async with browser_of(app) as browser:
            session = await browser.settle(clerk)
            secrets = [clerk.password, OWN, browser.cookie, session["csrf_token"]]
            digest = digest_of(browser.cookie)
        everything = await dumped(services)
        assert digest in everything and "$argon2id$" in everything
        ours = [record.getMessage() for record in caplog.records if not record.name.startswith("http")]
        for secret in secrets:
            assert secret not in everything
            assert not [said for said in ours if secret in said]


class TestCookieOrToken:
    async def test_the_cookie_opens_what_a_token_opens(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            assert ok(await browser.client.get("/staff/me"))["id"] == clerk.account
            ok(await browser.client.get("/desk/cases"))
            refused(await browser.client.get("/staff/accounts"), 403, "role_missing")

    @any_database
    async def test_a_request_with_both_is_judged_by_the_token(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        reviewer = await account_of(services, Role.REVIEWER)
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            good = {"Authorization": f"Bearer {reviewer.token}"}
            assert ok(await browser.client.get("/staff/me", headers=good))["id"] == reviewer.account
            wrong = {"Authorization": "Bearer wrong"}
            refused(await browser.client.get("/staff/me", headers=wrong), 401, "token_wrong")

    @any_database
    async def test_another_scheme_is_no_token(self, app: FastAPI, clerk: Person) -> None:
        """A proxy may ask for a password of its own."""
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            basic = {"Authorization": "Basic YTpi"}
            assert ok(await browser.client.get("/staff/me", headers=basic))["id"] == clerk.account

    @any_database
    async def test_a_token_opens_no_session(self, app: FastAPI, services: Services) -> None:
        made = await account_of(services, Role.WINDOW)
        async with browser_of(app) as browser:
            browser.client.headers["Authorization"] = f"Bearer {made.token}"
            refused(await browser.who(), 401, "session.none")


class TestForgery:
    async def test_what_changes_something_needs_the_sessions_own_header(
        self, app: FastAPI, services: Services
    ) -> None:
        boss = await person_of(services, Role.ADMINISTRATOR)
        other = await account_of(services, Role.WINDOW)
        path = f"/staff/accounts/{other.account}/active"
        async with browser_of(app) as browser, browser_of(app) as elsewhere:
            await browser.settle(boss)
            await elsewhere.settle(await person_of(services, Role.ADMINISTRATOR))
            theirs = elsewhere.client.headers["X-CSRF-Token"]
            for given in ("", "x" * 64, theirs, "é"):
                browser.client.headers["X-CSRF-Token"] = given
                answer = await browser.client.put(path, json={"active": False})
                refused(answer, 403, "session.csrf")
            assert not await logged(services, "disabled")
            browser.client.headers["X-CSRF-Token"] = ok(await browser.who())["csrf_token"]
            ok(await browser.client.put(path, json={"active": False}))

    @any_database
    async def test_also_to_sign_out(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            refused(
                await browser.client.delete("/session", headers={"X-CSRF-Token": ""}), 403, "session.csrf"
            )
            ok(await browser.who())


class TestFirstPassword:
    async def test_until_it_is_changed_nothing_else_is_open(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            for path in ("/staff/me", "/desk/cases"):
                refused(await browser.client.get(path), 403, "session.change_password")
            refused(await browser.client.get("/staff/accounts"), 403, "session.change_password")
            changed = ok(await browser.change_password(clerk.password, OWN))
            assert changed["must_change_password"] is False
            ok(await browser.client.get("/staff/me"))

    async def test_the_new_one_signs_in_and_the_one_time_one_does_not(
        self, app: FastAPI, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
        async with browser_of(app) as browser:
            refused(await browser.sign_in(clerk.account, clerk.password), 401, "session.wrong")
            assert ok(await browser.sign_in(clerk.account, OWN))["must_change_password"] is False

    @any_database
    async def test_a_weak_one_is_refused_with_everything_that_is_wrong(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            answer = await browser.change_password(clerk.password, clerk.account)
            problem = refused(answer, 422, "session.weak_password")
            assert "密码太短" in problem["faults"][0] and "自己的账号" in problem["faults"][1]
            assert problem["errors"] == [{"field": "new", "message": "".join(problem["faults"])}]
            answer = await browser.change_password(clerk.password, clerk.password)
            assert "和原来的一样" in refused(answer, 422, "session.weak_password")["detail"]
        assert not await logged(services, "password_changed")

    async def test_a_wrong_old_one_is_counted(self, app: FastAPI, services: Services, clerk: Person) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            for _ in range(5):
                problem = refused(await browser.change_password("wrong", OWN), 422, "session.old_password")
            assert problem["errors"][0]["field"] == "old"
            refused(await browser.change_password(clerk.password, OWN), 429, "session.locked")
            ok(await browser.who())
        (row,) = await logged(services, "sign_in_locked")
        assert row.subject == clerk.account

    async def test_a_change_ends_the_other_sessions_of_the_account_only(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        other = await person_of(services, Role.REVIEWER)
        async with browser_of(app) as here, browser_of(app) as there, browser_of(app) as others:
            ok(await others.sign_in(other.account, other.password))
            ok(await there.sign_in(clerk.account, clerk.password))
            ok(await here.sign_in(clerk.account, clerk.password))
            before = here.cookie
            ok(await here.change_password(clerk.password, OWN))
            assert here.cookie != before, "the cookie is another one"
            ok(await here.who())
            ok(await others.who())
            refused(await there.who(), 401, "session.ended")

    async def test_a_reset_ends_all_of_them_and_wants_another(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            registry = Registry(services.database, services.now(), passwords=services.passwords)
            password = await registry.reset_password(clerk.account)
            refused(await browser.who(), 401, "session.ended")
            refused(await browser.sign_in(clerk.account, OWN), 401, "session.wrong")
            assert ok(await browser.sign_in(clerk.account, password))["must_change_password"] is True

    async def test_a_sign_in_under_way_does_not_outlive_a_reset(
        self, app: FastAPI, services: Services, clerk: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The password is right when it is compared, and is another one when the session is to begin."""
        registry = Registry(services.database, services.now(), passwords=services.passwords)
        compared = services.passwords.compared

        async def slow(password: str, kept: str | None) -> object:
            verdict = await compared(password, kept)
            await registry.reset_password(clerk.account)
            return verdict

        monkeypatch.setattr(services.passwords, "compared", slow)
        async with browser_of(app) as browser:
            refused(await browser.sign_in(clerk.account, clerk.password), 401, "session.wrong")
        assert not await sessions(services)


class TestLock:
    async def test_five_wrong_ones_lock_the_account_for_a_quarter_of_an_hour(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser, browser_of(app, "10.2.0.2") as elsewhere:
            for _ in range(5):
                refused(await browser.sign_in(clerk.account, "wrong"), 401, "session.wrong")
            answer = await elsewhere.sign_in(clerk.account, clerk.password)
            problem = refused(answer, 429, "session.locked")
            until = MONDAY + timedelta(minutes=15)
            assert problem["detail"] == f"密码或验证码连续错了5次，请15分钟后（{until:%H:%M}）再试。"
            assert answer.headers["retry-after"] == "900"
            clock.move(minutes=15)
            ok(await elsewhere.sign_in(clerk.account, clerk.password))
        (row,) = await logged(services, "sign_in_locked")
        assert (row.actor, row.subject) == (clerk.account, clerk.account)

    @any_database
    async def test_an_unknown_account_is_locked_alike(self, app: FastAPI, services: Services) -> None:
        async with browser_of(app) as browser:
            for _ in range(5):
                refused(await browser.sign_in("NOBODY", "wrong"), 401, "session.wrong")
            refused(await browser.sign_in("nobody", "wrong"), 429, "session.locked")
        (row,) = await logged(services, "sign_in_locked")
        assert (row.actor, row.subject) == ("unknown", "unknown"), "what was typed may have been a password"

    @any_database
    async def test_the_right_one_begins_the_count_anew(self, app: FastAPI, clerk: Person) -> None:
        async with browser_of(app) as browser:
            for _ in range(3):
                for _ in range(4):
                    refused(await browser.sign_in(clerk.account, "wrong"), 401, "session.wrong")
                ok(await browser.sign_in(clerk.account, clerk.password))

    async def test_parallel_tries_do_not_slip_through(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            answers = await asyncio.gather(*(browser.sign_in(clerk.account, "wrong") for _ in range(12)))
        codes = sorted(answer.status_code for answer in answers)
        assert codes == [401] * 5 + [429] * 7

    @any_database
    async def test_many_accounts_from_one_address(
        self, app: FastAPI, services: Services, clerk: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("api.sessions.tries.MOST_WRONG_FROM_ADDRESS", 6)
        async with browser_of(app) as browser, browser_of(app, "10.2.0.2") as elsewhere:
            ok(await browser.sign_in(clerk.account, clerk.password))
            for number in range(6):
                refused(await browser.sign_in(f"NOBODY{number}", "wrong"), 401, "session.wrong")
            problem = refused(await browser.sign_in(clerk.account, clerk.password), 429, "session.locked")
            assert "这个网络里" in problem["detail"]
            ok(await elsewhere.sign_in(clerk.account, clerk.password))


class TestEnd:
    async def test_without_use_after_half_an_hour(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            for _ in range(5):
                clock.move(minutes=29)
                ok(await browser.client.get("/staff/me"))
            ended = ok(await browser.who())["idle_ends_at"]
            assert ended == (clock.now + timedelta(minutes=30)).isoformat()
            clock.move(minutes=30)
            refused(await browser.client.get("/staff/me"), 401, "session.ended")
            refused(await browser.who(), 401, "session.ended")

    @any_database
    async def test_looking_how_long_it_lasts_is_no_use(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            ok(await browser.sign_in(clerk.account, clerk.password))
            clock.move(minutes=29)
            assert ok(await browser.who())["idle_ends_at"] == (MONDAY + timedelta(minutes=30)).isoformat()
            clock.move(minutes=1)
            refused(await browser.who(), 401, "session.ended")

    @any_database
    async def test_a_page_that_asks_by_itself_does_not_keep_it(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        by_itself = {"X-Background": "1"}
        beat = "/desk/cases/261123000017/looking"
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            for _ in range(2):
                clock.move(minutes=14)
                ok(await browser.client.get("/desk/cases", headers=by_itself))
                refused(await browser.client.put(beat), 404, "not_yours")
            (row,) = await sessions(services)
            assert row.used_at == MONDAY
            clock.move(minutes=2)
            refused(await browser.client.put(beat), 401, "session.ended")

    @any_database
    async def test_after_twelve_hours_however_much_it_is_used(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            for _ in range(12 * 3 - 1):
                clock.move(minutes=20)
                ok(await browser.client.get("/staff/me"))
            assert ok(await browser.who())["idle_ends_at"] == (MONDAY + timedelta(hours=12)).isoformat()
            clock.move(minutes=20)
            refused(await browser.client.get("/staff/me"), 401, "session.ended")

    async def test_use_is_noted_by_the_minute(
        self, app: FastAPI, services: Services, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            for moved in (30, 30):
                (before,) = await sessions(services)
                clock.move(seconds=moved)
                ok(await browser.client.get("/staff/me"))
                (after,) = await sessions(services)
            assert before.used_at == MONDAY and after.used_at == MONDAY + NOTED_EVERY

    async def test_signing_out_is_for_this_browser_and_can_be_done_twice(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        async with browser_of(app) as here, browser_of(app) as there:
            ok(await there.sign_in(clerk.account, clerk.password))
            ok(await here.sign_in(clerk.account, clerk.password))
            left = here.cookie
            answer = await here.client.delete("/session")
            assert answer.status_code == 204 and "Max-Age=0" in answer.headers["set-cookie"]
            assert not here.cookie
            refused(await here.who(), 401, "session.none")
            assert (await here.client.delete("/session")).status_code == 204
            here.client.cookies.set("intake_session", left)
            refused(await here.who(), 401, "session.ended")
            assert (await here.client.delete("/session")).status_code == 204
            ok(await there.who())
        assert len(await logged(services, "signed_out")) == 1

    async def test_a_disabled_account_is_out_at_once_and_stays_out(
        self, app: FastAPI, services: Services, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            registry = Registry(services.database, services.now())
            await registry.set_active(clerk.account, False)
            refused(await browser.client.get("/staff/me"), 401, "session.ended")
            await registry.set_active(clerk.account, True)
            refused(await browser.client.get("/staff/me"), 401, "session.ended")

    async def test_a_role_that_was_taken_away_is_gone_at_once(self, app: FastAPI, services: Services) -> None:
        boss = await person_of(services, Role.ADMINISTRATOR)
        await account_of(services, Role.ADMINISTRATOR)
        async with browser_of(app) as browser:
            await browser.settle(boss)
            ok(await browser.client.get("/staff/accounts"))
            registry = Registry(services.database, services.now())
            await registry.change(boss.account, AccountChange(roles=("reviewer",)), services.catalogue)
            refused(await browser.client.get("/staff/accounts"), 403, "role_missing")

    @any_database
    @pytest.mark.parametrize("cookie", ["x", "A" * 43, "A" * 100_000, "'--", "a b"])
    async def test_a_cookie_that_nobody_handed_out(self, app: FastAPI, cookie: str) -> None:
        async with browser_of(app) as browser:
            headers = {"Cookie": f"intake_session={cookie}"}
            for path in ("/session", "/staff/me"):
                refused(await browser.client.get(path, headers=headers), 401, "session.ended")


class TestRotation:
    async def test_the_value_is_renewed_after_an_hour_and_the_one_before_lives_on_shortly(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            csrf = (await browser.settle(clerk))["csrf_token"]
            first = browser.cookie
            await used_for(browser, clock, minutes=59)
            assert browser.cookie == first
            await used_for(browser, clock, minutes=1)
            second = browser.cookie
            assert second != first
            assert ok(await browser.who())["csrf_token"] == csrf, "pages that are open go on"
            old = {"Cookie": f"intake_session={first}"}
            async with browser_of(app) as under_way:
                clock.now += PREVIOUS_LIVES - timedelta(seconds=1)
                answer = await under_way.client.get("/staff/me", headers=old)
                assert ok(answer) and "set-cookie" not in answer.headers
                clock.move(seconds=1)
                refused(await under_way.client.get("/staff/me", headers=old), 401, "session.ended")
            ok(await browser.client.get("/staff/me"))

    @any_database
    async def test_a_refusal_carries_the_new_value_too(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            await used_for(browser, clock, minutes=59)
            clock.now = MONDAY + ROTATED_EVERY
            answer = await browser.client.get("/staff/accounts")
            refused(answer, 403, "role_missing")
            assert "set-cookie" in answer.headers
            ok(await browser.client.get("/staff/me"))

    async def test_of_parallel_requests_one_renews_and_all_are_answered(
        self, app: FastAPI, clock: MovableClock, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            await used_for(browser, clock, minutes=59)
            clock.move(minutes=1)
            cookie = {"Cookie": f"intake_session={browser.cookie}"}
            async with browser_of(app) as page:
                answers = await asyncio.gather(
                    *(page.client.get("/staff/me", headers=cookie) for _ in range(8))
                )
        assert [answer.status_code for answer in answers] == [200] * 8
        assert sum("set-cookie" in answer.headers for answer in answers) == 1


async def used_for(browser: Browser, clock: MovableClock, minutes: int) -> None:
    """Use the session every few minutes."""
    for _ in range(minutes // 20):
        clock.move(minutes=20)
        ok(await browser.client.get("/staff/me"))
    clock.move(minutes=minutes % 20)
    ok(await browser.client.get("/staff/me"))


async def sessions(services: Services) -> list[StaffSessionRow]:
    return list(await services.database.read(lambda session: session.scalars(select(StaffSessionRow))))
