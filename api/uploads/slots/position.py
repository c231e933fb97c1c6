"""Where a new file comes: last, or in the place of another one."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.services import Services
from api.uploads import repository
from api.uploads.models import FileRow
from api.uploads.removal import discard
from api.uploads.repository import Shown
from api.uploads.slots.material_line import held_in
from api.uploads.slots.permission import has_room, may_change
from api.uploads.slots.replacement import latest


async def place_for(
    session: AsyncSession, row: IntakeRow, material: str, replaces: str, services: Services
) -> tuple[Shown | None, bool]:
    """The file in whose place another one comes, if any, and whether it goes for it.

    Raises:
        TooManyFiles: There is no room for one more.
    """
    there = held_in(material, await repository.files_of(session, row.id))
    named = next((one for one in there if replaces and one.file.id == replaces), None)
    old = latest(named, there) if named else None
    goes = old is not None and bool(await may_change(session, row, [old], services))
    await has_room(session, row, material, services, making=int(goes))
    return old, goes


async def take_place(
    session: AsyncSession, row: IntakeRow, file: FileRow, old: FileRow, goes: bool
) -> list[str]:
    """Put a new file where the old one is, or mark it as what stands for it; the papers that nothing shows any more."""
    if not goes:
        file.replaces = old.id
        return []
    file.position, file.replaces = old.position, old.replaces
    return await discard(session, row, old)
