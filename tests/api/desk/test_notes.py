"""What colleagues tell each other of a case: sealed, and never seen by applicants."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select

from api.desk.models import NoteRow
from api.services import Services
from tests.api.applicant import Applicant, ok, refused
from tests.api.conftest import MovableClock
from tests.api.desk.officers import Office, Officer, office
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def note(officer: Officer, number: str, **said: Any) -> Any:
    return await officer.client.post(f"/desk/cases/{number}/notes", json=said)


async def test_a_note_and_a_call(
    applicant: Applicant, staff: Office, services: Services, clock: MovableClock
) -> None:
    number = (await applicant.submitted())["number"]
    told = f"{applicant.who.name}说明天来。"
    ok(await note(staff.clerk, number, kind="note", text="等消防的意见。"))
    clock.move(hours=1)
    ok(await note(staff.reviewer, number, kind="call", text=told, called="applicant", reached=True))
    seen = ok(await staff.supervisor.client.get(f"/desk/cases/{number}/notes"))["notes"]
    assert [(one["kind_label"], one["text"], one["called_label"], one["reached"]) for one in seen] == [
        ("电话记录", told, "申请人", True),
        ("留言", "等消防的意见。", "", None),
    ]
    assert [one["name"] for one in seen] == ["测试人员"] * 2 and not seen[0]["mine"]
    rows = (await services.database.read(lambda session: session.scalars(select(NoteRow)))).all()
    assert not [row for row in rows if applicant.who.name in row.text or "消防" in row.text]


async def test_applicants_and_others_never_see_them(
    app: FastAPI, applicant: Applicant, staff: Office
) -> None:
    number = (await applicant.submitted())["number"]
    ok(await note(staff.clerk, number, kind="note", text="内部的话"))
    assert "内部的话" not in (await applicant.ask(number)).text
    assert "内部的话" not in (await applicant.ask(number, act="messages")).text
    assert (await applicant.client.get(f"/desk/cases/{number}/notes")).status_code == 401
    async with office(app, window="police", department="police") as others:
        refused(await others.clerk.client.get(f"/desk/cases/{number}/notes"), 404, "not_yours")
        refused(await note(others.clerk, number, kind="note", text="x"), 404, "not_yours")


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "call", "text": "打了"},
        {"kind": "call", "text": "打了", "called": "applicant"},
        {"kind": "note", "text": "x", "reached": True},
        {"kind": "note", "text": "  "},
        {"kind": "note", "text": "x" * 2001},
        {"kind": "other", "text": "x"},
    ],
)
async def test_what_is_incomplete_is_said(applicant: Applicant, staff: Office, said: dict[str, Any]) -> None:
    number = (await applicant.submitted())["number"]
    refused(await note(staff.clerk, number, **said), 422, "invalid_payload")


async def test_there_are_only_so_many(
    applicant: Applicant, staff: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.desk.notes.MOST", 1)
    number = (await applicant.submitted())["number"]
    ok(await note(staff.clerk, number, kind="note", text="一"))
    refused(await note(staff.clerk, number, kind="note", text="二"), 409, "too_many_notes")
