"""What a page offers and what an act would send out: the same words as when it is done, and nothing is done."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from api.cases.models import CaseLogRow, RefusedActRow
from api.outbox.models import OutboxRow
from api.services import Services
from tests.api.applicant import APPLICATION, Applicant, ok, refused
from tests.api.desk.officers import Office, Officer, office
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

POINT = {"material": APPLICATION, "name": "食品经营许可申请书", "what": "没有签名，请补签"}


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def acts(officer: Officer, number: str) -> dict[str, dict[str, Any]]:
    found = ok(await officer.client.get(f"/desk/cases/{number}/acts"))["acts"]
    return {one["act"]: one for one in found}


async def previewed(officer: Officer, act: str, number: str, **data: Any) -> httpx.Response:
    version = (await officer.look(number))["version"]
    body = {"version": version, "data": data}
    return await officer.client.post(f"/desk/cases/{number}/acts/{act}/preview", json=body)


async def written(services: Services) -> list[int]:
    """How many rows there are of everything that an act or a refusal writes."""

    async def count(session: Any) -> list[int]:
        tables = (CaseLogRow, RefusedActRow, OutboxRow)
        return [await session.scalar(select(func.count()).select_from(table)) for table in tables]

    return await services.database.read(count)


class TestPage:
    async def test_every_act_of_the_role_in_the_order_of_the_procedure(
        self, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        found = await acts(staff.clerk, number)
        assert list(found)[:5] == ["receive", "request_correction", "correct", "put_right", "supplement"]
        assert not {"approve", "decide", "urge"} & found.keys()
        assert [name for name, one in found.items() if one["possible"]] == ["receive", "transfer", "withdraw"]
        assert found["receive"]["consequences"][0] == "办件变成「已收件」。"
        assert "现在可以" in found["accept"]["reasons"][0]["say"]
        assert found["refuse"]["fields"]["properties"]["ground"]
        possible = {name for name, one in found.items() if one["possible"]}
        assert possible == {one["act"] for one in (await staff.clerk.look(number))["possible"]}

    async def test_who_has_reviewed_cannot_approve_and_is_told_so(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.accepted(number)
        reviewing = await acts(staff.reviewer, number)
        assert reviewing["review"]["possible"] and not reviewing["give_opinion"]["possible"]
        assert reviewing["give_opinion"]["reasons"][0]["code"] == "not_asked"
        found = await acts(staff.approver, number)
        assert found["approve"]["reasons"][0]["code"] == "wrong_state"
        assert found["extend"]["possible"]

    async def test_not_of_others(self, app: FastAPI, applicant: Applicant) -> None:
        number = (await applicant.submitted())["number"]
        async with office(app, window="police", department="police") as others:
            refused(await others.clerk.client.get(f"/desk/cases/{number}/acts"), 404, "not_yours")
            body = {"version": 1, "data": {}}
            path = f"/desk/cases/{number}/acts/receive/preview"
            refused(await others.clerk.client.post(path, json=body), 404, "not_yours")


class TestPreview:
    async def test_is_word_for_word_what_goes_out(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.clerk.do("receive", number)
        data = {"points": [POINT], "correct_by": "2026-12-07", "document": "补〔2026〕1号"}
        before = await written(services)
        seen = ok(await previewed(staff.clerk, "request_correction", number, **data))
        assert await written(services) == before
        texts = {one["kind"]: one for one in seen["texts"]}
        assert seen["state_label"] == "补正中" and texts["paper"]["title"] == "补正通知书"
        assert "补〔2026〕1号" in texts["paper"]["text"]
        done = await staff.clerk.do("request_correction", number, **data)
        assert done["log"][-1]["told"] == texts["message"]["text"]

    async def test_is_refused_as_the_act_and_the_refusal_is_not_recorded(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        before = await written(services)
        refused(await previewed(staff.clerk, "accept", number), 409, "wrong_state")
        refused(await previewed(staff.clerk, "request_correction", number), 409, "wrong_state")
        refused(await previewed(staff.reviewer, "receive", number), 403, "wrong_role")
        await staff.clerk.client.post(
            f"/desk/cases/{number}/acts/receive/preview", json={"version": 9, "data": {}}
        )
        await staff.clerk.do("receive", number)
        refused(await previewed(staff.clerk, "request_correction", number), 422, "act_not_possible")
        refused(await previewed(staff.clerk, "refuse", number), 422, "invalid_act")
        after = await written(services)
        assert after[1] == before[1] and after[0] == before[0] + 1

    async def test_an_old_version_is_said(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        body = {"version": 9, "data": {}}
        answer = await staff.clerk.client.post(f"/desk/cases/{number}/acts/receive/preview", json=body)
        refused(answer, 409, "stale_version")
