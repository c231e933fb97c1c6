"""The sweep (巡检): records what passed by itself — deemed accepted, deemed granted, overdue — exactly once, also after downtime.

Only cases whose next date has come are looked at. Work is done in short transactions, so that writers pass in between; a case whose log
is damaged is reported and left alone.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import columns, repository
from api.cases.columns import has_news
from api.cases.log import entry_of
from api.cases.models import StoredEntry
from api.cases.performance import write
from api.platform.database import Busy
from api.services import Services
from knowledge.cases.procedure.projection import fold
from knowledge.cases.procedure.sweep import Swept, pending

BATCH = 50
"""Cases a transaction: some twenty milliseconds, in which other writers wait on SQLite."""

log = logging.getLogger("intake.api")


@dataclass
class SweepResult:
    """What a sweep did.

    Attributes:
        looked: Cases whose date had come.
        recorded: Act to number of entries written.
        damaged: Numbers of cases whose log could not be read.
    """

    looked: int = 0
    recorded: dict[str, int] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)

    def count(self, acts: Sequence[str]) -> None:
        for act in acts:
            self.recorded[act] = self.recorded.get(act, 0) + 1


async def sweep(
    services: Services,
    *,
    stopping: asyncio.Event | None = None,
    progress: Callable[[SweepResult], None] | None = None,
) -> SweepResult:
    """Look at every case whose date has come. May be interrupted at any time and begun again."""
    result, until = SweepResult(), services.now()
    while not (stopping and stopping.is_set()):
        skip = frozenset(result.damaged)
        numbers = await services.database.read(
            lambda session, skip=skip: repository.due_for_sweep(session, until, BATCH, skip)  # type: ignore[misc]
        )
        if not numbers:
            break
        await _look_at(services, numbers, result)
        if progress:
            progress(result)
        await asyncio.sleep(0)
    return result


async def run(services: Services, every_s: float, stopping: asyncio.Event) -> None:
    """Sweep again and again until told to stop."""
    while not stopping.is_set():
        if can_believe_the_clock(services):
            try:
                result = await sweep(services, stopping=stopping)
                for number in result.damaged:
                    log.error("case log damaged", extra={"case": number})
            except Busy:
                log.warning("sweep put off: the database is busy")
        try:
            await asyncio.wait_for(stopping.wait(), every_s)
        except TimeoutError:
            continue


def can_believe_the_clock(services: Services) -> bool:
    """Whether limits may pass: not after an implausible jump of the clock, until somebody confirms it."""
    before = services.clock_guard.jump
    jump = services.clock_guard.look(services.now())
    if jump and before is None:
        log.error("%s，到点的先不记。核对系统时间以后运行 intake clock confirm。", jump.say)
    return jump is None


async def _look_at(services: Services, numbers: Sequence[str], result: SweepResult) -> None:
    async def work(session: AsyncSession) -> tuple[list[str], list[str]]:
        versions = await repository.versions_to_act_on(session, numbers)
        found, damaged = _found(await repository.logs_of(session, numbers), services)
        quiet = [(one, versions[one], swept) for one, swept in found.items() if not has_news(swept)]
        await columns.postpone_dates(session, quiet, services.now())
        loud = {one: swept for one, swept in found.items() if has_news(swept)}
        cases = await repository.all_to_act_on(session, loud) if loud else []
        await write(session, [(case, loud[case.number]) for case in cases], services)
        return [entry.act for swept in loud.values() for entry in swept.entries], damaged

    acts, damaged = await services.database.transact(work)
    result.looked += len(numbers)
    result.count(acts)
    result.damaged += damaged


def _found(
    logs: Mapping[str, Sequence[StoredEntry]], services: Services
) -> tuple[dict[str, Swept], list[str]]:
    """What each case is owed, and the numbers of those whose log cannot be read."""
    found: dict[str, Swept] = {}
    damaged: list[str] = []
    for number, lines in logs.items():
        try:
            found[number] = pending(fold(map(entry_of, lines)), services.calendar, services.now())
        except (ValueError, KeyError):
            damaged.append(number)
    return found, damaged
