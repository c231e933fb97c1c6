"""Ask for a case and withdraw it, with a second factor. Refusals are returned, not raised: the wrong try must be committed."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from api import tries
from api.cases import repository
from api.cases.models import CaseLogRow, CaseRow
from api.cases.schemas import CaseQuery, CaseStatus
from api.cases.submission import PHONE_TAIL
from api.cases.views import status
from api.errors import ApiError, CannotWithdraw, CaseNotFound, SecondFactorMissing
from api.intakes import reading
from api.security import same
from api.services import Services
from knowledge.case_states import acts_of, transition


async def look(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus | ApiError:
    """Where a case is."""
    case = await _owned(session, query, services)
    if isinstance(case, ApiError):
        return case
    return status(case, await repository.log_of(session, case.number))


async def withdraw(session: AsyncSession, query: CaseQuery, services: Services) -> CaseStatus | ApiError:
    """撤回: at any time before the decision."""
    case = await _owned(session, query, services)
    if isinstance(case, ApiError):
        return case
    allowed = transition(case.state, "withdraw")
    if allowed is None or "withdraw" not in acts_of("applicant", case.state):
        return CannotWithdraw()
    session.add(
        CaseLogRow(
            case_number=case.number,
            at=services.now(),
            actor="applicant",
            act="withdraw",
            before=case.state,
            after=allowed.next,
        )
    )
    case.state = allowed.next
    await session.flush()
    return status(case, await repository.log_of(session, case.number))


async def _owned(session: AsyncSession, query: CaseQuery, services: Services) -> CaseRow | ApiError:
    """The case, if the second factor is right. An unknown number takes the same steps as a wrong second factor."""
    tail = query.phone_tail or await _tail_of_intake(session, query, services)
    number, now, vault = query.number.strip(), services.now(), services.vault
    charged = await tries.charge(session, vault.digest("tries/case", number), now)
    case = await repository.by_number(session, number[:12])
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
