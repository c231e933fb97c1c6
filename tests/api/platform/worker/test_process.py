"""The worker process: lazily started, restarted when it dies, killed when it takes too long, without secrets."""

from __future__ import annotations

import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import anyio
import pytest

from api.paper_reading import CHILD
from api.platform.worker import process
from api.platform.worker.process import WorkerGone, WorkerProcess
from tests.api.uploads.conftest import photo
from tests.waiting import PATIENCE_S

pytestmark = pytest.mark.anyio

RULES = {"types": ["image/jpeg"], "max_pixels": 64_000_000, "max_pdf_pages": 30, "long_side": 2400}


async def pieces(data: bytes) -> AsyncIterator[bytes]:
    yield data


async def screened(shop: WorkerProcess, data: bytes) -> dict[str, Any]:
    answer, _ = await shop.ask({"rules": RULES}, pieces(data), len(data))
    return answer


class TestWorkshop:
    async def test_lives_as_long_as_it_is_needed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("INTAKE_SECRET", "not for a process that parses foreign files")
        shop = WorkerProcess(CHILD, "screen", timeout_s=30, idle_s=60)
        assert shop.pid is None
        assert (await screened(shop, photo()))["media_type"] == "image/jpeg"
        first = shop.pid
        assert (await screened(shop, b"MZ"))["refused"] == "file_type"
        assert shop.pid == first is not None
        if Path("/proc").exists():
            assert b"INTAKE" not in Path(f"/proc/{first}/environ").read_bytes()

        os.kill(first, signal.SIGKILL)
        with anyio.fail_after(PATIENCE_S):
            while shop.pid == first:
                await anyio.sleep(0.01)
        assert (await screened(shop, photo()))["media_type"] == "image/jpeg"

        shop._idle_s = 0.01
        await screened(shop, photo())
        with anyio.fail_after(PATIENCE_S):
            while shop.pid is not None:
                await anyio.sleep(0.01)
        await shop.close()

    async def test_is_killed_when_it_takes_too_long(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(process, "_STARTS_S", 0.0)
        shop = WorkerProcess(CHILD, "screen", timeout_s=0.001, idle_s=60)
        with pytest.raises(WorkerGone) as gone:
            await screened(shop, photo())
        assert gone.value.timed_out and shop.pid is None

    async def test_who_gives_up_leaves_no_answer_behind(self) -> None:
        shop = WorkerProcess(CHILD, "screen", timeout_s=30, idle_s=60)
        with anyio.move_on_after(0.005):
            await screened(shop, photo(size=(3000, 2000)))
        assert (await screened(shop, b"MZ"))["refused"] == "file_type"
        await shop.close()


class TestWarm:
    async def test_has_its_libraries_before_the_first_paper(self) -> None:
        shop = WorkerProcess(CHILD, "read", timeout_s=60, idle_s=60)
        try:
            shop.warm()
            shop.warm()
            with anyio.fail_after(PATIENCE_S):
                while shop.is_warming:
                    await anyio.sleep(0.05)
            first = shop.pid
            image = photo()
            answer, _ = await shop.ask({"media_type": "image/jpeg"}, pieces(image), len(image))
            assert "reading" in answer and shop.pid == first
        finally:
            await shop.close()
        assert shop.pid is None

    async def test_is_broken_off_with_the_service(self) -> None:
        shop = WorkerProcess(CHILD, "read", timeout_s=60, idle_s=60)
        shop.warm()
        await anyio.sleep(0.05)
        await shop.close()
        assert shop.pid is None
