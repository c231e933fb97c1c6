"""The main job, end to end: ask, get the notice once, change one's mind, submit, ask how it stands."""

from __future__ import annotations

import re

import pytest

from intake.people import person
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio

APPLICANT, BROTHER = person(7), person(8)


async def to_the_notice(talk: Talk) -> str:
    """From the first wish to the one-time notice."""
    await talk.say("我租了个门面想开个小饭馆，要办啥")
    await talk.say("只办食品经营许可（新办）")
    await talk.say("一百来平，我弟去帮我办")
    return await talk.answer_until("没有", "一次性告知单")


class TestRestaurant:
    async def test_offers_bundle_and_items(self, talk: Talk) -> None:
        reply = await talk.say("我想开个小饭馆，要办啥")
        assert "开餐饮店一件事" in reply and "食品经营许可（新办）" in reply
        assert "1 " in reply and "2 " in reply and "都不是" in reply

    async def test_uses_the_fact_in_the_first_sentence(self, talk: Talk) -> None:
        await talk.say("我租了个门面想开个小饭馆，要办啥")
        reply = await talk.say("只办食品经营许可（新办）")
        assert "已记下" in reply and "租赁" in reply
        assert "自有还是租赁？" not in reply

    async def test_digression_is_answered_and_the_question_put_again(self, talk: Talk) -> None:
        assert "自有还是租赁？" in await talk.say("办食品经营许可（新办）")
        reply = await talk.say("要多少钱啊")
        assert "费用：不收费" in reply
        assert "接着刚才的问题" in reply and "自有还是租赁？" in reply

    async def test_notice_is_complete(self, talk: Talk) -> None:
        notice = await to_the_notice(talk)
        assert re.search(r"一次性告知单 GZ\d{8}-\d{4}（第1版）", notice)
        for part in (
            "房屋租赁合同（复印件1份）",
            "授权委托书",
            "费用：不收费",
            "时限：法定",
            "承诺",
            "去哪办：河东县政务服务中心",
            "开放时间：",
            "电话：",
            "接下来",
        ):
            assert part in notice
        for part in ("为什么要：", "依据：《", "要求：", "为什么是这个窗口："):
            assert part not in notice
        whole = await talk.say("全文")
        for part in (
            "房屋租赁合同：复印件1份",
            "因为经营场所是租赁的",
            "依据：《",
            "要求：",
            "为什么是这个窗口：",
            "接下来：提交",
        ):
            assert part in whole

    async def test_correction_says_what_changed_and_nothing_else(self, talk: Talk) -> None:
        await to_the_notice(talk)
        reply = await talk.say("不对，房子是我自己的")
        assert "第2版" in reply
        assert "不再需要：房屋租赁合同" in reply and "新增：不动产权证书" in reply
        assert "授权委托书" not in reply

    async def test_submission_names_all_gaps_then_takes_the_case(self, talk: Talk) -> None:
        await to_the_notice(talk)
        gaps = await talk.say("材料齐了，提交")
        assert "还差4处" in gaps and "申请人的姓名" in gaps and "身份证号" in gaps and "手机号" in gaps
        said = await talk.say(f"我叫{APPLICANT.name}，身份证{APPLICANT.id_number}，手机{APPLICANT.phone}")
        assert "代办人）的姓名" in said
        reply = await talk.say(f"我弟叫{BROTHER.name}")
        for value in (APPLICANT.name, APPLICANT.id_number, APPLICANT.phone, BROTHER.name):
            assert value not in said + reply
        assert "请核对" in reply and "*" in reply
        receipt = await talk.say("是")
        assert "已提交" in receipt and "为什么是这个窗口" in receipt and "视为受理" in receipt
        assert re.search(r"办件编号：\d{12}", receipt)

    async def test_a_second_word_to_submit_names_the_case_that_there_is(self, talk: Talk) -> None:
        number = await submitted(talk)
        for again in ("是", "提交申请", "继续"):
            said = await talk.say(again)
            assert number in said and "没有重复提交" in said, again

    async def test_status_needs_the_second_factor_and_works_elsewhere(self, talk: Talk, other: Talk) -> None:
        number = await submitted(talk)
        assert "后4位" in await other.say("我的件办到哪了")
        wrong = await other.say(f"{number} 尾号0000")
        unknown = await other.say("261123999994 尾号0000")
        assert wrong == unknown and "没有查到" in wrong
        right = await other.say(f"{number} 尾号{APPLICANT.phone_tail}")
        assert "食品经营许可（新办）" in right and number in right and "下一步" in right

    async def test_withdraws_after_asking_once(self, talk: Talk) -> None:
        number = await submitted(talk)
        asked = await talk.say("我要撤回申请")
        assert number in asked and "确定撤回吗" in asked
        assert "已撤回" in await talk.say("确定")
        assert "重新提交" in await talk.say("撤回了还能再办吗")
        assert "已撤回" in await talk.say(f"查一下{number} 尾号{APPLICANT.phone_tail}")

    async def test_another_device_needs_the_second_factor_to_withdraw(self, talk: Talk, other: Talk) -> None:
        number = await submitted(talk)
        assert "后4位" in await other.say(f"撤回{number}")
        assert other.messages[-1]["custom"] == {"kind": "case_known", "number": number}
        assert "确定撤回吗" in await other.say(APPLICANT.phone_tail)
        assert "11位" in await other.say("确定")
        assert "确定撤回吗" in await other.say(APPLICANT.phone)
        assert "已撤回" in await other.say("确定")


async def submitted(talk: Talk) -> str:
    """A submitted case's number."""
    await to_the_notice(talk)
    await talk.say("材料都齐了，提交")
    await talk.say(f"我叫{APPLICANT.name}，身份证{APPLICANT.id_number}，手机{APPLICANT.phone}")
    await talk.say(f"我弟叫{BROTHER.name}")
    receipt = await talk.say("是")
    found = re.search(r"办件编号：(\d{12})", receipt)
    assert found, receipt
    return found[1]
