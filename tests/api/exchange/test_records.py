"""Records in the national field names: every one checked, none dropped, a range of any size streamed."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.cases.models import CaseRow
from api.exchange import record_stream
from api.services import Services
from api.uploads.models import FileRow, PaperRow
from knowledge.base.roles import Role
from tests.api.afterwards import act, ended
from tests.api.applicant import Applicant, client_of, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.conftest import MONDAY, MovableClock

pytestmark = pytest.mark.anyio

WEEK = {"from": "2026-11-23", "reason": "核对上报", "to": "2026-11-29"}


async def a_file(session: Any, intake: str, material: str) -> None:
    """A file that was handed in for a material."""
    session.add(
        PaperRow(
            id="paper", media_type="image/jpeg", size=1, pages=1, created_at=MONDAY, check="off", queued_at=MONDAY, attempts=0
        )
    )  # fmt: skip
    await session.flush()
    session.add(
        FileRow(
            id="file", intake_id=intake, material=material, position=0, paper_id="paper", name="", key="key", digest="",
            made_ready=False, reused_from="", created_at=MONDAY,
        )
    )  # fmt: skip


def lines(response: httpx.Response) -> list[dict[str, Any]]:
    assert response.status_code == 200, response.text
    return [json.loads(line) for line in response.text.splitlines()]


class TestRecords:
    async def test_a_case_gives_every_kind(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = await ended(applicant, services)
        rating = {"number": number, "phone_tail": applicant.who.phone_tail, "grade": 2}
        ok(await applicant.client.post("/cases/rating", json=rating))
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            found = lines(await administrator.get("/exchange/records", params=WEEK))
        kinds = [one["kind"] for one in found]
        assert set(kinds) == {"application", "material", "accept", "process", "result", "rating"}
        assert [one["line"] for one in found] == list(range(1, len(found) + 1))
        assert all(one["record"]["project_no"] == number for one in found)
        by_kind = {one["kind"]: one for one in found}
        assert by_kind["application"]["faults"] == []
        for secret in (applicant.who.name, applicant.who.id_number, applicant.who.phone):
            assert secret not in json.dumps(found, ensure_ascii=False)
        (row,) = await logged(services, "records_exported")
        assert row.data["reason"] == "核对上报"
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            bare = {key: value for key, value in WEEK.items() if key != "reason"}
            refused(await administrator.get("/exchange/records", params=bare), 422, "reason_missing")
        assert by_kind["rating"]["record"]["satisfaction_name"] == "满意"

    async def test_a_material_came_as_a_file_or_over_the_counter_and_else_is_open(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        case = await services.database.read(lambda session: session.get_one(CaseRow, number))
        filed, on_paper, *rest = [one for one, state in case.materials.items() if state == "ready"]
        await services.database.transact(lambda session: a_file(session, case.intake_id, filed))
        await act(services, number, (("receive", Role.WINDOW, "clerk", {"paper": [on_paper]}),))
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            params = {**WEEK, "kind": "material"}
            found = [
                one["record"] for one in lines(await administrator.get("/exchange/records", params=params))
            ]
        ways = {one["material_name"]: (one["is_get"], one.get("get_type")) for one in found}
        name = {key: services.catalogue.materials[key].name for key in case.materials}
        assert ways[name[filed]] == ("1", "网上提交")
        assert ways[name[on_paper]] == ("1", "窗口提交")
        assert rest and {ways[name[one]] for one in rest} == {("0", None)}

    async def test_what_a_record_lacks_is_said_with_its_field(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        await ended(applicant, services)
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            params = {**WEEK, "kind": "accept"}
            (accept,) = lines(await administrator.get("/exchange/records", params=params))
        assert accept["faults"] == [{"field": "handle_user_name", "say": "缺少受理人员。"}]

    async def test_page_by_page_nothing_is_lost(
        self,
        app: FastAPI,
        services: Services,
        clock: MovableClock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(record_stream, "PAGE", 2)
        numbers = []
        async with client_of(app) as client:
            for name in ("a", "b", "c", "d", "e"):
                numbers.append((await Applicant(client, name).submitted())["number"])
                clock.move(hours=10)
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            params = {**WEEK, "kind": "application"}
            found = lines(await administrator.get("/exchange/records", params=params))
            assert [one["record"]["project_no"] for one in found] == numbers
            only = {"reason": "核对上报", "from": "2026-11-24", "to": "2026-11-24", "kind": "application"}
            found = lines(await administrator.get("/exchange/records", params=only))
        assert [one["record"]["project_no"] for one in found] == numbers[2:4]

    async def test_a_partner_gets_its_own_department_only(
        self, app: FastAPI, applicant: Applicant, services: Services
    ) -> None:
        await ended(applicant, services)
        async with colleague(app, Role.PARTNER) as partner:
            assert lines(await partner.get("/exchange/records", params=WEEK))
            other = {**WEEK, "department": "housing"}
            refused(await partner.get("/exchange/records", params=other), 404, "not_yours")
        async with colleague(app, Role.PARTNER, department="housing") as other_partner:
            assert lines(await other_partner.get("/exchange/records", params=WEEK)) == []
        async with colleague(app, Role.WINDOW) as clerk:
            refused(await clerk.get("/exchange/records", params=WEEK), 403, "role_missing")

    async def test_a_wrong_range_or_kind_is_refused(self, app: FastAPI) -> None:
        async with colleague(app, Role.ADMINISTRATOR) as administrator:
            back = {"from": "2026-11-29", "to": "2026-11-23"}
            refused(await administrator.get("/exchange/records", params=back), 422, "range_wrong")
            kind = {**WEEK, "kind": "everything"}
            refused(await administrator.get("/exchange/records", params=kind), 422, "range_wrong")
            refused(
                await administrator.get("/exchange/records", params={"from": "今天"}), 422, "invalid_payload"
            )
