"""Appointments in talk: a day, a time, the number; moving, cancelling, and back to where one was."""

from __future__ import annotations

import re
from datetime import date, datetime

import httpx
import pytest

from api.platform.clock import Clock
from intake.people import person
from knowledge.base.centre_time import CENTRE_ZONE
from tests.clocks import beginning
from tests.journeys.talking import Talk

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def clock() -> Clock:
    """A Monday morning with no holidays in the weeks after it."""
    return beginning(datetime(2026, 11, 2, 10, 0, tzinfo=CENTRE_ZONE))


@pytest.fixture(autouse=True)
async def open_days(http: httpx.AsyncClient) -> list[str]:
    """Days on which the window can be booked; the journeys need some to choose from."""
    days = (await http.get("/api/v1/windows/market/slots")).json()["days"]
    assert len(days) >= 4
    return [day["day"] for day in days]


async def noticed(talk: Talk) -> None:
    await talk.say("办食品经营许可（新办）")
    await talk.say("租的")
    await talk.answer_until("1", "一次性告知单")


def code_in(reply: str) -> str:
    found = re.search(r"预约号 ([A-Z]+\d{3})", reply)
    assert found, reply
    return found[1]


class TestBooking:
    async def test_day_then_time_then_the_number(self, talk: Talk) -> None:
        await noticed(talk)
        days = await talk.say("预约")
        assert "您哪天来" in days and "1 " in days and "12号" in days
        times = await talk.say("第二个")
        assert "几点？" in times and "9:00" in times
        booked = await talk.say("九点半")
        assert code_in(booked) and "9:30" in booked and "提前10分钟" in booked
        assert talk.messages[-1]["custom"]["kind"] == "appointment"
        assert "接下来可以" in booked

    async def test_everything_in_one_sentence(self, talk: Talk) -> None:
        await noticed(talk)
        days = await talk.say("预约")
        day = re.search(r"3 \d+月(\d+)日|3 \d+年\d+月(\d+)日", days)
        assert day
        await talk.say("不约了")
        booked = await talk.say(f"帮我预约{day[1] or day[2]}号下午两点")
        assert code_in(booked) and "14:00" in booked

    async def test_in_the_middle_of_questions_and_back(self, talk: Talk) -> None:
        await talk.say("办食品经营许可（新办）")
        await talk.say("取号")
        await talk.say("2")
        booked = await talk.say("1")
        assert code_in(booked) and "自有还是租赁？" in booked

    async def test_a_day_that_is_not_listed_but_open(self, talk: Talk, open_days: list[str]) -> None:
        await noticed(talk)
        far = date.fromisoformat(open_days[-1])
        listed = await talk.say("预约")
        assert f"{far.month}月{far.day}日" not in listed
        assert "几点？" in await talk.say(f"{far.month}月{far.day}日")

    async def test_what_is_not_offered_is_said(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("预约")
        assert "约不了" in await talk.say("星期天")
        await talk.say("2")
        assert "约不了" in await talk.say("12点")
        assert "没有听出" in await talk.say("啦啦啦啦")
        assert code_in(await talk.say("10点"))

    async def test_a_digression_and_going_on(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("预约")
        assert "接着选预约的时间" in await talk.say("要多少钱")
        assert "接着选预约的时间" in await talk.say("继续")
        assert "几点？" in await talk.say("2")

    @pytest.mark.parametrize("word", ["不约了", "不预约了", "算了", "取消预约"])
    async def test_giving_up_goes_back(self, talk: Talk, word: str) -> None:
        await noticed(talk)
        await talk.say("预约")
        given_up = await talk.say(word)
        assert "先不约" in given_up and "接下来可以" in given_up

    async def test_the_same_number_again(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("预约")
        await talk.say("2")
        code = code_in(await talk.say("1"))
        again = await talk.say("我的预约")
        assert code_in(again) == code and "改约" in again

    async def test_moving(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("预约")
        await talk.say("2")
        first = code_in(await talk.say("9:00"))
        assert "您哪天来" in await talk.say("改约")
        await talk.say("3")
        assert code_in(await talk.say("9:00")) != first

    async def test_cancelling_asks_once(self, talk: Talk) -> None:
        await noticed(talk)
        assert "没有预约" in await talk.say("取消预约")
        await talk.say("预约")
        await talk.say("2")
        await talk.say("1")
        assert "确定取消吗" in await talk.say("取消预约")
        assert "预约还在" in await talk.say("不")
        await talk.say("取消预约")
        assert "已取消" in await talk.say("是")
        assert "没有预约" in await talk.say("取消预约")


class TestInOneBreath:
    """What people say of an appointment beside something else."""

    async def test_of_a_half_day_only_its_times(self, talk: Talk) -> None:
        await noticed(talk)
        times = await talk.say("预约明天下午")
        assert "14:00" in times and "9:00" not in times

    async def test_a_time_with_the_name_and_the_phone_of_who_comes(self, talk: Talk) -> None:
        who = person(2)
        await noticed(talk)
        await talk.say("预约明天下午")
        booked = await talk.say(f"两点半。我叫{who.name},电话{who.phone},要带啥")
        assert code_in(booked) and "14:30" in booked and "已收到" in booked and "租赁合同" in booked

    async def test_another_day_while_times_are_offered(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("预约明天")
        assert "11月4日" in await talk.say("后天吧")
        assert "11月5日" in await talk.say("不行,大后天上午10点")

    async def test_a_new_time_beside_its_reason(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("帮我预约明天上午10点")
        moved = await talk.say("房东刚说后天才有空拿合同,改到后天下午2点行吗")
        assert code_in(moved) and "14:00" in moved and "还缺" not in moved
        assert "10:00" in await talk.say("改到上午10点吧")

    async def test_cancelled_and_booked_anew_in_one_sentence(self, talk: Talk) -> None:
        await noticed(talk)
        await talk.say("帮我预约明天上午10点")
        assert "15:00" in await talk.say("那把明天的预约取消掉,重新约后天下午3点")

    async def test_whether_it_is_still_there(self, talk: Talk) -> None:
        await noticed(talk)
        code = code_in(await talk.say("帮我预约明天上午10点"))
        still = await talk.say(f"号还在不在呀?{code}")
        assert "还在" in still and code_in(still) == code
        await talk.say("取消预约")
        await talk.say("是")
        assert "没有预约" in await talk.say("我那个号还在吧")


class TestWithoutAnAffair:
    async def test_is_asked_for(self, talk: Talk) -> None:
        assert "先告诉我要办什么" in await talk.say("预约")
        assert "自有还是租赁？" in await talk.say("办食品经营许可（新办）")

    async def test_a_window_that_takes_none(self, talk: Talk) -> None:
        await talk.say("结婚登记")
        assert "不在这里预约" in await talk.say("预约")

    async def test_a_submitted_case_by_number_and_second_factor(self, talk: Talk, other: Talk) -> None:
        one = person(77)
        await noticed(talk)
        await talk.say("材料都齐了，提交")
        await talk.say(f"我叫{one.name}，身份证号{one.id_number}，手机号{one.phone}")
        await talk.say("材料都齐了，提交")
        submitted = await talk.say("是")
        number = re.search(r"\d{12}", submitted)
        assert number, submitted
        await other.say("预约")
        days = await other.say(f"{number[0]} 尾号{one.phone_tail}")
        assert "您哪天来" in days
        await other.say("2")
        code = code_in(await other.say("1"))
        assert code in await other.say(f"办件{number[0]} 尾号{one.phone_tail} 办到哪了")
        assert one.phone not in days
