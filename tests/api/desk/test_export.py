"""What is exported: the filtered cases, masked by role, on record, and cut with a sentence."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook

from api.services import Services
from intake.people import person
from tests.api.applicant import Applicant, refused
from tests.api.colleagues import logged
from tests.api.desk.officers import Office, Officer, office
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def submitted(applicant: Applicant, seed: int) -> str:
    one = Applicant(applicant.client, f"applicant-{seed}", person(seed))
    number: str = (await one.submitted())["number"]
    return number


async def rows(officer: Officer, **params: Any) -> list[tuple[Any, ...]]:
    answer = await officer.client.get("/desk/cases.xlsx", params=params | {"reason": "季度考核"})
    assert answer.status_code == 200, answer.text
    assert "cases-20261123.xlsx" in answer.headers["content-disposition"]
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


async def test_what_is_filtered_and_masked(applicant: Applicant, staff: Office, services: Services) -> None:
    first, second = await submitted(applicant, 1), await submitted(applicant, 2)
    title, head, *lines = await rows(staff.clerk)
    assert "遮盖" in title[0] and head[0] == "办件编号"
    assert {line[0] for line in lines} == {first, second}
    lines.sort(key=lambda line: line[0] != first)
    who = person(1)
    assert lines[0][3] == who.name[0] + "*" * (len(who.name) - 1)
    assert lines[0][4].startswith(who.phone[:3]) and who.phone not in lines[0][4]
    assert lines[0][5:10] == ("待收件", "已提交", "答复是否受理", "2026-11-30", "还剩5个工作日")
    assert len(await rows(staff.clerk, stage="work")) == 2
    assert [line[0] for line in (await rows(staff.clerk, q=person(2).name))[2:]] == [second]


async def test_is_on_record_without_what_was_typed(
    applicant: Applicant, staff: Office, services: Services
) -> None:
    await submitted(applicant, 1)
    await rows(staff.clerk, q=person(1).name, sort="newest")
    refused(await staff.clerk.client.get("/desk/cases.xlsx", params={"reason": " "}), 422, "reason_missing")
    (row,) = await logged(services, "exported")
    assert row.data["reason"] == "季度考核"
    assert row.subject == "desk/cases" and row.data["count"] == 1 and row.data["cut"] is False
    assert row.data["filter"] == {"sort": "newest", "searched_by": ["name", "item"]}
    assert person(1).name not in str(row.data)


async def test_is_cut_with_a_sentence(
    applicant: Applicant, staff: Office, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.desk.export.MOST", 2)
    monkeypatch.setattr("api.desk.export.PAGE", 1)
    for seed in range(2):
        await submitted(applicant, seed)
    assert len(await rows(staff.clerk)) == 4
    await submitted(applicant, 3)
    *_, last = await rows(staff.clerk)
    assert last[0].startswith("只列了前") and "缩小条件" in last[0]
    assert [row.data["cut"] for row in await logged(services, "exported")] == [False, True]


async def test_only_what_is_theirs(app: FastAPI, applicant: Applicant) -> None:
    await submitted(applicant, 1)
    async with office(app, window="police", department="police") as others:
        assert len(await rows(others.clerk)) == 2
        answer = await others.clerk.client.get(
            "/desk/cases.xlsx", params={"window": "market", "reason": "考核"}
        )
        refused(answer, 404, "not_yours")
