"""Waiting for what goes on beside a test: until it is so, however busy the machine is."""

from __future__ import annotations

from collections.abc import Callable

import anyio

PATIENCE_S = 120
"""Nothing takes so long but what never happens."""


async def until(holds: Callable[[], object]) -> None:
    """Wait until it holds.

    Raises:
        TimeoutError: It never did.
    """
    with anyio.fail_after(PATIENCE_S):
        while not holds():
            await anyio.sleep(0.01)
