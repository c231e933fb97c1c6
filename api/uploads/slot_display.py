"""The slots of an intake and what lies in them, as its applicant and its window see them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.intakes.reading import content_of, found
from api.platform.errors import FileNotFound
from api.services import Services
from api.uploads import repository
from api.uploads.models import PaperRow
from api.uploads.repository import Shown
from api.uploads.schemas import MaterialSlot, SlotList
from api.uploads.slots.material_line import held_in, line_of
from api.uploads.slots.requested_papers import asked_for
from api.uploads.slots.reuse import reusable_for
from api.uploads.views import WAITING, Context, limits, slot

POLL_MS = 1_000


async def slots(session: AsyncSession, intake_id: str, services: Services) -> SlotList:
    """All slots of an intake; of a submitted one also those that its cases ask for or that hold files, if not on its list."""
    row = await found(session, intake_id)
    lines = content_of(row, services).materials
    shown = await repository.files_of(session, intake_id)
    context = await context_of(session, row, [one.paper for one in shown], services)
    if row.state == "submitted":
        listed = {line.id for line in lines}
        more = dict.fromkeys([*context.asked, *(one.file.material for one in shown)])
        lines = (*lines, *(line_of(one, services) for one in more if one not in listed))
    taking = [line for line in lines if context.takes(line.id)]
    views = [slot(line, held_in(line.id, shown), context) for line in lines]
    waiting = sum(file.check.state in WAITING for view in views for file in view.files)
    return SlotList(
        intake=row.id,
        open=any(view.open for view in views),
        limits=limits(services.settings, submitted=row.state == "submitted", takes=bool(taking)),
        slots=views,
        reusable=await reusable_for(session, row, taking, shown, services) if taking else [],
        waiting=waiting,
        poll_after_ms=POLL_MS if waiting else None,
    )


async def files_of(session: AsyncSession, intake_id: str, services: Services) -> list[MaterialSlot]:
    """The slots of an intake that hold files, for the window that its case came to: files, findings and kinds.

    The bytes of a file: see :func:`content_of_file`.
    """
    return [view for view in (await slots(session, intake_id, services)).slots if view.files]


async def content_of_file(session: AsyncSession, intake_id: str, material: str, file_id: str) -> Shown:
    """A file and the paper that it shows; its bytes are ``services.uploads.store.content(shown.paper.id)``.

    Raises:
        FileNotFound: It is not in this slot of this intake.
    """
    shown = await repository.file_of(session, intake_id, material, file_id)
    if shown is None:
        raise FileNotFound
    return shown


async def context_of(
    session: AsyncSession, row: IntakeRow, papers: Sequence[PaperRow], services: Services
) -> Context:
    waiting = [paper for paper in papers if paper.check == "queued"]
    asked = await asked_for(session, row.id) if row.state == "submitted" else {}
    lines = content_of(row, services).materials
    return Context.of(row, await repository.ahead(session, waiting), asked, lines, services)
