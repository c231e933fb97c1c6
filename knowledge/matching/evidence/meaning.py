"""What a pretrained encoder adds: how near a sentence is to each entry in meaning, also in words that nobody wrote down.

Vectors are looked at from the middle of all phrasings, since those of the encoder all point much the same way. A kernel ridge
regression inside each entry's own neighbourhood adds the evidence up, once with the encoder's likeness alone and once with that of
the letters beside it: what both see is worth more than either.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.linalg import lapack

from knowledge.matching.evidence.index import BLOCK_WEIGHTS, Doubles, Floats, Ints
from knowledge.matching.evidence.neighbours import likeness_of

SIZE = 256
"""Phrasings of a neighbourhood; all that there are lose nothing, half of them a point at first place."""

RIDGE = 0.05
STEEPNESS = 3.0
LETTERS = 0.3
"""Share of the letters in the kernel of both. Alone, at first place: 85.2 % without them, 85.5 % with; known by names only 69.4 and 73.8 %."""

LONELY = 0.5
"""How near an entry's phrasings are taken to be to each other where no entry has two."""

CHUNK = 256
FULL = sum(BLOCK_WEIGHTS)

FEATURES = 20
"""How many numbers about the meaning speak for or against a candidate."""

KERNEL = 2
"""Which of them is the kernel ridge regression of meaning and letters."""

highest = np.maximum.reduce


@dataclass(frozen=True, slots=True)
class Sensed:
    """A sentence beside everything known.

    Attributes:
        likeness: its cosine with every phrasing, shape (phrasings,).
        nearest: with the nearest phrasing of every entry, shape (entries,).
        names: with every official name.
        middles: with the middle of every entry's phrasings.
        far: how far it is from the middle of all, and how much it points there.
    """

    likeness: Floats
    nearest: Floats
    names: Floats
    middles: Floats
    far: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The vectors of all phrasings, and the neighbourhoods.

    Attributes:
        middle: mean of the phrasings' vectors as the encoder made them.
        vectors: unit vectors of the phrasings seen from there, shape (phrasings, dimensions).
        middles: of the entries, shape (entries, dimensions).
        starts: the row of each entry's official name.
        spreads: how near an entry's phrasings are to the next of their own, on average.
        rows: the phrasings of each entry's neighbourhood, shape (entries, size).
        duals, both: their weights for the encoder's likeness alone, and with that of the letters.
    """

    middle: Floats
    vectors: Floats
    middles: Floats
    starts: Ints
    spreads: Floats
    rows: Ints
    duals: Floats
    both: Floats

    def sense(self, vector: Floats) -> Sensed:
        """Compare a sentence's vector with everything known."""
        seen = vector - self.middle
        length = float(np.sqrt(seen @ seen))
        seen = seen / np.float32(max(length, 1e-6))
        likeness = self.vectors @ seen
        nearest = np.maximum.reduceat(likeness, self.starts)
        towards = float(vector @ self.middle)
        return Sensed(likeness, nearest, likeness[self.starts], self.middles @ seen, (length, towards))

    def weigh(self, chosen: NDArray[np.intp], sensed: Sensed, letters: Doubles) -> Floats:
        """What speaks for some entries, shape (:data:`FEATURES`, chosen).

        Args:
            letters: likeness of the sentence to every phrasing by its letters.
        """
        near = self.rows.take(chosen, axis=0)
        alone = _kernel(sensed.likeness.take(near))
        mixed = _mixed(alone, letters.take(near).astype(np.float32))
        measures = (
            np.einsum("ij,ij->i", self.duals[chosen], alone),
            np.einsum("ij,ij->i", self.both[chosen], mixed),
            sensed.nearest[chosen],
            sensed.names[chosen],
            sensed.middles[chosen],
        )
        told = np.empty((FEATURES, len(chosen)), np.float32)
        for place, measure in enumerate(measures):
            told[2 * place] = measure
            told[2 * place + 1] = measure - highest(measure)
        told[10] = _places(sensed.nearest, measures[2])
        told[11] = _places(sensed.names, measures[3])
        told[12] = highest(sensed.nearest)
        told[13], told[14] = sensed.far
        told[15] = _lead(measures[1])
        told[16] = self._nearest_two(chosen, sensed.likeness)
        told[17] = told[16] - highest(told[16])
        told[18] = self.spreads[chosen]
        told[19] = measures[2] - told[18]
        return told

    def _nearest_two(self, chosen: NDArray[np.intp], likeness: Floats) -> Floats:
        """The mean of the two nearest phrasings of each entry; of one that has a single phrasing, that."""
        bounds = np.append(self.starts, len(likeness))
        spans = zip(bounds[chosen].tolist(), bounds[chosen + 1].tolist(), strict=True)
        return np.array([np.sort(likeness[begin:end])[-2:].mean() for begin, end in spans], np.float32)


def fit(
    vectors: Floats, rows: sp.csr_matrix, owners: Ints, names: Ints, gram: Floats | None = None
) -> Meaning:
    """Fit all neighbourhoods.

    Args:
        vectors: of the phrasings, official names included, as the encoder made them.
        rows: the phrasings by their letters.
        owners: the entry of each row, ascending.
        names: the row of each entry's official name.
        gram: likeness of all phrasings to each other by their letters; None if they are too many.
    """
    middle = vectors.mean(axis=0)
    seen = _unit(vectors - middle)
    entries, size = len(names), min(SIZE, len(vectors))
    near = np.empty((entries, size), np.int32)
    duals = np.empty((entries, size), np.float32)
    both = np.empty((entries, size), np.float32)
    columns = rows.T.tocsr() if gram is None else None
    bounds = np.append(names, len(vectors))
    for first in range(0, entries, CHUNK):
        last = min(first + CHUNK, entries)
        own = slice(bounds[first], bounds[last])
        letters = gram[own] if gram is not None else (rows[own] @ columns).toarray()
        kernel = _mixed(_kernel(seen[own] @ seen.T), letters)
        best = np.maximum.reduceat(kernel, bounds[first:last] - own.start, axis=0)
        near[first:last] = np.sort(np.argpartition(-best, size - 1, axis=1)[:, :size], axis=1)
    for entry in range(entries):
        chosen = near[entry]
        part = seen[chosen]
        alone = _kernel(part @ part.T)
        letters = likeness_of(rows, chosen, gram)
        target = (owners[chosen] == entry).astype(np.float32)
        both[entry] = _solved(_mixed(alone, letters), target)
        duals[entry] = _solved(alone, target)
    middles = _unit(np.add.reduceat(seen, names, axis=0))
    return Meaning(middle, seen, middles, names, _spreads(seen, bounds), near, duals, both)


def _spreads(vectors: Floats, bounds: Ints) -> Floats:
    """The mean, over an entry's phrasings, of the likeness to the nearest other; of single ones the mean of all."""
    spreads = np.full(len(bounds) - 1, np.nan, np.float32)
    for entry, (begin, end) in enumerate(itertools.pairwise(bounds.tolist())):
        if end - begin > 1:
            own = vectors[begin:end] @ vectors[begin:end].T
            np.fill_diagonal(own, -1.0)
            spreads[entry] = highest(own, axis=1).mean()
    usual = np.nanmean(spreads) if np.isfinite(spreads).any() else LONELY
    return np.where(np.isnan(spreads), usual, spreads).astype(np.float32)


def _kernel(cosines: Floats) -> Floats:
    return np.asarray(np.exp(np.float32(STEEPNESS) * (cosines - np.float32(1))))


def _mixed(alone: Floats, letters: Floats) -> Floats:
    by_letters = np.square(letters / np.float32(FULL))
    return np.asarray(np.float32(1 - LETTERS) * alone + np.float32(LETTERS) * by_letters)


def _solved(kernel: Floats, target: Floats) -> Floats:
    kernel[np.diag_indices_from(kernel)] += np.float32(RIDGE)
    _, solution, _ = lapack.sposv(kernel, target, lower=1)
    return np.asarray(solution.ravel())


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-6), dtype=np.float32)


def _places(all_of_them: Floats, some: Floats) -> Floats:
    """Logarithm of how many are better."""
    better = len(all_of_them) - np.searchsorted(np.sort(all_of_them), some, side="right")
    return np.asarray(np.log1p(better), dtype=np.float32)


def _lead(measure: Floats) -> Floats:
    """How far each is before the best of the others; negative for those behind."""
    if len(measure) < 2:
        return np.ones(len(measure), np.float32)
    second, first = np.partition(measure, -2)[-2:]
    return np.where(measure == first, first - second, measure - first).astype(np.float32)
