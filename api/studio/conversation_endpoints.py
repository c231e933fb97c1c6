"""``/library/conversations``: conversations that are kept as tests and held at every release."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access.policies import STAFF_REFUSALS
from api.platform.errors import ConversationNotFound, EditInvalid
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio import conversations
from api.studio.conversation_schemas import ConversationWanted, KeptConversations
from api.studio.endpoints import Tuner

router = APIRouter(prefix="/library", tags=["知识库"])


@router.get(
    "/conversations",
    response_model=KeptConversations,
    summary="看回归测试的对话",
    response_description="自己留的和随程序来的",
    responses=refusals(*STAFF_REFUSALS),
)
async def look(_: Tuner, serving: Serving) -> Response:
    """每次发布都拿它们测改以前和改以后。"""
    return reply(await serving.database.read(conversations.listed))


@router.post(
    "/conversations",
    response_model=KeptConversations,
    summary="留一段对话作回归测试",
    response_description="留好以后的全部",
    responses=refusals(*STAFF_REFUSALS, EditInvalid),
)
async def keep(wanted: ConversationWanted, actor: Tuner, serving: Serving) -> Response:
    """从试一句、大家说了什么里留；话里的个人信息留不下来。"""
    return reply(await conversations.keep(wanted, actor, serving))


@router.delete(
    "/conversations/{number}",
    response_model=KeptConversations,
    summary="去掉一段回归测试的对话",
    response_description="剩下的全部",
    responses=refusals(*STAFF_REFUSALS, ConversationNotFound),
)
async def drop(
    number: Annotated[int, Path(ge=1, le=2**53, description="编号")], actor: Tuner, serving: Serving
) -> Response:
    """以后发布不再测它；以前测的结果还在。"""
    return reply(await conversations.drop(number, actor, serving))
