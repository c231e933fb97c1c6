"""The vectors of what was said last: a message is encoded once, whoever asks for its vector."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from knowledge.embedding.encoder import LONGEST, SentenceEncoder, Vectors

KEPT = 512


class Recent:
    """A small memory before an encoder; any number of threads may ask.

    Attributes:
        encoder: What is asked for a text that is not in memory.
    """

    def __init__(self, encoder: SentenceEncoder, kept: int = KEPT) -> None:
        self.encoder = encoder
        self._kept = kept
        self._vectors: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = Lock()

    def known(self, text: str) -> Vectors | None:
        """The vector of a text, shape (dimensions,), where it is in memory; asks nobody."""
        key = text[:LONGEST]
        with self._lock:
            found = self._vectors.get(key)
            if found is not None:
                self._vectors.move_to_end(key)
            return found

    def vector(self, text: str) -> Vectors:
        """The vector of a text, shape (dimensions,). Blocks for some 10 ms where it is not in memory."""
        found = self.known(text)
        if found is not None:
            return found
        key = text[:LONGEST]
        made: Vectors = self.encoder.encode([key])[0]
        with self._lock:
            self._vectors[key] = made
            while len(self._vectors) > self._kept:
                self._vectors.popitem(last=False)
        return made
