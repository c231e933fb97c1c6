"""``/staff``: who am I, and for administrators the accounts. Accounts and tokens are made by ``intake staff``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import AccountNotFound, InvalidAccount, LastAdministrator
from api.platform.problems import refusals
from api.services import Serving, reply
from api.staff import service, views
from api.staff.schemas import AccountList, AccountView, ActiveChange, Me, PlaceChange
from knowledge.base.roles import STAFF_ROLES, Role

router = APIRouter(prefix="/staff", tags=["工作人员"])

ANY_TOKEN = staff(*STAFF_ROLES, Role.PARTNER)
Account = Annotated[str, Path(description="账号")]
Administrator = Annotated[Actor, allow(staff(Role.ADMINISTRATOR))]


@router.get(
    "/me",
    response_model=Me,
    summary="我是谁",
    response_description="令牌背后的账号",
    responses=refusals(*STAFF_REFUSALS),
)
async def me(actor: Annotated[Actor, allow(ANY_TOKEN)], serving: Serving) -> Response:
    """令牌背后的账号：部门、窗口、身份，以及每个身份看得到哪些办件。"""
    return reply(views.me(actor, serving.catalogue))


@router.get(
    "/accounts",
    response_model=AccountList,
    summary="列出账号",
    response_description="全部账号",
    responses=refusals(*STAFF_REFUSALS),
)
async def accounts(_: Administrator, serving: Serving) -> Response:
    """全部账号，停用的也在内；令牌本身看不到。"""
    catalogue, now = serving.catalogue, serving.now()
    return reply(await serving.database.read(lambda session: service.list_accounts(session, catalogue, now)))


@router.put(
    "/accounts/{account}/active",
    response_model=AccountView,
    summary="停用或恢复账号",
    response_description="改好的账号",
    responses=refusals(*STAFF_REFUSALS, AccountNotFound, LastAdministrator),
)
async def set_active(
    account: Account, change: ActiveChange, actor: Administrator, serving: Serving
) -> Response:
    """停用立即生效，账号的令牌都不能再用；办过的事仍记在原来的账号名下。"""
    return reply(await service.set_active(account, change.active, actor, serving))


@router.patch(
    "/accounts/{account}",
    response_model=AccountView,
    summary="改部门、窗口和身份",
    response_description="改好的账号",
    responses=refusals(*STAFF_REFUSALS, AccountNotFound, InvalidAccount, LastAdministrator),
)
async def change(account: Account, wanted: PlaceChange, actor: Administrator, serving: Serving) -> Response:
    """写了的整个换掉，没写的不变；立即生效，令牌不用换。办过的事仍记在这个账号名下。"""
    return reply(await service.change(account, wanted, actor, serving))
