"""Working days (工作日) and the dates that follow from them.

行政许可法 art. 82: time limits are counted in working days, without statutory holidays; make-up working days (调休) count. The calendar
is the published one (``chinesecalendar``) with the centre's own entries over it. A year that nobody has published yet is an
error that names the year: a date is never guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

import chinese_calendar


class CalendarGap(LookupError):
    """The holiday arrangement of a year is not known yet."""

    code = "calendar_gap"

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"{year}年的放假安排还没有录入，算不出跨到{year}年的日期。"
            f"请中心管理人员按国务院办公厅的通知，在工作台的「放假安排」里录入{year}年"
        )


class _Year(NamedTuple):
    """The working days of a year, in order, and to be asked for one."""

    working: tuple[date, ...]
    among: frozenset[date]


@dataclass(frozen=True)
class WorkCalendar:
    """Which days are working days.

    Attributes:
        entered: Days that differ from the weekday rule in years that the centre entered: True for a working day.
        years: Years for which ``entered`` is complete.
    """

    entered: Mapping[date, bool] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def with_year(self, year: int, differing: Mapping[date, bool]) -> WorkCalendar:
        """The calendar with a year as entered, in the place of what was known of it.

        Args:
            differing: Days that differ from the weekday rule: True for a working day.
        """
        others = {day: works for day, works in self.entered.items() if day.year != year}
        return WorkCalendar(others | dict(differing), self.years | {year})

    def with_day(self, day: date, works: bool) -> WorkCalendar:
        """The calendar with a day of the centre's own."""
        return WorkCalendar({**self.entered, day: works}, self.years)

    def is_working_day(self, day: date) -> bool:
        """Whether the day counts.

        Raises:
            CalendarGap: Neither published nor entered for that year.
        """
        return day in self._year(day.year).among

    def is_announced_off(self, day: date) -> bool:
        """Whether the day is off by announcement, and not as an ordinary weekend: also Saturday openings are closed then."""
        if day in self.entered:
            return not self.entered[day]
        if day.year in self.years or self.is_working_day(day):
            return False
        return chinese_calendar.get_holiday_detail(day)[1] is not None

    def _computed(self, day: date) -> bool:
        if day in self.entered:
            return self.entered[day]
        if day.year in self.years:
            return day.weekday() < 5
        try:
            return bool(chinese_calendar.is_workday(day))
        except NotImplementedError as error:
            raise CalendarGap(day.year) from error

    def _year(self, year: int) -> _Year:
        """A year's working days at once: the daily sweep asks for millions.

        A centre's own day alone does not make an unpublished year known.
        """
        known = self._years.get(year)
        if known is None:
            first, last = date(year, 1, 1), date(year, 12, 31)
            every = (first + timedelta(days=n) for n in range((last - first).days + 1))
            working = tuple(day for day in every if self._computed(day))
            known = self._years[year] = _Year(working, frozenset(working))
        return known

    @cached_property
    def _years(self) -> dict[int, _Year]:
        return {}

    def add(self, start: date, days: int) -> date:
        """The day on which a limit of ``days`` working days ends; the starting day is not counted."""
        if days <= 0:
            return start
        first = start + timedelta(days=1)
        year, working = first.year, self._year(first.year).working
        place = bisect_left(working, first) + days
        while place > len(working):
            place, year = place - len(working), year + 1
            working = self._year(year).working
        return working[place - 1]

    def back(self, end: date, days: int) -> date:
        """The last day that is ``days`` working days ahead of ``end``; ``end`` itself is not counted."""
        day = end
        while days > 0:
            day -= timedelta(days=1)
            days -= self.is_working_day(day)
        return day

    def next_working_day(self, day: date) -> date:
        """The day itself where it is a working day, else the next one."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; negative where ``end`` has passed."""
        if end < start:
            return -self.between(end, start)
        first, past = start + timedelta(days=1), end + timedelta(days=1)
        years = (self._year(year).working for year in range(first.year, end.year + 1))
        return sum(bisect_left(working, past) - bisect_left(working, first) for working in years)


CORRECTION_DAYS = 5
"""行政许可法 art. 32 (1)(4): everything to be corrected is said once within five days, else the case counts as accepted."""

DELIVERY_DAYS = 10
"""行政许可法 art. 44."""


@dataclass(frozen=True)
class DueDate:
    """A date, what is due by then, and what it counts from and by which rule."""

    what: str
    day: date
    counted_from: date
    rule: str


def answer_due(received: date, calendar: WorkCalendar) -> DueDate:
    """By when the window must accept, refuse or ask for corrections; silence means acceptance.

    A case handed in on a day off counts as received on that day; the limit starts with the next working day.
    """
    return DueDate(
        "答复是否受理",
        calendar.add(received, CORRECTION_DAYS),
        received,
        "《行政许可法》第三十二条：收到材料之日起五个工作日内没有告知补正的，视为受理",
    )
