"""Make a complaint, have it handled by somebody who has no part in it, and answer it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository as cases
from api.cases.log import entry_of
from api.cases.models import CaseRow
from api.cases.schemas import CaseQuery
from api.cases.second_factor import authorize
from api.complaints import repository, views
from api.complaints.escalation import ABOVE
from api.complaints.models import ESCALATED, OPEN, ComplaintRow
from api.complaints.schemas import (
    CaseComplaints,
    ComplaintPage,
    ComplaintRequest,
    ComplaintView,
    DeskComplaint,
    Unassigned,
    UnassignedPage,
)
from api.outbox.entry import put
from api.platform.counters import next_number
from api.platform.errors import AlreadyAnswered, ComplaintNotFound, TooManyComplaints
from api.services import Services
from knowledge.base.centre_time import centre_day
from knowledge.base.text import normalise
from knowledge.cases.oversight import complaint_handling as rules
from knowledge.cases.oversight.complaint_handling import Assignment, assigned, hands_of
from knowledge.cases.record.log import LogEntry
from knowledge.privacy.redaction import redact


async def complain(session: AsyncSession, request: ComplaintRequest, services: Services) -> ComplaintView:
    """Take a complaint; the same one sent twice is one."""
    case = await authorize(session, request, services, cases.by_number, changes=True)
    text, _ = redact(normalise(request.text))
    said = "\0".join((request.about, request.officer, text))
    digest = hashlib.sha256(said.encode()).hexdigest()
    pending = [row for row in await repository.of_case(session, case.number) if row.state != "answered"]
    if there := next((row for row in pending if row.digest == digest), None):
        return views.own(there)
    if len(pending) >= rules.MOST_OPEN:
        raise TooManyComplaints
    row = await _new(session, case, request, text, digest, services)
    return views.own(row)


async def look(session: AsyncSession, query: CaseQuery, services: Services) -> CaseComplaints:
    """The complaints of a case and what became of them, for its applicant."""
    case = await authorize(session, query, services, cases.by_number)
    rows = await repository.of_case(session, case.number)
    return CaseComplaints(number=case.number, complaints=[views.own(row) for row in rows])


async def page(session: AsyncSession, actor: Actor, only_open: bool, services: Services) -> ComplaintPage:
    """The complaints that the actor handles."""
    rows = await repository.of_handler(session, actor.id, only_open)
    return ComplaintPage(complaints=[await _for_handler(session, row, services) for row in rows])


async def one(session: AsyncSession, actor: Actor, number: str, services: Services) -> DeskComplaint:
    """One complaint that the actor handles.

    Raises:
        ComplaintNotFound: There is none, or somebody else handles it.
    """
    return await _for_handler(session, await _handled(session, actor, number), services)


async def answer(
    session: AsyncSession, actor: Actor, number: str, text: str, services: Services
) -> DeskComplaint:
    """Answer a complaint; the complainant is told.

    Raises:
        ComplaintNotFound: There is none, or somebody else handles it.
        AlreadyAnswered: It is answered.
    """
    row = await _handled(session, actor, number)
    said = text.strip() if text.strip()[-1] in "。？！" else f"{text.strip()}。"
    if not await repository.answer(session, row.number, actor.id, said, services.now()):
        raise AlreadyAnswered
    await _tell(session, row, rules.ANSWERED.format(number=row.number, answer=said), "answer", services)
    await session.refresh(row)
    return await _for_handler(session, row, services)


async def unassigned(session: AsyncSession) -> UnassignedPage:
    """Complaints that nobody here handles, for administrators."""
    return UnassignedPage(
        complaints=[views.unassigned(row) for row in await repository.without_handler(session)]
    )


async def assign_anew(session: AsyncSession, number: str, services: Services) -> Unassigned:
    """Look again for somebody able, after accounts have changed.

    Raises:
        ComplaintNotFound: There is none that is without handler.
    """
    waiting = await repository.without_handler(session)
    row = next((row for row in waiting if row.number == number), None)
    case = await cases.by_number(session, row.case_number) if row else None
    if row is None or case is None:
        raise ComplaintNotFound
    found = await _assignment(session, case, row.about, row.officer)
    was_above = row.state == ESCALATED
    _assign(row, found)
    if row.state == ESCALATED and not was_above:
        await _escalate(session, row, case, services)
    await session.flush()
    return views.unassigned(row)


async def _new(
    session: AsyncSession,
    case: CaseRow,
    request: ComplaintRequest,
    text: str,
    digest: str,
    services: Services,
) -> ComplaintRow:
    now = services.now()
    today = centre_day(now)
    running = await next_number(session, "complaint", today)
    row = ComplaintRow(
        number=f"TS{today:%Y%m%d}-{running:04d}",
        case_number=case.number,
        about=request.about,
        officer=request.officer,
        text=text,
        digest=digest,
        at=now,
        handler="",
        why="",
        state=OPEN,
        answer_by=rules.answer_by(today),
        answer="",
        answered_at=None,
    )
    _assign(row, await _assignment(session, case, row.about, row.officer))
    session.add(row)
    await session.flush()
    if row.state == ESCALATED:
        await _escalate(session, row, case, services)
    return row


async def _assignment(session: AsyncSession, case: CaseRow, about: str, officer: str) -> Assignment:
    log = [entry_of(line) for line in await cases.log_of(session, case.number)]
    people = await _complained_about(session, case, about, officer, log)
    return assigned(people, case.department, log, await repository.supervisors(session))


async def _complained_about(
    session: AsyncSession, case: CaseRow, about: str, officer: str, log: Sequence[LogEntry]
) -> frozenset[str]:
    """Everybody it may be about: whoever had a hand in the case or sits at its window, unless it is about the department as such."""
    named = frozenset((officer.strip().upper(),)) if officer.strip() else frozenset()
    if about == "department":
        return named
    return named | hands_of(log) | await repository.who_sits_at(session, (case.window,))


def _assign(row: ComplaintRow, found: Assignment) -> None:
    row.handler = found.handler or ""
    row.why = found.why
    row.state = OPEN if found.handler else ESCALATED


async def _escalate(session: AsyncSession, row: ComplaintRow, case: CaseRow, services: Services) -> None:
    now = services.now()
    key = f"complaint/{row.number}/{now:%Y%m%d%H%M%S}"
    put(session, "complaint", ABOVE, case.number, key, {"complaint": row.number}, now)
    await _tell(session, row, rules.ESCALATED.format(number=row.number), f"escalated/{now:%H%M%S}", services)


async def _tell(session: AsyncSession, row: ComplaintRow, text: str, what: str, services: Services) -> None:
    case = await cases.by_number(session, row.case_number)
    assert case is not None
    told = {"text": text, "state": case.state, "act": "complaint"}
    key = f"complaint/{row.number}/{what}"
    put(session, "told", case.channel, case.number, key, told, services.now())


async def _handled(session: AsyncSession, actor: Actor, number: str) -> ComplaintRow:
    row = await repository.by_number(session, number)
    if row is None or row.handler != actor.id:
        raise ComplaintNotFound
    return row


async def _for_handler(session: AsyncSession, row: ComplaintRow, services: Services) -> DeskComplaint:
    case = await cases.by_number(session, row.case_number)
    assert case is not None
    return views.for_handler(row, case, services.today())
