"""Dates worked out from what is said and what an item has."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.base.text import normalise
from knowledge.calendar.calendar_yaml import load_calendar
from knowledge.guidance.worked_out import Wanted, WorkedOut, terms_to_apply, worked_out
from tests.shipped import shipped_catalogue

MONDAY = date(2026, 11, 30)
RESTAURANT, INJURY = "food_operation.new", "social_insurance.injury"


def found(item: str, text: str) -> list[WorkedOut]:
    items = [shipped_catalogue().items[item]]
    return worked_out(normalise(text), items, terms_to_apply(items), MONDAY, load_calendar())


class TestDone:
    def test_from_today_where_no_day_is_said(self) -> None:
        (one,) = found(RESTAURANT, "从哪天开始算")
        assert (one.wanted, one.start, one.said) == (Wanted.DONE, MONDAY, False)

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("今天交几号能拿到", MONDAY, date(2026, 12, 10)),
            ("下周三交，哪天能好", date(2026, 12, 9), date(2026, 12, 21)),
            ("12月1号交了啥时候能拿", date(2026, 12, 1), date(2026, 12, 11)),
        ],
    )
    def test_from_the_day_that_is_said(self, text: str, start: date, end: date) -> None:
        (one,) = found(RESTAURANT, text)
        assert (one.wanted, one.start, one.end, one.said) == (Wanted.DONE, start, end, True)

    def test_who_asks_how_long_is_told_no_day(self) -> None:
        assert not found(RESTAURANT, "多久能办好")


class TestToApply:
    def test_from_the_day_it_happened(self) -> None:
        days = [(one.term, one.end) for one in found(INJURY, "上个月8号受的伤，最晚哪天前得申请")]
        assert ("30日", date(2026, 11, 9)) in days  # the 7th is a Saturday
        assert ("1年", date(2027, 10, 8)) in days

    def test_from_today_for_an_example(self) -> None:
        told = found(INJURY, "30天从哪天算")
        assert {one.wanted for one in told} == {Wanted.APPLIED}
        assert not any(one.said for one in told)
