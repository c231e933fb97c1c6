"""Changes to the files of an intake: add, reuse, reorder, remove. Nothing is committed and no file is touched here: the request does that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.intakes.reading import found
from api.paper_files.service import Kept
from api.platform.errors import FileNotFound, OrderIncomplete, SubmittedStays, UploadKeyReused
from api.platform.security import new_token
from api.services import Services
from api.uploads import repository
from api.uploads.models import FileRow, PaperRow
from api.uploads.removal import discard
from api.uploads.schemas import FileReceived, MaterialSlot
from api.uploads.slot_display import content_of_file, context_of
from api.uploads.slots.material_line import held_in, line_shown
from api.uploads.slots.permission import has_room, may_change, taking, touch
from api.uploads.slots.position import place_for, take_place
from api.uploads.views import name_of, slot


@dataclass(frozen=True)
class Sent:
    """An upload as its client named it.

    Attributes:
        key: Keyed digest of intake, slot and idempotency key.
        digest: Keyed digest of the bytes.
        name: As shown.
        replaces: The file of the slot in whose place it comes; where that is gone, it comes last.
    """

    key: str
    digest: str
    name: str
    replaces: str = ""


@dataclass(frozen=True)
class Added:
    """A file that is in its slot, and the papers that nothing shows any more for it: to be dropped from the store once this is committed."""

    received: FileReceived
    dropped: list[str]


async def expect(
    session: AsyncSession, intake_id: str, material: str, key: str, replaces: str, services: Services
) -> FileRow | None:
    """Whether a file may come, before it is received; the file that has already come under this key.

    Raises:
        IntakeNotOpen, MaterialNotFound, TooManyFiles: It may not.
    """
    row = await taking(session, intake_id, material, services)
    there = await repository.by_key(session, key)
    if there is None:
        await place_for(session, row, material, replaces, services)
    return there


async def already_sent(session: AsyncSession, intake_id: str, sent: Sent, services: Services) -> FileReceived:
    """The answer to an upload that has come before.

    Raises:
        UploadKeyReused: Other bytes came under its key.
        FileNotFound: The file was deleted in between.
    """
    row = await found(session, intake_id)
    there = await repository.by_key(session, sent.key)
    if there is None:
        raise FileNotFound
    if there.digest != sent.digest:
        raise UploadKeyReused
    return await _received(session, row, there, services)


async def add(
    session: AsyncSession, intake_id: str, material: str, kept: Kept, sent: Sent, services: Services
) -> Added | None:
    """Put a stored paper into a slot; None where the same upload has come in between, so that the paper is not needed.

    Raises:
        IntakeNotOpen, MaterialNotFound, TooManyFiles: It may no longer.
    """
    row = await taking(session, intake_id, material, services)
    if await repository.by_key(session, sent.key) is not None:
        return None
    old, goes = await place_for(session, row, material, sent.replaces, services)
    now = services.now()
    session.add(
        PaperRow(
            id=kept.name,
            media_type=kept.media_type,
            size=kept.size,
            pages=kept.pages,
            width=kept.width,
            height=kept.height,
            created_at=now,
            check="queued" if services.settings.precheck else "off",
            queued_at=now,
            lease_until=None,
            attempts=0,
            reading=None,
        )
    )
    file = await _put(session, row, material, kept.name, sent, "", services)
    dropped = await take_place(session, row, file, old.file, goes) if old else []
    return Added(await _received(session, row, file, services), dropped)


async def reuse(
    session: AsyncSession, intake_id: str, material: str, file_id: str, services: Services
) -> tuple[FileReceived, bool]:
    """Show a paper of the same conversation in this slot too; the same one is shown once.

    Returns:
        The file, and whether it is new.

    Raises:
        IntakeNotOpen, MaterialNotFound, TooManyFiles: No file may come here.
        FileNotFound: No file of this conversation.
    """
    row = await taking(session, intake_id, material, services)
    origin = await repository.of_conversation_by_id(session, row.conversation, file_id)
    if origin is None:
        raise FileNotFound
    for one in held_in(material, await repository.files_of(session, intake_id)):
        if one.paper.id == origin.paper.id:
            return await _received(session, row, one.file, services), False
    await has_room(session, row, material, services)
    key = services.vault.digest("upload/reuse", f"{intake_id}/{material}/{origin.paper.id}/{new_token()}")
    sent = Sent(key, origin.file.digest, name_of(origin, services))
    file = await _put(session, row, material, origin.paper.id, sent, origin.file.material, services)
    return await _received(session, row, file, services), True


async def reorder(
    session: AsyncSession, intake_id: str, material: str, files: Sequence[str], services: Services
) -> MaterialSlot:
    """Bring the files of a slot into another order; those that were submitted keep their places.

    Raises:
        IntakeNotOpen, MaterialNotFound: It takes no files now.
        OrderIncomplete: Not each of its files exactly once.
        SubmittedStays: One that was submitted would move.
    """
    row = await taking(session, intake_id, material, services)
    there = held_in(material, await repository.files_of(session, intake_id))
    shown = {one.file.id: one for one in there}
    if sorted(files) != sorted(shown):
        raise OrderIncomplete
    free = await may_change(session, row, there, services)
    if _fixed([one.file.id for one in there], free) != _fixed(files, free):
        raise SubmittedStays
    for position, file_id in zip([one.file.position for one in there], files, strict=True):
        shown[file_id].file.position = position
    touch(row, services)
    ordered = [shown[file_id] for file_id in files]
    context = await context_of(session, row, [one.paper for one in ordered], services)
    return slot(line_shown(row, material, services), ordered, context)


async def remove(
    session: AsyncSession, intake_id: str, material: str, file_id: str, services: Services
) -> tuple[MaterialSlot, list[str]]:
    """Take a file out of its slot: of a draft any, of a submitted application what came after it was asked for.

    Returns:
        The slot, and the papers that nothing shows any more: to be dropped from the store once this is committed.

    Raises:
        FileNotFound: It is not in this slot.
        IntakeNotOpen: It was submitted, and nothing is asked for in this slot.
        SubmittedStays: It was submitted.
    """
    row = await found(session, intake_id)
    shown = await content_of_file(session, intake_id, material, file_id)
    if row.state != "open":
        await taking(session, intake_id, material, services)
    if shown.file.id not in await may_change(session, row, [shown], services):
        raise SubmittedStays
    dropped = await discard(session, row, shown.file)
    touch(row, services)
    rest = held_in(material, await repository.files_of(session, intake_id))
    line = line_shown(row, material, services)
    return slot(line, rest, await context_of(session, row, [one.paper for one in rest], services)), dropped


async def _put(
    session: AsyncSession,
    row: IntakeRow,
    material: str,
    paper_id: str,
    sent: Sent,
    reused_from: str,
    services: Services,
) -> FileRow:
    there = held_in(material, await repository.files_of(session, row.id))
    said = row.materials.get(material)
    declares = row.state == "open" and said != "ready"
    file = FileRow(
        id=new_token(),
        intake_id=row.id,
        material=material,
        position=max((one.file.position for one in there), default=-1) + 1,
        paper_id=paper_id,
        name=services.vault.seal({"name": sent.name}),
        key=sent.key,
        digest=sent.digest,
        made_ready=declares,
        said_before=said if declares else None,
        reused_from=reused_from,
        created_at=services.now(),
    )
    session.add(file)
    if declares:
        row.materials = {**row.materials, material: "ready"}
    touch(row, services)
    await session.flush()
    return file


async def _received(session: AsyncSession, row: IntakeRow, file: FileRow, services: Services) -> FileReceived:
    shown = held_in(file.material, await repository.files_of(session, row.id))
    context = await context_of(session, row, [one.paper for one in shown], services)
    view = slot(line_shown(row, file.material, services), shown, context)
    return FileReceived(file=next(one for one in view.files if one.id == file.id), slot=view)


def _fixed(files: Sequence[str], free: Collection[str]) -> list[str]:
    """Where the files stand that keep their places."""
    return ["" if file_id in free else file_id for file_id in files]
