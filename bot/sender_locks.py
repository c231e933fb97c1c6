"""One message at a time for each sender; any number of senders at once."""

from __future__ import annotations

import asyncio
from weakref import WeakValueDictionary


class SenderLocks:
    """Locks of this process, handed out in the order of asking.

    A lock lives as long as somebody holds it or waits for it, so the number of senders that ever wrote does
    not matter.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def __call__(self, sender_id: str) -> asyncio.Lock:
        """Return the sender's lock, to be used with `async with`."""
        lock = self._locks.get(sender_id)
        if lock is None:
            lock = self._locks[sender_id] = asyncio.Lock()
        return lock

    def __len__(self) -> int:
        return len(self._locks)
