"""A listener for tests: opens a stream of the app directly, since a test client would wait for its end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI

WAIT_S = 20.0
"""How long a test waits for an event; it comes within milliseconds unless the machine is busy."""


class Listener:
    """What came over one stream."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.started = asyncio.Event()
        self.left = asyncio.Event()
        self._chunks: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._text = ""

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {key.decode(): value.decode() for key, value in message["headers"]}
            self.started.set()
        elif message.get("body"):
            self._chunks.put_nowait(message["body"])
        if message["type"] == "http.response.body" and not message.get("more_body"):
            self._chunks.put_nowait(None)

    async def receive(self) -> Any:
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def next_block(self) -> str | None:
        """What stands before the next empty line; None at the end."""
        while "\n\n" not in self._text:
            chunk = await asyncio.wait_for(self._chunks.get(), WAIT_S)
            if chunk is None:
                return None
            self._text += chunk.decode()
        block, _, self._text = self._text.partition("\n\n")
        return block

    async def next_event(self, name: str = "status") -> Any:
        """The data of the next event of that name."""
        while (block := await self.next_block()) is not None:
            fields = dict(line.split(": ", 1) for line in block.split("\n") if not line.startswith(":"))
            if fields.get("event") == name:
                return json.loads(fields["data"])
        raise AssertionError(f"the stream ended without {name}")

    async def ended(self) -> None:
        """Wait for the end."""
        while await self.next_block() is not None:
            pass


@asynccontextmanager
async def listening(
    app: FastAPI, path: str, client: str = "192.0.2.1", authorization: str = ""
) -> AsyncIterator[Listener]:
    """A stream that is open until the block ends."""
    listener = Listener()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"centre"), (b"authorization", authorization.encode())],
        "client": (client, 1234),
        "server": ("centre", 80),
        "state": {},
    }
    task = asyncio.create_task(app(scope, listener.receive, listener.send))
    try:
        await asyncio.wait_for(listener.started.wait(), WAIT_S)
        yield listener
    finally:
        listener.left.set()
        await asyncio.wait_for(task, WAIT_S)
