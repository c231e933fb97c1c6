"""How a request of the client reaches the api and its answer comes back: within this process, or over the network."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

import httpx

_TIMEOUT_S = 10.0
"""A turn that waits longer is answered with the honest sentence; WeChat gives up after five."""


class Undelivered(Exception):
    """The api gave no answer at all."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the api answered."""

    status: int
    body: bytes


class Transport(Protocol):
    """Takes a request there and its answer back."""

    async def send(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Delivered:
        """Send a request.

        Args:
            path: Absolute, without query.
            query: Encoded, without question mark; may be empty.

        Raises:
            Undelivered: There is no answer.
        """
        ...

    async def close(self) -> None:
        """Let go of what is held open."""
        ...


class InProcess:
    """Calls an ASGI app of this process as a server would.

    A general HTTP client would parse addresses, keep cookies and stream bodies for what is a function call: that took a sixth of a turn.

    Args:
        app: The ASGI app, its lifespan running.
    """

    def __init__(self, app: Any) -> None:
        self._app = app

    async def send(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Delivered:
        raw_path = quote(path)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": raw_path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [
                (b"host", b"api.internal"),
                (b"content-length", str(len(body)).encode()),
                *((name.lower().encode(), value.encode()) for name, value in headers.items()),
            ],
            "client": None,
            "server": ("api.internal", 80),
        }
        call = _Call(body)
        try:
            await self._app(scope, call.receive, call.send)
        except Exception as error:  # a server would end the connection
            raise Undelivered(type(error).__name__) from error
        return call.answer()

    async def close(self) -> None:
        """Nothing is held open."""


class _Call:
    """The two ends of one call: its body on the way in, its answer on the way out."""

    def __init__(self, body: bytes) -> None:
        self._body: bytes | None = body
        self._status = 0
        self._parts: list[bytes] = []
        self._ended = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        if self._body is None:
            await self._ended.wait()  # the caller stays to the end of the answer
            return {"type": "http.disconnect"}
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
        elif message["type"] == "http.response.body":
            self._parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                self._ended.set()

    def answer(self) -> Delivered:
        if not self._ended.is_set():
            raise Undelivered("unfinished")
        return Delivered(self._status, b"".join(self._parts))


class OverNetwork:
    """Sends to an api that runs elsewhere, over kept-alive connections.

    Args:
        base_url: For example ``http://127.0.0.1:5005``.
    """

    def __init__(self, base_url: str, http: httpx.AsyncClient | None = None) -> None:
        self._http = http or httpx.AsyncClient(base_url=base_url, timeout=_TIMEOUT_S)
        # it would log every address, and whoever knows a draft's may read the draft
        logging.getLogger("httpx").setLevel(logging.WARNING)

    async def send(
        self, method: str, path: str, query: str, headers: Mapping[str, str], body: bytes
    ) -> Delivered:
        address = f"{path}?{query}" if query else path
        try:
            response = await self._http.request(method, address, content=body, headers=headers)
        except httpx.HTTPError as error:
            raise Undelivered(type(error).__name__) from error
        return Delivered(response.status_code, response.content)

    async def close(self) -> None:
        await self._http.aclose()
