"""投诉: never to the officer complained about, nor to anybody who had a hand in the case."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text as sql

from api.outbox.models import DONE, OFFERED
from api.platform.webhooks import Webhook
from api.services import Services
from api.staff.accounts import Registry
from knowledge.base.roles import Role
from tests.api.afterwards import GRANTED, Receiver, act, deliverer, outbox
from tests.api.applicant import Applicant, client_of, ok, refused
from tests.api.colleagues import account_of, colleague

pytestmark = pytest.mark.anyio


async def complain(
    applicant: Applicant, number: str, text: str = "让我跑了三趟", **rest: Any
) -> httpx.Response:
    body = {"number": number, "phone": applicant.who.phone, "text": text, **rest}
    return await applicant.client.post("/cases/complaint", json=body)


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


class TestComplain:
    async def test_goes_to_a_supervisor_of_another_department_and_is_answered(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        near = await account_of(services, Role.SUPERVISOR, department="market")
        far = await account_of(services, Role.SUPERVISOR, department="housing")
        number = (await applicant.submitted())["number"]
        made = ok(await complain(applicant, number))
        assert made["state_label"] == "正在处理" and made["answer_by"] == "2026-12-08"
        assert "已回避" in made["why"]
        async with client_of(app) as client:
            assert ok(await client.get("/desk/complaints", headers=bearing(near.token)))["complaints"] == []
            (line,) = ok(await client.get("/desk/complaints", headers=bearing(far.token)))["complaints"]
            assert line["case"] == number and line["text"] == "让我跑了三趟"
            path = f"/desk/complaints/{made['number']}"
            refused(await client.get(path, headers=bearing(near.token)), 404, "complaint_not_found")
            answer = {"answer": "已约谈"}
            refused(
                await client.post(f"{path}/answer", json=answer, headers=bearing(near.token)),
                404,
                "complaint_not_found",
            )
            ok(await client.post(f"{path}/answer", json=answer, headers=bearing(far.token)))
            again = await client.post(f"{path}/answer", json=answer, headers=bearing(far.token))
            refused(again, 409, "already_answered")
        async with deliverer(app) as worker:
            await worker.deliver_due()
        told = ok(await applicant.ask(number, act="messages"))["messages"][-1]["text"]
        assert told == f"您的投诉{made['number']}已有答复：已约谈。"
        (seen,) = ok(await applicant.ask(number, act="complaints"))["complaints"]
        assert seen["state"] == "answered" and seen["answer"] == "已约谈。"

    async def test_a_supervisor_who_had_a_hand_in_the_case_never_sees_it(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        both = await account_of(services, Role.SUPERVISOR, Role.WINDOW, department="market")
        number = (await applicant.submitted())["number"]
        await act(services, number, (("receive", Role.WINDOW, both.account, {}),))
        made = ok(await complain(applicant, number, about="officer"))
        assert made["state"] == "escalated"
        async with client_of(app) as client:
            headers = bearing(both.token)
            assert ok(await client.get("/desk/complaints", headers=headers))["complaints"] == []
            path = f"/desk/complaints/{made['number']}"
            refused(await client.get(path, headers=headers), 404, "complaint_not_found")

    async def test_whoever_sits_at_the_window_or_is_named_is_left_out(
        self, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        await account_of(services, Role.SUPERVISOR, Role.WINDOW, windows=["market"], department="housing")
        named = await account_of(services, Role.SUPERVISOR, department="housing")
        window = ok(await applicant.ask(number))["window"]["window"]
        assert window == "market"
        made = ok(await complain(applicant, number, about="officer", officer=named.account.lower()))
        assert made["state"] == "escalated"
        assert ok(await complain(applicant, number, about="window"))["state"] == "open"

    async def test_it_is_no_part_of_the_log_and_holds_no_personal_data(
        self, applicant: Applicant, services: Services
    ) -> None:
        who = applicant.who
        number = (await applicant.submitted())["number"]
        ok(await complain(applicant, number, f"我叫{who.name}，电话{who.phone}，没人理我"))
        assert len(ok(await applicant.ask(number))["timeline"]) == 1

        async def kept(session: Any) -> str:
            return str((await session.execute(sql("SELECT text FROM complaints"))).scalar())

        said = await services.database.read(kept)
        assert who.phone not in said and who.name not in said and "没人理我" in said

    async def test_the_same_twice_is_one_and_three_wait_at_most(self, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        first, second = ok(await complain(applicant, number)), ok(await complain(applicant, number))
        assert first["number"] == second["number"]
        ok(await complain(applicant, number, "没人接电话"))
        ok(await complain(applicant, number, "大厅太远"))
        refused(await complain(applicant, number, "还有一件"), 409, "too_many_complaints")

    async def test_what_is_wrong_is_said(self, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        refused(await complain(applicant, number, "  "), 422, "invalid_payload")
        refused(await complain(applicant, number, about="mayor"), 422, "invalid_payload")
        refused(await complain(applicant, "261123999994"), 404, "case_not_found")
        ok(await complain(applicant, number, "他说\x00了什么", officer="3号窗口 小王"))


class TestEscalate:
    async def test_the_authority_above_gets_it_where_it_has_an_address(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        above = Webhook(url="https://above.test/complaints")
        services.settings = services.settings.model_copy(update={"authority_webhook": above})
        number = (await applicant.submitted())["number"]
        made = ok(await complain(applicant, number))
        assert made["state_label"] == "由上级机关处理"
        receiver = Receiver()
        async with deliverer(app, receiver) as worker:
            await worker.deliver_due()
            await worker.settled()
        (request,) = receiver.got
        assert json.loads(request.content)["complaint"] == made["number"]
        assert {row.state for row in await outbox(services)} == {DONE}

    async def test_without_address_it_lies_ready_and_administrators_see_it(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        made = ok(await complain(applicant, number))
        async with deliverer(app) as worker:
            await worker.deliver_due()
        assert [row.state for row in await outbox(services, "complaint")] == [OFFERED]
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            (line,) = ok(await administrator.get("/desk/complaints/unassigned"))["complaints"]
            assert line["number"] == made["number"] and "text" not in line
            path = f"/desk/complaints/{made['number']}/assign"
            assert ok(await administrator.post(path))["state"] == "escalated"
            await account_of(services, Role.SUPERVISOR, department="housing")
            assert ok(await administrator.post(path))["state"] == "open"
            refused(await administrator.post(path), 404, "complaint_not_found")

    async def test_a_handler_whose_account_is_out_of_use_is_replaced(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        gone = await account_of(services, Role.SUPERVISOR, department="housing")
        number = (await applicant.submitted())["number"]
        made = ok(await complain(applicant, number))
        registry = Registry(services.database, services.now())
        await registry.set_active(gone.account, False)
        there = await account_of(services, Role.SUPERVISOR, department="approval")
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            done = ok(await administrator.post(f"/desk/complaints/{made['number']}/assign"))
            assert done["handler"] == there.account


class TestGranted:
    async def test_officers_who_acted_are_hands(self, applicant: Applicant, services: Services) -> None:
        number = (await applicant.submitted())["number"]
        await act(services, number, GRANTED[:2])
        await account_of(services, Role.SUPERVISOR, department="market")
        made = ok(await complain(applicant, number))
        assert made["why"] == "由没有经手这个办件的督查人员处理，被投诉的人员已回避。"
