"""Who stands where today, items that move, and the report of what is present."""

from __future__ import annotations

from io import BytesIO

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook

from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock
from tests.api.stores import any_database
from tests.knowledge.centre.test_register import MOVED, post

pytestmark = [pytest.mark.anyio, any_database]


async def test_who_is_there_stands_at_the_window(app: FastAPI) -> None:
    async with colleague(app, Role.TUNER) as tuner:
        assert (await tuner.post("/centre/entries", json={"entry": post()})).status_code == 201
    async with colleague(app, Role.WINDOW) as clerk:
        seen = ok(await clerk.get("/centre/duty?day=2026-11-24"))
        window = next(one for one in seen["windows"] if one["id"] == "market")
        assert window["people"] == [{"name": "陈晓", "duty_name": "首席代表", "shift": ""}]
        assert window["hours"] == "9:00-12:00、13:00-17:00"
        refused(await clerk.get("/centre/register.xlsx"), 403, "role_missing")


async def test_the_notice_tells_the_new_window_from_the_day_on(
    app: FastAPI, applicant: Applicant, stranger: Applicant, clock: MovableClock
) -> None:
    entry = MOVED | {"effective": "2026-11-25", "to_window": "health"}
    async with colleague(app, Role.TUNER) as tuner:
        assert (await tuner.post("/centre/entries", json={"entry": entry})).status_code == 201

    async def window_of(one: Applicant) -> str:
        await one.choose(FOOD)
        await one.answer_all()
        drawn = await one.draw()
        return str(drawn["notice"]["content"]["route"]["window"])

    assert await window_of(applicant) == "market"
    clock.move(days=2)
    assert await window_of(stranger) == "health"


async def test_the_report_is_a_sheet_for_each_thing_that_is_asked_for(
    app: FastAPI, services: Services
) -> None:
    async with colleague(app, Role.ADMINISTRATOR) as admin:
        short = ok(await admin.get("/centre/register"))
        refused(await admin.get("/centre/register.xlsx"), 422, "reason_missing")
        answer = await admin.get("/centre/register.xlsx", params={"reason": "备案"})
    assert answer.status_code == 200
    book = load_workbook(BytesIO(answer.content), read_only=True)
    assert book.sheetnames == [
        "事项进驻情况",
        "窗口人员派驻情况",
        "窗口授权情况",
        "事项划转情况",
        "还缺的",
    ]
    assert len(list(book["还缺的"].rows)) - 1 == len(short["missing"]) > 0
    assert len(list(book["事项进驻情况"].rows)) - 1 == short["present"] + short["absent"]
    assert [row.subject for row in await logged(services, "exported")] == ["centre/register"]
