"""What the desks are told: new and changed cases, claims, who looks, and the counts of the groups.

The database is asked once for all desks of this process; whose a change is to see is decided in memory.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.access.models import StaffAccountRow
from api.cases.models import CaseRow, DepartmentTaskRow
from api.desk import queue
from api.desk.models import ClaimRow
from api.desk.repository import tally
from api.desk.scope import summed
from api.live.schemas import DeskCaseEvent, DeskCounts
from api.platform.clock import at_centre
from api.platform.desk_watchers import RELOAD, DeskWatcher
from api.platform.presence import Onlooker
from api.services import Services
from knowledge.cases.queue.stage import Stage

LOOK_BACK = timedelta(seconds=5)
"""A change of another process may become visible some time after the moment that it bears."""

MOST = 500
"""Changes in one look; after a flood the pages load anew."""

COUNT_EVERY = timedelta(seconds=2)
"""A count of a million cases takes some hundredths of a second; once in two seconds is soon enough."""

_LINE = (
    CaseRow.number,
    CaseRow.item,
    CaseRow.stage,
    CaseRow.state,
    CaseRow.window,
    CaseRow.department,
    CaseRow.received_at,
    CaseRow.row_version,
    ClaimRow.account.label("claimed_by"),
    ClaimRow.changed_at.label("claim_changed"),
    StaffAccountRow.name.label("claimed_name"),
)


@dataclass
class DeskFollower:
    """What was told last.

    Attributes:
        since: Up to when changes have been looked for; None while nobody follows.
        told: The cases of the last look with version and claim, so that none is told twice.
    """

    since: datetime | None = None
    told: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    counted_at: datetime | None = None
    counts_wait: bool = False

    async def push(self, services: Services) -> None:
        """Tell every desk what has changed since the last look."""
        now = services.now()
        if not len(services.desks):
            self.since = None
            return
        if self.since is None:
            self.since, self.told = now, {}
        seen = services.presence.changes(now)
        rows, tasks = await services.database.read(lambda session: self._changed(session, seen))
        if len(rows) > MOST:
            _tell_all(services, RELOAD)
        else:
            self._tell(rows, tasks, seen, services)
        self.since = now
        self.told = {row.number: _marker(row) for row in rows}
        await self._count(services, now)

    async def _changed(
        self, session: AsyncSession, seen: Collection[str]
    ) -> tuple[list[Row[Any]], Mapping[str, set[str]]]:
        assert self.since is not None
        after = self.since - LOOK_BACK
        rows = list((await session.execute(_query(CaseRow.changed_at >= after))).all())
        rows += (await session.execute(_query(ClaimRow.changed_at >= after))).all()
        if seen:
            rows += (await session.execute(_query(CaseRow.number.in_(seen)))).all()
        one_each = {row.number: row for row in rows}
        return list(one_each.values()), await _departments(session, one_each)

    def _tell(
        self,
        rows: Collection[Row[Any]],
        tasks: Mapping[str, set[str]],
        seen: Collection[str],
        services: Services,
    ) -> None:
        looking = services.presence.looking([row.number for row in rows], services.now())
        for row in rows:
            before = self.told.get(row.number)
            if before == _marker(row) and row.number not in seen:
                continue
            fresh = row.row_version == 1 and (before is None or row.number not in self.told)
            self.counts_wait = self.counts_wait or before is None or before[0] != row.row_version
            event = _event(row, looking.get(row.number, ()), fresh=fresh and row.number not in seen)
            departments = {row.department, *tasks.get(row.number, ())}
            for watcher in services.desks:
                if watcher.who.roles_at([row.window], departments):
                    watcher.tell(event)

    async def _count(self, services: Services, now: datetime) -> None:
        soon = self.counted_at is not None and now - self.counted_at < COUNT_EVERY
        if not self.counts_wait or soon:
            return
        counts = await services.database.read(tally)
        self.counted_at, self.counts_wait = now, False
        for watcher in services.desks:
            tell_counts(watcher, summed(watcher.who, counts, list(Stage)))


def tell_counts(watcher: DeskWatcher, counts: Mapping[str, int]) -> None:
    """Send the counts of the groups, unless they are as they were."""
    event = _as_event("counts", DeskCounts(groups=dict(counts)))
    if event != watcher.counts:
        watcher.counts = event
        watcher.tell(event)


async def first_counts(actor: Actor, services: Services) -> Mapping[str, int]:
    """The counts with which a stream begins."""
    found = await services.database.read(lambda session: queue.summary(session, actor, services))
    return {group.stage.value: group.count for group in found.groups}


def _query(changed: Any) -> Select[Any]:
    return (
        select(*_LINE)
        .outerjoin(ClaimRow, ClaimRow.case_number == CaseRow.number)
        .outerjoin(StaffAccountRow, and_(StaffAccountRow.id == ClaimRow.account, ClaimRow.account != ""))
        .where(or_(changed))
        .limit(MOST + 1)
    )


async def _departments(session: AsyncSession, numbers: Collection[str]) -> Mapping[str, set[str]]:
    """The departments to which cases were sent out: they see them as well."""
    if not numbers:
        return {}
    query = select(DepartmentTaskRow.case_number, DepartmentTaskRow.department)
    found: dict[str, set[str]] = {}
    for number, department in await session.execute(query.where(DepartmentTaskRow.case_number.in_(numbers))):
        found.setdefault(number, set()).add(department)
    return found


def _marker(row: Row[Any]) -> tuple[Any, ...]:
    return (row.row_version, row.claimed_by, row.claim_changed)


def _event(row: Row[Any], looking: Collection[Onlooker], *, fresh: bool) -> bytes:
    return _as_event(
        "case",
        DeskCaseEvent(
            number=row.number,
            item=row.item,
            new=fresh,
            stage=Stage(row.stage),
            state=row.state,
            window=row.window,
            department=row.department,
            version=row.row_version,
            submitted_at=at_centre(row.received_at),
            claimed_by=row.claimed_by or "",
            claimed_name=row.claimed_name or "",
            looking=[one.account for one in looking],
            looking_names=[one.name for one in looking],
        ),
    )


def _as_event(name: str, view: DeskCaseEvent | DeskCounts) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (name.encode(), view.model_dump_json().encode())


def _tell_all(services: Services, event: bytes) -> None:
    for watcher in services.desks:
        watcher.tell(event)
