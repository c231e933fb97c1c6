"""Vectors that come with the product: a first start encodes only what a centre has added, and every machine learns from the same.

A file for each version of the encoder. A text stands in it as the first eight bytes of its digest; a vector as whole numbers, in
steps of an eighth of each dimension's spread, seen from the middle of all: a quarter of the size of 16-bit floats, and further from
the encoder's own vector by less (cosine seen from the middle 0.999) than its four-bit weights are from those that it was trained with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import LONGEST, Vectors
from knowledge.embedding.storage import slug

SHIPPED = Path(__file__).with_name("vectors")

STEPS = 8.0
"""Whole numbers in the spread (standard deviation) of a dimension."""
MOST = 127


def shipped_file(version: str, folder: Path = SHIPPED) -> Path:
    """Where the vectors of an encoder's version stand, if any came."""
    return folder / f"{slug(version)}.npz"


def shipped_vectors(file: Path, texts: Sequence[str]) -> dict[str, Vectors]:
    """The vectors of those of the texts that are in the file, by text; none where there is no file."""
    if not texts or not file.exists():
        return {}
    with np.load(file, allow_pickle=False) as archive:
        digests, values = archive["digests"], archive["values"]
        middle, step = archive["middle"], archive["step"]
    wanted = _digests(texts)
    places = np.minimum(np.searchsorted(digests, wanted), len(digests) - 1)
    found = np.flatnonzero(digests[places] == wanted)
    vectors = middle + values[places[found]] * step
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return {
        texts[row]: vector for row, vector in zip(found.tolist(), vectors.astype(np.float32), strict=True)
    }


def write(file: Path, vectors: Mapping[str, NDArray[np.floating]]) -> None:
    """Write the file; the same vectors always make the same bytes."""
    texts = list(vectors)
    digests = _digests(texts)
    order = np.argsort(digests)
    rows = np.stack([vectors[text] for text in texts]).astype(np.float32)[order]
    middle = rows.mean(axis=0)
    step = (rows - middle).std(axis=0) / np.float32(STEPS)
    values = np.clip(np.rint((rows - middle) / step), -MOST, MOST).astype(np.int8)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, digests=digests[order], values=values, middle=middle, step=step)


def _digests(texts: Sequence[str]) -> NDArray[np.uint64]:
    told = b"".join(hashlib.blake2b(text[:LONGEST].encode(), digest_size=8).digest() for text in texts)
    return np.frombuffer(told, np.dtype("<u8"))
