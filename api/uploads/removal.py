"""Files that go: a single one, or all of an intake whose time of keeping is over. The store's papers go after the commit."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api.intakes.models import IntakeRow
from api.uploads import repository
from api.uploads.models import FileRow, PaperRow


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
