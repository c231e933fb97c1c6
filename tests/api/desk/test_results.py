"""The result of a case: its certificate attached, made known, downloaded, delivered and archived."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pypdf
import pytest
from fastapi import FastAPI

from api.services import Services
from knowledge.base.roles import Role
from tests.api.applicant import Applicant, ok, refused
from tests.api.colleagues import colleague
from tests.api.desk.officers import Office, office

pytestmark = pytest.mark.anyio

ISSUED = {
    "name": "食品经营许可证",
    "number": "JY13600000000017",
    "valid_from": "2026-11-23",
    "valid_until": "2031-11-22",
}


def pdf(pages: int = 1) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=280)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.fixture
async def staff(app: FastAPI) -> AsyncIterator[Office]:
    async with office(app) as found:
        yield found


async def put(client: httpx.AsyncClient, number: str, content: bytes) -> httpx.Response:
    return await client.put(f"/desk/cases/{number}/result-file", content=content)


async def file_for(applicant: Applicant, number: str, tail: str | None = None) -> httpx.Response:
    return await applicant.ask(number, tail, "result-file")


async def seen(applicant: Applicant, number: str) -> Any:
    return ok(await applicant.ask(number))["result"]


class TestTheWholeRoad:
    async def test_attached_made_downloaded_delivered_archived(
        self, applicant: Applicant, staff: Office, services: Services
    ) -> None:
        number = (await applicant.submitted())["number"]
        clerk = staff.clerk.client
        refused(await put(clerk, number, pdf()), 409, "result_not_due")
        await staff.decided(number)
        assert (await seen(applicant, number))["headline"] == "准予"
        assert (await seen(applicant, number))["file"] is None

        ok(await put(clerk, number, pdf(3)))
        attached = ok(await put(clerk, number, certificate := pdf(2)))
        assert attached["pages"] == 2 and attached["size"] == len(certificate)
        assert (await clerk.get(f"/desk/cases/{number}/result-file")).content == certificate
        refused(await file_for(applicant, number), 404, "result_not_there")

        made = await staff.clerk.do("issue", number, **ISSUED, certificate="0" * 64)
        assert "有效期2026年11月23日" in made["log"][-1]["told"] and "下载" in made["log"][-1]["told"]
        refused(await put(clerk, number, pdf()), 409, "result_not_due")
        shown = await seen(applicant, number)
        assert shown["number"] == ISSUED["number"] and shown["file"] == {"size": len(certificate), "pages": 2}
        got = await file_for(applicant, number)
        assert got.content == certificate and got.headers["content-type"] == "application/pdf"
        wrong = f"{(int(applicant.who.phone[-4:]) + 1) % 10_000:04}"
        refused(await file_for(applicant, number, wrong), 404, "case_not_found")

        not_yet = await clerk.get(f"/desk/cases/{number}/slips/delivery")
        refused(not_yet, 409, "slip_not_due")
        await staff.clerk.do("deliver", number, way="post", tracking="EM000000017CN")
        shown = await seen(applicant, number)
        assert (shown["delivered"], shown["tracking"]) == ("邮寄", "EM000000017CN")
        slip = await clerk.get(f"/desk/cases/{number}/slips/delivery")
        words = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(slip.content)).pages)
        assert all(
            word in words for word in ("送达回证", ISSUED["number"], "EM000000017CN", applicant.who.name)
        )

        archive = await clerk.get(f"/desk/cases/{number}/archive.zip")
        packed = zipfile.ZipFile(io.BytesIO(archive.content))
        assert certificate in [packed.read(name) for name in packed.namelist() if name.endswith(".pdf")]

        await staff.approver.do("revoke", number, reason="查明材料是假的", basis="《行政许可法》第六十九条")
        refused(await file_for(applicant, number), 404, "result_not_there")
        assert (await seen(applicant, number))["revoked_on"]

    @pytest.mark.any_database
    async def test_only_a_pdf_that_opens_and_only_who_makes_results(
        self, app: FastAPI, applicant: Applicant, staff: Office
    ) -> None:
        number = (await applicant.submitted())["number"]
        await staff.decided(number)
        clerk = staff.clerk.client
        refused(await put(clerk, number, b"\x89PNG\r\n\x1a\n" + bytes(200)), 415, "result_not_pdf")
        refused(await put(clerk, number, b"%PDF-1.7 and nothing else"), 422, "file_broken")
        refused(await put(clerk, number, b""), 422, "file_empty")
        reversed_ = {**ISSUED, "valid_from": "2031-11-23"}
        problem = refused(await staff.clerk.try_to("issue", number, **reversed_), 422, "act_not_possible")
        assert problem["reason"] == "validity_reversed"
        refused(await put(staff.reviewer.client, number, pdf()), 403, "role_missing")
        async with colleague(app, Role.WINDOW, windows=("tax",), department="tax") as other:
            refused(await put(other, number, pdf()), 404, "not_yours")
        assert (await staff.clerk.look(number))["attached"] is None

    @pytest.mark.any_database
    async def test_a_denial_says_so(self, applicant: Applicant, staff: Office) -> None:
        number = (await applicant.submitted())["number"]
        await staff.decided(number, "deny", reason="不符合条件。", remedies_told=True)
        assert (await seen(applicant, number))["headline"] == "不予"
