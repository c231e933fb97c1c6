"""Everything that speaks for or against each candidate of a sentence, as numbers for the reranker."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import Vectors
from knowledge.matching.evidence.encoder import Encoded, Encoder
from knowledge.matching.evidence.features import Reading
from knowledge.matching.evidence.index import (
    Doubles,
    Floats,
    Index,
    Ints,
    Vector,
    Vocabulary,
    matrix,
)
from knowledge.matching.evidence.meaning import FEATURES as MEANING_FEATURES
from knowledge.matching.evidence.meaning import Meaning
from knowledge.matching.evidence.neighbours import Neighbours
from knowledge.matching.evidence.official import Official

CANDIDATES = 20
"""So many entries are weighed in full; the right one is among them for 99.5 % of the sentences."""

POINT_WEIGHT = 4.0
"""Weight of the encoder against the nearest phrasing when candidates are preselected."""

MEANING_WEIGHT = 3.0
"""Weight of the encoder's likeness to the nearest phrasing, and to the middle of them, likewise."""

FEATURES = 120
"""How many numbers speak for or against a candidate."""

FEATURES_INFORMED = FEATURES + MEANING_FEATURES
"""The same with what the pretrained encoder says."""

highest = np.maximum.reduce
"""The arrays' own ``max`` goes through Python first, which takes longer than the work on so few numbers."""

LEAST_SHARE = np.float32(0.005)
"""No tag is taken for less likely than that, nor for more than the rest."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidates of a sentence, preselected best first, and what speaks for each, shape (candidates, features)."""

    candidates: NDArray[np.intp]
    features: Floats


@dataclass(frozen=True, slots=True)
class Letters:
    """A sentence beside everything known, by its letters alone.

    Attributes:
        vector: the sentence in numbers.
        likeness, together: to every phrasing, block by block and in all.
        near: to the nearest phrasing of every entry.
        encoded: what the learned map makes of it.
        points, linear: how near it lies to every entry there, by either map.
    """

    reading: Reading
    vector: Vector
    likeness: Doubles
    together: Doubles
    near: Doubles
    encoded: Encoded
    points: Floats
    linear: Floats


@dataclass(frozen=True, slots=True)
class Added:
    """Phrasings added since the training; they count for the nearest phrasing at once."""

    vocabulary: Vocabulary
    index: Index
    owners: Ints

    @classmethod
    def of(cls, base: Vocabulary, phrasings: Sequence[tuple[Reading, int]]) -> Added:
        """Index phrasings, with their new words, beside the trained vocabulary."""
        vocabulary = base.extended([reading for reading, _ in phrasings])
        vectors = [vocabulary.vector(reading) for reading, _ in phrasings]
        owners = np.array([owner for _, owner in phrasings], dtype=np.int32)
        return cls(vocabulary, Index.of(matrix(vectors, len(vocabulary.idf)), vocabulary.blocks), owners)

    def raise_nearest(self, near: Doubles, reading: Reading) -> None:
        """Raise each entry's likeness to that of its nearest added phrasing."""
        likeness = self.index.likeness(self.vocabulary.vector(reading)).sum(axis=0)
        np.maximum.at(near, self.owners, likeness)


@dataclass(frozen=True, slots=True)
class Scales:
    """All that is known of the entries, ready to weigh a sentence.

    Attributes:
        owners: the entry of each row.
        starts: the row of each entry's official name; its other phrasings follow.
        sizes: phrasings of each entry in the index.
        asked: logarithm of that, where it says how often an entry is asked for; 0 elsewhere.
        meaning: what the pretrained encoder says; None where there is none.
    """

    vocabulary: Vocabulary
    index: Index
    owners: Ints
    starts: Ints
    sizes: Ints
    asked: Doubles
    encoder: Encoder
    neighbours: Neighbours
    official: Official
    meaning: Meaning | None

    def letters(self, reading: Reading, added: Added | None = None) -> Letters:
        """What the letters of a sentence say, whatever it means; the larger part of the work."""
        vector = self.vocabulary.vector(reading)
        likeness = self.index.likeness(vector)
        together = np.add.reduce(likeness)
        near = np.maximum.reduceat(together, self.starts)
        if added is not None:
            added.raise_nearest(near, reading)
        encoded = self.encoder.encode(vector, together)
        points, linear = (self.encoder.points @ np.stack([encoded.point, encoded.linear], axis=1)).T.copy()
        return Letters(reading, vector, likeness, together, near, encoded, points, linear)

    def weigh(self, letters: Letters, meant: Vectors | None = None) -> Evidence:
        """Preselect the candidates of a sentence and weigh each; by its meaning too, where the sentence has a vector."""
        reading, vector, together = letters.reading, letters.vector, letters.together
        near, encoded, points = letters.near, letters.encoded, letters.points
        preselection = near + POINT_WEIGHT * points
        sensed = self.meaning.sense(meant) if self.meaning and meant is not None else None
        if sensed:
            preselection += MEANING_WEIGHT * (sensed.nearest + sensed.middles)
        chosen = _best(preselection, CANDIDATES)
        scores = self.neighbours.score(chosen, together)
        parts = [
            _standing(scores, points[chosen], near[chosen], preselection[chosen]),
            points[None, chosen] / (_length(encoded.point) + 1e-6),
            _second_opinion(chosen, letters.linear, encoded.linear),
            self._likeness_by_block(chosen, letters.likeness),
            self.official.compare(chosen, reading, vector, self.vocabulary),
            self._sizes(chosen, reading, vector),
            self._words_known(chosen, vector),
            self._relatives(chosen, scores),
            self._expected_tags(chosen, encoded.tags),
            self.official.core_operations(chosen, reading),
        ]
        if self.meaning and sensed:
            parts.append(self.meaning.weigh(chosen, sensed, together))
        features = np.empty((FEATURES_INFORMED if sensed else FEATURES, len(chosen)), np.float32)
        np.concatenate(parts, out=features, casting="same_kind")
        return Evidence(chosen, features.T)

    def _likeness_by_block(self, chosen: NDArray[np.intp], likeness: Doubles) -> Doubles:
        """The nearest phrasing in each block, how far it is behind the best, and the official name."""
        sizes = self.sizes[chosen]
        firsts = np.cumsum(sizes) - sizes
        rows = np.repeat(self.starts[chosen] - firsts, sizes) + np.arange(int(sizes.sum()))
        best = np.maximum.reduceat(likeness.take(rows, axis=1), firsts, axis=1)
        return np.concatenate(
            [best, best - highest(best, axis=1, keepdims=True), likeness.take(self.starts[chosen], axis=1)]
        )

    def _sizes(self, chosen: NDArray[np.intp], reading: Reading, vector: Vector) -> Doubles:
        """How often an entry is asked for, the lengths of name and sentence, the share of pairs never heard of."""
        sizes = np.empty((5, len(chosen)))
        sizes[0] = self.asked[chosen]
        sizes[1] = self.official.lengths[chosen]
        sizes[2] = len(reading.plain)
        sizes[3] = sizes[1] - sizes[2]
        sizes[4] = vector.unknown[1] / (vector.mass[1] + 1e-6)
        return sizes

    def _words_known(self, chosen: NDArray[np.intp], vector: Vector) -> Doubles:
        """How much of the sentence's characters and pairs any phrasing of an entry holds, and how far behind the best."""
        held = self.index.held_by(vector, self.owners, len(self.sizes))[:, chosen]
        idf = self.vocabulary.idf[vector.numbers].astype(np.float64)
        blocks = np.arange(2)[:, None]
        covered = ((vector.blocks == blocks) * idf) @ held / (vector.mass[:2, None] + 1e-6)
        return np.concatenate([covered, covered - highest(covered, axis=1, keepdims=True)])

    def _relatives(self, chosen: NDArray[np.intp], scores: Doubles) -> Doubles:
        """Whether another candidate is much the same, and how it scores."""
        points = self.encoder.points[chosen]
        alike = points @ points.T
        np.fill_diagonal(alike, 0.0)
        return np.stack([highest(alike * scores, axis=1), highest(alike, axis=1)])

    def _expected_tags(self, chosen: NDArray[np.intp], expected: Floats) -> Floats:
        """How likely the tags of the official name are, given the sentence; the least likely; the most missed."""
        shares = np.minimum(np.maximum(expected, LEAST_SHARE), 1 - LEAST_SHARE)
        odds = np.log(shares / (1 - shares))
        tags = self.encoder.tags[chosen]
        hit = tags * shares
        surprise, missed = tags - hit, shares - hit
        told = np.zeros((4 * len(self.official.tag_blocks), len(chosen)), np.float32)
        for place, part in enumerate(self.official.tag_blocks):
            if part.start < part.stop:
                likely, behind, least, most = told[4 * place : 4 * place + 4]
                np.matmul(tags[:, part], odds[part], out=likely)
                np.subtract(likely, highest(likely), out=behind)
                highest(surprise[:, part], axis=1, out=least)
                highest(missed[:, part], axis=1, out=most)
        return told


def _best(scores: Doubles, number: int) -> NDArray[np.intp]:
    chosen = np.argpartition(-scores, number - 1)[:number] if number < len(scores) else np.arange(len(scores))
    return chosen[np.argsort(-scores[chosen], kind="stable")]


def _second_opinion(chosen: NDArray[np.intp], scores: Floats, point: Floats) -> Floats:
    """The linear encoder's scores: as they are, against the best, without the length, and their ranks."""
    own = scores[chosen]
    better = len(scores) - np.searchsorted(np.sort(scores), own, side="right")
    return np.stack([own, own - highest(scores), own / np.float32(_length(point) + 1e-6), np.log1p(better)])


def _standing(*measures: Doubles | Floats) -> Doubles:
    """Each measure and how far each candidate is behind the best in it, its place, the best, the lead of the first."""
    told = np.empty((2 * len(measures) + 3, len(measures[0])))
    for place, measure in enumerate(measures):
        told[2 * place] = measure
        told[2 * place + 1] = measure - highest(measure)
    first = measures[1]
    told[-3] = np.arange(len(first))
    told[-2] = highest(measures[0])
    told[-1] = first[0] - first[1] if len(first) > 1 else 1.0
    return told


def _length(point: Floats) -> float:
    return math.sqrt(float(point @ point))
