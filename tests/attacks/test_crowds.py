"""quality.md 11, 24: many addresses on one case, and many officers at one case, in the same moment."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import AsyncExitStack

import httpx
import pytest
from fastapi import FastAPI

from knowledge.base.roles import Role
from tests.api.applicant import Applicant
from tests.api.colleagues import colleague
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

ADDRESSES = 40
OFFICERS = 20


@any_database
async def test_however_many_addresses_have_five_tries_together(app: FastAPI, applicant: Applicant) -> None:
    number = (await applicant.submitted())["number"]
    wrong = {"number": number, "phone_tail": f"{(int(applicant.who.phone[-4:]) + 1) % 10_000:04d}"}
    seen: Counter[int] = Counter()
    for one in range(ADDRESSES):
        transport = httpx.ASGITransport(app=app, client=(f"198.51.100.{one}", 4711))
        async with httpx.AsyncClient(transport=transport, base_url="http://centre/api/v1") as client:
            forged = {"X-Forwarded-For": f"203.0.113.{one}", "X-Intake-Client": f"203.0.113.{one}"}
            seen[(await client.post("/cases/status", json=wrong, headers=forged)).status_code] += 1
    assert seen == {404: 5, 429: ADDRESSES - 5}


async def test_of_twenty_officers_one_has_the_case(app: FastAPI, applicant: Applicant) -> None:
    number = (await applicant.submitted())["number"]
    async with AsyncExitStack() as stack:
        crowd = [await stack.enter_async_context(colleague(app, Role.WINDOW)) for _ in range(OFFICERS)]
        answers = await asyncio.gather(*(one.post(f"/desk/cases/{number}/claim") for one in crowd))
    assert Counter(one.status_code for one in answers) == {200: 1, 409: OFFICERS - 1}
    assert {one.json()["code"] for one in answers if one.status_code == 409} == {"claimed_already"}
