"""With a scanner nothing passes that it has not passed; without an answer nothing passes at all."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator

import pytest

from api.paper_files.scanner import Scanner
from api.services import Services
from tests.api.applicant import APPLICATION, ok, refused
from tests.api.stores import only_sqlite
from tests.api.uploads.conftest import Uploader, photo
from tests.api.uploads.test_files import stored

pytestmark = [pytest.mark.anyio, only_sqlite]


class Daemon:
    """A clamd that gives the verdict it is told to."""

    verdict = "OK"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"INSTREAM")
        await reader.readexactly(1)
        while size := struct.unpack("!L", await reader.readexactly(4))[0]:
            await reader.readexactly(size)
        writer.write(f"stream: {self.verdict}\n".encode())
        await writer.drain()
        writer.close()


@pytest.fixture
async def daemon(services: Services) -> AsyncIterator[Daemon]:
    there = Daemon()
    server = await asyncio.start_server(there.answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    services.uploads.scanner = Scanner(f"127.0.0.1:{port}")
    yield there
    server.close()


class TestScanner:
    async def test_lets_pass(self, uploader: Uploader, daemon: Daemon) -> None:
        assert (await uploader.send(photo())).status_code == 201

    async def test_holds_back(self, uploader: Uploader, daemon: Daemon, services: Services) -> None:
        daemon.verdict = "Eicar-Signature FOUND"
        refused(await uploader.send(photo()), 422, "file_unsafe")
        assert stored(services) == []

    async def test_without_a_verdict_nothing_passes(self, uploader: Uploader, daemon: Daemon) -> None:
        daemon.verdict = "size limit exceeded ERROR"
        refused(await uploader.send(photo()), 503, "scanner_down")

    async def test_down_it_lets_nothing_pass_and_everything_else_goes_on(
        self, uploader: Uploader, services: Services
    ) -> None:
        kept = await uploader.sent()
        services.uploads.scanner = Scanner("127.0.0.1:1")
        refused(await uploader.send(photo("2"), key="tried-while-down"), 503, "scanner_down")
        assert (await uploader.content(kept)).status_code == 200
        ok(await uploader.applicant.identify() and await uploader.client.get(uploader.base))
        assert (await uploader.applicant.look())["materials"][APPLICATION] == "ready"
        services.uploads.scanner = Scanner("")
        assert (await uploader.send(photo("2"), key="tried-while-down")).status_code == 201
