"""``/cases/complaint`` and ``/desk/complaints``: complain, see what became of it; answer what one handles."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import SECOND_FACTOR, STAFF_REFUSALS, allow, staff
from api.cases.schemas import CaseQuery
from api.complaints import service
from api.complaints.schemas import (
    CaseComplaints,
    ComplaintAnswer,
    ComplaintPage,
    ComplaintRequest,
    ComplaintView,
    DeskComplaint,
    Unassigned,
    UnassignedPage,
)
from api.platform.errors import (
    AlreadyAnswered,
    CaseNotFound,
    ComplaintNotFound,
    IntakeNotFound,
    SecondFactorMissing,
    StrongerFactorNeeded,
    TooManyComplaints,
    TooManyTries,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(tags=["投诉"])

Supervisor = Annotated[Actor, allow(staff(Role.SUPERVISOR))]
Administrator = Annotated[Actor, allow(staff(Role.ADMINISTRATOR))]
ComplaintNumber = Annotated[str, Path(description="投诉编号")]
OWNERS = (CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing)


@router.post(
    "/cases/complaint",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=ComplaintView,
    summary="投诉",
    response_description="收下的投诉",
    responses=refusals(*OWNERS, StrongerFactorNeeded, TooManyComplaints),
)
async def complain(request: ComplaintRequest, serving: Serving) -> Response:
    """由没有经手这个办件、也不是被投诉的督查人员处理；没有这样的人，由上级机关处理。文字里的个人信息在保存前去除。"""
    result = await serving.database.transact(lambda session: service.complain(session, request, serving))
    return reply(result)


@router.post(
    "/cases/complaints",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseComplaints,
    summary="看自己的投诉和答复",
    response_description="投诉和答复",
    responses=refusals(*OWNERS),
)
async def complaints(query: CaseQuery, serving: Serving) -> Response:
    """投诉到哪一步，最晚哪天答复，答复了什么。"""
    result = await serving.database.transact(lambda session: service.look(session, query, serving))
    return reply(result)


@router.get(
    "/desk/complaints",
    response_model=ComplaintPage,
    summary="由我处理的投诉",
    response_description="由您处理的投诉",
    responses=refusals(*STAFF_REFUSALS),
)
async def page(
    actor: Supervisor,
    serving: Serving,
    only_open: Annotated[bool, Query(description="只看还没有答复的")] = True,
) -> Response:
    """只有分到自己名下的，先到期的在前。"""
    return reply(
        await serving.database.read(lambda session: service.page(session, actor, only_open, serving))
    )


@router.get(
    "/desk/complaints/unassigned",
    response_model=UnassignedPage,
    summary="没有人处理的投诉",
    response_description="没有人处理的投诉",
    responses=refusals(*STAFF_REFUSALS),
)
async def unassigned(actor: Administrator, serving: Serving) -> Response:
    """由上级机关处理的，和处理人账号已停用的；看不到投诉的内容。"""
    return reply(await serving.database.read(service.unassigned))


@router.get(
    "/desk/complaints/{number}",
    response_model=DeskComplaint,
    summary="看一件投诉",
    response_description="投诉",
    responses=refusals(*STAFF_REFUSALS, ComplaintNotFound),
)
async def one(number: ComplaintNumber, actor: Supervisor, serving: Serving) -> Response:
    """只有处理它的人看得到。"""
    found = await serving.database.read(lambda session: service.one(session, actor, number, serving))
    await audit.looked(serving, actor, "complaint_read", found.case, {"complaint": number})
    return reply(found)


@router.post(
    "/desk/complaints/{number}/answer",
    response_model=DeskComplaint,
    summary="答复投诉",
    response_description="答复以后的投诉",
    responses=refusals(*STAFF_REFUSALS, ComplaintNotFound, AlreadyAnswered),
)
async def answer(
    number: ComplaintNumber, said: ComplaintAnswer, actor: Supervisor, serving: Serving
) -> Response:
    """答复以后投诉人按原来的渠道收到。"""
    return reply(
        await serving.database.transact(
            lambda session: service.answer(session, actor, number, said.answer, serving)
        )
    )


@router.post(
    "/desk/complaints/{number}/assign",
    response_model=Unassigned,
    summary="重新分派投诉",
    response_description="重新分派以后的投诉",
    responses=refusals(*STAFF_REFUSALS, ComplaintNotFound),
)
async def assign(number: ComplaintNumber, actor: Administrator, serving: Serving) -> Response:
    """账号有变动以后再找一次能处理的人；回避的规则不变。"""
    await audit.record(serving.database, serving.now(), actor.id, "complaint_assigned", number, {})
    return reply(
        await serving.database.transact(lambda session: service.assign_anew(session, number, serving))
    )
