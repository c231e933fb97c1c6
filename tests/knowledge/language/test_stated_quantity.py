"""Labels name their ranges."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.stated_quantity import Range, range_of


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("满16周岁", Range("岁", 16, inf)),
        ("年满70周岁", Range("岁", 70, inf)),
        ("2年以内", Range("年", 0, 2)),
        ("租赁", None),
        ("5年", None),
    ],
)
def test_range(label: str, found: Range | None) -> None:
    assert range_of(label) == found


@given(st.floats(min_value=0, max_value=120))
def test_the_two_sides_leave_no_age_out_and_share_none(years: float) -> None:
    adult, minor = range_of("满16周岁"), range_of("不满16周岁")
    assert adult is not None
    assert minor is not None
    if abs(years - 16) > 0.01:
        assert adult.holds(years, years) != minor.holds(years, years)


def test_over_does_not_hold_the_number_itself() -> None:
    over = range_of("超过3年")
    assert over is not None
    assert not over.holds(3, 3)
    assert over.holds(3.5, 3.5)
