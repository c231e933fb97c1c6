"""What was entered at the desk over what is shipped (``knowledge.centre``), for commands that run beside the service."""

from __future__ import annotations

import asyncio

from api.platform.database import Database
from api.platform.settings import Settings
from api.published import centre_holder
from knowledge.centre.effect import CentreInForce


def in_force(settings: Settings) -> CentreInForce:
    """What the store has and nobody has undone. Blocks."""
    return asyncio.run(_read(settings))


async def _read(settings: Settings) -> CentreInForce:
    database = Database(settings.url)
    try:
        return await database.read(centre_holder.in_force)
    finally:
        await database.close()
