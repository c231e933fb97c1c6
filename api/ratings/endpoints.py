"""``/cases/rating`` and ``/desk/ratings``: give a rating, see its answer; answer a bad one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import SECOND_FACTOR, STAFF_REFUSALS, allow, staff
from api.cases.schemas import CaseQuery
from api.platform.errors import (
    AlreadyAnswered,
    CannotRate,
    CaseNotFound,
    IntakeNotFound,
    InvalidChange,
    RatingNotFound,
    SecondFactorMissing,
    TooManyTries,
)
from api.platform.problems import refusals
from api.ratings import service
from api.ratings.schemas import CaseRatings, DeskRating, RatingAnswer, RatingPage, RatingRequest
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(tags=["好差评"])

Answerer = Annotated[Actor, allow(staff(Role.SUPERVISOR, Role.APPROVER))]
OWNERS = (CaseNotFound, TooManyTries, IntakeNotFound, SecondFactorMissing)


@router.post(
    "/cases/rating",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseRatings,
    summary="评价",
    response_description="评价以后的全部评价",
    responses=refusals(*OWNERS, CannotRate, InvalidChange),
)
async def rate(request: RatingRequest, serving: Serving) -> Response:
    """办完以后一件一评，分五档；差评有人核实、答复，答复后可以再评一次。文字里的个人信息在保存前去除。"""
    return reply(await serving.database.transact(lambda session: service.rate(session, request, serving)))


@router.post(
    "/cases/ratings",
    dependencies=[allow(SECOND_FACTOR)],
    response_model=CaseRatings,
    summary="看自己的评价和答复",
    response_description="评价和答复",
    responses=refusals(*OWNERS),
)
async def ratings(query: CaseQuery, serving: Serving) -> Response:
    """评过什么、答复了什么、现在能不能评。"""
    return reply(await serving.database.transact(lambda session: service.look(session, query, serving)))


@router.get(
    "/desk/ratings",
    response_model=RatingPage,
    summary="要答复的评价",
    response_description="评价的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def page(
    actor: Answerer,
    serving: Serving,
    only_open: Annotated[bool, Query(description="只看还没有答复的差评")] = True,
    after: Annotated[int, Query(ge=0, le=2**62, description="上一页的 next")] = 0,
) -> Response:
    """督查人员看全部，审核人员看本部门的，先评的在前。"""
    return reply(
        await serving.database.read(lambda session: service.page(session, actor, only_open, after, serving))
    )


@router.post(
    "/desk/ratings/{rating}/answer",
    response_model=DeskRating,
    summary="答复评价",
    response_description="答复以后的评价",
    responses=refusals(*STAFF_REFUSALS, RatingNotFound, AlreadyAnswered),
)
async def answer(
    rating: Annotated[int, Path(ge=1, le=2**62, description="评价的编号")],
    said: RatingAnswer,
    actor: Answerer,
    serving: Serving,
) -> Response:
    """核实以后答复，申请人按原来的渠道收到。"""
    return reply(
        await serving.database.transact(
            lambda session: service.answer(session, actor, rating, said.answer, serving)
        )
    )
