"""A kept notice with what stands around it on paper: its other versions and what is new in this one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from api.notices import repository
from api.notices.models import NoticeRow
from api.notices.sheet import Sheet, sheet_of
from api.platform.clock import at_centre
from api.platform.errors import NoticeNotFound
from knowledge.base.dates import day_text
from knowledge.guidance.notice import NoticeContent, compare


@dataclass(frozen=True)
class Paper:
    """One version of a notice.

    Attributes:
        newest: The latest version of the number.
        older: The other versions with the day on which each was drawn, the latest first.
    """

    access: str
    sheet: Sheet
    newest: int
    older: tuple[tuple[int, str], ...]

    @property
    def path(self) -> str:
        return f"/n/{self.access}"


async def paper(session: AsyncSession, access: str, version: int | None) -> Paper:
    """The version asked for, or the latest.

    Raises:
        NoticeNotFound: There is no such notice or version.
    """
    row = await repository.by_access(session, access, version)
    if row is None:
        raise NoticeNotFound
    versions = await repository.versions_of(session, row.number)
    content = NoticeContent.model_validate_json(row.content)
    before = await _before(session, row)
    change = compare(before, content) if before else None
    return Paper(
        access=row.access,
        sheet=sheet_of(row.number, row.version, at_centre(row.drawn_at), content, change),
        newest=versions[-1][0],
        older=tuple(
            (number, day_text(at_centre(at).date()))
            for number, at in reversed(versions)
            if number != row.version
        ),
    )


async def _before(session: AsyncSession, row: NoticeRow) -> NoticeContent | None:
    earlier = await repository.by_number(session, row.number, row.version - 1)
    return NoticeContent.model_validate_json(earlier.content) if earlier else None
