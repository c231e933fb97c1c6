"""``/desk/letters``: what supervising departments ask for, answered by those who decided."""

from __future__ import annotations

import asyncio
from typing import Annotated, Any

from cryptography.exceptions import InvalidTag
from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.exchange import change_requests
from api.exchange.regulator_schemas import ChangeAnswer, ChangeRequestList, ChangeRequestView
from api.platform.errors import LetterNotFound, LetterSettled
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk/letters", tags=["审管联动"])

Reader = Annotated[Actor, allow(staff(Role.APPROVER, Role.SUPERVISOR))]
Approver = Annotated[Actor, allow(staff(Role.APPROVER))]
Anybody = Annotated[Actor, allow(staff(Role.APPROVER, Role.SUPERVISOR, Role.REGULATOR))]
LetterNumber = Annotated[str, Path(max_length=20, description="来函的编号")]
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
"""A letter is looked at and nothing else."""

_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "来函", "content": {"application/pdf": {}, "image/jpeg": {}}}
}


@router.get(
    "",
    response_model=ChangeRequestList,
    summary="看监管部门的来函",
    response_description="来函",
    responses=refusals(*STAFF_REFUSALS),
)
async def letters(actor: Reader, serving: Serving) -> Response:
    """督查人员看全部，审核人员看本部门作出决定的，后来的在前。"""
    return reply(
        await serving.database.read(lambda session: change_requests.to_answer(session, actor, serving))
    )


@router.post(
    "/{number}/answer",
    response_model=ChangeRequestView,
    summary="答复来函",
    response_description="答复以后的来函",
    responses=refusals(*STAFF_REFUSALS, LetterNotFound, LetterSettled),
)
async def answer(number: LetterNumber, said: ChangeAnswer, actor: Approver, serving: Serving) -> Response:
    """作出决定的部门核实以后答复：采纳不采纳、怎么处理、哪一天办好；变更、撤销另在办件上办。"""
    await audit.record(
        serving.database, serving.now(), actor.id, "letter_answered", number, {"outcome": said.outcome.value}
    )
    return reply(
        await serving.database.transact(
            lambda session: change_requests.answer(session, actor, number, said, serving)
        )
    )


@router.get(
    "/{number}/file",
    summary="看来函的文件",
    response_class=Response,
    responses=_FILE | refusals(*STAFF_REFUSALS, LetterNotFound),
)
async def file(number: LetterNumber, actor: Anybody, serving: Serving) -> Response:
    """写来函的部门、要答复的部门和督查人员看得到；每次看记一条。"""
    name, kind = await serving.database.read(lambda session: change_requests.file_of(session, actor, number))
    try:
        data = await asyncio.to_thread(change_requests.store_of(serving).content, name)
    except (FileNotFoundError, InvalidTag) as error:
        raise LetterNotFound("来函的文件打不开，请联系系统管理员。") from error
    await audit.record(serving.database, serving.now(), actor.id, "letter_read", number, {})
    return Response(data, media_type=kind, headers=_HEADERS)
