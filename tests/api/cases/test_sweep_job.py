"""What passes by itself is recorded exactly once, also when nobody looked for weeks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.columns import postpone_dates
from api.cases.log import entry_of
from api.cases.models import CaseLogRow, CaseRow
from api.cases.sweep_job import sweep
from api.services import Services
from knowledge.base.centre_time import CENTRE_ZONE, moment_of
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.sweep import pending
from tests.api.applicant import Applicant, ok
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, office

pytestmark = pytest.mark.anyio


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def acts_on(services: Services, number: str) -> list[str]:
    query = select(CaseLogRow.act).where(CaseLogRow.case_number == number).order_by(CaseLogRow.id)

    async def work(session):  # type: ignore[no-untyped-def]
        return list((await session.scalars(query)).all())

    return await services.database.read(work)


class TestAnswer:
    async def test_five_working_days_to_the_second(
        self, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]
        clock.now = datetime(2026, 11, 30, 23, 59, 59, tzinfo=CENTRE_ZONE)
        await sweep(services)
        assert await acts_on(services, number) == ["submit"]
        clock.move(seconds=1)
        result = await sweep(services)
        assert (await acts_on(services, number))[:3] == ["submit", "overdue", "deemed_accepted"]
        assert result.recorded["deemed_accepted"] == 1

    async def test_once_however_often_and_late(
        self, applicant: Applicant, services: Services, clock: MovableClock, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        clock.move(days=17)
        for _ in range(3):
            await sweep(services)
        assert (await acts_on(services, number)).count("deemed_accepted") == 1
        seen = await staff.reviewer.look(number)
        accepted = next(line for line in seen["log"] if line["act"] == "deemed_accepted")
        assert accepted["data"]["accepted_on"] == "2026-11-23"
        marks = ok(await staff.supervisor.client.get("/supervision/marks"))["marks"]
        assert {mark["code"] for mark in marks} >= {"overdue", "deemed_accepted"}

    async def test_an_act_after_the_limit_finds_the_case_deemed_accepted(
        self, applicant: Applicant, services: Services, clock: MovableClock, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        clock.move(days=10)
        answer = await staff.clerk.try_to("refuse", number, ground="other_body", reason="x", authority="y")
        assert answer.status_code == 409 and answer.json()["state"] == "accepted"
        assert "deemed_accepted" in await acts_on(services, number)


class TestEffort:
    async def test_what_is_not_due_is_not_looked_at(
        self, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        await applicant.submitted()
        assert (await sweep(services)).looked == 0
        clock.move(days=10)
        assert (await sweep(services)).looked == 1
        assert (await sweep(services)).looked == 0

    async def test_a_damaged_log_is_reported_and_the_rest_goes_on(
        self, applicant: Applicant, stranger: Applicant, services: Services, clock: MovableClock
    ) -> None:
        broken = (await applicant.submitted())["number"]
        sound = (await stranger.submitted())["number"]

        async def damage(session):  # type: ignore[no-untyped-def]
            await session.execute(
                text(
                    "INSERT INTO case_log (case_number, at, actor, role, act, before, after, data, previous, hash) VALUES "
                    "(:number, '2026-11-23 00:00:00+00:00', 'x', 'window', 'accept', 'received', 'accepted', '{}', 'p', 'h')"
                ).bindparams(number=broken)
            )

        await services.database.transact(damage)
        clock.move(days=10)
        result = await sweep(services)
        assert result.damaged == [broken]
        assert "deemed_accepted" in await acts_on(services, sound)


class TestWhatOthersSee:
    async def test_a_case_of_which_nothing_is_recorded_stays_as_it_was_seen(
        self, applicant: Applicant, services: Services, clock: MovableClock, staff: Office
    ) -> None:
        clock.now = datetime(2026, 12, 30, 10, 0, tzinfo=CENTRE_ZONE)
        number = (await applicant.submitted())["number"]
        seen = await staff.clerk.look(number)
        clock.now = datetime(2027, 1, 4, 10, 0, tzinfo=CENTRE_ZONE)
        result = await sweep(services)
        assert (result.looked, result.recorded) == (1, {})
        assert (await staff.clerk.look(number))["version"] == seen["version"]
        assert (await sweep(services)).looked == 0

    async def test_a_case_that_somebody_has_acted_on_meanwhile_is_left_alone(
        self, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        number = (await applicant.submitted())["number"]

        async def late(session: AsyncSession) -> CaseRow | None:
            case = await repository.by_number(session, number)
            assert case is not None
            swept = pending(
                fold(map(entry_of, await repository.log_of(session, number))), services.calendar, clock.now
            )
            later = clock.now + timedelta(days=99)
            for version, now in ((case.row_version - 1, later), (case.row_version, clock.now)):
                await postpone_dates(
                    session, [(number, version, replace(swept, gaps=(CalendarGap(2027),)))], now
                )
            return await repository.by_number(session, number)

        before = await services.database.transact(late)
        after = await services.database.read(lambda session: repository.by_number(session, number))
        assert before is not None and after is not None
        assert after.look_at == moment_of(clock.now.date() + timedelta(days=1))
        assert after.row_version == before.row_version


class TestCalendar:
    async def test_a_year_that_is_not_entered_is_never_guessed(
        self, applicant: Applicant, services: Services, clock: MovableClock, staff: Office
    ) -> None:
        clock.now = datetime(2026, 12, 30, 10, 0, tzinfo=CENTRE_ZONE)
        number = (await applicant.submitted())["number"]
        clock.now = datetime(2027, 3, 1, 10, 0, tzinfo=CENTRE_ZONE)
        assert (await sweep(services)).recorded == {}
        answer = await staff.clerk.try_to("receive", number)
        assert answer.status_code == 200
        refusal = await staff.clerk.try_to("refuse", number, ground="other_body", reason="x", authority="y")
        assert refusal.status_code == 422
        assert "2027年" in refusal.json()["detail"]
