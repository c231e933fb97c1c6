"""Somebody stands at the window: opened, filled in, submitted, received, and where the item allows it settled on the spot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague, logged

pytestmark = pytest.mark.anyio

ON_SPOT = "individual_business.establish"
MADE = {"name": "营业执照", "number": "92360000MA3EXAMPL1", "opinion": "材料齐全，符合法定形式。"}


@pytest.fixture
async def clerk(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    async with colleague(app, Role.WINDOW) as client:
        yield client


async def begun(clerk: httpx.AsyncClient, visitor: Applicant, affair: str) -> str:
    opened = await clerk.post("/desk/counter/drafts", json={"affair": affair})
    assert opened.status_code == 201, opened.text
    visitor.id = opened.json()["intake"]
    await visitor.answer_all()
    await visitor.identify()
    return visitor.id


async def handed_in(clerk: httpx.AsyncClient, visitor: Applicant, **handed: Any) -> httpx.Response:
    return await clerk.post(
        f"/desk/counter/drafts/{visitor.id}/submission",
        json=handed,
        headers={"Idempotency-Key": f"counter-{visitor.id}"},
    )


async def settled(clerk: httpx.AsyncClient, number: str, **more: Any) -> httpx.Response:
    version = ok(await clerk.get(f"/desk/cases/{number}"))["version"]
    return await clerk.post(
        f"/desk/counter/cases/{number}/on-spot", json={"version": version, **MADE, **more}
    )


class TestAtTheWindow:
    async def test_from_opening_to_the_result_in_the_hand(
        self, clerk: httpx.AsyncClient, applicant: Applicant, services: Services
    ) -> None:
        await begun(clerk, applicant, ON_SPOT)
        gaps = refused(await handed_in(clerk, applicant), 422, "incomplete")["gaps"]
        assert {gap["kind"] for gap in gaps} == {"material"}
        await applicant.all_ready()
        papers = [gap["id"] for gap in gaps]
        refused(await handed_in(clerk, applicant, paper=["no.such"]), 422, "unknown_material")
        first = ok(await handed_in(clerk, applicant, paper=papers))
        again = ok(await handed_in(clerk, applicant, paper=papers))
        number = first["receipt"]["number"]
        assert again == first and first["received"] == [number] and first["elsewhere"] == []

        case = ok(await clerk.get(f"/desk/cases/{number}"))
        assert (case["state"], case["channel"], case["window"]) == ("received", "counter", "market")
        assert case["log"][-1]["data"]["paper"] == papers and case["claimed_by"]["mine"]
        assert [row.subject for row in await logged(services, "counter_submitted")] == [number]

        nothing = refused(await settled(clerk, number, name=""), 422, "act_not_possible")
        assert nothing["reason"] == "name_missing"
        assert ok(await clerk.get(f"/desk/cases/{number}"))["state"] == "received"
        done = ok(await settled(clerk, number))
        acts = [line["act"] for line in done["log"]]
        assert acts == ["submit", "receive", "accept", "decide_on_spot", "issue", "deliver"]
        assert done["result"]["headline"] == "准予" and done["claimed_by"] is None
        shown = ok(await applicant.ask(number))
        assert shown["state"] == "delivered" and shown["result"]["number"] == MADE["number"]
        receipt = await clerk.get(f"/desk/cases/{number}/slips/receipt")
        assert receipt.content.startswith(b"%PDF-")

    @pytest.mark.any_database
    async def test_two_persons_where_the_item_says_nothing_else(
        self, clerk: httpx.AsyncClient, applicant: Applicant
    ) -> None:
        await begun(clerk, applicant, FOOD)
        await applicant.all_ready()
        number = ok(await handed_in(clerk, applicant))["receipt"]["number"]
        problem = refused(await settled(clerk, number), 422, "act_not_possible")
        assert problem["reason"] == "two_persons" and "一审一核" in problem["detail"]
        offered = ok(await clerk.get(f"/desk/cases/{number}/acts"))["acts"]
        assert "decide_on_spot" not in {act["act"] for act in offered}

    @pytest.mark.any_database
    async def test_what_another_window_takes_goes_there(self, app: FastAPI, applicant: Applicant) -> None:
        async with colleague(app, Role.WINDOW, windows=("police",), department="police") as other:
            await begun(other, applicant, ON_SPOT)
            await applicant.all_ready()
            done = ok(await handed_in(other, applicant))
            assert done["received"] == [] and len(done["elsewhere"]) == 1
            refused(await other.get(f"/desk/cases/{done['receipt']['number']}"), 404, "not_yours")

    @pytest.mark.any_database
    async def test_only_drafts_of_the_counter(self, clerk: httpx.AsyncClient, applicant: Applicant) -> None:
        await applicant.prepare(ON_SPOT)
        refused(await handed_in(clerk, applicant), 404, "intake_not_found")
        nowhere = await clerk.post("/desk/counter/drafts", json={"affair": "no.such"})
        refused(nowhere, 404, "item_not_found")
