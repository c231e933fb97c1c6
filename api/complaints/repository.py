"""Queries on complaints, and on who can handle them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.models import StaffAccountRow, StaffRoleRow, StaffWindowRow
from api.complaints.models import ANSWERED, ESCALATED, OPEN, ComplaintRow
from api.platform.database import can_be_stored
from knowledge.base.roles import Role
from knowledge.cases.oversight.complaint_handling import Supervisor


async def by_number(session: AsyncSession, number: str) -> ComplaintRow | None:
    return await session.get(ComplaintRow, number) if can_be_stored(number) else None


async def of_case(session: AsyncSession, case_number: str) -> Sequence[ComplaintRow]:
    """The complaints of a case, oldest first."""
    query = select(ComplaintRow).where(ComplaintRow.case_number == case_number)
    return (await session.scalars(query.order_by(ComplaintRow.at, ComplaintRow.number))).all()


async def of_handler(session: AsyncSession, account: str, only_open: bool) -> Sequence[ComplaintRow]:
    """The complaints that somebody handles, what is due first on top."""
    query = select(ComplaintRow).where(ComplaintRow.handler == account)
    if only_open:
        query = query.where(ComplaintRow.state == OPEN)
    return (
        await session.scalars(query.order_by(ComplaintRow.answer_by, ComplaintRow.number).limit(200))
    ).all()


async def without_handler(session: AsyncSession) -> Sequence[ComplaintRow]:
    """Complaints that went to the authority above, or whose handler's account is no longer in use."""
    gone = select(StaffAccountRow.id).where(StaffAccountRow.active.is_(False))
    query = select(ComplaintRow).where(
        or_(
            ComplaintRow.state == ESCALATED,
            (ComplaintRow.state == OPEN) & ComplaintRow.handler.in_(gone),
        )
    )
    return (await session.scalars(query.order_by(ComplaintRow.at, ComplaintRow.number).limit(200))).all()


async def supervisors(session: AsyncSession) -> list[Supervisor]:
    """Everybody who handles complaints, with how many are open."""
    open_ones = (
        select(ComplaintRow.handler, func.count().label("count"))
        .where(ComplaintRow.state == OPEN)
        .group_by(ComplaintRow.handler)
        .subquery()
    )
    query = (
        select(StaffAccountRow.id, StaffAccountRow.department, func.coalesce(open_ones.c.count, 0))
        .join(StaffRoleRow, StaffRoleRow.account == StaffAccountRow.id)
        .outerjoin(open_ones, open_ones.c.handler == StaffAccountRow.id)
        .where(StaffRoleRow.role == Role.SUPERVISOR.value, StaffAccountRow.active)
    )
    return [Supervisor(*row) for row in await session.execute(query)]


async def who_sits_at(session: AsyncSession, windows: Collection[str]) -> frozenset[str]:
    """Accounts of the people at these windows."""
    query = select(StaffWindowRow.account).where(StaffWindowRow.window.in_(windows))
    return frozenset((await session.scalars(query)).all())


async def answer(session: AsyncSession, number: str, handler: str, text: str, now: datetime) -> bool:
    """Answer a complaint, unless it is answered or somebody else's by now."""
    statement = (
        update(ComplaintRow)
        .where(ComplaintRow.number == number, ComplaintRow.state == OPEN, ComplaintRow.handler == handler)
        .values(state=ANSWERED, answer=text, answered_at=now)
        .returning(ComplaintRow.number)
        .execution_options(synchronize_session=False)
    )
    return (await session.scalars(statement)).first() is not None
