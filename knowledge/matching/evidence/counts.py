"""The features of many phrasings counted once, so that any part of them is weighted without reading them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from knowledge.matching.evidence.features import BLOCKS, Reading


@dataclass(frozen=True, slots=True)
class Counted:
    """How often each phrasing holds each feature.

    Attributes:
        features: all features, block after block, each block in the order of first appearance.
        blocks: the block of each feature.
        counts: shape (phrasings, features), float32.
    """

    features: tuple[str, ...]
    blocks: NDArray[np.int32]
    counts: sp.csr_matrix

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Counted:
        """Count the features of all phrasings."""
        numbers: list[dict[str, int]] = [{} for _ in BLOCKS]
        for reading in readings:
            for known, features in zip(numbers, reading.blocks, strict=True):
                for feature in features:
                    known.setdefault(feature, len(known))
        firsts = np.cumsum([0, *map(len, numbers)])
        columns: list[int] = []
        values: list[int] = []
        bounds = [0]
        for reading in readings:
            for known, first, features in zip(numbers, firsts.tolist(), reading.blocks, strict=False):
                for feature, count in Counter(features).items():
                    columns.append(first + known[feature])
                    values.append(count)
            bounds.append(len(columns))
        counts = sp.csr_matrix(
            (np.array(values, np.float32), np.array(columns, np.int32), np.array(bounds, np.int32)),
            shape=(len(readings), int(firsts[-1])),
        )
        return cls(
            tuple(feature for known in numbers for feature in known),
            np.repeat(np.arange(len(BLOCKS), dtype=np.int32), [len(known) for known in numbers]),
            counts,
        )

    def part(self, rows: NDArray[np.bool_]) -> Counted:
        """Some of the phrasings and the features that they hold."""
        counts = self.counts[rows]
        held = np.bincount(counts.indices, minlength=len(self.features)) > 0
        features = tuple(feature for feature, kept in zip(self.features, held.tolist(), strict=True) if kept)
        return Counted(features, self.blocks[held], counts[:, held])
