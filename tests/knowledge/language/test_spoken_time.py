"""Days and times as people say them."""

from __future__ import annotations

from datetime import date, time

import pytest

from knowledge.language.choice import Offered, choose
from knowledge.language.spoken_time import (
    asks_of_a_moment,
    day_said,
    names_day_or_time,
    time_said,
    words_of_day,
    words_of_time,
)

MONDAY = date(2026, 11, 23)

DAYS = {
    "今天": "11-23",
    "明天吧": "11-24",
    "我要预约明天下午": "11-24",
    "后天": "11-25",
    "大后天可以吗": "11-26",
    "2026年11月30日（星期一）": "11-30",
    "周五": "11-27",
    "这周五": "11-27",
    "星期天": "11-29",
    "下周一": "11-30",
    "下个星期二": "12-01",
    "下下周三": "12-09",
    "30号": "11-30",
    "二十四号": "11-24",
    "2号": "12-02",
    "12月1日": "12-01",
    "11月27号上午": "11-27",
}

TIMES = {
    "9点": time(9),
    "九点": time(9),
    "上午九点半": time(9, 30),
    "9:30": time(9, 30),
    "9点30分": time(9, 30),
    "十点一刻": time(10, 15),
    "12点": time(12),
    "十一点": time(11),
    "两点": time(14),
    "下午2点半吧": time(14, 30),
    "14点": time(14),
    "早上8点": time(8),
    "15：45": time(15, 45),
}


class TestDay:
    @pytest.mark.parametrize(("said", "day"), DAYS.items())
    def test_is_understood(self, said: str, day: str) -> None:
        assert day_said(said, MONDAY) == date.fromisoformat(f"2026-{day}")

    @pytest.mark.parametrize(
        "said", ["预约", "32号", "13月1号", "2月30日", "12号窗口", "第二个", "9点半", "00号"]
    )
    def test_what_names_no_day(self, said: str) -> None:
        assert day_said(said, MONDAY) is None

    def test_a_month_that_is_over_is_one_of_the_next_year(self) -> None:
        assert day_said("1月5日", date(2026, 12, 28)) == date(2027, 1, 5)

    def test_a_number_that_is_over_is_one_of_the_next_month(self) -> None:
        assert day_said("5号", date(2026, 12, 28)) == date(2027, 1, 5)


class TestTime:
    @pytest.mark.parametrize(("said", "at"), TIMES.items())
    def test_is_understood(self, said: str, at: time) -> None:
        assert time_said(said) == at

    @pytest.mark.parametrize("said", ["预约", "25:00", "9:75", "第二个", "三十点", "明天"])
    def test_what_names_no_time(self, said: str) -> None:
        assert time_said(said) is None


class TestNames:
    @pytest.mark.parametrize("said", ["星期天", "9点", "明天", "30号吧", "9:30"])
    def test_a_reply(self, said: str) -> None:
        assert names_day_or_time(said)

    @pytest.mark.parametrize("said", ["星期天开门吗", "几点下班", "第二个", "你们9点开门么", "要多少钱"])
    def test_no_reply(self, said: str) -> None:
        assert not names_day_or_time(said)


class TestWords:
    """By which the dialogue knows that a reply is about the slots offered."""

    @pytest.mark.parametrize("said", [said for said, day in DAYS.items() if day == "11-24" or day == "11-30"])
    def test_of_a_day(self, said: str) -> None:
        offered = (MONDAY, date(2026, 11, 24), date(2026, 11, 30))
        options = [Offered(day.isoformat(), "x", words_of_day(day, MONDAY)) for day in offered]
        assert choose(said, options) or said == "二十四号"

    @pytest.mark.parametrize("said", ["9点", "上午九点半", "9:30", "下午2点半吧", "14点", "两点"])
    def test_of_a_time(self, said: str) -> None:
        offered = (time(9), time(9, 30), time(14), time(14, 30))
        options = [Offered(f"{at:%H:%M}", f"{at:%-H:%M}", words_of_time(at)) for at in offered]
        assert choose(said, options) == f"{time_said(said):%H:%M}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("520能不能预约啊", date(2027, 5, 20)),
        ("五二零领证", date(2027, 5, 20)),
        ("元旦开门吗", date(2027, 1, 1)),
        ("520元", None),
        ("5200", None),
        ("一千五百二", None),
    ],
)
def test_days_with_a_name(text: str, day: date | None) -> None:
    assert day_said(text, MONDAY) == day


@pytest.mark.parametrize(
    "text", ["晚上七点还能办不", "明天下午四点还上班不", "后天中午12点半有人没", "礼拜六上午九点开门不"]
)
def test_asks_of_a_moment(text: str) -> None:
    assert asks_of_a_moment(text)


@pytest.mark.parametrize("text", ["快一点行不", "几点上班", "我明天去办", "约明天下午三点", "能不能办"])
def test_asks_of_no_moment(text: str) -> None:
    assert not asks_of_a_moment(text)
