"""What the page of a case shows: how a change of it is told from the last look, and the bell that rings when this process has made one.

A case's own version is not enough: ratings, complaints and appointments are rows of their own, and a bundle's page shows the other cases too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, Select, event, func, select
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, aliased, object_session

from api.appointments.models import AppointmentRow
from api.cases.models import CaseRow
from api.complaints.models import ESCALATED, ComplaintRow
from api.desk.models import ClaimRow
from api.platform.database import Base, Database
from api.platform.stream_watchers import Marker
from api.ratings.models import RatingRow
from api.talks.models import CallbackRow, TalkRow

SHOWN: tuple[type[Base], ...] = (
    CaseRow,
    RatingRow,
    ComplaintRow,
    AppointmentRow,
    ClaimRow,
    TalkRow,
    CallbackRow,
)
"""The last three for the desks alone."""

_bells: WeakKeyDictionary[Engine, asyncio.Event] = WeakKeyDictionary()


def bell_of(database: Database) -> asyncio.Event:
    """Rings when this process has committed a change of something that is shown."""
    return _bells.setdefault(database.engine.sync_engine, asyncio.Event())


async def markers(session: AsyncSession, numbers: Collection[str]) -> Mapping[str, Marker]:
    """The marker of each of these cases, asked for at once."""
    found = await session.execute(_MARKERS.where(CaseRow.number.in_(numbers)))
    return {number: tuple(marks) for number, *marks in found}


def _markers() -> Select[Any]:
    together = aliased(CaseRow)
    of_submission = together.intake_id == CaseRow.intake_id
    booked = AppointmentRow.intake_id == CaseRow.intake_id
    rated = RatingRow.case_number == CaseRow.number
    complained = ComplaintRow.case_number == CaseRow.number
    counted = [
        select(func.coalesce(func.sum(together.row_version), 0)).where(of_submission),
        select(func.count()).where(rated),
        select(func.count(RatingRow.answered_at)).where(rated),
        select(func.count()).where(complained),
        select(func.count(ComplaintRow.answered_at)).where(complained),
        select(func.count()).where(complained, ComplaintRow.state == ESCALATED),
        select(func.count()).select_from(AppointmentRow).where(booked),
        select(func.coalesce(func.sum(AppointmentRow.row_version), 0)).where(booked),
    ]
    return select(CaseRow.number, CaseRow.row_version, *(one.scalar_subquery() for one in counted))


_MARKERS = _markers()


def _ring_on_commit(session: Session) -> None:
    engine = session.get_bind().engine
    if bell := _bells.get(engine):
        event.listen(session, "after_commit", lambda _: bell.set(), once=True)


def _row_written(mapper: Mapper[Any], connection: Connection, row: Base) -> None:
    if session := object_session(row):
        _ring_on_commit(session)


@event.listens_for(Session, "do_orm_execute")
def _statement_run(state: ORMExecuteState) -> None:
    """An answer is written by one statement, so that two who answer do not both succeed; no row object changes then."""
    if state.is_update and state.bind_mapper is not None and state.bind_mapper.class_ in SHOWN:
        _ring_on_commit(state.session)


for shown in SHOWN:
    event.listen(shown, "after_insert", _row_written)
    event.listen(shown, "after_update", _row_written)
