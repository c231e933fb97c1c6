"""How long decided cases took is written down once, from their logs, so that figures of a year are one query."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, exists, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.log import entry_of
from api.cases.models import CaseLogRow, CaseRow
from api.cases.repository import logs_of
from api.platform.upsert import insert_for
from api.services import Services
from api.supervision.models import HandlingTimeRow
from knowledge.calendar.working_days import CalendarGap
from knowledge.cases.oversight.handling_time import handling_time
from knowledge.cases.procedure.projection import fold

BATCH = 100
"""Cases a transaction."""

BEHIND = 2_000
"""Entries of the log that are looked at again: on PostgreSQL an earlier number may be committed later."""


async def keep_times(session: AsyncSession, services: Services, after: int) -> int | None:
    """Write down the next decided cases.

    Returns:
        Where to go on; None where nothing is left.
    """
    rows = (await session.execute(_undone(after))).all()
    if not rows:
        return None
    cases = {row.case_number: row for row in rows}
    logs = await logs_of(session, cases)
    found = []
    for number, row in cases.items():
        try:
            time = handling_time(fold(map(entry_of, logs[number])), services.calendar)
        except (CalendarGap, ValueError, KeyError):  # a year that is not entered, or a damaged log
            continue
        if time is not None:
            found.append(
                {
                    "case_number": number,
                    "log_id": row.id,
                    "item_id": row.item_id,
                    "item": row.item,
                    "department": row.department,
                    **vars(time),
                }
            )
    if found:
        insert = insert_for(session)(HandlingTimeRow).values(found)
        await session.execute(insert.on_conflict_do_nothing())
    return int(rows[-1].id)


async def first_look(session: AsyncSession) -> int:
    """The entry of the log after which decisions may not be written down yet."""
    last = await session.scalar(select(func.max(HandlingTimeRow.log_id)))
    return max((last or 0) - BEHIND, 0)


def _undone(after: int) -> Select[Any]:
    done = exists().where(HandlingTimeRow.case_number == CaseLogRow.case_number)
    return (
        select(CaseLogRow.id, CaseLogRow.case_number, CaseRow.item_id, CaseRow.item, CaseRow.department)
        .join(CaseRow, CaseRow.number == CaseLogRow.case_number)
        .where(text("case_log.act IN ('decide', 'deemed_granted')"), CaseLogRow.id > after, ~done)
        .order_by(CaseLogRow.id)
        .limit(BATCH)
    )
