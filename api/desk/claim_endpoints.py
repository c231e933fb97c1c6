"""``/desk/cases/{number}/claim|release|looking``: who has a case in hand, and who has it open."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, by_itself, staff
from api.cases.visible_case import visible_case
from api.desk import claims
from api.desk.queue_schemas import CaseHolding
from api.desk.queue_views import onlookers
from api.platform.address_fields import CaseNumber
from api.platform.errors import ClaimedAlready, NotYourClaim, NotYours, WrongState
from api.platform.presence import Onlooker
from api.platform.problems import refusals
from api.services import Services, Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk/cases/{number}", tags=["窗口工作台"])

_HANDLER = staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR)
Handler = Annotated[Actor, allow(_HANDLER)]
Beating = Annotated[Actor, allow(by_itself(_HANDLER))]
Officer = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER))]
ASKING = (*STAFF_REFUSALS, NotYours)

BEAT_S = 15
"""A third of the time after which somebody who is silent is gone (``api.platform.presence.EXPIRES``)."""


@router.post(
    "/claim",
    response_model=CaseHolding,
    summary="认领",
    response_description="认领以后谁在办、谁在看",
    responses=refusals(*ASKING, ClaimedAlready, WrongState),
)
async def claim(number: CaseNumber, actor: Officer, serving: Serving) -> Response:
    """告诉同事这件由您来办；别人认领了的答复409，说是谁、什么时候。认领不妨碍别人依法办理；长时间不办会自动收回。"""

    async def work(session: AsyncSession) -> None:
        await claims.claim(session, actor, number, serving)

    await serving.database.transact(work)
    return await _holding(number, actor, serving)


@router.post(
    "/release",
    response_model=CaseHolding,
    summary="交回认领",
    response_description="交回以后谁在办、谁在看",
    responses=refusals(*ASKING, NotYourClaim),
)
async def release(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """交回自己认领的；人不在的，督查人员可以替他交回。没有人认领的，什么都不变。"""
    await serving.database.transact(lambda session: claims.release(session, actor, number, serving))
    return await _holding(number, actor, serving)


@router.put(
    "/looking",
    response_model=CaseHolding,
    summary="说一声正在看",
    response_description="谁在办、谁在看",
    responses=refusals(*ASKING),
)
async def look(number: CaseNumber, actor: Beating, serving: Serving) -> Response:
    """开着办件时隔15秒说一次，同事就看得到；45秒没有说就当作走开了。认领的人开着它，不算没有办理。"""
    holding = await serving.database.read(lambda session: _held(session, number, actor, serving))
    serving.presence.beat(holding.number, Onlooker(actor.id, actor.name), serving.now())
    if holding.claimed_by and holding.claimed_by.mine:
        await serving.database.transact(
            lambda session: claims.keep(session, holding.number, actor, serving.now())
        )
    return reply(holding)


@router.delete(
    "/looking",
    response_model=CaseHolding,
    summary="说一声不看了",
    response_description="谁在办、谁在看",
    responses=refusals(*ASKING),
)
async def leave(number: CaseNumber, actor: Handler, serving: Serving) -> Response:
    """关上办件时说一声；不说，45秒以后也当作走开了。"""
    holding = await serving.database.read(lambda session: _held(session, number, actor, serving))
    serving.presence.leave(holding.number, actor.id)
    return reply(holding)


async def _holding(number: str, actor: Actor, serving: Services) -> Response:
    return reply(await serving.database.read(lambda session: _held(session, number, actor, serving)))


async def _held(session: AsyncSession, number: str, actor: Actor, services: Services) -> CaseHolding:
    case, _, _, _ = await visible_case(session, actor, number)
    looking = services.presence.looking([case.number], services.now()).get(case.number, [])
    return CaseHolding(
        number=case.number,
        claimed_by=await claims.holder_of(session, case.number, actor),
        looking=onlookers(looking, actor),
        version=case.row_version,
        beat_after_s=BEAT_S,
    )
