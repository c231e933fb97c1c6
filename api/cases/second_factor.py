"""The second factor: a case is told to whoever knows its number and the last four digits of the applicant's phone.

What changes a case wants the whole phone. The conversation that submitted it needs neither: an intake of that conversation is a name that
cannot be guessed. Wrong tries of a tail are counted by the case, by the network, by the tail and over all, and none of these counts keeps
out whoever has the whole phone or that conversation: nobody is locked out of their own case by others.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from api.cases.models import CaseRow
from api.cases.schemas import CaseQuery
from api.cases.search_columns import PHONE_TAIL
from api.intakes import reading
from api.intakes.models import IntakeRow
from api.platform.asking import asking_network
from api.platform.attempt_limit import charge, locked_until, refusal
from api.platform.database import can_be_stored
from api.platform.errors import CaseNotFound, SecondFactorMissing, StrongerFactorNeeded, TooManyTries
from api.platform.rate_limiter import Rate
from api.platform.security import same
from api.services import Services
from knowledge.privacy.contact_data import called_at

_asking, _submitted = aliased(IntakeRow), aliased(IntakeRow)
_OF_SUBMITTER = (
    select(CaseRow.number)
    .join(_submitted, _submitted.id == CaseRow.intake_id)
    .join(_asking, _asking.conversation == _submitted.conversation)
    .where(CaseRow.number == bindparam("number"), _asking.id == bindparam("intake"))
)


_CONTACT = select(CaseRow.contact).where(CaseRow.number == bindparam("number"))

QUARTER = 900
WRONG_OF_NETWORK = Rate(100, QUARTER)
"""A hall of 300 people mistypes, too."""
WRONG_OF_TAIL = Rate(300, QUARTER)
WRONG_OVERALL = Rate(3_000, QUARTER)


class HasPhoneTail(Protocol):
    """A case, as much of it as was read."""

    @property
    def number(self) -> str: ...

    @property
    def phone_tail(self) -> str: ...


Case = TypeVar("Case", bound=HasPhoneTail)
Find = Callable[[AsyncSession, str], Awaitable[Case | None]]


@dataclass(frozen=True)
class Given:
    """What somebody shows for a case.

    Attributes:
        tail: The last four digits of the phone.
        phone: All of it; empty where only the tail was given.
    """

    number: str
    tail: str
    phone: str = ""

    def fits(self, digest: str, services: Services) -> bool:
        """Whether the tail is that of a case."""
        expected = services.vault.search_digests(PHONE_TAIL, f"{self.number}/{self.tail}")
        return any([same(one, digest) for one in expected])


async def authorize(
    session: AsyncSession, query: CaseQuery, services: Services, find: Find[Case], *, changes: bool = False
) -> Case:
    """The case, if its own conversation asks or the second factor is right.

    An unknown number takes the same steps as a wrong second factor.

    Args:
        find: Reads as much of the case as the caller needs, or lets others wait.
        changes: The case is to be changed, which wants the whole phone.

    Raises:
        CaseNotFound: There is none, or the second factor is wrong; the try is counted.
        TooManyTries: Too many wrong ones of late.
        SecondFactorMissing: None was given.
        StrongerFactorNeeded: The tail is right, but the case is to be changed.
    """
    if await asks_for_its_own(session, query) and (own := await find(session, query.number.strip()[:12])):
        return own
    given, now = await given_factor(session, query, services), services.now()
    subject = _subject_of_phone(given, services) if given.phone else subject_of(query, services)
    if until := await locked_until(session, subject, now):
        raise refusal(until, now, "这个编号的查询")
    if not given.phone:
        await must_not_be_guessing(given, services)
    case = await find(session, given.number[:12])
    if case is None or not await _is_right(session, case, given, services):
        await charge(session, subject, now)
        await _count_wrong(given, services)
        raise CaseNotFound().recorded()
    if changes and not given.phone:
        raise StrongerFactorNeeded
    return case


async def _is_right(session: AsyncSession, case: HasPhoneTail, given: Given, services: Services) -> bool:
    if not given.fits(case.phone_tail, services):
        return False
    if not given.phone:
        return True
    contact = services.vault.unseal(await session.scalar(_CONTACT, {"number": case.number}))
    return hmac.compare_digest(called_at(contact).encode(), given.phone.encode())


async def must_not_be_guessing(given: Given, services: Services) -> None:
    """Refuse a tail where too many were wrong lately.

    Raises:
        TooManyTries: Of this network, of this tail, or over all.
    """
    for rate, key in _wrong_counts(given, services):
        if seconds := await services.limiter.wait(rate, "wrong", key):
            raise TooManyTries(
                f"最近试错的次数太多，请{-(-seconds // 60)}分钟后再试，或者用提交时所留的完整手机号查询。",
                headers={"Retry-After": str(seconds)},
            )


async def _count_wrong(given: Given, services: Services) -> None:
    for rate, key in _wrong_counts(given, services):
        await services.limiter.take(rate, "wrong", key)


def _wrong_counts(given: Given, services: Services) -> Iterator[tuple[Rate, str]]:
    if network := asking_network():
        yield WRONG_OF_NETWORK, f"network {network}"
    if not given.phone:
        yield WRONG_OF_TAIL, f"tail {services.vault.digest('tries/tail', given.tail)}"
    yield WRONG_OVERALL, "overall"


async def asks_for_its_own(session: AsyncSession, query: CaseQuery) -> bool:
    """Whether the intake that asks belongs to the conversation that submitted the case; a phone that is named is checked instead."""
    intake, number = query.intake or "", query.number.strip()
    said = query.phone_tail or query.phone or query.by_phone
    if said or not (can_be_stored(intake) and can_be_stored(number)):
        return False
    return await session.scalar(_OF_SUBMITTER, {"number": number, "intake": intake}) is not None


def subject_of(query: CaseQuery, services: Services) -> str:
    """Under which name wrong tails of a number are counted."""
    return services.vault.digest("tries/case", query.number.strip())


def _subject_of_phone(given: Given, services: Services) -> str:
    """Under which name wrong phones of a number are counted: of one network, so that no other one uses the tries up."""
    return services.vault.digest("tries/phone", f"{given.number}/{asking_network()}")


async def given_factor(session: AsyncSession, query: CaseQuery, services: Services) -> Given:
    """What was given with the request, else what the channel has put away with the intake.

    Raises:
        SecondFactorMissing: Nothing.
    """
    number = query.number.strip()
    if query.phone:
        return Given(number, query.phone[-4:], query.phone)
    if query.phone_tail:
        return Given(number, query.phone_tail)
    row = await reading.found(session, query.intake) if query.intake else None
    said = reading.phone_said(row, services) if row else None
    if said is None:
        raise SecondFactorMissing
    return Given(number, said[-4:], said if len(said) == 11 else "")
