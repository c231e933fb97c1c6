"""The whole contract, asked with what it allows and with what it does not: no fault of ours, no answer that it does not name."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from fastapi import FastAPI

from api.services import Services
from intake.people import person
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import APPLICATION, FOOD, Applicant
from tests.api.colleagues import account_of
from tests.api.stores import any_database
from tests.attacks.generating import Made, Maker, Operation, operations

pytestmark = pytest.mark.anyio

EVERYWHERE = frozenset({400, 413, 415, 429})
"""What the description says that any operation may answer."""
LISTENS = {"/api/v1/desk/events", "/api/v1/cases/live/{ticket}"}
"""Streams; they have tests of their own."""
SIGNED_IN = (
    (Role.WINDOW,),
    (Role.REVIEWER, Role.APPROVER),
    (Role.SUPERVISOR,),
    (Role.ADMINISTRATOR, Role.TUNER),
    (Role.REGULATOR,),
    (Role.PARTNER,),
)


@asynccontextmanager
async def asked(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://centre", timeout=30) as client:
        yield client


async def send(app: FastAPI, made: Made, token: str, number: int) -> httpx.Response:
    """Each request comes from another address, so that nobody asks too often."""
    address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False, client=(address, 4711))
    headers = made.headers | ({"Authorization": f"Bearer {token}"} if token else {})
    async with httpx.AsyncClient(transport=transport, base_url="http://centre", timeout=30) as client:
        return await client.request(
            made.method, made.path, params=made.query, headers=headers, content=made.body
        )


async def known_of(applicant: Applicant, services: Services) -> dict[str, list[object]]:
    """What is there: a case that has ended, one that was just submitted, a draft with a notice."""
    done = await ended(applicant, services)
    second = Applicant(applicant.client, "two", person(2))
    fresh = (await second.submitted())["number"]
    third = Applicant(applicant.client, "three", person(3))
    await third.prepare()
    return {
        "number": [done, fresh, "TS20261123-0001"],
        "case_number": [done, fresh],
        "intake_id": [third.id, second.id],
        "intake": [third.id, second.id],
        "conversation": ["three", "two"],
        "channel": ["web"],
        "material": [APPLICATION],
        "item_id": [FOOD],
        "item": [FOOD],
        "affair": [FOOD],
        "window": ["market"],
        "window_id": ["market"],
        "department": ["market"],
        "phone_tail": [second.who.phone_tail],
        "phone": [second.who.phone],
        "act": ["receive", "accept", "request_correction", "refuse", "decide", "urge", "issue", "deliver"],
        "version": [1, 2],
        "day": ["2026-11-24"],
        "first": ["2026-11-01"],
        "from": ["2026-11-01"],
        "to": ["2026-11-30"],
        "month": ["2026-11"],
        "reason": ["季度考核"],
        "kind": ["receipt", "collection", "delivery", "application"],
        "table": ["talk"],
        "key": ["premises", "document"],
    }


async def asked_of_all(
    app: FastAPI, applicant: Applicant, services: Services, *, times: int, seed: int
) -> tuple[list[str], Counter[int]]:
    """What was answered and is not in the contract, and how often each status came."""
    known = await known_of(applicant, services)
    services.desks.close()
    tokens = ["", *[(await account_of(services, *roles)).token for roles in SIGNED_IN]]
    document = app.openapi()
    maker = Maker(document, known, seed)
    wrong: list[str] = []
    came: Counter[int] = Counter()
    for operation in operations(document):
        if operation.path in LISTENS:
            continue
        for turn in range(times):
            made = maker.request(operation)
            token = tokens[(seed + turn) % len(tokens)]
            answer = await send(app, made, token, came.total())
            came[answer.status_code] += 1
            if not holds(answer, operation):
                wrong.append(
                    f"{answer.status_code} {operation.method} {operation.path} {made} {answer.text[:200]}"
                )
    return wrong, came


def holds(answer: httpx.Response, operation: Operation) -> bool:
    """Whether the contract names the answer; a fault of ours it never does. What leads to no operation at all is none's."""
    status = answer.status_code
    if status == 404 and answer.json()["code"] == "not_found":
        return True
    return status != 500 and status in operation.statuses | EVERYWHERE


@any_database
async def test_nothing_that_the_contract_does_not_name(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    wrong, came = await asked_of_all(app, applicant, services, times=5, seed=14)
    assert not wrong, "\n".join(wrong[:20])
    assert came[200] > 100 and came[422] > 100 and came[404] > 100


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
async def test_the_same_for_longer(app: FastAPI, applicant: Applicant, services: Services, seed: int) -> None:
    wrong, _ = await asked_of_all(app, applicant, services, times=40, seed=seed)
    assert not wrong, "\n".join(wrong[:20])
