"""Who has which case open in this process: a page says so again and again, and whoever is silent is gone after a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

EXPIRES = timedelta(seconds=45)
"""Three beats of a page that says it every 15 s."""

MOST = 5_000
"""Pairs of a case and somebody who looks; a centre has some hundred desks."""


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Somebody who looks; ``name`` is shown to colleagues."""

    account: str
    name: str


class Presence:
    """Cases and those who look at them."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], tuple[Onlooker, datetime]] = {}
        self._changed: set[str] = set()

    def beat(self, number: str, who: Onlooker, now: datetime) -> None:
        """Somebody looks at a case, or still does."""
        key = (number, who.account)
        if key not in self._seen:
            self._make_room(now)
            self._changed.add(number)
        self._seen[key] = (who, now)

    def leave(self, number: str, account: str) -> None:
        """Somebody has closed a case."""
        if self._seen.pop((number, account), None):
            self._changed.add(number)

    def looking(self, numbers: Iterable[str], now: datetime) -> Mapping[str, list[Onlooker]]:
        """Who looks at each of these cases; those at which nobody does are left out."""
        wanted = set(numbers)
        found: dict[str, list[Onlooker]] = {}
        for (number, _), (who, at) in self._seen.items():
            if number in wanted and now - at < EXPIRES:
                found.setdefault(number, []).append(who)
        return found

    def changes(self, now: datetime) -> set[str]:
        """The cases at which other people look than when this was last asked."""
        self._expire(now)
        changed, self._changed = self._changed, set()
        return changed

    def _expire(self, now: datetime) -> None:
        for key in [key for key, (_, at) in self._seen.items() if now - at >= EXPIRES]:
            del self._seen[key]
            self._changed.add(key[0])

    def _make_room(self, now: datetime) -> None:
        if len(self._seen) >= MOST:
            self._expire(now)
        if len(self._seen) >= MOST:
            oldest = min(self._seen, key=lambda key: self._seen[key][1])
            self._changed.add(oldest[0])
            del self._seen[oldest]
