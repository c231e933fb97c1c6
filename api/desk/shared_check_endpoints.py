"""``/desk/cases/{number}/shared``: papers that need not be handed in, checked in the shared data."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.desk import shared_checks
from api.desk.shared_check_schemas import SharedCheck, SharedPapers
from api.platform.address_fields import CaseNumber
from api.platform.errors import NotShared, NotYours
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk/cases/{number}/shared", tags=["窗口工作台"])

Reader = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
Checker = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER))]


@router.get(
    "",
    response_model=SharedPapers,
    summary="看免提交的材料和核对",
    response_description="免提交的材料和核对过的",
    responses=refusals(*STAFF_REFUSALS, NotYours),
)
async def look(number: CaseNumber, actor: Reader, serving: Serving) -> Response:
    """告知单上写明不用交、由窗口通过数据共享核对的材料，和每次核对的结果。"""
    found = await serving.database.read(
        lambda session: shared_checks.papers_of(session, actor, number, serving)
    )
    await audit.looked(serving, actor, "shared_read", number)
    return reply(found)


@router.post(
    "",
    response_model=SharedPapers,
    summary="记下数据共享核对的结果",
    response_description="记下以后的全部核对",
    responses=refusals(*STAFF_REFUSALS, NotYours, NotShared),
)
async def check(number: CaseNumber, found: SharedCheck, actor: Checker, serving: Serving) -> Response:
    """一致、不一致或者没有查到，和说明；记了不能改，再核对就再记一条。说明加密保存，申请人看不到。"""
    return reply(
        await serving.database.transact(
            lambda session: shared_checks.check(session, actor, number, found, serving)
        )
    )
