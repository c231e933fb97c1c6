"""The check of all case logs, with progress where it takes long."""

from __future__ import annotations

import asyncio
import sys

from api.cases.chain_check import Verified, verify_logs
from api.platform.database import Database
from api.platform.settings import Settings

TOLD_EVERY = 50_000
"""Cases; about half a minute."""


def verified(settings: Settings) -> Verified:
    """Read and check every log. Blocks; says on stderr how far it is."""
    return asyncio.run(_verified(settings))


async def _verified(settings: Settings) -> Verified:
    database = Database(settings.url)
    try:
        return await verify_logs(database, _tell)
    finally:
        await database.close()


def _tell(result: Verified) -> None:
    if result.cases % TOLD_EVERY == 0:
        print(f"已核对{result.cases}个办件、{result.entries}条日志", file=sys.stderr)
