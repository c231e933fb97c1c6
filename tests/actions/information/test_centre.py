"""What is said of a window, also of this moment and of days to come."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from actions.information.centre import day_lines, window_named
from api.windows.schemas import WindowView
from api.windows.service import list_windows
from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.calendar_yaml import load_calendar
from tests.shipped import shipped_catalogue

MONDAY_TEN = datetime(2026, 11, 23, 10, 0, tzinfo=CENTRE_ZONE)


def window(key: str, now: datetime = MONDAY_TEN) -> WindowView:
    windows = list_windows(shipped_catalogue(), now, load_calendar()).windows
    return next(one for one in windows if one.id == key)


class TestNow:
    @pytest.mark.parametrize("text", ["现在开门吗", "今天上班不", "这会儿去还来得及吗", "开着门没"])
    def test_open(self, text: str) -> None:
        assert day_lines(window("unified"), text) == ["现在开着，今天9:00-12:00、13:00-17:00。"]

    def test_at_noon(self) -> None:
        noon = MONDAY_TEN.replace(hour=12, minute=10)
        assert day_lines(window("unified", noon), "现在有人吗") == [
            "现在没有开。最早2026年11月23日（星期一）13:00可以来。"
        ]

    def test_in_the_evening_it_is_the_next_day(self) -> None:
        evening = MONDAY_TEN.replace(hour=19)
        assert "11月24日（星期二）9:00" in "".join(day_lines(window("unified", evening), "现在开门吗"))

    def test_no_moment_is_asked_for(self) -> None:
        assert day_lines(window("unified"), "你们几点上班") == []


class TestDays:
    def test_the_weekend_of_a_window_that_opens_on_saturday(self) -> None:
        assert day_lines(window("vehicles"), "车管所周末上班吗") == [
            "2026年11月28日（星期六）开放：8:30-11:30、13:30-17:00。",
            "2026年11月29日（星期日）不开放。",
        ]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("明天上班吗", "11月24日（星期二）开放"),
            ("礼拜六开门不", "11月28日（星期六）不开放"),
            ("12月1号有人吗", "12月1日（星期二）开放"),
        ],
    )
    def test_a_day_that_is_named(self, text: str, said: str) -> None:
        assert said in "".join(day_lines(window("unified"), text))

    def test_a_temporary_window(self) -> None:
        assert "11月24日（星期二）开放：9:00-11:30" in "".join(day_lines(window("tobacco"), "明天有人吗"))

    def test_the_calendar_ends(self) -> None:
        december = datetime(2026, 12, 28, 10, 0, tzinfo=CENTRE_ZONE)
        days = [one.day for one in window("unified", december).days]
        assert days == [date(2026, 12, 28) + timedelta(days=n) for n in range(4)]


def test_a_window_is_found_by_its_nickname() -> None:
    windows = list_windows(shipped_catalogue(), MONDAY_TEN, load_calendar()).windows
    named = window_named(windows, "那车管所呢")
    assert named is not None
    assert named.id == "vehicles"


class TestTimes:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("我明天礼拜二直接去窗口，下午四点还上班不", "上班：2026年11月24日（星期二）16:00窗口开着"),
            ("后天中午12点半有人没", "不上班：2026年11月25日（星期三）12:30窗口不开"),
            ("晚上七点还能办不", "不上班：2026年11月23日（星期一）19:00窗口不开"),
            ("夜里九点过来还有人不", "不上班：2026年11月23日（星期一）21:00窗口不开"),
            ("礼拜六上午九点开门不", "2026年11月28日（星期六）不开放"),
        ],
    )
    def test_yes_or_no_first(self, text: str, said: str) -> None:
        assert said in day_lines(window("unified"), text)[0]

    def test_no_time_is_named(self) -> None:
        assert day_lines(window("unified"), "快一点行不") == []
