"""Live progress: told at once, to whoever holds a ticket, as long as it is valid, and no longer than the service runs."""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import AsyncExitStack
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from api.cases.models import CaseRow
from api.live import endpoints
from api.live.models import LiveTicketRow
from api.platform import stream_watchers
from api.platform.database import Database
from api.platform.settings import Settings
from api.services import Services
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.api.live.listening import Listener, listening

pytestmark = pytest.mark.anyio

RESTAURANT = "open_restaurant"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"live_poll_s": 0.05})


async def ticket(applicant: Applicant, number: str) -> dict[str, Any]:
    return ok(await applicant.ask(number, act="live-ticket"))


async def path(applicant: Applicant) -> str:
    receipt = await applicant.submitted()
    return str((await ticket(applicant, receipt["number"]))["path"])


class TestTicket:
    async def test_holds_neither_number_nor_second_factor(
        self, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        issued = await ticket(applicant, number)
        assert issued["path"].endswith(issued["ticket"])
        assert number not in issued["path"] and applicant.who.phone_tail not in issued["path"][-4:]
        assert len(issued["ticket"]) * 6 >= 128
        rows = (await services.database.read(lambda session: session.scalars(select(LiveTicketRow)))).all()
        assert [row.case_number for row in rows] == [number]
        assert issued["ticket"] not in rows[0].ticket

    async def test_nobody_else_gets_one(self, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        wrong = f"{(int(applicant.who.phone_tail) + 1) % 10_000:04d}"
        for _ in range(5):
            refused(await applicant.ask(number, wrong, act="live-ticket"), 404, "case_not_found")
        refused(await applicant.ask(number, act="live-ticket"), 429, "too_many_tries")

    @pytest.mark.parametrize("made_up", ["A" * 32, "%00", "x", "1" * 3000])
    async def test_an_unknown_one_opens_nothing(self, applicant: Applicant, made_up: str) -> None:
        refused(await applicant.client.get(f"/cases/live/{made_up}"), 404, "ticket_unknown")

    async def test_an_expired_one_opens_nothing_and_is_forgotten(
        self, applicant: Applicant, clock: MovableClock, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        old = (await ticket(applicant, number))["ticket"]
        clock.move(minutes=30)
        refused(await applicant.client.get(f"/cases/live/{old}"), 404, "ticket_unknown")
        await ticket(applicant, number)
        rows = await services.database.read(lambda session: session.scalars(select(LiveTicketRow)))
        assert len(rows.all()) == 1


class TestStream:
    async def test_begins_with_where_the_case_is(self, app: FastAPI, applicant: Applicant) -> None:
        async with listening(app, await path(applicant)) as listener:
            assert listener.status == 200
            assert listener.headers["content-type"].startswith("text/event-stream")
            assert listener.headers["cache-control"] == "no-store"
            assert await listener.next_block() == "retry: 3000"
            status = await listener.next_event()
            assert status["state"] == "submitted" and "withdraw" in status["can"]

    async def test_tells_of_a_change_at_once(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        object.__setattr__(services.settings, "live_poll_s", 60.0)
        async with listening(app, await path(applicant)) as listener:
            number = (await listener.next_event())["number"]
            ok(await applicant.ask(number, act="withdraw"))
            assert (await listener.next_event())["state"] == "withdrawn"

    async def test_tells_of_a_change_by_another_process(
        self, app: FastAPI, applicant: Applicant, settings: Settings
    ) -> None:
        async with listening(app, await path(applicant)) as listener:
            first = await listener.next_event()
            other = Database(settings.url)
            later = update(CaseRow).values(row_version=CaseRow.row_version + 1)
            await other.transact(lambda session: session.execute(later))
            await other.close()
            assert (await listener.next_event())["version"] == first["version"] + 1

    async def test_tells_nothing_where_nothing_has_changed(self, app: FastAPI, applicant: Applicant) -> None:
        async with listening(app, await path(applicant)) as listener:
            number = (await listener.next_event())["number"]
            ok(await applicant.ask(number))
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(listener.next_block(), 0.3)

    async def test_tells_of_an_appointment_that_is_booked_moved_and_cancelled(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        object.__setattr__(services.settings, "live_poll_s", 60.0)
        async with listening(app, await path(applicant)) as listener:
            number = (await listener.next_event())["number"]
            whose = {"number": number, "phone_tail": applicant.who.phone_tail}
            for start in ("09:00", "10:30"):
                slot = {"day": "2026-11-24", "start": start, "move": True}
                ok(await applicant.client.post("/appointments", json={**whose, **slot}))
                assert (await listener.next_event())["appointment"]["start"] == start
            ok(await applicant.client.post("/appointments/cancel", json=whose))
            assert (await listener.next_event())["appointment"] is None

    async def test_tells_of_a_rating_and_its_answer(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        object.__setattr__(services.settings, "live_poll_s", 60.0)
        number = await ended(applicant, services)
        where = (await ticket(applicant, number))["path"]
        async with listening(app, where) as listener, colleague(app, Role.SUPERVISOR) as supervisor:
            assert "rate" in (await listener.next_event())["can"]
            whose = {"number": number, "phone_tail": applicant.who.phone_tail}
            ok(await applicant.client.post("/cases/rating", json={**whose, "grade": 5}))
            told = await listener.next_event()
            assert told["ratings"] == {"given": 1, "answered": 0} and "rate" not in told["can"]
            (rating,) = ok(await supervisor.get("/desk/ratings"))["ratings"]
            ok(await supervisor.post(f"/desk/ratings/{rating['id']}/answer", json={"answer": "已核实"}))
            told = await listener.next_event()
            assert told["ratings"] == {"given": 1, "answered": 1} and "rate" in told["can"]

    async def test_tells_of_a_complaint_and_its_answer(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        object.__setattr__(services.settings, "live_poll_s", 60.0)
        async with (
            listening(app, await path(applicant)) as listener,
            colleague(app, Role.SUPERVISOR, department="housing") as supervisor,
        ):
            number = (await listener.next_event())["number"]
            said = {"number": number, "phone": applicant.who.phone, "text": "让我跑了三趟"}
            made = ok(await applicant.client.post("/cases/complaint", json=said))
            assert (await listener.next_event())["complaints"] == {"given": 1, "answered": 0}
            answer = {"answer": "已约谈"}
            ok(await supervisor.post(f"/desk/complaints/{made['number']}/answer", json=answer))
            assert (await listener.next_event())["complaints"] == {"given": 1, "answered": 1}

    async def test_tells_what_becomes_of_the_other_cases_of_the_submission(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        object.__setattr__(services.settings, "live_poll_s", 60.0)
        receipt = await applicant.submitted(RESTAURANT)
        first, second = (part["number"] for part in receipt["parts"][:2])
        async with listening(app, (await ticket(applicant, first))["path"]) as listener:
            await listener.next_event()
            ok(await applicant.ask(second, act="withdraw"))
            parts = {part["number"]: part["state_label"] for part in (await listener.next_event())["parts"]}
            assert parts[second] == "已撤回"

    async def test_what_is_rolled_back_is_not_told(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        async def fail(session: Any) -> None:
            case = (await session.scalars(select(CaseRow))).one()
            case.state = "closed"
            await session.flush()
            raise OSError

        async with listening(app, await path(applicant)) as listener:
            await listener.next_event()
            with pytest.raises(OSError):
                await services.database.transact(fail)
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(listener.next_block(), 0.3)

    async def test_two_listeners_of_a_case_both_hear(self, app: FastAPI, applicant: Applicant) -> None:
        where = await path(applicant)
        async with listening(app, where) as first, listening(app, where) as second:
            number = (await first.next_event())["number"]
            await second.next_event()
            ok(await applicant.ask(number, act="withdraw"))
            for listener in (first, second):
                assert (await listener.next_event())["state"] == "withdrawn"

    async def test_others_hear_nothing_of_it(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant
    ) -> None:
        async with (
            listening(app, await path(applicant)) as mine,
            listening(app, await path(stranger)) as other,
        ):
            number = (await mine.next_event())["number"]
            assert (await other.next_event())["number"] != number
            ok(await applicant.ask(number, act="withdraw"))
            await mine.next_event()
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(other.next_block(), 0.3)

    async def test_heartbeats_keep_it_open(
        self, app: FastAPI, applicant: Applicant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(endpoints, "HEARTBEAT_S", 0.05)
        async with listening(app, await path(applicant)) as listener:
            await listener.next_event()
            assert await listener.next_block() == ": "

    async def test_ends_with_its_ticket(
        self, app: FastAPI, applicant: Applicant, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(endpoints, "HEARTBEAT_S", 0.05)
        async with listening(app, await path(applicant)) as listener:
            await listener.next_event()
            clock.move(minutes=30)
            assert await listener.next_event("end") == {"reason": "expired"}
            await listener.ended()

    async def test_ends_with_the_service(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        where = await path(applicant)
        async with listening(app, where) as listener:
            await listener.next_event()
            services.live.close()
            assert await listener.next_event("end") == {"reason": "closing"}
            await listener.ended()
        async with listening(app, where) as late:
            assert late.status == 429

    async def test_nothing_is_left_of_one_who_has_gone(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        async with listening(app, await path(applicant)) as listener:
            await listener.next_event()
            assert len(services.live) == 1
        assert len(services.live) == 0

    async def test_the_way_is_not_logged(
        self, app: FastAPI, applicant: Applicant, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level(logging.DEBUG):
            where = await path(applicant)
            async with listening(app, where) as listener:
                await listener.next_event()
        assert where.rpartition("/")[2] not in caplog.text


class TestLimits:
    async def test_of_one_case(self, app: FastAPI, applicant: Applicant) -> None:
        where = await path(applicant)
        async with AsyncExitStack() as stack:
            for n in range(stream_watchers.MOST_A_CASE):
                listener = await stack.enter_async_context(listening(app, where, f"192.0.2.{n}"))
                assert listener.status == 200
            one_more = await stack.enter_async_context(listening(app, where, "192.0.2.99"))
            assert one_more.status == 429 and one_more.headers["retry-after"] == "30"
            assert json.loads(str(await _body(one_more)))["code"] == "too_many_streams"
        async with listening(app, where) as again:
            assert again.status == 200

    async def test_of_one_client(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(stream_watchers, "MOST_A_CLIENT", 1)
        async with listening(app, await path(applicant)) as first:
            assert first.status == 200
            where = await path(stranger)
            async with listening(app, where) as second:
                assert second.status == 429
            async with listening(app, where, "192.0.2.2") as elsewhere:
                assert elsewhere.status == 200


async def _body(listener: Listener) -> str:
    chunk = await listener._chunks.get()
    return (chunk or b"").decode()
