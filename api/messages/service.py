"""Messages of a case, for its applicant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository as cases
from api.cases.second_factor import authorize
from api.messages.models import CaseMessageRow
from api.messages.schemas import MessageList, MessageQuery, MessageView
from api.platform.clock import at_centre
from api.services import Services
from knowledge.cases.record.message_ways import way_in_words

MOST = 100
"""Messages a call."""


async def fetch(session: AsyncSession, query: MessageQuery, services: Services) -> MessageList:
    """The messages after the one that was seen last; they count as read from now on."""
    case = await authorize(session, query, services, cases.by_number)
    rows = await of_case(session, case.number, query.after)
    views = [
        MessageView(
            id=row.id,
            at=at_centre(row.at),
            state=row.state,
            text=row.text,
            way=row.way,
            way_label=way_in_words(row.way),
            is_new=row.read_at is None,
        )
        for row in rows
    ]
    await _mark_read(session, rows, services.now())
    return MessageList(number=case.number, messages=views, next=rows[-1].id if rows else query.after)


async def of_case(session: AsyncSession, number: str, after: int = 0) -> Sequence[CaseMessageRow]:
    """Messages of a case, oldest first."""
    query = (
        select(CaseMessageRow)
        .where(CaseMessageRow.case_number == number, CaseMessageRow.id > after)
        .order_by(CaseMessageRow.id)
        .limit(MOST)
    )
    return (await session.scalars(query)).all()


async def _mark_read(session: AsyncSession, rows: Sequence[CaseMessageRow], now: datetime) -> None:
    unread = [row.id for row in rows if row.read_at is None]
    if unread:
        await session.execute(
            update(CaseMessageRow)
            .where(CaseMessageRow.id.in_(unread))
            .values(read_at=now)
            .execution_options(synchronize_session=False)
        )
