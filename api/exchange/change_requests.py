"""Letters that ask for a change or a revocation: written by a supervising department, answered by who decided."""

from __future__ import annotations

import asyncio

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository as cases
from api.cases.models import CaseRow
from api.exchange.feedback import is_theirs
from api.exchange.models import ChangeRequestRow
from api.exchange.regulator_schemas import (
    ChangeAnswer,
    ChangeRequest,
    ChangeRequestList,
    ChangeRequestView,
)
from api.paper_files.service import Kept
from api.paper_files.store import PaperStore
from api.platform.clock import at_centre
from api.platform.counters import next_number
from api.platform.database import can_be_stored
from api.platform.errors import CannotAsk, LetterNotFound, LetterSettled, NotYours
from api.services import Services
from knowledge.base.roles import Role
from knowledge.base.text import normalise
from knowledge.exchange.change_request import ChangeKind, RequestOutcome, RequestState, answer_by, why_not
from knowledge.privacy.redaction import redact

MOST = 200
"""Letters that are listed, the latest."""


def store_of(services: Services) -> PaperStore:
    """Where the letters lie: apart from applicants' papers, which are cleared away with their drafts."""
    return PaperStore(services.settings.data_dir / "letters", services.vault)


async def write(
    session: AsyncSession, actor: Actor, wanted: ChangeRequest, services: Services
) -> ChangeRequestView:
    """Begin a letter; it is sent once its file has come.

    Raises:
        NotYours: There is no such case, or the department does not supervise it.
        CannotAsk: Nothing was permitted, or it is revoked already.
    """
    case = await cases.by_number(session, wanted.case)
    if case is None or not is_theirs(case, actor, services):
        raise NotYours("没有这个办件，或者它不归您的部门监管。")
    if why := why_not(case.state, case.outcome):
        raise CannotAsk(why)
    today = services.today()
    running = await next_number(session, "letter", today)
    reason, _ = redact(normalise(wanted.reason))
    row = ChangeRequestRow(
        number=f"JG{today:%Y%m%d}-{running:04d}",
        case_number=case.number,
        department=actor.department,
        kind=wanted.kind.value,
        document=wanted.document.strip(),
        reason=reason,
        basis=wanted.basis.strip(),
        account=actor.id,
        at=services.now(),
        file="",
        file_type="",
        file_size=0,
        state=RequestState.UNFINISHED.value,
        sent_at=None,
        answer_by=None,
        outcome="",
        answer="",
        answer_document="",
        on_day=None,
        answered_by="",
        answered_at=None,
    )
    session.add(row)
    await session.flush()
    return _view(row, case, actor, services)


async def unfinished(session: AsyncSession, actor: Actor, number: str) -> None:
    """That a letter of the actor's department waits for its file.

    Raises:
        LetterNotFound, LetterSettled: There is none, or it is sent.
    """
    row = await _own(session, actor, number)
    if row.state != RequestState.UNFINISHED:
        raise LetterSettled


async def enclose(
    session: AsyncSession, actor: Actor, number: str, kept: Kept, services: Services
) -> ChangeRequestView:
    """The file has come, and the letter is sent.

    Raises:
        LetterNotFound, LetterSettled: There is none, or it is sent.
    """
    row = await _own(session, actor, number)
    if row.state != RequestState.UNFINISHED:
        raise LetterSettled
    row.file, row.file_type, row.file_size = kept.name, kept.media_type, kept.size
    row.state, row.sent_at = RequestState.OPEN.value, services.now()
    row.answer_by = answer_by(services.today(), services.calendar)
    await session.flush()
    case = await cases.by_number(session, row.case_number)
    assert case is not None, "a letter is of a case"
    return _view(row, case, actor, services)


async def of_department(session: AsyncSession, actor: Actor, services: Services) -> ChangeRequestList:
    """The letters of the actor's department."""
    return await _listed(session, (ChangeRequestRow.department == actor.department,), actor, services)


async def to_answer(session: AsyncSession, actor: Actor, services: Services) -> ChangeRequestList:
    """Sent letters: supervisors see all, approvers those on their department's cases."""
    conditions: tuple[ColumnElement[bool], ...] = (ChangeRequestRow.state != RequestState.UNFINISHED,)
    if not actor.may(Role.SUPERVISOR):
        conditions += (CaseRow.department == actor.department,)
    return await _listed(session, conditions, actor, services)


async def answer(
    session: AsyncSession, actor: Actor, number: str, said: ChangeAnswer, services: Services
) -> ChangeRequestView:
    """Who decided answers, with the day by which it is done.

    Raises:
        LetterNotFound: There is none, or the case is not the actor's department's.
        LetterSettled: It is answered.
    """
    row = await _row(session, number)
    case = await cases.by_number(session, row.case_number) if row else None
    if row is None or case is None or not _may_answer(actor, case) or row.state == RequestState.UNFINISHED:
        raise LetterNotFound
    if row.state != RequestState.OPEN:
        raise LetterSettled
    row.state = RequestState.ANSWERED.value
    row.outcome, row.answer = said.outcome.value, said.answer.strip()
    row.answer_document, row.on_day = said.document.strip(), said.on_day
    row.answered_by, row.answered_at = actor.id, services.now()
    await session.flush()
    return _view(row, case, actor, services)


async def file_of(session: AsyncSession, actor: Actor, number: str) -> tuple[str, str]:
    """Name in the store and type of a letter's file, for those who see the letter.

    Raises:
        LetterNotFound: There is none, or it is not theirs to see.
    """
    row = await _row(session, number)
    case = await cases.by_number(session, row.case_number) if row else None
    if row is None or case is None or not row.file:
        raise LetterNotFound
    is_own = actor.may(Role.REGULATOR) and row.department == actor.department
    if not (is_own or actor.may(Role.SUPERVISOR) or _may_answer(actor, case)):
        raise LetterNotFound
    return row.file, row.file_type


async def moved(kept: Kept, services: Services) -> Kept:
    """A screened file from where it was taken in to where letters lie."""
    uploads, letters = services.uploads.store, store_of(services)

    def move() -> str:
        name = letters.keep(uploads.content(kept.name), uploads.thumbnail(kept.name))
        uploads.drop(kept.name)
        return name

    name = await asyncio.to_thread(move)
    return Kept(name, kept.media_type, kept.size, kept.pages, kept.width, kept.height)


async def _listed(
    session: AsyncSession, conditions: tuple[ColumnElement[bool], ...], actor: Actor, services: Services
) -> ChangeRequestList:
    joined = select(ChangeRequestRow, CaseRow).join(CaseRow, CaseRow.number == ChangeRequestRow.case_number)
    query = joined.where(*conditions).order_by(ChangeRequestRow.number.desc()).limit(MOST)
    counted = (
        select(func.count())
        .select_from(ChangeRequestRow)
        .join(CaseRow, CaseRow.number == ChangeRequestRow.case_number)
        .where(*conditions, ChangeRequestRow.state == RequestState.OPEN)
    )
    return ChangeRequestList(
        requests=[_view(row, case, actor, services) for row, case in await session.execute(query)],
        open=(await session.execute(counted)).scalar_one(),
    )


async def _own(session: AsyncSession, actor: Actor, number: str) -> ChangeRequestRow:
    row = await _row(session, number)
    if row is None or row.department != actor.department:
        raise LetterNotFound
    return row


async def _row(session: AsyncSession, number: str) -> ChangeRequestRow | None:
    if not can_be_stored(number):
        return None
    query = select(ChangeRequestRow).where(ChangeRequestRow.number == number).with_for_update()
    row: ChangeRequestRow | None = await session.scalar(query)
    return row


def _may_answer(actor: Actor, case: CaseRow) -> bool:
    return actor.may(Role.APPROVER) and case.department == actor.department


def _view(row: ChangeRequestRow, case: CaseRow, actor: Actor, services: Services) -> ChangeRequestView:
    state, kind = RequestState(row.state), ChangeKind(row.kind)
    waits = state is RequestState.OPEN
    return ChangeRequestView(
        number=row.number,
        case=row.case_number,
        item=case.item,
        department=services.catalogue.department_name(row.department),
        kind=kind,
        kind_name=kind.label,
        document=row.document,
        reason=row.reason,
        basis=row.basis,
        at=at_centre(row.at),
        file_type=row.file_type,
        file_size=row.file_size,
        state=state,
        state_name=state.label,
        answer_by=row.answer_by,
        overdue=waits and row.answer_by is not None and row.answer_by < services.today(),
        outcome_name=RequestOutcome(row.outcome).label if row.outcome else "",
        answer=row.answer,
        answer_document=row.answer_document,
        on_day=row.on_day,
        answered_at=at_centre(row.answered_at) if row.answered_at else None,
        may_answer=waits and _may_answer(actor, case),
    )
