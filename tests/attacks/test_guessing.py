"""quality.md 12, 36, 37: nobody finds a case by guessing, changes one by its tail, or locks its owner out."""

from __future__ import annotations

from datetime import date

import httpx
import pytest
from fastapi import FastAPI

from api.cases.second_factor import WRONG_OF_NETWORK
from knowledge.cases.record.number import case_number, is_case_number
from tests.api.applicant import Applicant, ok, refused
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


def at(app: FastAPI, address: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, client=(address, 4711))
    return httpx.AsyncClient(transport=transport, base_url="http://centre/api/v1", timeout=30)


async def test_one_tail_against_many_numbers_is_stopped_and_the_owner_is_not(app: FastAPI) -> None:
    async with at(app, "192.0.2.1") as guesser, at(app, "192.0.2.2") as home:
        owner = Applicant(home, "owner")
        number = (await owner.submitted())["number"]
        assert is_case_number(number)
        tail = owner.who.phone_tail
        for chance in range(WRONG_OF_NETWORK.count):
            unknown = {"number": case_number(date(2026, 11, 24), chance), "phone_tail": tail}
            refused(await guesser.post("/cases/status", json=unknown), 404, "case_not_found")
        right = {"number": number, "phone_tail": tail}
        refused(await guesser.post("/cases/status", json=right), 429, "too_many_tries")
        assert ok(await home.post("/cases/status", json=right))["number"] == number


async def test_the_tail_does_not_change_a_case(app: FastAPI) -> None:
    async with at(app, "192.0.2.1") as other, at(app, "192.0.2.2") as home:
        owner = Applicant(home, "owner")
        number = (await owner.submitted())["number"]
        by_tail = {"number": number, "phone_tail": owner.who.phone_tail}
        for act, more in (
            ("withdraw", {}),
            ("correction", {"materials": ["x"]}),
            ("complaint", {"text": "太慢"}),
        ):
            answer = await other.post(f"/cases/{act}", json={**by_tail, **more})
            assert "11位" in refused(answer, 403, "stronger_factor_needed")["detail"]
        others = f"{owner.who.phone[:-5]}{(int(owner.who.phone[-5]) + 1) % 10}{owner.who.phone_tail}"
        wrong = {"number": number, "phone": others}
        refused(await other.post("/cases/withdraw", json=wrong), 404, "case_not_found")
        by_phone = {"number": number, "phone": owner.who.phone}
        assert ok(await other.post("/cases/withdraw", json=by_phone))["state"] == "withdrawn"


async def test_five_wrong_tails_do_not_lock_out_the_owner(app: FastAPI) -> None:
    async with at(app, "192.0.2.1") as attacker, at(app, "192.0.2.2") as home:
        owner = Applicant(home, "owner")
        number = (await owner.submitted())["number"]
        wrong_tail = f"{(int(owner.who.phone_tail) + 1) % 10_000:04d}"
        wrong_phone = f"{owner.who.phone[:-4]}{wrong_tail}"
        for _ in range(5):
            for wrong in ({"phone_tail": wrong_tail}, {"phone": wrong_phone}):
                answer = await attacker.post("/cases/status", json={"number": number, **wrong})
                refused(answer, 404, "case_not_found")
        for one in (attacker, home):
            by_tail = {"number": number, "phone_tail": owner.who.phone_tail}
            refused(await one.post("/cases/status", json=by_tail), 429, "too_many_tries")
        refused(
            await attacker.post("/cases/status", json={"number": number, "phone": owner.who.phone}),
            429,
            "too_many_tries",
        )
        ok(await home.post("/cases/status", json={"number": number, "phone": owner.who.phone}))
        await owner.begin()
        device = {"number": number, "intake": owner.id}
        ok(await attacker.post("/cases/status", json=device))
        assert ok(await home.post("/cases/withdraw", json=device))["state"] == "withdrawn"
