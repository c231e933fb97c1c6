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

DUAL_LIMIT = 9_000
"""Up to so many phrasings the regression is solved over phrasings, above it over the most frequent features."""

PRIMAL_FEATURES = 8_000


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


def fit(rows: sp.csr_matrix, owners: Ints, names: Ints, tag_columns: Ints) -> Encoder:
    """Fit the encoder.

    Args:
        rows: all phrasings, official names included, shape (phrasings, features).
        owners: the entry of each row, ascending.
        names: the row of each entry's official name.
        tag_columns: features that are tags.
    """
    entries = len(names)
    counts = np.bincount(owners, minlength=entries).astype(np.float32)
    ownership = sp.csr_matrix(
        (np.ones(len(owners), np.float32), (owners, np.arange(len(owners)))), shape=(entries, len(owners))
    )
    middles = sp.diags(MIDDLE_WEIGHT / counts) @ (ownership @ rows)
    whole = (rows[names] + middles).tocsr()
    points = _unit(np.asarray(whole @ _directions(whole, DIMENSIONS), dtype=np.float32))
    tags = np.asarray((rows[names][:, tag_columns] > 0).todense(), dtype=np.float32)
    targets = np.concatenate([points, tags], axis=1)[owners]
    offset = targets.mean(axis=0)
    weights = _ridge(rows, targets - offset)
    step = np.maximum(np.abs(weights).max(axis=0), 1e-6) / np.float32(127)
    return Encoder(points, tags, np.rint(weights / step).astype(np.int8), step, offset)


def _unit(points: Floats) -> Floats:
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return (points / np.maximum(lengths, 1e-6)).astype(np.float32)


def _directions(points: sp.csr_matrix, dimensions: int) -> Floats:
    """Strongest right singular vectors by randomised range finding (Halko, Martinsson, Tropp 2011)."""
    dimensions = min(dimensions, *points.shape)
    random = np.random.default_rng(0)
    width = min(dimensions + 16, *points.shape)
    sketch = points @ random.standard_normal((points.shape[1], width), dtype=np.float32)
    for _ in range(3):
        sketch, _ = np.linalg.qr(points @ np.asarray(points.T @ sketch))
    small = np.asarray(points.T @ sketch).T
    _, _, right = np.linalg.svd(small, full_matrices=False)
    return np.ascontiguousarray(right[:dimensions].T, dtype=np.float32)


def _ridge(rows: sp.csr_matrix, targets: Floats) -> Floats:
    """Ridge weights, shape (features, outputs)."""
    if rows.shape[0] <= DUAL_LIMIT:
        kernel = np.asarray((rows @ rows.T).todense(), dtype=np.float32)
        return np.asarray(rows.T @ _solve(kernel, targets), dtype=np.float32)
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
