"""Ask for a case and withdraw it, with a second factor. Refusals are returned, not raised: the wrong try must be committed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from api import tries
from api.appointments import repository as appointments
from api.appointments.releasing import release
from api.appointments.schemas import AppointmentView
from api.appointments.views import appointment_view, is_over
from api.cases import repository
from api.cases.acting import Done, act
from api.cases.log import entry_of
from api.cases.models import CaseLogRow, CaseRow
from api.cases.schemas import CaseQuery, CaseStatus, Correction
from api.cases.submission import PHONE_TAIL
from api.cases.views import status
from api.errors import (
    ApiError,
    CannotWithdraw,
    CaseNotFound,
    SecondFactorMissing,
    WrongState,
)
from api.intakes import reading
from api.ratings.possible import afterwards
from api.security import same
from api.services import Services
from knowledge.acting import Attempt
from knowledge.case_log import Role
from knowledge.folding import fold


async def look(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus | ApiError:
    """Where a case is."""
    case = await owned(session, query, services)
    if isinstance(case, ApiError):
        return case
    lines = await repository.log_of(session, case.number)
    return await _shown(session, Done(case, fold(map(entry_of, lines))), lines, services)


async def standing(session: AsyncSession, number: str, services: Services) -> CaseStatus:
    """Where a case is, for somebody whose right to know was checked before."""
    case = await repository.by_number(session, number)
    assert case is not None
    lines = await repository.log_of(session, number)
    return await _shown(session, Done(case, fold(map(entry_of, lines))), lines, services)


async def withdraw(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus | ApiError:
    """撤回: at any time before the decision."""
    case = await owned(session, query, services, to_act=True)
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
    case = await owned(session, request, services, to_act=True)
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


async def _shown(
    session: AsyncSession, done: Done, lines: Sequence[CaseLogRow], services: Services
) -> CaseStatus:
    case = done.case
    alone = case.affair == case.item_id
    submission = [case] if alone else await repository.of_submission(session, case.intake_id)
    shown = status(done, lines, submission, services)
    can = [*shown.can, *await afterwards(session, case)]
    return shown.model_copy(update={"can": can, "appointment": await _appointment(session, case, services)})


async def _appointment(session: AsyncSession, case: CaseRow, services: Services) -> AppointmentView | None:
    row = await appointments.live_of(session, case.intake_id)
    if row is None or is_over(row, services.now()):
        return None
    return appointment_view(row, services.catalogue, services.now(), window_now=case.window)


async def owned(
    session: AsyncSession, query: CaseQuery, services: Services, *, to_act: bool = False
) -> CaseRow | ApiError:
    """The case, if the second factor is right. An unknown number takes the same steps as a wrong second factor."""
    tail = query.phone_tail or await _tail_of_intake(session, query, services)
    number, now, vault = query.number.strip(), services.now(), services.vault
    charged = await tries.charge(session, vault.digest("tries/case", number), now)
    find = repository.to_act_on if to_act else repository.by_number
    case = await find(session, number[:12])
    given = vault.digest(PHONE_TAIL, f"{number}/{tail}")
    right = same(given, case.phone_tail if case else vault.digest("nobody", number))
    if charged.until:
        return tries.refusal(charged.until, now, "这个编号的查询")
    if case is None or not right:
        return CaseNotFound()
    await tries.give_back(session, charged.subject)
    return case


async def _tail_of_intake(session: AsyncSession, query: CaseQuery, services: Services) -> str:
    """The tail that the channel has cut out of the talk and put away with the intake."""
    row = await reading.found(session, query.intake) if query.intake else None
    tail = reading.phone_tail_of(row, services) if row else None
    if tail is None:
        raise SecondFactorMissing
    return tail
