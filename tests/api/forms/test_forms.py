"""The application form in Word: what is known stands on it, what is not is a line to write on."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import httpx
import pytest

from api.platform.settings import Settings
from api.printing import renderer
from knowledge.forms import LINE
from tests.api.applicant import FOOD, Applicant, refused
from tests.api.stores import any_database

pytestmark = [pytest.mark.anyio, any_database]


async def form(applicant: Applicant, query: str = "") -> httpx.Response:
    return await applicant.client.get(f"/intakes/{applicant.id}/form.docx{query}")


def text_of(response: httpx.Response) -> str:
    assert response.status_code == 200, response.text
    document = docx.Document(io.BytesIO(response.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


class TestForm:
    async def test_holds_what_is_known(self, applicant: Applicant) -> None:
        await applicant.prepare()
        notice = (await applicant.draw())["notice"]
        said = text_of(await form(applicant))
        who = applicant.who
        for part in (
            "食品经营许可申请书",
            "食品经营许可（新办）",
            "河东县市场监督管理局",
            notice["number"],
        ):
            assert part in said
        for secret in (who.name, who.id_number, who.phone):
            assert secret not in said
        for line in notice["content"]["materials"]:
            assert line["name"] in said
        for fact in notice["content"]["circumstances"]:
            assert fact["text"] in said and fact["label"] in said
        assert "已备齐" in said and "{{" not in said and "{%" not in said

    async def test_what_is_not_known_is_a_line(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        said = text_of(await form(applicant))
        assert said.count(LINE) >= 4

    async def test_is_kept_by_no_cache_and_has_its_name(self, applicant: Applicant) -> None:
        await applicant.prepare()
        response = await form(applicant)
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["content-disposition"].startswith("attachment;")
        assert "filename*=UTF-8''%E9%A3%9F" in response.headers["content-disposition"]
        assert applicant.who.name not in str(response.headers)

    async def test_also_after_the_submission(self, applicant: Applicant) -> None:
        await applicant.submitted()
        said = text_of(await form(applicant))
        assert "食品经营许可申请书" in said and applicant.who.id_number not in said

    async def test_a_named_material(self, applicant: Applicant) -> None:
        await applicant.choose("open_restaurant")
        await applicant.answer_all()
        forms = (await applicant.draw())["notice"]["forms"]
        assert len(forms) >= 2
        names = [text_of(await form(applicant, f"?material={one}")).split("\n")[0] for one in forms]
        assert len(set(names)) == len(forms)

    async def test_the_notice_says_which_materials_have_one(self, applicant: Applicant) -> None:
        await applicant.choose(FOOD)
        await applicant.answer_all()
        assert (await applicant.draw())["notice"]["forms"] == ["food_operation.application"]


class TestRefusals:
    async def test_an_unknown_intake(self, applicant: Applicant) -> None:
        applicant.id = "unknown"
        refused(await form(applicant), 404, "intake_not_found")

    async def test_nothing_chosen_yet(self, applicant: Applicant) -> None:
        await applicant.begin()
        refused(await form(applicant), 409, "no_affair")

    async def test_an_item_without_a_form(self, applicant: Applicant) -> None:
        await applicant.choose("marriage.marry")
        refused(await form(applicant), 409, "no_form")

    @pytest.mark.parametrize("material", ["food_operation.health", "nothing", "../../etc/passwd"])
    async def test_a_material_that_is_no_form(self, applicant: Applicant, material: str) -> None:
        await applicant.choose(FOOD)
        refused(await form(applicant, f"?material={material}"), 409, "no_form")

    async def test_one_that_cannot_be_made_now(
        self, applicant: Applicant, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await applicant.choose(FOOD)
        monkeypatch.setattr(renderer, "MOST_WAITING", 0)
        told = refused(await form(applicant), 503, "form_not_made")
        assert "领空白表" in told["detail"]


class TestOwnTemplate:
    def put(self, settings: Settings, name: str, *lines: str) -> Path:
        folder = settings.data_dir / "forms"
        folder.mkdir(exist_ok=True)
        document = docx.Document()
        for line in lines:
            document.add_paragraph(line)
        path = folder / f"{name}.docx"
        document.save(str(path))
        return path

    async def test_goes_before_the_shipped_one(self, applicant: Applicant, settings: Settings) -> None:
        self.put(settings, "食品经营许可申请书", "本县的表", "{{ 姓名 }}", "{{ 表名 }}")
        await applicant.prepare()
        assert text_of(await form(applicant)) == f"本县的表\n{LINE}\n食品经营许可申请书"

    @pytest.mark.parametrize(
        "line", ["{{ 名字 }}", "{{ 姓名", "{% for x in %}", "{{ 姓名.__class__.__mro__ }}"]
    )
    async def test_a_faulty_one_is_said_and_logged_without_values(
        self, applicant: Applicant, settings: Settings, line: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        self.put(settings, "食品经营许可申请书", line)
        await applicant.prepare()
        refused(await form(applicant), 503, "form_broken")
        assert "食品经营许可申请书.docx" in caplog.text
        assert applicant.who.name not in caplog.text

    async def test_what_is_no_document(self, applicant: Applicant, settings: Settings) -> None:
        self.put(settings, "食品经营许可申请书").write_bytes(b"nothing")
        await applicant.prepare()
        refused(await form(applicant), 503, "form_broken")
