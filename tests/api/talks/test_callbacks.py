"""Call-backs: the phone is sealed, the day follows from the calendar, the result is noted, what is overdue shows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.services import Services
from api.talks.models import CallbackRow
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock
from tests.api.talks.speaking import Caller, Desk

pytestmark = pytest.mark.anyio


@pytest.fixture
async def caller(applicant: Applicant) -> Caller:
    return Caller(applicant.client, applicant.conversation)


@pytest.fixture
async def officer(app: FastAPI) -> AsyncIterator[Desk]:
    async with colleague(app, Role.WINDOW) as client:
        yield Desk(client)


async def listed(officer: Desk, state: str = "open") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ok(await officer.client.get("/desk/callbacks", params={"state": state}))[
        "callbacks"
    ]
    return found


async def note(officer: Desk, number: str, outcome: str, version: int) -> Any:
    body = {"outcome": outcome, "note": "打过了", "version": version}
    return await officer.client.post(f"/desk/callbacks/{number}/result", json=body)


class TestCallback:
    async def test_from_the_wish_to_the_result(
        self, services: Services, clock: MovableClock, applicant: Applicant, caller: Caller, officer: Desk
    ) -> None:
        clock.move(days=4, hours=9)  # Friday evening
        refused(await caller.post("/callbacks"), 409, "callback_phone_missing")
        await applicant.choose(FOOD)
        await applicant.identify()
        question = f"我电话{applicant.who.phone}，公摊算不算"
        asked = ok(await caller.post("/callbacks", question=question))
        assert asked["number"] == "HD20261127-0001" and asked["due_day"] == "2026-11-30"
        assert ok(await caller.post("/callbacks"))["number"] == asked["number"]
        (line,) = await listed(officer)
        assert (
            line["item"] == "食品经营许可（新办）" and "[手机号]" in line["question"] and not line["overdue"]
        )
        rows = await services.database.read(lambda session: session.scalars(select(CallbackRow)))
        assert applicant.who.phone not in str([vars(row) for row in rows])
        clock.move(days=4)
        (line,) = await listed(officer)
        assert line["overdue"] and (await officer.queue())["callbacks_overdue"] == 1
        shown = ok(await officer.client.post(f"/desk/callbacks/{asked['number']}/phone"))
        assert shown["phone"] == applicant.who.phone
        (seen,) = await logged(services, "unmasked")
        assert seen.subject == asked["number"]
        ok(await note(officer, asked["number"], "done", line["version"]))
        assert not await listed(officer)
        (over,) = await listed(officer, "over")
        assert over["state"] == "done" and over["note"] == "打过了" and over["name"] == "测试人员"
        refused(await note(officer, asked["number"], "done", over["version"]), 409, "callback_over")

    async def test_is_given_up_after_three_calls_and_not_before(
        self, applicant: Applicant, caller: Caller, officer: Desk
    ) -> None:
        await applicant.choose(FOOD)
        await applicant.identify()
        number = ok(await caller.post("/callbacks"))["number"]
        for version in (1, 2, 3):
            refused(await note(officer, number, "given_up", version), 409, "callback_too_early")
            ok(await note(officer, number, "unreached", version))
            refused(await note(officer, number, "unreached", version), 409, "stale_version")
        ok(await note(officer, number, "given_up", 4))
        (over,) = await listed(officer, "over")
        assert over["state"] == "given_up" and over["tries"] == 3

    async def test_supervision_sees_the_list_and_no_phone(self, app: FastAPI, applicant: Applicant) -> None:
        caller = Caller(applicant.client, applicant.conversation)
        await applicant.choose(FOOD)
        await applicant.identify()
        number = ok(await caller.post("/callbacks"))["number"]
        async with colleague(app, Role.SUPERVISOR) as client:
            (line,) = await listed(Desk(client))
            assert applicant.who.phone not in str(line)
            refused(await client.post(f"/desk/callbacks/{number}/phone"), 403, "role_missing")
