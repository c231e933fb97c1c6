"""Photos after the submission: only of what a correction asks for or was agreed to come later, and what was submitted stays."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from sqlalchemy import update

from api.services import Services
from api.uploads.models import PaperRow
from knowledge.base.roles import Role
from tests.api.applicant import APPLICATION, FOOD, Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.conftest import MovableClock
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


@pytest.fixture
async def mended(
    submitted: Uploader, app: FastAPI, clock: MovableClock
) -> AsyncIterator[tuple[Uploader, str]]:
    """The same after the window has asked for the very paper whose photo was submitted; with that photo's id."""
    number = (await submitted.applicant.look())["case_number"]
    clock.move(minutes=5)
    async with colleague(app, Role.WINDOW) as client:
        clerk = Officer(client)
        await clerk.do("receive", number)
        point = {"material": APPLICATION, "name": "申请书", "what": "看不清，请重拍。"}
        await clerk.do(
            "request_correction", number, points=[point], correct_by="2026-12-04", document="补〔2026〕1号"
        )
    yield submitted, (await submitted.slot())["files"][0]["id"]


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
        say = (await uploader.look())["limits"]["say"]
        assert say.startswith("可以传") and say.endswith("随办件保存，不会自动删除。") and "24小时" not in say
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
        body = {"number": number, "phone": uploader.applicant.who.phone, "materials": [asked]}
        ok(await uploader.client.post("/cases/correction", json=body))
        refused(await uploader.send(photo("3"), asked), 409, "intake_not_open")
        assert not (await uploader.slot(asked))["files"][0]["removable"]

    async def test_new_photos_are_put_in_order_behind_what_was_submitted(
        self, mended: tuple[Uploader, str]
    ) -> None:
        uploader, old = mended
        first, second = [await uploader.sent(photo(n)) for n in ("2", "3")]
        order = f"{uploader.base}/{APPLICATION}/files/order"
        turned = ok(await uploader.client.put(order, json={"files": [old, second, first]}))
        assert [file["id"] for file in turned["files"]] == [old, second, first]
        assert [file["id"] for file in (await uploader.slot())["files"]] == [old, second, first]
        moved = await uploader.client.put(order, json={"files": [second, old, first]})
        assert "已经交上去" in refused(moved, 409, "submitted_stays")["detail"]
        refused(await uploader.client.put(order, json={"files": [second, first]}), 422, "order_incomplete")

    async def test_a_new_photo_of_ones_own_is_replaced(self, mended: tuple[Uploader, str]) -> None:
        uploader, old = mended
        first, second = [await uploader.sent(photo(n)) for n in ("2", "3")]
        new = (await uploader.send(photo("4"), replaces=first)).json()["file"]["id"]
        assert [file["id"] for file in (await uploader.slot())["files"]] == [old, new, second]

    async def test_what_was_submitted_is_replaced_and_stays_word_for_word(
        self, mended: tuple[Uploader, str]
    ) -> None:
        uploader, old = mended
        before = (await uploader.content(old)).content
        new = (await uploader.send(photo("2"), replaces=old)).json()["file"]
        assert new["replaces"] == old and new["removable"]
        newer = (await uploader.send(photo("3"), replaces=old)).json()["file"]
        kept, last = (await uploader.slot())["files"]
        assert (kept["id"], last["id"], last["replaces"]) == (old, newer["id"], old), (
            "再换一次，换的是新的那张"
        )
        assert not kept["removable"] and (await uploader.content(old)).content == before
        refused(
            await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{old}"), 409, "submitted_stays"
        )
        ok(await uploader.client.delete(f"{uploader.base}/{APPLICATION}/files/{newer['id']}"))
        assert [file["id"] for file in (await uploader.slot())["files"]] == [old]

    async def test_what_was_replaced_is_not_judged_any_more(
        self, mended: tuple[Uploader, str], services: Services
    ) -> None:
        uploader, old = mended
        unread = update(PaperRow).values(check="failed")
        await services.database.transact(lambda session: session.execute(unread))
        assert (await uploader.slot())["state"] == "doubtful"
        await uploader.send(photo("2"), replaces=old)
        assert (await uploader.slot())["state"] == "received"

    async def test_the_window_and_the_archive_see_both(
        self, mended: tuple[Uploader, str], app: FastAPI
    ) -> None:
        uploader, old = mended
        new = (await uploader.send(photo("2"), replaces=old)).json()["file"]["id"]
        number = (await uploader.applicant.look())["case_number"]
        body = {"number": number, "phone": uploader.applicant.who.phone, "materials": [APPLICATION]}
        ok(await uploader.client.post("/cases/correction", json=body))
        async with colleague(app, Role.WINDOW) as clerk:
            (slot,) = ok(await clerk.get(f"/desk/cases/{number}/materials"))["slots"]
            assert [(file["id"], file["replaces"]) for file in slot["files"]] == [(old, ""), (new, old)]
            packed = await clerk.get(f"/desk/cases/{number}/archive.zip")
        names = zipfile.ZipFile(io.BytesIO(packed.content)).namelist()
        assert len([name for name in names if "_1.jpg" in name]) == 1
        assert len([name for name in names if "_2_代替第1份.jpg" in name]) == 1

    async def test_a_paper_that_was_not_on_the_notice_is_in_the_archive_too(
        self, submitted: Uploader, app: FastAPI
    ) -> None:
        number = (await submitted.applicant.look())["case_number"]
        point = {"material": "more", "name": "安全承诺书", "what": "请补交。", "reason": "新的规定"}
        async with colleague(app, Role.WINDOW) as client:
            clerk = Officer(client)
            await clerk.do("receive", number)
            await clerk.do("request_correction", number, points=[point], document="补〔2026〕1号")
            await submitted.sent(photo("2"), "more")
            body = {"number": number, "phone": submitted.applicant.who.phone, "materials": ["more"]}
            ok(await submitted.client.post("/cases/correction", json=body))
            packed = await client.get(f"/desk/cases/{number}/archive.zip")
        names = zipfile.ZipFile(io.BytesIO(packed.content)).namelist()
        assert [name for name in names if "安全承诺书_1.jpg" in name]

    async def test_a_paper_of_another_item_is_used_again(self, corrected: tuple[Uploader, str]) -> None:
        uploader, asked = corrected
        (choice,) = (await uploader.look())["reusable"]
        assert choice["material"] == APPLICATION
        reuse = await uploader.client.post(
            f"{uploader.base}/{asked}/files/reuse", json={"file": choice["id"]}
        )
        assert reuse.status_code == 201 and reuse.json()["file"]["removable"]
        elsewhere = await uploader.client.post(
            f"{uploader.base}/{APPLICATION}/files/reuse", json={"file": choice["id"]}
        )
        refused(elsewhere, 409, "intake_not_open")
        ok(await uploader.client.delete(f"{uploader.base}/{asked}/files/{reuse.json()['file']['id']}"))
        assert (await uploader.content(choice["id"])).status_code == 200, "交上去的那份还在"

    async def test_nothing_goes_once_it_is_handed_in(self, mended: tuple[Uploader, str]) -> None:
        uploader, old = mended
        new = (await uploader.send(photo("2"), replaces=old)).json()["file"]["id"]
        number = (await uploader.applicant.look())["case_number"]
        body = {"number": number, "phone": uploader.applicant.who.phone, "materials": [APPLICATION]}
        ok(await uploader.client.post("/cases/correction", json=body))
        files = f"{uploader.base}/{APPLICATION}/files"
        refused(await uploader.client.delete(f"{files}/{new}"), 409, "intake_not_open")
        refused(
            await uploader.client.put(f"{files}/order", json={"files": [new, old]}), 409, "intake_not_open"
        )
        refused(await uploader.send(photo("3"), replaces=new), 409, "intake_not_open")
        refused(await uploader.client.post(f"{files}/reuse", json={"file": old}), 409, "intake_not_open")
