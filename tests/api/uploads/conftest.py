"""A case system that takes uploads but reads no papers: the pre-check has tests of its own."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image, ImageDraw

from api.platform.settings import Settings
from tests.api.applicant import APPLICATION, FOOD, Applicant
from tests.api.stores import copied, dropped

LEASE = "lease"


@pytest.fixture
def settings(prepared: Settings, tmp_path: Path) -> Iterator[Settings]:
    own = copied(prepared, tmp_path / "data")
    yield own.model_copy(update={"precheck": False})
    dropped(own)


@pytest.fixture
async def uploader(applicant: Applicant) -> AsyncIterator[Uploader]:
    """An applicant whose list of materials is known."""
    await applicant.choose(FOOD)
    await applicant.answer_all()
    yield Uploader(applicant)


class Uploader:
    """An applicant who sends files."""

    def __init__(self, applicant: Applicant) -> None:
        self.applicant = applicant
        self.client = applicant.client
        self._sent = 0

    @property
    def base(self) -> str:
        return f"/intakes/{self.applicant.id}/materials"

    async def send(
        self,
        data: bytes,
        material: str = APPLICATION,
        key: str | None = None,
        replaces: str = "",
        **headers: str,
    ) -> httpx.Response:
        self._sent += 1
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        head = {"Idempotency-Key": key or f"upload-{self._sent:04d}", "Content-Type": "image/jpeg", **named}
        return await self.client.post(
            f"{self.base}/{material}/files",
            params={"replaces": replaces} if replaces else {},
            content=data,
            headers=head,
        )

    async def sent(self, data: bytes | None = None, material: str = APPLICATION) -> str:
        """The id of a file that is taken."""
        response = await self.send(data or photo(), material)
        assert response.status_code == 201, response.text
        file_id: str = response.json()["file"]["id"]
        return file_id

    async def look(self) -> dict:
        response = await self.client.get(self.base)
        assert response.status_code == 200, response.text
        view: dict = response.json()
        return view

    async def slot(self, material: str = APPLICATION) -> dict:
        return next(slot for slot in (await self.look())["slots"] if slot["id"] == material)

    async def content(self, file_id: str, material: str = APPLICATION, part: str = "") -> httpx.Response:
        return await self.client.get(f"{self.base}/{material}/files/{file_id}{part}")


def photo(text: str = "1", size: tuple[int, int] = (640, 480), kind: str = "JPEG", **saved: object) -> bytes:
    """A small picture."""
    picture = Image.new("RGB", size, (240, 240, 235))
    ImageDraw.Draw(picture).text((40, 40), text, fill=(20, 20, 20))
    written = io.BytesIO()
    picture.save(written, kind, **saved)
    return written.getvalue()
