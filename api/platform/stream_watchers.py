"""Who follows which case in this process, and how much of that is too much."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from api.platform.errors import TooManyStreams

Marker = tuple[int, ...]
"""Another one than before: something on the page of the case has changed."""

MOST_A_CASE = 6
"""Somebody with a phone, a computer and some forgotten tabs."""

MOST_A_CLIENT = 20
"""A family or an office behind one address."""

MOST = 500
"""Each is an open connection of this process."""

ENDED = "closing"


@dataclass(eq=False)
class Watcher:
    """One open stream.

    Attributes:
        marker: Of what was sent last (``api.live.change_marker``).
        latest: What is to be sent next; of several changes in a row only the last matters.
    """

    number: str
    client: str
    marker: Marker = ()
    latest: bytes | None = None
    ended: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, marker: Marker, event: bytes) -> None:
        """Have an event sent."""
        self.marker, self.latest = marker, event
        self.news.set()

    def end(self, reason: str) -> None:
        """Have the stream closed."""
        self.ended = reason
        self.news.set()


class Watchers:
    """The open streams."""

    def __init__(self) -> None:
        self._open: set[Watcher] = set()
        self._closing = False

    @property
    def numbers(self) -> set[str]:
        """The cases that are followed."""
        return {watcher.number for watcher in self._open}

    def __len__(self) -> int:
        return len(self._open)

    def behind(self, number: str, marker: Marker) -> list[Watcher]:
        """Those who have not seen a case as it is now."""
        return [watcher for watcher in self._open if watcher.number == number and watcher.marker != marker]

    @contextmanager
    def joined(self, number: str, client: str) -> Iterator[Watcher]:
        """Follow a case until the block ends.

        Raises:
            TooManyStreams: The case, the client or this process has too many open.
        """
        cases, clients = (Counter(getattr(one, name) for one in self._open) for name in ("number", "client"))
        full = cases[number] >= MOST_A_CASE or clients[client] >= MOST_A_CLIENT or len(self._open) >= MOST
        if full or self._closing:
            raise TooManyStreams(headers={"Retry-After": "30"})
        watcher = Watcher(number, client)
        self._open.add(watcher)
        try:
            yield watcher
        finally:
            self._open.discard(watcher)

    def close(self) -> None:
        """Have every stream closed, and let nobody in any more."""
        self._closing = True
        for watcher in self._open:
            watcher.end(ENDED)
