"""``/understanding``: what a sentence may mean, asked once a message."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import PUBLIC, allow
from api.platform.problems import refusals
from api.services import Serving, reply
from api.understanding import service
from api.understanding.schemas import Hearing, Understanding

router = APIRouter(prefix="/understanding", tags=["听懂一句话"])


@router.post(
    "",
    dependencies=[allow(PUBLIC)],
    response_model=Understanding,
    summary="听一句话可能是什么意思",
    response_description="像是要办的事项、别处办的事、问答和手上这件事的情形，各有把握",
    responses=refusals(),
)
async def understand(hearing: Hearing, serving: Serving) -> Response:
    """一句话只问一次：事项、别处办的事、问答库、部门、情形各自听到了什么；怎么选由对话定。"""
    await serving.edits.refresh()
    return reply(await service.understand(hearing, serving))
