"""``/cases/live-ticket`` and ``/cases/live/{ticket}``: follow a case without asking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from api.access.policies import SECOND_FACTOR, allow, capability
from api.cases.schemas import CaseQuery
from api.live import tickets
from api.live.follow_job import shown
from api.live.schemas import LiveTicket
from api.platform.errors import (
    CaseNotFound,
    IntakeNotFound,
    SecondFactorMissing,
    TicketUnknown,
    TooManyStreams,
    TooManyTries,
)
from api.platform.problems import refusals
from api.platform.stream_watchers import Watcher
from api.services import Services, Serving, reply

router = APIRouter(prefix="/cases", tags=["办件"])

HEARTBEAT_S = 15.0
"""Proxies close a connection on which nothing is said, most of them after 60 s."""

RETRY_MS = 3_000

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "Referrer-Policy": "no-referrer"}
"""The second has nginx pass events on as they come."""


@router.post(
    "/live-ticket",
    response_model=LiveTicket,
    summary="要一个实时进度的地址",
    response_description="看实时进度的地址",
    responses=refusals(CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing),
    dependencies=[allow(SECOND_FACTOR)],
)
async def ticket(query: CaseQuery, serving: Serving) -> Response:
    """凭办件编号和手机尾号，规则和查办件一样；地址30分钟内有效。"""
    issued = await serving.database.transact(lambda session: tickets.issue(session, query, serving))
    return reply(issued)


@router.get(
    "/live/{ticket}",
    summary="实时进度",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "一行行的事件，status 里的内容和查办件的答复一样",
            "content": {"text/event-stream": {}},
        },
        **refusals(TicketUnknown, TooManyStreams),
    },
    dependencies=[allow(capability("ticket"))],
)
async def live(
    ticket: Annotated[str, Path(description="票，从 live-ticket 得到")], request: Request, serving: Serving
) -> Response:
    """先发一次现在的进度，以后每次变化再发（事件 status）；事件 end 表示到此为止。"""
    found = await serving.database.read(lambda session: tickets.opened(session, ticket, serving))
    client = request.client.host if request.client else ""
    with ExitStack() as stack:
        watcher = stack.enter_context(serving.live.joined(found.case_number, client))
        # Joined before it is read: what changes in between is told afterwards.
        news = await shown(found.case_number, serving)
        watcher.tell(news.marker, news.event)
        events = _events(watcher, found.expires_at, serving, stack.pop_all())
    return StreamingResponse(events, media_type="text/event-stream", headers=HEADERS)


async def _events(
    watcher: Watcher, expires_at: datetime, services: Services, joined: ExitStack
) -> AsyncIterator[bytes]:
    with joined:
        yield b"retry: %d\n\n" % RETRY_MS
        while not watcher.ended:
            left = (expires_at - services.now()).total_seconds()
            if left <= 0:
                watcher.end("expired")
                break
            try:
                await asyncio.wait_for(watcher.news.wait(), min(HEARTBEAT_S, left))
            except TimeoutError:
                yield b": \n\n"
            else:
                watcher.news.clear()
                if watcher.latest is not None:
                    event, watcher.latest = watcher.latest, None
                    yield event
        yield b'event: end\ndata: {"reason":"%s"}\n\n' % watcher.ended.encode()
