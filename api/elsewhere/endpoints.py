"""``/elsewhere``: ask who does what the centre does not."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import PUBLIC, allow
from api.elsewhere import service
from api.elsewhere.schemas import MatterFound, Seeking
from api.platform.problems import refusals
from api.services import Serving, reply

router = APIRouter(prefix="/elsewhere", tags=["别处办的事"])


@router.post(
    "/ask",
    dependencies=[allow(PUBLIC)],
    response_model=MatterFound,
    summary="问不在中心办的事由谁办、怎么找到",
    response_description="像是在说的事和由谁办；都不像时 matter 为空",
    responses=refusals(),
)
async def ask(seeking: Seeking, serving: Serving) -> Response:
    """公证、欠薪、交通违法、改名等别处办的事；sure 为假的只是最像；都不像时 matter 为空。"""
    await serving.edits.refresh()
    return reply(await service.ask(seeking, serving.elsewhere, serving.catalogue, serving.encoding))
