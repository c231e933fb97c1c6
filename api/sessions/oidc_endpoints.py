"""``/session/oidc``: to the provider and back. Browsers come here and no programs: what goes wrong is a page, where a page is wanted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.access.policies import allow
from api.access.session_policies import SIGNING_IN
from api.platform.errors import ApiError, OidcAccountUnknown, OidcOff, ProviderDown, SignInNotProven
from api.platform.pages.rendering import page
from api.platform.problems import refusals
from api.services import Serving
from api.sessions import oidc

router = APIRouter(prefix="/session/oidc", tags=["登录"], dependencies=[allow(SIGNING_IN)])


@router.get(
    "/start",
    status_code=303,
    response_class=Response,
    summary="用统一身份登录",
    response_description="转到统一身份认证的登录页",
    responses=refusals(OidcOff, ProviderDown),
)
async def start(
    request: Request,
    serving: Serving,
    afterwards: Annotated[
        str, Query(alias="next", max_length=500, description="登录好以后去哪里，本站的路径")
    ] = oidc.AFTERWARDS,
) -> Response:
    """给浏览器打开的地址。没有设统一身份认证（INTAKE_OIDC）的，答 session.oidc_off。"""
    try:
        return _to(await oidc.start(afterwards, request, serving))
    except ApiError as error:
        return _told(error, request)


@router.get(
    "/callback",
    status_code=303,
    response_class=Response,
    summary="统一身份登录回来",
    response_description="登录好了，转到要去的页面；Cookie 在 Set-Cookie 头里",
    responses=refusals(OidcOff, SignInNotProven, OidcAccountUnknown, ProviderDown),
)
async def callback(
    request: Request,
    serving: Serving,
    state: Annotated[str, Query(max_length=500, description="出发时给的 state")] = "",
    code: Annotated[str, Query(max_length=4_000, description="统一身份认证给的一次性代码")] = "",
) -> Response:
    """统一身份认证把浏览器送回这里。只认这个浏览器自己十分钟内出发的那一次。"""
    try:
        return _to(await oidc.finish(state, code, request, serving))
    except ApiError as error:
        return _told(error, request)


def _to(address: str) -> Response:
    return RedirectResponse(
        address, 303, headers={"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
    )


def _told(error: ApiError, request: Request) -> Response:
    """A refusal as a page for somebody at a browser.

    Raises:
        ApiError: No page is wanted.
    """
    if "text/html" not in request.headers.get("Accept", ""):
        raise error
    return page("not_signed_in.html", error.status, detail=error.detail, path=oidc.AFTERWARDS)
