"""Case numbers: every slip of one digit is seen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.cases.record.number import MOST_A_DAY, case_number, is_case_number

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
RUNNING = st.integers(1, MOST_A_DAY)


class TestCaseNumber:
    def test_says_the_day_and_the_running_number(self) -> None:
        number = case_number(date(2026, 11, 23), 1)
        assert number.startswith("26112300001")
        assert len(number) == 12

    @given(day=DAYS, running=RUNNING)
    def test_is_one(self, day: date, running: int) -> None:
        assert is_case_number(case_number(day, running))

    @given(day=DAYS, running=RUNNING, place=st.integers(0, 11), other=st.integers(1, 9))
    def test_a_mistyped_digit_is_seen(self, day: date, running: int, place: int, other: int) -> None:
        number = case_number(day, running)
        wrong = str((int(number[place]) + other) % 10)
        assert not is_case_number(number[:place] + wrong + number[place + 1 :])

    @pytest.mark.parametrize(
        "text", ["", "2611230000", "26112300001x", "２６１１２３００００１４", "261123000014 "]
    )
    def test_is_none(self, text: str) -> None:
        assert not is_case_number(text)

    @pytest.mark.parametrize("running", [0, MOST_A_DAY + 1])
    def test_out_of_range(self, running: int) -> None:
        with pytest.raises(ValueError, match="range"):
            case_number(date(2026, 11, 23), running)
