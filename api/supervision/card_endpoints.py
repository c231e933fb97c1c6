"""``/supervision/cards``: yellow and red cards for their departments and for supervision."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from api.access import audit
from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import CardNotFound, CardNotYours, CardSettled
from api.platform.problems import refusals
from api.services import Serving, reply
from api.supervision import cards
from api.supervision.card_schemas import CardAnswer, CardConclusion, CardPage, CardRuleList, CardView
from knowledge.base.roles import Role
from knowledge.cases.oversight.cards import CardState

router = APIRouter(prefix="/supervision/cards", tags=["电子监察"])

Reader = Annotated[Actor, allow(staff(Role.SUPERVISOR, Role.REVIEWER, Role.APPROVER))]
Answerer = Annotated[Actor, allow(staff(Role.REVIEWER, Role.APPROVER))]
Supervisor = Annotated[Actor, allow(staff(Role.SUPERVISOR))]
Number = Annotated[str, Path(max_length=20, description="红黄牌的编号")]


@router.get(
    "",
    response_model=CardPage,
    summary="看红黄牌",
    response_description="红黄牌的一页",
    responses=refusals(*STAFF_REFUSALS),
)
async def page(
    actor: Reader,
    serving: Serving,
    state: Annotated[
        CardState | None,
        Query(description="issued 等部门答复、answered 等督查核实、closed 已了结；不写是全部"),
    ] = None,
    after: Annotated[str | None, Query(max_length=20, description="上一页的 next")] = None,
) -> Response:
    """督查人员看全部，审查、审核人员看本部门的，后发的在前。"""
    return reply(
        await serving.database.read(lambda session: cards.page(session, actor, state, after, serving))
    )


@router.get(
    "/rules",
    response_model=CardRuleList,
    summary="发牌的规则",
    response_description="发牌的规则",
    responses=refusals(*STAFF_REFUSALS),
)
async def rules(actor: Reader) -> Response:
    """牌由系统按规则发，没有人能开或者压下一张。"""
    return reply(cards.rules())


@router.post(
    "/{number}/answer",
    response_model=CardView,
    summary="答复红黄牌",
    response_description="答复以后的牌",
    responses=refusals(*STAFF_REFUSALS, CardNotFound, CardNotYours, CardSettled),
)
async def answer(number: Number, said: CardAnswer, actor: Answerer, serving: Serving) -> Response:
    """收到牌的部门说明为什么会这样、怎么改的。"""
    await audit.record(serving.database, serving.now(), actor.id, "card_answered", number, {})
    return reply(
        await serving.database.transact(
            lambda session: cards.answer(session, actor, number, said.answer, serving)
        )
    )


@router.post(
    "/{number}/conclusion",
    response_model=CardView,
    summary="核实红黄牌",
    response_description="核实以后的牌",
    responses=refusals(*STAFF_REFUSALS, CardNotFound, CardNotYours, CardSettled),
)
async def conclude(number: Number, found: CardConclusion, actor: Supervisor, serving: Serving) -> Response:
    """部门答复以后核实：属实了结、不属实收回、说明不够退回重答。自己答复的牌由另一位督查人员核实。"""
    await audit.record(
        serving.database, serving.now(), actor.id, "card_concluded", number, {"outcome": found.outcome.value}
    )
    return reply(
        await serving.database.transact(
            lambda session: cards.conclude(session, actor, number, found, serving)
        )
    )
