"""The second factor: a case is told to whoever knows its number and the last four digits of the applicant's phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from api import tries
from api.cases import asking
from api.cases.asking import Found
from api.cases.schemas import CaseQuery
from api.cases.submission import PHONE_TAIL
from api.errors import ApiError, CaseNotFound, SecondFactorMissing
from api.intakes import reading
from api.security import same
from api.services import Services


class Tailed(Protocol):
    """A case, as much of it as was read."""

    @property
    def phone_tail(self) -> str: ...


Case = TypeVar("Case", bound=Tailed)
Find = Callable[[AsyncSession, str], Awaitable[Case | None]]


async def glanced(session: AsyncSession, query: CaseQuery, services: Services) -> Found | None:
    """The case, where the second factor is right and nobody was wrong lately: nothing has to be counted, so that reading is enough.

    Called in turn for each number, so that of parallel tries the first wrong one is seen by the next.
    """
    number, given = await _given(session, query, services)
    found = await asking.found(session, number[:12], subject_of(query, services))
    right = same(given, found.phone_tail if found else services.vault.digest("nobody", number))
    return found if right and found is not None and not found.was_tried else None


async def owned(
    session: AsyncSession, query: CaseQuery, services: Services, find: Find[Case]
) -> Case | ApiError:
    """The case, if the second factor is right. An unknown number takes the same steps as a wrong second factor.

    A refusal is returned and not raised: the wrong try must be committed.

    Args:
        find: Reads as much of the case as the caller needs, or lets others wait.
    """
    number, given = await _given(session, query, services)
    subject, now = subject_of(query, services), services.now()
    if until := await tries.locked_until(session, subject, now):
        return tries.refusal(until, now, "这个编号的查询")
    case = await find(session, number[:12])
    right = same(given, case.phone_tail if case else services.vault.digest("nobody", number))
    if case is None or not right:
        await tries.charge(session, subject, now)
        return CaseNotFound()
    return case


def subject_of(query: CaseQuery, services: Services) -> str:
    """Under which name wrong tries of a number are counted."""
    return services.vault.digest("tries/case", query.number.strip())


async def _given(session: AsyncSession, query: CaseQuery, services: Services) -> tuple[str, str]:
    """The number, and the digest that its case has if the second factor is right."""
    tail, number = query.phone_tail or await _tail_of_intake(session, query, services), query.number.strip()
    return number, services.vault.digest(PHONE_TAIL, f"{number}/{tail}")


async def _tail_of_intake(session: AsyncSession, query: CaseQuery, services: Services) -> str:
    """The tail that the channel has cut out of the talk and put away with the intake."""
    row = await reading.found(session, query.intake) if query.intake else None
    tail = reading.phone_tail_of(row, services) if row else None
    if tail is None:
        raise SecondFactorMissing
    return tail
