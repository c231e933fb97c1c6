"""A linear map from what is said to what is meant, learned over all entries together.

Each entry is a point: its official name and the middle of its known phrasings, on the strongest directions of all such
points. A ridge regression maps the features of a sentence to the point of its entry and, beside it, to the operations,
subjects and synonym groups of the official name. What one entry's phrasings teach (退市 is said for 注销) so holds for
all others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from scipy.linalg import cho_solve, cholesky

from knowledge.matching.index import Floats, Ints, Vector

DIMENSIONS = 384
RIDGE = 0.3
MIDDLE_WEIGHT = 3.0
"""Weight of the middle of the phrasings against that of the official name in an entry's point."""

PRIMAL_FEATURES = 8_000
"""Solved over features, the regression looks at so many of the most frequent."""


@dataclass(frozen=True, slots=True)
class Encoder:
    """The learned map.

    Attributes:
        points: unit vectors of the entries, shape (entries, dimensions).
        tags: which tag features (operations, subjects, synonyms) each official name has, shape (entries, tags), 0/1.
        map: shape (features, dimensions + tags), in steps of `step`: eight bits lose nothing that could be measured.
        step: shape (dimensions + tags,).
        offset: shape (dimensions + tags,).
    """

    points: Floats
    tags: Floats
    map: NDArray[np.int8]
    step: Floats
    offset: Floats

    def encode(self, vector: Vector) -> Floats:
        """Point and tag expectations of a sentence, shape (dimensions + tags,)."""
        return (vector.weights @ self.map[vector.numbers].astype(np.float32)) * self.step + self.offset


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
    weights = _ridge(rows, targets - offset, gram)
    step = np.maximum(np.abs(weights).max(axis=0), 1e-6) / np.float32(127)
    return Encoder(points, tags, np.rint(weights / step).astype(np.int8), step, offset)


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


def _ridge(rows: sp.csr_matrix, targets: Floats, gram: Floats | None) -> Floats:
    """Ridge weights, shape (features, outputs); solved over phrasings if their likeness is given, else over features."""
    if gram is not None:
        return np.asarray(rows.T @ _solve(gram, targets), dtype=np.float32)
    frequency = np.asarray((rows > 0).sum(axis=0)).ravel()
    kept = np.sort(np.argsort(-frequency, kind="stable")[:PRIMAL_FEATURES])
    part = rows[:, kept].tocsr()
    weights = np.zeros((rows.shape[1], targets.shape[1]), np.float32)
    weights[kept] = _solve(
        np.asarray((part.T @ part).todense(), dtype=np.float32), np.asarray(part.T @ targets)
    )
    return weights


def _solve(gram: Floats, right: Floats) -> Floats:
    gram[np.diag_indices_from(gram)] += np.float32(RIDGE)
    lower = cholesky(gram, lower=True, overwrite_a=True, check_finite=False)
    return np.asarray(cho_solve((lower, True), right, check_finite=False))
