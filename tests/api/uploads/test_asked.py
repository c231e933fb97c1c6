"""Photos after the submission: only of what a correction asks for or was agreed to come later, and what was submitted stays."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from knowledge.roles import Role
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.desk.officers import Officer
from tests.api.uploads.conftest import Uploader, photo

pytestmark = pytest.mark.anyio


@pytest.fixture
async def submitted(applicant: Applicant) -> Uploader:
    """An application with one photo."""
    await applicant.prepare(FOOD)
    uploader = Uploader(applicant)
    await uploader.sent()
    ok(await applicant.submit())
    return uploader


@pytest.fixture
async def corrected(submitted: Uploader, app: FastAPI) -> AsyncIterator[tuple[Uploader, str]]:
    """The same after the window has asked for another paper of its list; with that paper's id."""
    asked = next(slot["id"] for slot in (await submitted.look())["slots"] if slot["id"] != APPLICATION)
    number = (await submitted.applicant.look())["case_number"]
    async with colleague(app, Role.WINDOW) as client:
        clerk = Officer(client)
        await clerk.do("receive", number)
        point = {"material": asked, "name": "材料", "what": "看不清，请重拍。"}
        await clerk.do(
            "request_correction", number, points=[point], correct_by="2026-12-04", document="补〔2026〕1号"
        )
        yield submitted, asked


class TestSubmitted:
    async def test_takes_nothing_that_is_not_asked_for(self, submitted: Uploader) -> None:
        refused(await submitted.send(photo("2")), 409, "intake_not_open")

    async def test_gives_nothing_back(self, submitted: Uploader) -> None:
        slot = await submitted.slot()
        assert not slot["open"] and not slot["files"][0]["removable"]
        path = f"{submitted.base}/{APPLICATION}/files/{slot['files'][0]['id']}"
        refused(await submitted.client.delete(path), 409, "intake_not_open")


class TestCorrection:
    async def test_takes_what_it_asks_for_and_nothing_else(self, corrected: tuple[Uploader, str]) -> None:
        uploader, asked = corrected
        before = (await uploader.applicant.look())["materials"]
        view = await uploader.look()
        assert view["open"] and asked in [slot["id"] for slot in view["slots"] if slot["open"]]
        assert (await uploader.send(photo("2"), asked)).status_code == 201
        refused(await uploader.send(photo("3")), 409, "intake_not_open")
        assert (await uploader.applicant.look())["materials"] == before

    async def test_a_photo_that_came_for_it_can_be_taken_back(self, corrected: tuple[Uploader, str]) -> None:
        uploader, asked = corrected
        file = await uploader.sent(photo("2"), asked)
        assert (await uploader.slot(asked))["files"][0]["removable"]
        ok(await uploader.client.delete(f"{uploader.base}/{asked}/files/{file}"))
        assert (await uploader.slot(asked))["files"] == []

    async def test_is_closed_again_once_handed_in(self, corrected: tuple[Uploader, str]) -> None:
        uploader, asked = corrected
        await uploader.sent(photo("2"), asked)
        number = (await uploader.applicant.look())["case_number"]
        body = {"number": number, "phone_tail": uploader.applicant.who.phone_tail, "materials": [asked]}
        ok(await uploader.client.post("/cases/correction", json=body))
        refused(await uploader.send(photo("3"), asked), 409, "intake_not_open")
        assert not (await uploader.slot(asked))["files"][0]["removable"]
