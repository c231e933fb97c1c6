"""A lean client of the REST channel on a kept-alive connection.

The machine's few cores are shared with the service that is measured; a general HTTP client would take as much time as the turn.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from intake.problems import Problem


class TurnFailed(Problem):
    """The service answered something else than 200."""


@dataclass
class Client:
    """One applicant's connection. Use with ``async with``.

    Attributes:
        times_ms: How long each turn took, from the first byte sent to the last one received.
    """

    url: str
    sender: str
    times_ms: list[float] = field(default_factory=list)

    async def __aenter__(self) -> Client:
        address = urlsplit(self.url)
        self._host = f"{address.hostname}:{address.port}"
        self._reader, self._writer = await asyncio.open_connection(address.hostname, address.port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()
        await self._writer.wait_closed()

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Say something; returns the messages of the reply.

        Raises:
            TurnFailed: Any other status than 200.
        """
        body = json.dumps({"sender": self.sender, "message": text}, ensure_ascii=False).encode()
        head = (
            f"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: {self._host}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        began = time.perf_counter()
        self._writer.write(head.encode() + body)
        status, answer = await self._response()
        self.times_ms.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise TurnFailed(f"服务回答了状态 {status}，测速中止。")
        messages: list[dict[str, Any]] = json.loads(answer)
        return messages

    async def _response(self) -> tuple[int, bytes]:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:])
        }
        length = int(headers["content-length"])
        return int(head[0].split()[1]), await self._reader.readexactly(length)
