"""``/desk/callbacks``: whom to call, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import (
    CallbackNotFound,
    CallbackOver,
    CallbackTooEarly,
    NothingSaid,
    StaleVersion,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.talks import callbacks
from api.talks.desk_schemas import CallbackList, CallbackPhone, CallbackResult
from knowledge.privacy.kinds import Personal
from knowledge.staff.talk_rules import talk_rules

router = APIRouter(prefix="/desk/callbacks", tags=["人工对话"])

_RULES = talk_rules()
Onlooker = Annotated[Actor, allow(staff(*_RULES.takes, *_RULES.oversees))]
Officer = Annotated[Actor, allow(staff(*_RULES.takes))]
CallbackNumber = Annotated[str, Path(max_length=20, description="回电的编号")]


@router.get(
    "",
    response_model=CallbackList,
    summary="看回电",
    response_description="要打的，或者办完的",
    responses=refusals(*STAFF_REFUSALS),
)
async def listed(
    actor: Onlooker,
    serving: Serving,
    state: Annotated[Literal["open", "over"], Query(description="open 要打的、over 办完的")] = "open",
) -> Response:
    """要打的期限近的在前，过了期限的标明；电话是遮盖的。"""
    return reply(await serving.database.read(lambda session: callbacks.listed(session, state, serving)))


@router.post(
    "/{number}/phone",
    response_model=CallbackPhone,
    summary="看要打的电话",
    response_description="电话原文",
    responses=refusals(*STAFF_REFUSALS, CallbackNotFound),
)
async def phone(number: CallbackNumber, actor: Officer, serving: Serving) -> Response:
    """打以前看；每看一次都记一条：谁、什么时候、哪一个。"""
    await serving.database.read(lambda session: callbacks.phone(session, number, serving))
    seen = {"fields": [Personal.PHONE.value]}
    await audit.record(serving.database, serving.now(), actor.id, "unmasked", number, seen)
    value = await serving.database.read(lambda session: callbacks.phone(session, number, serving))
    return reply(CallbackPhone(number=number, phone=value))


@router.post(
    "/{number}/result",
    response_model=CallbackList,
    summary="记回电的结果",
    response_description="还要打的",
    responses=refusals(
        *STAFF_REFUSALS, CallbackNotFound, CallbackOver, CallbackTooEarly, StaleVersion, NothingSaid
    ),
)
async def result(
    number: CallbackNumber, request: CallbackResult, actor: Officer, serving: Serving
) -> Response:
    """打通了就办完；没打通的留着再打，打了几次都不通才可以不再打。"""
    return reply(
        await serving.database.transact(
            lambda session: callbacks.settle(session, actor, number, request, serving)
        )
    )
