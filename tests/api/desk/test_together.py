"""Several departments on one case, and several cases of one submission."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi import FastAPI

from api.published.catalogue_holder import CatalogueHolder
from api.services import Services
from tests.api.applicant import Applicant, ok, refused
from tests.api.desk.officers import office
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

CAFE = "internet_cafe.final"


class TestJointHandling:
    async def test_sent_out_at_once_and_gathered(self, app: FastAPI, applicant: Applicant) -> None:
        receipt = await applicant.submitted(CAFE)
        number, window = receipt["number"], receipt["window"]
        async with (
            office(app, window["window"], window["department"]) as lead,
            office(app, "police", "police") as police,
            office(app, "police", "fire") as fire,
        ):
            await lead.accepted(number)
            wrong = await lead.clerk.try_to("send_out", number, departments=["nope", window["department"]])
            problem = refused(wrong, 422, "act_not_possible")
            assert [one["code"] for one in problem["objections"]] == ["unknown_department", "own_department"]
            assert "没有部门「nope」" in problem["detail"] and "police" in problem["detail"]
            await lead.clerk.do("send_out", number, departments=["police", "fire"], days=5)
            waiting = ok(await police.reviewer.client.get("/desk/tasks"))["cases"]
            assert [line["number"] for line in waiting] == [number]
            early = await lead.reviewer.try_to("review", number, outcome="grant", opinion="可以。")
            assert refused(early, 422, "act_not_possible")["objections"]
            await police.reviewer.do("give_opinion", number, agrees=True, opinion="同意。")
            seen = await lead.clerk.look(number)
            assert [(one["department"], one["slowest"]) for one in seen["tasks"]] == [
                ("fire", True),
                ("police", False),
            ]
            assert seen["tasks"][1]["opinion"] == "同意。" and "还剩5个工作日" in seen["tasks"][0]["left"]
            own = (await fire.reviewer.look(number))["tasks"]
            assert [(one["department"], one["slowest"]) for one in own] == [("fire", False)]
            assert "2个部门同时办理，1个已出具意见，最慢的是" in seen["joint"]
            assert ok(await police.reviewer.client.get("/desk/tasks"))["cases"] == []
            again = await police.reviewer.try_to("give_opinion", number, agrees=False, opinion="不同意。")
            refused(again, 422, "act_not_possible")
            await fire.reviewer.do("give_opinion", number, agrees=True, opinion="同意。")
            status = await applicant.client.post(
                "/cases/status", json={"number": number, "phone_tail": applicant.who.phone[-4:]}
            )
            assert ok(status)["joint"] == "2个部门同时办理，2个已出具意见。"


class TestBundle:
    async def test_one_submission_becomes_a_case_for_each_item(
        self, app: FastAPI, applicant: Applicant
    ) -> None:
        receipt = await applicant.submitted("start_company")
        parts = receipt["parts"]
        assert len(parts) >= 2 and parts[0]["number"] == receipt["number"]
        assert ok(await applicant.submit("key-one")) == receipt
        assert len({part["number"] for part in parts}) == len(parts)
        for part in parts:
            status = ok(
                await applicant.client.post(
                    "/cases/status", json={"number": part["number"], "phone_tail": applicant.who.phone[-4:]}
                )
            )
            assert status["item"] == part["item"]
            assert len(status["parts"]) == len(parts) - 1

    async def test_a_shared_paper_is_held_by_one_case(self, app: FastAPI, applicant: Applicant) -> None:
        receipt = await applicant.submitted("open_restaurant")
        window = receipt["window"]
        numbers = [part["number"] for part in receipt["parts"]]
        async with office(app, window["window"], window["department"]) as lead:
            papers = [(await lead.clerk.look(number))["materials"] for number in numbers]
        held = {paper["id"] for paper in papers[0]}
        shared = [paper for line in papers[1:] for paper in line if paper["id"] in held]
        assert all(paper["held_by"] in numbers for paper in shared)
        assert shared


class TestPassingUp:
    async def test_first_reviewed_here_then_decided_above(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        item = next(item for item in services.catalogue.items.values() if item.passed_up_to)
        receipt = await applicant.submitted(item.id)
        number, window = receipt["number"], receipt["window"]
        async with office(app, window["window"], item.department) as here:
            await here.accepted(number)
            opinion = {
                "outcome": "grant",
                "opinion": "符合条件。",
                "without_examination": "资料齐全，不用勘验。",
            }
            await here.reviewer.do("review", number, **opinion)
            await here.approver.do("approve", number, opinion="同意上报。")
            decide = await here.approver.try_to("decide", number, outcome="grant", document="准〔2026〕1号")
            assert "上报" in refused(decide, 422, "act_not_possible")["detail"]
            await here.approver.do("pass_up", number, authority=item.passed_up_to, document="报〔2026〕1号")
            status = await applicant.client.post(
                "/cases/status", json={"number": number, "phone_tail": applicant.who.phone[-4:]}
            )
            seen = ok(status)
            assert seen["state"] == "passed_up" and item.passed_up_to in seen["timeline"][-1]["told"]
            back = await here.approver.do("pass_back", number, outcome="grant", document="准〔2026〕9号")
            assert back["state"] == "approved"
            done = await here.approver.do("decide", number, outcome="grant", document="准〔2026〕9号")
            assert done["state"] == "decided"


class TestEqualWindows:
    async def test_the_one_with_fewer_open_cases(
        self, applicant: Applicant, stranger: Applicant, services: Services, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        catalogue = services.catalogue
        second = catalogue.windows["market"].model_copy(update={"id": "market-2", "name": "市场监管二号窗口"})
        both = replace(catalogue, windows={**catalogue.windows, second.id: second})
        monkeypatch.setattr(CatalogueHolder, "current", both)
        first = await applicant.submitted()
        assert first["window"]["window"] == "market"
        other = await stranger.submitted()
        assert other["window"]["window"] == "market-2"
        assert "这个待办的最少" in other["why"]
