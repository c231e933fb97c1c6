"""Desks that are open: streams over HTTP to a server of this process, each read to see when something appears."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import uvicorn
from fastapi import FastAPI

from intake.bench.service import free_port

PATIENCE_S = 60.0
PATH = "/api/v1/desk/events"


@asynccontextmanager
async def served(app: FastAPI) -> AsyncIterator[str]:
    """The app, whose lifespan already runs, on a port of its own."""
    port = free_port()
    config = uvicorn.Config(app, host="127.0.0.1", port=port, lifespan="off", ws="none", log_level="error")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not (server.started or task.done()):
        await asyncio.sleep(0.01)
    if task.done():
        await task
    try:
        yield f"127.0.0.1:{port}"
    finally:
        server.should_exit = True
        server.force_exit = True
        await task


@dataclass
class Desk:
    """One open stream.

    Attributes:
        seen: Case number to the moment (of ``time.perf_counter``) at which it appeared.
    """

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    seen: dict[str, float] = field(default_factory=dict)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def read(self) -> None:
        """Note what comes, until the stream ends."""
        while line := await self.reader.readline():
            if line.startswith(b"event: counts"):
                self.ready.set()
            elif line.startswith(b'data: {"number":"'):
                self.seen.setdefault(line[17:29].decode(), time.perf_counter())
                self.news.set()

    async def appeared(self, number: str) -> float:
        """When a case was on the desk."""
        async with asyncio.timeout(PATIENCE_S):
            while number not in self.seen:
                self.news.clear()
                await self.news.wait()
        return self.seen[number]


@asynccontextmanager
async def open_desks(address: str, tokens: Sequence[str], count: int) -> AsyncIterator[list[Desk]]:
    """So many desks, the accounts taking turns; each has shown its counts."""
    host, _, port = address.partition(":")
    desks = [await _open(host, int(port), tokens[turn % len(tokens)]) for turn in range(count)]
    reading = [asyncio.create_task(desk.read()) for desk in desks]
    try:
        async with asyncio.timeout(PATIENCE_S):
            for desk in desks:
                await desk.ready.wait()
        yield desks
    finally:
        for desk in desks:
            desk.writer.close()
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)


async def _open(host: str, port: int, token: str) -> Desk:
    reader, writer = await asyncio.open_connection(host, port)
    head = f"GET {PATH} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\r\n"
    writer.write(head.encode())
    await writer.drain()
    return Desk(reader, writer)
