"""``/library/unmatched``: what people said, and what becomes of it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.access.policies import STAFF_REFUSALS
from api.conversations.schemas import Moment
from api.platform.errors import EditInvalid, LibraryEntryNotFound
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio import unmatched as said
from api.studio.endpoints import Tuner
from api.studio.unmatched_schemas import Settled, SettleWanted, WhatPeopleSaid

router = APIRouter(prefix="/library", tags=["知识库"])


@router.get(
    "/unmatched",
    response_model=WhatPeopleSaid,
    summary="看大家说了什么",
    response_description="一组一组的话，说得最多的在前",
    responses=refusals(*STAFF_REFUSALS),
)
async def look(
    _: Tuner,
    serving: Serving,
    days: Annotated[int, Query(ge=1, le=400, description="近几天")] = 30,
    moment: Annotated[Moment | None, Query(description="只看一种时刻；不写是全部")] = None,
    q: Annotated[str, Query(max_length=120, description="话里的几个字；不写是全部")] = "",
    outcome: Annotated[
        Literal["", "assigned", "ignored"], Query(description="空的看还没有处理的，也可以看归了的、不管的")
    ] = "",
    offset: Annotated[int, Query(ge=0, description="从第几组起")] = 0,
) -> Response:
    """没听懂、否认、重问、拿不准、转人工的话，意思一样的放在一组，连同前面几句；个人信息早已换成记号。"""
    return reply(await said.unmatched(days, moment, q, outcome, offset, serving))


@router.post(
    "/unmatched/settle",
    response_model=Settled,
    summary="归到一个条目，或者不管",
    response_description="处理了几次",
    responses=refusals(*STAFF_REFUSALS, EditInvalid, LibraryEntryNotFound),
)
async def settle(wanted: SettleWanted, actor: Tuner, serving: Serving) -> Response:
    """归到条目的可以同时加为它的说法，马上生效；不管的要写为什么；都记下是谁，也可以退回。"""
    return reply(await said.settle(wanted, actor, serving))
