"""行政许可法 art. 50 from the draft to the grant by silence, with shipped renewals: applied for in time, too late, and never told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Any

import pytest
from fastapi import FastAPI

from api.cases.sweep_job import sweep
from api.services import Services
from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.working_days import WorkCalendar
from tests.api.applicant import FOOD, Applicant, ok, refused
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, office

pytestmark = [pytest.mark.anyio, pytest.mark.any_database]

TOBACCO, FOOD_RENEWAL = "tobacco_retail.renew", "food_operation.renew"


@pytest.fixture
def calendar() -> WorkCalendar:
    """With 2027 entered: its first day off."""
    return WorkCalendar().with_year(2027, {date(2027, 1, 1): False})


@pytest.fixture
async def staff(app: FastAPI, services: Services) -> AsyncIterator[Office]:
    item = services.catalogue.items[TOBACCO]
    async with office(app, "tobacco", item.department) as found:
        yield found


async def told(applicant: Applicant, item: str, **said: str) -> dict[str, Any]:
    await applicant.choose(item)
    view = ok(await applicant.put("licence-expiry", said))
    renewal: dict[str, Any] = view["renewal"]
    return renewal


async def submitted(applicant: Applicant, item: str, **said: str) -> str:
    await told(applicant, item, **said)
    number: str = (await applicant.submitted(item))["number"]
    return number


async def status(applicant: Applicant, number: str) -> dict[str, Any]:
    body = {"number": number, "phone_tail": applicant.who.phone[-4:]}
    seen: dict[str, Any] = ok(await applicant.client.post("/cases/status", json=body))
    return seen


async def on(services: Services, clock: MovableClock, day: str) -> None:
    """Let that day come, and the sweep with it."""
    clock.now = datetime.fromisoformat(f"{day}T00:05").replace(tzinfo=CENTRE_ZONE)
    await sweep(services)


class TestWhatIsSaid:
    @pytest.mark.parametrize(
        ("item", "until", "state", "apply_by", "words"),
        [
            (TOBACCO, "2027-03-01", "in_time", "2027-01-18", "现在申请来得及"),
            (TOBACCO, "2026-12-22", "late", "2026-11-10", "已经晚了"),
            (TOBACCO, "2026-11-20", "expired", "2026-10-10", "不能延续，要重新申请"),
            (FOOD_RENEWAL, "2026-12-14", "in_time", "2026-11-23", "第三十二条：有效期届满15个工作日前"),
            (FOOD_RENEWAL, "2026-12-11", "late", "2026-11-20", "已经晚了"),
            (
                "pollutant_discharge.renewal",
                "2027-01-21",
                "late",
                "2026-11-22",
                "《排污许可管理条例》第十四条",
            ),
            ("hazardous_chemicals.renewal", "2027-02-23", "in_time", "2026-11-23", "有效期届满3个月前"),
        ],
    )
    async def test_in_words_with_the_rule_of_the_item(
        self, applicant: Applicant, item: str, until: str, state: str, apply_by: str, words: str
    ) -> None:
        renewal = await told(applicant, item, until=until)
        assert (renewal["state"], renewal["apply_by"]) == (state, apply_by)
        assert words in renewal["say"]
        remarks = ok(await applicant.client.get(f"/intakes/{applicant.id}/materials/remarks"))
        assert remarks["renewal"] == (await applicant.look())["renewal"] == renewal

    async def test_as_people_say_it(self, applicant: Applicant) -> None:
        assert (await told(applicant, TOBACCO, said="明年3月1号到期"))["until"] == "2027-03-01"
        assert (await told(applicant, TOBACCO, said="不记得了"))["state"] == "unknown"

    async def test_only_of_a_renewal(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        refused(await applicant.put("licence-expiry", {"until": "2027-03-01"}), 422, "not_a_renewal")
        assert (await applicant.look())["renewal"] is None

    async def test_goes_with_the_item(self, applicant: Applicant) -> None:
        await told(applicant, TOBACCO, until="2027-03-01")
        assert (await applicant.choose(FOOD_RENEWAL))["renewal"]["until"] is None


class TestSilence:
    async def test_in_time_and_undecided_at_expiry_counts_as_granted(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = await submitted(applicant, TOBACCO, until="2026-12-24")
        seen = await staff.accepted(number)
        expiry = next(one for one in seen["clocks"] if one["code"] == "expiry")
        assert (expiry["due"], "第五十条第二款" in expiry["rule"]) == ("2026-12-24", True)
        await on(services, clock, "2026-12-24")
        assert (await status(applicant, number))["state"] == "accepted"
        await on(services, clock, "2026-12-25")
        granted = await status(applicant, number)
        assert granted["state"] == "decided"
        assert "准予" in granted["timeline"][-1]["label"]

    async def test_too_late_is_only_marked(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = await submitted(applicant, TOBACCO, until="2026-12-22")
        await staff.accepted(number)
        await on(services, clock, "2026-12-23")
        assert (await status(applicant, number))["state"] == "accepted"

    async def test_without_a_day_nothing_expires(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted(TOBACCO))["number"]
        seen = await staff.accepted(number)
        assert "expiry" not in {one["code"] for one in seen["clocks"]}
        await on(services, clock, "2027-02-01")
        assert (await status(applicant, number))["state"] == "accepted"

    async def test_the_window_enters_the_day_that_stands_on_the_licence(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = await submitted(applicant, TOBACCO, until="2027-12-24")
        acts = ok(await staff.clerk.client.get(f"/desk/cases/{number}/acts"))["acts"]
        accept = next(one for one in acts if one["act"] == "accept")
        assert "licence_until" in accept["fields"]["properties"]
        await staff.clerk.do("receive", number)
        seen = await staff.clerk.do("accept", number, document="受1号", licence_until="2026-12-24")
        assert "2026-12-24" in [one["due"] for one in seen["clocks"] if one["code"] == "expiry"]
        await on(services, clock, "2026-12-25")
        assert (await status(applicant, number))["state"] == "decided"

    async def test_there_is_no_such_day_where_nothing_is_renewed(
        self, app: FastAPI, applicant: Applicant
    ) -> None:
        number = (await applicant.submitted(FOOD))["number"]
        async with office(app) as market:
            acts = ok(await market.clerk.client.get(f"/desk/cases/{number}/acts"))["acts"]
            accept = next(one for one in acts if one["act"] == "accept")
            assert list(accept["fields"]["properties"]) == ["document"]
            await market.clerk.do("receive", number)
            answer = await market.clerk.try_to("accept", number, licence_until="2026-12-24")
            document = refused(answer, 422, "act_not_possible")
            assert [one["code"] for one in document["objections"]] == ["not_a_renewal"]

    async def test_decided_before_expiry_has_kept_the_limit(
        self, applicant: Applicant, staff: Office, services: Services, clock: MovableClock
    ) -> None:
        number = await submitted(applicant, TOBACCO, until="2026-12-24")
        seen = await staff.decided(number)
        assert next(one for one in seen["clocks"] if one["code"] == "expiry")["state"] == "met"
        await on(services, clock, "2026-12-25")
        assert (await status(applicant, number))["state"] == "decided"
