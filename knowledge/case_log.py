"""The case log (办件日志): what was done to a case, by whom and when; everything else about a case follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from knowledge.roles import ROLE_NAMES, Role

__all__ = ["CENTRE_ZONE", "ROLE_NAMES", "LogEntry", "Role", "centre_day", "moment_of"]

CENTRE_ZONE = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The law counts in days, and a day is the centre's day, whatever zone a moment is stored in."""


@dataclass(frozen=True)
class LogEntry:
    """One act on a case.

    Attributes:
        at: Aware, in any zone.
        actor: Account of the person, or the role's name where there is no account.
        before: State before the act; None for the act that makes the case.
        data: What the act records, as its payload in :mod:`knowledge.acts` writes it to JSON. No personal data.
    """

    at: datetime
    act: str
    role: Role
    actor: str
    before: str | None
    after: str
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def day(self) -> date:
        """The centre's day on which it was done."""
        return centre_day(self.at)


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
