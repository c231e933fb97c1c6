"""What is said of an appointment beside the wish for one."""

from __future__ import annotations

import pytest

from knowledge.language.appointment_words import asks_whether_booked, in_the_half_day, new_time_in


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("明天他爸才有空拿户口本,改到明天下午2点行吗", "明天下午2点行吗"),
        ("我是说预约改时间,改到12月2号下午2点", "12月2号下午2点"),
        ("那把今天的预约取消掉,重新约明天下午2点", "明天下午2点"),
        ("换到周五上午吧", "周五上午吧"),
        ("改到十点", "十点"),
        ("改约", "改约"),
        ("我那个号能换个时间不", "我那个号能换个时间不"),
    ],
)
def test_the_words_behind_the_verb_say_the_new_time(text: str, new: str) -> None:
    assert new_time_in(text) == new


@pytest.mark.parametrize(
    "text", ["面积改成200平", "预约明天下午", "把租赁改成自有", "取消预约", "我手机号换了"]
)
def test_no_other_time_is_named(text: str) -> None:
    assert new_time_in(text) is None


@pytest.mark.parametrize(
    "text", ["号还在不在呀?J001", "还是补领,我周六那个号还在吧", "我预约的还在不", "约上了没", "我约的是几点"]
)
def test_it_is_asked_for_what_was_booked(text: str) -> None:
    assert asks_whether_booked(text)


@pytest.mark.parametrize(
    "text", ["办件编号还在不在", "12号窗口还在吗", "身份证号在不在上面", "预约要什么材料", "电话号码在哪"]
)
def test_it_is_not_asked_for_what_was_booked(text: str) -> None:
    assert not asks_whether_booked(text)


def test_a_half_day_that_is_named_leaves_its_times() -> None:
    starts = ("09:00", "11:45", "13:00", "16:30")
    assert [one for one in starts if in_the_half_day("预约明天下午", one)] == ["13:00", "16:30"]
    assert [one for one in starts if in_the_half_day("周四上午", one)] == ["09:00", "11:45"]
    assert all(in_the_half_day("明天", one) for one in starts)
