"""Send a message to another system over HTTP: JSON, the key as Idempotency-Key, no redirects followed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx
from pydantic_core import from_json, to_json

from api.platform.webhooks import Webhook

TIMEOUT_S = 10.0
"""For connecting and for every step of the answer."""

WHOLE_S = 30.0
"""For all of it, however slowly the answer trickles; well within a lease."""


_MOST_SAID = 4096
"""Bytes of an answer that are looked at."""


class Undelivered(Exception):
    """The receiver did not take it.

    Attributes:
        code: Stable name of the failure, for example ``http_503`` or ``timeout``; holds nothing of message or answer.
        retry_after: Seconds that the receiver asked to wait.
    """

    def __init__(self, code: str, retry_after: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class Post:
    """The connections to other systems; opened when the first message goes out."""

    def __init__(self, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._transport = transport
        self._client: httpx.AsyncClient | None = None

    async def send(self, to: Webhook, key: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Send once.

        Returns:
            What the receiver says to it; empty where that is no JSON object.

        Raises:
            Undelivered: No answer, or an answer other than 2xx.
        """
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        if token := to.token.get_secret_value():
            headers["Authorization"] = f"Bearer {token}"
        try:
            async with asyncio.timeout(WHOLE_S):
                answer = await self._opened().post(to.url, content=to_json(body), headers=headers)
        except (httpx.TimeoutException, TimeoutError) as error:
            raise Undelivered("timeout") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Undelivered("unreachable") from error
        if not answer.is_success:
            raise Undelivered(f"http_{answer.status_code}", _seconds(answer.headers.get("retry-after", "")))
        return _said(answer.content)

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    def _opened(self) -> httpx.AsyncClient:
        if self._client is None:
            self._client = httpx.AsyncClient(
                timeout=TIMEOUT_S, follow_redirects=False, transport=self._transport
            )
        return self._client


def _said(content: bytes) -> Mapping[str, Any]:
    try:
        found = from_json(content[:_MOST_SAID])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _seconds(text: str) -> float:
    """Retry-After in seconds; a date is not heeded, the back-off counts instead."""
    return float(text) if text.isascii() and text.isdigit() else 0.0
