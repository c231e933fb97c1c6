"""Ask for a case and withdraw it, with a second factor. Refusals are returned, not raised: the wrong try must be committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api.appointments import repository as appointments
from api.appointments.releasing import release
from api.appointments.schemas import AppointmentView
from api.appointments.views import appointment_view, is_over
from api.cases import repository
from api.cases.acting import Done, act
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.cases.schemas import CaseQuery, CaseStatus, Correction
from api.cases.second_factor import owned
from api.cases.views import status
from api.errors import (
    ApiError,
    CannotWithdraw,
    WrongState,
)
from api.ratings.possible import afterwards
from api.services import Services
from knowledge.acting import Attempt
from knowledge.case_log import Role
from knowledge.folding import fold
from knowledge.notice import NoticeContent


async def look(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus | ApiError:
    """Where a case is."""
    case = await owned(session, query, services, repository.without_papers)
    return case if isinstance(case, ApiError) else await _stands(session, case, services)


async def standing(session: AsyncSession, number: str, services: Services) -> CaseStatus:
    """Where a case is, for somebody whose right to know was checked before."""
    case = await repository.without_papers(session, number)
    assert case is not None
    return await _stands(session, case, services)


async def withdraw(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus | ApiError:
    """撤回: at any time before the decision."""
    case = await owned(session, query, services, repository.to_act_on)
    if isinstance(case, ApiError):
        return case
    result = await _act(session, case, "withdraw", {}, services)
    if isinstance(result, ApiError):
        return CannotWithdraw() if isinstance(result, WrongState) else result
    if any(one.is_open for one in await repository.of_submission(session, case.intake_id)):
        return result
    await release(session, case.intake_id, services.now())
    return result.model_copy(update={"appointment": None})


async def hand_in(session: AsyncSession, request: Correction, services: Services) -> CaseStatus | ApiError:
    """补正 or 容缺后补, whichever the case waits for."""
    case = await owned(session, request, services, repository.to_act_on)
    if isinstance(case, ApiError):
        return case
    name = "correct" if case.state == "correction" else "supplement"
    return await _act(session, case, name, {"materials": request.materials}, services)


async def _act(
    session: AsyncSession, case: CaseRow, name: str, data: Mapping[str, Any], services: Services
) -> CaseStatus | ApiError:
    attempt = Attempt(name, Role.APPLICANT, Role.APPLICANT.value, services.now(), data)
    done = await act(session, case, attempt, services)
    if isinstance(done, ApiError):
        return done
    return await _shown(session, done, await repository.log_of(session, case.number), services)


async def _stands(session: AsyncSession, case: CaseRow, services: Services) -> CaseStatus:
    lines = await repository.log_of(session, case.number)
    return await _shown(session, Done(case, fold(map(entry_of, lines))), lines, services)


async def _shown(
    session: AsyncSession, done: Done, lines: Sequence[StoredEntry], services: Services
) -> CaseStatus:
    case = done.case
    alone = case.affair == case.item_id
    submission = [case] if alone else await repository.of_submission(session, case.intake_id)
    shown = status(done, lines, submission, await _to_supplement(session, done), services)
    can = [*shown.can, *await afterwards(session, case)]
    return shown.model_copy(update={"can": can, "appointment": await _appointment(session, case, services)})


async def _to_supplement(session: AsyncSession, done: Done) -> dict[str, str]:
    """The materials that may still come later, with their names: the notice is read only where there are any."""
    later = sorted(done.facts.later) if done.case.is_open else []
    if not later:
        return {}
    content = NoticeContent.model_validate_json(await repository.content_of(session, done.case.number))
    names = {line.id: line.name for line in content.materials}
    return {key: names.get(key, key) for key in later}


async def _appointment(session: AsyncSession, case: CaseRow, services: Services) -> AppointmentView | None:
    row = await appointments.live_of(session, case.intake_id)
    if row is None or is_over(row, services.now()):
        return None
    return appointment_view(row, services.catalogue, services.now(), window_now=case.window)
