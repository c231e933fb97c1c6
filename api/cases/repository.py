"""Queries on cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from api.cases.models import CaseLogRow, CaseRow, StoredEntry
from api.platform.database import can_be_stored

# Statements that every query of a case needs are put together once: that takes longer than running them.
_LINES = CaseLogRow.__table__.select().order_by(
    CaseLogRow.id
)  # as a table, since rows that are no objects take a third of the time
_LOG = _LINES.where(CaseLogRow.case_number == bindparam("number"))
_LOGS = _LINES.where(CaseLogRow.case_number.in_(bindparam("numbers", expanding=True)))
_CASE = select(CaseRow).where(CaseRow.number == bindparam("number"))
_CASE_LOCKED = _CASE.with_for_update()
_CONTENT = select(CaseRow.content).where(CaseRow.number == bindparam("number"))
_CASES = CaseRow.__table__.c
_VERSIONS_LOCKED = (
    select(_CASES.number, _CASES.row_version)
    .where(_CASES.number.in_(bindparam("numbers", expanding=True)))
    .order_by(_CASES.number)
    .with_for_update()
)
_OF_SUBMISSION = select(CaseRow).where(CaseRow.intake_id == bindparam("intake")).order_by(CaseRow.number)


async def by_number(session: AsyncSession, number: str) -> CaseRow | None:
    """The case of that number."""
    return await session.scalar(_CASE, {"number": number}) if can_be_stored(number) else None


async def content_of(session: AsyncSession, number: str) -> str:
    """The notice's content at submission, JSON text."""
    content: str = (await session.execute(_CONTENT, {"number": number})).scalar_one()
    return content


async def to_act_on(session: AsyncSession, number: str) -> CaseRow | None:
    """The case of that number, for whoever acts on it: PostgreSQL lets others wait, so that case and log are of one moment.

    SQLite has one writer at a time anyway.
    """
    if not can_be_stored(number):
        return None
    return await session.scalar(_CASE_LOCKED, {"number": number})


async def log_of(session: AsyncSession, number: str) -> Sequence[StoredEntry]:
    """The acts on a case, oldest first."""
    return (await session.execute(_LOG, {"number": number})).all()


async def of_submission(session: AsyncSession, intake_id: str) -> Sequence[CaseRow]:
    """The cases that one submission has become, in the order in which they can be decided."""
    return (await session.scalars(_OF_SUBMISSION, {"intake": intake_id})).all()


async def numbers_of_submissions(session: AsyncSession, intakes: Collection[str]) -> Mapping[str, list[str]]:
    """The numbers of the cases that submissions have become, by intake."""
    query = select(CaseRow.intake_id, CaseRow.number).where(CaseRow.intake_id.in_(intakes))
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for intake, number in await session.execute(query.order_by(CaseRow.number)):
        numbers[intake].append(number)
    return numbers


async def all_to_act_on(session: AsyncSession, numbers: Collection[str]) -> Sequence[CaseRow]:
    """The cases of these numbers, as :func:`to_act_on`, without notice and sealed data.

    In one order, so that two who want several do not wait for each other.
    """
    query = select(CaseRow).where(CaseRow.number.in_(numbers)).order_by(CaseRow.number).with_for_update()
    return (await session.scalars(query.options(defer(CaseRow.content), defer(CaseRow.contact)))).all()


async def versions_to_act_on(session: AsyncSession, numbers: Collection[str]) -> Mapping[str, int]:
    """The versions of the cases of these numbers, and nothing else of them, as :func:`to_act_on`."""
    found = await session.execute(_VERSIONS_LOCKED, {"numbers": list(numbers)})
    return {number: version for number, version in found}


async def logs_of(session: AsyncSession, numbers: Collection[str]) -> Mapping[str, list[StoredEntry]]:
    """The acts on several cases, each case's oldest first."""
    logs: defaultdict[str, list[StoredEntry]] = defaultdict(list)
    for line in await session.execute(_LOGS, {"numbers": list(numbers)}):
        logs[line.case_number].append(line)
    return logs


async def due_for_sweep(
    session: AsyncSession, until: datetime, most: int, skip: Collection[str] = ()
) -> Sequence[str]:
    """Numbers of open cases whose date to look at has come, the earliest first."""
    query = (
        select(CaseRow.number)
        .where(CaseRow.is_open, CaseRow.look_at <= until, CaseRow.number.not_in(skip))
        .order_by(CaseRow.look_at)
        .limit(most)
    )
    return (await session.scalars(query)).all()
