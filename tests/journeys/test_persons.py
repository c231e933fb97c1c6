"""Who is who, in talk: asked by the role, told apart in one sentence, corrected in words, and nothing of it kept in clear."""

from __future__ import annotations

import pytest

from intake.people import person
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio

HER, ME = person(61), person(62)


async def at_the_contact_question(talk: Talk, first: str, who: str) -> str:
    await talk.say(first)
    await talk.say("丢失")
    await talk.answer_until(who, "告知单")
    return await talk.say("材料都齐了")


class TestForSomebodyElse:
    async def test_each_is_asked_by_the_role_and_told_apart(self, talk: Talk) -> None:
        reply = await at_the_contact_question(talk, "给我妈办机动车驾驶证（补领）", "委托他人")
        assert "申请人（您母亲）的姓名" in reply and "您（代办人）的手机号" in reply
        reply = await talk.say(f"我妈叫{HER.name}，身份证{HER.id_number}，我叫{ME.name}，手机{ME.phone}")
        assert f"申请人（您母亲）的姓名 {HER.name[0]}*" in reply
        assert f"您（代办人）的姓名 {ME.name[0]}*" in reply
        assert "现在提交吗" in reply
        assert "已提交" in await talk.say("是")


class TestCorrection:
    async def test_what_was_denied_is_not_submitted(self, talk: Talk) -> None:
        await at_the_contact_question(talk, "机动车驾驶证（补领）", "本人办理")
        await talk.say(f"我叫{ME.name}，身份证{ME.id_number}，手机{ME.phone}")
        reply = await talk.say("好的，不过名字打错了")
        assert "已提交" not in reply and "还没有填写姓名" in reply
        assert "已提交" not in await talk.say("好的，提交吧")
        reply = await talk.say(f"名字叫{HER.name}")
        assert f"姓名 {HER.name[0]}*" in reply and "现在提交吗" in reply
        assert "已提交" in await talk.say("是")

    async def test_a_new_value_takes_the_place_of_the_old(self, talk: Talk) -> None:
        await at_the_contact_question(talk, "机动车驾驶证（补领）", "本人办理")
        await talk.say(f"我叫{ME.name}，身份证{ME.id_number}，手机{ME.phone}")
        reply = await talk.say(f"手机号不对，是{HER.phone}")
        assert f"{HER.phone[:3]}****{HER.phone[-4:]}" in reply and ME.phone[-4:] not in reply

    async def test_a_question_at_the_word_to_submit_submits_nothing(self, talk: Talk) -> None:
        await at_the_contact_question(talk, "机动车驾驶证（补领）", "本人办理")
        await talk.say(f"我叫{ME.name}，身份证{ME.id_number}，手机{ME.phone}")
        for text in ("提交前给我看下都填了啥", "安全吗", "我再想想"):
            assert "已提交" not in await talk.say(text)
