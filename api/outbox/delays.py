"""How long to wait after a failure: twice as long each time, with jitter, so that not everybody comes back at once."""

from __future__ import annotations

from datetime import timedelta

SHORTEST_S = 1.0
LONGEST_S = 3600.0


def delay(tries: int, chance: float, asked_s: float = 0.0) -> timedelta:
    """The time to the next try.

    Args:
        tries: Tries so far, at least 1.
        chance: From 0 to 1, the jitter: a quarter less to a quarter more.
        asked_s: What the receiver asked for (Retry-After), heeded up to the longest time.
    """
    doubled = SHORTEST_S * 2 ** min(tries - 1, 20)
    seconds = max(doubled * (0.75 + 0.5 * chance), asked_s, SHORTEST_S)
    return timedelta(seconds=min(seconds, LONGEST_S))
