"""``/desk/views``: filters that somebody keeps under a name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.desk import kept_views
from api.desk.view_schemas import SavedViews, ViewRequest
from api.platform.errors import TooManyViews, ViewExists, ViewNotFound
from api.platform.problems import refusals
from api.services import Serving, reply
from knowledge.base.roles import Role

router = APIRouter(prefix="/desk/views", tags=["窗口工作台"])

Handler = Annotated[Actor, allow(staff(Role.WINDOW, Role.REVIEWER, Role.APPROVER, Role.SUPERVISOR))]
ViewId = Annotated[str, Path(description="视图的编号")]


@router.get(
    "",
    response_model=SavedViews,
    summary="看常用视图",
    response_description="您存的视图",
    responses=refusals(*STAFF_REFUSALS),
)
async def kept(actor: Handler, serving: Serving) -> Response:
    """您自己存的条件，别人看不到。"""
    return reply(await serving.database.read(lambda session: kept_views.kept(session, actor)))


@router.post(
    "",
    response_model=SavedViews,
    summary="存一个视图",
    response_description="您存的视图",
    responses=refusals(*STAFF_REFUSALS, ViewExists, TooManyViews),
)
async def add(request: ViewRequest, actor: Handler, serving: Serving) -> Response:
    """给现在的条件起个名称，最多30个。"""
    return reply(
        await serving.database.transact(lambda session: kept_views.add(session, actor, request, serving))
    )


@router.put(
    "/{view}",
    response_model=SavedViews,
    summary="改一个视图",
    response_description="您存的视图",
    responses=refusals(*STAFF_REFUSALS, ViewNotFound, ViewExists),
)
async def change(view: ViewId, request: ViewRequest, actor: Handler, serving: Serving) -> Response:
    """改名称，或者换成现在的条件。"""
    return reply(
        await serving.database.transact(lambda session: kept_views.change(session, actor, view, request))
    )


@router.delete(
    "/{view}",
    response_model=SavedViews,
    summary="删一个视图",
    response_description="您存的视图",
    responses=refusals(*STAFF_REFUSALS, ViewNotFound),
)
async def delete(view: ViewId, actor: Handler, serving: Serving) -> Response:
    """只删这个条件，办件不变。"""
    return reply(await serving.database.transact(lambda session: kept_views.delete(session, actor, view)))
