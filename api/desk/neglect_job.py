"""Claims with which nobody does anything go back to everybody, and supervision sees it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.columns import store_marks
from api.cases.models import CaseRow
from api.desk.models import ClaimRow
from api.platform.database import Busy
from api.services import Services
from knowledge.cases.queue.claim_words import neglected_text
from knowledge.cases.queue.neglect import neglected_before, waits_for_staff
from knowledge.cases.record.state import CaseState

EVERY_S = 300.0
"""A claim that goes back some minutes late harms nobody."""

MARK = "claim_neglected"
MOST = 200

log = logging.getLogger("intake.api")


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Look again and again until told to stop."""
    while not stopping.is_set():
        try:
            await services.database.transact(lambda session: take_back(session, services))
        except (Busy, SQLAlchemyError, OSError) as error:  # a database that is away comes back
            log.error("neglected claims not taken back: %s", type(error).__name__)
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_S)
        except TimeoutError:
            continue


async def take_back(session: AsyncSession, services: Services) -> int:
    """Take back what has been neglected; how many claims they were."""
    hours, now = services.settings.claim_hours, services.now()
    rows = await _neglected(session, services)
    if not rows:
        return 0
    numbers = [row.case_number for row in rows]
    await session.execute(
        update(ClaimRow)
        .where(ClaimRow.case_number.in_(numbers))
        .values(account="", changed_at=now)
        .execution_options(synchronize_session=False)
    )
    marks = [
        {
            "case_number": row.case_number,
            "code": MARK,
            "day": services.today(),
            "department": row.department,
            "say": neglected_text(row.account, hours),
        }
        for row in rows
    ]
    await store_marks(session, marks)
    return len(rows)


async def _neglected(session: AsyncSession, services: Services) -> Sequence[Row[Any]]:
    """Claims of cases that wait for staff; one that waits for the applicant is not neglected."""
    before = neglected_before(services.now(), services.settings.claim_hours, services.calendar)
    waiting = [state for state in CaseState if waits_for_staff(state)]
    query = (
        select(ClaimRow.case_number, ClaimRow.account, CaseRow.department)
        .join(CaseRow, CaseRow.number == ClaimRow.case_number)
        .where(ClaimRow.account != "", ClaimRow.used_at < before, CaseRow.state.in_(waiting))
        .limit(MOST)
        .with_for_update(of=ClaimRow)
    )
    return (await session.execute(query)).all()
