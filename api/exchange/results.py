"""审管联动: results that the supervising department fetches or is sent, until it has claimed them (认领)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from api.access.actor import Actor
from api.cases import repository as cases
from api.cases.log import entry_of
from api.cases.models import CaseRow, StoredEntry
from api.exchange import repository
from api.exchange.case_data import Accounts, accounts, case_data
from api.exchange.national_records import records_of
from api.exchange.schemas import Claimed, FaultView, OfferedResult, OfferedResults, RecordView
from api.outbox.http_post import Post, Undelivered
from api.outbox.message import Message, Parcel
from api.outbox.models import DONE, OFFERED, OutboxRow
from api.platform.clock import at_centre
from api.platform.errors import ResultNotFound
from api.services import Services
from knowledge.cases.acts.registry import ACTS
from knowledge.cases.procedure.projection import fold
from knowledge.cases.record.act import ACT_OF
from knowledge.cases.record.log import LogEntry
from knowledge.cases.record.state import STATE_OF
from knowledge.exchange.partners import construction_code, one_window_code

MOST = 50
"""Results a call: each is the case's log read through."""

AGAIN = timedelta(days=1)
"""What was sent and not claimed is sent again after this time."""

SENT = ("application", "accept", "special", "result")
"""The records that supervision needs: who was permitted what, when, and what came out."""


async def offered(session: AsyncSession, actor: Actor, after: int, services: Services) -> OfferedResults:
    """The results of the caller's department that are not claimed, oldest first."""
    rows = await repository.unclaimed(session, actor.department, after, MOST)
    views = await _views(session, rows, services)
    return OfferedResults(results=views, next=rows[-1].id if rows else after)


async def claim(session: AsyncSession, actor: Actor, key: str, services: Services) -> Claimed:
    """The department has it; from now on it is not offered again.

    Raises:
        ResultNotFound: There is none under this key for the caller's department.
    """
    row = await repository.result(session, actor.department, key)
    if row is None:
        raise ResultNotFound
    if row.state != DONE:
        await repository.claim(session, row.id, actor.id, services.now())
        await session.refresh(row)
    return Claimed(
        key=row.key,
        case=row.subject,
        claimed_at=at_centre(row.done_at or services.now()),
        claimed_by=row.claimed_by,
    )


def offer(message: Message, services: Services, post: Post) -> Parcel:
    """The parcel of a result: sent to the department's address where it has one, again until it is claimed; else it lies ready."""
    if message.receiver not in services.settings.department_webhooks:
        return Parcel(state=OFFERED)
    return Parcel(post=partial(_send, message, services, post), again_in=AGAIN)


async def _send(message: Message, services: Services, post: Post) -> None:
    async def read(session: AsyncSession) -> list[OfferedResult]:
        row = await session.get(OutboxRow, message.id)
        return await _views(session, [row] if row else [], services)

    found = await services.database.read(read)
    if not found:
        raise Undelivered("case_gone")
    to = services.settings.department_webhooks[message.receiver]
    await post.send(to, message.key, found[0].model_dump(mode="json"))


async def _views(session: AsyncSession, rows: Sequence[OutboxRow], services: Services) -> list[OfferedResult]:
    numbers = {row.subject for row in rows}
    staff = await accounts(session) if rows else {}
    found = {number: await cases.by_number(session, number) for number in numbers}
    logs = {number: await cases.log_of(session, number) for number in numbers}
    return [
        _view(row, case, logs[row.subject], staff, services)
        for row in rows
        if (case := found[row.subject]) is not None
    ]


def _view(
    row: OutboxRow, case: CaseRow, lines: Sequence[StoredEntry], staff: Accounts, services: Services
) -> OfferedResult:
    act, state = ACT_OF[row.data["act"]], STATE_OF[row.data["state"]]
    checked = records_of(case_data(case, lines, staff, services), (), SENT)
    return OfferedResult(
        id=row.id,
        key=row.key,
        case=case.number,
        act=act,
        act_name=ACTS[act].words.name,
        state=state,
        outcome=case.outcome,
        at=at_centre(row.created_at),
        state_code=one_window_code(state),
        event_code=_event_code(row, lines),
        records=[
            RecordView(
                kind=one.kind,
                record=one.record,
                faults=[FaultView(field=fault.field, say=fault.say) for fault in one.faults],
            )
            for one in checked
        ],
    )


def _event_code(row: OutboxRow, lines: Sequence[StoredEntry]) -> str | None:
    """The act's code among the events of 工程审批, judged by the case as it was then."""
    written = row.key.removeprefix("result/")
    until: list[LogEntry] = []
    for line in lines:
        until.append(entry_of(line))
        if line.hash == written:
            return construction_code(until[-1], fold(until))
    return None
