"""``/staff/consents``: what waits for a second person, and to agree to it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access import consents
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import ConsentNotFound, OwnConsent
from api.platform.problems import refusals
from api.services import Serving, reply
from api.staff import views
from api.staff.schemas import ConsentList, ConsentView
from knowledge.base.roles import Role

router = APIRouter(prefix="/staff/consents", tags=["工作人员"])

LARGEST = 2**63 - 1
Second = Annotated[Actor, allow(staff(Role.SUPERVISOR, Role.ADMINISTRATOR))]


@router.get(
    "",
    response_model=ConsentList,
    summary="看等着复核的",
    response_description="等您复核的，和您自己提出的",
    responses=refusals(*STAFF_REFUSALS),
)
async def listed(actor: Second, serving: Serving) -> Response:
    """导出由督查人员或者系统管理员复核，账号和身份由另一位系统管理员复核。做过的、超过24小时的不列。"""
    rows = await serving.database.read(lambda session: consents.open_for(session, actor, serving))
    wanted = [kind.value for kind in serving.settings.second_person]
    return reply(ConsentList(wanted=wanted, consents=[views.consent(row, actor) for row in rows]))


@router.post(
    "/{number}/agreement",
    response_model=ConsentView,
    summary="同意",
    response_description="同意了；提出的人可以再做一次",
    responses=refusals(*STAFF_REFUSALS, ConsentNotFound, OwnConsent),
)
async def agree(
    number: Annotated[int, Path(ge=1, le=LARGEST, description="编号")], actor: Second, serving: Serving
) -> Response:
    """只同意这一次、这一件；再同意一次也一样。不同意的不用做什么，24小时以后作废。"""
    return reply(views.consent(await consents.agree(serving, actor, number), actor))
