"""What can be done with the files of an intake. Nothing is committed and no file is touched here: the request does that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import flag_modified

from api.clock import at_centre
from api.errors import (
    FileNotFound,
    IntakeNotOpen,
    MaterialNotFound,
    OrderIncomplete,
    TooManyFiles,
    UploadKeyReused,
)
from api.intakes.models import IntakeRow
from api.intakes.reading import content_of, found
from api.security import new_token
from api.services import Services
from api.uploads import repository
from api.uploads.asked import asked_for
from api.uploads.models import FileRow, PaperRow
from api.uploads.repository import Shown
from api.uploads.room import Kept
from api.uploads.schemas import FileReceived, ReusableFile, SlotList, SlotView
from api.uploads.views import WAITING, Context, address, limits, name_of, slot
from knowledge.item import Necessity
from knowledge.notice import NoticeMaterial
from knowledge.papers.kinds import known_kinds

POLL_MS = 1_000
MOST_REUSABLE = 60
MOST_OF_AN_INTAKE = 300
"""Files of all materials together; the longest list has 19 materials."""


@dataclass(frozen=True)
class Sent:
    """An upload as its client named it.

    Attributes:
        key: Keyed digest of intake, slot and idempotency key.
        digest: Keyed digest of the bytes.
        name: As shown.
    """

    key: str
    digest: str
    name: str


async def slots(session: AsyncSession, intake_id: str, services: Services) -> SlotList:
    """All slots of an intake; of a submitted one also those that its cases ask for or that hold files, if not on its list."""
    row = await found(session, intake_id)
    lines = content_of(row, services).materials
    shown = await repository.files_of(session, intake_id)
    context = await _context(session, row, [one.paper for one in shown], services)
    if row.state == "submitted":
        listed = {line.id for line in lines}
        more = dict.fromkeys([*context.asked, *(one.file.material for one in shown)])
        lines = (*lines, *(_line_of(one, services) for one in more if one not in listed))
    views = [slot(line, _in(line.id, shown), context) for line in lines]
    waiting = sum(file.check.state in WAITING for view in views for file in view.files)
    return SlotList(
        intake=row.id,
        open=any(view.open for view in views),
        limits=limits(services.settings),
        slots=views,
        reusable=await _reusable(session, row, lines, shown, services) if row.state == "open" else [],
        waiting=waiting,
        poll_after_ms=POLL_MS if waiting else None,
    )


async def files_of(session: AsyncSession, intake_id: str, services: Services) -> list[SlotView]:
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


async def expect(
    session: AsyncSession, intake_id: str, material: str, key: str, services: Services
) -> FileRow | None:
    """Whether a file may come, before it is received; the file that has already come under this key.

    Raises:
        IntakeNotOpen, MaterialNotFound, TooManyFiles: It may not.
    """
    row = await _taking(session, intake_id, material, services)
    there = await repository.by_key(session, key)
    if there is None:
        await _has_room(session, row, material, services)
    return there


async def again(session: AsyncSession, intake_id: str, sent: Sent, services: Services) -> FileReceived:
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
) -> FileReceived | None:
    """Put a stored paper into a slot; None where the same upload has come in between, so that the paper is not needed.

    Raises:
        IntakeNotOpen, MaterialNotFound, TooManyFiles: It may no longer.
    """
    row = await _taking(session, intake_id, material, services)
    if await repository.by_key(session, sent.key) is not None:
        return None
    await _has_room(session, row, material, services)
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
    return await _received(session, row, file, services)


async def reuse(
    session: AsyncSession, intake_id: str, material: str, file_id: str, services: Services
) -> tuple[FileReceived, bool]:
    """Show a paper of the same conversation in this slot too; the same one is shown once.

    Returns:
        The file, and whether it is new.

    Raises:
        FileNotFound: No file of this conversation.
    """
    row = await _open(session, intake_id)
    _line(row, material, services)
    origin = await repository.of_conversation_by_id(session, row.conversation, file_id)
    if origin is None:
        raise FileNotFound
    for one in _in(material, await repository.files_of(session, intake_id)):
        if one.paper.id == origin.paper.id:
            return await _received(session, row, one.file, services), False
    await _has_room(session, row, material, services)
    key = services.vault.digest("upload/reuse", f"{intake_id}/{material}/{origin.paper.id}/{new_token()}")
    sent = Sent(key, origin.file.digest, name_of(origin, services))
    file = await _put(session, row, material, origin.paper.id, sent, origin.file.material, services)
    return await _received(session, row, file, services), True


async def reorder(
    session: AsyncSession, intake_id: str, material: str, files: Sequence[str], services: Services
) -> SlotView:
    """Bring the files of a slot into another order.

    Raises:
        OrderIncomplete: Not each of its files exactly once.
    """
    row = await _open(session, intake_id)
    line = _line(row, material, services)
    shown = {one.file.id: one for one in _in(material, await repository.files_of(session, intake_id))}
    if sorted(files) != sorted(shown):
        raise OrderIncomplete
    for position, file_id in enumerate(files):
        shown[file_id].file.position = position
    _touch(row, services)
    ordered = [shown[file_id] for file_id in files]
    return slot(line, ordered, await _context(session, row, [one.paper for one in ordered], services))


async def remove(
    session: AsyncSession, intake_id: str, material: str, file_id: str, services: Services
) -> tuple[SlotView, list[str]]:
    """Take a file out of its slot: of a draft any, of a submitted application what came after it was asked for.

    Returns:
        The slot, and the papers that nothing shows any more: to be dropped from the store once this is committed.

    Raises:
        FileNotFound: It is not in this slot.
        IntakeNotOpen: It was submitted.
    """
    row = await found(session, intake_id)
    shown = await content_of_file(session, intake_id, material, file_id)
    if not (await _context(session, row, [], services)).may_remove(shown.file):
        raise IntakeNotOpen
    dropped = await discard(session, row, shown.file)
    _touch(row, services)
    rest = _in(material, await repository.files_of(session, intake_id))
    line = _line_shown(row, material, services)
    return slot(line, rest, await _context(session, row, [one.paper for one in rest], services)), dropped


async def discard(session: AsyncSession, row: IntakeRow | None, file: FileRow) -> list[str]:
    """Delete a file; the names of papers that nothing shows any more.

    With the last file of a slot goes what its first one made the intake say.
    """
    rest = [
        one.file
        for one in await repository.files_of(session, file.intake_id)
        if one.file.material == file.material and one.file.id != file.id
    ]
    if file.made_ready and rest:
        rest[0].made_ready, rest[0].said_before = True, file.said_before
    elif file.made_ready and row is not None and row.materials.get(file.material) == "ready":
        before = {} if file.said_before is None else {file.material: file.said_before}
        row.materials = {key: said for key, said in row.materials.items() if key != file.material} | before
    paper = await session.get(PaperRow, file.paper_id)
    await session.delete(file)
    await session.flush()
    if paper is None or await repository.is_shown(session, paper.id):
        return []
    await session.delete(paper)
    return [paper.id]


async def forget(session: AsyncSession, intake_id: str) -> list[str]:
    """Delete all files of an intake whose time of keeping is over; the papers to be dropped from the store once this is committed."""
    dropped = []
    for shown in await repository.files_of(session, intake_id):
        dropped += await discard(session, None, shown.file)
    return dropped


async def _put(
    session: AsyncSession,
    row: IntakeRow,
    material: str,
    paper_id: str,
    sent: Sent,
    reused_from: str,
    services: Services,
) -> FileRow:
    there = _in(material, await repository.files_of(session, row.id))
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
    _touch(row, services)
    await session.flush()
    return file


async def _received(session: AsyncSession, row: IntakeRow, file: FileRow, services: Services) -> FileReceived:
    shown = _in(file.material, await repository.files_of(session, row.id))
    context = await _context(session, row, [one.paper for one in shown], services)
    view = slot(_line_shown(row, file.material, services), shown, context)
    return FileReceived(file=next(one for one in view.files if one.id == file.id), slot=view)


async def _context(
    session: AsyncSession, row: IntakeRow, papers: Sequence[PaperRow], services: Services
) -> Context:
    waiting = [paper for paper in papers if paper.check == "queued"]
    asked = await asked_for(session, row.id) if row.state == "submitted" else {}
    return Context.of(row, await repository.ahead(session, waiting), asked, services)


async def _reusable(
    session: AsyncSession,
    row: IntakeRow,
    lines: Sequence[NoticeMaterial],
    shown: Sequence[Shown],
    services: Services,
) -> list[ReusableFile]:
    """Papers of the same conversation, the latest first, each once, and the slots that ask for such a paper and lack it."""
    views: dict[str, ReusableFile] = {}
    catalogue = services.catalogue
    for one, intake in await repository.of_conversation(session, row.conversation, MOST_REUSABLE):
        material = catalogue.materials.get(one.file.material)
        affair = catalogue.affair(intake.affair) if intake.affair else None
        if one.paper.id in views or material is None:
            continue
        views[one.paper.id] = ReusableFile(
            id=one.file.id,
            name=name_of(one, services),
            media_type=one.paper.media_type,
            thumbnail=address(one.file.intake_id, one.file.material, one.file.id, "/thumbnail"),
            material=one.file.material,
            material_name=material.name,
            item=affair.name if affair else "",
            uploaded_at=at_centre(one.file.created_at),
            fits=_fitting(one, material.name, lines, shown),
        )
    return list(views.values())


def _fitting(one: Shown, name: str, lines: Sequence[NoticeMaterial], shown: Sequence[Shown]) -> list[str]:
    holding = {other.file.material for other in shown if other.paper.id == one.paper.id}
    kinds = set(known_kinds().asked_for(name)) - {"application"}
    own = known_kinds().is_own(name)
    return [
        line.id
        for line in lines
        if line.id not in holding
        and (
            line.name == name
            or (kinds & set(known_kinds().asked_for(line.name)) and own == known_kinds().is_own(line.name))
        )
    ]


async def _has_room(session: AsyncSession, row: IntakeRow, material: str, services: Services) -> None:
    shown = await repository.files_of(session, row.id)
    most = services.settings.upload_max_files
    if len(_in(material, shown)) >= most:
        raise TooManyFiles(f"这份材料已经有{most}个文件，请先删掉不用的再传。")
    if len(shown) >= MOST_OF_AN_INTAKE:
        raise TooManyFiles(f"这次办理已经传了{MOST_OF_AN_INTAKE}个文件，请先删掉不用的再传。")


async def _open(session: AsyncSession, intake_id: str) -> IntakeRow:
    row = await found(session, intake_id)
    if row.state != "open":
        raise IntakeNotOpen
    return row


async def _taking(session: AsyncSession, intake_id: str, material: str, services: Services) -> IntakeRow:
    """The intake, if it takes files for that material: a draft for all on its list, a submitted one for what is asked for.

    Raises:
        IntakeNotOpen: It does not.
        MaterialNotFound: Not on this applicant's list.
    """
    row = await found(session, intake_id)
    if row.state == "submitted" and material in await asked_for(session, intake_id):
        return row
    if row.state != "open":
        raise IntakeNotOpen
    _line(row, material, services)
    return row


def _touch(row: IntakeRow, services: Services) -> None:
    """The applicant goes on; written also within one tick of the clock, so that two changes at once meet."""
    row.updated_at = services.now()
    flag_modified(row, "updated_at")


def _line(row: IntakeRow, material: str, services: Services) -> NoticeMaterial:
    """The slot of that id.

    Raises:
        MaterialNotFound: Not on this applicant's list.
    """
    for line in content_of(row, services).materials:
        if line.id == material:
            return line
    raise MaterialNotFound


def _line_shown(row: IntakeRow, material: str, services: Services) -> NoticeMaterial:
    """The slot of that id, on the list or not."""
    try:
        return _line(row, material, services)
    except MaterialNotFound:
        return _line_of(material, services)


def _line_of(material: str, services: Services) -> NoticeMaterial:
    """A slot for files whose material is not on the list any more."""
    known = services.catalogue.materials.get(material)
    return NoticeMaterial(
        id=material,
        name=known.name if known else "以前的材料",
        basis=(),
        form=known.form if known else None,
        copies=known.copies if known else None,
        source=known.source if known else None,
        necessity=Necessity.OPTIONAL,
        standard=known.standard if known else "",
        filling=known.filling if known else "",
        issued_by=known.issued_by if known else "",
        blank_form="",
        promise_instead=False,
        certain=False,
        reason="",
        for_items=(),
    )


def _in(material: str, shown: Sequence[Shown]) -> list[Shown]:
    return [one for one in shown if one.file.material == material]
