"""Notes for colleagues and protocols of phone calls: sealed, added and never changed, seen by whoever deals with the case."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.access.models import StaffAccountRow
from api.cases.visible_case import visible_case
from api.desk.models import NoteRow
from api.desk.note_schemas import CALLED_NAMES, KIND_NAMES, NoteKind, NoteList, NoteRequest, NoteView
from api.platform.clock import at_centre
from api.platform.errors import TooManyNotes
from api.services import Services

MOST = 500
"""Notes on a case."""

_NOTES = (
    select(NoteRow, StaffAccountRow.name)
    .outerjoin(StaffAccountRow, StaffAccountRow.id == NoteRow.account)
    .order_by(NoteRow.id.desc())
    .limit(MOST)
)


async def notes_of(session: AsyncSession, actor: Actor, number: str, services: Services) -> NoteList:
    """All notes on a case, the latest first.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
    """
    case, _, _, _ = await visible_case(session, actor, number)
    found = await session.execute(_NOTES.where(NoteRow.case_number == case.number))
    return NoteList(
        number=case.number, notes=[_view(row, name or row.account, actor, services) for row, name in found]
    )


async def add(
    session: AsyncSession, actor: Actor, number: str, note: NoteRequest, services: Services
) -> NoteList:
    """Note something.

    Raises:
        NotYours: There is no such case, or it is not the actor's to see.
        TooManyNotes: The case has as many as there may be.
    """
    before = await notes_of(session, actor, number, services)
    if len(before.notes) >= MOST:
        raise TooManyNotes
    said = {"text": note.text.strip(), "called": note.called or "", "reached": json.dumps(note.reached)}
    row = NoteRow(
        case_number=before.number,
        kind=note.kind.value,
        text=services.vault.seal(said),
        account=actor.id,
        at=services.now(),
    )
    session.add(row)
    await session.flush()
    return NoteList(number=before.number, notes=[_view(row, actor.name, actor, services), *before.notes])


def _view(row: NoteRow, name: str, actor: Actor, services: Services) -> NoteView:
    said, kind = services.vault.unseal(row.text), NoteKind(row.kind)
    return NoteView(
        id=row.id,
        kind=kind,
        kind_label=KIND_NAMES[kind],
        text=said["text"],
        called=said["called"],
        called_label=CALLED_NAMES[said["called"]],
        reached=json.loads(said["reached"]),
        account=row.account,
        name=name,
        mine=row.account == actor.id,
        at=at_centre(row.at),
    )
