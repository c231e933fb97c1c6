"""``/desk/cases``, ``/desk/summary``: what is somebody's to see, filtered, searched and counted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.desk import queue
from api.desk.export import export
from api.desk.filters import ExportFilter, QueueQuery
from api.desk.queue_schemas import Queue, Summary
from api.platform.errors import NotYours, ReasonMissing, SecondPersonNeeded, UnknownPlaceInQueue
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Officer = Annotated[Actor, allow(staff(Role.REVIEWER, Role.APPROVER))]


@router.get(
    "/cases",
    response_model=Queue,
    summary="待办",
    response_description="待办的一页",
    responses=refusals(*STAFF_REFUSALS, NotYours, UnknownPlaceInQueue),
)
async def cases(actor: Handler, serving: Serving, query: Annotated[QueueQuery, Query()]) -> Response:
    """您看得到的办件：窗口人员看自己窗口的，审查和审核人员看本部门的和分送来的，督查人员看全部。

    不写条件是没有办完的，最先到期的在前；同一天里，补正期限和到期视为受理、视为准予的在前。按编号、尾号、姓名查找时连办结的一起找。
    """
    return reply(await serving.database.read(lambda session: queue.page(session, actor, query, serving)))


@router.get(
    "/cases.xlsx",
    summary="导出待办",
    response_class=StreamingResponse,
    responses={
        200: {"description": "Excel 文件", "content": {EXCEL: {}}},
        **refusals(*STAFF_REFUSALS, NotYours, ReasonMissing, SecondPersonNeeded),
    },
)
async def sheet(actor: Handler, serving: Serving, wanted: Annotated[ExportFilter, Query()]) -> Response:
    """要写明为什么导出。条件和看待办一样，最多5万件，多了在最后一行说明。姓名和手机按身份遮盖；每次导出记一条：谁、什么条件、几件。"""
    headers = {
        "Content-Disposition": f'attachment; filename="cases-{serving.today():%Y%m%d}.xlsx"',
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(await export(actor, wanted, serving), media_type=EXCEL, headers=headers)


@router.get(
    "/summary",
    response_model=Summary,
    summary="各组有几件",
    response_description="各组的件数",
    responses=refusals(*STAFF_REFUSALS),
)
async def summary(actor: Handler, serving: Serving) -> Response:
    """左边一栏：待收件、待受理、补正中、在办、特别程序、办结各有几件，您认领的、等本部门意见的有几件。"""
    return reply(await serving.database.read(lambda session: queue.summary(session, actor, serving)))


@router.get(
    "/tasks",
    response_model=Queue,
    summary="等本部门意见的办件",
    response_description="等本部门意见的办件",
    responses=refusals(*STAFF_REFUSALS),
)
async def tasks(actor: Officer, serving: Serving) -> Response:
    """并联审批分送过来、等本部门出具意见的办件，先送来的在前。"""
    return reply(await serving.database.read(lambda session: queue.tasks(session, actor, serving)))
