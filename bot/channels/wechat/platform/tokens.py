"""The server's token (``stable_token``): fetched once for all processes, and again where it is refused.

The old token and the new one are both valid for five minutes, so that nobody who still has the old one is stopped. It may be fetched by force
at most 20 times a day and 30 seconds apart; a token that another program has fetched meanwhile is found without force.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.channels.wechat.memory.server_tokens import ServerTokens
from bot.channels.wechat.platform.errors import PlatformFault

EARLY_S = 300.0
"""Before its end a token is not used any more."""
FETCHING_S = 15.0
FORCED_EVERY_S = 30.0
_LOOK_EVERY_S = 0.1


@dataclass(frozen=True)
class Fetched:
    """A token, and how many seconds it is valid."""

    value: str
    valid_s: float


Fetch = Callable[[bool], Awaitable[Fetched]]
"""Fetches a token, by force or not."""


class SharedToken:
    """One token of the server for all processes.

    Args:
        kind: Which token, as the store names it.
        fetch: Asks the server for it.
    """

    def __init__(
        self, kind: str, kept: ServerTokens, fetch: Fetch, clock: Callable[[], float] = time.time
    ) -> None:
        self._kind = kind
        self._tokens = kept
        self._fetch = fetch
        self._clock = clock
        self._here = asyncio.Lock()

    async def get(self, refused: str = "") -> str:
        """The token.

        Args:
            refused: The one that the server has just refused; another one is got.

        Raises:
            PlatformFault: The server gives none.
        """
        async with self._here:
            for _ in range(int(FETCHING_S / _LOOK_EVERY_S)):
                kept, _ = await self._kept()
                if kept and kept != refused:
                    return kept
                now = self._clock()
                if await self._tokens.may_fetch(self._kind, now, now + FETCHING_S):
                    return await self._fetched_once(refused)
                await asyncio.sleep(_LOOK_EVERY_S)
        raise PlatformFault(0, "no token")

    async def _fetched_once(self, refused: str) -> str:
        """Fetch, unless another process did between the look and the permission."""
        kept, forced_at = await self._kept()
        if kept and kept != refused:
            await self._tokens.leave(self._kind)
            return kept
        return await self._fetched(refused, forced_at)

    async def _kept(self) -> tuple[str, float]:
        row = await self._tokens.of(self._kind)
        if row is None:
            return "", 0.0
        valid = row.value and row.until > self._clock()
        return (self._tokens.opened(row.value) if valid else ""), row.forced_at

    async def _fetched(self, refused: str, forced_at: float) -> str:
        """What the server has now; by force only where that is the one it refuses."""
        now, forced = self._clock(), None
        kept = Fetched("", 0.0)
        try:
            got = await self._fetch(False)
            if got.value == refused and now - forced_at >= FORCED_EVERY_S:
                forced = now
                got = await self._fetch(True)
            kept = got
        finally:
            until = now + max(kept.valid_s - EARLY_S, kept.valid_s / 2)
            await self._tokens.keep(self._kind, kept.value, until, forced)
        return kept.value
