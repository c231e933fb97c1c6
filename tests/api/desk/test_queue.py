"""What staff find in their queue: whose it is, in which order, by what it is filtered, searched and counted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import update

from api.cases.column_filling_job import fill
from api.cases.models import CaseRow
from api.desk.models import ClaimRow
from api.services import Services
from intake.people import person
from knowledge.base.roles import Role
from tests.api.applicant import APPLICATION, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, Officer, office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def queue(officer: Officer, **params: Any) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = ok(await officer.client.get("/desk/cases", params=params))["cases"]
    return lines


async def numbers(officer: Officer, **params: Any) -> list[str]:
    return [line["number"] for line in await queue(officer, **params)]


async def submitted(applicant: Applicant, seed: int) -> str:
    one = Applicant(applicant.client, f"applicant-{seed}", person(seed))
    number: str = (await one.submitted())["number"]
    return number


async def asked_to_correct(staff: Office, number: str, by: str) -> None:
    await staff.clerk.do("receive", number)
    point = {"material": APPLICATION, "name": "食品经营许可申请书", "what": "没有签名，请补签"}
    await staff.clerk.do("request_correction", number, points=[point], correct_by=by)


class TestLine:
    async def test_says_everything_without_opening_the_case(
        self, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        (line,) = await queue(staff.clerk)
        assert line["number"] == number and line["item"] == "食品经营许可（新办）"
        assert line["scenario"] and line["applicant"][1:] == "*" * (len(applicant.who.name) - 1)
        assert line["precheck"] == "没有上传" and line["stage_label"] == "待收件"
        assert line["clocks"] == [
            {
                "code": "answer",
                "what": "答复是否受理",
                "due": "2026-11-30",
                "colour": "green",
                "left": "还剩5个工作日",
                "silence": True,
            }
        ]
        assert line["claimed_by"] is None and line["looking"] == [] and line["version"] == 1
        assert applicant.who.name not in str(line) and applicant.who.phone not in str(line)

    async def test_colours_follow_the_days(
        self, applicant: Applicant, staff: Office, clock: MovableClock
    ) -> None:
        await applicant.submitted()
        seen = []
        for _ in range(4):
            clock.move(days=2)
            (line,) = await queue(staff.clerk)
            seen += [(one["code"], one["colour"], one["left"]) for one in line["clocks"][:1]]
        assert seen[:2] == [("answer", "green", "还剩3个工作日"), ("answer", "amber", "还剩1个工作日")]
        assert seen[3][1] == "red"

    async def test_an_accepted_case_has_the_clock_of_the_decision(
        self, applicant: Applicant, staff: Office
    ) -> None:
        await staff.accepted((await applicant.submitted())["number"])
        (line,) = await queue(staff.reviewer)
        codes = [one["code"] for one in line["clocks"]]
        assert "decision" in codes and not {"promised", "legal"} & set(codes)


class TestWhose:
    async def test_windows_departments_and_all(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        for officer in (staff.clerk, staff.reviewer, staff.approver, staff.supervisor):
            assert await numbers(officer) == [number]
        async with office(app, window="police", department="police") as others:
            assert await numbers(others.clerk) == [] == await numbers(others.reviewer)
            assert await numbers(others.clerk, q=number) == []
            assert await numbers(others.reviewer, q=applicant.who.name) == []
            assert await numbers(others.supervisor) == [number]

    async def test_a_case_that_two_roles_reach_is_listed_once(
        self, app: FastAPI, applicant: Applicant
    ) -> None:
        number = (await applicant.submitted())["number"]
        async with colleague(app, Role.WINDOW, Role.REVIEWER) as client:
            assert await numbers(Officer(client)) == [number]

    async def test_who_may_not_see_cases_gets_none(self, app: FastAPI) -> None:
        async with colleague(app, Role.TUNER) as client:
            refused(await client.get("/desk/cases"), 403, "role_missing")
            refused(await client.get("/desk/summary"), 403, "role_missing")


class TestOrder:
    async def test_of_one_day_silence_and_corrections_come_first(
        self, applicant: Applicant, staff: Office
    ) -> None:
        silent, correcting = sorted([await submitted(applicant, 1), await submitted(applicant, 2)])
        await asked_to_correct(staff, correcting, "2026-11-30")
        lines = await queue(staff.clerk)
        assert [line["number"] for line in lines] == [silent, correcting]
        late = lines[1]["clocks"][0]
        assert (late["code"], late["due"], late["left"]) == ("correction", "2026-11-30", "还剩5个工作日")
        await asked_to_correct(staff, silent, "2026-11-25")
        assert await numbers(staff.clerk) == [silent, correcting]

    async def test_by_submission(self, applicant: Applicant, staff: Office, clock: MovableClock) -> None:
        first = await submitted(applicant, 1)
        clock.move(days=1)
        second = await submitted(applicant, 2)
        assert await numbers(staff.clerk, sort="newest") == [second, first]
        page = ok(await staff.clerk.client.get("/desk/cases", params={"sort": "newest", "limit": 1}))
        assert await numbers(staff.clerk, sort="newest", cursor=page["next"]) == [first]
        assert await numbers(staff.clerk, sort="oldest") == [first, second]


class TestFilter:
    async def test_stage_state_and_days(
        self, applicant: Applicant, staff: Office, clock: MovableClock
    ) -> None:
        waiting = await submitted(applicant, 1)
        clock.move(days=1)
        ended, working = await submitted(applicant, 2), await submitted(applicant, 3)
        await staff.clerk.do("withdraw", ended, reason="不开店了。", signed_request="11月30日，卷内第3页")
        await staff.accepted(working)
        assert await numbers(staff.clerk, sort="oldest") == [waiting, working]
        assert await numbers(staff.clerk, stage="receive") == [waiting]
        assert await numbers(staff.clerk, stage="work") == [working]
        assert await numbers(staff.clerk, stage="done") == [ended]
        assert await numbers(staff.clerk, state="withdrawn") == [ended]
        assert await numbers(staff.clerk, submitted_from="2026-11-24") == [working]
        assert await numbers(staff.clerk, submitted_to="2026-11-23") == [waiting]
        assert await numbers(staff.clerk, stage="receive", due_before="2026-11-29") == []
        assert await numbers(staff.clerk, stage="receive", due_before="2026-11-30") == [waiting]
        named = {"item": "food_operation.new", "window": "", "q": "", "sort": "oldest"}
        assert await numbers(staff.clerk, **named) == [waiting, working]
        assert await numbers(staff.clerk, item="no.such") == []

    async def test_what_is_claimed_and_what_is_marked(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        free, taken = await submitted(applicant, 1), await submitted(applicant, 2)
        now = services.now()
        row = ClaimRow(case_number=taken, account="ABC234", since=now, used_at=now, changed_at=now)

        async def put(session: Any) -> None:
            session.add(row)

        await services.database.transact(put)
        assert await numbers(staff.clerk, claimed_by="nobody") == [free]
        assert await numbers(staff.clerk, claimed_by="ABC234") == [taken]
        assert await numbers(staff.clerk, claimed_by="me") == []
        await staff.supervisor.do("urge", free, reason="快一点。")
        assert await numbers(staff.clerk, mark="urged") == [free]

    async def test_what_there_is_not_is_said(self, staff: Office) -> None:
        for wrong in ({"stage": "x"}, {"limit": 201}, {"due_before": "x"}, {"colour": "red"}):
            refused(await staff.clerk.client.get("/desk/cases", params=wrong), 422, "invalid_payload")


class TestSearch:
    async def test_number_tail_name_and_item(self, applicant: Applicant, staff: Office) -> None:
        first, second = await submitted(applicant, 1), await submitted(applicant, 2)
        who = person(2)
        assert await numbers(staff.clerk, q=first) == [first]
        assert await numbers(staff.clerk, q=first[:11]) == [first]
        assert await numbers(staff.clerk, q=who.phone_tail) == [second]
        assert await numbers(staff.clerk, q=f" {who.name} ") == [second]
        assert await numbers(staff.clerk, q="食品经营") == sorted([first, second])
        assert await numbers(staff.clerk, q="没有这个事项") == []

    async def test_finds_what_has_ended(self, applicant: Applicant, staff: Office) -> None:
        number = await submitted(applicant, 1)
        await staff.clerk.do("withdraw", number, reason="不开店了。", signed_request="11月30日，卷内第3页")
        assert await numbers(staff.clerk) == []
        assert await numbers(staff.clerk, q=person(1).name) == [number]

    async def test_cases_of_an_older_release_are_filled(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = await submitted(applicant, 1)
        empty = update(CaseRow).values(name_digest=None, tail_digest=None, scenario="")
        await services.database.transact(lambda session: session.execute(empty))
        assert await numbers(staff.clerk, q=person(1).name) == []
        assert await services.database.transact(lambda session: fill(session, services.vault)) == 1
        assert await services.database.transact(lambda session: fill(session, services.vault)) == 0
        (line,) = await queue(staff.clerk, q=person(1).name)
        assert line["number"] == number and line["version"] == 1 and line["scenario"]

    async def test_what_cannot_be_opened_is_found_by_its_number(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = await submitted(applicant, 1)
        empty = update(CaseRow).values(name_digest=None, contact="gAAAA-of-another-secret")
        await services.database.transact(lambda session: session.execute(empty))
        await services.database.transact(lambda session: fill(session, services.vault))
        assert await services.database.transact(lambda session: fill(session, services.vault)) == 0
        assert await numbers(staff.clerk, q=person(1).name) == []
        assert await numbers(staff.clerk, q=number) == [number]


class TestSummary:
    async def test_counts_what_is_theirs(self, app: FastAPI, applicant: Applicant, staff: Office) -> None:
        await submitted(applicant, 1)
        await staff.accepted(await submitted(applicant, 2))
        await staff.decided(await submitted(applicant, 3))
        for officer in (staff.clerk, staff.reviewer, staff.supervisor):
            seen = ok(await officer.client.get("/desk/summary"))
            counts = {group["label"]: group["count"] for group in seen["groups"]}
            assert counts == {
                "待收件": 1,
                "待受理": 0,
                "补正中": 0,
                "在办": 2,
                "特别程序": 0,
                "办结": 0,
            }
        async with office(app, window="police", department="police") as others:
            seen = ok(await others.clerk.client.get("/desk/summary"))
            assert {group["count"] for group in seen["groups"]} == {0}
            assert [window["id"] for window in seen["windows"]] == ["police"]
