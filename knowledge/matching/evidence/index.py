"""Every known phrasing as a sparse vector, and how alike a sentence is to each of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from knowledge.matching.evidence.counts import Counted
from knowledge.matching.evidence.features import BLOCKS, Reading

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int32]

BLOCK_WEIGHTS = (1.0, 1.0, 0.6, 0.4, 0.8)
"""How much each block of features counts; chosen by cross-validation (see docs/matching.md)."""

IDF_FLOOR = 0.3
"""Added to every inverse document frequency, so that a feature found everywhere still counts a little."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A sentence in numbers.

    Attributes:
        numbers: its known features.
        weights: their weights; each block has length 1 (unknown features take their share) times the root of the
            block's weight, so that the dot product of two vectors is the weighted sum of the blocks' cosines.
        blocks: the block of each known feature.
        known: mass (sum of idf) of the known features of each block.
        unknown: mass of the unknown features of each block.
    """

    numbers: Ints
    weights: Floats
    blocks: Ints
    known: Doubles
    unknown: Doubles

    @property
    def mass(self) -> Doubles:
        """Mass of all features of each block."""
        return self.known + self.unknown


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Features with their number, block and inverse document frequency."""

    numbers: dict[str, int]
    blocks: Ints
    idf: Floats
    unknown_idf: float

    @classmethod
    def of(cls, counted: Counted) -> Vocabulary:
        """Weight the features of all phrasings by their rarity."""
        total = counted.counts.shape[0]
        frequencies = np.bincount(counted.counts.indices, minlength=len(counted.features)).astype(np.float32)
        return cls(
            {feature: number for number, feature in enumerate(counted.features)},
            counted.blocks,
            np.log((total + 1) / (frequencies + np.float32(0.5))).astype(np.float32) + np.float32(IDF_FLOOR),
            math.log(2 * (total + 1)) + IDF_FLOOR,
        )

    def rows(self, counted: Counted) -> sp.csr_matrix:
        """The phrasings that the vocabulary was made of as rows, each as `vector` would have it."""
        counts = counted.counts
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        weights = (1.0 + np.log(counts.data)) * self.idf[counts.indices]
        cells = rows * len(BLOCKS) + self.blocks[counts.indices]
        squares = np.bincount(cells, weights=weights * weights, minlength=counts.shape[0] * len(BLOCKS))
        scale = np.sqrt(np.array(BLOCK_WEIGHTS)[self.blocks[counts.indices]] / squares[cells])
        return sp.csr_matrix(
            ((weights * scale).astype(np.float32), counts.indices, counts.indptr), shape=counts.shape
        )

    def extended(self, readings: Sequence[Reading]) -> Vocabulary:
        """This vocabulary and, with the idf of the unknown, the new features of some readings."""
        numbers = dict(self.numbers)
        blocks: list[int] = []
        for reading in readings:
            for block, features in enumerate(reading.blocks):
                for feature in features:
                    if feature not in numbers:
                        numbers[feature] = len(numbers)
                        blocks.append(block)
        return Vocabulary(
            numbers,
            np.concatenate([self.blocks, np.array(blocks, dtype=np.int32)]),
            np.concatenate([self.idf, np.full(len(blocks), self.unknown_idf, np.float32)]),
            self.unknown_idf,
        )

    def vector(self, reading: Reading) -> Vector:
        """Turn a reading into numbers."""
        numbers: list[int] = []
        weights: list[float] = []
        blocks: list[int] = []
        known = [0.0] * len(BLOCKS)
        unknown = [0.0] * len(BLOCKS)
        lookup = self.numbers
        for block, features in enumerate(reading.blocks):
            start = len(numbers)
            square = 0.0
            counts: dict[str, int] = {}
            for feature in features:
                counts[feature] = counts.get(feature, 0) + 1
            for feature, count in counts.items():
                number = lookup.get(feature)
                if number is None:
                    unknown[block] += self.unknown_idf
                    square += (count * self.unknown_idf) ** 2
                    continue
                idf = float(self.idf[number])
                known[block] += idf
                weight = idf if count == 1 else idf * (1.0 + math.log(count))
                square += weight * weight
                numbers.append(number)
                weights.append(weight)
            if square:
                scale = math.sqrt(BLOCK_WEIGHTS[block] / square)
                weights[start:] = [weight * scale for weight in weights[start:]]
            blocks += [block] * (len(numbers) - start)
        return Vector(
            np.array(numbers, dtype=np.int32),
            np.array(weights, dtype=np.float32),
            np.array(blocks, dtype=np.int32),
            np.array(known),
            np.array(unknown),
        )


def matrix(vectors: Sequence[Vector], features: int) -> sp.csr_matrix:
    """Stack vectors as rows, shape (len(vectors), features), float32."""
    bounds = np.zeros(len(vectors) + 1, np.int64)
    np.cumsum([len(vector.numbers) for vector in vectors], out=bounds[1:])
    columns = np.concatenate([vector.numbers for vector in vectors]) if vectors else np.zeros(0, np.int32)
    values = np.concatenate([vector.weights for vector in vectors]) if vectors else np.zeros(0, np.float32)
    return sp.csr_matrix((values, columns, bounds), shape=(len(vectors), features))


@dataclass(frozen=True, slots=True)
class Index:
    """Phrasings by feature: for each feature the phrasings that hold it, and with what weight.

    Attributes:
        starts: where each feature's phrasings begin in `rows`; one more at the end.
        blocks: the block of each feature.
        rows, weights: phrasings and weights, feature after feature.
        size: number of phrasings.
    """

    starts: Ints
    blocks: Ints
    rows: Ints
    weights: Floats
    size: int
    _cells: NDArray[np.intp] = field(init=False, repr=False)
    _values: Doubles = field(init=False, repr=False)

    def __post_init__(self) -> None:
        offsets = np.repeat(self.blocks.astype(np.intp) * self.size, np.diff(self.starts))
        object.__setattr__(self, "_cells", offsets + self.rows)
        object.__setattr__(self, "_values", self.weights.astype(np.float64))

    @classmethod
    def of(cls, rows: sp.csr_matrix, blocks: Ints) -> Index:
        """Turn rows of phrasings into lists by feature."""
        columns = rows.tocsc()
        columns.sort_indices()
        return cls(
            columns.indptr.astype(np.int32),
            blocks,
            columns.indices.astype(np.int32),
            columns.data.astype(np.float32),
            rows.shape[0],
        )

    def likeness(self, vector: Vector) -> Doubles:
        """Weighted cosine with every phrasing, block by block, shape (blocks, size)."""
        shape = (len(BLOCKS), self.size)
        if not len(vector.numbers) or not self.size:
            return np.zeros(shape)
        begins = self.starts[vector.numbers]
        ends = self.starts[vector.numbers + 1]
        spans = [slice(begin, end) for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]
        cells = np.concatenate([self._cells[span] for span in spans])
        values = np.concatenate([self._values[span] for span in spans])
        values *= np.repeat(vector.weights, ends - begins)
        summed = np.bincount(cells, weights=values, minlength=shape[0] * shape[1])
        return np.asarray(summed.reshape(shape), dtype=np.float64)

    def held_by(self, vector: Vector, owners: Ints, entries: int) -> NDArray[np.bool_]:
        """Whether any phrasing of each entry holds each feature of a vector, shape (features, entries)."""
        held = np.zeros((len(vector.numbers), entries), dtype=bool)
        if len(vector.numbers):
            begins, ends = self.starts[vector.numbers], self.starts[vector.numbers + 1]
            spans = zip(begins.tolist(), ends.tolist(), strict=True)
            rows = np.concatenate([self.rows[begin:end] for begin, end in spans])
            held[np.repeat(np.arange(len(begins)), ends - begins), owners[rows]] = True
        return held
