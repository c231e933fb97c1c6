"""The national records of all cases of a range of days, case by case, however many there are: memory stays flat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases.repository import logs_of
from api.exchange import repository
from api.exchange.case_data import Accounts, accounts, case_data
from api.exchange.national_records import KINDS, Checked, masked_records, records_of
from api.exchange.repository import Place
from api.platform.sources import Source
from api.uploads.repository import files_by_intake
from knowledge.base.centre_time import moment_of

PAGE = 200
"""Cases read at once; each has some ten rows of log and 20 kB of notice."""


@dataclass(frozen=True)
class Range:
    """Which cases: received from ``first`` to ``last``, both days included.

    Attributes:
        department: Only the cases of this one; empty for all.
        kinds: Which records of them.
        is_masked: Personal data of applicants are not in the clear.
    """

    first: date
    last: date
    department: str = ""
    kinds: tuple[str, ...] = tuple(KINDS)
    is_masked: bool = False


@dataclass(frozen=True)
class CaseRecords:
    """A case's records; ``place`` is where it stands in the order."""

    number: str
    place: Place
    records: list[Checked]


async def stream(services: Source, wanted: Range) -> AsyncIterator[CaseRecords]:
    """The cases in the order in which they were received."""
    staff = await services.database.read(accounts)
    after: Place | None = None
    while True:
        read = partial(_page, wanted=wanted, after=after, staff=staff, services=services)
        found = await services.database.read(read)
        for one in found:
            yield one
        if len(found) < PAGE:
            return
        after = found[-1].place


async def _page(
    session: AsyncSession, wanted: Range, after: Place | None, staff: Accounts, services: Source
) -> list[CaseRecords]:
    first, end = moment_of(wanted.first), moment_of(wanted.last + timedelta(days=1))
    cases = await repository.cases_between(session, first, end, after, PAGE, wanted.department)
    numbers = [case.number for case in cases]
    logs, ratings = await logs_of(session, numbers), await repository.ratings_of(session, numbers)
    uploaded = await files_by_intake(session, {case.intake_id for case in cases})
    found = []
    for case in cases:
        data = case_data(case, logs[case.number], staff, services, uploaded.get(case.intake_id, ()))
        records = list(records_of(data, ratings.get(case.number, ()), wanted.kinds))
        if wanted.is_masked:
            records = masked_records(records, services.vault.unseal(case.contact))
        await asyncio.sleep(0)  # a case takes some milliseconds; a page at once would hold up everybody else
        found.append(CaseRecords(case.number, (case.received_at, case.number), records))
    return found
