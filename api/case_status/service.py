"""Ask for a case and withdraw it, with a second factor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments.release import release
from api.appointments.schemas import AppointmentView
from api.appointments.service import shown
from api.appointments.views import is_over
from api.case_status import lookup
from api.case_status.lookup import FoundCase, find_unlocked
from api.case_status.schemas import CaseNotice, CasePaper, CaseStatus, Correction, FeedbackCount
from api.case_status.views import present_window, status
from api.cases import repository
from api.cases.log import entry_of
from api.cases.models import CaseRow
from api.cases.performance import Done, act
from api.cases.schemas import CaseQuery, ResultView
from api.cases.second_factor import authorize, subject_of
from api.cases.views import result_view
from api.platform.errors import CannotWithdraw, ResultNotThere, WrongState
from api.ratings.models import RatingRow
from api.ratings.rating_rules import possible_feedback
from api.reminders import service as reminders
from api.services import Services
from api.uploads.results import Attached, file_view, issued_with
from knowledge.base.roles import Role
from knowledge.cases.acts.attempt import Attempt
from knowledge.cases.archive.applicant_papers import PaperCase, papers_of
from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.result import result_of
from knowledge.cases.procedure.result_ways import wish_said
from knowledge.cases.record.act import Act
from knowledge.cases.record.facts import CaseFacts
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import CaseState
from knowledge.guidance.notice import NoticeContent
from knowledge.guidance.visit import visit_of
from knowledge.privacy.contact_data import applicant_called


async def look(query: CaseQuery, services: Services) -> CaseStatus:
    """Where a case is."""

    async def at_a_glance(session: AsyncSession) -> CaseStatus | None:
        found = await find_unlocked(session, query, services)
        return await _stands(session, found, services) if found else None

    async def counting_tries(session: AsyncSession) -> CaseStatus:
        found = await authorize(session, query, services, lookup.look_up)
        return await _stands(session, found, services)

    async with services.locks.of(subject_of(query, services)):
        if shown := await services.database.read(at_a_glance):
            return shown
        return await services.database.transact(counting_tries)


async def status_of(session: AsyncSession, number: str, services: Services) -> CaseStatus:
    """Where a case is, for somebody whose right to know was checked before."""
    found = await lookup.look_up(session, number)
    assert found is not None
    return await _stands(session, found, services)


async def notice(session: AsyncSession, query: CaseQuery, services: Services) -> CaseNotice:
    """The notice with which it was submitted."""
    case = await authorize(session, query, services, repository.by_number)
    content = NoticeContent.model_validate_json(await repository.content_of(session, case.number))
    return CaseNotice(
        number=case.number,
        notice_number=case.notice_number,
        notice_version=case.notice_version,
        content=content,
    )


async def withdraw(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus:
    """撤回: at any time before the decision."""
    case = await authorize(session, query, services, repository.to_act_on, changes=True)
    try:
        result = await _act(session, case, Act.WITHDRAW, {}, services)
    except WrongState as refusal:
        raise CannotWithdraw(refusal.detail, **refusal.members).recorded() from refusal
    if any(one.is_open for one in await repository.of_submission(session, case.intake_id)):
        return result
    await release(session, case.intake_id, services.now())
    return result.model_copy(update={"appointment": None})


async def hand_in(session: AsyncSession, request: Correction, services: Services) -> CaseStatus:
    """补正 or 容缺后补, whichever the case waits for."""
    case = await authorize(session, request, services, repository.to_act_on, changes=True)
    fitting = Act.CORRECT if case.state == CaseState.CORRECTION else Act.SUPPLEMENT
    return await _act(session, case, fitting, {"materials": request.materials}, services)


async def _act(
    session: AsyncSession, case: CaseRow, name: Act, data: Mapping[str, Any], services: Services
) -> CaseStatus:
    attempt = Attempt(name, Role.APPLICANT, Role.APPLICANT.value, services.now(), data)
    done = await act(session, case, attempt, services)
    found = await lookup.look_up(session, case.number)
    assert found is not None
    return await _shown(session, found, done.facts, await _log(session, case.number), services)


async def _stands(session: AsyncSession, found: FoundCase, services: Services) -> CaseStatus:
    log = await _log(session, found.case.number)
    return await _shown(session, found, fold(log), log, services)


async def _shown(
    session: AsyncSession, found: FoundCase, facts: CaseFacts, log: Sequence[LogEntry], services: Services
) -> CaseStatus:
    case = found.case
    alone = case.affair == case.item_id
    submission = [case] if alone else await repository.of_submission(session, case.intake_id)
    later = await _to_supplement(session, case, facts)
    shown = status(Done(case, facts), log, submission, later, services)
    complaints, answered = found.complaints
    return shown.model_copy(
        update={
            "result": await _result(session, case, log),
            "can": [*shown.can, *possible_feedback(case, found.ratings)],
            "appointment": _appointment(found, services) if case.is_open else None,
            "papers": [CasePaper(id=one.id, title=one.title, day=one.day) for one in papers_of(log)],
            "correct_by": facts.corrections[-1].correct_by if shown.to_correct else None,
            "result_wish": wish_said(facts),
            "reminders": await reminders.of_case(session, case, services),
            "ratings": _ratings(found.ratings),
            "complaints": FeedbackCount(given=complaints, answered=answered),
        }
    )


async def result_file(session: AsyncSession, query: CaseQuery, services: Services) -> Attached:
    """The certificate of a case.

    Raises:
        ResultNotThere: The result is not made, was revoked, or no certificate was attached.
    """
    case = await authorize(session, query, services, repository.by_number)
    result = result_of(await _log(session, case.number))
    attached = await issued_with(session, case.number, result)
    if attached is None:
        raise ResultNotThere
    return attached


async def paper_case(
    session: AsyncSession, query: CaseQuery, services: Services
) -> tuple[PaperCase, list[LogEntry]]:
    """What a paper of a case says, and its log."""
    case = await authorize(session, query, services, repository.by_number)
    content = NoticeContent.model_validate_json(await repository.content_of(session, case.number))
    log = await _log(session, case.number)
    place = present_window(case, services.catalogue)
    said = PaperCase(
        number=case.number,
        item=case.item,
        applicant=applicant_called(case.contact_masked),
        submitted_on=log[0].day,
        window=f"{place.site}{place.floor}{place.number}{place.name}" if place else "",
        address=place.address if place else "",
        hours=place.hours if place else "",
        phone=place.phone if place else "",
        answer_note=case.answer_due_note,
        visit=visit_of(content, case.materials),
    )
    return said, log


async def _result(session: AsyncSession, case: CaseRow, log: Sequence[LogEntry]) -> ResultView | None:
    result = result_of(log) if case.outcome else None
    if result is None:
        return None
    return result_view(result, file_view(await issued_with(session, case.number, result)))


def _ratings(given: Sequence[RatingRow]) -> FeedbackCount:
    return FeedbackCount(given=len(given), answered=sum(row.answered_at is not None for row in given))


async def _log(session: AsyncSession, number: str) -> list[LogEntry]:
    return [entry_of(line) for line in await repository.log_of(session, number)]


async def _to_supplement(session: AsyncSession, case: CaseRow, facts: CaseFacts) -> dict[str, str]:
    """The materials that may still come later, with their names: the notice is read only where there are any."""
    later = sorted(facts.later) if case.is_open else []
    if not later:
        return {}
    content = NoticeContent.model_validate_json(await repository.content_of(session, case.number))
    names = {line.id: line.name for line in content.materials}
    return {key: names.get(key, key) for key in later}


def _appointment(found: FoundCase, services: Services) -> AppointmentView | None:
    row = found.appointment
    if row is None or is_over(row, services.now()):
        return None
    return shown(row, services, found.case.window)
