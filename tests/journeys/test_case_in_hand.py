"""After the submission the case stays in reach: its questions are answered without its number or a phone, here and only here."""

from __future__ import annotations

import re

import pytest

from intake.people import person
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio

APPLICANT = person(61)


async def submitted(talk: Talk) -> str:
    await talk.say("居住证（签注）")
    await talk.answer_until("没有换", "一次性告知单")
    await talk.say("材料都齐了")
    await talk.say(f"我叫{APPLICANT.name}，身份证{APPLICANT.id_number}，手机{APPLICANT.phone}")
    await talk.say("是")
    found = re.search(r"\d{12}", talk.last)
    assert found and "已提交" in talk.last, talk.last
    return found[0]


ASKED = [
    ("啥时候能拿到", "当场"),
    ("接下来我是不是得拿材料跑一趟窗口", "居民身份证"),
    ("我手机号写错了怎么改", "到受理窗口改"),
    ("单号是多少来着", "办件编号是"),
    ("以后撤了能再办不", "重新提交"),
    ("谁来联系我", "15号公安户籍与出入境窗口"),
    ("能改时间吗", "没有预约"),
    ("办好了怎么通知", "办到哪"),
    ("寄给我还是我去取", "窗口领取"),
    ("签注要钱吗", "不收费"),
    ("去哪个窗口来着", "15号"),
    ("材料清单再发我看看", "一次性告知单"),
    ("要是不批呢", "行政复议"),
    ("是不是没交上去啊", "已经提交成功"),
    ("到哪一步了", "已提交"),
]


async def test_its_questions_are_answered_for_it(talk: Talk) -> None:
    number = await submitted(talk)
    for question, words in ASKED:
        reply = await talk.say(question)
        assert words in reply, (question, reply)
        assert "请告诉我这个办件预留手机号" not in reply, (question, reply)
    assert number in await talk.say("查进度")


async def test_a_wrong_tail_is_still_wrong_and_the_case_stays(talk: Talk) -> None:
    number = await submitted(talk)
    await talk.say("查进度")
    assert "没有查到" in await talk.say("0000")
    assert number in await talk.say("查进度")


async def test_a_new_phone_is_heard_and_proves_nothing(talk: Talk) -> None:
    number = await submitted(talk)
    new = person(62).phone
    reply = await talk.say(f"刚才电话写错了,应该是{new},能改不?还有多久能出证")
    assert "到受理窗口改" in reply and "当场" in reply and "没有查到" not in reply
    reply = await talk.say(f"编号{number},尾号{APPLICANT.phone[-4:]},我要把手机号改成{new}")
    assert "到受理窗口改" in reply and "没有查到" not in reply


async def test_it_is_withdrawn_whatever_the_reason(talk: Talk) -> None:
    number = await submitted(talk)
    asked = await talk.say("不想办了,我老婆说先不开店,撤回来行不")
    assert number in asked and "确定撤回吗" in asked
    assert "已撤回" in await talk.say("是")


async def test_nobody_else_is_told(talk: Talk, other: Talk) -> None:
    number = await submitted(talk)
    reply = await other.say(f"查进度{number}")
    assert "后4位" in reply and "签注" not in reply
    assert number not in await other.say("啥时候能拿到")


async def test_a_new_wish_is_a_new_wish(talk: Talk) -> None:
    number = await submitted(talk)
    assert "普通护照（首次申请）" in await talk.say("再帮我给孩子办个护照")
    assert number in await talk.say("刚才那个编号多少")


async def test_not_wanting_it_any_more_is_asked_back_once(talk: Talk) -> None:
    number = await submitted(talk)
    asked = await talk.say("我不想办了")
    assert number in asked and "确定撤回吗" in asked
    assert "撤回" in await talk.say(APPLICANT.phone_tail)
    assert "没有撤回" in await talk.say("否")
    assert "当场" in await talk.say("啥时候能拿到")


async def test_without_a_number_the_way_round_is_said(talk: Talk) -> None:
    reply = await talk.say("查个进度，单号弄丢了")
    assert "身份证" in reply and "0000-8600-1000" in reply
    late = await talk.say("交上去快一个月了还没动静")
    assert "办件编号" in late and "投诉由监督" not in late
