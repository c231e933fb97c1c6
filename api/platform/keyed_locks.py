"""One after the other: whoever asks under the same key waits, in this process, until those before are done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class KeyedLocks:
    """A line for each key; one in which nobody stands is forgotten."""

    def __init__(self) -> None:
        self._lines: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def of(self, key: str) -> AsyncIterator[None]:
        """Wait for one's turn, and have it until the end of the block."""
        line = self._lines.setdefault(key, asyncio.Lock())
        async with line:
            yield

    def __len__(self) -> int:
        return len(self._lines)
