"""Asking for a paper. The process that makes it starts with the first one and ends when nobody has asked for some minutes."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

from api.platform.errors import FormBroken, FormNotMade, PdfNotMade
from api.platform.worker.process import WorkerGone, WorkerProcess

log = logging.getLogger("intake.printing")

TIMEOUT_S = 15.0
"""For one paper, which takes 10 to 40 ms: what takes longer hangs, or the machine does."""

IDLE_S = 180.0
MOST_WAITING = 40
"""Papers in line; the last one waits about a second."""

NOTICE, REPORT = "notice", "report"
"""Templates: the one-time notice, and supervision's report."""

_LATER = {"Retry-After": "10"}


class NotMade(Exception):
    """There is no paper this time; the next request finds a process that works."""


class DocumentRenderer:
    """The process that makes papers. One in a process of the service; none runs until the first paper is wanted."""

    def __init__(self) -> None:
        self.process = WorkerProcess("api.printing.child", "print", timeout_s=TIMEOUT_S, idle_s=IDLE_S)

    async def pdf(self, manuscript: str, template: str = NOTICE) -> bytes:
        """A paper as PDF.

        Args:
            manuscript: JSON, as the template reads it: see ``api.notices.pdf_manuscript`` and ``api.supervision.report_manuscript``.
            template: Name of a file in ``api/printing/print``.

        Raises:
            PdfNotMade: The process died or took too long, or the type cannot be set.
        """
        try:
            _, made = await self._made({"paper": "pdf", "template": template}, manuscript)
        except NotMade as error:
            raise PdfNotMade(headers=_LATER) from error
        return made

    async def form(self, template: Path, fields: Mapping[str, Any]) -> bytes:
        """A Word template filled in.

        Args:
            fields: Name to value, see ``knowledge.forms``.

        Raises:
            FormBroken: Somebody has changed the template so that it cannot be filled in; the log says how.
            FormNotMade: The process died or took too long.
        """
        written = json.dumps(dict(fields), ensure_ascii=False)
        try:
            answer, made = await self._made({"paper": "form", "template": str(template)}, written)
        except NotMade as error:
            raise FormNotMade(headers=_LATER) from error
        if "faulty" in answer:
            # The fault names the place in the template; values do not come into it.
            log.error("form template %s cannot be filled in: %s", template.name, answer["faulty"])
            raise FormBroken
        return made

    async def close(self) -> None:
        """End the process."""
        await self.process.close()

    async def _made(self, message: dict[str, Any], content: str) -> tuple[dict[str, Any], bytes]:
        if self.process.waiting >= MOST_WAITING:
            raise NotMade
        body = content.encode()
        try:
            answer, made = await self.process.ask(message, _whole(body), len(body))
        except (WorkerGone, OSError) as error:
            raise NotMade from error
        if "failed" in answer:
            log.error("a paper (%s) cannot be made: %s", message["paper"], answer["failed"])
            raise NotMade
        return answer, made


async def _whole(body: bytes) -> AsyncIterator[bytes]:
    yield body
