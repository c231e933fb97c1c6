"""How fast somebody may send: so many at once, and so many a minute from then on.

Counted in this process's memory: what is kept off is a flood, and a flood that finds a restarted service begins anew at no great cost.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

MOST_KEPT = 20_000
"""Keys; beyond them those that have long been quiet are dropped."""


class Pace:
    """A token bucket for each key.

    Args:
        at_once: How many may come together.
        a_minute: How many may come in the long run.
        clock: Seconds that only go forward.
    """

    def __init__(self, at_once: int, a_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._at_once = at_once
        self._a_second = a_minute / 60
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}

    def take(self, key: str) -> int:
        """Count one for the key.

        Returns:
            0 where it may come; else the seconds, at least 1, until the next one may, and nothing is counted.
        """
        now = self._clock()
        left = self._left_of(key, now)
        if left < 1:
            return max(1, math.ceil((1 - left) / self._a_second))
        if len(self._left) >= MOST_KEPT:
            self._drop_quiet(now)
        self._left[key] = (left - 1, now)
        return 0

    def _left_of(self, key: str, now: float) -> float:
        left, at = self._left.get(key, (float(self._at_once), now))
        return min(float(self._at_once), left + (now - at) * self._a_second)

    def _drop_quiet(self, now: float) -> None:
        """Forget whoever may send as many at once as somebody new."""
        self._left = {
            key: kept for key, kept in self._left.items() if self._left_of(key, now) < self._at_once
        }
