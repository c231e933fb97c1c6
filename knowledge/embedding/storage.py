"""Vectors of known texts on disk: each text is encoded once in the life of an installation."""

from __future__ import annotations

import json
import logging
import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import LONGEST, SentenceEncoder, Vectors

log = logging.getLogger("intake.embedding")

MOST_TEXTS = 100_000
"""The file keeps so many texts, those asked for last; about 80 MB."""

BATCH, MOST_THREADS = 32, 4

Halves = NDArray[np.float16]


Came = Callable[[Sequence[str]], Mapping[str, Vectors]]


def nothing_came(_: Sequence[str]) -> Mapping[str, Vectors]:
    """No vectors came with the product."""
    return {}


def slug(version: str) -> str:
    """An encoder's version as part of a file's name."""
    return re.sub(r"[^a-z0-9.]+", "-", version.lower())


class KeptVectors:
    """An encoder that first looks into what came with the product and into a file, and keeps what it had to encode.

    Vectors are kept as 16-bit floats; what is returned is always what was kept, so that a first and a later training see the
    same. Processes that write at the same time lose nothing but work.

    Args:
        came: Vectors of known texts that came with the product, of those that are asked for.

    Attributes:
        version, dimensions: Those of the encoder behind it.
    """

    def __init__(self, encoder: SentenceEncoder, folder: Path, came: Came = nothing_came) -> None:
        self.version = encoder.version
        self.dimensions = encoder.dimensions
        self.file = folder / f"vectors-{slug(encoder.version)}.npz"
        self._encoder = encoder
        self._came = came

    def encode(self, texts: Sequence[str]) -> Vectors:
        """See :class:`knowledge.embedding.encoder.SentenceEncoder`."""
        keys = [text[:LONGEST] for text in texts]
        known: dict[str, NDArray[Any]] = {**self._came(list(dict.fromkeys(keys)))}
        if len(known) < len(set(keys)):
            known = {**self.read(), **known}
        missing = list(dict.fromkeys(key for key in keys if key not in known))
        if missing:
            fresh = dict(zip(missing, self._encoded(missing), strict=True))
            known |= fresh
            self._write(self.read() | fresh)
        if not keys:
            return np.empty((0, self.dimensions), np.float32)
        return np.stack([known[key] for key in keys]).astype(np.float32)

    def _encoded(self, texts: Sequence[str]) -> Halves:
        batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
        with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as threads:
            return np.concatenate(list(threads.map(self._encoder.encode, batches))).astype(np.float16)

    def read(self) -> dict[str, Halves]:
        """All that is in the file, by text; nothing where it is absent or broken."""
        if not self.file.exists():
            return {}
        try:
            with np.load(self.file, allow_pickle=False) as archive:
                texts: list[str] = json.loads(archive["texts"].tobytes().decode("utf-8"))
                vectors: Halves = archive["vectors"]
            if vectors.shape != (len(texts), self.dimensions) or vectors.dtype != np.float16:
                raise ValueError("shape")
            return dict(zip(texts, vectors, strict=True))
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
            log.warning("file of vectors unreadable, encoding anew: %s", type(error).__name__)
            return {}

    def _write(self, known: dict[str, Halves]) -> None:
        """The file appears whole or not at all."""
        texts = list(known)[-MOST_TEXTS:]
        told = np.frombuffer(json.dumps(texts, ensure_ascii=False).encode("utf-8"), np.uint8)
        arrays: dict[str, NDArray[Any]] = {
            "texts": told,
            "vectors": np.stack([known[text] for text in texts]),
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=self.file.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as out:
                np.savez(out, **arrays)
            os.replace(beside, self.file)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
