"""Dates as screens show them."""

from __future__ import annotations

from datetime import date, datetime

from knowledge.base.dates import day_text, moment_text


def test_a_day_with_its_weekday() -> None:
    assert day_text(date(2026, 12, 1)) == "2026年12月1日（星期二）"
    assert day_text(date(2026, 11, 22)) == "2026年11月22日（星期日）"


def test_a_moment_of_a_timeline() -> None:
    assert moment_text(datetime(2026, 11, 25, 9, 5)) == "11月25日 9:05"
    assert moment_text(datetime(2026, 1, 1, 0, 0)) == "1月1日 0:00"
