"""A kernel ridge regression inside each entry's own neighbourhood.

The kernel is the squared weighted cosine, so that pairs of features (this operation with that object) are learned. The
regression of an entry sees only the phrasings most like its own; solved over all phrasings it is no better and its cost
grows with their square.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.linalg import lapack

from knowledge.matching.evidence.index import Doubles, Floats, Ints

SIZE = 256
PER_PHRASING = 40
"""A neighbourhood has so many phrasings for each that an entry has on average, and SIZE at most: an entry known by its
name alone needs few others to be told from."""

RIDGE = 1.0
CHUNK = 256
"""Entries whose neighbours are sought together; bounds the memory at entries of 10,000 and more."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For each entry the phrasings of its neighbourhood and their dual weights, both of shape (entries, size)."""

    rows: Ints
    duals: Floats

    def score(self, entries: Ints, likeness: Doubles) -> Doubles:
        """Regression scores of some entries, given the likeness of a sentence to every phrasing."""
        near = likeness.take(self.rows.take(entries, axis=0))  # twice as fast as indexing
        near *= near
        return np.einsum("ij,ij->i", self.duals[entries], near)


def fit(rows: sp.csr_matrix, owners: Ints, names: Ints, gram: Floats | None = None) -> Neighbours:
    """Fit all neighbourhoods; arguments as for the encoder, but the likeness is left as it is."""
    size = min(SIZE, PER_PHRASING * -(-rows.shape[0] // len(names)), rows.shape[0])
    near = np.empty((len(names), size), np.int32)
    duals = np.empty((len(names), size), np.float32)
    bounds = np.append(names, rows.shape[0])
    columns = rows.T.tocsr() if gram is None else None
    for first in range(0, len(names), CHUNK):
        last = min(first + CHUNK, len(names))
        own = slice(bounds[first], bounds[last])
        likeness = gram[own] if gram is not None else (rows[own] @ columns).toarray()
        best = np.maximum.reduceat(likeness, bounds[first:last] - own.start, axis=0)
        near[first:last] = np.sort(np.argpartition(-best, size - 1, axis=1)[:, :size], axis=1)
    for entry in range(len(names)):
        kernel = np.square(likeness_of(rows, near[entry], gram))
        kernel[np.diag_indices(size)] += np.float32(RIDGE)
        target = (owners[near[entry]] == entry).astype(np.float32)
        _, solution, _ = lapack.sposv(kernel, target, lower=1, overwrite_a=1)
        duals[entry] = solution.ravel()
    return Neighbours(near, duals)


def likeness_of(rows: sp.csr_matrix, chosen: Ints, gram: Floats | None) -> Floats:
    """Likeness of some phrasings to each other."""
    if gram is not None:
        return np.asarray(gram[np.ix_(chosen, chosen)])
    part = rows[chosen]
    return np.asarray((part @ part.T).toarray())
