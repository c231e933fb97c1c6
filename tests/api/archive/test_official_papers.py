"""quality.md 44: what the law wants in writing is a paper with number, authority, remedy and seal, and anybody can find out whether it is true."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from PIL import Image
from pypdf import PdfReader

from api.printing.own_template import OWN
from api.printing.typesetting import TEMPLATES
from api.services import Services
from intake.checkup import paper_template
from knowledge.base.roles import Role
from tests.api.afterwards import ended
from tests.api.applicant import Applicant, client_of, ok, refused
from tests.api.colleagues import colleague, logged
from tests.api.desk.officers import office
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]

AUTHORITY = "河东县市场监督管理局"


def text_of(pdf: bytes) -> str:
    read = PdfReader(io.BytesIO(pdf))
    return "".join(page.extract_text() for page in read.pages).replace("\n", "")


def pictures_of(pdf: bytes) -> int:
    return sum(len(page.images) for page in PdfReader(io.BytesIO(pdf)).pages)


def whose(applicant: Applicant, number: str, **rest: Any) -> dict[str, Any]:
    return {"number": number, "phone": applicant.who.phone, **rest}


async def test_a_case_that_was_granted_has_its_papers(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    number = await ended(applicant, services)
    seals = services.settings.data_dir / "seals"
    seals.mkdir()
    async with client_of(app) as client, colleague(app, Role.WINDOW) as clerk:
        found = ok(await clerk.get(f"/desk/cases/{number}/papers"))
        assert found["authority"] == AUTHORITY
        assert [one["title"] for one in found["papers"]] == ["受理通知书", "准予决定书", "送达回证"]
        accepted, decided, delivered = found["papers"]
        assert accepted["number"] == "受字〔2026〕1号" and decided["number"] == "准字〔2026〕1号"
        assert delivered["number"] == f"{number}-{delivered['place']:02d}"
        printed = await clerk.get(f"/desk/cases/{number}/papers/{decided['place']}.pdf")
        assert printed.status_code == 200 and printed.headers["content-type"] == "application/pdf"
        told = text_of(printed.content)
        for part in (
            AUTHORITY,
            "准予决定书",
            "准字〔2026〕1号",
            decided["code"],
            applicant.who.name,
            "2026年",
        ):
            assert part in told, part
        (row,) = await logged(services, "document_printed")
        assert (row.subject, row.data) == (number, {"place": decided["place"]})
        refused(await clerk.get(f"/desk/cases/{number}/papers/99.pdf"), 404, "paper_not_there")

        own = ok(await client.post("/cases/papers", json=whose(applicant, number)))
        assert own == found
        at = f"/cases/papers/{decided['place']}"
        assert text_of((await client.post(at, json=whose(applicant, number))).content) == told
        wrong = whose(applicant, number) | {"phone": "13900000000"}
        refused(await client.post(at, json=wrong), 404, "case_not_found")

        Image.new("RGBA", (200, 200), (200, 0, 0, 120)).save(seals / "market.png")
        sealed = await clerk.get(f"/desk/cases/{number}/papers/{decided['place']}.pdf")
        assert pictures_of(sealed.content) == pictures_of(printed.content) + 1

        page = await client.get(f"http://centre/v/{decided['code'].lower()}")
        assert page.status_code == 200 and page.headers["referrer-policy"] == "no-referrer"
        assert "准予决定书" in page.text and "准字〔2026〕1号" in page.text
        assert applicant.who.name not in page.text and applicant.who.phone not in page.text
        for code in (decided["code"][:-1] + "0", decided["code"].replace("-0", "-9"), "x", number):
            if code != decided["code"]:
                assert (await client.get(f"http://centre/v/{code}")).status_code == 404


async def test_a_refusal_tells_the_remedies(app: FastAPI, applicant: Applicant) -> None:
    number = (await applicant.submitted())["number"]
    async with office(app) as here:
        await here.clerk.do("receive", number)
        await here.clerk.do("refuse", number, **REFUSAL)
        (paper,) = ok(await here.clerk.client.get(f"/desk/cases/{number}/papers"))["papers"]
        assert paper["title"] == "不予受理决定书"
        assert "六十日内向本级人民政府申请行政复议" in paper["remedy"] and "六个月内" in paper["remedy"]
        told = text_of(
            (await here.clerk.client.get(f"/desk/cases/{number}/papers/{paper['place']}.pdf")).content
        )
        assert told.count("行政复议") == 1 and paper["number"] in told
    async with office(app, "police", "police") as elsewhere:
        refused(await elsewhere.clerk.client.get(f"/desk/cases/{number}/papers"), 404, "not_yours")


REFUSAL = {"ground": "other_body", "reason": "不属于本机关职权范围。", "authority": "河东县公安局"}


async def test_the_centres_own_template_takes_the_place_of_the_shipped_one(
    app: FastAPI, applicant: Applicant, services: Services
) -> None:
    number = await ended(applicant, services)
    shipped = (TEMPLATES / "paper.typ").read_text(encoding="utf-8")
    file = services.settings.data_dir / OWN
    file.parent.mkdir()
    whole = f"{shipped}\n本中心的格式"
    async with colleague(app, Role.WINDOW) as clerk:
        place = ok(await clerk.get(f"/desk/cases/{number}/papers"))["papers"][1]["place"]
        for template, is_own in (
            (whole, True),
            (whole.replace("sheet.title", "sheet.titel"), False),
            (f"{whole} #(", False),
        ):
            file.write_text(template, encoding="utf-8")
            printed = await clerk.get(f"/desk/cases/{number}/papers/{place}.pdf")
            told = text_of(printed.content)
            assert "准字〔2026〕1号" in told and ("本中心的格式" in told) is is_own


def test_a_name_that_there_is_not_is_told(tmp_path: Path) -> None:
    file = tmp_path / OWN
    file.parent.mkdir()
    assert paper_template(tmp_path).state == "ok"
    file.write_text(
        '#sheet.titel #sheet.at("wer") #sheet.number #sheet.authority #sheet.code', encoding="utf-8"
    )
    said = paper_template(tmp_path)
    assert said.state == "fail" and "sheet.titel、sheet.wer" in said.says
    file.write_text("#sheet.title", encoding="utf-8")
    assert "缺少sheet.authority、sheet.code、sheet.number" in paper_template(tmp_path).says
    file.write_text((TEMPLATES / "paper.typ").read_text(encoding="utf-8"), encoding="utf-8")
    assert paper_template(tmp_path).says == "用的是自己的。"
