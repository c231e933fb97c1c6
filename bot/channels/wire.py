"""What the channels over HTTP share: bodies of a bounded size in, problem documents out."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

MOST_BYTES = 64 * 1024
MOST_SENDER_CHARACTERS = 200
MESSAGE_ID = "[A-Za-z0-9_-]{8,64}"
"""The page's own name of a message."""


class BadMessage(ValueError):
    """The body is not a message; ``code`` for programs, the text in Chinese for people."""

    def __init__(self, code: str, detail: str, status: int = 422) -> None:
        super().__init__(detail)
        self.code = code
        self.status = status


class TooFast(BadMessage):
    """More came than anybody can type; ``seconds`` until the next may."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too_fast", f"发得太快了，请{seconds}秒后再发", 429)
        self.seconds = seconds


async def body_of(request: Request) -> bytes:
    """The body, read no further than a message can be long.

    Raises:
        BadMessage: It is larger.
    """
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise BadMessage("too_large", f"消息太大，最多{MOST_BYTES // 1024}KB", 413)
        chunks.append(chunk)
    return b"".join(chunks)


def object_of(body: bytes, example: str) -> dict[str, Any]:
    """The JSON object of a body.

    Args:
        example: How it should look, for the refusal.

    Raises:
        BadMessage: It is none.
    """
    try:
        data: Any = json.loads(body)
    except ValueError as error:
        raise BadMessage("not_json", f"内容不是有效的 JSON，请按 {example} 发送", 400) from error
    if not isinstance(data, dict):
        raise BadMessage("not_json", "内容应是一个 JSON 对象", 400)
    return data


def problem(fault: BadMessage) -> Response:
    """A refusal as a problem document (RFC 9457)."""
    document = {
        "type": "about:blank",
        "title": "消息无法处理",
        "status": fault.status,
        "code": fault.code,
        "detail": str(fault),
    }
    headers = {"Retry-After": str(fault.seconds)} if isinstance(fault, TooFast) else None
    return JSONResponse(document, fault.status, headers, media_type="application/problem+json")
