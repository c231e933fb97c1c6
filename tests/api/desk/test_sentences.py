"""Sentences for corrections: offered by material, kept by the department; and views that an account keeps."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI

from knowledge.base.roles import Role
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.desk.officers import Office, Officer, office
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

OWN = "「{材料}」第二页没有签名，请补签。"


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def keep(officer: Officer, text: str, **for_what: str) -> Any:
    return await officer.client.post("/desk/sentences", json={"text": text, **for_what})


async def offered(officer: Officer, number: str, material: str) -> list[dict[str, str]]:
    found = ok(await officer.client.get(f"/desk/cases/{number}/sentences"))["materials"]
    (one,) = [one["sentences"] for one in found if one["material"] == material]
    sentences: list[dict[str, str]] = one
    return sentences


class TestSentences:
    async def test_the_department_s_come_first_and_are_filled(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        ok(await keep(staff.clerk, OWN, item=FOOD, material=APPLICATION))
        ok(await keep(staff.clerk, "只给别的事项。", item="other.item"))
        first = (await offered(staff.reviewer, number, APPLICATION))[0]
        assert (
            first["source"] == "saved" and first["text"] == "「食品经营许可申请书」第二页没有签名，请补签。"
        )
        sources = {one["source"] for one in await offered(staff.clerk, number, APPLICATION)}
        assert sources == {"saved", "kind", "general"}
        assert "只给别的事项。" not in str(await offered(staff.clerk, number, APPLICATION))

    async def test_are_changed_and_deleted_by_the_department(self, app: FastAPI, staff: Office) -> None:
        (one,) = ok(await keep(staff.clerk, OWN))["sentences"]
        path = f"/desk/sentences/{one['id']}"
        async with office(app, window="police", department="police") as others:
            assert ok(await others.clerk.client.get("/desk/sentences"))["sentences"] == []
            refused(await others.clerk.client.delete(path), 404, "sentence_not_found")
        new = {"text": "「{材料}」每一页都要签名。", "version": one["version"]}
        (changed,) = ok(await staff.reviewer.client.put(path, json=new))["sentences"]
        assert changed["version"] == 2 and changed["text"] == new["text"]
        refused(await staff.clerk.client.put(path, json=new), 409, "stale_version")
        assert ok(await staff.clerk.client.delete(path))["sentences"] == []
        refused(await staff.clerk.client.delete(path), 404, "sentence_not_found")

    @pytest.mark.parametrize(
        "text", ["{姓名}没有签名。", "{材料没有签名。", "{材料:>9999999}", "{材料.x}", "{}没有签名。"]
    )
    async def test_a_field_that_nothing_fills_is_not_kept(self, staff: Office, text: str) -> None:
        refused(await keep(staff.clerk, text), 422, "sentence_unclear")

    async def test_personal_data_are_not_kept(self, applicant: Applicant, staff: Office) -> None:
        refused(await keep(staff.clerk, f"请打电话给{applicant.who.phone}。"), 422, "sentence_personal")

    async def test_supervision_reads_and_does_not_write(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        assert await offered(staff.supervisor, number, APPLICATION)
        refused(await keep(staff.supervisor, OWN), 403, "role_missing")

    async def test_there_are_only_so_many(self, staff: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("api.desk.sentences.MOST", 1)
        ok(await keep(staff.clerk, OWN))
        refused(await keep(staff.clerk, OWN), 409, "too_many_sentences")


class TestViews:
    async def test_are_one_s_own(self, app: FastAPI, staff: Office) -> None:
        wanted = {"name": "快到期", "filter": {"claimed_by": "me", "due_before": "2026-11-27", "q": ""}}
        (one,) = ok(await staff.clerk.client.post("/desk/views", json=wanted))["views"]
        assert one["name"] == "快到期"
        kept = {key: value for key, value in one["filter"].items() if value is not None}
        assert kept == {"claimed_by": "me", "due_before": "2026-11-27", "sort": "due"}
        ok(await staff.clerk.client.get("/desk/cases", params=kept))
        refused(await staff.clerk.client.post("/desk/views", json=wanted), 409, "view_exists")
        path = f"/desk/views/{one['id']}"
        async with colleague(app, Role.WINDOW) as second:
            assert ok(await second.get("/desk/views"))["views"] == []
            refused(await second.delete(path), 404, "view_not_found")
        new = {"name": "在办的", "filter": {"stage": "work"}}
        (changed,) = ok(await staff.clerk.client.put(path, json=new))["views"]
        assert changed["filter"]["stage"] == "work" and changed["filter"]["claimed_by"] is None
        assert ok(await staff.clerk.client.delete(path))["views"] == []

    async def test_a_filter_that_there_is_not(self, staff: Office) -> None:
        for wrong in ({"stage": "x"}, {"colour": "red"}):
            answer = await staff.clerk.client.post("/desk/views", json={"name": "a", "filter": wrong})
            refused(answer, 422, "invalid_payload")

    async def test_there_are_only_so_many(self, staff: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("api.desk.kept_views.MOST", 1)
        ok(await staff.clerk.client.post("/desk/views", json={"name": "一", "filter": {}}))
        refused(
            await staff.clerk.client.post("/desk/views", json={"name": "二", "filter": {}}),
            409,
            "too_many_views",
        )
