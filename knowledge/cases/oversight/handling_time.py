"""How long a case took from acceptance to decision, held against the centre's promise and the law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.base.centre_time import moment_of
from knowledge.calendar.limit_end import left_at
from knowledge.calendar.unit import Unit
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.limits.clocks import Clock, ClockState, clocks_and_gaps
from knowledge.cases.record.facts import CaseFacts


@dataclass(frozen=True)
class HandlingTime:
    """The time of one case.

    Attributes:
        days: Working days, the day of acceptance not counted (行政许可法 art. 82), without special procedures and what a higher authority
            took (art. 45).
        promised, legal: Working days that were allowed; None where there is no such limit, or it is in another unit.
        in_promise, in_law: Whether it was kept; None where there is no such limit.
    """

    accepted_on: date
    decided_on: date
    days: int
    promised: int | None
    legal: int | None
    in_promise: bool | None
    in_law: bool | None


def handling_time(facts: CaseFacts, calendar: WorkCalendar) -> HandlingTime | None:
    """The time of a decided case; None where it was never accepted and decided.

    Raises:
        CalendarGap: It runs through a year that is not entered.
    """
    accepted, decided = facts.accepted_on, facts.decided_on
    if accepted is None or decided is None:
        return None
    until = facts.decided_at or moment_of(decided)
    used = -left_at(moment_of(accepted), 0, Unit.WORKING_DAY, calendar, facts.pauses, until)
    running, _ = clocks_and_gaps(facts, calendar, until)
    promised, legal = _of(running, "promised"), _of(running, "legal")
    return HandlingTime(
        accepted,
        decided,
        used,
        _allowed(promised, calendar, facts),
        _allowed(legal, calendar, facts),
        _kept(promised),
        _kept(legal),
    )


def _of(running: tuple[Clock, ...], code: str) -> Clock | None:
    return next((clock for clock in running if clock.code == code), None)


def _kept(clock: Clock | None) -> bool | None:
    return None if clock is None else clock.state is not ClockState.MISSED


def _allowed(clock: Clock | None, calendar: WorkCalendar, facts: CaseFacts) -> int | None:
    """Working days from acceptance to the end of the limit, pauses left out as they are in ``days``."""
    if clock is None or clock.due is None or clock.unit is not Unit.WORKING_DAY:
        return None
    return -left_at(
        moment_of(clock.counted_from), 0, Unit.WORKING_DAY, calendar, facts.pauses, moment_of(clock.due)
    )
