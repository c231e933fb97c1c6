"""``/supervision``: for those who look after limits and rules."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import UnknownPlaceInQueue
from api.platform.problems import refusals
from api.services import Serving, reply
from api.supervision import service
from api.supervision.schemas import MarkedCases, Misroutes, Overview, RefusedActs
from knowledge.base.roles import Role

router = APIRouter(prefix="/supervision", tags=["电子监察"])

Supervisor = Annotated[Actor, allow(staff(Role.SUPERVISOR))]


@router.get(
    "/overview",
    response_model=Overview,
    summary="今天的情况",
    response_description="今天的情况",
    responses=refusals(*STAFF_REFUSALS),
)
async def overview(actor: Supervisor, serving: Serving) -> Response:
    """没有办完的、快到期的、已经超期的，近30天的各类提示。"""
    return reply(await serving.database.read(lambda session: service.overview(session, serving)))


@router.get(
    "/marks",
    response_model=MarkedCases,
    summary="办件上的提示",
    response_description="提示的一页",
    responses=refusals(*STAFF_REFUSALS, UnknownPlaceInQueue),
)
async def marks(
    actor: Supervisor,
    serving: Serving,
    code: Annotated[
        str | None, Query(max_length=40, description="只看这一种提示，写代号；不写是全部")
    ] = None,
    after: Annotated[str | None, Query(max_length=80, description="上一页的 next")] = None,
) -> Response:
    """超期、第二次补正、清单外要求、视为受理、视为准予、转办、督办等，最近的在前。"""
    return reply(await serving.database.read(lambda session: service.marked(session, code, after)))


@router.get(
    "/misroutes",
    response_model=Misroutes,
    summary="误分派",
    response_description="各规则的误分派率",
    responses=refusals(*STAFF_REFUSALS),
)
async def misroutes(actor: Supervisor, serving: Serving) -> Response:
    """近一年里，按事项和分派规则：分了多少件，其中转走多少件。"""
    return reply(await serving.database.read(lambda session: service.misroutes(session, serving)))


@router.get(
    "/refused-acts",
    response_model=RefusedActs,
    summary="没有做成的操作",
    response_description="没有做成的操作",
    responses=refusals(*STAFF_REFUSALS),
)
async def refused_acts(actor: Supervisor, serving: Serving) -> Response:
    """谁、什么时候、想做什么、为什么不能做，最近的在前。"""
    return reply(await serving.database.read(service.refused))
