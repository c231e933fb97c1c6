"""A few drawn papers through the real worker process; ``intake bench precheck`` reads many."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Sequence

import pytest
from PIL import Image

from api.paper_reading import CHILD
from api.platform.worker.process import WorkerProcess
from intake.bench.papers import shots
from intake.bench.papers.drawn import TODAY, Drawn, draw
from intake.bench.papers.sheet import fonts
from intake.people import person
from knowledge.papers.finding import Finding
from knowledge.papers.judge import Asked, judge
from knowledge.papers.kinds import known_kinds
from knowledge.papers.reading import PaperReading
from knowledge.privacy.kinds import Personal

pytestmark = pytest.mark.anyio

WHO = person(9)
STATED = {Personal.NAME: WHO.name, Personal.ID_NUMBER: WHO.id_number, Personal.CREDIT_CODE: WHO.credit_code}


class Reading:
    """The worker process and what is made of its answers."""

    def __init__(self) -> None:
        self._shop = WorkerProcess(CHILD, "read", timeout_s=300, idle_s=300)

    async def of(self, picture: Image.Image) -> PaperReading:
        return await self.of_bytes(shots.as_jpeg(picture), "image/jpeg")

    async def of_bytes(self, data: bytes, media_type: str) -> PaperReading:
        async def pieces() -> AsyncIterator[bytes]:
            yield data

        answer, _ = await self._shop.ask({"media_type": media_type}, pieces(), len(data))
        return PaperReading.model_validate(answer["reading"])

    async def close(self) -> None:
        await self._shop.close()


def drawn(kind: str, font: int = 0, *, expired: bool = False) -> Drawn:
    return draw(kind, WHO, fonts()[font % len(fonts())], 4, expired=expired)


def findings(material: str, *read: PaperReading) -> Sequence[Finding]:
    judged = judge(Asked(material, STATED), read, known_kinds(), TODAY)
    return [finding for file in judged.files for finding in file]


class TestPapers:
    async def test_are_read_and_judged(self) -> None:
        reading = Reading()
        try:
            licence = await reading.of(shots.clean(drawn("business_licence", 1).picture, 4))
            assert licence.kinds == ("business_licence",)
            assert licence.names["holder"].text == WHO.name
            assert [value.text for value in licence.credit_codes] == [WHO.credit_code]
            assert findings("营业执照", licence) == []
            assert [one.code for one in findings("居民户口簿", licence)] == ["other_paper"]

            card = await reading.of(shots.sideways(drawn("id_card_front").picture, 4))
            assert card.kinds == ("id_card_front",)
            assert [value.text for value in card.id_numbers] == [WHO.id_number]
            assert findings("居民身份证", card) == []
            number = card.id_numbers[0].place
            assert number is not None and number.height > 3 * number.width  # on the picture as it was taken

            blurred = await reading.of(shots.blurred(drawn("lease").picture, 4))
            assert "blurred" in {one.code for one in findings("房屋租赁合同", blurred)}

            empty = await reading.of(shots.blank(drawn("lease").picture, 4))
            assert [one.code for one in findings("房屋租赁合同", empty)] == ["blank"]

            old = drawn("health_certificate", expired=True)
            certificate = await reading.of_bytes(as_pdf(shots.scanned(old.picture, 4)), "application/pdf")
            assert certificate.validity is not None and certificate.validity.until is not None
            assert certificate.validity.until.isoformat() == old.truth["valid_until"]
            found = findings("从业人员健康证明", certificate)
            assert [one.code for one in found] == ["expired"]
            assert found[0].place is not None and found[0].place.page == 1
        finally:
            await reading.close()


def as_pdf(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PDF", resolution=200)
    return written.getvalue()
