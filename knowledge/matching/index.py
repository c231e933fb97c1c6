"""Every known phrasing as a sparse vector, and how alike a sentence is to each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.features import Reading

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

BLOCK_WEIGHTS = (1.0, 1.0, 0.6, 0.4, 0.8)
"""How much each block of features counts; chosen by cross-validation (see docs/matching.md)."""

IDF_FLOOR = 0.3
"""Added to every inverse document frequency, so that a feature found everywhere still counts a little."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Features with their number and their inverse document frequency."""

    numbers: dict[str, int]
    idf: Floats
    unknown_idf: float

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Vocabulary:
        """Count the features of all phrasings."""
        counts: Counter[str] = Counter()
        for reading in readings:
            for block in reading.blocks:
                counts.update(set(block))
        total = len(readings)
        frequencies = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        idf = np.log((total + 1) / (frequencies + 0.5)).astype(np.float32) + np.float32(IDF_FLOOR)
        numbers = {feature: number for number, feature in enumerate(counts)}
        return cls(numbers, idf, float(np.log(2 * (total + 1)) + IDF_FLOOR))

    def vector(self, reading: Reading) -> tuple[Ints, Floats]:
        """Numbers of the known features of a sentence and their weights.

        Each block is scaled to length 1 (unknown features take their share of the length) times the root of its
        weight, so that the dot product of two vectors is the weighted sum of the blocks' cosines.
        """
        numbers: list[int] = []
        weights: list[float] = []
        idf = self.idf
        for block, block_weight in zip(reading.blocks, BLOCK_WEIGHTS, strict=True):
            counts: dict[str, int] = {}
            for feature in block:
                counts[feature] = counts.get(feature, 0) + 1
            start = len(numbers)
            square = 0.0
            for feature, count in counts.items():
                number = self.numbers.get(feature)
                if number is None:
                    square += (count * self.unknown_idf) ** 2
                    continue
                weight = float(idf[number]) * (1.0 if count == 1 else 1.0 + np.log(count))
                square += weight * weight
                numbers.append(number)
                weights.append(weight)
            if square:
                scale = (block_weight / square) ** 0.5
                for position in range(start, len(weights)):
                    weights[position] *= scale
        return np.array(numbers, dtype=np.int32), np.array(weights, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Index:
    """Phrasings by feature: for each feature the phrasings that hold it, and with what weight."""

    starts: Ints
    phrasings: Ints
    weights: Floats
    size: int

    @classmethod
    def of(cls, vectors: Iterable[tuple[Ints, Floats]], features: int) -> Index:
        """Turn the vectors of all phrasings into lists by feature."""
        listed = list(vectors)
        lengths = [len(numbers) for numbers, _ in listed]
        columns = np.concatenate([numbers for numbers, _ in listed]) if listed else np.zeros(0, np.int32)
        weights = np.concatenate([values for _, values in listed]) if listed else np.zeros(0, np.float32)
        rows = np.repeat(np.arange(len(listed), dtype=np.int32), lengths)
        order = np.argsort(columns, kind="stable")
        starts = np.zeros(features + 1, np.int32)
        np.cumsum(np.bincount(columns, minlength=features), out=starts[1:])
        return cls(starts, rows[order], weights[order], len(listed))

    def likeness(self, numbers: Ints, weights: Floats) -> NDArray[np.float64]:
        """Weighted sum of block cosines with every phrasing, shape (size,)."""
        if not len(numbers) or not self.size:
            return np.zeros(self.size)
        begins = self.starts[numbers]
        lengths = self.starts[numbers + 1] - begins
        bounds = list(zip(begins.tolist(), (begins + lengths).tolist(), strict=True))
        rows = np.concatenate([self.phrasings[begin:end] for begin, end in bounds])
        values = np.concatenate([self.weights[begin:end] for begin, end in bounds])
        values *= np.repeat(weights, lengths)
        return np.bincount(rows, weights=values, minlength=self.size)
