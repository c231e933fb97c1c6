"""The notice as a page and as PDF: complete, printable, found only by its address, with no word of it told elsewhere."""

from __future__ import annotations

import io
import re
from typing import Any

import httpx
import pypdf
import pypdfium2
import pytest

from api.platform.pages.rendering import whole
from api.platform.settings import Settings
from api.printing import renderer
from tests.api.applicant import AREA, FOOD, Applicant, refused
from tests.api.stores import any_database

pytestmark = pytest.mark.anyio

UNKNOWN = "A" * 32
CENTRE = "http://centre"


async def noticed(applicant: Applicant) -> dict[str, Any]:
    await applicant.choose(FOOD)
    await applicant.answer({AREA: "small"})
    await applicant.answer_all()
    return (await applicant.draw())["notice"]


async def renewed(applicant: Applicant) -> dict[str, Any]:
    await applicant.answer({AREA: "large"})
    return (await applicant.draw())["notice"]


async def opened(applicant: Applicant, path: str) -> httpx.Response:
    return await applicant.client.get(CENTRE + path)


def words(page: httpx.Response) -> str:
    return re.sub(r"<[^>]+>", "", page.text)


def text_of(pdf: httpx.Response) -> str:
    reader = pypdf.PdfReader(io.BytesIO(pdf.content))
    # A line that is broken on paper is one sentence all the same.
    return "".join(page.extract_text() for page in reader.pages).replace("\n", "")


class TestPage:
    async def test_says_everything(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        page = await opened(applicant, notice["qr_path"])
        assert page.status_code == 200
        said = words(page)
        content = notice["content"]
        for line in content["materials"]:
            for part in (line["name"], line["standard"], line["filling"], line["reason"], *line["basis"]):
                assert part in said
        route = content["route"]
        for part in (
            notice["number"],
            "第1版",
            route["address"],
            route["phone"],
            route["hours"],
            "不收费",
            "承诺8个工作日",
        ):
            assert part in said
        assert "2026年11月23日（星期一） 9:30" in said

    async def test_times_of_day_are_not_torn_apart(self) -> None:
        assert whole("星期一 9:00-12:00、<b>") == '星期一 <span class="whole">9:00-12:00</span>、&lt;b&gt;'
        assert whole("电话0000-8600-1001") == "电话0000-8600-1001"

    async def test_flow_chart_and_qr_stand_in_it(self, applicant: Applicant) -> None:
        page = await opened(applicant, (await noticed(applicant))["qr_path"])
        assert page.text.count("<svg") == 2
        assert "现场核查" in page.text

    async def test_has_no_script_and_tells_nobody(self, applicant: Applicant) -> None:
        page = await opened(applicant, (await noticed(applicant))["qr_path"])
        assert (
            "<script" not in page.text
            and "javascript:" not in page.text
            and " on" not in re.findall("<svg[^>]*>", page.text)[0]
        )
        assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
        assert page.headers["referrer-policy"] == "no-referrer"
        assert "noindex" in page.headers["x-robots-tag"]
        assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["cache-control"] == "private, no-cache"

    async def test_the_latest_version_with_what_is_new_and_the_way_to_the_older_one(
        self, applicant: Applicant
    ) -> None:
        first = await noticed(applicant)
        second = await renewed(applicant)
        page = await opened(applicant, first["qr_path"])
        assert "第2版" in page.text and "和上一版相比" in page.text and "不再需要" in page.text
        assert f'href="{first["qr_path"]}?version=1"' in page.text
        older = await opened(applicant, first["page_path"])
        assert "这是第1版，已经有新的一版" in older.text and f'href="{first["qr_path"]}"' in older.text
        names = [{line["name"] for line in drawn["content"]["materials"]} for drawn in (first, second)]
        assert all(name in words(older) for name in names[0])
        assert all(name in words(page) for name in names[1])

    @pytest.mark.parametrize("version", ["0", "2", "-1", "x", "１", "99999999999999999999", "1%00"])
    async def test_a_version_that_is_not_there(self, applicant: Applicant, version: str) -> None:
        notice = await noticed(applicant)
        for path in (f"{notice['qr_path']}?version={version}", f"{notice['qr_path']}.pdf?version={version}"):
            page = await opened(applicant, path)
            assert page.status_code == 404 and "没有找到" in page.text

    @pytest.mark.parametrize("access", [UNKNOWN, "%00", "x" * 3000, "%E4%B8%80", "a.pdf.pdf", "'--"])
    async def test_an_unknown_address_is_a_calm_page(self, applicant: Applicant, access: str) -> None:
        page = await opened(applicant, f"/n/{access}")
        assert page.status_code == 404
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "没有找到这份告知单" in page.text and "回到对话" in page.text
        assert "referrer-policy" in page.headers and "noindex" in page.headers["x-robots-tag"]

    async def test_the_qr_code_leads_to_the_address_that_was_called(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        pdf = await opened(applicant, notice["pdf_path"])
        assert f"{CENTRE}{notice['qr_path']}" in text_of(pdf)


@any_database
class TestOwnAddress:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"public_url": "https://zw.example.cn/yc/"})

    async def test_goes_before_the_one_that_was_called(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        pdf = await opened(applicant, notice["pdf_path"])
        assert f"https://zw.example.cn/yc{notice['qr_path']}" in text_of(pdf)

    @pytest.mark.parametrize(
        "url", ["zw.example.cn", "ftp://x", "https://", "javascript:alert(1)", "https://a b"]
    )
    def test_what_is_no_address_is_refused(self, url: str) -> None:
        with pytest.raises(ValueError, match="public_url"):
            Settings(public_url=url)


@any_database
class TestShared:
    async def test_what_need_not_be_handed_in_is_said(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        shared = [paper["name"] for item in notice["content"]["items"] for paper in item["shared"]]
        assert shared
        page = words(await opened(applicant, notice["page_path"]))
        pdf = text_of(await opened(applicant, notice["pdf_path"]))
        for said in (page, pdf):
            assert "通过数据共享核对，您不用交" in said and all(name in said for name in shared)

    async def test_an_example_is_called_one(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        assert notice["content"]["route"]["example"]
        assert "是示例" in words(await opened(applicant, notice["page_path"]))


@any_database
class TestPdf:
    async def test_says_everything_as_text(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        pdf = await opened(applicant, notice["pdf_path"])
        assert pdf.status_code == 200
        assert pdf.headers["content-type"] == "application/pdf"
        said = text_of(pdf)
        for line in notice["content"]["materials"]:
            for part in (line["name"], line["standard"], line["filling"], line["reason"], *line["basis"]):
                assert part in said
        route = notice["content"]["route"]
        for part in (
            notice["number"],
            "第1版",
            route["address"],
            route["phone"],
            "承诺8个工作日",
            "现场核查",
        ):
            assert part in said

    async def test_is_a4_and_numbers_its_pages(self, applicant: Applicant) -> None:
        pdf = await opened(applicant, (await noticed(applicant))["pdf_path"])
        pages = pypdf.PdfReader(io.BytesIO(pdf.content)).pages
        assert len(pages) >= 2
        for number, page in enumerate(pages, 1):
            assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
            assert f"第{number}页，共{len(pages)}页" in page.extract_text()
            assert "一次性告知单 GZ" in page.extract_text()

    async def test_no_material_is_torn_apart(self, applicant: Applicant) -> None:
        """Its name and its basis stand on one page."""
        await applicant.choose("open_restaurant")
        await applicant.answer_all()
        notice = (await applicant.draw())["notice"]
        pdf = await opened(applicant, notice["pdf_path"])
        pages = [
            page.extract_text().replace("\n", "") for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages
        ]
        for number, line in enumerate(notice["content"]["materials"], 1):
            head = f"{number} {line['name']}"
            ours = [
                page.partition(head)[2]
                for page in pages
                if re.search(re.escape(head) + r"\s*(可容缺后补)?\s*形式", page)
            ]
            assert len(ours) == 1, line["name"]
            assert all(basis in ours[0] for basis in line["basis"]), line["name"]

    async def test_its_code_is_read_by_a_scanner(self, applicant: Applicant) -> None:
        cv2 = pytest.importorskip("cv2", reason="没有能读二维码的库（opencv），跳过")
        notice = await noticed(applicant)
        pdf = await opened(applicant, notice["pdf_path"])
        first = pypdfium2.PdfDocument(pdf.content)[0]
        # This detector misses one code in some hundred at any one size; a hand that holds a phone moves it too.
        seen = {
            cv2.QRCodeDetectorAruco().detectAndDecode(first.render(scale=scale).to_numpy())[0]
            for scale in (2, 2.5, 3, 4)
        }
        assert seen - {""} == {CENTRE + notice["qr_path"]}

    async def test_its_name_says_what_it_is(self, applicant: Applicant) -> None:
        notice = await noticed(applicant)
        pdf = await opened(applicant, notice["pdf_path"])
        assert pdf.headers["content-disposition"].startswith(
            "inline; filename=\"notice.pdf\"; filename*=UTF-8''%E4%B8%80"
        )
        saved = await opened(applicant, notice["pdf_path"] + "&download=1")
        assert saved.headers["content-disposition"].startswith("attachment")
        assert pdf.headers["referrer-policy"] == "no-referrer"

    async def test_an_older_version_says_so(self, applicant: Applicant) -> None:
        first = await noticed(applicant)
        await renewed(applicant)
        assert "已经有新的一版" in text_of(await opened(applicant, first["pdf_path"]))
        latest = text_of(await opened(applicant, f"{first['qr_path']}.pdf"))
        assert "第2版" in latest and "已经有新的一版" not in latest

    async def test_one_that_cannot_be_made_says_what_to_do(
        self, applicant: Applicant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        notice = await noticed(applicant)
        monkeypatch.setattr(renderer, "MOST_WAITING", 0)
        told = refused(await opened(applicant, notice["pdf_path"]), 503, "pdf_not_made")
        assert "过一会儿再下载" in told["detail"]
        reader = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
        page = await applicant.client.get(CENTRE + notice["pdf_path"], headers=reader)
        assert page.status_code == 503 and told["detail"] in words(page)
        assert f'href="{notice["qr_path"]}"' in page.text
