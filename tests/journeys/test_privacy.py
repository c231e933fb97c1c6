"""Personal data typed into the chat stands in no log, no dialogue store and no plain column."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from intake.people import people
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


class TestPersonalData:
    async def test_stays_out_of_logs_and_files(
        self, talk: Talk, data_folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        applicants = list(people(10, seed=3))
        await talk.say("办食品经营许可（新办）")
        for one in applicants:
            await talk.say(
                f"我叫{one.name}，身份证号码是{one.id_number}，手机{one.phone}，税号{one.credit_code}"
            )
        stored = b"".join(path.read_bytes() for path in data_folder.rglob("*") if path.is_file())
        for one in applicants:
            for value in (one.id_number, one.phone, one.credit_code):
                assert value not in caplog.text
                assert value.encode() not in stored

    async def test_invalid_number_is_named_and_not_repeated(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        reply = await talk.say("我的身份证号是110101199001011234")
        assert "身份证号" in reply and "110101199001011234" not in reply
