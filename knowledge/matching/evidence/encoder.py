"""A learned map from what is said to what is meant, over all entries together.

Each entry is a point: its official name and the middle of its known phrasings, on the strongest directions of all such
points. What one entry's phrasings teach (退市 is said for 注销) so holds for all others. A kernel ridge regression maps a
sentence to the point of its entry: the kernel is the likeness and a little of its square; the first part becomes weights
of single features, the second is kept phrasing by phrasing. A linear one maps it to the point and, beside it, to the
operations, subjects and synonym groups of the official name.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.linalg import cho_solve, cholesky

from knowledge.matching.evidence.index import Doubles, Floats, Ints, Vector

DIMENSIONS = 256
MIDDLE_WEIGHT = 3.0
"""Weight of the middle of the phrasings against that of the official name in an entry's point."""

CURVATURE = 0.1
"""Weight of the squared likeness. By it pairs of features are learned (this operation with that object): alone, the
encoder is right at first place in 85 % instead of 83 %; with a larger weight single features are forgotten."""

RIDGE = 0.05
NEAREST = 128
"""So many phrasings most like the sentence take part in the squared likeness; that of the others is next to nothing."""

LINEAR_RIDGE = 0.3
LINEAR_FEATURES = 4_000
"""Where the phrasings are too many, the regression is linear, over so many of the most frequent features; twice as many take eight
times as long and find no more."""


@dataclass(frozen=True, slots=True)
class Quantised:
    """Weights in eight bits, which lose nothing that could be measured: shape (rows, outputs), in steps (outputs,)."""

    values: NDArray[np.int8]
    step: Floats

    @classmethod
    def of(cls, weights: Floats) -> Quantised:
        """Round weights to eight bits, each output in steps of its own."""
        largest = np.abs(weights).max(axis=0, initial=1e-6)
        step = (largest / np.float32(127)).astype(np.float32)
        return cls(np.rint(weights / step).astype(np.int8), step)

    def combine(self, shares: Floats, rows: NDArray[np.integer]) -> Floats:
        """Some of the rows, weighted and added up."""
        return np.asarray((shares @ self.values.take(rows, axis=0).astype(np.float32)) * self.step)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as the encoder sees it.

    Attributes:
        point: where it lies among the entries, shape (dimensions,).
        linear: its point by single features alone, a second opinion that is worth half a point at first place.
        tags: how likely each tag is to be in the official name, shape (tags,).
    """

    point: Floats
    linear: Floats
    tags: Floats


@dataclass(frozen=True, slots=True)
class Encoder:
    """The learned map.

    Attributes:
        points: unit vectors of the entries, shape (entries, dimensions).
        tags: which tag features (operations, subjects, synonyms) each official name has, shape (entries, tags), 0/1.
        features: weights of the features; outputs are dimensions, again dimensions for the linear point, and tags.
        phrasings: weights of the phrasings for the squared likeness, outputs are dimensions; no rows if there are too
            many phrasings for a kernel.
        offset: shape (dimensions + dimensions + tags,).
    """

    points: Floats
    tags: Floats
    features: Quantised
    phrasings: Quantised
    offset: Floats

    def encode(self, vector: Vector, likeness: Doubles) -> Encoded:
        """Encode a sentence, given its likeness to every phrasing."""
        output = self.features.combine(vector.weights, vector.numbers)
        output += self.offset
        dimensions = self.points.shape[1]
        point, linear, tags = np.split(output, (dimensions, 2 * dimensions))
        if len(self.phrasings.values):
            near = _nearest(likeness)
            point += self.phrasings.combine(np.square(likeness[near]).astype(np.float32), near)
        return Encoded(point, linear, tags)


def _nearest(likeness: Doubles) -> NDArray[np.intp]:
    if len(likeness) <= NEAREST:
        return np.flatnonzero(likeness > 0)
    near = np.argpartition(likeness, -NEAREST)[-NEAREST:]
    return near[likeness[near] > 0]


def fit(
    rows: sp.csr_matrix, owners: Ints, names: Ints, tag_columns: Ints, gram: Floats | None = None
) -> Encoder:
    """Fit the encoder.

    Args:
        rows: all phrasings, official names included, shape (phrasings, features).
        owners: the entry of each row, ascending.
        names: the row of each entry's official name.
        tag_columns: features that are tags.
        gram: likeness of all phrasings to each other, which is used up; None if they are too many.
    """
    entries = len(names)
    counts = np.bincount(owners, minlength=entries).astype(np.float32)
    ownership = sp.csr_matrix(
        (np.ones(len(owners), np.float32), (owners, np.arange(len(owners)))), shape=(entries, len(owners))
    )
    middles = sp.diags(MIDDLE_WEIGHT / counts) @ (ownership @ rows)
    whole = (rows[names] + middles).tocsr()
    points = _unit(_strongest(whole, DIMENSIONS))
    tags = np.asarray((rows[names][:, tag_columns] > 0).todense(), dtype=np.float32)
    targets = np.concatenate([points, tags], axis=1)[owners]
    offset = targets.mean(axis=0)
    targets -= offset
    dimensions = points.shape[1]
    if gram is None:
        linear = _linear_ridge(rows, targets)
        single = linear[:, :dimensions]
        duals = np.zeros((0, dimensions), np.float32)
    else:
        linear = rows.T @ _solve(gram.copy(), targets, LINEAR_RIDGE)
        duals = _kernel_ridge(gram, targets[:, :dimensions])
        single = rows.T @ duals
        duals *= np.float32(CURVATURE)
    return Encoder(
        points,
        tags,
        Quantised.of(np.concatenate([single, linear], axis=1)),
        Quantised.of(duals),
        np.concatenate([offset[:dimensions], offset]),
    )


def _unit(points: Floats) -> Floats:
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return (points / np.maximum(lengths, 1e-6)).astype(np.float32)


def _strongest(points: sp.csr_matrix, dimensions: int) -> Floats:
    """Points on their strongest directions, by randomised range finding (Halko, Martinsson, Tropp 2011)."""
    dimensions = min(dimensions, *points.shape)
    random = np.random.default_rng(0)
    width = min(dimensions + 16, *points.shape)
    sketch = points @ random.standard_normal((points.shape[1], width), dtype=np.float32)
    for _ in range(3):
        sketch, _ = np.linalg.qr(points @ np.asarray(points.T @ sketch))
    small = np.asarray(points.T @ sketch)
    squares, turns = np.linalg.eigh((small.T @ small).astype(np.float64))
    turned = turns[:, ::-1] * np.sqrt(np.maximum(squares[::-1], 0.0))
    return np.asarray(sketch @ turned[:, :dimensions].astype(np.float32), dtype=np.float32)


def _kernel_ridge(gram: Floats, targets: Floats) -> Floats:
    """Dual weights of the phrasings, shape (phrasings, outputs)."""
    gram *= 1.0 + np.float32(CURVATURE) * gram
    return _solve(gram, targets, RIDGE)


def _linear_ridge(rows: sp.csr_matrix, targets: Floats) -> Floats:
    """Weights of the features, shape (features, outputs)."""
    frequency = np.asarray((rows > 0).sum(axis=0)).ravel()
    kept = np.sort(np.argsort(-frequency, kind="stable")[:LINEAR_FEATURES])
    part = rows[:, kept].tocsr()
    weights = np.zeros((rows.shape[1], targets.shape[1]), np.float32)
    gram = np.asarray((part.T @ part).todense(), dtype=np.float32)
    weights[kept] = _solve(gram, np.asarray(part.T @ targets), LINEAR_RIDGE)
    return weights


def _solve(gram: Floats, right: Floats, ridge: float) -> Floats:
    gram[np.diag_indices_from(gram)] += np.float32(ridge)
    lower = cholesky(gram, lower=True, overwrite_a=True, check_finite=False)
    return np.asarray(cho_solve((lower, True), right, check_finite=False))
