"""``/staff``: who am I, and for administrators the accounts, as ``intake staff`` makes and changes them too."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel
from starlette.responses import Response

from api.access.actor import Actor
from api.access.policies import STAFF_REFUSALS, allow, staff
from api.platform.errors import (
    AccountNotFound,
    InvalidAccount,
    LastAdministrator,
    OwnPassword,
    OwnRoles,
    SecondPersonNeeded,
    TokenNotFound,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.staff import service, views
from api.staff.schemas import (
    AccountList,
    AccountMade,
    AccountView,
    ActiveChange,
    Me,
    NewAccountWanted,
    OneTimePassword,
    PlaceChange,
    RoleList,
    TokenMade,
    TokenWanted,
)
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
    responses=refusals(*STAFF_REFUSALS, AccountNotFound, LastAdministrator, SecondPersonNeeded),
)
async def set_active(
    account: Account, change: ActiveChange, actor: Administrator, serving: Serving
) -> Response:
    """停用立即生效，账号的令牌都不能再用，登录都结束；办过的事仍记在原来的账号名下。"""
    return reply(await service.set_active(account, change.active, actor, serving))


@router.patch(
    "/accounts/{account}",
    response_model=AccountView,
    summary="改部门、窗口和身份",
    response_description="改好的账号",
    responses=refusals(
        *STAFF_REFUSALS, OwnRoles, AccountNotFound, InvalidAccount, LastAdministrator, SecondPersonNeeded
    ),
)
async def change(account: Account, wanted: PlaceChange, actor: Administrator, serving: Serving) -> Response:
    """写了的整个换掉，没写的不变；立即生效，令牌不用换。自己的身份要另一位管理员改。办过的事仍记在这个账号名下。"""
    return reply(await service.change(account, wanted, actor, serving))


@router.get(
    "/roles",
    response_model=RoleList,
    summary="列出身份",
    response_description="可以给账号的全部身份",
    responses=refusals(*STAFF_REFUSALS),
)
async def roles(_: Administrator) -> Response:
    """每个身份叫什么、看得到哪些办件。对接系统的身份不能和别的一起给。"""
    return reply(views.role_list())


@router.post(
    "/accounts",
    response_model=AccountMade,
    status_code=201,
    summary="建账号",
    response_description="建好的账号和一次性密码",
    responses=refusals(*STAFF_REFUSALS, InvalidAccount, SecondPersonNeeded),
)
async def add(wanted: NewAccountWanted, actor: Administrator, serving: Serving) -> Response:
    """账号编号由系统给。一次性密码只给这一次；对接系统的账号没有密码，另外发令牌。"""
    return _once(await service.add(wanted, actor, serving))


@router.post(
    "/accounts/{account}/password",
    response_model=OneTimePassword,
    summary="重设密码",
    response_description="新的一次性密码",
    responses=refusals(*STAFF_REFUSALS, OwnPassword, AccountNotFound, InvalidAccount, SecondPersonNeeded),
)
async def reset_password(account: Account, actor: Administrator, serving: Serving) -> Response:
    """忘了密码、换了手机时用：原来的密码和动态验证码作废，这个账号的登录都结束。自己的密码用「改密码」。"""
    return _once(await service.reset_password(account, actor, serving), 200)


@router.post(
    "/accounts/{account}/tokens",
    response_model=TokenMade,
    status_code=201,
    summary="发令牌",
    response_description="新的令牌",
    responses=refusals(*STAFF_REFUSALS, AccountNotFound, SecondPersonNeeded),
)
async def add_token(
    account: Account, wanted: TokenWanted, actor: Administrator, serving: Serving
) -> Response:
    """给程序用。令牌只给这一次，原来发的照旧有效。"""
    return _once(await service.add_token(account, wanted, actor, serving))


@router.delete(
    "/accounts/{account}/tokens/{number}",
    status_code=204,
    summary="作废令牌",
    response_description="作废了",
    responses=refusals(*STAFF_REFUSALS, TokenNotFound),
)
async def revoke(
    account: Account,
    number: Annotated[str, Path(description="令牌的编号，不是令牌本身")],
    actor: Administrator,
    serving: Serving,
) -> Response:
    """立即生效；作废过的再作废一次也行。"""
    await service.revoke(account, number, actor, serving)
    return Response(status_code=204)


def _once(view: BaseModel, status: int = 201) -> Response:
    """What is seen once is kept by no browser."""
    answer = reply(view, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
