"""``/library/records``: forms of items, questions and materials; they are kept as entries of the kind ``record``."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.access.policies import STAFF_REFUSALS
from api.platform.problems import refusals
from api.services import Serving, reply
from api.studio import records
from api.studio.endpoints import Tuner
from api.studio.record_schemas import RecordCheck, RecordCheckWanted, RecordForms

router = APIRouter(prefix="/library", tags=["知识库"])


@router.get(
    "/records/forms",
    response_model=RecordForms,
    summary="看事项、问题和材料的表单",
    response_description="字段，和可以选的记录",
    responses=refusals(*STAFF_REFUSALS),
)
async def look(_: Tuner, serving: Serving) -> Response:
    """内容用 PUT /library/entries/record/items/编号 这样的地址存，发布了才用。"""
    return reply(await serving.database.read(lambda session: records.forms(session, serving)))


@router.post(
    "/records/check",
    response_model=RecordCheck,
    summary="一边写一边查",
    response_description="哪里不对、条件写成的话、改了什么、分支和影响",
    responses=refusals(*STAFF_REFUSALS),
)
async def check(wanted: RecordCheckWanted, _: Tuner, serving: Serving) -> Response:
    """什么也不存。连同别人改了还没有发布的一起看。"""
    return reply(await records.check(wanted, serving))
