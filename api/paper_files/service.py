"""What uploads work with: the store, the scanner and the two worker processes. One in a process of the service."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from api.paper_files.reception import Received
from api.paper_files.scanner import Scanner
from api.paper_files.store import PaperStore
from api.paper_reading import CHILD
from api.platform.errors import (
    ApiError,
    Busy,
    FileBroken,
    FileEmpty,
    FileEncrypted,
    FileType,
    FileUnsafe,
    PdfTooLong,
    PictureTooLarge,
)
from api.platform.security import Vault
from api.platform.settings import Settings
from api.platform.worker.process import WorkerGone, WorkerProcess

SCREENING_TIMEOUT_S = 15.0
SCREENING_IDLE_S = 60.0
MOST_WAITING = 40
"""Uploads in line for screening: a photo takes a quarter of a second, so that the last one waits ten."""

REFUSALS: dict[str, type[ApiError]] = {
    error.code: error
    for error in (FileEmpty, FileBroken, FileUnsafe, FileEncrypted, PictureTooLarge, PdfTooLong, FileType)
}
"""What screening can answer."""


@dataclass(frozen=True)
class Kept:
    """A paper that was screened and stored; ``name`` is the store's."""

    name: str
    media_type: str
    size: int
    pages: int
    width: int | None
    height: int | None


class PaperService:
    """Store, scanner and processes of the uploads; nothing runs until the first file comes.

    Attributes:
        queued: Set when a paper waits for its pre-check.
    """

    def __init__(self, settings: Settings, vault: Vault) -> None:
        self._settings = settings
        self.store = PaperStore(settings.data_dir / "uploads", vault)
        self.scanner = Scanner(settings.clamav)
        self.screener = WorkerProcess(CHILD, "screen", timeout_s=SCREENING_TIMEOUT_S, idle_s=SCREENING_IDLE_S)
        self.reader = WorkerProcess(
            CHILD, "read", timeout_s=settings.precheck_timeout_s, idle_s=settings.precheck_idle_s
        )
        self.queued = asyncio.Event()

    async def keep(self, received: Received, types: tuple[str, ...] = ()) -> Kept:
        """Scan, screen and store a received file.

        Args:
            types: Media types that are taken; empty: those of the settings.

        Raises:
            ApiError: It is not taken; nothing is left of it.
            OSError: It cannot be stored.
        """
        if self.screener.waiting >= MOST_WAITING:
            raise Busy(headers={"Retry-After": "20"})
        await self.scanner.check(received.file)
        rules = {
            "types": types or self._settings.upload_types,
            "max_pixels": self._settings.upload_max_pixels,
            "max_pdf_pages": self._settings.upload_max_pdf_pages,
            "long_side": self._settings.upload_long_side,
        }
        try:
            answer, body = await self.screener.ask({"rules": rules}, received.pieces(), received.size)
        except WorkerGone as error:
            # Whatever a decoder dies of is no photo of a paper; what takes too long may be the machine's fault.
            raise (Busy(headers={"Retry-After": "20"}) if error.timed_out else FileBroken()) from error
        if "refused" in answer:
            raise REFUSALS[answer["refused"]]
        content, thumbnail = body[: answer["content_size"]], body[answer["content_size"] :]
        name = await asyncio.to_thread(self.store.keep, content, thumbnail)
        return Kept(
            name,
            answer["media_type"],
            len(content),
            answer["pages"],
            answer["width"],
            answer["height"],
        )

    def expect(self) -> None:
        """A paper may come soon: have its reader ready."""
        if self._settings.precheck:
            self.reader.warm()

    async def close(self) -> None:
        """End the processes."""
        await self.screener.close()
        await self.reader.close()
