"""Several departments on one case, and several cases of one submission."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from tests.api.applicant import Applicant, ok, refused
from tests.api.desk.officers import office

pytestmark = pytest.mark.anyio

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
            await lead.clerk.do("send_out", number, departments=["police", "fire"], days=5)
            waiting = ok(await police.reviewer.client.get("/desk/tasks"))["cases"]
            assert [line["number"] for line in waiting] == [number]
            early = await lead.reviewer.try_to("review", number, outcome="grant", opinion="可以。")
            assert refused(early, 422, "act_not_possible")["objections"]
            await police.reviewer.do("give_opinion", number, agrees=True, opinion="同意。")
            seen = await lead.clerk.look(number)
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
