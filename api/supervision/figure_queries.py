"""Queries of supervision's figures for a period; all but those of refused acts go by an index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.models import CaseMarkRow, CaseRow, RefusedActRow
from api.complaints.models import ANSWERED, ESCALATED, OPEN, ComplaintRow
from api.conversations.models import UnmatchedRow
from api.conversations.schemas import Moment
from api.intakes.models import IntakeRow
from api.ratings.models import RatingRow
from api.supervision.models import CardRow, HandlingTimeRow
from api.talks.models import TalkRow
from knowledge.base.centre_time import centre_day, moment_of
from knowledge.cases.oversight.cards import CardColour, CardOutcome, CardState
from knowledge.cases.oversight.talk_figures import TalkStage, talk_stage

Rows = Sequence[Row[Any]]

MOST_REFUSED = 20_000
"""Refused acts of a period that are counted; a centre has some dozen a day."""


@dataclass(frozen=True)
class Period:
    """Days, both of them counted."""

    first: date
    last: date

    @property
    def begins(self) -> datetime:
        return moment_of(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment that no longer belongs to it."""
        return moment_of(self.last + timedelta(days=1))


def _count(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


async def open_by_department(session: AsyncSession, today: date, soon_until: date) -> Rows:
    """Department, open cases, of them due soon, of them overdue."""
    soon = and_(CaseRow.queue_day >= today, CaseRow.queue_day <= soon_until)
    query = (
        select(CaseRow.department, func.count(), _count(soon), _count(CaseRow.queue_day < today))
        .where(CaseRow.is_open)
        .group_by(CaseRow.department)
    )
    return (await session.execute(query)).all()


async def marks_by_kind(session: AsyncSession, period: Period) -> Rows:
    """Kind of mark, department, cases."""
    query = (
        select(CaseMarkRow.code, CaseMarkRow.department, func.count(CaseMarkRow.case_number.distinct()))
        .where(CaseMarkRow.day >= period.first, CaseMarkRow.day <= period.last)
        .group_by(CaseMarkRow.code, CaseMarkRow.department)
    )
    return (await session.execute(query)).all()


async def days_of(session: AsyncSession, period: Period) -> Mapping[date, tuple[int, int, int]]:
    """Day to cases submitted, decided and marked on it."""
    marked = (
        select(CaseMarkRow.day, func.count(CaseMarkRow.case_number.distinct()))
        .where(CaseMarkRow.day >= period.first, CaseMarkRow.day <= period.last)
        .group_by(CaseMarkRow.day)
    )
    decided = (
        select(HandlingTimeRow.decided_on, func.count())
        .where(HandlingTimeRow.decided_on >= period.first, HandlingTimeRow.decided_on <= period.last)
        .group_by(HandlingTimeRow.decided_on)
    )
    first, past = moment_of(period.first), moment_of(period.last + timedelta(days=1))
    received = select(CaseRow.received_at).where(CaseRow.received_at >= first, CaseRow.received_at < past)
    came = Counter(centre_day(at) for at in await session.scalars(received))
    ended = {day: count for day, count in (await session.execute(decided)).all()}
    shown = {day: count for day, count in (await session.execute(marked)).all()}
    days = sorted({*came, *ended, *shown})
    return {one: (came.get(one, 0), ended.get(one, 0), shown.get(one, 0)) for one in days}


async def cards_by_department(session: AsyncSession, period: Period, today: date) -> Rows:
    """Department, yellow cards, red ones, withdrawn, waiting for an answer, of them late, closed."""
    stands = CardRow.outcome != CardOutcome.WITHDRAWN
    waits = CardRow.state == CardState.ISSUED
    query = (
        select(
            CardRow.department,
            _count(and_(CardRow.colour == CardColour.YELLOW, stands)),
            _count(and_(CardRow.colour == CardColour.RED, stands)),
            _count(CardRow.outcome == CardOutcome.WITHDRAWN),
            _count(waits),
            _count(and_(waits, CardRow.answer_by < today)),
            _count(CardRow.state == CardState.CLOSED),
        )
        .where(CardRow.issued_at >= period.begins, CardRow.issued_at < period.ends)
        .group_by(CardRow.department)
    )
    return (await session.execute(query)).all()


async def times_by(session: AsyncSession, period: Period, *, item: bool) -> Rows:
    """Item with its name, or department; cases; mean, longest, promised, legal; with and within each of the two limits."""
    time = HandlingTimeRow
    key = (time.item_id, func.max(time.item)) if item else (time.department, func.max(time.department))
    query = (
        select(
            *key,
            func.count(),
            func.avg(time.days),
            func.max(time.days),
            func.avg(time.promised),
            func.avg(time.legal),
            _count(time.in_promise.is_not(None)),
            _count(time.in_promise.is_(True)),
            _count(time.in_law.is_not(None)),
            _count(time.in_law.is_(True)),
        )
        .where(time.decided_on >= period.first, time.decided_on <= period.last)
        .group_by(time.item_id if item else time.department)
    )
    return (await session.execute(query)).all()


async def refused(session: AsyncSession, period: Period) -> Rows:
    """Act, role and reasons of every refused act."""
    query = (
        select(RefusedActRow.act, RefusedActRow.role, RefusedActRow.codes)
        .where(RefusedActRow.at >= period.begins, RefusedActRow.at < period.ends)
        .order_by(RefusedActRow.id.desc())
        .limit(MOST_REFUSED)
    )
    return (await session.execute(query)).all()


async def talk_stages(session: AsyncSession, period: Period) -> Mapping[TalkStage, int]:
    """How many conversations of the period came how far, and no further."""
    has = (
        IntakeRow.affair.is_not(None),
        IntakeRow.notice.is_not(None),
        IntakeRow.contact.is_not(None),
        IntakeRow.case_number.is_not(None),
    )
    query = (
        select(*has, func.count())
        .where(IntakeRow.created_at >= period.begins, IntakeRow.created_at < period.ends)
        .group_by(*has)
    )
    found = dict.fromkeys(TalkStage, 0)
    for affair, notice, contact, submitted, count in await session.execute(query):
        stage = talk_stage(
            affair=bool(affair), notice=bool(notice), contact=bool(contact), submitted=bool(submitted)
        )
        found[stage] += count
    return found


async def not_understood(session: AsyncSession, period: Period) -> int:
    """Sentences for which nothing was found."""
    query = (
        select(func.count())
        .select_from(UnmatchedRow)
        .where(
            UnmatchedRow.at >= period.begins,
            UnmatchedRow.at < period.ends,
            UnmatchedRow.moment.in_((Moment.MISSED, Moment.DENIED)),
        )
    )
    return (await session.execute(query)).scalar_one()


async def handed_over(session: AsyncSession, period: Period) -> int:
    """Conversations in which a person was asked for."""
    query = select(func.count(TalkRow.dialogue.distinct())).where(
        TalkRow.asked_at >= period.begins, TalkRow.asked_at < period.ends
    )
    return (await session.execute(query)).scalar_one()


async def grades(session: AsyncSession, period: Period, today: date) -> Rows:
    """Grade, ratings, bad ones answered, bad ones waiting, of them late."""
    waits = and_(RatingRow.is_bad, RatingRow.answered_at.is_(None))
    query = (
        select(
            RatingRow.grade,
            func.count(),
            _count(and_(RatingRow.is_bad, RatingRow.answered_at.is_not(None))),
            _count(waits),
            _count(and_(waits, RatingRow.answer_by < today)),
        )
        .where(RatingRow.at >= period.begins, RatingRow.at < period.ends)
        .group_by(RatingRow.grade)
    )
    return (await session.execute(query)).all()


async def complaints(session: AsyncSession, period: Period, today: date) -> Rows:
    """What they are about, how many, open, answered, with the authority above, late."""
    query = (
        select(
            ComplaintRow.about,
            func.count(),
            _count(ComplaintRow.state == OPEN),
            _count(ComplaintRow.state == ANSWERED),
            _count(ComplaintRow.state == ESCALATED),
            _count(and_(ComplaintRow.state == OPEN, ComplaintRow.answer_by < today)),
        )
        .where(ComplaintRow.at >= period.begins, ComplaintRow.at < period.ends)
        .group_by(ComplaintRow.about)
    )
    return (await session.execute(query)).all()


async def routed(session: AsyncSession, period: Period) -> Rows:
    """Item, rule, cases and transferred ones of the cases submitted in the period."""
    query = (
        select(CaseRow.item_id, CaseRow.rule, func.count(), _count(CaseRow.transferred))
        .where(CaseRow.received_at >= period.begins, CaseRow.received_at < period.ends)
        .group_by(CaseRow.item_id, CaseRow.rule)
    )
    return (await session.execute(query)).all()
