"""Queries on files and papers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.platform.database import can_be_stored
from api.uploads.models import FileRow, PaperRow


class Shown(NamedTuple):
    """A file and the paper that it shows."""

    file: FileRow
    paper: PaperRow


async def files_of(session: AsyncSession, intake_id: str) -> list[Shown]:
    """The files of an intake, slot by slot in their order."""
    query = (
        select(FileRow, PaperRow)
        .join(PaperRow, PaperRow.id == FileRow.paper_id)
        .where(FileRow.intake_id == intake_id)
        .order_by(FileRow.material, FileRow.position, FileRow.id)
    )
    return [Shown(file, paper) for file, paper in (await session.execute(query)).all()]


async def materials_with_files(session: AsyncSession, intake_id: str) -> set[str]:
    """The materials of an intake for which there are files."""
    query = select(FileRow.material).where(FileRow.intake_id == intake_id).distinct()
    return set((await session.scalars(query)).all())


async def files_by_intake(session: AsyncSession, intakes: Collection[str]) -> dict[str, set[str]]:
    """The materials with files of several intakes at once."""
    query = select(FileRow.intake_id, FileRow.material).where(FileRow.intake_id.in_(intakes)).distinct()
    found: dict[str, set[str]] = {}
    for intake, material in (await session.execute(query)).all():
        found.setdefault(intake, set()).add(material)
    return found


async def file_of(session: AsyncSession, intake_id: str, material: str, file_id: str) -> Shown | None:
    """One file, if it is in this slot."""
    if not all(map(can_be_stored, (intake_id, material, file_id))):
        return None
    query = (
        select(FileRow, PaperRow)
        .join(PaperRow, PaperRow.id == FileRow.paper_id)
        .where(FileRow.id == file_id, FileRow.intake_id == intake_id, FileRow.material == material)
    )
    found = (await session.execute(query)).one_or_none()
    return Shown(*found) if found else None


async def by_key(session: AsyncSession, key: str) -> FileRow | None:
    """The file that was stored under an idempotency key, by its digest."""
    return await session.scalar(select(FileRow).where(FileRow.key == key))


async def of_conversation(
    session: AsyncSession, conversation: str, most: int
) -> list[tuple[Shown, IntakeRow]]:
    """The latest files of all intakes of a conversation."""
    query = (
        select(FileRow, PaperRow, IntakeRow)
        .join(PaperRow, PaperRow.id == FileRow.paper_id)
        .join(IntakeRow, IntakeRow.id == FileRow.intake_id)
        .where(IntakeRow.conversation == conversation)
        .order_by(FileRow.created_at.desc(), FileRow.id)
        .limit(most)
    )
    found = (await session.execute(query)).all()
    return [(Shown(file, paper), intake) for file, paper, intake in found]


async def of_conversation_by_id(session: AsyncSession, conversation: str, file_id: str) -> Shown | None:
    """A file of any intake of a conversation."""
    if not can_be_stored(file_id):
        return None
    query = (
        select(FileRow, PaperRow)
        .join(PaperRow, PaperRow.id == FileRow.paper_id)
        .join(IntakeRow, IntakeRow.id == FileRow.intake_id)
        .where(FileRow.id == file_id, IntakeRow.conversation == conversation)
    )
    found = (await session.execute(query)).one_or_none()
    return Shown(*found) if found else None


async def is_shown(session: AsyncSession, paper_id: str) -> bool:
    """Whether any file shows a paper."""
    query = select(func.count()).select_from(FileRow).where(FileRow.paper_id == paper_id)
    return bool(await session.scalar(query))


async def papers_named(session: AsyncSession, names: Sequence[str]) -> set[str]:
    """Which of these papers are known."""
    return set((await session.scalars(select(PaperRow.id).where(PaperRow.id.in_(names)))).all())


async def abandoned(session: AsyncSession, before: datetime, most: int) -> Sequence[FileRow]:
    """Files of no case, of drafts that nobody has gone on with since ``before``."""
    gone = IntakeRow.id.is_(None)
    idle = and_(IntakeRow.state != "submitted", IntakeRow.updated_at <= before, FileRow.created_at <= before)
    query = (
        select(FileRow)
        .outerjoin(IntakeRow, IntakeRow.id == FileRow.intake_id)
        .where(or_(gone, idle))
        .order_by(FileRow.created_at)
        .limit(most)
    )
    return (await session.scalars(query)).all()


async def ahead(session: AsyncSession, papers: Sequence[PaperRow]) -> dict[str, int]:
    """For each waiting paper its place in the line, from 1."""
    if not papers:
        return {}
    query = select(PaperRow.id).where(PaperRow.check == "queued").order_by(PaperRow.queued_at, PaperRow.id)
    line = (await session.scalars(query)).all()
    places = {paper: place for place, paper in enumerate(line, start=1)}
    return {paper.id: places.get(paper.id, 1) for paper in papers}


async def claim(session: AsyncSession, now: datetime, until: datetime) -> PaperRow | None:
    """Take the paper that has waited longest, or one that its process has left; nobody else gets it until ``until``."""
    free = or_(PaperRow.check == "queued", and_(PaperRow.check == "checking", PaperRow.lease_until < now))
    first = (
        select(PaperRow.id)
        .where(free)
        .order_by(PaperRow.queued_at, PaperRow.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    statement = (
        update(PaperRow)
        .where(PaperRow.id == first.scalar_subquery(), free)
        .values(check="checking", lease_until=until, attempts=PaperRow.attempts + 1)
        .returning(PaperRow)
    )
    return (await session.execute(statement)).scalar_one_or_none()


async def settle(
    session: AsyncSession, paper_id: str, attempts: int, check: str, reading: str | None
) -> None:
    """Write what came of a claim; a claim that has passed to another process writes nothing."""
    mine = and_(PaperRow.id == paper_id, PaperRow.check == "checking", PaperRow.attempts == attempts)
    await session.execute(update(PaperRow).where(mine).values(check=check, reading=reading, lease_until=None))


async def give_back(session: AsyncSession, paper_id: str, attempts: int) -> None:
    """A claim that was broken off counts for nothing."""
    mine = and_(PaperRow.id == paper_id, PaperRow.check == "checking", PaperRow.attempts == attempts)
    values = {"check": "queued", "lease_until": None, "attempts": attempts - 1}
    await session.execute(update(PaperRow).where(mine).values(**values))
