"""Read the logs of all cases and check their hash chains (``intake doctor``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from api.cases import repository
from api.cases.log import link_of
from api.cases.models import CaseRow
from api.platform.database import Database
from knowledge.cases.record.chain import Broken, verify

PAGE = 500
"""Cases read at once."""


@dataclass
class Verified:
    """What was read.

    Attributes:
        broken: Number of the case to the first place where its chain does not hold.
    """

    cases: int = 0
    entries: int = 0
    broken: dict[str, Broken] = field(default_factory=dict)


async def verify_logs(database: Database, progress: Callable[[Verified], None] | None = None) -> Verified:
    """Every case's log from its first entry to the head that is kept with the case. Changes nothing."""
    result, after = Verified(), ""
    while True:
        last = await database.read(lambda session, after=after: _verify_page(session, after, result))  # type: ignore[misc]
        if last is None:
            return result
        after = last
        if progress:
            progress(result)


async def _verify_page(session: AsyncSession, after: str, result: Verified) -> str | None:
    query = select(CaseRow.number, CaseRow.log_head).where(CaseRow.number > after).order_by(CaseRow.number)
    heads = [(number, head) for number, head in (await session.execute(query.limit(PAGE))).all()]
    logs = await repository.logs_of(session, [number for number, _ in heads])
    for number, head in heads:
        links = [link_of(row) for row in logs.get(number, ())]
        result.cases += 1
        result.entries += len(links)
        if broken := verify(number, links, head):
            result.broken[number] = broken
    return heads[-1][0] if heads else None
