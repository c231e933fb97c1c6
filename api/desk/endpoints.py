"""``/desk``: queues, cases and acts of staff."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import ANY_STAFF, STAFF_REFUSALS, allow, staff
from api.desk import service
from api.desk.act_schemas import ActInPath, AnyActRequest
from api.desk.schemas import DeskCase, Queue, Shown, ShowRequest, TransitionTable
from api.desk.views import transition_table
from api.platform.address_fields import CaseNumber
from api.platform.errors import (
    ActNotPossible,
    InvalidAct,
    NotShown,
    NotYours,
    StaleVersion,
    UnknownPlaceInQueue,
    WrongRole,
    WrongState,
)
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from knowledge.base.roles import Role
from knowledge.cases.record.act import ACT_OF
from knowledge.cases.record.number import is_case_number

router = APIRouter(prefix="/desk", tags=["窗口工作台"])

ON_CASES = staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR)
Handler = Annotated[Actor, allow(ON_CASES)]
Clerk = Annotated[Actor, allow(staff(Role.WINDOW, Role.SUPERVISOR))]
Officer = Annotated[Actor, allow(staff(Role.REVIEWER, Role.APPROVER))]
Colleague = Annotated[Actor, allow(ANY_STAFF)]
After = Annotated[str | None, Query(max_length=40, description="上一页的 next")]
ASKING = (*STAFF_REFUSALS, NotYours)


@router.get(
    "/transitions",
    response_model=TransitionTable,
    summary="办件流转表",
    response_description="办件流转表",
    responses=refusals(*STAFF_REFUSALS),
)
async def transitions(actor: Colleague) -> Response:
    """每个状态下谁可以做什么、做完到哪个状态、告诉申请人什么。"""
    return reply(transition_table())


@router.get(
    "/queue",
    response_model=Queue,
    summary="窗口待办",
    response_description="窗口待办的一页",
    responses=refusals(*ASKING, UnknownPlaceInQueue),
)
async def window_queue(
    actor: Clerk,
    serving: Serving,
    window: Annotated[
        str | None, Query(max_length=120, description="窗口的编号；不写是您负责的第一个窗口")
    ] = None,
    after: After = None,
) -> Response:
    """一个窗口没有办完的办件，最先到期的在前，每页50件。"""
    return reply(
        await serving.database.read(
            lambda session: service.window_queue(session, actor, window, after, serving)
        )
    )


@router.get(
    "/department-queue",
    response_model=Queue,
    summary="部门待办",
    response_description="部门待办的一页",
    responses=refusals(*ASKING, UnknownPlaceInQueue),
)
async def department_queue(actor: Officer, serving: Serving, after: After = None) -> Response:
    """本部门没有办完的办件，最先到期的在前。"""
    return reply(
        await serving.database.read(lambda session: service.department_queue(session, actor, after, serving))
    )


@router.get(
    "/tasks",
    response_model=Queue,
    summary="等本部门意见的办件",
    response_description="等本部门意见的办件",
    responses=refusals(*STAFF_REFUSALS),
)
async def tasks(actor: Officer, serving: Serving) -> Response:
    """并联审批分送过来、等本部门出具意见的办件，先送来的在前。"""
    return reply(await serving.database.read(lambda session: service.sent_to_us(session, actor, serving)))


@router.get(
    "/cases/{number}",
    response_model=DeskCase,
    summary="看一个办件",
    response_description="办件",
    responses=refusals(*ASKING),
)
async def look(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """材料、时钟、日志、现在能做什么。联系信息按身份遮盖。"""
    return reply(await serving.database.read(lambda session: service.look(session, actor, number, serving)))


@router.post(
    "/cases/{number}/acts/{act}",
    response_model=DeskCase,
    summary="办理",
    response_description="办完以后的办件",
    responses=refusals(*ASKING, WrongState, StaleVersion, WrongRole, ActNotPossible, InvalidAct),
)
async def do(
    number: CaseNumber, act: ActInPath, request: AnyActRequest, actor: Handler, serving: Serving
) -> Response:
    """做一个操作。version 是您看到的版本；别人先改过就答复409和现在的状态。做不了时一次说明全部原因，并记入日志。"""
    try:
        result = await serving.database.transact(
            lambda session: service.do(session, actor, number, act, request, serving)
        )
    except NotYours:
        await _record_refusal(actor, number, act, serving)
        raise
    return reply(result)


@router.post(
    "/cases/{number}/contact",
    response_model=Shown,
    summary="看联系信息原文",
    response_description="联系信息原文",
    responses=refusals(*ASKING, NotShown),
)
async def contact(number: CaseNumber, request: ShowRequest, actor: Handler, serving: Serving) -> Response:
    """每看一次都记一条：谁、什么时候、看了哪几项。"""
    case, _, _, roles = await serving.database.read(
        lambda session: service.visible_case(session, actor, number)
    )
    sealed = serving.vault.unseal(case.contact)
    return reply(
        Shown(contact=await audit.unmask(serving, actor, roles, case.number, sealed, request.fields))
    )


async def _record_refusal(actor: Actor, number: str, act: str, services: Services) -> None:
    """Somebody wanted to act on a case that is not theirs; what is no number or act of ours is not written down."""
    subject = number if is_case_number(number) else ""
    tried = {"act": act if act in ACT_OF else "", "reason": NotYours.code}
    await audit.record(services.database, services.now(), actor.id, "refused", subject, tried)
