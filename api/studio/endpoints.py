"""``/library`` for those who tune it: try a sentence."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import RehearsalElsewhere
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio.rehearsal_schemas import RehearsalResult, RehearsalWanted, RehearsedTurn
from knowledge.base.roles import Role

router = APIRouter(prefix="/library", tags=["知识库"])

Tuner = Annotated[Actor, allow(staff(Role.TUNER))]


@router.post(
    "/test",
    response_model=RehearsalResult,
    summary="试一句话，或者一段对话",
    response_description="每一句听成什么、怎么定的、会怎么答",
    responses=refusals(*STAFF_REFUSALS, RehearsalElsewhere),
)
async def test(wanted: RehearsalWanted, _: Tuner, serving: Serving) -> Response:
    """和真的对话走同一条路，只是什么也不留：不进统计、不进没听懂的话、不生成草稿和办件，也不发消息。"""
    if serving.rehearse is None:
        raise RehearsalElsewhere
    began = time.perf_counter()
    turns = [one for one in await serving.rehearse(wanted.turns) if isinstance(one, RehearsedTurn)]
    took_ms = round((time.perf_counter() - began) * 1000, 1)
    return reply(RehearsalResult(turns=turns, took_ms=took_ms, version=serving.catalogue.version))
