"""Rasa's REST channel: ``POST /webhooks/rest/webhook {"sender","message"}``, so that any Rasa client works.

The channel takes the caller's word for ``sender``: it is for trusted programs, open on loopback in development and behind a token
in production.
"""

from __future__ import annotations

import hmac
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.conversation import Conversation

CHANNEL = "rest"
MOST_BYTES = 64 * 1024
MOST_SENDER_CHARACTERS = 200


class BadMessage(ValueError):
    """The body is not a message; ``code`` for programs, the text in Chinese for people."""

    def __init__(self, code: str, detail: str, status: int = 422) -> None:
        super().__init__(detail)
        self.code = code
        self.status = status


def rest_routes(conversation: Conversation, token: str = "") -> list[Route]:
    """The channel's routes.

    Args:
        token: Where set, callers must send it as bearer token.
    """

    async def webhook(request: Request) -> Response:
        try:
            _authorise(request, token)
            sender, message = _message_of(await _body_of(request))
        except BadMessage as fault:
            return _problem(fault)
        return JSONResponse(await conversation.take(message, sender, CHANNEL))

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    return [
        Route("/webhooks/rest/webhook", webhook, methods=["POST"]),
        Route("/webhooks/rest", health, methods=["GET"]),
    ]


def _authorise(request: Request, token: str) -> None:
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token and not hmac.compare_digest(given.encode(), token.encode()):
        raise BadMessage("unauthorised", "这个接口需要令牌，请在 Authorization 里带上", 401)


async def _body_of(request: Request) -> bytes:
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise BadMessage("too_large", f"消息太大，最多{MOST_BYTES // 1024}KB", 413)
        chunks.append(chunk)
    return b"".join(chunks)


def _message_of(body: bytes) -> tuple[str, str]:
    """Sender and message of a body; every fault of it is named at once."""
    try:
        data: Any = json.loads(body)
    except ValueError as error:
        raise BadMessage("not_json", "内容不是有效的 JSON，请按 {\"sender\": …, \"message\": …} 发送", 400) from error
    if not isinstance(data, dict):
        raise BadMessage("not_json", "内容应是一个 JSON 对象", 400)
    sender, message = data.get("sender"), data.get("message")
    faults = []
    if not isinstance(sender, str) or not sender.strip() or len(sender) > MOST_SENDER_CHARACTERS:
        faults.append(f"sender 应是不超过{MOST_SENDER_CHARACTERS}个字符的文字")
    if not isinstance(message, str):
        faults.append("message 应是文字")
    if faults:
        raise BadMessage("invalid_message", "；".join(faults))
    return str(sender), str(message)


def _problem(fault: BadMessage) -> Response:
    document = {"type": "about:blank", "title": "消息无法处理", "status": fault.status, "code": fault.code, "detail": str(fault)}
    return JSONResponse(document, fault.status, media_type="application/problem+json")
