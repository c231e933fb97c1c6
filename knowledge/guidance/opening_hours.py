"""When a window is open: its hours, days off, make-up days, and the dates of temporary windows (临时窗口)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from knowledge.base.centre_time import CENTRE_ZONE
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.window import ClosedTime, Hours, Site, Window

LOOK_AHEAD = 60
"""Days; the longest holidays are nine, and temporary windows open at least monthly."""


def open_spans(window: Window, site: Site, day: date, calendar: WorkCalendar) -> tuple[Hours, ...]:
    """The hours of a window on a day, without those in which it is closed out of turn; empty where it is closed.

    On announced days off everything is closed, also a Saturday opening. On a make-up day at a weekend the hours of the working week
    hold. A temporary window with dates opens on these alone.

    Raises:
        CalendarGap: The year is not entered.
    """
    return _without_closed(window, day, _regular_spans(window, site, day, calendar))


def _regular_spans(window: Window, site: Site, day: date, calendar: WorkCalendar) -> tuple[Hours, ...]:
    hours = window.hours or site.hours
    if window.open_dates:
        if day not in window.open_dates:
            return ()
        return tuple(span for span in hours if day.isoweekday() in span.days) or _weekday_hours(hours)
    if calendar.is_announced_off(day):
        return ()
    spans = tuple(span for span in hours if day.isoweekday() in span.days)
    if not spans and day.weekday() >= 5 and calendar.is_working_day(day):
        return _whole_week(hours)
    return spans


def is_open(window: Window, site: Site, at: datetime, calendar: WorkCalendar) -> bool:
    """Whether somebody sits at the window at that moment."""
    local = at.astimezone(CENTRE_ZONE)
    return any(
        span.opens <= local.time() < span.closes for span in open_spans(window, site, local.date(), calendar)
    )


def next_opening(window: Window, site: Site, at: datetime, calendar: WorkCalendar) -> datetime | None:
    """The moment from which the window can be gone to: now where it is open; None where it does not open again soon.

    Raises:
        CalendarGap: The year in which to look is not entered.
    """
    local = at.astimezone(CENTRE_ZONE)
    for ahead in range(LOOK_AHEAD):
        day = local.date() + timedelta(days=ahead)
        for span in sorted(open_spans(window, site, day, calendar), key=lambda span: span.opens):
            closes = datetime.combine(day, span.closes, CENTRE_ZONE)
            if closes > local:
                return max(local, datetime.combine(day, span.opens, CENTRE_ZONE))
    return None


def _without_closed(window: Window, day: date, spans: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """What is left of a day's hours."""
    for closed in window.closed:
        spans = tuple(left for span in spans for left in _cut_out(span, day, closed))
    return spans


def _cut_out(span: Hours, day: date, closed: ClosedTime) -> Iterator[Hours]:
    opens, closes = (datetime.combine(day, at, CENTRE_ZONE) for at in (span.opens, span.closes))
    if closed.ends <= opens or closed.begins >= closes:
        yield span
        return
    if closed.begins > opens:
        yield span.model_copy(update={"closes": closed.begins.astimezone(CENTRE_ZONE).time()})
    if closed.ends < closes:
        yield span.model_copy(update={"opens": closed.ends.astimezone(CENTRE_ZONE).time()})


def _whole_week(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """Hours for a make-up day: of windows that open all week, not of those for some weekdays only."""
    return tuple(span for span in hours if set(range(1, 6)) <= set(span.days))


def _weekday_hours(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    """The hours of a temporary window on a date that its weekly hours do not name."""
    first = hours[0].days if hours else ()
    return tuple(span for span in hours if span.days == first)
