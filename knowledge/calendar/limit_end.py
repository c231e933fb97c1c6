"""Where a limit ends: working days, natural days, months and hours, with times in between that do not count.

Working days: 行政许可法 art. 82, 45 (time of special procedures not counted). Natural days, months and hours: 民法典 art. 201 (the first day
is not counted; hours run at once), 202 (the corresponding day of the last month, else its last day), 203 (a last day that is off moves
to the day after the days off).
"""

from __future__ import annotations

import calendar as months
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from knowledge.base.centre_time import centre_day, moment_of
from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import WorkCalendar

_LONG = {Unit.HOUR: timedelta(hours=1), Unit.MINUTE: timedelta(minutes=1)}


@dataclass(frozen=True)
class Pause:
    """A time that does not count; without ``end`` it still runs.

    In days it is counted as limits are: the day on which it starts still counts, the day on which it ends does not. So a special
    procedure of n working days moves the end by exactly n working days.
    """

    start: datetime
    end: datetime | None = None

    def covers(self, day: date) -> bool:
        return centre_day(self.start) < day and (self.end is None or day <= centre_day(self.end))


@dataclass(frozen=True)
class End:
    """The last day of a limit; ``moment`` for limits in hours and minutes."""

    day: date
    moment: datetime | None = None


def end_of(
    start: datetime, amount: int, unit: Unit, calendar: WorkCalendar, pauses: Sequence[Pause] = ()
) -> End | None:
    """Where a limit ends that counts from ``start``; None where it is paused now and had not ended before.

    Raises:
        CalendarGap: The end lies beyond the years that are known.
    """
    if unit in _LONG:
        return _end_of_hours(start, amount * _LONG[unit], pauses)
    first = centre_day(start)
    if unit is Unit.WORKING_DAY:
        day = _counted(first, amount, pauses, calendar)
    else:
        natural = amount if unit is Unit.DAY else (month_later(first, amount) - first).days
        day = _counted(first, natural, pauses, None)
        day = calendar.next_working_day(day) if day and amount else day
    return End(day) if day else None


def month_later(first: date, amount: int) -> date:
    """The corresponding day so many months later, or the last day of that month."""
    year, month = divmod(first.year * 12 + first.month - 1 + amount, 12)
    return date(year, month + 1, min(first.day, months.monthrange(year, month + 1)[1]))


def left_at(
    start: datetime, amount: int, unit: Unit, calendar: WorkCalendar, pauses: Sequence[Pause], now: datetime
) -> int:
    """How much of a limit has not counted yet: in working days, days (also of months), hours or minutes.

    For limits that are paused; of a running one the end says it.
    """
    if unit in _LONG:
        return math.ceil((amount * _LONG[unit] - _unpaused(start, now, pauses)) / _LONG[unit])
    first = centre_day(start)
    days = (month_later(first, amount) - first).days if unit is Unit.MONTH else amount
    return days - _days_used(first, centre_day(now), unit, calendar, pauses)


def extended(
    end: End, amount: int, unit: Unit, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> End | None:
    """The end moved by an extension in another unit than the limit's own, most often working days (art. 42)."""
    return end_of(moment_of(end.day), amount, unit, calendar, pauses)


def _unpaused(start: datetime, until: datetime, pauses: Sequence[Pause]) -> timedelta:
    """Time from ``start`` to ``until`` outside of all pauses."""
    counted, reached = timedelta(), start
    for pause in sorted(pauses, key=lambda pause: pause.start):
        if pause.start > reached:
            counted += min(pause.start, until) - min(reached, until)
        reached = max(reached, pause.end or until)
    return counted + max(until - reached, timedelta())


def _days_used(first: date, until: date, unit: Unit, calendar: WorkCalendar, pauses: Sequence[Pause]) -> int:
    """How many days of a limit have counted by the end of ``until``."""
    span = (first + timedelta(days=n) for n in range(1, (until - first).days + 1))
    counting = (day for day in span if not any(pause.covers(day) for pause in pauses))
    return sum(unit is not Unit.WORKING_DAY or calendar.is_working_day(day) for day in counting)


def hours_left(end: datetime, now: datetime, unit: Unit) -> int:
    """Hours or minutes to the end, rounded up; negative, rounded away from zero, after it."""
    exact = (end - now) / _LONG[unit]
    return math.ceil(exact) if exact >= 0 else math.floor(exact)


def _counted(first: date, amount: int, pauses: Sequence[Pause], calendar: WorkCalendar | None) -> date | None:
    """The day on which so many days have counted; without calendar every day is one."""
    if not pauses:
        return calendar.add(first, amount) if calendar else first + timedelta(days=amount)
    running = min((centre_day(pause.start) for pause in pauses if pause.end is None), default=None)
    day = first
    while amount > 0:
        day += timedelta(days=1)
        if running is not None and day > running:
            return None
        if any(pause.covers(day) for pause in pauses):
            continue
        amount -= calendar is None or calendar.is_working_day(day)
    return day


def _end_of_hours(start: datetime, length: timedelta, pauses: Sequence[Pause]) -> End | None:
    """Hours run through; each pause that begins before the end moves the end by its length, overlaps counted once."""
    end, reached = start + length, start
    for pause in sorted(pauses, key=lambda pause: pause.start):
        begin = max(pause.start, reached)
        if begin >= end:
            break
        if pause.end is None:
            return None
        if pause.end > begin:
            end += pause.end - begin
            reached = pause.end
    return End(centre_day(end), end)
