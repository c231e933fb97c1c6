"""Case numbers: every slip of one digit is seen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.cases.record.number import CHOICES, case_number, is_case_number

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
CHANCE = st.integers(0, CHOICES - 1)


class TestCaseNumber:
    def test_says_the_day_and_what_chance_gave(self) -> None:
        assert case_number(date(2026, 11, 23), 718_203).startswith("26327718203")

    @given(day=DAYS, chance=CHANCE, other=CHANCE)
    def test_later_days_have_higher_numbers(self, day: date, chance: int, other: int) -> None:
        later = day + timedelta(days=1)
        assert later.year == 2100 or case_number(day, chance) < case_number(later, other)

    def test_a_number_of_before_stays_one(self) -> None:
        assert is_case_number("261123000018")

    @given(day=DAYS, chance=CHANCE)
    def test_is_one(self, day: date, chance: int) -> None:
        assert is_case_number(case_number(day, chance))

    @given(day=DAYS, chance=CHANCE, place=st.integers(0, 11), other=st.integers(1, 9))
    def test_a_mistyped_digit_is_seen(self, day: date, chance: int, place: int, other: int) -> None:
        number = case_number(day, chance)
        wrong = str((int(number[place]) + other) % 10)
        assert not is_case_number(number[:place] + wrong + number[place + 1 :])

    @pytest.mark.parametrize(
        "text", ["", "2611230000", "26112300001x", "２６１１２３００００１４", "261123000014 "]
    )
    def test_is_none(self, text: str) -> None:
        assert not is_case_number(text)

    @pytest.mark.parametrize("chance", [-1, CHOICES])
    def test_out_of_range(self, chance: int) -> None:
        with pytest.raises(ValueError, match="range"):
            case_number(date(2026, 11, 23), chance)
