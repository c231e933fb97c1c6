"""The second factor: a case is told to whoever knows its number and the last four digits of the applicant's phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from api import tries
from api.cases import repository
from api.cases.models import CaseRow
from api.cases.schemas import CaseQuery
from api.cases.submission import PHONE_TAIL
from api.errors import ApiError, CaseNotFound, SecondFactorMissing
from api.intakes import reading
from api.security import same
from api.services import Services

Find = Callable[[AsyncSession, str], Awaitable[CaseRow | None]]


async def owned(
    session: AsyncSession, query: CaseQuery, services: Services, find: Find = repository.by_number
) -> CaseRow | ApiError:
    """The case, if the second factor is right. An unknown number takes the same steps as a wrong second factor.

    A refusal is returned and not raised: the wrong try must be committed.

    Args:
        find: Reads as much of the case as the caller needs.
    """
    tail = query.phone_tail or await _tail_of_intake(session, query, services)
    number, now, vault = query.number.strip(), services.now(), services.vault
    subject = vault.digest("tries/case", number)
    if until := await tries.locked_until(session, subject, now):
        return tries.refusal(until, now, "这个编号的查询")
    case = await find(session, number[:12])
    given = vault.digest(PHONE_TAIL, f"{number}/{tail}")
    if not same(given, case.phone_tail if case else vault.digest("nobody", number)) or case is None:
        await tries.charge(session, subject, now)
        return CaseNotFound()
    return case


async def _tail_of_intake(session: AsyncSession, query: CaseQuery, services: Services) -> str:
    """The tail that the channel has cut out of the talk and put away with the intake."""
    row = await reading.found(session, query.intake) if query.intake else None
    tail = reading.phone_tail_of(row, services) if row else None
    if tail is None:
        raise SecondFactorMissing
    return tail
