"""Papers on disk: sealed, under names of our own, each written whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from api.platform.security import Vault, new_token

THUMBNAIL = ".t"
_NAME = re.compile(r"[A-Za-z0-9_-]{16,64}")
_LEFT_OVER_S = 3600
"""A file that no row names is a second old while its upload is stored, and a leftover of a crash later."""


class PaperStore:
    """The folder of the papers.

    Args:
        folder: Made when it is first needed; nobody else may read it.
    """

    def __init__(self, folder: Path, vault: Vault) -> None:
        self._folder = folder
        self._vault = vault

    def spool(self) -> BinaryIO:
        """A file without a name for what is being received; it is gone when it is closed, also by a crash."""
        self._make(self._folder)
        return tempfile.TemporaryFile(dir=self._folder)

    def keep(self, content: bytes, thumbnail: bytes) -> str:
        """Store a paper and its thumbnail; the name they got.

        Raises:
            OSError: The disk is full or cannot be written; nothing is left behind.
        """
        name = new_token()
        try:
            self._write(name, content)
            self._write(name + THUMBNAIL, thumbnail)
        except OSError:
            self.drop(name)
            raise
        return name

    def content(self, name: str) -> bytes:
        """A stored paper.

        Raises:
            FileNotFoundError: It is gone.
            cryptography.exceptions.InvalidTag: It was altered.
        """
        return self._read(name)

    def thumbnail(self, name: str) -> bytes:
        """Its small picture; see :meth:`content`."""
        return self._read(name + THUMBNAIL)

    def drop(self, name: str) -> None:
        """Delete a paper, whatever there is of it."""
        for part in (name, name + THUMBNAIL):
            self._path(part).unlink(missing_ok=True)

    def leftovers(self) -> Iterator[str]:
        """Names of papers old enough that a row must name them, and halves that a crash left."""
        before = time.time() - _LEFT_OVER_S
        for path in self._folder.glob("*/*"):
            if path.suffix == ".part":
                if path.stat().st_mtime < before:
                    path.unlink(missing_ok=True)
            elif path.suffix != THUMBNAIL and path.stat().st_mtime < before:
                yield path.name

    def _write(self, name: str, data: bytes) -> None:
        path = self._path(name)
        self._make(path.parent)
        part = path.with_name(f"{name}.part")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(self._vault.seal_bytes(name, data))
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        _settle(path.parent)

    def _read(self, name: str) -> bytes:
        return self._vault.unseal_bytes(name, self._path(name).read_bytes())

    def _path(self, name: str) -> Path:
        """Where a name of ours lies; nothing else is ever a path."""
        if not _NAME.fullmatch(name.removesuffix(THUMBNAIL)):
            raise ValueError("not a name of the store")
        return self._folder / name[:2] / name

    @staticmethod
    def _make(folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
