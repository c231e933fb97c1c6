"""A claim is neglected by hours of working days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.queue.neglect import neglected_before
from tests.clocks import MONDAY


@pytest.mark.parametrize(
    ("hours", "days_back"),
    [(4, 0), (9, 0)],
)
def test_within_a_day_it_is_so_many_hours_ago(hours: int, days_back: int) -> None:
    assert neglected_before(MONDAY, hours, WorkCalendar()) == MONDAY - timedelta(hours=hours, days=days_back)


def test_a_weekend_does_not_count() -> None:
    found = neglected_before(MONDAY, 24, WorkCalendar())
    assert abs(found - (MONDAY - timedelta(hours=72))) < timedelta(seconds=1)


def test_a_year_that_is_not_entered_goes_by_the_week() -> None:
    far = MONDAY.replace(year=2031, month=3, day=3)  # a Monday
    found = neglected_before(far, 24, WorkCalendar())
    assert abs(found - (far - timedelta(hours=72))) < timedelta(seconds=1)
