"""A card from the mark to its end: issued once, answered by its department, closed by supervision."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from api.services import Services
from api.supervision.oversight_job import look
from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MovableClock

pytestmark = pytest.mark.anyio

ANSWER = {"answer": "窗口人员请假，没有交接，已经改了排班。"}


async def deemed(applicant: Applicant, services: Services, clock: MovableClock) -> str:
    """The number of a case that nobody answered for so long that it counts as accepted."""
    from api.cases.sweep_job import sweep

    number: str = (await applicant.submitted())["number"]
    clock.move(days=9)
    await sweep(services)
    await look(services)
    return number


async def test_a_silent_window_brings_its_department_cards_once(
    app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    number = await deemed(applicant, services, clock)
    await look(services)
    async with (
        colleague(app, Role.SUPERVISOR) as supervisor,
        colleague(app, Role.APPROVER) as head,
        colleague(app, Role.APPROVER, department="housing") as other,
        colleague(app, Role.WINDOW) as clerk,
    ):
        page = ok(await supervisor.get("/supervision/cards"))
        assert {(one["rule"], one["case"]) for one in page["cards"]} == {
            ("overdue", number),
            ("deemed_accepted", number),
        }
        assert all(one["answer_by"] == "2026-12-07" for one in page["cards"])
        assert ok(await other.get("/supervision/cards"))["cards"] == []
        refused(await clerk.get("/supervision/cards"), 403, "role_missing")

        card = page["cards"][0]["number"]
        closing = {"outcome": "upheld", "conclusion": "情况属实，已经改了。"}
        refused(
            await supervisor.post(f"/supervision/cards/{card}/conclusion", json=closing), 409, "card_settled"
        )
        refused(await other.post(f"/supervision/cards/{card}/answer", json=ANSWER), 404, "card_not_found")
        answered = ok(await head.post(f"/supervision/cards/{card}/answer", json=ANSWER))
        assert (answered["state"], answered["may_answer"]) == ("answered", False)
        refused(await head.post(f"/supervision/cards/{card}/answer", json=ANSWER), 409, "card_settled")

        back = {"outcome": "again", "conclusion": "没有说怎么防止再发生。"}
        given = ok(await supervisor.post(f"/supervision/cards/{card}/conclusion", json=back))
        assert (given["state"], given["outcome_name"]) == ("issued", "说明不够，退回重答")
        ok(await head.post(f"/supervision/cards/{card}/answer", json=ANSWER))
        closed = ok(await supervisor.post(f"/supervision/cards/{card}/conclusion", json=closing))
        assert (closed["state"], closed["may_conclude"]) == ("closed", False)
        page = ok(await supervisor.get("/supervision/cards", params={"state": "closed"}))
        assert [one["number"] for one in page["cards"]] == [card] and page["waiting"] == 1
    assert len(await logged(services, "card_concluded")) == 3


async def test_nobody_closes_what_they_answered_themselves(
    app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
) -> None:
    await deemed(applicant, services, clock)
    async with colleague(app, Role.SUPERVISOR, Role.APPROVER) as both:
        card = ok(await both.get("/supervision/cards"))["cards"][0]["number"]
        answered = ok(await both.post(f"/supervision/cards/{card}/answer", json=ANSWER))
        assert not answered["may_conclude"]
        closing = {"outcome": "withdrawn", "conclusion": "不属实，请收回。"}
        refused(await both.post(f"/supervision/cards/{card}/conclusion", json=closing), 403, "card_not_yours")
        assert len(ok(await both.get("/supervision/cards/rules"))["rules"]) == 10
