"""quality.md 35: 42 new conversations without a name do not take a window's whole day."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI

from tests.api.applicant import FOOD, Applicant
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

DAY = "2026-11-24"


async def attempts(app: FastAPI, address: str, how_many: int) -> list[httpx.Response]:
    """Bookings of as many new conversations, each of the first slot that is free."""
    transport = httpx.ASGITransport(app=app, client=(address, 4711))
    answers = []
    async with httpx.AsyncClient(transport=transport, base_url="http://centre/api/v1", timeout=30) as client:
        for number in range(how_many):
            one = Applicant(client, f"{address}-{number}")
            await one.choose(FOOD)
            slots = (await client.get(f"/windows/market/slots?from={DAY}")).json()["days"][0]["slots"]
            start = next(slot["start"] for slot in slots if slot["free"])
            body = {"intake": one.id, "day": DAY, "start": start}
            answers.append(await client.post("/appointments", json=body))
    return answers


@any_database
async def test_42_conversations_do_not_take_a_day(app: FastAPI) -> None:
    first = await attempts(app, "192.0.2.1", 15)
    assert [one.status_code for one in first].count(200) == 14
    assert first[-1].json()["code"] == "share_taken"
    others = [*await attempts(app, "192.0.2.2", 8), *await attempts(app, "192.0.2.3", 1)]
    assert [one.status_code for one in others].count(200) == 7
    assert "提交" in others[-1].json()["detail"]
