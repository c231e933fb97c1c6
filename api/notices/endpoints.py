"""``/intakes/{id}/notice`` and ``/notices``: draw a notice, read it again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access.policies import allow, capability
from api.notices import service
from api.notices.schemas import NoticeDrawn, NoticeView
from api.platform.address_fields import IntakeId
from api.platform.errors import (
    IntakeNotFound,
    IntakeNotOpen,
    NoAffair,
    NoticeNotFound,
    QuestionsOpen,
)
from api.platform.problems import refusals
from api.services import Serving, reply

router = APIRouter(tags=["告知单"])


@router.post(
    "/intakes/{intake_id}/notice",
    dependencies=[allow(capability("intake_id"))],
    response_model=NoticeDrawn,
    summary="出一次性告知单",
    response_description="告知单，和前一版比的变化",
    responses=refusals(IntakeNotFound, IntakeNotOpen, NoAffair, QuestionsOpen),
)
async def draw(intake_id: IntakeId, serving: Serving) -> Response:
    """内容没有变，返回同一版；变了，出下一版并说明变化。每一版都保存。"""
    return reply(
        await serving.database.transact(lambda session: service.draw_for(session, intake_id, serving))
    )


@router.get(
    "/notices/{access}",
    dependencies=[allow(capability("access"))],
    response_model=NoticeView,
    summary="看一份告知单",
    response_description="告知单",
    responses=refusals(NoticeNotFound),
)
async def notice(
    access: Annotated[str, Path(description="告知单的访问名，猜不到")],
    serving: Serving,
    version: Annotated[int | None, Query(ge=1, le=100_000, description="第几版；不写是最新一版")] = None,
) -> Response:
    """凭告知单的访问名查看，不需要登录；告知单上没有个人信息。"""
    return reply(await serving.database.read(lambda session: service.read(session, access, version)))
