"""The load of windows: how many open cases each has, for the choice among equal ones."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseRow
from api.intakes import reading
from api.intakes.models import IntakeRow
from api.services import Services
from knowledge.guidance.applicant_kind import audience_said
from knowledge.guidance.routing import Request, Route, equal_windows, route


async def route_now(
    session: AsyncSession, row: IntakeRow, services: Services, standing_at: frozenset[str] = frozenset()
) -> Route | None:
    """The window that receives a submission at this moment: by the rules, and among equal windows by hours and load.

    Cases are counted only where the rules leave a choice.

    Args:
        standing_at: The windows of the officer before whom the applicant stands.
    """
    affair, answers = reading.affair_of(row, services), reading.answers_of(row, services)
    request = Request(
        affair,
        services.today(),
        row.place,
        audience_said(answers),
        at=services.now(),
        calendar=services.calendar,
        standing_at=standing_at,
    )
    choice = equal_windows(request, services.catalogue)
    if len(choice) > 1:
        request = request.with_load(await open_cases(session, choice))
    return route(request, services.catalogue)


async def open_cases(session: AsyncSession, windows: frozenset[str]) -> dict[str, int]:
    """How many open cases these windows have."""
    query = (
        select(CaseRow.window, func.count())
        .where(CaseRow.is_open, CaseRow.window.in_(windows))
        .group_by(CaseRow.window)
    )
    return {window: count for window, count in (await session.execute(query)).all()}
