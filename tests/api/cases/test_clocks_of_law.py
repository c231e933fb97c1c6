"""Every clock of the law from the submission to its end, through the api with shipped items and a clock that the test moves.

Renewals have a file of their own, ``tests/api/submission/test_renewal.py``.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from fastapi import FastAPI

from api.cases.sweep_job import sweep
from api.published.catalogue_holder import CatalogueHolder
from api.services import Services
from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.working_days import WorkCalendar
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, office

pytestmark = [pytest.mark.anyio, pytest.mark.any_database]

TOBACCO, PASSPORT, WATER = "tobacco_retail.new", "exit_entry.passport_new", "water_taking.new"
JOINT = ("homestead.apply", "planning.project_permit", "road_occupation.occupy", "road_occupation.dig",
         "road_occupation.change", "school_bus.apply")  # fmt: skip
BY_ANOTHER_LAW = ("internet_cafe.final", "joint_acceptance.apply")
NOTICE = {"reason": "外地核查。", "approval": "批3号", "notice": "延告3号"}
MONDAY = date(2026, 11, 23)
"""The day of every submission here."""


@pytest.fixture
def calendar() -> WorkCalendar:
    """With 2027 entered: its first day off."""
    return WorkCalendar().with_year(2027, {date(2027, 1, 1): False})


def staff_of(app: FastAPI, receipt: dict[str, Any]) -> AbstractAsyncContextManager[Office]:
    """The officers of the window that the case came to, of the department that answers for it."""
    item = app.state.services.catalogue.items[receipt["affair"]]
    return office(app, receipt["window"]["window"], item.department)


async def submitted(applicant: Applicant, item: str) -> dict[str, Any]:
    return {**await applicant.submitted(item), "affair": item}


async def on(services: Services, clock: MovableClock, day: str | date) -> None:
    """Let that day come, and the sweep with it."""
    clock.now = datetime.fromisoformat(f"{day}T00:05").replace(tzinfo=CENTRE_ZONE)
    await sweep(services)


def clock_in(seen: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in seen["clocks"] if one["code"] == code)
    return found


def due(seen: dict[str, Any], code: str = "legal") -> str:
    day: str = clock_in(seen, code)["due"]
    return day


def marked(seen: dict[str, Any]) -> set[str]:
    """The limits of which the log says that they passed."""
    return {line["data"]["clock"] for line in seen["log"] if line["act"] == "overdue"}


class TestBeforeAcceptance:
    async def test_a_correction_in_time_stops_the_five_days_and_the_corrected_papers_begin_them_anew(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, FOOD)
        number = receipt["number"]
        async with staff_of(app, receipt) as staff:
            seen = await staff.clerk.do("receive", number)
            assert due(seen, "answer") == "2026-11-30"
            points = [{"material": APPLICATION, "name": "申请书", "what": "没有签名"}]
            await staff.clerk.do(
                "request_correction", number, points=points, document="补1号", correct_by="2026-12-14"
            )
            await on(services, clock, "2026-12-10")
            assert (await staff.clerk.look(number))["state"] == "correction"
            await staff.clerk.do("correct", number, materials=[APPLICATION])
            assert due(await staff.clerk.look(number), "answer") == "2026-12-17"
            await on(services, clock, "2026-12-18")
            seen = await staff.clerk.look(number)
            assert seen["state"] == "accepted"
            assert clock_in(seen, "legal")["counted_from"] == "2026-12-10"


class TestToTheDecision:
    async def test_past_promise_and_legal_limit_there_are_marks_and_no_consent(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, FOOD)
        async with staff_of(app, receipt) as staff:
            seen = await staff.accepted(receipt["number"])
            assert (due(seen, "promised"), due(seen)) == ("2026-12-03", "2026-12-07")
            await on(services, clock, "2026-12-04")
            assert marked(await staff.clerk.look(receipt["number"])) >= {"promised"}
            await on(services, clock, "2027-02-08")
            seen = await staff.clerk.look(receipt["number"])
            assert (seen["state"], marked(seen) >= {"promised", "legal"}) == ("accepted", True)

    async def test_silence_is_consent_only_where_the_item_says_so(
        self,
        app: FastAPI,
        applicant: Applicant,
        services: Services,
        clock: MovableClock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        items = services.catalogue.items
        assert [one.id for one in items.values() if one.silence_is_consent] == []
        silent = items[TOBACCO].model_copy(update={"silence_is_consent": True})
        own = replace(services.catalogue, items={**items, TOBACCO: silent})
        monkeypatch.setattr(CatalogueHolder, "current", own)
        receipt = await submitted(applicant, TOBACCO)
        async with staff_of(app, receipt) as staff:
            seen = await staff.accepted(receipt["number"])
            await on(services, clock, due(seen))
            assert (await staff.clerk.look(receipt["number"]))["state"] == "accepted"
            await on(services, clock, date.fromordinal(date.fromisoformat(due(seen)).toordinal() + 1))
            assert (await staff.clerk.look(receipt["number"]))["state"] == "decided"

    async def test_an_item_without_legal_limit_has_no_silence(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, "disability_card.reissue")
        async with staff_of(app, receipt) as staff:
            seen = await staff.accepted(receipt["number"])
            assert {"legal", "expiry"}.isdisjoint(one["code"] for one in seen["clocks"])
            await on(services, clock, "2027-06-01")
            assert (await staff.clerk.look(receipt["number"]))["state"] == "accepted"

    async def test_a_special_procedure_stops_promise_and_limit_by_as_many_days(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, WATER)
        number = receipt["number"]
        async with staff_of(app, receipt) as staff:
            before = await staff.accepted(number)
            special = {
                "kind": "expert_review",
                "expected_days": 5,
                "reason": "专家评审。",
                "notice": "特告1号",
            }
            seen = await staff.reviewer.do("start_special", number, **special)
            assert clock_in(seen, "legal")["state"] == clock_in(seen, "promised")["state"] == "paused"
            await on(services, clock, "2026-11-30")
            seen = await staff.reviewer.do("end_special", number, kind="expert_review", result="同意。")
            for code in ("legal", "promised"):
                moved = services.calendar.add(date.fromisoformat(due(before, code)), 5)
                assert (due(seen, code), clock_in(seen, code)["state"]) == (moved.isoformat(), "running")

    async def test_a_survey_is_arranged_in_two_days_and_answered_in_two(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, FOOD)
        async with staff_of(app, receipt) as staff:
            seen = await staff.accepted(receipt["number"])
            assert due(seen, "arrange_on_site") == "2026-11-25"
            await on(services, clock, "2026-11-26")
            assert "arrange_on_site" in marked(await staff.clerk.look(receipt["number"]))


class TestExtension:
    @pytest.mark.parametrize(
        ("item", "days", "too_long"), [(TOBACCO, 10, 11), (FOOD, 5, 10)], ids=["art. 42", "its own rule"]
    )
    async def test_once_and_as_the_rule_of_the_item_says(
        self, app: FastAPI, applicant: Applicant, services: Services, item: str, days: int, too_long: int
    ) -> None:
        receipt = await submitted(applicant, item)
        async with staff_of(app, receipt) as staff:
            before = await staff.accepted(receipt["number"])
            wrong = await staff.approver.try_to("extend", receipt["number"], days=too_long, **NOTICE)
            (objection,) = refused(wrong, 422, "act_not_possible")["objections"]
            assert objection["code"] == "extension_too_long" and f"1到{days}个工作日" in objection["detail"]
            seen = await staff.approver.do("extend", receipt["number"], days=days, **NOTICE)
            assert due(seen) == services.calendar.add(date.fromisoformat(due(before)), days).isoformat()
            again = await staff.approver.try_to("extend", receipt["number"], days=days, **NOTICE)
            assert refused(again, 422, "act_not_possible")["objections"][0]["code"] == "already_extended"

    @pytest.mark.parametrize("item", BY_ANOTHER_LAW)
    async def test_not_by_art_42_where_another_law_sets_the_limit(
        self, app: FastAPI, applicant: Applicant, services: Services, item: str
    ) -> None:
        receipt = await submitted(applicant, item)
        async with staff_of(app, receipt) as staff:
            seen = await staff.accepted(receipt["number"])
            assert due(seen) == services.calendar.add(MONDAY, 15).isoformat()
            wrong = await staff.approver.try_to("extend", receipt["number"], days=15, **NOTICE)
            assert refused(wrong, 422, "act_not_possible")["objections"][0]["code"] == "no_extension"


class TestJoint:
    @pytest.mark.parametrize("item", JOINT)
    async def test_forty_five_days_and_fifteen_more(
        self, app: FastAPI, applicant: Applicant, services: Services, item: str
    ) -> None:
        receipt = await submitted(applicant, item)
        async with staff_of(app, receipt) as staff:
            seen = await staff.accepted(receipt["number"])
            assert due(seen) == services.calendar.add(MONDAY, 45).isoformat()
            assert "第四十二条第二款" in clock_in(seen, "legal")["rule"]
            seen = await staff.approver.do("extend", receipt["number"], days=15, **NOTICE)
            assert due(seen) == services.calendar.add(MONDAY, 60).isoformat()

    async def test_these_are_all(self, services: Services) -> None:
        joint = {one.id for one in services.catalogue.items.values() if one.joint_with}
        assert joint == {*JOINT, *BY_ANOTHER_LAW}

    async def test_a_department_answers_in_the_days_it_was_given(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, "school_bus.apply")
        async with staff_of(app, receipt) as staff:
            await staff.accepted(receipt["number"])
            sent = {"departments": ["police", "transport"], "days": 5}
            seen = await staff.clerk.do("send_out", receipt["number"], **sent)
            assert due(seen, "task") == "2026-11-30"
            await on(services, clock, "2026-12-01")
            assert {"task:police", "task:transport"} <= marked(await staff.clerk.look(receipt["number"]))


class TestAbove:
    async def test_what_a_higher_authority_takes_does_not_count(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, PASSPORT)
        number = receipt["number"]
        above = services.catalogue.items[PASSPORT].passed_up_to
        async with staff_of(app, receipt) as staff:
            before = await staff.accepted(number)
            await staff.reviewer.do("review", number, outcome="grant", opinion="材料齐全。")
            await staff.approver.do("approve", number, opinion="同意。")
            seen = await staff.approver.do("pass_up", number, authority=above, document="报1号")
            assert clock_in(seen, "legal")["state"] == "paused"
            await on(services, clock, "2026-12-07")
            seen = await staff.approver.do("pass_back", number, outcome="grant", document="复1号")
            moved = services.calendar.add(date.fromisoformat(due(before)), 10)
            assert (due(seen), clock_in(seen, "legal")["state"]) == (moved.isoformat(), "running")


class TestDelivery:
    async def test_ten_days_then_a_mark_and_supervision_may_urge(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        receipt = await submitted(applicant, FOOD)
        number = receipt["number"]
        async with staff_of(app, receipt) as staff:
            assert due(await staff.decided(number), "delivery") == "2026-12-07"
            await on(services, clock, "2026-12-08")
            assert "delivery" in marked(await staff.clerk.look(number))
            seen = await staff.supervisor.do("urge", number, reason="请尽快送达。")
            assert seen["state"] == "decided"
            marks = ok(await staff.supervisor.client.get("/supervision/marks"))["marks"]
            assert {"overdue", "urged"} <= {one["code"] for one in marks if one["number"] == number}
            await staff.clerk.do("issue", number, name="食品经营许可证", number="JY1")
            await staff.supervisor.do("urge", number, reason="证已经做好，请送达。")
            seen = await staff.clerk.do("deliver", number, way="counter")
            assert clock_in(seen, "delivery")["state"] == "missed"
            refused(await staff.supervisor.try_to("urge", number, reason="晚了。"), 409, "wrong_state")
