"""Dates and spans as papers print them."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.papers.dates import (
    dates_in,
    end_in,
    has_no_expiry,
    months_later,
    months_of_validity,
    number_of,
)


class TestDates:
    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("2026年01月27日", [date(2026, 1, 27)]),
            ("2016.03.05-2036.03.05", [date(2016, 3, 5), date(2036, 3, 5)]),
            ("自2024年3月1日起至2027年2月28日止", [date(2024, 3, 1), date(2027, 2, 28)]),
            ("2026-11-30", [date(2026, 11, 30)]),
            ("20261130", [date(2026, 11, 30)]),
            ("二〇二六年十一月二十三日", [date(2026, 11, 23)]),
            ("2026年02月30日", []),
            ("身份证号110105198001011234", []),
            ("没有日期", []),
        ],
    )
    def test_found(self, text: str, days: list[date]) -> None:
        assert [day for day in dates_in(text) if day.year > 2000] == days

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("2016.03.05-2036.03.05", date(2036, 3, 5)),
            ("2016.03.05-2O36.O3", None),
            ("自2024年3月1日起", None),
            ("2021年03月05日至", None),
            ("2021年03月05日至长其", None),
            ("至2027年1月5日", date(2027, 1, 5)),
            ("2027-01-05", date(2027, 1, 5)),
            ("2027年1月5日", date(2027, 1, 5)),
        ],
    )
    def test_the_first_day_of_a_span_is_not_its_last(self, text: str, day: date | None) -> None:
        assert end_in(text) == day

    def test_for_ever(self) -> None:
        assert has_no_expiry("2016.03.05-长期") and not has_no_expiry("2016.03.05")


class TestTerms:
    @pytest.mark.parametrize(
        ("text", "months"), [("一年", 12), ("12个月", 12), ("十二个月", 12), ("二年", 24), ("有效", None)]
    )
    def test_in_months(self, text: str, months: int | None) -> None:
        assert months_of_validity(text) == months

    @pytest.mark.parametrize(
        ("words", "number"), [("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31)]
    )
    def test_numerals(self, words: str, number: int) -> None:
        assert number_of(words) == number

    def test_a_month_without_that_day_ends_earlier(self) -> None:
        assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
        assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)
        assert months_later(date(2026, 11, 23), 12) == date(2027, 11, 23)
