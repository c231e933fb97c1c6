"""Entering what the centre's staff decide from day to day: looked at before, in force at once, in the history, undone."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.cases.sweep_job import sweep
from api.published.centre_holder import CentreHolder
from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.knowledge.centre.entries import YEAR_2027, closure

pytestmark = pytest.mark.anyio

TUESDAY = "2026-11-24"


async def entered(client: httpx.AsyncClient, entry: dict[str, Any], replaces: str = "") -> dict[str, Any]:
    answer = await client.post("/centre/entries", json={"entry": entry, "replaces": replaces})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def status(applicant: Applicant, number: str) -> dict[str, Any]:
    seen: dict[str, Any] = ok(await applicant.ask(number))
    return seen


async def starts(applicant: Applicant, day: str = TUESDAY) -> list[str]:
    offered = ok(await applicant.client.get("/windows/market/slots"))["days"]
    return [slot["start"] for one in offered if one["day"] == day for slot in one["slots"]]


async def booked(applicant: Applicant, start: str) -> dict[str, Any]:
    await applicant.choose(FOOD)
    return ok(
        await applicant.client.post(
            "/appointments", json={"intake": applicant.id, "day": TUESDAY, "start": start}
        )
    )


class TestClosures:
    async def test_a_closed_time_is_told_and_not_offered_and_given_back_when_undone(
        self, app: FastAPI, applicant: Applicant
    ) -> None:
        before = await starts(applicant)
        async with colleague(app, Role.TUNER) as tuner:
            made = await entered(tuner, closure(sites=["centre"]))
            assert "河东县政务服务中心停办" in made["line"]
            told = ok(await applicant.client.get("/windows"))
            (notice,) = told["notices"]
            assert (
                notice["text"] == "线路检修。" and "market" in notice["windows"] and not notice["everywhere"]
            )
            market = next(one for one in told["windows"] if one["id"] == "market")
            tuesday = next(one for one in market["days"] if one["day"] == TUESDAY)
            assert (tuesday["hours"], tuesday["why"]) == ("9:00-10:00、14:00-17:00", "线路检修。")
            assert await starts(applicant) == [one for one in before if not "10:00" <= one < "14:00"]
            assert (await tuner.post(f"/centre/entries/{made['id']}/undo")).status_code == 204
            assert await starts(applicant) == before
            refused(await tuner.post(f"/centre/entries/{made['id']}/undo"), 409, "entry_undone")
            (kept,) = ok(await tuner.get("/centre/entries?kind=closure"))["entries"]
        assert kept["undone_by_name"] == kept["by_name"] == "测试人员" and kept["undone_at"]

    async def test_what_was_booked_before_is_listed_and_moved_by_the_officer(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        await booked(applicant, "10:30")
        number = (await applicant.submitted())["number"]
        async with colleague(app, Role.ADMINISTRATOR) as admin, colleague(app, Role.WINDOW) as clerk:
            wanted = {"entry": closure(windows=["market"])}
            seen = ok(await admin.post("/centre/entries/preview", json=wanted))
            assert [one["start"] for one in seen["appointments"]] == ["10:30"] and seen["looked_at"] == 0
            assert ok(await clerk.get("/desk/appointments/displaced"))["appointments"] == []
            await entered(admin, wanted["entry"])
            (one,) = ok(await clerk.get("/desk/appointments/displaced"))["appointments"]
            assert one["why"] == "线路检修。" and one["visit"]["cases"] == [number]
            seen = await status(applicant, number)
            assert "临时不开" in seen["appointment"]["note"]
            path = f"/desk/appointments/market/{TUESDAY}/{one['visit']['code']}/move"
            wrong = {"day": TUESDAY, "start": "11:00", "why": "线路检修"}
            refused(await clerk.post(path, json=wrong), 409, "slot_not_offered")
            moved = ok(await clerk.post(path, json=wrong | {"start": "14:00"}))
            assert moved["told"] == [number] and moved["visit"]["start"] == "14:00"
            assert ok(await clerk.get("/desk/appointments/displaced"))["appointments"] == []
            refused(await clerk.post(path, json=wrong), 404, "no_appointment")
        now = (await status(applicant, number))["appointment"]
        assert now["start"] == "14:00" and "线路检修" in now["note"]

    async def test_several_faults_are_told_together_and_nothing_is_kept(
        self, app: FastAPI, services: Services
    ) -> None:
        faulty = closure(windows=["nothing"], ends="2026-11-24T09:00")
        async with colleague(app, Role.TUNER) as tuner:
            answer = await tuner.post("/centre/entries", json={"entry": faulty})
            refused(answer, 422, "entry_invalid")
            assert len(answer.json()["faults"]) == 2
            refused(await tuner.post("/centre/entries/NOTHING/undo"), 404, "entry_not_found")
            replacing = {"entry": closure(), "replaces": "NOTHING"}
            refused(await tuner.post("/centre/entries", json=replacing), 404, "entry_not_found")
            assert ok(await tuner.get("/centre/entries"))["entries"] == []

    async def test_others_read_and_do_not_enter(self, app: FastAPI) -> None:
        async with colleague(app, Role.WINDOW) as clerk:
            assert ok(await clerk.get("/centre/entries"))["may_enter"] is False
            refused(await clerk.post("/centre/entries", json={"entry": closure()}), 403, "role_missing")


class TestHolidays:
    async def test_a_year_moves_the_limits_that_the_preview_told_of(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        clock.move(days=37)  # 2026-12-30: five working days reach into a year that nobody has published
        number = (await applicant.submitted())["number"]
        assert (await status(applicant, number))["clocks"] == []
        async with colleague(app, Role.TUNER) as tuner:
            seen = ok(await tuner.post("/centre/entries/preview", json={"entry": YEAR_2027}))
            (limit,) = seen["limits"]
            assert (limit["number"], limit["before"], limit["after"]) == (number, None, "2027-01-07")
            assert (seen["looked_at"], seen["shifted"]) == (1, 1)
            assert (await status(applicant, number))["clocks"] == [], "看一看不改什么"
            made = await entered(tuner, YEAR_2027)
            (running,) = (await status(applicant, number))["clocks"]
            assert running["due"] == "2027-01-07"
            await sweep(services)
            own = {"kind": "own_day", "day": "2027-01-06", "working": False, "notice": "某政〔2026〕1号"}
            seen = ok(await tuner.post("/centre/entries/preview", json={"entry": own | {"why": "某某节"}}))
            assert [(one["before"], one["after"]) for one in seen["limits"]] == [("2027-01-07", "2027-01-08")]
            undo = ok(await tuner.post("/centre/entries/preview", json={"replaces": made["id"]}))
            assert [(one["before"], one["after"]) for one in undo["limits"]] == [("2027-01-07", None)]
        async with colleague(app, Role.WINDOW) as clerk:
            (line,) = ok(await clerk.get("/desk/cases"))["cases"]
        assert "2027-01-07" in str(line["clocks"]), "待办按新的日子排"

    async def test_another_process_takes_over_what_was_entered(
        self, app: FastAPI, services: Services
    ) -> None:
        other = CentreHolder(services.database, services.centre.shipped)
        async with colleague(app, Role.TUNER) as tuner:
            made = await entered(tuner, YEAR_2027)
            assert await other.refresh() and not await other.refresh()
            assert other.calendar == services.calendar != services.centre.shipped
            await tuner.post(f"/centre/entries/{made['id']}/undo")
        assert await other.refresh() and other.calendar == services.centre.shipped
