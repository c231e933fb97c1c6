"""How often each route may be asked: every one says so, a hall of 300 people gets through, a flood does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from starlette.requests import Request

from api.access.admission import CLIENT_HEADER, admit, network_of
from api.health import healthz
from api.intake_changes.endpoints import current
from api.platform.errors import StartupProblem, TooFast
from api.platform.rate_limiter import UNNAMED, Counts, Rate, RateLimiter
from api.route_limits import DRAFT, LIMITS, rates_of
from tests.api.applicant import Applicant, refused
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

PEOPLE = 300
"""Behind one address: a hall, a carrier."""


class Seconds:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


class TestDeclarations:
    def test_what_is_not_named_gets_the_strictest(self) -> None:
        app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
        app.add_api_route("/unheard-of", lambda: {})
        assert list(rates_of(app.routes).values()) == [UNNAMED]
        for rates in LIMITS.values():
            assert rates.address.count >= UNNAMED.address.count and rates.person.count <= rates.address.count

    def test_an_address_that_cannot_count_is_refused_at_the_start(self) -> None:
        with pytest.raises(StartupProblem, match="INTAKE_LIMITS_URL"):
            RateLimiter("carrier-pigeon://")


class TestLimiter:
    async def test_a_span_ends_and_the_next_one_begins(self) -> None:
        clock = Seconds()
        limiter, rate = RateLimiter(counts=Counts(clock)), Rate(3, 60)
        assert [await limiter.take(rate, "one") for _ in range(4)] == [0, 0, 0, 60]
        assert await limiter.take(rate, "another") == 0
        clock.now += 45
        assert await limiter.take(rate, "one") == 15 and await limiter.wait(rate, "one") == 15
        clock.now += 15
        assert await limiter.take(rate, "one") == 0

    async def test_what_is_over_is_forgotten(self) -> None:
        clock = Seconds()
        counts = Counts(clock)
        limiter = RateLimiter(counts=counts)
        for number in range(1_000):
            await limiter.take(Rate(3, 30), f"key {number}")
        clock.now += 61
        await limiter.take(Rate(3, 30), "one more")
        assert len(counts._kept) == 1

    def test_an_address_of_the_sixth_version_is_a_network(self) -> None:
        assert network_of("2001:db8:1:2:3:4:5:6") == network_of("2001:db8:1:2::9") == "2001:db8:1:2::"
        assert network_of("::ffff:192.0.2.7") == network_of("192.0.2.7") == "192.0.2.7"


@dataclass
class Asked:
    """The service, as much of it as admission knows; whoever asks ``POST /intakes/current``."""

    limiter: RateLimiter
    channels_token: str = ""

    async def by(self, address: str, conversation: str, token: str = "", behind: str = "") -> None:
        """Ask once.

        Raises:
            TooFast: It is refused.
        """
        headers = [(b"authorization", f"Bearer {token}".encode())] if token else []
        headers += [(CLIENT_HEADER.encode(), behind.encode())] if behind else []
        app = SimpleNamespace(state=SimpleNamespace(services=self, rates={current: DRAFT}))
        scope = {"type": "http", "app": app, "endpoint": current, "headers": headers, "path_params": {}}
        request = Request({**scope, "client": (address, 4711)})
        request._json = {"channel": "web", "conversation": conversation}
        await admit(request)


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def asked(seconds: Seconds) -> Asked:
    return Asked(RateLimiter(counts=Counts(seconds)))


class TestAdmission:
    async def test_a_hall_of_300_people_gets_through_and_a_flood_does_not(
        self, asked: Asked, seconds: Seconds
    ) -> None:
        for number in range(PEOPLE):
            await asked.by("192.0.2.1", f"person-{number}")
        for number in range(DRAFT.address.count - PEOPLE):
            await asked.by("192.0.2.1", f"flood-{number}")
        with pytest.raises(TooFast, match="too_fast") as refusal:
            await asked.by("192.0.2.1", "one more")
        assert refusal.value.headers == {"Retry-After": "600"} and "600秒" in refusal.value.detail
        await asked.by("192.0.2.2", "somebody elsewhere")
        seconds.now += 600
        await asked.by("192.0.2.1", "one more")

    async def test_one_person_is_held_up_and_the_others_of_the_hall_are_not(self, asked: Asked) -> None:
        for _ in range(DRAFT.person.count):
            await asked.by("192.0.2.1", "one")
        with pytest.raises(TooFast):
            await asked.by("192.0.2.1", "one")
        await asked.by("192.0.2.1", "another")

    async def test_many_addresses_together_are_held_up_too(self, asked: Asked) -> None:
        for number in range(DRAFT.overall.count):
            await asked.by(f"10.0.{number // 250}.{number % 250}", f"c-{number}")
        with pytest.raises(TooFast):
            await asked.by("10.9.9.9", "somebody")

    async def test_a_program_has_a_rate_of_its_own_and_its_people_are_counted(self, asked: Asked) -> None:
        asked.channels_token = "the channels' own"
        for _ in range(DRAFT.address.count + 1):
            await asked.by("127.0.0.1", "one", asked.channels_token)
        for _ in range(DRAFT.address.count):
            await asked.by("127.0.0.1", "one", asked.channels_token, behind="192.0.2.9")
        with pytest.raises(TooFast):
            await asked.by("127.0.0.1", "one", asked.channels_token, behind="192.0.2.9")

    async def test_nobody_else_may_say_for_whom_they_ask(self, asked: Asked) -> None:
        asked.channels_token = "the channels' own"
        for number in range(DRAFT.address.count):
            await asked.by("192.0.2.1", f"c-{number}", f"guess-{number}", behind=f"192.0.3.{number % 250}")
        with pytest.raises(TooFast):
            await asked.by("192.0.2.1", "one more", behind="192.0.3.9")


@any_database
async def test_a_route_that_is_asked_too_often_answers_when_to_come_again(
    app: FastAPI, applicant: Applicant
) -> None:
    for endpoint, rates in app.state.rates.items():
        if endpoint is healthz:
            app.state.rates[endpoint] = replace(rates, address=Rate(2))
    answers = [await applicant.client.get("http://centre/healthz") for _ in range(3)]
    assert [one.status_code for one in answers] == [200, 200, 429]
    refused(answers[2], 429, "too_fast")
    assert 1 <= int(answers[2].headers["retry-after"]) <= 60
    await applicant.begin()
