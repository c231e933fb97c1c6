"""``/desk``: cases and acts of staff."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import ANY_STAFF, STAFF_REFUSALS, allow, staff
from api.desk import case_messages, preview, service
from api.desk.act_schemas import ActInPath, AnyActRequest
from api.desk.page_act_schemas import ActPreview, PageActs
from api.desk.schemas import DeskCase, MessagesOfCase, Shown, ShowRequest, TransitionTable
from api.desk.views import transition_table
from api.platform.address_fields import CaseNumber
from api.platform.errors import (
    ActNotPossible,
    InvalidAct,
    NotShown,
    NotYours,
    StaleVersion,
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
Colleague = Annotated[Actor, allow(ANY_STAFF)]
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
    "/cases/{number}",
    response_model=DeskCase,
    summary="看一个办件",
    response_description="办件",
    responses=refusals(*ASKING),
)
async def look(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """材料、时钟、日志、现在能做什么。联系信息按身份遮盖。"""
    case = await serving.database.read(lambda session: service.look(session, actor, number, serving))
    await audit.looked(serving, actor, "case_read", number)
    return reply(case)


@router.get(
    "/cases/{number}/messages",
    response_model=MessagesOfCase,
    summary="看申请人收到的消息",
    response_description="送给申请人的消息",
    responses=refusals(*ASKING),
)
async def messages(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """办理中告诉申请人的每句话，什么时候写的，怎么送到的，看过没有。先写的在前，最多100条。"""
    told = await serving.database.read(lambda session: case_messages.of_case(session, actor, number))
    await audit.looked(serving, actor, "messages_read", number)
    return reply(told)


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


@router.get(
    "/cases/{number}/acts",
    response_model=PageActs,
    summary="这个办件能做什么",
    response_description="各个操作，能做或者为什么不能做",
    responses=refusals(*ASKING),
)
async def acts(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """您的身份做的每个操作，按办理的先后：现在能不能做，不能做的全部原因，要填什么，做了会怎样。"""
    return reply(
        await serving.database.read(lambda session: preview.acts_of_page(session, actor, number, serving))
    )


@router.post(
    "/cases/{number}/acts/{act}/preview",
    response_model=ActPreview,
    summary="预览",
    response_description="会送出去和留下的文字",
    responses=refusals(*ASKING, WrongState, StaleVersion, WrongRole, ActNotPossible, InvalidAct),
)
async def preview_act(
    number: CaseNumber, act: ActInPath, request: AnyActRequest, actor: Handler, serving: Serving
) -> Response:
    """发的内容和办理一样，答复的是会送给申请人的话和会留下的文书，一字不差；什么都不做，做不了的原因也不记。"""
    return reply(
        await serving.database.read(
            lambda session: preview.preview(session, actor, number, act, request, serving)
        )
    )


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
