"""Dialogue that holds: digressions, corrections, not knowing, none of these, resuming, a human, rubbish."""

from __future__ import annotations

import re

import pytest

from tests.journeys.talking import Talk
from tests.journeys.test_restaurant import to_the_notice

pytestmark = pytest.mark.anyio


class TestAnswers:
    @pytest.mark.parametrize("reply", ["2", "第二个", "租赁", "租的", "2 租赁", "选2"])
    async def test_choice_by_number_ordinal_text_and_synonym(self, talk: Talk, reply: str) -> None:
        await talk.say("办食品经营许可（新办）")
        assert "自有还是租赁？" in talk.last
        answer = await talk.say(reply)
        assert "租赁" in answer and "面积" in answer

    async def test_not_knowing_explains_and_unsure_goes_on(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        explained = await talk.say("不知道啊")
        assert "房产证上是您" in explained and "自有还是租赁？" in explained
        assert "面积" in await talk.say("不确定")

    async def test_five_digressions_keep_the_thread(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        for asked in ("要多少钱", "多久能办好", "去哪办", "要符合什么条件", "办下来是什么证，能邮寄吗"):
            reply = await talk.say(asked)
            assert "接着刚才的问题" in reply and "自有还是租赁？" in reply, asked

    async def test_goes_back(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        await talk.say("租的")
        assert "自有还是租赁？" in await talk.say("上一步")

    async def test_none_of_these_returns_to_the_search(self, talk: Talk) -> None:
        await talk.say("我想开个小饭馆，要办啥")
        reply = await talk.say("都不是")
        assert "换个说法" in reply and "按部门" in reply
        assert "居民身份证" in await talk.say("身份证丢了要补")

    async def test_taking_back_an_answer_is_no_answer_to_the_next_question(self, talk: Talk) -> None:
        for line in ("办食品经营许可（新办）", "租的", "一百平", "委托我弟弟办"):
            await talk.say(line)
        assert "冷食" in talk.last
        corrected = await talk.say("不对，是我自己去")
        assert "本人办理" in corrected and "冷食" in corrected and "一次性告知单" not in corrected

    async def test_letting_it_be_keeps_the_draft(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        await talk.say("租的")
        assert "继续" in await talk.say("算了")
        assert "面积" in await talk.say("继续")

    async def test_letting_the_status_be_asks_no_more(self, talk: Talk) -> None:
        await talk.say("我的件办到哪了")
        assert "编号" not in await talk.say("算了")
        assert "补领" in await talk.say("身份证丢了要补")

    async def test_why_a_material_is_asked_for_is_about_that_material(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        told = await talk.say("为什么要健康证")
        assert "从业人员健康证明：" in told and "申请书：" not in told and "自有还是租赁？" in told

    async def test_what_is_told_before_the_choice_counts_after_it(self, talk: Talk) -> None:
        await talk.say("我想开个小饭馆，要办啥")
        assert "先请您定下" in await talk.say("一百来平租的房子，我自己办")
        chosen = await talk.say("食品经营许可（新办）")
        assert "租赁" in chosen and "不超过200平方米" in chosen and "本人办理" in chosen

    async def test_a_circumstance_before_the_choice_is_no_other_wish(self, talk: Talk) -> None:
        offered = await talk.say("给娃儿上户口咋整")
        assert "出生登记" in offered
        later = await talk.say("没结婚")
        assert "孩子的户口" in later or "出生登记" in later

    async def test_the_same_wish_in_other_words_is_asked_once_more(self, talk: Talk) -> None:
        await talk.say("我想开个小饭馆，要办啥")
        again = await talk.say("开饭店")
        assert "没能对上" not in again and "食品经营许可（新办）" in again
        assert await talk.say("开饭店") != again


class TestEverythingInOneSentence:
    async def test_place_fee_and_operation_need_no_question(self, talk: Talk) -> None:
        reply = await talk.say("我在河西镇，身份证丢了要补，多少钱")
        assert "补领" in reply and "40元" in reply
        notice = await talk.answer_until("1", "一次性告知单")
        assert "河西镇便民服务中心" in notice


class TestResuming:
    async def test_goes_on_with_a_code_on_another_channel(self, talk: Talk, other: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        await talk.say("租的")
        await talk.answer_until("1", "一次性告知单")
        code = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", await talk.say("换设备接着办"))
        assert code
        assert "一次性告知单" in await other.say(f"继续 {code[0]}")
        assert "续办码" in await talk.say(f"继续 {code[0]}")

    async def test_restart_asks_once(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        assert "确定吗" in await talk.say("换一件事")
        assert "重新开始" in await talk.say("是")

    async def test_what_was_put_aside_comes_back_by_its_name(self, talk: Talk) -> None:
        notice = await to_the_notice(talk)
        number = re.search(r"GZ\d{8}-\d{4}", notice)
        assert number
        switched = await talk.say("身份证丢了要补")
        assert "「食品经营许可（新办）」先放下" in switched and "答过的、传过的都给您留着" in switched
        again = await talk.say("食品经营许可（新办）")
        assert "接着办「食品经营许可（新办）」" in again and number[0] in again

    async def test_a_new_start_leaves_nothing_aside(self, talk: Talk) -> None:
        await to_the_notice(talk)
        await talk.say("身份证丢了要补")
        await talk.say("换一件事")
        await talk.say("是")
        await talk.say("居民身份证（补领）")
        assert "给您留着" not in await talk.say("满16周岁，前面那个别给我丢了")
        again = await talk.say("食品经营许可（新办）")
        assert "自有还是租赁？" in again and "答过的都留着" not in again

    async def test_the_menu_of_the_notice_asks_too(self, talk: Talk) -> None:
        notice = await to_the_notice(talk)
        number = re.search(r"GZ\d{8}-\d{4}", notice)
        assert number
        assert "确定吗" in await talk.say("办别的事")
        await talk.say("不是")
        assert number[0] in await talk.say("再看一下告知单")


class TestHonest:
    async def test_out_of_scope_is_said(self, talk: Talk) -> None:
        assert "不在我们中心办理的范围内" in await talk.say("今天股票涨了没")

    async def test_what_it_cannot_do_is_said_with_what_it_can(self, talk: Talk) -> None:
        reply = await talk.say("给我讲个笑话吧")
        assert "我不会" in reply and "只会帮您办事" in reply

    async def test_a_human(self, talk: Talk) -> None:
        reply = await talk.say("转人工")
        assert "0000-8600-1000" in reply and "9:00" in reply

    async def test_emergency(self, talk: Talk) -> None:
        assert "119" in await talk.say("我家着火了")


class TestRubbish:
    @pytest.mark.parametrize(
        "text",
        ["", "   ", "😀😀😀", "<script>alert(1)</script>", "'; DROP TABLE cases; --", "{{7*7}} ${x} %s {0}", "/restart", '/find_item{"a":1}',
         "x" * 10_000, "\x00\x01", "？？？", "1", "第九十九个"],
    )  # fmt: skip
    async def test_gets_a_clear_answer(self, talk: Talk, text: str) -> None:
        reply = await talk.say(text)
        assert re.search(r"[\u4e00-\u9fff]{4,}", reply)
        assert "Traceback" not in reply and "<script>" not in reply and "49" not in reply

    async def test_loses_nothing(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        for text in ("😀", "x" * 10_000, "/restart", "啦啦啦啦"):
            await talk.say(text)
        assert "面积" in await talk.say("租的")


class TestWhatIsSaidInsteadOfAChoice:
    async def test_narrows_what_was_offered(self, talk: Talk) -> None:
        offered = await talk.say("户口办理")
        # Which of them are offered beside the birth differs with the last digits of what was trained.
        others = [name for name in ("死亡注销", "分户", "迁出登记") if name in offered]
        narrowed = await talk.say("娃儿生下来半个月")
        assert others and "出生登记" in narrowed and not [name for name in others if name in narrowed]

    async def test_a_wish_that_is_clear_in_dialect_is_not_asked_again(self, talk: Talk) -> None:
        reply = await talk.say("俺家娃儿要上户口嘞，咋弄哇")
        assert "办理的是：户口登记（出生登记）" in reply and "死亡注销" not in reply

    async def test_another_wish_is_no_question_about_the_difference(self, talk: Talk) -> None:
        await talk.say("我要办营业执照")
        assert "区别" not in await talk.say("算了我还是办公司吧")

    async def test_going_back_lets_the_offer_go(self, talk: Talk) -> None:
        await talk.say("我想开个小饭馆，要办啥")
        assert "先不选" in await talk.say("返回")
        assert "居民身份证" in await talk.say("身份证丢了要补")


class TestWithoutACaseNumber:
    @pytest.mark.parametrize("said", ["没有编号", "不知道编号", "找不到了", "忘了"])
    async def test_is_told_where_it_stands_and_what_to_do_without(self, talk: Talk, said: str) -> None:
        await talk.say("我的件办到哪了")
        reply = await talk.say(said)
        assert "提交成功" in reply and "带身份证" in reply and "0000-8600-1000" in reply

    async def test_can_complain_all_the_same(self, talk: Talk) -> None:
        await talk.say("我要投诉")
        reply = await talk.say("没有编号")
        assert "也能投诉" in reply and "12345" in reply

    async def test_something_else_can_be_done(self, talk: Talk) -> None:
        await talk.say("我的件办到哪了")
        await talk.say("找不到了")
        assert "居民身份证" in await talk.say("身份证丢了要补")


class TestNotTheCentresBusiness:
    async def test_the_open_question_follows(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        assert "自有还是租赁？" in await talk.say("今天天气怎么样")

    async def test_the_departments_shown_are_those_of_the_buttons(self, talk: Talk) -> None:
        reply = await talk.say("我要办火星车牌照手续")
        buttons = [button["title"] for button in talk.messages[-1]["buttons"]]
        assert buttons and all(f"{n} {label}" in reply for n, label in enumerate(buttons, 1))

    async def test_says_who_it_is(self, talk: Talk) -> None:
        reply = await talk.say("你是谁")
        assert "办事助手" in reply and "是机器人，不是真人" in reply
        assert "我可以帮您" in await talk.say("你能干啥")


class TestAskedInTheMiddle:
    async def test_whether_it_is_done_the_same_day(self, talk: Talk) -> None:
        reply = await talk.say("我在河西镇，身份证丢了要补，能不能当天拿")
        assert "不能当天办好" in reply and "20个工作日" in reply

    async def test_the_weekend_gets_the_hours_and_not_the_way(self, talk: Talk) -> None:
        await talk.say("我在河西镇，身份证丢了要补")
        reply = await talk.say("周末开门吗")
        assert "没有列出的日子不开放" in reply and "为什么是这个窗口" not in reply
