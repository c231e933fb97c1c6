"""Whether the machine's clock can be believed: limits that passed by a jump of it cannot be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

BACK = timedelta(minutes=10)
"""So far it may go back: a correction by the time service."""
AWAY = timedelta(days=45)
"""So long a service may have stood still: longer than any holiday."""
ASIDE = timedelta(hours=1)
"""So far it may go apart from the time that has really passed while the service ran."""


@dataclass(frozen=True)
class ClockJump:
    """From one moment to another, further than can be."""

    before: datetime
    now: datetime

    @property
    def say(self) -> str:
        """What happened, in Chinese."""
        return f"系统时间从{self.before:%Y年%m月%d日%H:%M}变成了{self.now:%Y年%m月%d日%H:%M}"


def clock_jump(before: datetime | None, now: datetime, passed: timedelta | None) -> ClockJump | None:
    """The jump, where there was an implausible one since the clock was looked at last.

    Args:
        before: What it showed then; None where it was never looked at.
        passed: How much time has really passed since; None where the service has not run all the while.
    """
    if before is None:
        return None
    moved = now - before
    implausible = abs(moved - passed) > ASIDE if passed is not None else not -BACK <= moved <= AWAY
    return ClockJump(before, now) if implausible or moved < -BACK else None
