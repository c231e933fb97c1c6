"""What people said, grouped by what they mean: likeness of words after those that mean the same were made one.

Sentences are leaders in the order of how often they were said; whoever is near enough to a leader belongs to it. Only sentences that
share a pair of characters that is not everywhere are compared, so that 100,000 take seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from knowledge.answers.item_question import comparable_words

ALIKE = 0.55
"""Cosine from which on two sentences are in one group."""
MOST_IN_COMMON = 400
"""Sentences that may share a pair by which others are looked up; what more share tells little."""
CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences that mean the same.

    Attributes:
        texts: The one said most often first.
        count: How often they were said together.
    """

    texts: tuple[str, ...]
    count: int


def grouped(said: Mapping[str, int]) -> list[Group]:
    """Groups of sentences, the one said most often first.

    Args:
        said: Sentence to how often it was said.
    """
    by_words: dict[str, Counter[str]] = {}
    for text, times in said.items():
        by_words.setdefault(comparable_words(text) or text, Counter())[text] += times
    words = sorted(by_words, key=lambda one: (-by_words[one].total(), one))
    leader = _leaders(words)
    together: dict[int, Counter[str]] = {}
    for number, one in enumerate(words):
        together.setdefault(leader[number], Counter()).update(by_words[one])
    groups = [
        Group(tuple(text for text, _ in sorted(texts.items(), key=lambda pair: (-pair[1], pair[0]))), texts.total())
        for texts in together.values()
    ]  # fmt: skip
    return sorted(groups, key=lambda group: (-group.count, group.texts[0]))


def _leaders(words: Sequence[str]) -> list[int]:
    """For each text, in the order of how often it is said, the number of the one it belongs to."""
    leader = [-1] * len(words)
    if not words:
        return leader
    full, rare = _matrices(words)
    for start in range(0, len(words), CHUNK):
        # Pairs found by what is rare are held against each other by everything.
        near = (rare[start : start + CHUNK] @ rare.T).tocoo()
        rows, columns = near.row + start, near.col
        later = columns >= rows
        rows, columns = rows[later], columns[later]
        likeness = _products(full, rows, columns)
        alike = likeness >= ALIKE
        rows, columns = rows[alike], columns[alike]
        order = np.lexsort((columns, rows))
        for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
            if leader[row] < 0:
                leader[row] = row
            if leader[row] == row and leader[column] < 0:
                leader[column] = row
    return [number if one < 0 else one for number, one in enumerate(leader)]


def _matrices(words: Sequence[str]) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Unit vectors of pairs and characters by their rarity; and the pairs alone that few sentences share, as zeros and ones."""
    numbers: dict[str, int] = {}
    columns: list[int] = []
    ends = [0]
    for one in words:
        features = {*one, *(one[place : place + 2] for place in range(len(one) - 1))}
        columns += [numbers.setdefault(feature, len(numbers)) for feature in sorted(features)]
        ends.append(len(columns))
    values = np.ones(len(columns), np.float32)
    counts = sparse.csr_matrix((values, columns, ends), shape=(len(words), max(len(numbers), 1)))
    shared = np.bincount(np.asarray(columns, np.int64), minlength=counts.shape[1])
    rarity = np.log((len(words) + 1) / (shared + 0.5)).clip(0.1)
    lengths = np.array([len(feature) for feature in numbers] or [1])
    full = counts @ sparse.diags((rarity * np.where(lengths == 2, 1.0, 0.5)).astype(np.float32))
    norms = np.sqrt(full.multiply(full).sum(axis=1)).A1
    full = (sparse.diags((1.0 / np.maximum(norms, 1e-9)).astype(np.float32)) @ full).tocsr()
    tells = ((lengths == 2) & (shared > 1) & (shared <= MOST_IN_COMMON)).astype(np.float32)
    rare = (counts @ sparse.diags(tells)).tocsr()
    rare.eliminate_zeros()
    return full, rare


def _products(matrix: sparse.csr_matrix, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The likeness of pairs of rows, some at a time so that memory stays small."""
    found = [
        matrix[rows[start : start + 200_000]].multiply(matrix[columns[start : start + 200_000]]).sum(axis=1).A1
        for start in range(0, len(rows), 200_000)
    ]  # fmt: skip
    return np.concatenate(found) if found else np.zeros(0, np.float32)
