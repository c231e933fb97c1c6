"""Figures of a period, the cases behind them, sheets and the report: all of one count, none with personal data."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook

from api.services import Services
from api.supervision.oversight_job import look
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio

NOVEMBER = {"from": "2026-11-01", "to": "2026-11-30"}
WHY = {"reason": "季度考核"}


def table(found: dict[str, Any], code: str) -> dict[str, Any]:
    one: dict[str, Any] = next(one for one in found["tables"] if one["code"] == code)
    return one


def cells(found: dict[str, Any], code: str) -> list[list[Any]]:
    return [row["cells"] for row in table(found, code)["rows"]]


async def test_one_month(
    app: FastAPI, applicant: Applicant, stranger: Applicant, services: Services, clock: MovableClock
) -> None:
    number = await ended(applicant, services)
    other = (await stranger.submitted())["number"]
    rating = {"number": number, "phone_tail": applicant.who.phone[-4:], "grade": 5, "reasons": ["rude"]}
    ok(await applicant.client.post("/cases/rating", json=rating))
    complaint = {"number": number, "phone": applicant.who.phone, "text": "态度不好"}
    async with colleague(app, Role.SUPERVISOR, department="housing") as supervisor:
        ok(await applicant.client.post("/cases/complaint", json=complaint))
        async with colleague(app, Role.WINDOW) as clerk:
            wrong = await clerk.post(f"/desk/cases/{other}/acts/accept", json={"version": 1, "data": {}})
            assert wrong.status_code == 409
            refused(await clerk.get("/supervision/figures", params=NOVEMBER), 403, "role_missing")
        await look(services)
        found = ok(await supervisor.get("/supervision/figures", params=NOVEMBER))

        assert cells(found, "days") == [["2026-11-23", 2, 1, 1]]
        assert cells(found, "due") == [["河东县市场监督管理局", 1, 0, 0]]
        name = services.catalogue.items["food_operation.new"].name
        (time,) = cells(found, "times_of_items")
        assert time[:4] == [name, 1, 0.0, 0] and time[-2:] == [100.0, 100.0]
        assert cells(found, "ratings") == [["非常不满意", 1, 100.0, 0, 1, 0]]
        assert cells(found, "complaints") == [["承办部门", 1, 1, 0, 0, 0]]
        assert cells(found, "refused") == [["受理", "受理窗口", "状态不对", 1]]
        assert cells(found, "talk")[0] == ["来问的对话", 2, None]
        assert cells(found, "talk")[3:5] == [["自己提交了", 2, 100.0], ["要人工的", 0, 0.0]]
        assert cells(found, "misroutes")[0][2:] == [2, 0, 0.0]

        row = table(found, "refused")["rows"][0]
        listed = ok(await supervisor.get("/supervision/cases", params=NOVEMBER | row["leads_to"]))
        assert [one["number"] for one in listed["cases"]] == [other] and "「受理」" in listed["cases"][0][
            "say"
        ]
        row = table(found, "times_of_items")["rows"][0]
        listed = ok(await supervisor.get("/supervision/cases", params=NOVEMBER | row["leads_to"]))
        assert [one["number"] for one in listed["cases"]] == [number]
        for which in ("soon", "overdue", "misroute"):
            nothing = ok(await supervisor.get("/supervision/cases", params=NOVEMBER | {"list": which}))
            assert nothing == {"cases": [], "next": None}
        bad = ok(
            await supervisor.get(
                "/supervision/cases", params=NOVEMBER | {"list": "mark", "code": "bad_rating"}
            )
        )
        assert [one["number"] for one in bad["cases"]] == [number]
        assert applicant.who.name not in str(found) + str(bad)

        for code in ("talk", "times_of_items"):
            sheet = await supervisor.get(f"/supervision/figures/{code}.xlsx", params=NOVEMBER | WHY)
            rows = [list(row) for row in load_workbook(io.BytesIO(sheet.content)).active.values]
            assert [row[: len(one)] for row, one in zip(rows[2:], cells(found, code), strict=True)] == cells(
                found, code
            )
        sheet = await supervisor.get("/supervision/cases.xlsx", params=NOVEMBER | WHY | {"list": "time"})
        assert [row[0] for row in load_workbook(io.BytesIO(sheet.content)).active.values][2:] == [number]
        refused(
            await supervisor.get("/supervision/figures/nothing.xlsx", params=NOVEMBER | WHY),
            404,
            "unknown_table",
        )
        turned = {"from": "2026-11-30", "to": "2026-11-01"}
        refused(await supervisor.get("/supervision/figures", params=turned), 422, "range_wrong")
    assert len(await logged(services, "exported")) == 3


async def test_overdue_ones_lead_to_their_cases(
    app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    number = await ended(applicant, services)
    await look(services)
    await look(services)
    async with colleague(app, Role.SUPERVISOR) as supervisor:
        found = ok(await supervisor.get("/supervision/figures", params=NOVEMBER))
        assert cells(found, "due") == [] and cells(found, "days") == [["2026-11-23", 1, 1, 0]]
        late = NOVEMBER | {"list": "time", "late": "true"}
        assert ok(await supervisor.get("/supervision/cases", params=late))["cases"] == []
        report = await supervisor.get("/supervision/reports/2026-11.pdf")
        assert report.status_code == 200 and report.content.startswith(b"%PDF")
        refused(await supervisor.get("/supervision/reports/2027-01.pdf"), 422, "range_wrong")
    assert number
