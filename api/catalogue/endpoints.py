"""``/items`` and ``/departments``: browse and search the catalogue."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access.policies import PUBLIC, allow
from api.catalogue import service
from api.catalogue.schemas import (
    DepartmentList,
    ItemAnswer,
    ItemAsking,
    ItemDetail,
    ItemList,
    SearchRequest,
    SearchResult,
)
from api.platform.errors import ItemNotFound
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.guidance.notice import NoticeContent

router = APIRouter(tags=["事项"])

ItemId = Annotated[str, Path(description="业务办理项或一件事的编号")]


@router.get(
    "/items",
    dependencies=[allow(PUBLIC)],
    response_model=ItemList,
    summary="列出事项和一件事",
    response_description="事项的一页",
    responses=refusals(),
)
async def list_items(
    serving: Serving,
    department: Annotated[str | None, Query(max_length=120, description="部门编号或名称")] = None,
    offset: Annotated[int, Query(ge=0, le=100_000, description="从第几个开始")] = 0,
    limit: Annotated[int, Query(ge=1, le=200, description="最多几个")] = 100,
) -> Response:
    """可按部门筛选；一件事排在前面。"""
    return reply(service.list_items(serving.catalogue, department, offset, limit))


@router.post(
    "/items/search",
    dependencies=[allow(PUBLIC)],
    response_model=SearchResult,
    summary="按一句话找事项",
    response_description="候选事项和判断",
    responses=refusals(),
)
async def search(request: SearchRequest, serving: Serving) -> Response:
    """返回候选事项和判断：确定（sure）、要再问一句（close）、没找到（far）、不是本中心的事（out_of_scope）。"""
    return reply(await service.search(request, serving.catalogue, serving.holder.matcher, serving.encoding))


@router.get(
    "/items/{item_id}",
    dependencies=[allow(PUBLIC)],
    response_model=ItemDetail,
    summary="看一个事项的全部内容",
    response_description="事项的全部内容",
    responses=refusals(ItemNotFound),
)
async def item(item_id: ItemId, serving: Serving) -> Response:
    """材料、问题、条件、时限、收费、流程和今天受理的窗口。"""
    return reply(service.item_detail(item_id, serving.catalogue, serving.today()))


@router.post(
    "/items/{item_id}/ask",
    dependencies=[allow(PUBLIC)],
    response_model=ItemAnswer,
    summary="问一个事项自己的问题",
    response_description="问的是哪一条常见问题；没有把握时为空",
    responses=refusals(ItemNotFound),
)
async def ask(item_id: ItemId, asking: ItemAsking, serving: Serving) -> Response:
    """「自己辞职能领吗」这样只有这个事项才答得了的问题，材料要求、条件里说到它的那一句，问到的日子；一件事看它包括的各个事项。"""
    day = service.CalendarDay(serving.today(), serving.calendar)
    return reply(
        await asyncio.to_thread(
            service.answer_of, item_id, asking.text, serving.catalogue, serving.questions, day
        )
    )


@router.get(
    "/items/{item_id}/preview",
    dependencies=[allow(PUBLIC)],
    response_model=NoticeContent,
    summary="看一个事项的告知内容",
    response_description="情形还没有说时的告知内容",
    responses=refusals(ItemNotFound),
)
async def preview(item_id: ItemId, serving: Serving) -> Response:
    """还没有说情形时的告知内容：一定要的和视情况要的材料、收费、时限、窗口。"""
    return reply(service.preview(item_id, serving.catalogue, serving.today()))


@router.get(
    "/items/{item_id}/flow.svg",
    dependencies=[allow(PUBLIC)],
    summary="看一个事项的外部流程图",
    response_class=Response,
    responses={200: {"description": "SVG 图", "content": {"image/svg+xml": {}}}, **refusals(ItemNotFound)},
)
async def flow(item_id: ItemId, serving: Serving) -> Response:
    """谁在几个工作日里做什么，画成 SVG；来源没有流程的事项没有图。"""
    return Response(service.flow_chart(item_id, serving.catalogue), media_type="image/svg+xml")


@router.get(
    "/departments",
    dependencies=[allow(PUBLIC)],
    response_model=DepartmentList,
    summary="列出部门",
    response_description="全部部门",
)
async def departments(serving: Serving) -> Response:
    """每个部门的名称、电话和事项数。"""
    return reply(service.list_departments(serving.catalogue))
