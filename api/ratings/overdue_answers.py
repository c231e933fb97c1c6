"""Bad ratings whose answer is late, shown to supervision. Complaints are not: a mark would tell those they are about."""

from __future__ import annotations

import asyncio
import logging
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseMarkRow
from api.platform.upsert import insert_for
from api.ratings.models import RatingRow
from api.services import Services
from knowledge.base.dates import day_text

EVERY_S = 3600.0
"""A limit passes at the end of a day; an hour later is early enough."""

log = logging.getLogger("intake.api")


async def mark_late(session: AsyncSession, today: date) -> int:
    """Mark what is late by today, each once; how many are late."""
    query = select(RatingRow).where(
        RatingRow.is_bad, RatingRow.answered_at.is_(None), RatingRow.answer_by < today
    )
    rows = (await session.scalars(query)).all()
    marks = [
        {
            "case_number": row.case_number,
            "code": "rating_late",
            "day": row.answer_by,
            "department": row.department,
            "say": f"差评应在{day_text(row.answer_by)}以前答复，还没有答复。",
        }
        for row in rows
        if row.answer_by is not None
    ]
    if marks:
        await session.execute(insert_for(session)(CaseMarkRow).values(marks).on_conflict_do_nothing())
    return len(marks)


async def run(services: Services, stopping: asyncio.Event) -> None:
    """Look again and again until told to stop."""
    while not stopping.is_set():
        try:
            await services.database.transact(lambda session: mark_late(session, services.today()))
        except Exception as error:  # a database that is away comes back
            log.error("late answers not marked: %s", type(error).__name__)
        try:
            await asyncio.wait_for(stopping.wait(), EVERY_S)
        except TimeoutError:
            continue
