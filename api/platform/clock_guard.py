"""Looks at the machine's clock before the sweep does: after an implausible jump nothing passes by itself until somebody confirms the time.

What the clock showed last stands in ``clock.json`` in the data folder, so that a jump while the service stood still is seen too, and
``intake clock confirm`` reaches a service that runs.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from knowledge.base.clock_jump import ClockJump, clock_jump

FILE = "clock.json"


def _running() -> float:
    """Seconds that only go forward, also while the machine sleeps where the system counts that."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class ClockGuard:
    """The clock of one data folder.

    Attributes:
        jump: The jump that nobody has confirmed yet.
    """

    def __init__(self, folder: Path, running: Callable[[], float] = _running) -> None:
        self._file = folder / FILE
        self._running = running
        self._looked_at: float | None = None
        self.jump: ClockJump | None = None

    def look(self, now: datetime) -> ClockJump | None:
        """The jump that keeps limits from passing; None where the clock can be believed, which is remembered."""
        seen, held = self._read()
        running = self._running()
        passed = None if self._looked_at is None else timedelta(seconds=running - self._looked_at)
        self._looked_at = running
        self.jump = held or clock_jump(seen, now, passed)
        self._write(seen if self.jump and seen else now, self.jump)
        return self.jump

    @property
    def unconfirmed(self) -> ClockJump | None:
        """The jump that is written down, without looking at the clock."""
        return self._read()[1]

    def confirm(self, now: datetime) -> None:
        """The clock is right as it is now."""
        self.jump = None
        self._write(now, None)

    def _read(self) -> tuple[datetime | None, ClockJump | None]:
        try:
            kept = json.loads(self._file.read_text(encoding="ascii"))
            jump = kept.get("jump")
            held = ClockJump(*map(datetime.fromisoformat, jump)) if jump else None
            return datetime.fromisoformat(kept["seen"]), held
        except (FileNotFoundError, ValueError, KeyError):  # never looked, or cut off by a crash
            return None, None

    def _write(self, seen: datetime, jump: ClockJump | None) -> None:
        part = self._file.with_name(f"{FILE}.{os.getpid()}.part")
        kept = {
            "seen": seen.isoformat(),
            "jump": [jump.before.isoformat(), jump.now.isoformat()] if jump else None,
        }
        part.write_text(json.dumps(kept), encoding="ascii")
        part.replace(self._file)
