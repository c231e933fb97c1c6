"""``/library``: ask how things go."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import PUBLIC, allow
from api.library import service
from api.library.schemas import AnswerFound, Asking
from api.platform.problems import refusals
from api.services import Serving, reply

router = APIRouter(prefix="/library", tags=["问答"])


@router.post(
    "/ask",
    dependencies=[allow(PUBLIC)],
    response_model=AnswerFound,
    summary="问中心和办事的一般问题",
    response_description="找到的问答；没有把握时 answer 为空",
    responses=refusals(),
)
async def ask(asking: Asking, serving: Serving) -> Response:
    """开放时间、停车、委托、容缺受理等一般问题；说不准时 answer 为空。"""
    await serving.edits.refresh()
    return reply(await service.ask(asking, serving.library, serving.catalogue, serving.encoding))
