"""``/outbox``: messages that wait or were given up, for administrators and supervisors."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.outbox import lease
from api.outbox.commit_signal import ring_on_commit
from api.outbox.models import STATES, OutboxRow
from api.outbox.schemas import OutboxLine, OutboxPage, Requeue, Requeued, State
from api.platform.clock import at_centre
from api.platform.database import can_be_stored
from api.platform.errors import MessageNotDead
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/outbox", tags=["对外消息"])

Keeper = Annotated[Actor, allow(staff(Role.ADMINISTRATOR, Role.SUPERVISOR))]
MOST = 100


@router.get(
    "",
    response_model=OutboxPage,
    summary="看对外消息",
    response_description="消息的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def page(
    actor: Keeper,
    serving: Serving,
    state: Annotated[
        State,
        Query(
            description="哪种状态的：waiting 等待送达、offered 等待对方认领、done 已送达、dead 多次没有送到"
        ),
    ] = "dead",
    after: Annotated[int, Query(ge=0, le=2**62, description="上一页的 next")] = 0,
) -> Response:
    """按状态列出，先写的在前；dead 是多次没有送到、要人看一看的。看不到消息的内容。"""

    async def read(session: AsyncSession) -> list[OutboxRow]:
        query = select(OutboxRow).where(OutboxRow.state == state, OutboxRow.id > after)
        return list((await session.scalars(query.order_by(OutboxRow.id).limit(MOST))).all())

    rows = await serving.database.read(read)
    return reply(OutboxPage(messages=[_line(row) for row in rows], next=rows[-1].id if rows else after))


@router.post(
    "/requeue",
    response_model=Requeued,
    summary="重新发送",
    response_description="哪些重新排队了",
    responses=refusals(*STAFF_REFUSALS, MessageNotDead),
)
async def requeue(request: Requeue, actor: Keeper, serving: Serving) -> Response:
    """多次没有送到的消息重新排队，编号不变，对方收过的会认出来。"""
    keys = [key for key in dict.fromkeys(request.keys) if can_be_stored(key)]
    await audit.record(
        serving.database,
        serving.now(),
        actor.id,
        "requeued",
        "outbox",
        {"keys": keys[:50], "count": len(keys)},
    )

    async def work(session: AsyncSession) -> frozenset[str]:
        ring_on_commit(session)
        return await lease.requeue(session, keys, serving.now())

    done = await serving.database.transact(work)
    if not done:
        raise MessageNotDead
    return reply(
        Requeued(
            requeued=[key for key in keys if key in done],
            left=[key for key in request.keys if key not in done],
        )
    )


def _line(row: OutboxRow) -> OutboxLine:
    return OutboxLine(
        id=row.id,
        key=row.key,
        topic=row.topic,
        receiver=row.receiver,
        case=row.subject,
        state=row.state,
        state_label=STATES[row.state],
        tries=row.tries,
        created_at=at_centre(row.created_at),
        due_at=at_centre(row.due_at),
        last_error=row.last_error,
    )
