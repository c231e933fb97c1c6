"""Queries of the figures of the library: wishes, moments and what was missing, by week and channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.conversations.models import UnmatchedRow
from api.conversations.schemas import Moment
from api.intakes.models import IntakeRow
from api.supervision.figure_queries import Period
from api.talks.models import TalkRow

MOST_SENTENCES = 100_000
"""That are grouped, the latest."""

Rows = Sequence[Row[Any]]


async def talks_by_channel(session: AsyncSession, period: Period) -> Rows:
    """Channel, conversations, with an affair, with a notice, submitted."""
    query = (
        select(
            IntakeRow.channel,
            func.count(),
            func.count(IntakeRow.affair),
            func.count(IntakeRow.notice),
            func.count(IntakeRow.case_number),
        )
        .where(IntakeRow.created_at >= period.begins, IntakeRow.created_at < period.ends)
        .group_by(IntakeRow.channel)
    )
    return (await session.execute(query)).all()


async def moments_by_channel(session: AsyncSession, period: Period) -> Mapping[tuple[str, str], int]:
    """Channel and moment to how often."""
    query = (
        select(UnmatchedRow.channel, UnmatchedRow.moment, func.count())
        .where(UnmatchedRow.at >= period.begins, UnmatchedRow.at < period.ends)
        .group_by(UnmatchedRow.channel, UnmatchedRow.moment)
    )
    return {(channel, moment): count for channel, moment, count in await session.execute(query)}


async def wishes(session: AsyncSession, period: Period) -> Mapping[str, tuple[int, int, int]]:
    """Affair to conversations about it, of them with a notice, submitted."""
    query = (
        select(
            IntakeRow.affair, func.count(), func.count(IntakeRow.notice), func.count(IntakeRow.case_number)
        )
        .where(
            IntakeRow.created_at >= period.begins,
            IntakeRow.created_at < period.ends,
            IntakeRow.affair.is_not(None),
        )
        .group_by(IntakeRow.affair)
    )
    return {affair: (asked, told, done) for affair, asked, told, done in await session.execute(query)}


async def handed_over(session: AsyncSession, period: Period) -> int:
    """Conversations in which a person was asked for."""
    query = select(func.count(TalkRow.dialogue.distinct()))
    return (
        await session.scalar(query.where(TalkRow.asked_at >= period.begins, TalkRow.asked_at < period.ends))
        or 0
    )


async def missing(session: AsyncSession, period: Period) -> Sequence[str]:
    """What was said and not found or denied, and nobody has settled."""
    query = (
        select(UnmatchedRow.text)
        .where(
            UnmatchedRow.at >= period.begins,
            UnmatchedRow.at < period.ends,
            UnmatchedRow.outcome == "",
            UnmatchedRow.moment.in_((Moment.MISSED, Moment.DENIED)),
        )
        .order_by(UnmatchedRow.at.desc())
        .limit(MOST_SENTENCES)
    )
    return (await session.scalars(query)).all()
