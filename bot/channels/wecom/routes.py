"""The callback of the customer service."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.channels.wechat.envelope import Cipher, cleaned, encrypted_of
from bot.channels.wechat.gate import WINDOW_S
from bot.channels.wechat.refusal import Refused
from bot.channels.wecom.channel import WeComChannel
from bot.channels.wecom.settings import WeComSettings
from bot.channels.wire import BadMessage, body_of

CALLBACK = "/webhooks/wecom"

log = logging.getLogger("intake.wecom")


def wecom_routes(
    settings: WeComSettings, channel: WeComChannel, clock: Callable[[], float] = time.time
) -> list[Route]:
    """What 企业微信 calls."""
    cipher = Cipher(settings.corp_id, settings.token.get_secret_value(), settings.aes_key.get_secret_value())

    def opened(request: Request, encrypted: str) -> str:
        query = request.query_params
        at, nonce = query.get("timestamp", ""), query.get("nonce", "")
        if not at.isascii() or not at.isdigit() or abs(clock() - int(at[:12])) > WINDOW_S:
            raise Refused("stale", 403)
        return cipher.open(encrypted, query.get("msg_signature", ""), at, nonce)

    async def check(request: Request) -> Response:
        try:
            return PlainTextResponse(opened(request, request.query_params.get("echostr", "")))
        except Refused as refused:
            return _refused(refused)

    async def take(request: Request) -> Response:
        import xmltodict

        try:
            event = xmltodict.parse(cleaned(opened(request, encrypted_of(await body_of(request)))))["xml"]
        except Refused as refused:
            return _refused(refused)
        except (BadMessage, KeyError, TypeError, xmltodict.expat.ExpatError):
            return _refused(Refused("not_xml", 400))
        if event.get("Event") == "kf_msg_or_event":
            channel.came(str(event.get("Token", "")), str(event.get("OpenKfId", "")))
        return PlainTextResponse("success")

    return [Route(CALLBACK, check, methods=["GET"]), Route(CALLBACK, take, methods=["POST"])]


def _refused(refused: Refused) -> Response:
    log.warning("callback refused: %s", refused.reason)
    return PlainTextResponse("", refused.status)
