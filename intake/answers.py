"""What every answer of the site goes through last: an unknown address is a page for who looks at it, and long answers are packed."""

from __future__ import annotations

import gzip
from html import escape

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SMALLEST = 1_024
"""Bytes from which packing saves a packet."""

_LEVEL = 5
"""A list of all items (50 kB) takes a millisecond."""

_PACKED = ("application/json", "application/problem+json", "text/html", "text/plain", "image/svg+xml")

_AWAY = (
    "<!doctype html><html lang='zh-CN'><head><meta charset='utf-8'>"
    "<meta name='viewport' content='width=device-width, initial-scale=1'><title>没有这一页</title></head>"
    "<body><main><h1>没有这一页</h1><p>{say}</p>"
    "<p><a href='/'>回到首页，说您要办什么</a></p><p>电话咨询：<a href='tel:12345'>12345</a></p></main></body></html>"
)
_SAY = "地址可能写错了，或者链接已经过期。办件和填过的内容都不受影响。"


class Answers:
    """The site, with its answers as clients take them."""

    def __init__(self, site: ASGIApp) -> None:
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._site(scope, receive, send)
            return
        await self._site(scope, receive, _Answer(Headers(scope=scope), scope["method"], send).take)


class _Answer:
    """One answer: held back until its first piece is there, since what becomes of it depends on both."""

    def __init__(self, asked: Headers, method: str, send: Send) -> None:
        self._asked, self._method, self._send = asked, method, send
        self._begun: Message | None = None

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._begun = message
            return
        if self._begun is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        begun, self._begun = self._begun, None
        if not message.get("more_body"):
            message = self._whole(begun, message)
        await self._send(begun)
        await self._send(message)

    def _whole(self, begun: Message, message: Message) -> Message:
        headers, body = MutableHeaders(raw=begun["headers"]), message.get("body", b"")
        kind = headers.get("content-type", "").partition(";")[0]
        if begun["status"] == 404 and kind == "application/problem+json" and self._is_looked_at():
            body, kind = _AWAY.format(say=escape(_SAY)).encode(), "text/html"
            headers["content-type"] = "text/html; charset=utf-8"
            headers["content-security-policy"] = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
        if self._may_pack(headers, kind, body):
            body = gzip.compress(body, _LEVEL, mtime=0)
            headers["content-encoding"] = "gzip"
            headers.add_vary_header("Accept-Encoding")
        if body is not message.get("body", b"") and self._method != "HEAD":
            headers["content-length"] = str(len(body))
        begun["headers"] = headers.raw
        return {**message, "body": body}

    def _is_looked_at(self) -> bool:
        """Whether a person opened it in a browser, which asks for a page; a program asks for anything or JSON."""
        return self._method == "GET" and "text/html" in self._asked.get("accept", "")

    def _may_pack(self, headers: Headers, kind: str, body: bytes) -> bool:
        takes = "gzip" in self._asked.get("accept-encoding", "")
        return takes and kind in _PACKED and len(body) >= SMALLEST and "content-encoding" not in headers
