"""Counts how often something was asked within a span of time: in this process's memory, or in Redis for several processes.

The counting is that of the library ``limits``. Its own memory looks through all its counts with every request; the one here looks
through them once a minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from limits import RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import FixedWindowRateLimiter
from limits.errors import ConfigurationError
from limits.storage import storage_from_string

from api.platform.errors import StartupProblem

IN_MEMORY = "memory://"
_SWEEP_S = 60.0


@dataclass(frozen=True)
class Rate:
    """So many in so many seconds."""

    count: int
    seconds: int = 60

    @cached_property
    def item(self) -> RateLimitItemPerSecond:
        """The rate as the library has it."""
        return RateLimitItemPerSecond(self.count, self.seconds, namespace="intake")


@dataclass(frozen=True)
class Rates:
    """How often a route may be asked.

    Attributes:
        address: By everybody behind one address; a network of 64 bits where it is IPv6.
        person: By one person, where it can be told who asks.
        overall: By everybody together.
    """

    address: Rate
    person: Rate
    overall: Rate


UNNAMED = Rates(Rate(60), Rate(10), Rate(600))
"""A route for which nothing is declared."""
CHANNEL_PROGRAM = Rate(120_000)
"""One program of a channel, through which everybody talks."""


class Counts(MemoryStorage):
    """Counts in memory, without a task for each of them.

    Args:
        clock: Seconds that only go forward.
    """

    STORAGE_SCHEME: ClassVar = ["async+counts"]  # type: ignore[misc]

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(IN_MEMORY)
        self._clock = clock
        self._kept: dict[str, tuple[int, float]] = {}
        self._swept_at = clock()

    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        now = self._clock()
        if now - self._swept_at > _SWEEP_S:
            self._sweep(now)
        count, until = self._kept.get(key, (0, 0.0))
        if until <= now:
            count, until = 0, now + expiry
        self._kept[key] = (count + amount, until)
        return count + amount

    async def get(self, key: str) -> int:
        count, until = self._kept.get(key, (0, 0.0))
        return count if until > self._clock() else 0

    async def get_expiry(self, key: str) -> float:
        """When the span of a key ends, as the wall clock has it."""
        _, until = self._kept.get(key, (0, self._clock()))
        return time.time() + until - self._clock()

    def _sweep(self, now: float) -> None:
        self._kept = {key: kept for key, kept in self._kept.items() if kept[1] > now}
        self._swept_at = now


class RateLimiter:
    """Admits what is not asked too often.

    Args:
        url: ``memory://``, or ``redis://host:6379/0`` where several processes count together.
        counts: Where to count, in place of what the address names.

    Raises:
        StartupProblem: The address names nothing that can count.
    """

    def __init__(self, url: str = IN_MEMORY, counts: MemoryStorage | None = None) -> None:
        self._strategy = FixedWindowRateLimiter(counts or _storage(url))

    async def take(self, rate: Rate, *key: str) -> int:
        """Count one.

        Returns:
            0 where it may come; else the seconds, at least 1, until the next one may.
        """
        if await self._strategy.hit(rate.item, *key):
            return 0
        return await self._wait(rate, *key)

    async def wait(self, rate: Rate, *key: str) -> int:
        """As :meth:`take`, without counting."""
        if await self._strategy.test(rate.item, *key):
            return 0
        return await self._wait(rate, *key)

    async def _wait(self, rate: Rate, *key: str) -> int:
        stats = await self._strategy.get_window_stats(rate.item, *key)
        return min(max(1, round(stats.reset_time - time.time())), rate.seconds)


def _storage(url: str) -> MemoryStorage:
    if url == IN_MEMORY:
        return Counts()
    try:
        return storage_from_string(f"async+{url}", implementation="redispy", wrap_exceptions=True)  # type: ignore[return-value]
    except (ConfigurationError, ValueError) as error:
        raise StartupProblem(
            "limits_unusable",
            "INTAKE_LIMITS_URL 不能用：请写 memory:// 或 redis://主机:6379/0，用 Redis 时先安装 redis 这个包（uv pip install redis）。",
        ) from error
