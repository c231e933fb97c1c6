"""A worker process and how it is asked: started when it is first needed, ended when it idles, killed when it takes too long."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import api
from api.platform.worker.protocol import LENGTH, WARM, head_of

log = logging.getLogger("intake.worker")

_HOME = Path(api.__file__).parents[1]
_STARTS_S = 30.0
"""How much longer the first question may take: the process loads its libraries, on a busy machine slowly."""


class WorkerGone(Exception):
    """The process died of what it was given, or was killed because it took too long.

    Attributes:
        timed_out: It took too long: the file may be to blame or the machine.
    """

    def __init__(self, task: str, *, timed_out: bool) -> None:
        super().__init__(task)
        self.timed_out = timed_out


class WorkerProcess:
    """One worker process, one question after the other.

    Attributes:
        waiting: Questions that are asked and not answered.

    Args:
        module: What the process runs.
        task: What the process is for, its first argument.
        timeout_s: For one question.
        idle_s: After so long without one the process ends and gives its memory back.
    """

    def __init__(self, module: str, task: str, *, timeout_s: float, idle_s: float, threads: int = 1) -> None:
        self._task = task
        self._module = module
        self._timeout_s = timeout_s
        self._idle_s = idle_s
        self._threads = threads
        self._line = asyncio.Lock()
        self.waiting = 0
        self._process: Process | None = None
        self._leaving: asyncio.Future[int] | None = None
        self._end: asyncio.TimerHandle | None = None
        self._warming: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """Of the running process; None where there is none."""
        return self._process.pid if self._process is not None and self._process.returncode is None else None

    @property
    def is_warming(self) -> bool:
        """Whether the process is loading its libraries for a question that has not come yet."""
        return self._warming is not None and not self._warming.done()

    async def ask(
        self, message: dict[str, Any], body: AsyncIterator[bytes], size: int
    ) -> tuple[dict[str, Any], bytes]:
        """Ask, and wait for the answer.

        Args:
            body: ``size`` bytes that go with the message, in pieces, so that they need not all be in memory here.

        Raises:
            WorkerGone: There is no answer; the next question finds a new process.
        """
        self.waiting += 1
        try:
            return await self._in_line(message, body, size)
        finally:
            self.waiting -= 1

    def warm(self) -> None:
        """Start the process if there is none, so that the next question does not wait for its libraries."""
        if self.pid is None and not self._line.locked() and not self.is_warming:
            self._warming = asyncio.create_task(self._warm())

    async def close(self) -> None:
        """End the process."""
        if self._end is not None:
            self._end.cancel()
        if self._warming is not None:
            self._warming.cancel()
            await asyncio.wait([self._warming])
        await self._kill()
        if self._leaving is not None:
            await self._leaving

    async def _warm(self) -> None:
        with contextlib.suppress(WorkerGone, OSError):
            await self._in_line(WARM, _nothing(), 0)

    async def _in_line(
        self, message: dict[str, Any], body: AsyncIterator[bytes], size: int
    ) -> tuple[dict[str, Any], bytes]:
        async with self._line:
            if self._end is not None:
                self._end.cancel()
            fresh = self.pid is None
            process = await self._started()
            try:
                async with asyncio.timeout(self._timeout_s + (_STARTS_S if fresh else 0.0)):
                    answer = await _exchange(process, message, body, size)
            except (TimeoutError, asyncio.IncompleteReadError, ConnectionError, ValueError) as error:
                await self._kill()
                log.warning("worker %s gave no answer: %s", self._task, type(error).__name__)
                raise WorkerGone(self._task, timed_out=isinstance(error, TimeoutError)) from error
            except BaseException:
                # Whoever waited has gone; the answer must not be taken for that to the next question.
                await self._kill()
                raise
            self._end = asyncio.get_running_loop().call_later(self._idle_s, self._retire)
            return answer

    async def _started(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            # No secret of the service is in the environment of a process that parses foreign files; no other needs one either.
            environment = {
                "PATH": os.environ.get("PATH", ""),
                "LANG": "C.UTF-8",
                "PYTHONPATH": str(_HOME),
                "OMP_NUM_THREADS": str(self._threads),
                "OPENBLAS_NUM_THREADS": "1",
            }
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", self._module, self._task,
                stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, cwd="/",
            )  # fmt: skip
        return self._process

    def _retire(self) -> None:
        if not self._line.locked() and self.pid is not None:
            assert self._process is not None
            self._process.kill()
            self._leaving = asyncio.ensure_future(self._process.wait())
            # The next question must not be put to a process that is on its way out.
            self._process = None

    async def _kill(self) -> None:
        if self._process is not None:
            if self._process.returncode is None:
                self._process.kill()
            await self._process.wait()
            self._process = None


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield


async def _exchange(
    process: Process, message: dict[str, Any], body: AsyncIterator[bytes], size: int
) -> tuple[dict[str, Any], bytes]:
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(head_of(message, size))
    async for piece in body:
        process.stdin.write(piece)
        await process.stdin.drain()
    await process.stdin.drain()
    length = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))[0]
    answer: dict[str, Any] = json.loads(await process.stdout.readexactly(length))
    return answer, await process.stdout.readexactly(answer["size"])
