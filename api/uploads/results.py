"""The certificate attached to a case: put there by an officer, read by the case's staff and its applicant."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.schemas import ResultFile
from api.paper_files.service import Kept
from api.uploads.models import PaperRow, ResultPaperRow
from knowledge.cases.procedure.result import Result

PDF = "application/pdf"


class Attached(NamedTuple):
    """A certificate and the paper that holds its bytes."""

    result: ResultPaperRow
    paper: PaperRow


async def attached_to(session: AsyncSession, number: str) -> Attached | None:
    """The certificate of a case."""
    query = (
        select(ResultPaperRow, PaperRow)
        .join(PaperRow, PaperRow.id == ResultPaperRow.paper_id)
        .where(ResultPaperRow.case_number == number)
    )
    found = (await session.execute(query)).one_or_none()
    return Attached(*found) if found else None


async def issued_with(session: AsyncSession, number: str, result: Result | None) -> Attached | None:
    """The certificate with which the result was made, and no other one; what was revoked is given out no more."""
    if result is None or not result.certificate or result.revoked_on:
        return None
    attached = await attached_to(session, number)
    return attached if attached and attached.result.sha256 == result.certificate else None


def file_view(attached: Attached | None) -> ResultFile | None:
    """How a certificate is shown."""
    return ResultFile(size=attached.paper.size, pages=attached.paper.pages) if attached else None


async def attach(
    session: AsyncSession, number: str, kept: Kept, sha256: str, account: str, at: datetime
) -> tuple[Attached, list[str]]:
    """Put a stored paper in the place of what was attached before.

    Returns:
        What is attached now, and the papers to be dropped from the store once this is committed.
    """
    before = await attached_to(session, number)
    paper = PaperRow(
        id=kept.name,
        media_type=kept.media_type,
        size=kept.size,
        pages=kept.pages,
        width=kept.width,
        height=kept.height,
        created_at=at,
        check="off",
        queued_at=at,
        lease_until=None,
        attempts=0,
        reading=None,
    )
    session.add(paper)
    if before is None:
        row = ResultPaperRow(case_number=number, paper_id=kept.name, sha256=sha256, account=account, at=at)
        session.add(row)
    else:
        row = before.result
        row.paper_id, row.sha256, row.account, row.at = kept.name, sha256, account, at
        await session.delete(before.paper)
    await session.flush()
    return Attached(row, paper), [before.paper.id] if before else []
