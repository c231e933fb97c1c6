"""What supervising departments report: every fault at once, each report once, seen by supervision."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text as sql

from api.exchange import feedback
from api.services import Services
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague

pytestmark = pytest.mark.anyio


def penalty(number: str, key: str = "penalty-0001", **rest: Any) -> dict[str, Any]:
    return {
        "key": key,
        "kind": "penalty",
        "project_no": number,
        "time": "2026-11-20 10:00:00",
        "document": "河市监罚〔2026〕7号",
        "text": "超范围经营，罚款2000元",
        **rest,
    }


class TestTake:
    async def test_a_penalty_is_kept_shown_and_marked(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        async with colleague(app, Role.PARTNER) as partner:
            taken = ok(await partner.post("/exchange/feedback", json={"feedback": [penalty(number)]}))
            again = ok(await partner.post("/exchange/feedback", json={"feedback": [penalty(number)]}))
            assert taken == again
        (seen,) = await services.database.read(lambda session: feedback.of_case(session, number, services))
        async with colleague(app, Role.REVIEWER) as reviewer:
            path = f"/exchange/cases/{number}/feedback"
            assert [one["document"] for one in ok(await reviewer.get(path))["feedback"]] == [seen.document]
        async with colleague(app, Role.REVIEWER, department="housing") as other:
            refused(await other.get(path), 404, "not_yours")
        assert seen.kind_name == "行政处罚" and seen.document == "河市监罚〔2026〕7号"
        async with colleague(app, Role.SUPERVISOR) as supervisor:
            page = ok(await supervisor.get("/exchange/feedback"))
            assert [one["case"] for one in page["feedback"]] == [number]
            assert (
                ok(await supervisor.get("/exchange/feedback", params={"after": page["next"]}))["feedback"]
                == []
            )

        async def marks(session: Any) -> list[str]:
            return list((await session.execute(sql("SELECT code FROM case_marks"))).scalars())

        assert "feedback_penalty" in await services.database.read(marks)

    async def test_a_partners_state_is_read_by_its_own_list(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        report = {
            "key": "state-00001",
            "kind": "state",
            "project_no": number,
            "time": "2026-11-20 10:00:00",
            "adapter": "construction",
            "code": "15",
        }
        async with colleague(app, Role.PARTNER) as partner:
            (seen,) = ok(await partner.post("/exchange/feedback", json={"feedback": [report]}))["feedback"]
            assert (seen["code_name"], seen["state"]) == ("撤销", "已撤销")
            wrong = report | {"key": "state-00002", "adapter": "one_window"}
            document = refused(
                await partner.post("/exchange/feedback", json={"feedback": [wrong]}), 422, "feedback_faulty"
            )
            assert "一窗收件办件状态没有这个代码" in document["errors"][0]["message"]

    async def test_every_fault_is_said_at_once_and_nothing_is_kept(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        reports = [
            penalty(number),
            penalty(number, "penalty-0002", document="", time="明天"),
            penalty("261123999994", "penalty-0003"),
            {
                "key": "inspect-001",
                "kind": "inspection",
                "project_no": number,
                "time": "2036-11-20 10:00:00",
                "result": "2",
            },
            {"key": "policy-0001", "kind": "policy", "item": "nothing.here", "time": "2027-01-01 00:00:00"},
            penalty(number, kind="fine"),
        ]
        async with colleague(app, Role.PARTNER) as partner:
            document = refused(
                await partner.post("/exchange/feedback", json={"feedback": reports}), 422, "feedback_faulty"
            )
        places = [fault["field"] for fault in document["errors"]]
        assert places == [
            "feedback.1.document",
            "feedback.1.time",
            "feedback.2.project_no",
            "feedback.3.result",
            "feedback.3.time",
            "feedback.4.document",
            "feedback.4.text",
            "feedback.4.item",
            "feedback.5.kind",
            "feedback.5.key",
        ]
        assert await services.database.read(lambda session: feedback.of_case(session, number, services)) == []

    async def test_a_key_is_not_used_for_another_report(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        async with colleague(app, Role.PARTNER) as partner:
            ok(await partner.post("/exchange/feedback", json={"feedback": [penalty(number)]}))
            other = penalty(number, text="罚款20000元")
            refused(
                await partner.post("/exchange/feedback", json={"feedback": [other]}),
                409,
                "feedback_key_reused",
            )

    async def test_another_department_reports_on_its_own_cases_only(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        async with colleague(app, Role.PARTNER, department="housing") as other:
            answer = await other.post("/exchange/feedback", json={"feedback": [penalty(number)]})
            document = refused(answer, 422, "feedback_faulty")
            assert [fault["field"] for fault in document["errors"]] == ["feedback.0.project_no"]

    async def test_personal_data_in_words_are_cut_out(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        said = penalty(number, text=f"当事人电话{applicant.who.phone}，罚款2000元")
        async with colleague(app, Role.PARTNER) as partner:
            (seen,) = ok(await partner.post("/exchange/feedback", json={"feedback": [said]}))["feedback"]
        assert applicant.who.phone not in seen["text"] and "罚款2000元" in seen["text"]

    async def test_a_policy_may_lie_ahead_and_a_failed_inspection_is_said_to_be_one(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        reports = [
            {
                "key": "policy-0001",
                "kind": "policy",
                "item": "food_operation.new",
                "time": "2027-01-01 00:00:00",
                "document": "国市监〔2026〕9号",
                "text": "改为备案",
            },
            {
                "key": "inspect-001",
                "kind": "inspection",
                "project_no": number,
                "time": "2026-11-20 10:00:00",
                "result": "0",
            },
        ]
        async with colleague(app, Role.PARTNER) as partner:
            policy, inspection = ok(await partner.post("/exchange/feedback", json={"feedback": reports}))[
                "feedback"
            ]
        assert policy["item"] == "food_operation.new" and policy["case"] == ""
        assert inspection["failed"]
