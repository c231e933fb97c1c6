"""Queries of the desk: the first lines of each part of a queue, the rows of a page, and how many there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, exists, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffAccountRow
from api.cases.models import CaseMarkRow, CaseRow, DepartmentTaskRow
from api.desk.filters import CaseFilter, Sort
from api.desk.models import ClaimRow
from api.uploads.models import FileRow, PaperRow
from knowledge.base.centre_time import moment_of

Place = tuple[date, int, str]
"""Where a case stands in a queue: its day, how urgent that is, and its number."""

ME, NOBODY = "me", "nobody"

_PLACE = (CaseRow.due_day, CaseRow.due_urgency, CaseRow.number)

LINE = (
    CaseRow.number,
    CaseRow.intake_id,
    CaseRow.item_id,
    CaseRow.item,
    CaseRow.scenario,
    CaseRow.state,
    CaseRow.stage,
    CaseRow.window,
    CaseRow.department,
    CaseRow.contact_masked,
    CaseRow.queue_day,
    CaseRow.received_at,
    CaseRow.row_version,
    ClaimRow.account.label("claimed_by"),
    ClaimRow.since.label("claimed_since"),
    StaffAccountRow.name.label("claimed_name"),
)
"""What a line shows; the notice and the sealed data stay in the database."""

Lines = Sequence[Row[Any]]


def filtered(wanted: CaseFilter, account: str, *, searched: bool) -> list[ColumnElement[bool]]:
    """The conditions of a filter, without what was typed to search.

    Args:
        account: Whose ``me`` is.
        searched: Something was typed: then cases that have ended are looked through as well.
    """
    found: list[ColumnElement[bool]] = []
    if wanted.stage is None and wanted.state is None and not searched:
        found.append(and_(CaseRow.is_open))
    equal = {
        CaseRow.window: wanted.window,
        CaseRow.department: wanted.department,
        CaseRow.item_id: wanted.item,
        CaseRow.state: wanted.state,
        CaseRow.stage: wanted.stage.value if wanted.stage else None,
    }
    found += [column == value for column, value in equal.items() if value is not None]
    if wanted.due_before:
        found.append(CaseRow.due_day <= wanted.due_before)
    if wanted.submitted_from:
        found.append(CaseRow.received_at >= moment_of(wanted.submitted_from))
    if wanted.submitted_to:
        found.append(CaseRow.received_at < moment_of(wanted.submitted_to + timedelta(days=1)))
    if wanted.claimed_by:
        found.append(_claimed(account if wanted.claimed_by == ME else wanted.claimed_by))
    if wanted.mark:
        marked = select(CaseMarkRow.case_number).where(CaseMarkRow.code == wanted.mark)
        found.append(CaseRow.number.in_(marked))
    return found


def _claimed(account: str) -> ColumnElement[bool]:
    if account == NOBODY:
        return ~exists().where(ClaimRow.case_number == CaseRow.number, ClaimRow.account != "")
    return CaseRow.number.in_(select(ClaimRow.case_number).where(ClaimRow.account == account))


async def first_places(
    session: AsyncSession,
    parts: Sequence[ColumnElement[bool]],
    conditions: Sequence[ColumnElement[bool]],
    sort: Sort,
    after: Place | None,
    most: int,
) -> list[Place]:
    """The first places of a queue that is made of several parts, each case once.

    Each part is asked for by itself, so that each goes along an index of its own and ends after ``most`` lines.
    """
    found: set[Place] = set()
    for part in parts:
        query = _ordered(select(*_PLACE).where(part, *conditions), sort, after).limit(most)
        found |= {(day, urgency, number) for day, urgency, number in await session.execute(query)}
    return in_order(found, sort)[:most]


def in_order(places: Collection[Place], sort: Sort) -> list[Place]:
    """Places as they follow one another."""
    if sort is Sort.DUE:
        return sorted(places)
    return sorted(places, key=lambda place: place[2], reverse=sort is Sort.NEWEST)


def _ordered(query: Select[Any], sort: Sort, after: Place | None) -> Select[Any]:
    if sort is Sort.DUE:
        query = query.where(tuple_(*_PLACE) > after) if after else query
        return query.order_by(*_PLACE)
    newest = sort is Sort.NEWEST
    if after:
        query = query.where(CaseRow.number < after[2] if newest else CaseRow.number > after[2])
    return query.order_by(CaseRow.number.desc() if newest else CaseRow.number)


async def lines_of(session: AsyncSession, numbers: Collection[str]) -> Mapping[str, Row[Any]]:
    """The rows of a page, with who has claimed each."""
    query = (
        select(*LINE)
        .outerjoin(ClaimRow, and_(ClaimRow.case_number == CaseRow.number, ClaimRow.account != ""))
        .outerjoin(StaffAccountRow, StaffAccountRow.id == ClaimRow.account)
        .where(CaseRow.number.in_(numbers))
    )
    return {line.number: line for line in await session.execute(query)}


async def waiting_for(session: AsyncSession, department: str, most: int) -> Sequence[str]:
    """Numbers of the cases that were sent to a department for its opinion and wait for it, the oldest first."""
    query = (
        select(DepartmentTaskRow.case_number)
        .where(DepartmentTaskRow.department == department, DepartmentTaskRow.answered.is_(None))
        .order_by(DepartmentTaskRow.sent, DepartmentTaskRow.case_number)
        .limit(most)
    )
    return (await session.scalars(query)).all()


async def waiting_count(session: AsyncSession, department: str) -> int:
    """How many cases wait for a department's opinion."""
    query = select(func.count()).where(
        DepartmentTaskRow.department == department, DepartmentTaskRow.answered.is_(None)
    )
    return (await session.execute(query)).scalar_one()


async def tally(session: AsyncSession) -> dict[tuple[str, str, str], int]:
    """Open cases by window, department and group; goes by one index, however many desks want to know."""
    key = (CaseRow.window, CaseRow.department, CaseRow.stage)
    query = select(*key, func.count()).where(CaseRow.is_open).group_by(*key)
    return {
        (window, department, stage): count
        for window, department, stage, count in await session.execute(query)
    }


async def claimed_count(session: AsyncSession, account: str) -> int:
    """How many open cases somebody has claimed."""
    query = (
        select(func.count())
        .select_from(ClaimRow)
        .join(CaseRow, CaseRow.number == ClaimRow.case_number)
        .where(ClaimRow.account == account, CaseRow.is_open)
    )
    return (await session.execute(query)).scalar_one()


async def checks_of(session: AsyncSession, intakes: Collection[str]) -> Mapping[str, list[tuple[str, str]]]:
    """The files of submissions and how far the pre-check of each is."""
    query = (
        select(FileRow.intake_id, FileRow.id, PaperRow.check)
        .join(PaperRow, PaperRow.id == FileRow.paper_id)
        .where(FileRow.intake_id.in_(intakes))
        .order_by(FileRow.id)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for intake, file, check in await session.execute(query):
        found.setdefault(intake, []).append((file, check))
    return found
