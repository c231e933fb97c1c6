"""Personal data typed into the chat stands in no log, no dialogue store and no plain column."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from intake.people import people
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


SECRET = (
    "㐀𠮷龘",
    "古丽巴哈尔·艾山江",
    "阿依努尔古丽",
    "Wolfeschlegel Oberhausen",
    "奚狗剩儿家的",
    "E87654321",
    "H87654321",
    "鲁Q9Z8Y7",
    "0539-8123459",
    "6222021234567899",
    "110105 19900307 98",
    "zhang_wechat_77",
)
"""Invented; none is anybody's."""

TYPED = (
    "㐀𠮷龘",
    "我叫古丽巴哈尔·艾山江",
    "阿依努尔古丽",
    "Wolfeschlegel Oberhausen",
    "奚狗剩儿家的",
    "护照E87654321",
    "回乡证H87654321",
    "我的车是鲁Q9Z8Y7",
    "家里电话0539-8123459",
    "卡号6222021234567899",
    "身份证110105 19900307 98",
    "加我微信zhang_wechat_77",
)


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

    async def test_papers_plates_and_rare_names_stay_out_too(
        self, talk: Talk, data_folder: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        await talk.say("机动车驾驶证（补领）")
        await talk.say("丢失")
        await talk.answer_until("本人办理", "告知单")
        await talk.say("材料都齐了")
        for text in TYPED:
            await talk.say(text)
        stored = b"".join(path.read_bytes() for path in data_folder.rglob("*") if path.is_file())
        for value in SECRET:
            assert value not in caplog.text, value
            assert value.encode() not in stored, value

    async def test_invalid_number_is_named_and_not_repeated(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        reply = await talk.say("我的身份证号是110101199001011234")
        assert "身份证号" in reply and "110101199001011234" not in reply
