"""A code by text message: off until a gateway is set; then seats, photos and the submission wait for it, and nobody's phone is flooded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.intakes.models import PhoneCodeRow
from api.phone_checks.service import MOST_WRONG
from api.platform.rate_limiter import Rate
from api.platform.settings import Settings
from api.services import Services
from intake.people import person
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.api.phone_checks.sms_gateway import SmsGateway, sms_gateway
from tests.api.stores import any_database, copied, dropped
from tests.api.uploads.conftest import Uploader, photo

pytestmark = [pytest.mark.anyio, any_database]

SEAT = {"day": "2026-11-24", "start": "09:00"}


@pytest.fixture
def gateway() -> Iterator[SmsGateway]:
    with sms_gateway() as running:
        yield running


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path, gateway: SmsGateway) -> Iterator[Settings]:
    own = copied(prepared, tmp_path / "data")
    yield own.model_copy(update={"precheck": False, "sms": gateway.settings})
    dropped(own)


@pytest.fixture(autouse=True)
def a_minute_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two codes; how seldom they go has a test of its own."""
    monkeypatch.setattr("api.phone_checks.service.OF_PHONE", (Rate(100),))


async def send(one: Applicant) -> httpx.Response:
    return await one.client.post(f"/intakes/{one.id}/phone-code")


async def give(one: Applicant, code: str) -> httpx.Response:
    return await one.put("phone-code", {"code": code})


async def checked(one: Applicant, gateway: SmsGateway) -> dict[str, Any]:
    ok(await send(one))
    phone, code = gateway.sent[-1]
    assert phone == one.who.phone and len(code) == 6
    view: dict[str, Any] = ok(await give(one, f" {code[:3]} {code[3:]} "))
    return view


async def book(one: Applicant) -> httpx.Response:
    return await one.client.post("/appointments", json={"intake": one.id, **SEAT})


async def test_seat_photo_and_submission_wait_for_the_code(
    applicant: Applicant, gateway: SmsGateway, services: Services
) -> None:
    await applicant.prepare()
    assert (await applicant.look())["phone_check"] == "wanted"
    uploader = Uploader(applicant)
    refused(await book(applicant), 403, "phone_not_checked")
    refused(await uploader.send(photo()), 403, "phone_not_checked")
    document = refused(await applicant.submit(), 422, "incomplete")
    assert [gap["kind"] for gap in document["gaps"]] == ["phone_check"]
    assert (await checked(applicant, gateway))["phone_check"] == "done"
    left = await services.database.read(lambda session: session.scalars(select(PhoneCodeRow)))
    assert not left.all()
    ok(await book(applicant))
    await uploader.sent()
    ok(await applicant.submit())


async def test_another_phone_is_checked_anew_and_the_same_one_of_the_conversation_is_not(
    applicant: Applicant, gateway: SmsGateway
) -> None:
    await applicant.prepare()
    await checked(applicant, gateway)
    other = {"values": {"phone": person(5).phone}}
    assert ok(await applicant.put("personal", other))["phone_check"] == "wanted"
    mine = {"values": {"phone": applicant.who.phone}}
    assert ok(await applicant.put("personal", mine))["phone_check"] == "done"
    ok(await applicant.submit())
    await applicant.begin()
    await applicant.prepare()
    assert (await applicant.look())["phone_check"] == "done"
    stranger = Applicant(applicant.client, "another", applicant.who)
    await stranger.prepare()
    assert (await stranger.look())["phone_check"] == "wanted"


async def test_a_wrong_code_counts_and_five_make_it_void(
    applicant: Applicant, gateway: SmsGateway, clock: MovableClock
) -> None:
    await applicant.prepare()
    refused(await give(applicant, "000000"), 403, "phone_code_wrong")
    ok(await send(applicant))
    code = gateway.sent[-1][1]
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    for _ in range(MOST_WRONG):
        refused(await give(applicant, wrong), 403, "phone_code_wrong")
    assert "获取验证码" in refused(await give(applicant, code), 403, "phone_code_wrong")["detail"]
    ok(await send(applicant))
    clock.move(minutes=10)
    refused(await give(applicant, gateway.sent[-1][1]), 403, "phone_code_wrong")
    assert (await applicant.look())["phone_check"] == "wanted"


async def test_a_code_is_of_the_phone_to_which_it_went(applicant: Applicant, gateway: SmsGateway) -> None:
    await applicant.prepare()
    ok(await send(applicant))
    ok(await applicant.put("personal", {"values": {"phone": person(5).phone}}))
    refused(await give(applicant, gateway.sent[-1][1]), 403, "phone_code_wrong")


async def test_nobodys_phone_is_flooded(
    applicant: Applicant, gateway: SmsGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.phone_checks.service.OF_PHONE", (Rate(2),))
    for name in ("one", "two", "three"):
        one = Applicant(applicant.client, name, applicant.who)
        await one.prepare()
        answer = await send(one)
    document = refused(answer, 429, "too_many_codes")
    assert int(answer.headers["retry-after"]) >= 1 and "分钟" in document["detail"]
    assert len(gateway.sent) == 2


async def test_a_gateway_that_does_not_take_it(applicant: Applicant, gateway: SmsGateway) -> None:
    await applicant.choose(FOOD)
    refused(await send(applicant), 409, "no_phone_to_check")
    await applicant.prepare()
    gateway.answers += ["isv.BUSINESS_LIMIT_CONTROL", "isv.MOBILE_NUMBER_ILLEGAL", "isp.SYSTEM_ERROR"]
    refused(await send(applicant), 429, "too_many_codes")
    refused(await send(applicant), 409, "no_phone_to_check")
    down = await send(applicant)
    refused(down, 503, "sms_not_sent")
    assert down.headers["retry-after"] == "60" and not gateway.sent
    gateway.shutdown()
    gateway.server_close()
    refused(await send(applicant), 503, "sms_not_sent")


async def test_at_the_counter_nobody_is_asked_for_one(app: FastAPI, applicant: Applicant) -> None:
    async with colleague(app, Role.WINDOW) as clerk:
        opened = await clerk.post("/desk/counter/drafts", json={"affair": FOOD})
        applicant.id = opened.json()["intake"]
        assert (await applicant.look())["phone_check"] == "off"


async def test_without_a_gateway_nothing_is_asked(applicant: Applicant, services: Services) -> None:
    services.settings = services.settings.model_copy(update={"sms": None})
    await applicant.prepare()
    assert (await applicant.look())["phone_check"] == "off"
    refused(await send(applicant), 409, "phone_check_off")
    ok(await applicant.submit())
