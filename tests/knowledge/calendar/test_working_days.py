"""Working days of 2026 with its holidays and make-up days; a year nobody has published is an error that names it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calendar.working_days import (
    CORRECTION_DAYS,
    CalendarGap,
    WorkCalendar,
    answer_due,
)

CALENDAR = WorkCalendar()
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 1))


class TestIsWorkingDay:
    @pytest.mark.parametrize(
        ("day", "works"),
        [
            (date(2026, 11, 23), True),
            (date(2026, 11, 22), False),
            (date(2026, 10, 1), False),
            (date(2026, 10, 7), False),
            (date(2026, 10, 8), True),
            (date(2026, 9, 20), True),
            (date(2026, 10, 10), True),
            (date(2026, 2, 17), False),
            (date(2026, 2, 14), True),
            (date(2026, 2, 28), True),
            (date(2026, 1, 1), False),
            (date(2026, 5, 9), True),
        ],
    )
    def test_holidays_and_make_up_days(self, day: date, works: bool) -> None:
        assert CALENDAR.is_working_day(day) is works

    def test_the_centres_own_entries_come_first(self) -> None:
        own = WorkCalendar(entered={date(2026, 11, 23): False})
        assert not own.is_working_day(date(2026, 11, 23))
        assert own.is_working_day(date(2026, 11, 24))

    def test_a_year_that_was_entered_whole(self) -> None:
        own = WorkCalendar(entered={date(2027, 1, 1): False}, years=frozenset({2027}))
        assert not own.is_working_day(date(2027, 1, 1))
        assert own.is_working_day(date(2027, 1, 4))
        assert not own.is_working_day(date(2027, 1, 2))

    @pytest.mark.parametrize("year", [2003, 2027, 2030])
    def test_an_unknown_year_is_named(self, year: int) -> None:
        with pytest.raises(CalendarGap) as gap:
            CALENDAR.is_working_day(date(year, 3, 1))
        assert gap.value.year == year
        assert f"{year}年" in str(gap.value)


class TestAdd:
    @pytest.mark.parametrize(
        ("start", "days", "end"),
        [
            (date(2026, 11, 23), 5, date(2026, 11, 30)),
            (date(2026, 11, 23), 0, date(2026, 11, 23)),
            (date(2026, 9, 30), 5, date(2026, 10, 13)),
            (date(2026, 2, 13), 2, date(2026, 2, 24)),
            (date(2026, 11, 28), 1, date(2026, 11, 30)),
            (date(2026, 12, 31), 0, date(2026, 12, 31)),
            (date(2026, 1, 30), 1, date(2026, 2, 2)),
            (date(2025, 12, 31), 1, date(2026, 1, 4)),
        ],
    )
    def test_counts_from_the_next_working_day(self, start: date, days: int, end: date) -> None:
        assert CALENDAR.add(start, days) == end

    def test_a_date_beyond_the_published_years_is_never_guessed(self) -> None:
        with pytest.raises(CalendarGap, match="2027年的放假安排还没有录入"):
            CALENDAR.add(date(2026, 12, 28), 20)

    def test_beyond_them_with_the_centres_entries(self) -> None:
        own = WorkCalendar(entered={date(2027, 1, 1): False}, years=frozenset({2027}))
        assert own.add(date(2026, 12, 31), 1) == date(2027, 1, 4)

    @given(DAYS, st.integers(0, 15))
    def test_ends_on_a_working_day_so_many_after(self, start: date, days: int) -> None:
        end = CALENDAR.add(start, days)
        assert CALENDAR.between(start, end) == days
        assert days == 0 or CALENDAR.is_working_day(end)


class TestBetween:
    @pytest.mark.parametrize(
        ("start", "end", "days"),
        [
            (date(2026, 11, 23), date(2026, 11, 23), 0),
            (date(2026, 11, 23), date(2026, 11, 24), 1),
            (date(2026, 11, 24), date(2026, 11, 23), -1),
            (date(2026, 11, 27), date(2026, 11, 29), 0),
            (date(2026, 11, 30), date(2026, 11, 27), -1),
            (date(2026, 9, 30), date(2026, 10, 8), 1),
        ],
    )
    def test_signs(self, start: date, end: date, days: int) -> None:
        assert CALENDAR.between(start, end) == days

    @given(DAYS, DAYS)
    def test_turned_round(self, first: date, second: date) -> None:
        assert CALENDAR.between(first, second) == -CALENDAR.between(second, first)

    @given(DAYS, st.integers(0, 20), st.integers(0, 9))
    def test_adds_up(self, start: date, first: int, second: int) -> None:
        middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
        assert CALENDAR.between(start, middle) + CALENDAR.between(middle, end) == CALENDAR.between(start, end)


class TestAnswerDue:
    def test_names_what_it_counts_from_and_the_rule(self) -> None:
        due = answer_due(date(2026, 11, 24), CALENDAR)
        assert (due.day, due.counted_from) == (date(2026, 12, 1), date(2026, 11, 24))
        assert "《行政许可法》第三十二条" in due.rule

    def test_a_case_handed_in_on_a_day_off(self) -> None:
        assert answer_due(date(2026, 11, 28), CALENDAR).day == date(2026, 12, 4)
        assert CORRECTION_DAYS == 5


class TestCountedDayByDay:
    """The tables of a year give what counting one day after the other gives, over the ends of years too."""

    @given(st.dates(date(2023, 6, 1), date(2026, 6, 1)), st.integers(0, 140))
    def test_adding(self, start: date, days: int) -> None:
        day, left = start, days
        while left:
            day += timedelta(days=1)
            left -= CALENDAR.is_working_day(day)
        assert CALENDAR.add(start, days) == day

    @given(st.dates(date(2023, 6, 1), date(2026, 12, 1)), st.dates(date(2023, 6, 1), date(2026, 12, 1)))
    def test_between(self, start: date, end: date) -> None:
        first, last = sorted((start, end))
        passed = sum(
            CALENDAR.is_working_day(first + timedelta(days=n + 1)) for n in range((last - first).days)
        )
        assert CALENDAR.between(first, last) == passed
        assert CALENDAR.between(last, first) == -passed

    def test_the_day_that_begins_need_not_be_known(self) -> None:
        assert CALENDAR.add(date(2003, 12, 31), 1) == date(2004, 1, 2)
        with pytest.raises(CalendarGap):
            CALENDAR.add(date(2003, 12, 30), 1)
