"""The day on which a paper expires, in people's words."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.language.expiry_day import expiry_said, names_expiry

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027年3月1号", date(2027, 3, 1)),
        ("证上写的2027-03-01", date(2027, 3, 1)),
        ("27年3月1日到期", date(2027, 3, 1)),
        ("明年三月十五", date(2027, 3, 15)),
        ("去年12月5号就过了", date(2025, 12, 5)),
        ("12月20号", date(2026, 12, 20)),
        ("3月1号", date(2027, 3, 1)),
        ("2月30号", None),
        ("不记得了", None),
    ],
)
def test_the_day(text: str, day: date | None) -> None:
    assert expiry_said(text, TODAY) == day


def test_months_alone_name_no_day() -> None:
    assert not names_expiry("还有3个月到期")
    assert not names_expiry("3月份到期")
