"""What the centre's staff have entered, in memory: over the published catalogue and the shipped calendar, in every process."""

from __future__ import annotations

import asyncio
import logging
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.platform.database import Database
from api.published.models import CentreEntryRow
from knowledge.calendar.working_days import WorkCalendar
from knowledge.catalogue.affair import Catalogue
from knowledge.centre.effect import CentreInForce
from knowledge.centre.entry import ENTRY

log = logging.getLogger("intake.centre")

Version = tuple[int, int]
"""How many entries there are, and how many of them were undone: rows are never changed otherwise."""


class CentreHolder:
    """Holds what is in force. Reading it costs nothing; :meth:`refresh` looks whether something was entered or undone."""

    def __init__(self, database: Database, shipped: WorkCalendar) -> None:
        self._database = database
        self.shipped = shipped
        self.calendar = shipped
        self.in_force = CentreInForce()
        self._version: Version = (0, 0)
        self._made: tuple[Catalogue, date, Catalogue] | None = None

    def catalogue(self, published: Catalogue, today: date) -> Catalogue:
        """The published catalogue as it is today; the same object as long as nothing changes."""
        made = self._made
        if made is None or made[0] is not published or made[1] != today:
            made = self._made = (published, today, self.in_force.catalogue(published, today))
        return made[2]

    async def refresh(self) -> bool:
        """Take over what the store says if it is not what is in memory.

        Returns:
            Whether it was exchanged.
        """
        version, in_force = await self._database.read(lambda session: _found(session, self._version))
        if in_force is None:
            return False
        self.calendar = in_force.calendar(self.shipped)
        self.in_force, self._version, self._made = in_force, version, None
        return True

    async def watch(self, every_s: float, stopping: asyncio.Event) -> None:
        """Refresh until it is time to stop; a fault is logged and what is in force stays."""
        while not stopping.is_set():
            try:
                await self.refresh()
            except Exception as error:
                log.error("centre not refreshed: %s", type(error).__name__)
            try:
                await asyncio.wait_for(stopping.wait(), every_s)
            except TimeoutError:
                continue


async def in_force(session: AsyncSession) -> CentreInForce:
    """What the store has and nobody has undone."""
    query = select(CentreEntryRow).where(CentreEntryRow.undone_at.is_(None)).order_by(CentreEntryRow.at)
    rows = await session.scalars(query.order_by(CentreEntryRow.id))
    return CentreInForce({row.id: ENTRY.validate_python(row.data) for row in rows})


async def _found(session: AsyncSession, known: Version) -> tuple[Version, CentreInForce | None]:
    counted = select(func.count(), func.count(CentreEntryRow.undone_at)).select_from(CentreEntryRow)
    entered, undone = (await session.execute(counted)).one()
    version = (entered, undone)
    return version, None if version == known else await in_force(session)
