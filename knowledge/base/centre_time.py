"""The day at the centre: the law counts in days, whatever zone a moment is stored in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

CENTRE_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China keeps one time and no summer time, so that no time zone database is needed."""


def centre_day(at: datetime) -> date:
    """The day at the centre of an aware moment.

    Raises:
        ValueError: The moment has no zone, so that its day is not known.
    """
    if at.tzinfo is None:
        raise ValueError("a moment needs its zone")
    return at.astimezone(CENTRE_ZONE).date()


def moment_of(day: date) -> datetime:
    """The first moment of a day at the centre."""
    return datetime.combine(day, time(), CENTRE_ZONE)
