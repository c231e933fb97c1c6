"""An import on its way into the store: tried out first, the matcher trained on the outcome, then stored in one transaction.

A running service takes a new catalogue over as soon as it is stored. Its matcher, which takes minutes to train for thousands of
items, then lies ready, and the service does not train while applicants wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.clock import centre_time
from api.platform.settings import Settings
from api.published.catalogue_holder import trained
from api.published.item_import import store_imported
from api.published.matcher_files import Models
from intake.prepare import is_trained, read_catalogue, stored
from knowledge.catalogue.affair import Catalogue
from knowledge.imports.report import Imported

Done = TypeVar("Done")


async def store(imported: Imported, settings: Settings) -> str:
    """Put the items in the place of those imported earlier from the same source.

    Returns:
        The version of the catalogue that is in force now.

    Raises:
        CatalogueFaults: An id belongs to another source; nothing was stored.
    """

    async def put(session: AsyncSession) -> None:
        await _put(session, imported)

    _, version = await carried_out(put, settings)
    return version


async def carried_out(put: Callable[[AsyncSession], Awaitable[Done]], settings: Settings) -> tuple[Done, str]:
    """Change the store by ``put``: tried out first, the matcher trained on the outcome, then in one transaction.

    Returns:
        What ``put`` returned, and the version of the catalogue that is in force now.
    """

    async def try_out(session: AsyncSession) -> Catalogue:
        await put(session)
        return await read_catalogue(session)

    async with stored(settings) as database:
        planned = await database.read(try_out)  # what a reading session has written is dropped with it
        models = Models.of(settings)
        if not is_trained(planned, models):
            await asyncio.to_thread(trained, planned, models)
        done = await database.transact(put)
        return done, (await database.read(read_catalogue)).version


async def _put(session: AsyncSession, imported: Imported) -> None:
    await store_imported(
        session,
        imported.items.values(),
        imported.materials,
        source=imported.report.source,
        now=centre_time(),
        departments=imported.departments,
    )
    await session.flush()
