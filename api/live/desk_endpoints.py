"""``/desk/events``: what changes in one's queue, as it happens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, by_itself, staff
from api.live.desk_changes import first_counts, tell_counts
from api.live.endpoints import HEADERS, HEARTBEAT_S, RETRY_MS
from api.platform.desk_watchers import DeskWatcher
from api.platform.errors import TooManyStreams
from api.platform.problems import refusals
from api.services import Services, Serving
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk", tags=["窗口工作台"])

Watching = Annotated[
    Actor, allow(by_itself(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR)))
]

LASTS = timedelta(minutes=10)
"""After that the page connects anew, so that an account that was changed or has signed out is found out."""


@router.get(
    "/events",
    summary="待办的实时变化",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": (
                "一行行的事件：case 一个办件新到、变了、认领了或者有人在看，counts 各组的件数，talks 人工对话或者回电变了、几个人在等，"
                "reload 变化太多、请重新载入，end 到此为止、请重连"
            ),
            "content": {"text/event-stream": {}},
        },
        **refusals(*STAFF_REFUSALS, TooManyStreams),
    },
)
async def events(actor: Watching, serving: Serving) -> Response:
    """只有您看得到的办件。连上先发一次 counts；最多10分钟，到时请重连。"""
    with ExitStack() as stack:
        watcher = stack.enter_context(serving.desks.joined(actor.id, actor))
        tell_counts(watcher, await first_counts(actor, serving))
        body = _events(watcher, serving.now() + LASTS, serving, stack.pop_all())
    return StreamingResponse(body, media_type="text/event-stream", headers=HEADERS)


async def _events(
    watcher: DeskWatcher, until: datetime, services: Services, joined: ExitStack
) -> AsyncIterator[bytes]:
    with joined:
        yield b"retry: %d\n\n" % RETRY_MS
        while not watcher.ended:
            left = (until - services.now()).total_seconds()
            if left <= 0:
                watcher.end("expired")
                break
            try:
                await asyncio.wait_for(watcher.news.wait(), min(HEARTBEAT_S, left))
            except TimeoutError:
                yield b": \n\n"
            else:
                yield watcher.taken()
        yield b'event: end\ndata: {"reason":"%s"}\n\n' % watcher.ended.encode()
