"""The account's routes: the callback that WeChat calls, and what the page inside WeChat asks."""

from __future__ import annotations

import hmac
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from actions.client.api_client import ApiProblem, ApiUnreachable
from actions.reply.wording import say
from actions.turn import CONSULT_PHONE
from bot.channels.pace import Pace
from bot.channels.wechat.channel import WeChatChannel
from bot.channels.wechat.courier import Courier
from bot.channels.wechat.entrance import STATE_S, Entrance
from bot.channels.wechat.envelope import news_reply, text_reply
from bot.channels.wechat.gate import DELIVERIES, Gate, Letter
from bot.channels.wechat.incoming import Incoming
from bot.channels.wechat.no_account import CALLBACK
from bot.channels.wechat.platform.errors import PlatformFault
from bot.channels.wechat.refusal import Refused
from bot.channels.wechat.rendering import Outgoing
from bot.channels.wire import BadMessage, TooFast, body_of, object_of, problem

MOST_BYTES = 1024 * 1024
SUCCESS = "success"
"""Says that nothing is answered; an empty body would do as well."""
_STATE = "wechat_state"
_MOST_FAILED = 1_000

log = logging.getLogger("intake.wechat")


def callback_routes(gate: Gate, channel: WeChatChannel) -> list[Route]:
    """What WeChat calls."""
    failed = Counter[tuple[str, str]]()

    async def check(request: Request) -> Response:
        try:
            return PlainTextResponse(gate.address_check(request.query_params))
        except Refused as refused:
            return _refused(refused)

    async def take(request: Request) -> Response:
        began = time.monotonic()
        try:
            letter = await gate.admit(request.query_params, await _body(request))
        except Refused as refused:
            return _refused(refused)
        except SQLAlchemyError as error:
            log.error("callback: %s", type(error).__name__)
            return PlainTextResponse("", 503)
        try:
            answer = await channel.take(letter.message, time.monotonic() - began)
        except Exception as error:
            log.error("callback: %s", type(error).__name__)
            if isinstance(error, SQLAlchemyError) and _comes_again(letter.message, failed):
                return PlainTextResponse("", 503)
            answer = Outgoing(say("fault", phone=CONSULT_PHONE))
        return _sealed(gate, letter, answer)

    return [Route(CALLBACK, check, methods=["GET"]), Route(CALLBACK, take, methods=["POST"])]


def page_routes(entrance: Entrance) -> list[Route]:
    """What the page inside WeChat asks."""
    pace = Pace(at_once=60, a_minute=300)

    async def open_page(request: Request) -> Response:
        try:
            address, state = entrance.asking(request.query_params.get("go", ""))
        except BadMessage as fault:
            return problem(fault)
        answer = RedirectResponse(address, 302, {"Cache-Control": "no-store"})
        answer.set_cookie(_STATE, state, max_age=STATE_S, path="/wechat", httponly=True, samesite="lax")
        return answer

    async def known(request: Request) -> Response:
        query = request.query_params
        try:
            _hold(pace, request)
            address = await entrance.known(
                query.get("code", "")[:512], query.get("state", "")[:200], request.cookies.get(_STATE, "")
            )
        except BadMessage as fault:
            return problem(fault)
        except (PlatformFault, SQLAlchemyError):
            return problem(BadMessage("not_known", "微信没有说明是谁打开的，请回到对话里再点一次链接。", 403))
        answer = RedirectResponse(address, 302, {"Cache-Control": "no-store"})
        answer.delete_cookie(_STATE, path="/wechat")
        return answer

    return [
        Route("/wechat/open", open_page, methods=["GET"]),
        Route("/wechat/known", known, methods=["GET"]),
        _asked("/chat/enter", pace, entrance.enter, '{"ticket": …}'),
        _asked("/chat/wechat-signature", pace, entrance.signature, '{"url": …}'),
    ]


def courier_routes(courier: Courier, token: str) -> list[Route]:
    """Where an api that runs elsewhere hands over what followers are told."""

    async def tell(request: Request) -> Response:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not token or not hmac.compare_digest(given.encode(), token.encode()):
            return problem(BadMessage("unauthorised", "这个接口需要令牌，请在 Authorization 里带上", 401))
        try:
            told = object_of(await body_of(request), '{"key": …, "conversation": …, "text": …}')
            return JSONResponse({"way": await courier.take(told)})
        except BadMessage as fault:
            return problem(fault)
        except (KeyError, TypeError):
            return problem(BadMessage("invalid_message", "缺 key、conversation 或者要说的话"))
        except (PlatformFault, SQLAlchemyError) as fault:
            log.warning("progress put off: %s", type(fault).__name__)
            return problem(BadMessage("try_later", "现在送不出去，请稍后再送", 503))

    return [Route(f"{CALLBACK}/progress", tell, methods=["POST"])]


def _asked(
    path: str, pace: Pace, handle: Callable[[dict[str, Any]], Awaitable[dict[str, Any]]], example: str
) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            _hold(pace, request)
            answer = await handle(object_of(await body_of(request) or b"{}", example))
            return JSONResponse(answer, headers={"Cache-Control": "no-store"})
        except BadMessage as fault:
            return problem(fault)
        except ApiProblem as refusal:
            return problem(BadMessage(refusal.code, refusal.detail, refusal.status))
        except (PlatformFault, ApiUnreachable, SQLAlchemyError):
            return problem(BadMessage("unreachable", say("fault", phone=CONSULT_PHONE), 503))

    return Route(path, endpoint, methods=["POST"])


def _comes_again(message: Incoming, failed: Counter[tuple[str, str]]) -> bool:
    """Whether WeChat delivers it once more; to the last time it is answered, since WeChat would show a fault of its own."""
    if len(failed) > _MOST_FAILED:
        failed.clear()
    failed[message.user, message.name] += 1
    return failed[message.user, message.name] < DELIVERIES


def _hold(pace: Pace, request: Request) -> None:
    if seconds := pace.take(request.client.host if request.client else ""):
        raise TooFast(seconds)


def _refused(refused: Refused) -> Response:
    log.warning("callback refused: %s", refused.reason)
    return PlainTextResponse("", refused.status)


async def _body(request: Request) -> bytes:
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise Refused("too_large", 413)
        chunks.append(chunk)
    return b"".join(chunks)


def _sealed(gate: Gate, letter: Letter, answer: Outgoing | None) -> Response:
    """The answer as WeChat takes it: the same way as the message came."""
    if answer is None:
        return PlainTextResponse(SUCCESS)
    message = letter.message
    if answer.is_article:
        xml = news_reply(message.user, message.account, message.at, answer.title, answer.text, answer.url)
    else:
        xml = text_reply(message.user, message.account, message.at, answer.text)
    if letter.is_encrypted and gate.cipher is not None:
        xml = gate.cipher.seal(xml, letter.timestamp, letter.nonce)
    return Response(xml, media_type="application/xml")
