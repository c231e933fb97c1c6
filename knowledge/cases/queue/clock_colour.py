"""The clocks of a queue's row: name, date, colour and words; the nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.cases.limits.clocks import Clock, ClockState, nearer, remaining_text
from knowledge.cases.oversight.supervision import SOON
from knowledge.cases.queue.dates import correction_date, is_silence
from knowledge.cases.record.facts import CaseFacts


class Colour(StrEnum):
    """How near a date is; never shown without words."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    PAUSED = "paused"


@dataclass(frozen=True)
class QueueClock:
    """One clock of a row.

    Attributes:
        code: ``answer``, ``decision`` (the nearer of promise and law), ``correction``, ``delivery`` or another clock's own.
        due: None while it is stopped.
        left: ``还剩3个工作日``.
        silence: Once it has passed, the case is deemed accepted or granted.
    """

    code: str
    what: str
    due: date | None
    colour: Colour
    left: str
    silence: bool


def queue_clocks(
    facts: CaseFacts, running: tuple[Clock, ...], calendar: WorkCalendar, today: date
) -> tuple[QueueClock, ...]:
    """The clocks that somebody still waits for, the nearest first, stopped ones last."""
    found = (*_of_limits(facts, running), *_of_correction(facts, calendar, today))
    return tuple(sorted(found, key=lambda one: (one.due or date.max, not one.silence)))


def _of_limits(facts: CaseFacts, running: tuple[Clock, ...]) -> Iterator[QueueClock]:
    decision = nearer(running)
    for clock in running:
        if not clock.open or (clock.code in ("promised", "legal") and clock is not decision):
            continue
        code = "decision" if clock is decision else clock.code
        silence = is_silence(facts, clock)
        yield QueueClock(code, clock.what, clock.due, _colour(clock), remaining_text(clock), silence)


def _colour(clock: Clock) -> Colour:
    if clock.state is ClockState.PAUSED or clock.left is None:
        return Colour.PAUSED
    return Colour.RED if clock.state is ClockState.MISSED else _by_days(clock.left)


def _by_days(left: int) -> Colour:
    if left <= 0:
        return Colour.RED
    return Colour.AMBER if left <= SOON else Colour.GREEN


def _of_correction(facts: CaseFacts, calendar: WorkCalendar, today: date) -> Iterator[QueueClock]:
    day = correction_date(facts)
    if day is None:
        return
    left, unit = _days_to(day, calendar, today)
    says = f"还剩{left}{unit}" if left > 0 else f"已超过{-left}{unit}" if left < 0 else "今天到期"
    if day < today and left == 0:
        says = "已经到期"
    yield QueueClock(
        "correction", "申请人补正", day, Colour.RED if day <= today else _by_days(left), says, False
    )


def _days_to(day: date, calendar: WorkCalendar, today: date) -> tuple[int, str]:
    """Working days; natural ones where the year is not entered."""
    try:
        return calendar.between(today, day), "个工作日"
    except CalendarGap:
        return (day - today).days, "天"
