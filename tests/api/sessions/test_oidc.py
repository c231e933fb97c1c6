"""Signing in with another provider's accounts, against a stand-in that is a process of its own and speaks the protocol over HTTP."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr, ValidationError

from api.platform.settings import CodePolicy, OidcSettings, Settings
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from tests.api.applicant import ok, refused
from tests.api.colleagues import account_of, logged
from tests.api.conftest import MONDAY, MovableClock
from tests.api.sessions.stand_in_provider import CLIENT, SECRET
from tests.api.signing_in import OWN, Browser, Person, browser_of, person_of
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

SCRIPT = Path(__file__).with_name("stand_in_provider.py")


@dataclass(frozen=True)
class StandIn:
    """The provider's process."""

    issuer: str

    def set(self, person: str = "", lie: str = "") -> None:
        httpx.post(f"{self.issuer}/set", json={"person": person, "lie": lie}).raise_for_status()

    async def visited(self, address: str) -> str:
        """Where a browser that goes to the provider is sent back to."""
        async with httpx.AsyncClient() as client:
            answer = await client.get(address)
        assert answer.status_code == 302, answer.text
        return answer.headers["location"]


@pytest.fixture(scope="module")
def process() -> Iterator[StandIn]:
    now = str(int(MONDAY.timestamp()))
    with subprocess.Popen([sys.executable, str(SCRIPT), now], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        yield StandIn(running.stdout.readline().strip())
        running.terminate()


@pytest.fixture
def provider(process: StandIn, services: Services) -> StandIn:
    process.set()
    oidc = OidcSettings(issuer=process.issuer, client_id=CLIENT, client_secret=SecretStr(SECRET))
    services.settings = services.settings.model_copy(update={"oidc": oidc})
    return process


@pytest.fixture
async def clerk(services: Services) -> Person:
    return await person_of(services, Role.WINDOW)


async def there(browser: Browser, provider: StandIn, leads_to: str | None = None) -> str:
    """The address at which the browser comes back from the provider."""
    answer = await browser.client.get("/session/oidc/start", params={"next": leads_to} if leads_to else None)
    assert answer.status_code == 303, answer.text
    return await provider.visited(answer.headers["location"])


async def round_trip(browser: Browser, provider: StandIn, leads_to: str | None = None) -> httpx.Response:
    return await browser.client.get(await there(browser, provider, leads_to))


class TestSignIn:
    async def test_whom_the_provider_vouches_for_is_signed_in(
        self, app: FastAPI, services: Services, provider: StandIn, clerk: Person
    ) -> None:
        provider.set(clerk.account.lower())
        async with browser_of(app) as browser:
            answer = await round_trip(browser, provider)
            assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
            session = ok(await browser.who())
            assert session["account"] == clerk.account
            assert session["must_change_password"] is False, "the password here has nothing to do with it"
            ok(await browser.client.get("/staff/me"))
            assert "intake_oidc" not in browser.client.cookies
        (row,) = await logged(services, "signed_in")
        assert (row.actor, row.data["by"]) == (clerk.account, "oidc")

    async def test_an_account_without_password_too_and_no_code_is_asked(
        self, app: FastAPI, services: Services, provider: StandIn
    ) -> None:
        services.settings = services.settings.model_copy(update={"session_code": CodePolicy.REQUIRED})
        made = await account_of(services, Role.REVIEWER)
        provider.set(made.account)
        async with browser_of(app) as browser:
            await round_trip(browser, provider)
            assert ok(await browser.who())["code"] == "off"
            ok(await browser.client.get("/staff/me"))

    async def test_the_password_goes_on_to_work(self, app: FastAPI, provider: StandIn, clerk: Person) -> None:
        async with browser_of(app) as browser:
            await browser.settle(clerk)
            ok(await browser.sign_in(clerk.account, OWN))

    async def test_a_key_that_was_changed_is_known_at_once(
        self, app: FastAPI, provider: StandIn, clerk: Person
    ) -> None:
        async with browser_of(app) as browser:
            provider.set(clerk.account)
            assert (await round_trip(browser, provider)).status_code == 303
            provider.set(clerk.account, "new key")
            assert (await round_trip(browser, provider)).status_code == 303

    @any_database
    @pytest.mark.parametrize(
        ("wanted", "leads_to"),
        [
            ("/desk/cases/261123000017?tab=papers", "/desk/cases/261123000017?tab=papers"),
            ("//evil.example", "/desk/"),
            ("/\\evil.example", "/desk/"),
            ("https://evil.example/", "/desk/"),
            ("/desk/\r\nSet-Cookie: x=y", "/desk/"),
            ("desk", "/desk/"),
        ],
    )
    async def test_leads_back_to_where_somebody_was_on_this_site_only(
        self, app: FastAPI, provider: StandIn, clerk: Person, wanted: str, leads_to: str
    ) -> None:
        provider.set(clerk.account)
        async with browser_of(app) as browser:
            answer = await round_trip(browser, provider, wanted)
        assert answer.headers["location"] == leads_to


class TestQuestion:
    @any_database
    async def test_is_another_one_each_time_with_challenge_state_and_nonce(
        self, app: FastAPI, services: Services, provider: StandIn
    ) -> None:
        services.settings = services.settings.model_copy(update={"public_url": "https://zw.example.cn/"})
        asked = []
        async with browser_of(app) as browser:
            for _ in range(2):
                answer = await browser.client.get("/session/oidc/start")
                (asked_now,) = [parse_qs(urlsplit(answer.headers["location"]).query)]
                asked.append(asked_now)
                cookie = answer.headers["set-cookie"]
        first, second = asked
        for name in ("state", "nonce", "code_challenge"):
            assert first[name] != second[name] and len(first[name][0]) == 43
        assert first["code_challenge_method"] == ["S256"] and first["scope"] == ["openid profile"]
        assert first["redirect_uri"] == ["https://zw.example.cn/api/v1/session/oidc/callback"]
        for part in ("Path=/api/v1/session/oidc", "HttpOnly", "SameSite=Lax", "Max-Age=600"):
            assert part in cookie
        assert second["state"][0] not in cookie and second["nonce"][0] not in cookie


class TestRefused:
    @any_database
    @pytest.mark.parametrize(
        "lie",
        [
            "other audience", "second audience", "other issuer", "expired", "other nonce", "no nonce", "none", "shared secret",
            "strangers key", "refused",
        ],
    )  # fmt: skip
    async def test_what_is_not_vouched_for_as_it_should_be(
        self, app: FastAPI, services: Services, provider: StandIn, clerk: Person, lie: str
    ) -> None:
        provider.set(clerk.account, lie)
        async with browser_of(app) as browser:
            refused(await round_trip(browser, provider), 401, "session.oidc_failed")
            assert not browser.cookie
        assert not await logged(services, "signed_in")

    @any_database
    @pytest.mark.parametrize("lie", ["down", "no json", "another issuer"])
    async def test_a_provider_that_does_not_answer_as_one(
        self, app: FastAPI, provider: StandIn, lie: str
    ) -> None:
        provider.set("", lie)
        async with browser_of(app) as browser:
            refused(await browser.client.get("/session/oidc/start"), 503, "session.oidc_unavailable")

    @any_database
    async def test_a_provider_that_is_not_there(self, app: FastAPI, services: Services) -> None:
        oidc = OidcSettings(issuer="http://127.0.0.1:1", client_id="x")
        services.settings = services.settings.model_copy(update={"oidc": oidc})
        async with browser_of(app) as browser:
            refused(await browser.client.get("/session/oidc/start"), 503, "session.oidc_unavailable")

    @any_database
    async def test_it_goes_down_on_the_way(self, app: FastAPI, provider: StandIn, clerk: Person) -> None:
        provider.set(clerk.account, "token down")
        async with browser_of(app) as browser:
            refused(await round_trip(browser, provider), 503, "session.oidc_unavailable")

    @any_database
    async def test_the_wrong_secret(
        self, app: FastAPI, services: Services, provider: StandIn, clerk: Person
    ) -> None:
        assert services.settings.oidc
        oidc = services.settings.oidc.model_copy(update={"client_secret": SecretStr("wrong")})
        services.settings = services.settings.model_copy(update={"oidc": oidc})
        provider.set(clerk.account)
        async with browser_of(app) as browser:
            refused(await round_trip(browser, provider), 401, "session.oidc_failed")

    async def test_somebody_without_an_account_here(
        self, app: FastAPI, services: Services, provider: StandIn
    ) -> None:
        gone = await account_of(services, Role.REVIEWER)
        await Registry(services.database, services.now()).set_active(gone.account, False)
        partner = await account_of(services, Role.PARTNER)
        async with browser_of(app) as browser:
            for person in ("NOBODY", "", "\0", gone.account, partner.account):
                provider.set(person)
                refused(await round_trip(browser, provider), 403, "session.oidc_unknown")
            provider.set("x", "no name")
            refused(await round_trip(browser, provider), 403, "session.oidc_unknown")


class TestAnswerOfAnother:
    """Whoever brings an answer must have asked for it, in this browser, just now, once."""

    @any_database
    async def test_another_browser_brings_it(self, app: FastAPI, provider: StandIn, clerk: Person) -> None:
        provider.set(clerk.account)
        async with browser_of(app) as attacker, browser_of(app) as victim:
            address = await there(attacker, provider)
            refused(await victim.client.get(address), 401, "session.oidc_failed")
            await there(victim, provider)
            refused(await victim.client.get(address), 401, "session.oidc_failed")
            assert not victim.cookie

    @any_database
    async def test_it_is_brought_twice(self, app: FastAPI, provider: StandIn, clerk: Person) -> None:
        provider.set(clerk.account)
        async with browser_of(app) as browser:
            address = await there(browser, provider)
            kept = browser.client.cookies.get("intake_oidc", "")
            assert (await browser.client.get(address)).status_code == 303
            refused(await browser.client.get(address), 401, "session.oidc_failed")
            headers = {"Cookie": f"intake_oidc={kept}"}
            refused(await browser.client.get(address, headers=headers), 401, "session.oidc_failed")

    @any_database
    async def test_it_took_too_long(
        self, app: FastAPI, provider: StandIn, clock: MovableClock, clerk: Person
    ) -> None:
        provider.set(clerk.account)
        async with browser_of(app) as browser:
            address = await there(browser, provider)
            clock.now += timedelta(minutes=10)
            refused(await browser.client.get(address), 401, "session.oidc_failed")

    @any_database
    @pytest.mark.parametrize("query", ["", "?code=x", "?state=x&code=x", "?state=é&code=x"])
    async def test_nobody_asked(self, app: FastAPI, provider: StandIn, query: str) -> None:
        async with browser_of(app) as browser:
            for cookie in ("", "x", "gAAAAA"):
                headers = {"Cookie": f"intake_oidc={cookie}"}
                answer = await browser.client.get(f"/session/oidc/callback{query}", headers=headers)
                refused(answer, 401, "session.oidc_failed")

    @any_database
    async def test_somebody_at_a_browser_gets_a_page(self, app: FastAPI, provider: StandIn) -> None:
        async with browser_of(app) as browser:
            answer = await browser.client.get("/session/oidc/callback", headers={"Accept": "text/html"})
        assert answer.status_code == 401 and "统一身份登录没有成功" in answer.text
        assert (
            'href="/desk/"' in answer.text
            and "default-src 'none'" in answer.headers["content-security-policy"]
        )


@any_database
class TestSetting:
    async def test_without_one_nobody_is_sent_anywhere(self, app: FastAPI) -> None:
        async with browser_of(app) as browser:
            for path in ("start", "callback?state=x&code=x"):
                refused(await browser.client.get(f"/session/oidc/{path}"), 404, "session.oidc_off")

    async def test_is_read_from_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(
            "INTAKE_OIDC", '{"issuer": "https://id.example.cn", "client_id": "desk", "client_secret": "x"}'
        )
        oidc = Settings().oidc
        assert oidc and oidc.claim == "preferred_username" and "x" not in repr(oidc.client_secret)

    @pytest.mark.parametrize(
        "wrong",
        [
            '{"issuer": "id.example.cn", "client_id": "x"}',
            '{"issuer": "https://x"}',
            '{"issuer": "https://x", "client_id": "x", "scope": "profile"}',
        ],
    )
    async def test_a_faulty_one_is_refused(self, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
        monkeypatch.setenv("INTAKE_OIDC", wrong)
        with pytest.raises(ValidationError):
            Settings()
