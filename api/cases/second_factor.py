"""The second factor: a case is told to whoever knows its number and the last four digits of the applicant's phone.

The conversation that submitted it needs neither digits: an intake of that conversation is a name that cannot be guessed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.cases.models import CaseRow
from api.cases.schemas import CaseQuery
from api.intakes import reading
from api.intakes.models import IntakeRow
from api.platform.attempt_limit import charge, locked_until, refusal
from api.platform.database import can_be_stored
from api.platform.errors import CaseNotFound, SecondFactorMissing
from api.platform.security import same
from api.services import Services

PHONE_TAIL = "phone-tail"
"""Purpose of the digests of phone tails."""

_asking, _submitted = aliased(IntakeRow), aliased(IntakeRow)
_OF_SUBMITTER = (
    select(CaseRow.number)
    .join(_submitted, _submitted.id == CaseRow.intake_id)
    .join(_asking, _asking.conversation == _submitted.conversation)
    .where(CaseRow.number == bindparam("number"), _asking.id == bindparam("intake"))
)


class HasPhoneTail(Protocol):
    """A case, as much of it as was read."""

    @property
    def phone_tail(self) -> str: ...


Case = TypeVar("Case", bound=HasPhoneTail)
Find = Callable[[AsyncSession, str], Awaitable[Case | None]]


async def authorize(session: AsyncSession, query: CaseQuery, services: Services, find: Find[Case]) -> Case:
    """The case, if its own conversation asks or the second factor is right.

    An unknown number takes the same steps as a wrong second factor.

    Args:
        find: Reads as much of the case as the caller needs, or lets others wait.

    Raises:
        CaseNotFound: There is none, or the second factor is wrong; the try is counted.
        TooManyTries: Too many wrong ones of late.
        SecondFactorMissing: None was given.
    """
    if await asks_for_its_own(session, query) and (own := await find(session, query.number.strip()[:12])):
        return own
    number, given = await given_factor(session, query, services)
    subject, now = subject_of(query, services), services.now()
    if until := await locked_until(session, subject, now):
        raise refusal(until, now, "这个编号的查询")
    case = await find(session, number[:12])
    right = same(given, case.phone_tail if case else services.vault.digest("nobody", number))
    if case is None or not right:
        await charge(session, subject, now)
        raise CaseNotFound().recorded()
    return case


async def asks_for_its_own(session: AsyncSession, query: CaseQuery) -> bool:
    """Whether the intake that asks belongs to the conversation that submitted the case; a phone that is named is checked instead."""
    intake, number = query.intake or "", query.number.strip()
    if query.phone_tail or query.by_phone or not (can_be_stored(intake) and can_be_stored(number)):
        return False
    return await session.scalar(_OF_SUBMITTER, {"number": number, "intake": intake}) is not None


def subject_of(query: CaseQuery, services: Services) -> str:
    """Under which name wrong tries of a number are counted."""
    return services.vault.digest("tries/case", query.number.strip())


async def given_factor(session: AsyncSession, query: CaseQuery, services: Services) -> tuple[str, str]:
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
