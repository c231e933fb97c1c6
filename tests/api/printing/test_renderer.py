"""Papers are made in another process: what dies or hangs there costs one paper, and the service grows by nothing."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import docx
import pytest

from api.notices.sheet import sheet_of
from api.platform.errors import FormBroken, FormNotMade, PdfNotMade
from api.platform.worker import process
from api.printing import renderer as pressing
from api.printing.renderer import DocumentRenderer
from tests.api.notices.drawn import DRAWN, content_of, manuscript
from tests.shipped import shipped_catalogue

pytestmark = pytest.mark.anyio

FIELDS = {"姓名": "＿＿"}

LOADS_NOTHING = """
import asyncio, sys
from pathlib import Path
import api.app
from api.printing.renderer import DocumentRenderer

async def made():
    press = DocumentRenderer()
    pdf = await press.pdf(sys.stdin.read())
    form = await press.form(Path(sys.argv[1]), {"姓名": "一"})
    await press.close()
    return pdf[:4], form[:2]

print(asyncio.run(made()), {"typst", "docxtpl", "docx", "lxml"} & set(sys.modules))
"""


@pytest.fixture(scope="module")
def written() -> str:
    """The manuscript of a notice."""
    content = content_of("food_operation.new", shipped_catalogue())
    return manuscript(sheet_of("GZ20261123-0001", 1, DRAWN, content))


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A form with one place to fill in."""
    document = docx.Document()
    document.add_paragraph("姓名：{{ 姓名 }}")
    document.save(str(tmp_path / "表.docx"))
    return tmp_path / "表.docx"


@pytest.fixture
async def press() -> AsyncIterator[DocumentRenderer]:
    made = DocumentRenderer()
    yield made
    await made.close()
    assert made.process.pid is None


async def killed_at_work(press: DocumentRenderer, paper: asyncio.Task[bytes]) -> None:
    while press.process.pid is None:
        await asyncio.sleep(0.001)
    os.kill(press.process.pid, signal.SIGKILL)
    await asyncio.wait([paper])


class TestDocumentRenderer:
    async def test_one_process_makes_both(
        self, press: DocumentRenderer, written: str, template: Path
    ) -> None:
        assert press.process.pid is None
        assert (await press.pdf(written)).startswith(b"%PDF")
        first = press.process.pid
        document = docx.Document(io.BytesIO(await press.form(template, FIELDS)))
        assert document.paragraphs[0].text == "姓名：＿＿"
        assert press.process.pid == first is not None

    def test_the_service_loads_nothing_of_it(self, written: str, template: Path) -> None:
        """Checked in a process of its own: other tests of this one set type themselves."""
        command = [sys.executable, "-c", LOADS_NOTHING, str(template)]
        done = subprocess.run(command, input=written, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "(b'%PDF', b'PK') set()"

    async def test_ends_when_nobody_asks(
        self, press: DocumentRenderer, template: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(press.process, "_idle_s", 0.01)
        await press.form(template, FIELDS)
        while press.process.pid is not None:
            await asyncio.sleep(0.01)


class TestFailures:
    async def test_one_that_dies_is_followed_by_another(
        self, press: DocumentRenderer, written: str, template: Path
    ) -> None:
        pdf = asyncio.create_task(press.pdf(written))
        await killed_at_work(press, pdf)
        with pytest.raises(PdfNotMade):
            pdf.result()
        form = asyncio.create_task(press.form(template, FIELDS))
        await killed_at_work(press, form)
        with pytest.raises(FormNotMade):
            form.result()
        assert (await press.form(template, FIELDS)).startswith(b"PK")

    async def test_one_that_hangs_is_ended(
        self, press: DocumentRenderer, written: str, template: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(process, "_STARTS_S", 0.0)
            patch.setattr(press.process, "_timeout_s", 0.001)
            with pytest.raises(PdfNotMade):
                await press.pdf(written)
            assert press.process.pid is None
            with pytest.raises(FormNotMade):
                await press.form(template, FIELDS)
        assert (await press.form(template, FIELDS)).startswith(b"PK")

    async def test_what_cannot_be_set_is_logged_without_its_words(
        self, press: DocumentRenderer, template: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        with pytest.raises(PdfNotMade):
            await press.pdf("张三的告知单")
        assert "typesetting.py" in caplog.text and "张三" not in caplog.text
        first = press.process.pid
        assert (await press.form(template, FIELDS)).startswith(b"PK")
        assert press.process.pid == first

    async def test_a_faulty_template_is_no_failure_of_the_process(
        self, press: DocumentRenderer, template: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        with pytest.raises(FormBroken):
            await press.form(template, {})
        assert "表.docx" in caplog.text and press.process.pid is not None

    async def test_a_crowd_is_told_to_come_back(
        self, press: DocumentRenderer, written: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pressing, "MOST_WAITING", 0)
        with pytest.raises(PdfNotMade) as refusal:
            await press.pdf(written)
        assert refusal.value.headers["Retry-After"] and press.process.pid is None
