"""A file on its way in: read piece by piece into a file without a name, counted, and digested."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import BinaryIO

from starlette.requests import ClientDisconnect, Request

from api.platform.errors import FileTooLarge, UploadCutOff

PIECE = 256 * 1024
MOST_DISCARDED = 2
"""How many times the limit is read and thrown away, so that a browser hears the refusal instead of a broken connection."""


@dataclass
class Received:
    """A file as it was sent.

    Attributes:
        sha256: Of its bytes, hex.
    """

    file: BinaryIO
    size: int
    sha256: str

    async def pieces(self) -> AsyncIterator[bytes]:
        """Its bytes from the beginning."""
        self.file.seek(0)
        while piece := self.file.read(PIECE):
            yield piece


async def receive(request: Request, into: BinaryIO, limit: int) -> Received:
    """Take the body of a request.

    Raises:
        FileTooLarge: More than ``limit`` bytes came, or were announced.
        UploadCutOff: The client went away, or sent another length than it announced.
    """
    announced = request.headers.get("content-length", "")
    digest, size = hashlib.sha256(), 0
    try:
        async for piece in request.stream():
            size += len(piece)
            if size <= limit:
                digest.update(piece)
                into.write(piece)
            elif size > limit * MOST_DISCARDED:
                break
    except ClientDisconnect as error:
        raise UploadCutOff from error
    if size > limit:
        raise FileTooLarge(f"文件超过{limit // 1024 // 1024} MB，请压缩或者重新拍一张再传。")
    if announced.isdecimal() and int(announced) != size:
        raise UploadCutOff
    return Received(into, size, digest.hexdigest())
