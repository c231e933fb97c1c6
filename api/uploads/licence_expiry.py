"""Until when the licence is valid that is handed in to be renewed, as the pre-check read it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.services import Services
from api.uploads import repository
from api.uploads.views import reading_of
from knowledge.cases.record.terms import is_renewal
from knowledge.catalogue.item import BusinessItem


async def expiry_handed_in(session: AsyncSession, row: IntakeRow, services: Services) -> date | None:
    """The expiry on the licence that an intake renews, where it was handed in."""
    affair = services.catalogue.affair(row.affair) if row.affair else None
    renewed = [part.item for part in affair.parts if is_renewal(part.item)] if affair else []
    return await expiry_read(session, row.id, renewed[0], services) if len(renewed) == 1 else None


async def expiry_read(
    session: AsyncSession, intake_id: str, item: BusinessItem, services: Services
) -> date | None:
    """The expiry on the paper that this item issues, where it was handed in and is printed there; the latest of several."""
    if item.result is None:
        return None
    issued = {
        need.material
        for need in item.materials
        if item.result.name in services.catalogue.materials[need.material].name
    }
    shown = [one for one in await repository.files_of(session, intake_id) if one.file.material in issued]
    read = [paper for one in shown if (paper := reading_of(one, services)) and paper.validity]
    return max(
        (paper.validity.until for paper in read if paper.validity and paper.validity.until), default=None
    )
