"""Which limits of cases in hand move when the calendar becomes another one: number, old day, new day."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.centre.schemas import ShiftedLimit
from api.services import Services
from knowledge.calendar.working_days import WorkCalendar
from knowledge.cases.limits.clocks import clocks_and_gaps
from knowledge.cases.procedure.projection import fold
from knowledge.cases.record.facts import CaseFacts

BATCH = 100
MOST_LISTED = 500


@dataclass
class Shifts:
    """What was found.

    Attributes:
        looked: Open cases that were looked at.
        count: Limits that move, also those that are not listed.
    """

    looked: int = 0
    count: int = 0
    listed: list[ShiftedLimit] = field(default_factory=list)


async def shifts(services: Services, later: WorkCalendar) -> Shifts:
    """Look at every open case; in batches, so that others are served in between."""
    found, after = Shifts(), ""
    while cases := await services.database.read(lambda session, after=after: _open(session, after)):  # type: ignore[misc]
        after = cases[-1][0]
        for number, item, lines in cases:
            moved = list(_moved(number, item, lines, services, later))
            found.looked += 1
            found.count += len(moved)
            found.listed += moved[: MOST_LISTED - len(found.listed)]
        await asyncio.sleep(0)
    return found


async def look_again(session: AsyncSession, now: datetime) -> None:
    """The sweep brings the places in the queues of all open cases up to the calendar that is in force now."""
    await session.execute(
        update(CaseRow)
        .where(CaseRow.is_open)
        .values(look_at=now)
        .execution_options(synchronize_session=False)
    )


async def _open(session: AsyncSession, after: str) -> list[tuple[str, str, Sequence[StoredEntry]]]:
    query = (
        select(CaseRow.number, CaseRow.item)
        .where(CaseRow.is_open, CaseRow.number > after)
        .order_by(CaseRow.number)
        .limit(BATCH)
    )
    cases = [(number, item) for number, item in await session.execute(query)]
    logs = await repository.logs_of(session, [number for number, _ in cases])
    return [(number, item, logs.get(number, [])) for number, item in cases]


def _moved(
    number: str, item: str, lines: Sequence[StoredEntry], services: Services, later: WorkCalendar
) -> Iterator[ShiftedLimit]:
    try:
        facts = fold(map(entry_of, lines))
    except (ValueError, KeyError):  # a damaged log is the sweep's to report
        return
    before, after = (_days(facts, calendar, services.now()) for calendar in (services.calendar, later))
    for key in {**before, **after}:
        if before.get(key) != after.get(key):
            yield ShiftedLimit(
                number=number, item=item, what=key[1], before=before.get(key), after=after.get(key)
            )


def _days(facts: CaseFacts, calendar: WorkCalendar, now: datetime) -> dict[tuple[str, str], date | None]:
    running, _ = clocks_and_gaps(facts, calendar, now)
    return {(clock.code, f"{clock.whose}{clock.what}"): clock.due for clock in running if clock.open}
