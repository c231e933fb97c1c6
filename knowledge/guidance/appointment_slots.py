"""Appointments (预约): which slots a window offers, from its hours, the calendar and what is taken. Times are the centre's own.

A slot stands wholly within one span of opening hours, so that none runs over the lunch break or the end of the day.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from knowledge.base.dates import day_text
from knowledge.calendar.working_days import CalendarGap, WorkCalendar
from knowledge.catalogue.window import Appointments, Site, Window
from knowledge.guidance.opening_hours import open_spans

EARLY_MINUTES = 10
"""How long before the slot the applicant is asked to be there."""

Start = tuple[date, time]
"""A slot of a window is known by its day and when it begins."""


@dataclass(frozen=True)
class Slot:
    """One slot of a window; ``free`` is how many more it takes."""

    day: date
    start: time
    end: time
    free: int


@dataclass(frozen=True)
class Offer:
    """What a window offers.

    Attributes:
        first: The first day of the offer; ``last`` the last day that can be booked now.
        days: Days on which it is open, with their slots, also those that are full.
        note: Why the offer ends early; empty where it does not.
    """

    first: date
    last: date
    days: Mapping[date, tuple[Slot, ...]]
    note: str = ""


def offer(
    window: Window,
    site: Site,
    *,
    now: datetime,
    first: date,
    taken: Mapping[Start, int],
    calendar: WorkCalendar,
) -> Offer:
    """The slots that can still be gone to, from ``first`` on.

    Args:
        now: In the centre's zone; what has begun is no longer offered.
        taken: Slot to how many have booked it.
    """
    assert window.appointments is not None
    today, last = now.date(), now.date() + timedelta(days=window.appointments.days_ahead)
    days: dict[date, tuple[Slot, ...]] = {}
    day = max(first, today)
    while day <= last:
        try:
            slots = _on(window, site, day, now, taken, calendar)
        except CalendarGap as gap:
            return Offer(first, last, days, f"{gap.year}年的放假安排还没有公布，到时再开放预约。")
        if slots:
            days[day] = slots
        day += timedelta(days=1)
    return Offer(first, last, days)


def _on(
    window: Window, site: Site, day: date, now: datetime, taken: Mapping[Start, int], calendar: WorkCalendar
) -> tuple[Slot, ...]:
    rules = window.appointments
    assert rules is not None
    spans = sorted(open_spans(window, site, day, calendar), key=lambda span: span.opens)
    return tuple(
        Slot(day, start, end, max(rules.per_slot - taken.get((day, start), 0), 0))
        for span in spans
        for start, end in _cut(span.opens, span.closes, rules)
        if (day, start) > (now.date(), now.time())
    )


def _cut(opens: time, closes: time, rules: Appointments) -> list[tuple[time, time]]:
    """A span of opening hours in slots; what is left at its end is too short for one."""
    on, length = date.min, timedelta(minutes=rules.slot_minutes)
    start, closing = datetime.combine(on, opens), datetime.combine(on, closes)
    slots = []
    while start + length <= closing:
        slots.append((start.time(), (start + length).time()))
        start += length
    return slots


def free_seat(taken: Collection[int], per_slot: int, turn: int) -> int | None:
    """A seat of a slot that nobody has; None where it is full.

    Args:
        turn: Any number; who looks at the same moment with another one is sent to another seat.
    """
    free = [seat for seat in range(per_slot) if seat not in taken]
    return free[turn % len(free)] if free else None


def take_number(position: int, running: int) -> str:
    """取号: a letter for the window and the running number of its day, for example ``A012``.

    Args:
        position: Of the window among those of the centre, from 0; after Z come two letters.
        running: From 1.
    """
    letters = ""
    position += 1
    while position:
        position, letter = divmod(position - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{running:03d}"


def when_text(day: date, start: time, end: time) -> str:
    """``2026年11月24日（星期二）9:00-9:30``."""
    return f"{day_text(day)}{start:%-H:%M}-{end:%-H:%M}"


def reminder(code: str, day: date, start: time, place: str) -> str:
    """What somebody who has booked is told, and told again with the case's status."""
    return (
        f"您预约了{day_text(day)}{start:%-H:%M}，号码{code}，在{place}。"
        f"请提前{EARLY_MINUTES}分钟到，带齐告知单上的材料。来不了请取消，把时间让给别人。"
    )
