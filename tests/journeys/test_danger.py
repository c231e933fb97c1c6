"""Somebody in danger: numbers first, nothing to choose, the tone stays, and what was open is taken up on 继续."""

from __future__ import annotations

import re

import pytest

from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


class TestDanger:
    async def test_the_number_comes_first_and_nothing_is_offered(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        reply = await talk.say("我老公天天打我，我害怕")
        assert re.match(r"[^\n]*110", reply) and "12338" in reply
        assert "自有" not in reply and "？" not in reply
        assert "自有还是租赁？" in await talk.say("继续")

    async def test_a_menu_is_taken_up_too(self, talk: Talk) -> None:
        await talk.say("我想开个小饭馆，要办啥")
        assert "119" in await talk.say("厨房着火了")
        assert "开餐饮店一件事" in await talk.say("继续")

    async def test_what_follows_suicide_stays_in_the_tone(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        replies = [await talk.say("我不想活了")]
        for said in ("没事了", "活着没意思", "算了", "没人在乎", "嗯", "好的"):
            replies.append(await talk.say(said))
            assert "12356" in replies[-1] and "自有" not in replies[-1], said
            assert replies[-1] not in replies[-3:-1], said
        assert "自有还是租赁？" in await talk.say("继续")
        assert "面积" in await talk.say("租的")

    async def test_business_after_it_is_business(self, talk: Talk) -> None:
        await talk.say("我想自杀")
        assert "居民身份证（补领）" in await talk.say("身份证丢了要补")

    async def test_an_option_is_an_answer(self, talk: Talk) -> None:
        await talk.say("临时救助（申请）")
        assert "已记下：意外事件" in await talk.say("车祸")


class TestTone:
    async def test_condolence_is_said_once_and_finds_the_same(self, talk: Talk) -> None:
        reply = await talk.say("我爸去世了户口怎么销")
        assert reply.startswith("请您节哀") and "户口登记（死亡注销）" in reply
        assert "节哀" not in await talk.say("他去世了，多少钱")

    async def test_who_came_in_vain_hears_sorry_once(self, talk: Talk) -> None:
        reply = await talk.say("我跑了三趟，身份证丢了要补")
        assert reply.count("抱歉") == 1
