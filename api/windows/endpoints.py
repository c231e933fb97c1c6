"""``/windows``: where to go."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import PUBLIC, allow
from api.platform.problems import refusals
from api.services import Serving, reply
from api.windows import service
from api.windows.schemas import NearestWindow, Whereabouts, WindowList

router = APIRouter(tags=["窗口"])


@router.get(
    "/windows",
    dependencies=[allow(PUBLIC)],
    response_model=WindowList,
    summary="列出窗口",
    response_description="全部窗口",
)
async def windows(serving: Serving) -> Response:
    """每个窗口的地点、电话、开放时间，此刻开不开，今天起十四天每天的时间；临时停办和通告在最前。"""
    now = serving.now()
    notices = serving.centre.in_force.notices(now)
    return reply(service.list_windows(serving.catalogue, now, serving.calendar, notices))


@router.post(
    "/windows/nearest",
    dependencies=[allow(PUBLIC)],
    response_model=NearestWindow,
    summary="找最近的窗口",
    response_description="最近的窗口",
    responses=refusals(),
)
async def nearest(where: Whereabouts, serving: Serving) -> Response:
    """地址里有乡镇、街道名称的，是那里的便民服务中心；没有的按距离；都没有的是中心的综合窗口。位置不保存。"""
    return reply(service.nearest(where, serving.catalogue, serving.now(), serving.calendar))
