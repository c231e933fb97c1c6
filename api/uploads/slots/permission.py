"""Whether files may come or change: of a draft all, of a submitted application what its cases ask for, as long as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import flag_modified

from api.intakes.models import IntakeRow
from api.intakes.phone_check import must_be_checked
from api.intakes.reading import found
from api.platform.errors import IntakeNotOpen, TooManyFiles
from api.services import Services
from api.uploads import repository
from api.uploads.repository import Shown
from api.uploads.slot_display import context_of
from api.uploads.slots.material_line import held_in, line_on
from api.uploads.slots.requested_papers import asked_for

MOST_OF_AN_INTAKE = 300
"""Files of all materials together; the longest list has 19 materials."""


async def taking(session: AsyncSession, intake_id: str, material: str, services: Services) -> IntakeRow:
    """The intake, if it takes files for that material.

    Raises:
        IntakeNotOpen: It does not.
        MaterialNotFound: Not on this applicant's list.
        PhoneNotChecked: The phone of the draft is to be checked first.
    """
    row = await found(session, intake_id)
    if row.state == "submitted" and material in await asked_for(session, intake_id, to_act=True):
        return row
    if row.state != "open":
        raise IntakeNotOpen
    line_on(row, material, services)
    must_be_checked(row, services)
    return row


async def may_change(
    session: AsyncSession, row: IntakeRow, shown: Sequence[Shown], services: Services
) -> set[str]:
    """The files among these that may be moved, replaced and removed; what was submitted stays as it is."""
    context = await context_of(session, row, [], services)
    return {one.file.id for one in shown if context.may_change(one.file)}


async def has_room(
    session: AsyncSession, row: IntakeRow, material: str, services: Services, *, making: int = 0
) -> None:
    """Let one more file in.

    Args:
        making: How many go for it.

    Raises:
        TooManyFiles: The slot or the intake is full.
    """
    shown = await repository.files_of(session, row.id)
    most = services.settings.upload_max_files
    if len(held_in(material, shown)) - making >= most:
        raise TooManyFiles(f"这份材料已经有{most}个文件，请先删掉不用的再传。")
    if len(shown) - making >= MOST_OF_AN_INTAKE:
        raise TooManyFiles(f"这次办理已经传了{MOST_OF_AN_INTAKE}个文件，请先删掉不用的再传。")


def touch(row: IntakeRow, services: Services) -> None:
    """The applicant goes on; written also within one tick of the clock, so that two changes at once meet."""
    row.updated_at = services.now()
    flag_modified(row, "updated_at")
