"""The open streams of the desks in this process: each gets the changes of what is theirs, and none may pile up."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from api.platform.errors import TooManyStreams

MOST = 500
"""Each is an open connection of this process; a centre has two hundred desks."""

MOST_AN_ACCOUNT = 8
"""Some tabs and a second screen."""

MOST_WAITING = 200
"""Events that one stream may be behind; then the page is told to load anew."""

RELOAD = b"event: reload\ndata: {}\n\n"
CLOSING = "closing"


@dataclass(eq=False)
class DeskWatcher:
    """One open stream.

    Attributes:
        who: The account with its roles, windows and department.
        counts: What was last sent of the groups.
    """

    account: str
    who: Any
    counts: bytes = b""
    ended: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: deque[bytes] = field(default_factory=deque)

    def tell(self, event: bytes) -> None:
        """Have an event sent."""
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.clear()
            self._waiting.append(RELOAD)
        self._waiting.append(event)
        self.news.set()

    def taken(self) -> bytes:
        """Everything that waits, to be sent at once."""
        self.news.clear()
        events = b"".join(self._waiting)
        self._waiting.clear()
        return events

    def end(self, reason: str) -> None:
        """Have the stream closed."""
        self.ended = reason
        self.news.set()


class DeskWatchers:
    """The open streams."""

    def __init__(self) -> None:
        self._open: set[DeskWatcher] = set()
        self._closing = False

    def __len__(self) -> int:
        return len(self._open)

    def __iter__(self) -> Iterator[DeskWatcher]:
        return iter(tuple(self._open))

    @contextmanager
    def joined(self, account: str, who: Any) -> Iterator[DeskWatcher]:
        """Follow one's queue until the block ends.

        Raises:
            TooManyStreams: The account or this process has too many open.
        """
        accounts = Counter(one.account for one in self._open)
        if self._closing or accounts[account] >= MOST_AN_ACCOUNT or len(self._open) >= MOST:
            raise TooManyStreams("打开的工作台页面太多，请关掉几个。", headers={"Retry-After": "30"})
        watcher = DeskWatcher(account, who)
        self._open.add(watcher)
        try:
            yield watcher
        finally:
            self._open.discard(watcher)

    def close(self) -> None:
        """Have every stream closed, and let nobody in any more."""
        self._closing = True
        for watcher in self._open:
            watcher.end(CLOSING)
