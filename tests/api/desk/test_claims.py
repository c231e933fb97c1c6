"""Who has a case in hand and who has it open: colleagues see it, nobody is locked out, neglected claims go back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.cases.models import CaseMarkRow
from api.desk.neglect_job import take_back
from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, Officer, office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


@pytest.fixture
async def second(app: FastAPI) -> AsyncIterator[Officer]:
    """Another clerk at the same window."""
    async with colleague(app, Role.WINDOW) as client:
        yield Officer(client)


async def claim(officer: Officer, number: str) -> Any:
    return ok(await officer.client.post(f"/desk/cases/{number}/claim"))


async def beat(officer: Officer, number: str) -> Any:
    return ok(await officer.client.put(f"/desk/cases/{number}/looking"))


async def line(officer: Officer) -> dict[str, Any]:
    (found,) = ok(await officer.client.get("/desk/cases"))["cases"]
    shown: dict[str, Any] = found
    return shown


class TestClaim:
    async def test_colleagues_see_it_before_they_open_the_case(
        self, applicant: Applicant, staff: Office, second: Officer
    ) -> None:
        number = (await applicant.submitted())["number"]
        mine = await claim(staff.clerk, number)
        assert mine["claimed_by"]["mine"] and mine["claimed_by"]["name"] == "测试人员"
        assert await claim(staff.clerk, number) == mine
        theirs = (await line(second))["claimed_by"]
        assert theirs["account"] == mine["claimed_by"]["account"] and not theirs["mine"]
        seen = await second.look(number)
        assert seen["claim_remark"] == "测试人员在11月23日 09:30认领了这个办件。"
        said = refused(await second.client.post(f"/desk/cases/{number}/claim"), 409, "claimed_already")
        assert "测试人员在11月23日 09:30认领了" in said["detail"]
        counts = [ok(await one.client.get("/desk/summary"))["mine"] for one in (staff.clerk, second)]
        assert counts == [1, 0]

    async def test_of_two_at_once_one_has_it(
        self, applicant: Applicant, staff: Office, second: Officer
    ) -> None:
        number = (await applicant.submitted())["number"]
        codes = []

        async def try_it(officer: Officer) -> None:
            codes.append((await officer.client.post(f"/desk/cases/{number}/claim")).status_code)

        async with anyio.create_task_group() as group:
            group.start_soon(try_it, staff.clerk)
            group.start_soon(try_it, second)
        assert sorted(codes) == [200, 409]

    async def test_does_not_lock_out_who_may_act(
        self, applicant: Applicant, staff: Office, second: Officer
    ) -> None:
        number = (await applicant.submitted())["number"]
        await claim(staff.clerk, number)
        done = await second.do("receive", number)
        assert done["state"] == "received" and "请告诉测试人员一声" in done["claim_remark"]
        own = await staff.clerk.do("accept", number, document="受〔2026〕1号")
        assert own["claim_remark"] == "" and own["claimed_by"]["mine"]

    async def test_ends_with_the_case_and_with_a_transfer(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        await claim(staff.clerk, number)
        gone = await staff.clerk.do(
            "withdraw", number, reason="不开店了。", signed_request="11月30日，卷内第3页"
        )
        assert gone["claimed_by"] is None
        answer = await staff.clerk.client.post(f"/desk/cases/{number}/claim")
        assert "已经办完" in refused(answer, 409, "wrong_state")["detail"]

    async def test_is_given_back_by_the_holder_or_the_supervisor(
        self, applicant: Applicant, staff: Office, second: Officer
    ) -> None:
        number = (await applicant.submitted())["number"]
        path = f"/desk/cases/{number}/release"
        assert ok(await second.client.post(path))["claimed_by"] is None
        await claim(staff.clerk, number)
        refused(await second.client.post(path), 403, "not_your_claim")
        assert ok(await staff.clerk.client.post(path))["claimed_by"] is None
        await claim(second, number)
        assert ok(await staff.supervisor.client.post(path))["claimed_by"] is None

    async def test_is_not_for_others_cases_nor_for_the_supervisor(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        refused(await staff.supervisor.client.post(f"/desk/cases/{number}/claim"), 403, "role_missing")
        async with office(app, window="police", department="police") as others:
            for method, what in (("POST", "claim"), ("POST", "release"), ("PUT", "looking")):
                answer = await others.clerk.client.request(method, f"/desk/cases/{number}/{what}")
                refused(answer, 404, "not_yours")


class TestNeglect:
    async def test_goes_back_and_supervision_sees_it(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        await claim(staff.clerk, number)
        clock.move(hours=23)
        assert await services.database.transact(lambda session: take_back(session, services)) == 0
        clock.move(hours=2)
        assert await services.database.transact(lambda session: take_back(session, services)) == 1
        assert (await line(staff.clerk))["claimed_by"] is None
        marks = select(CaseMarkRow.say).where(CaseMarkRow.code == "claim_neglected")
        (said,) = await services.database.read(lambda session: session.scalars(marks))
        assert said.endswith("认领以后24个小时（工作日）没有办理，已经收回。")

    async def test_not_while_the_holder_has_it_open_or_the_applicant_is_waited_for(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        await claim(staff.clerk, number)
        clock.move(hours=20)
        await beat(staff.clerk, number)
        clock.move(hours=20)
        assert await services.database.transact(lambda session: take_back(session, services)) == 0
        await staff.clerk.do("receive", number)
        point = {"material": "food_operation.application", "name": "食品经营许可申请书", "what": "请签名"}
        await staff.clerk.do("request_correction", number, points=[point])
        clock.move(days=20)
        assert await services.database.transact(lambda session: take_back(session, services)) == 0


class TestPresence:
    async def test_others_see_who_looks_until_they_leave(
        self, applicant: Applicant, staff: Office, second: Officer, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        assert (await beat(staff.clerk, number))["looking"] == []
        (seen,) = (await line(second))["looking"]
        assert seen["name"] == "测试人员" and (await line(staff.clerk))["looking"] == []
        assert len((await second.look(number))["looking"]) == 1
        clock.move(seconds=44)
        assert len((await beat(second, number))["looking"]) == 1
        clock.move(seconds=2)
        assert (await line(second))["looking"] == []
        ok(await second.client.delete(f"/desk/cases/{number}/looking"))
        assert (await line(staff.clerk))["looking"] == []
