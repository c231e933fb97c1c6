"""审管联动: a result is offered until the supervising department has claimed it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date

import httpx
import pytest
from fastapi import FastAPI

from api.outbox.delivery import Deliverer
from api.outbox.models import DONE, OFFERED, WAITING
from api.platform.webhooks import Webhook
from api.services import Services
from knowledge.base.roles import Role
from knowledge.catalogue.window import BodyTransfer
from tests.api.afterwards import Receiver, deliverer, ended, outbox
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
from tests.waiting import until

pytestmark = pytest.mark.anyio


class TestPull:
    async def test_the_department_fetches_its_results_in_national_names_and_claims_them(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        async with deliverer(app) as worker:
            while await worker.deliver_due():
                pass
        assert {row.state for row in await outbox(services, "result")} == {OFFERED}
        async with colleague(app, Role.PARTNER) as partner:
            page = ok(await partner.get("/exchange/results"))
            assert [one["act"] for one in page["results"]] == ["decide", "issue", "deliver"]
            first = page["results"][0]
            assert first["case"] == number and first["outcome"] == "grant"
            assert (first["state_code"], first["event_code"]) == ("10", "11")
            records = {one["kind"]: one["record"] for one in first["records"]}
            assert records["result"]["result_type"] == "0"
            assert records["result"]["result_cetr_no"] == "JY20261123"
            assert records["application"]["applyer_name"] == applicant.who.name
            assert records["application"]["applyer_page_type"] == "111"
            assert ok(await partner.get("/exchange/results", params={"after": page["next"]}))["results"] == []
            claimed = ok(await partner.post(f"/exchange/results/{first['key']}/claim"))
            assert claimed == ok(await partner.post(f"/exchange/results/{first['key']}/claim"))
            left = ok(await partner.get("/exchange/results"))["results"]
            assert [one["act"] for one in left] == ["issue", "deliver"]
        assert [row.state for row in await outbox(services, "result")] == [DONE, OFFERED, OFFERED]

    async def test_another_department_gets_and_claims_nothing(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        await ended(applicant, services)
        key = (await outbox(services, "result"))[0].key
        async with colleague(app, Role.PARTNER, department="housing") as other:
            assert ok(await other.get("/exchange/results"))["results"] == []
            refused(await other.post(f"/exchange/results/{key}/claim"), 404, "result_not_found")
            refused(await other.post("/exchange/results/told/x/claim"), 404, "result_not_found")
        async with colleague(app, Role.SUPERVISOR) as staff:
            refused(await staff.get("/exchange/results"), 403, "role_missing")

    async def test_many_claims_at_once_are_one(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        await ended(applicant, services)
        key = (await outbox(services, "result"))[0].key
        async with colleague(app, Role.PARTNER) as partner:
            answers = await asyncio.gather(
                *(partner.post(f"/exchange/results/{key}/claim") for _ in range(8))
            )
        assert len({answer.content for answer in answers}) == 1 and answers[0].status_code == 200

    async def test_since_the_power_has_moved_the_former_body_supervises(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        """事项划转: whoever decides, the result goes to the body whose matter it is."""
        held = services.holder._held
        assert held is not None
        moved = BodyTransfer(
            items=("food_operation.new",),
            from_department="market",
            to_department="approval",
            effective=date(2026, 1, 1),
            document="河政发〔2025〕3号",
        )
        services.holder._held = replace(held, catalogue=replace(held.catalogue, transfers=(moved,)))
        await ended(applicant, services)
        assert {row.receiver for row in await outbox(services, "result")} == {"market"}


class TestPush:
    @pytest.fixture
    def pushed(self, services: Services) -> Services:
        hook = {"market": Webhook(url="https://market.test/results", token="secret")}
        services.settings = services.settings.model_copy(update={"department_webhooks": hook})
        return services

    async def test_sent_again_every_day_until_claimed(
        self, app: FastAPI, applicant: Applicant, pushed: Services, clock: MovableClock
    ) -> None:
        await ended(applicant, pushed)
        receiver = Receiver()
        async with deliverer(app, receiver) as worker:
            await everything(worker)
            assert len(receiver.got) == 3
            body = json.loads(receiver.got[0].content)
            assert body["records"][0]["record"]["project_no"] == body["case"]
            rows = await outbox(pushed, "result")
            assert {row.state for row in rows} == {WAITING}
            clock.move(days=1, minutes=1)
            await everything(worker)
            assert len(receiver.got) == 6 and len(set(receiver.keys)) == 3
            async with colleague(app, Role.PARTNER) as partner:
                for row in rows:
                    ok(await partner.post(f"/exchange/results/{row.key}/claim"))
            clock.move(days=1, minutes=1)
            await everything(worker)
        assert len(receiver.got) == 6
        assert {row.state for row in await outbox(pushed, "result")} == {DONE}

    async def test_claimed_while_it_is_on_its_way_it_stays_claimed(
        self, app: FastAPI, applicant: Applicant, pushed: Services
    ) -> None:
        await ended(applicant, pushed)
        receiver = Receiver(lambda _: httpx.Response(503))
        async with deliverer(app, receiver) as worker, colleague(app, Role.PARTNER) as partner:
            await everything(worker)
            for row in await outbox(pushed, "result"):
                ok(await partner.post(f"/exchange/results/{row.key}/claim"))
        assert {row.state for row in await outbox(pushed, "result")} == {DONE}

    async def test_what_lay_ready_is_sent_once_there_is_an_address(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        await ended(applicant, services)
        async with deliverer(app) as worker:
            await everything(worker)
        hook = {"market": Webhook(url="https://market.test/results")}
        services.settings = services.settings.model_copy(update={"department_webhooks": hook})
        stopping = asyncio.Event()
        receiver = Receiver()
        async with deliverer(app, receiver) as worker:
            job = asyncio.create_task(worker.run(stopping))
            await until(lambda: len(receiver.got) == 3)
            stopping.set()
            await job
        assert len(receiver.got) == 3


async def everything(worker: Deliverer) -> None:
    while await worker.deliver_due():
        await worker.settled()
