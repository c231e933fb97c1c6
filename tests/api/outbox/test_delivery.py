"""What happened is told: at least once, under one key, whoever fails or dies on the way."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import Any

import anyio
import httpx
import pytest
from fastapi import FastAPI

from api.outbox import lease
from api.outbox.delays import delay
from api.outbox.delivery import Deliverer
from api.outbox.entry import put
from api.outbox.http_post import Post
from api.outbox.models import DONE, WAITING
from api.platform.settings import Settings
from api.platform.webhooks import Webhook
from api.senders import SENDERS
from api.services import Services
from knowledge.base.roles import Role
from tests.api.afterwards import Receiver, deliverer, outbox
from tests.api.applicant import Applicant, client_of, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock, OpenApp
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.anyio

HOOK = Webhook(url="https://channel.test/told", token="t0ken")


@pytest.fixture
def hooked(services: Services) -> Services:
    """Messages of the web page go to a program of its own."""
    services.settings = services.settings.model_copy(update={"channel_webhooks": {"web": HOOK}})
    return services


class TestTold:
    async def test_a_channel_that_fetches_finds_the_message_with_the_case(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        async with deliverer(app) as worker:
            assert await worker.deliver_due() == 1
            assert await worker.deliver_due() == 0
        (row,) = await outbox(services)
        assert (row.state, row.tries, row.lease) == (DONE, 1, "")
        found = ok(await applicant.ask(number, act="messages"))
        assert [message["text"] for message in found["messages"]] == ["您的申请已提交。"]
        assert found["messages"][0]["is_new"]
        again = ok(await applicant.ask(number, act="messages"))
        assert not again["messages"][0]["is_new"]
        seen = {"number": number, "phone_tail": applicant.who.phone_tail, "after": found["next"]}
        assert ok(await applicant.client.post("/cases/messages", json=seen))["messages"] == []

    async def test_messages_need_the_second_factor(self, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        wrong = f"{(int(applicant.who.phone_tail) + 1) % 10_000:04d}"
        refused(await applicant.ask(number, wrong, act="messages"), 404, "case_not_found")

    async def test_a_program_is_posted_the_message_and_knows_us_by_the_token(
        self, app: FastAPI, applicant: Applicant, hooked: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        receiver = Receiver()
        async with deliverer(app, receiver) as worker:
            await worker.deliver_due()
            await worker.settled()
        (request,) = receiver.got
        (row,) = await outbox(hooked)
        assert request.headers["authorization"] == "Bearer t0ken"
        assert request.headers["idempotency-key"] == row.key
        body = json.loads(request.content)
        assert body["case"] == number and body["text"] == "您的申请已提交。"
        assert applicant.who.name not in request.content.decode()
        assert row.state == DONE

    async def test_a_failure_is_tried_again_under_the_same_key_later_and_later(
        self, app: FastAPI, applicant: Applicant, hooked: Services, clock: MovableClock
    ) -> None:
        await applicant.submitted()
        receiver = Receiver(lambda _: httpx.Response(503))
        async with deliverer(app, receiver) as worker:
            waits = []
            for _ in range(4):
                assert await worker.deliver_due() == 1
                await worker.settled()
                (row,) = await outbox(hooked)
                assert (row.state, row.last_error, row.lease) == (WAITING, "http_503", "")
                waits.append((row.due_at - clock.now).total_seconds())
                assert await worker.deliver_due() == 0
                clock.now = row.due_at
            receiver.answer = lambda _: httpx.Response(200)
            await worker.deliver_due()
            await worker.settled()
        assert all(later > earlier for earlier, later in pairwise(waits))
        assert len(set(receiver.keys)) == 1 and len(receiver.keys) == 5
        assert (await outbox(hooked))[0].state == DONE

    async def test_no_answer_at_all_is_a_failure_with_a_name(
        self, app: FastAPI, applicant: Applicant, hooked: Services, clock: MovableClock
    ) -> None:
        await applicant.submitted()

        def silent(request: httpx.Request) -> httpx.Response:
            raise httpx.ReadTimeout("", request=request)

        def closed(request: httpx.Request) -> httpx.Response:
            raise httpx.ConnectError("", request=request)

        receiver = Receiver(silent)
        async with deliverer(app, receiver) as worker:
            for answer, code in ((silent, "timeout"), (closed, "unreachable")):
                receiver.answer = answer
                await worker.deliver_due()
                await worker.settled()
                (row,) = await outbox(hooked)
                assert row.last_error == code
                clock.now = row.due_at

    async def test_one_message_that_cannot_be_kept_does_not_stop_the_others(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant, services: Services
    ) -> None:
        await applicant.submitted()
        await stranger.submitted()
        broken, *_ = await outbox(services)

        async def spoil(session) -> None:  # type: ignore[no-untyped-def]
            row = await session.get(type(broken), broken.id)
            row.data = {"act": "submit"}

        await services.database.transact(spoil)
        async with deliverer(app) as worker:
            await worker.deliver_due()
        states = {row.id: (row.state, row.last_error) for row in await outbox(services)}
        assert states.pop(broken.id) == (WAITING, "KeyError")
        assert set(states.values()) == {(DONE, "")}

    async def test_nor_does_one_that_cannot_even_be_made(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant, hooked: Services
    ) -> None:
        await applicant.submitted()
        await stranger.submitted()
        broken, *_ = await outbox(hooked)

        async def spoil(session) -> None:  # type: ignore[no-untyped-def]
            row = await session.get(type(broken), broken.id)
            row.data = {"act": "submit"}
            put(session, "unheard", "web", row.subject, "unheard/1", {}, hooked.now())

        await hooked.database.transact(spoil)
        async with deliverer(app) as worker:
            await worker.deliver_due()
            await worker.settled()
        states = {row.key: (row.state, row.last_error) for row in await outbox(hooked)}
        assert states.pop(broken.key) == (WAITING, "KeyError")
        assert states.pop("unheard/1") == (WAITING, "no_sender")
        assert set(states.values()) == {(DONE, "")}


class TestDead:
    async def test_given_up_after_many_tries_seen_and_queued_again(
        self, app: FastAPI, applicant: Applicant, hooked: Services, clock: MovableClock
    ) -> None:
        await applicant.submitted()
        receiver = Receiver(lambda _: httpx.Response(500))
        async with deliverer(app, receiver) as worker:
            for _ in range(lease.MOST_TRIES):
                assert await worker.deliver_due() == 1
                await worker.settled()
                clock.move(hours=2)
            assert await worker.deliver_due() == 0
            async with colleague(app, Role.ADMINISTRATOR) as administrator:
                (dead,) = ok(await administrator.get("/outbox", params={"state": "dead"}))["messages"]
                assert dead["last_error"] == "http_500" and dead["tries"] == lease.MOST_TRIES
                answer = await administrator.post("/outbox/requeue", json={"keys": [dead["key"], "told/x"]})
                assert ok(answer) == {"requeued": [dead["key"]], "left": ["told/x"]}
                again = await administrator.post("/outbox/requeue", json={"keys": [dead["key"]]})
                refused(again, 409, "message_not_dead")
            receiver.answer = lambda _: httpx.Response(200)
            await worker.deliver_due()
            await worker.settled()
        assert (await outbox(hooked))[0].state == DONE
        assert len(set(receiver.keys)) == 1

    async def test_a_page_that_is_not_there_is_refused(self, app: FastAPI) -> None:
        async with colleague(app, Role.SUPERVISOR) as supervisor:
            refused(await supervisor.get("/outbox", params={"state": "lost"}), 422, "invalid_payload")
            assert ok(await supervisor.get("/outbox"))["messages"] == []
        async with colleague(app, Role.WINDOW) as clerk:
            refused(await clerk.get("/outbox"), 403, "role_missing")


class TestLease:
    async def test_whoever_dies_leaves_a_lease_that_runs_out(
        self, app: FastAPI, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        await applicant.submitted()
        take = partial(lease.take, me="gone", now=clock.now, most=50)
        (taken,) = await services.database.transact(take)
        async with deliverer(app) as worker:
            assert await worker.deliver_due() == 0
            clock.now += lease.LEASE
            assert await worker.deliver_due() == 1
        (row,) = await outbox(services)
        assert (row.state, row.tries, row.key) == (DONE, 2, taken.key)

    async def test_two_who_take_at_once_never_take_the_same(
        self, app: FastAPI, applicant: Applicant, stranger: Applicant, services: Services
    ) -> None:
        await applicant.submitted()
        await stranger.submitted()
        both = [
            services.database.transact(partial(lease.take, me=me, now=services.now(), most=1))
            for me in ("one", "other")
        ]
        first, second = await asyncio.gather(*both)
        assert {first[0].id} != {second[0].id}

    async def test_several_workers_share_the_work_and_send_nothing_twice(
        self, app: FastAPI, hooked: Services
    ) -> None:
        async def write(session) -> None:  # type: ignore[no-untyped-def]
            for number in range(180):
                put(session, "told", "web", "261123000017", f"told/{number}", {"text": "x"}, hooked.now())

        await hooked.database.transact(write)
        receiver = Receiver()

        async def work() -> None:
            async with deliverer(app, receiver) as worker:
                while await worker.deliver_due():
                    await worker.settled()

        await asyncio.gather(*(work() for _ in range(4)))
        assert len(receiver.keys) == len(set(receiver.keys)) == 180
        assert {row.state for row in await outbox(hooked)} == {DONE}

    async def test_a_late_failure_does_not_disturb_whoever_took_over(
        self, applicant: Applicant, services: Services, clock: MovableClock
    ) -> None:
        await applicant.submitted()
        database = services.database
        (late,) = await database.transact(partial(lease.take, me="late", now=clock.now, most=1))
        clock.now += lease.LEASE
        await database.transact(partial(lease.take, me="next", now=clock.now, most=1))
        wait = timedelta(hours=1)
        await database.transact(
            partial(lease.failed, message=late, me="late", code="timeout", wait=wait, now=clock.now)
        )
        (row,) = await outbox(services)
        assert (row.lease, row.last_error) == ("next", "")


class TestRunning:
    async def test_a_commit_wakes_the_worker_at_once(self, settings: Settings, open_app: OpenApp) -> None:
        slow = settings.model_copy(update={"outbox_poll_s": 600.0})
        async with open_app(slow) as app, client_of(app) as client:
            await Applicant(client, "one").submitted()
            with anyio.fail_after(PATIENCE_S):
                while any(row.state != DONE for row in await outbox(app.state.services)):
                    await asyncio.sleep(0.02)

    async def test_a_database_that_is_away_is_waited_for(
        self, app: FastAPI, applicant: Applicant, services: Services, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await applicant.submitted()
        services.settings = services.settings.model_copy(update={"outbox_poll_s": 600.0})
        monkeypatch.setattr("api.outbox.delivery.AFTER_A_FAULT_S", 0.01)
        take, faults = lease.take, [OSError(), OSError()]

        async def away(*args: Any, **rest: Any) -> Any:
            if faults:
                raise faults.pop()
            return await take(*args, **rest)

        monkeypatch.setattr(lease, "take", away)
        stopping = asyncio.Event()
        async with deliverer(app) as worker:
            job = asyncio.create_task(worker.run(stopping))
            with anyio.fail_after(PATIENCE_S):
                while (await outbox(services))[0].state != DONE:
                    await asyncio.sleep(0.02)
            stopping.set()
            await job
        assert not faults

    async def test_told_to_stop_it_finishes_what_is_under_way(
        self, app: FastAPI, applicant: Applicant, hooked: Services
    ) -> None:
        await applicant.submitted()
        begun, go_on = asyncio.Event(), asyncio.Event()

        class Slow(httpx.AsyncBaseTransport):
            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                begun.set()
                await go_on.wait()
                return httpx.Response(204)

        hooked.settings = hooked.settings.model_copy(update={"outbox_poll_s": 600.0})
        stopping = asyncio.Event()
        worker = Deliverer(hooked, SENDERS, post=Post(Slow()))
        job = asyncio.create_task(worker.run(stopping))
        with anyio.fail_after(PATIENCE_S):
            await begun.wait()
            stopping.set()
            await asyncio.sleep(0.05)
            assert not job.done()
            go_on.set()
            await job
        assert (await outbox(hooked))[0].state == DONE


class TestDelay:
    def test_doubles_from_a_second_to_an_hour_with_jitter(self) -> None:
        assert delay(1, 0.5).total_seconds() == 1
        assert delay(5, 0.5).total_seconds() == 16
        assert delay(5, 0.0).total_seconds() == 12
        assert delay(5, 1.0).total_seconds() == 20
        assert delay(1, 0.0).total_seconds() == 1
        assert delay(40, 1.0).total_seconds() == 3600

    def test_heeds_what_the_receiver_asks_up_to_an_hour(self) -> None:
        assert delay(1, 0.5, 120).total_seconds() == 120
        assert delay(1, 0.5, 86_400).total_seconds() == 3600
