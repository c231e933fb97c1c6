"""A case from the window to delivery, as officers and the applicant see it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import inspect, select

from api.cases.log import link_of
from api.cases.models import CaseLogRow, CaseRow, RefusedActRow
from api.outbox.models import OutboxRow
from api.services import Services
from knowledge.base.roles import Role
from knowledge.cases.record.chain import verify
from tests.api.applicant import APPLICATION, Applicant, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


def query(applicant: Applicant, number: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "phone_tail": applicant.who.phone[-4:], **more}


def full(applicant: Applicant, number: str, **more: Any) -> dict[str, Any]:
    """As whoever changes the case from elsewhere: by the whole phone."""
    return {"number": number, "phone": applicant.who.phone, **more}


async def status_of(applicant: Applicant, number: str) -> dict[str, Any]:
    return ok(await applicant.client.post("/cases/status", json=query(applicant, number)))


async def rows(services: Services, table: type, **where: str) -> list[Any]:
    statement = select(table).filter_by(**where).order_by(*inspect(table).primary_key)
    return list(await services.database.read(lambda session: _all(session, statement)))


async def _all(session: Any, statement: Any) -> list[Any]:
    return list((await session.scalars(statement)).all())


class TestWholeLife:
    async def test_granted_and_delivered(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        decided = await staff.decided(number)
        assert decided["state"] == "decided"
        clock.move(days=1)
        await staff.clerk.do("issue", number, name="食品经营许可证", number="JY1")
        await staff.clerk.do("deliver", number, way="counter")
        seen = await status_of(applicant, number)
        assert seen["state"] == "delivered"
        assert seen["timeline"][-1]["label"] == "结果已在窗口送达"
        assert "欢迎评价" in seen["timeline"][-1]["told"]
        assert seen["who_acts_next"] == "" and seen["due"] is None

    async def test_the_log_is_a_chain_that_ends_in_the_case(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.decided(number)
        links = [link_of(row) for row in await rows(services, CaseLogRow, case_number=number)]
        (case,) = await rows(services, CaseRow, number=number)
        assert len(links) == 6
        assert verify(number, links, case.log_head) is None

    async def test_what_the_applicant_is_told_leaves_with_the_act(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.decided(number)
        sent = await rows(services, OutboxRow, subject=number)
        told = [row.data["act"] for row in sent if row.topic == "told"]
        assert told == ["submit", "receive", "accept", "decide"]
        assert [row.receiver for row in sent if row.topic == "result"] == ["market"]
        assert len({row.key for row in sent}) == len(sent)

    async def test_who_acted_stands_in_the_log(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        seen = await staff.decided(number)
        assert [line["role"] for line in seen["log"]] == [
            "applicant", "window", "window", "reviewer", "approver", "approver",
        ]  # fmt: skip
        assert len({line["actor"] for line in seen["log"]}) == 4


class TestCorrection:
    async def test_once_and_whole_then_corrected(
        self, applicant: Applicant, staff: Office, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        point = {"material": APPLICATION, "name": "申请书", "what": "请补上签名"}
        await staff.clerk.do("request_correction", number, points=[point], correct_by="2026-12-07")
        seen = await status_of(applicant, number)
        assert seen["state"] == "correction" and seen["can"] == ["correct", "withdraw", "complain"]
        assert seen["to_correct"] == [point]
        assert "请补上签名" in seen["timeline"][-1]["told"]
        clock.move(days=1)
        after = ok(
            await applicant.client.post(
                "/cases/correction", json=full(applicant, number, materials=[APPLICATION])
            )
        )
        assert after["state"] == "received"
        assert after["due"]["day"] == "2026-12-01"

    async def test_what_was_not_on_the_notice_needs_a_reason_and_is_marked(
        self, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        point = {"material": "tax.proof", "name": "完税证明", "what": "请提供"}
        answer = await staff.clerk.try_to("request_correction", number, points=[point])
        problem = refused(answer, 422, "act_not_possible")
        assert problem["reason"] == "not_on_notice"
        await staff.clerk.do("request_correction", number, points=[{**point, "reason": "上级新的要求。"}])
        marks = ok(await staff.supervisor.client.get("/supervision/marks"))["marks"]
        assert [(mark["number"], mark["code"]) for mark in marks] == [(number, "late_request")]

    async def test_a_material_of_nobody_is_named(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        point = {"material": APPLICATION, "name": "申请书", "what": "请补上签名"}
        await staff.clerk.do("request_correction", number, points=[point])
        answer = await applicant.client.post(
            "/cases/correction", json=full(applicant, number, materials=["x"])
        )
        codes = [one["code"] for one in refused(answer, 422, "act_not_possible")["objections"]]
        assert codes == ["unknown_material", "still_missing"]


class TestWhoMay:
    async def test_reviewer_and_approver_are_two_people(self, app: FastAPI, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        async with colleague(app, Role.WINDOW, Role.REVIEWER, Role.APPROVER) as both, office(app) as others:
            await others.accepted(number)
            version = ok(await both.get(f"/desk/cases/{number}"))["version"]
            review = {"outcome": "grant", "opinion": "可以。", "without_examination": "不用。"}
            answer = await both.post(
                f"/desk/cases/{number}/acts/review", json={"version": version, "data": review}
            )
            version = ok(answer)["version"]
            again = await both.post(
                f"/desk/cases/{number}/acts/approve", json={"version": version, "data": {}}
            )
            assert refused(again, 422, "act_not_possible")["reason"] == "same_person"

    async def test_another_window_finds_nothing(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        async with office(app, window="police", department="police") as others:
            refused(await others.clerk.client.get(f"/desk/cases/{number}"), 404, "not_yours")
            refused(await others.clerk.client.get("/desk/cases/000000000000"), 404, "not_yours")
            refused(
                await others.clerk.client.post(f"/desk/cases/{number}/acts/receive", json={"version": 1}),
                404,
                "not_yours",
            )
        (row,) = await logged(services, "refused")
        assert (row.subject, row.data) == (number, {"act": "receive", "reason": "not_yours"})

    async def test_the_wrong_role_is_told_whose_it_is(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        problem = refused(await staff.reviewer.try_to("receive", number), 403, "wrong_role")
        assert "受理窗口" in problem["detail"]

    async def test_contact_in_the_clear_is_asked_for(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        assert "*" in (await staff.clerk.look(number))["contact"]["phone"]
        answer = await staff.clerk.client.post(f"/desk/cases/{number}/contact", json={"fields": ["phone"]})
        assert ok(answer)["contact"] == {"phone": applicant.who.phone}


class TestRefusal:
    async def test_says_what_is_possible_and_changes_nothing(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        before = await staff.clerk.look(number)
        problem = refused(await staff.clerk.try_to("accept", number), 409, "wrong_state")
        assert problem["possible"] == ["receive", "transfer", "withdraw"]
        assert problem["state"] == "submitted" and "收件" in problem["detail"]
        assert await staff.clerk.look(number) == before
        (row,) = await rows(services, RefusedActRow, case_number=number)
        assert (row.act, row.role, row.codes) == ("accept", "window", ["wrong_state"])
        shown = ok(await staff.supervisor.client.get("/supervision/refused-acts"))["acts"]
        assert [one["number"] for one in shown] == [number]

    async def test_an_act_that_nobody_knows(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        assert (
            refused(await staff.clerk.try_to("eat", number), 422, "act_not_possible")["reason"]
            == "unknown_act"
        )

    async def test_every_wrong_field_at_once(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        problem = refused(
            await staff.clerk.try_to("request_correction", number, points=7, correct_by="gestern"),
            422,
            "invalid_act",
        )
        assert [one["field"] for one in problem["errors"]] == ["points", "correct_by"]
        assert "correct_by：应写成 2026-11-23 这样的日期" in problem["detail"]
        assert problem["state"] == "received"

    async def test_a_window_that_there_is_not(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        problem = refused(
            await staff.clerk.try_to("transfer", number, to_window="nope", reason="走错了"),
            422,
            "act_not_possible",
        )
        assert "没有窗口「nope」" in problem["detail"] and "police" in problem["detail"]

    async def test_a_department_that_there_is_not(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        moved = {"to_window": "police", "to_department": "nope", "reason": "走错了"}
        problem = refused(await staff.clerk.try_to("transfer", number, **moved), 422, "act_not_possible")
        assert problem["reason"] == "unknown_department"
        await staff.accepted(number)
        arranged = {"kind": "on_site", "on": "2026-11-24", "departments": ["nope"]}
        problem = refused(
            await staff.reviewer.try_to("arrange_examination", number, **arranged), 422, "act_not_possible"
        )
        assert problem["reason"] == "unknown_department"

    async def test_a_date_in_the_past(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        point = {"material": APPLICATION, "name": "申请书", "what": "请补上签名"}
        answer = await staff.clerk.try_to(
            "request_correction", number, points=[point], correct_by="2026-11-02"
        )
        assert refused(answer, 422, "act_not_possible")["reason"] == "date_in_past"


class TestAtOnce:
    async def test_one_of_twenty_receives(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        answers: list[httpx.Response] = []
        async with colleague(app, Role.WINDOW) as clerk:
            version = ok(await clerk.get(f"/desk/cases/{number}"))["version"]

            async def receive() -> None:
                answers.append(
                    await clerk.post(f"/desk/cases/{number}/acts/receive", json={"version": version})
                )

            async with anyio.create_task_group() as group:
                for _ in range(20):
                    group.start_soon(receive)
        assert sorted(answer.status_code for answer in answers) == [200] + [409] * 19
        stale = [answer.json() for answer in answers if answer.status_code == 409]
        assert {(one["code"], one["state"]) for one in stale} == {("stale_version", "received")}
        assert len(await rows(services, CaseLogRow, case_number=number)) == 2


class TestQueue:
    async def test_what_is_due_first_stands_on_top(
        self, app: FastAPI, applicant: Applicant, staff: Office, clock: MovableClock
    ) -> None:
        numbers = []
        for one in range(3):
            another = Applicant(applicant.client, f"queue-{one}")
            numbers.append((await another.submitted())["number"])
            clock.move(days=1)
        await staff.clerk.do("receive", numbers[0])
        lines = ok(await staff.clerk.client.get("/desk/cases"))["cases"]
        assert [line["number"] for line in lines] == numbers
        assert [line["due"] for line in lines] == ["2026-11-30", "2026-12-01", "2026-12-02"]
        ours = ok(await staff.reviewer.client.get("/desk/cases"))["cases"]
        assert [line["number"] for line in ours] == numbers

    async def test_page_after_page(self, applicant: Applicant, staff: Office) -> None:
        numbers = [(await Applicant(applicant.client, f"p-{one}").submitted())["number"] for one in range(5)]
        seen: list[str] = []
        after: str | None = None
        for _ in range(3):
            params = {"limit": 2, **({"cursor": after} if after else {})}
            page = ok(await staff.clerk.client.get("/desk/cases", params=params))
            seen += [line["number"] for line in page["cases"]]
            after = page["next"]
        assert seen == sorted(numbers) and after is None
        wrong = await staff.clerk.client.get("/desk/cases", params={"cursor": "x"})
        refused(wrong, 422, "unknown_place_in_queue")

    async def test_another_window_s_queue_is_not_shown(self, staff: Office) -> None:
        refused(await staff.clerk.client.get("/desk/cases", params={"window": "police"}), 404, "not_yours")


class TestTransfer:
    async def test_the_applicant_is_sent_to_the_new_window(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        before = ok(await staff.supervisor.client.get("/supervision/misroutes"))["lines"]
        assert [line["transferred"] for line in before] == [0]
        answer = await staff.clerk.try_to("transfer", number, to_window="nowhere", reason="应由公安受理。")
        refused(answer, 422, "act_not_possible")
        await staff.clerk.do(
            "transfer", number, to_window="police", to_department="police", reason="应由公安受理。"
        )
        seen = await status_of(applicant, number)
        assert seen["window"]["window"] == "police"
        lines = ok(await staff.supervisor.client.get("/supervision/misroutes"))["lines"]
        assert [(line["item"], line["rule"], line["transferred"]) for line in lines] == [
            ("food_operation.new", "department_window", 1)
        ]
        assert (lines[0]["item_name"], lines[0]["rule_name"]) == ("食品经营许可（新办）", "部门的窗口")
        async with office(app, window="police", department="police") as others:
            queue = ok(await others.clerk.client.get("/desk/cases"))["cases"]
            assert [line["number"] for line in queue] == [number]
