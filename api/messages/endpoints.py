"""``/cases/messages``: what the applicant was told."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import SECOND_FACTOR, allow
from api.messages import service
from api.messages.schemas import MessageList, MessageQuery
from api.platform.errors import (
    CaseNotFound,
    IntakeNotFound,
    SecondFactorMissing,
    TooManyTries,
)
from api.platform.problems import refusals
from api.services import Serving, reply

router = APIRouter(tags=["办件消息"])


@router.post(
    "/cases/messages",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=MessageList,
    summary="看办件的消息",
    response_description="办件的消息",
    responses=refusals(CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing),
)
async def messages(query: MessageQuery, serving: Serving) -> Response:
    """先写的在前。和查办件一样要第二因子；取过的就算看过。"""
    result = await serving.database.transact(lambda session: service.fetch(session, query, serving))
    return reply(result)
