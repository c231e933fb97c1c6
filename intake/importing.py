"""An import on its way into the store, in one transaction."""

from __future__ import annotations

from api.catalogue.importing import store_imported
from api.clock import centre_time
from api.settings import Settings
from intake.datafolder import DataFolder
from intake.prepare import catalogue_in_force, stored
from knowledge.imports.report import Imported


async def store(imported: Imported, folder: DataFolder, settings: Settings) -> str:
    """Put the items in the place of those imported earlier from the same source.

    Returns:
        The version of the catalogue that is in force now.

    Raises:
        CatalogueFaults: An id belongs to another source; nothing was stored.
    """
    async with stored(settings) as database:
        await database.transact(
            lambda session: store_imported(
                session,
                imported.items.values(),
                imported.materials,
                source=imported.report.source,
                now=centre_time(),
                departments=imported.departments,
            )
        )
        return (await catalogue_in_force(database, folder)).version
