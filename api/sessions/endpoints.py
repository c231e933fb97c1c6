"""``/session``: sign in, who am I, sign out, change one's password. The staff's page (``web/desk``) is written against it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from api.access.policies import PUBLIC, allow
from api.access.session_policies import SESSION_REFUSALS, SIGNING_IN, OwnSession
from api.access.sessions import SignedIn
from api.platform.errors import (
    CodesOff,
    CodeUnreadable,
    CodeWanted,
    CodeWrong,
    CsrfWrong,
    NoCodePending,
    OldPasswordWrong,
    OneTimePasswordExpired,
    PasswordChangeDue,
    PasswordWeak,
    SecondFactorRequired,
    SignInLocked,
    SignInWrong,
)
from api.platform.problems import refusals
from api.services import Serving, reply
from api.sessions import codes, service, views
from api.sessions.schemas import (
    CodeGiven,
    CodeOffered,
    CodeSetup,
    PasswordChange,
    PasswordGiven,
    Session,
    SignIn,
    SignInWays,
)

router = APIRouter(prefix="/session", tags=["登录"])

NOTHING_YET = CodeSetup()
Settled = Annotated[SignedIn, allow(OwnSession(is_settled=True))]


@router.post(
    "",
    response_model=Session,
    summary="登录",
    response_description="登录好了；Cookie 在 Set-Cookie 头里",
    responses=refusals(SignInWrong, CodeWanted, OneTimePasswordExpired, SignInLocked, CodeUnreadable),
    dependencies=[allow(SIGNING_IN)],
)
async def sign_in(wanted: SignIn, request: Request, serving: Serving) -> Response:
    """账号不存在、密码不对、没有设密码、已经停用，答的都一样。15分钟里错5次，这个账号15分钟不能登录。"""
    return reply(views.session(await service.sign_in(wanted, request, serving), serving.catalogue))


@router.get(
    "/ways",
    response_model=SignInWays,
    summary="能怎样登录",
    response_description="登录的办法",
    dependencies=[allow(PUBLIC)],
)
async def ways(serving: Serving) -> Response:
    """登录页先看它：开了统一身份登录（INTAKE_OIDC）的，多一个按钮。"""
    return reply(SignInWays(oidc=serving.settings.oidc is not None))


@router.get(
    "",
    response_model=Session,
    summary="现在是谁登录着",
    response_description="登录着的人，和什么时候结束",
    responses=refusals(*SESSION_REFUSALS),
)
async def who(signed_in: Annotated[SignedIn, allow(OwnSession(is_use=False))], serving: Serving) -> Response:
    """读它不算在用，网页可以随时来看还剩多久。"""
    return reply(views.session(signed_in, serving.catalogue))


@router.delete(
    "",
    status_code=204,
    summary="退出登录",
    response_description="退出了",
    responses=refusals(CsrfWrong),
)
async def sign_out(
    signed_in: Annotated[SignedIn | None, allow(OwnSession(is_use=False, is_optional=True))],
    request: Request,
    serving: Serving,
) -> Response:
    """本来就没有登录，或者已经到时间的，也答退出了。"""
    await service.sign_out(signed_in, request, serving)
    return Response(status_code=204)


@router.put(
    "/password",
    response_model=Session,
    summary="改自己的密码",
    response_description="改好了；Cookie 换了新的",
    responses=refusals(*SESSION_REFUSALS, OldPasswordWrong, PasswordWeak, SignInLocked),
)
async def change_password(
    wanted: PasswordChange,
    signed_in: Annotated[SignedIn, allow(OwnSession())],
    request: Request,
    serving: Serving,
) -> Response:
    """这个账号别处的登录都结束，这里的接着用。"""
    changed = await service.change_password(signed_in, wanted, request, serving)
    return reply(views.session(changed, serving.catalogue))


@router.post(
    "/totp",
    response_model=CodeOffered,
    summary="开始设动态验证码",
    response_description="手机要扫的",
    responses=refusals(*SESSION_REFUSALS, PasswordChangeDue, CodesOff, CodeWrong, SignInLocked),
)
async def begin_codes(
    signed_in: Settled, request: Request, serving: Serving, wanted: CodeSetup = NOTHING_YET
) -> Response:
    """只给这一次。用手机上的验证器扫过，再用 PUT 输入它显示的验证码，才算设好；在那以前登录照旧。"""
    answer = reply(await codes.begin(signed_in, wanted.code, request, serving))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@router.put(
    "/totp",
    response_model=Session,
    summary="设好动态验证码",
    response_description="设好了；下次登录要它",
    responses=refusals(
        *SESSION_REFUSALS, PasswordChangeDue, CodesOff, NoCodePending, CodeWrong, SignInLocked
    ),
)
async def confirm_codes(
    wanted: CodeGiven, signed_in: Settled, request: Request, serving: Serving
) -> Response:
    """换了手机或者丢了手机，请系统管理员重设密码，验证码也一起作废。"""
    confirmed = await codes.confirm(signed_in, wanted.code, request, serving)
    return reply(views.session(confirmed, serving.catalogue))


@router.post(
    "/totp/off",
    response_model=Session,
    summary="关动态验证码",
    response_description="关了；下次登录只要密码",
    responses=refusals(
        *SESSION_REFUSALS, PasswordChangeDue, CodesOff, SecondFactorRequired, OldPasswordWrong, SignInLocked
    ),
)
async def switch_codes_off(
    wanted: PasswordGiven, signed_in: Settled, request: Request, serving: Serving
) -> Response:
    """要再填一次密码。本中心人人要动态验证码（INTAKE_SESSION_CODE=required）的，不能关。"""
    password = wanted.password.get_secret_value()
    return reply(
        views.session(
            await service.switch_codes_off(signed_in, password, request, serving), serving.catalogue
        )
    )
