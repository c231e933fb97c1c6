"""Everything that speaks for or against each candidate of a sentence, as numbers for the reranker."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from knowledge.matching.encoder import Encoder
from knowledge.matching.features import BLOCKS, Reading
from knowledge.matching.index import Doubles, Floats, Index, Ints, Vector, Vocabulary, matrix
from knowledge.matching.neighbours import Neighbours

CANDIDATES = 20
"""So many entries are weighed in full; the right one is among them for 99.5 % of the sentences."""

POINT_WEIGHT = 4.0
"""Weight of the encoder against the nearest phrasing when candidates are preselected."""

CORE_OPERATIONS = (
    "新办", "设立", "变更", "延续", "补办", "换证", "注销", "停用", "年检", "备案", "登记", "许可",
    "核发", "审核", "认定", "申报", "申领", "查询", "转移", "抵押", "解除", "验收", "证明", "聘用",
)  # fmt: skip
"""Operations that tell the business items of one main item apart."""

FEATURES = 116
"""How many numbers speak for or against a candidate."""

_OPERATIONS, _SUBJECTS = BLOCKS.index("operations"), BLOCKS.index("subjects")
_TAG_BLOCKS = tuple(range(_OPERATIONS, len(BLOCKS)))


@dataclass(frozen=True, slots=True)
class Official:
    """What the official names hold, ready to be compared with a sentence.

    Attributes:
        bounds: where each name's features begin in `features`; one more at the end.
        features: features of all official names, name after name.
        mass: sum of squared idf of each name's features by block, shape (entries, blocks).
        lengths: characters of each name.
        tag_counts: operations and subjects of each name, shape (entries, 2).
        core: which core operations each name has, shape (entries, core operations), 0/1.
        tag_blocks: for each block of tags, the columns of the encoder's tags that belong to it.
    """

    bounds: Ints
    features: Ints
    mass: Doubles
    lengths: Doubles
    tag_counts: Doubles
    core: Doubles
    tag_blocks: tuple[slice, ...]

    @classmethod
    def of(cls, names: Sequence[Reading], rows: sp.csr_matrix, vocabulary: Vocabulary) -> Official:
        """Read the official names; `rows` are their vectors."""
        entries = rows.shape[0]
        numbers = np.repeat(np.arange(entries, dtype=np.int64), np.diff(rows.indptr))
        squares = (vocabulary.idf.astype(np.float64) ** 2)[rows.indices]
        mass = np.zeros((entries, len(BLOCKS)))
        np.add.at(mass, (numbers, vocabulary.blocks[rows.indices]), squares)
        first = int(np.searchsorted(vocabulary.blocks, _OPERATIONS))
        bounds = [
            int(np.searchsorted(vocabulary.blocks, block)) - first for block in (*_TAG_BLOCKS, len(BLOCKS))
        ]
        core = {name: place for place, name in enumerate(CORE_OPERATIONS)}
        has_core = np.zeros((entries, len(core)))
        for number, name in enumerate(names):
            for operation in name.operations:
                if operation in core:
                    has_core[number, core[operation]] = 1.0
        return cls(
            rows.indptr.astype(np.int32),
            rows.indices.astype(np.int32),
            mass,
            np.array([len(name.plain) for name in names], dtype=np.float64),
            np.array(
                [[len(name.blocks[_OPERATIONS]), len(name.blocks[_SUBJECTS])] for name in names], np.float64
            ).reshape(entries, 2),
            has_core,
            tuple(slice(begin, end) for begin, end in itertools.pairwise(bounds)),
        )

    def hold(self, chosen: NDArray[np.intp], numbers: Ints, features: int) -> NDArray[np.bool_]:
        """Which of some features each of some names holds, shape (chosen, numbers)."""
        begins, ends = self.bounds[chosen], self.bounds[chosen + 1]
        spans = zip(begins.tolist(), ends.tolist(), strict=True)
        held = np.concatenate([self.features[begin:end] for begin, end in spans])
        place = np.full(features, -1, np.int16)
        place[numbers] = np.arange(len(numbers), dtype=np.int16)
        places = place[held]
        found = places >= 0
        named = np.zeros((len(chosen), len(numbers)), dtype=bool)
        named[np.repeat(np.arange(len(chosen)), ends - begins)[found], places[found]] = True
        return named


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidates of a sentence, preselected best first, and what speaks for each, shape (candidates, features)."""

    candidates: NDArray[np.intp]
    features: Floats


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
        starts: the row of each entry's official name; its other phrasings follow.
        sizes: phrasings of each entry in the index.
        asked: logarithm of that, where it says how often an entry is asked for; 0 elsewhere.
    """

    vocabulary: Vocabulary
    index: Index
    starts: Ints
    sizes: Ints
    asked: Doubles
    encoder: Encoder
    neighbours: Neighbours
    official: Official

    def weigh(self, reading: Reading, added: Added | None = None) -> Evidence:
        """Preselect the candidates of a sentence and weigh each."""
        vector = self.vocabulary.vector(reading)
        likeness = self.index.likeness(vector)
        together = likeness.sum(axis=0)
        near = np.maximum.reduceat(together, self.starts)
        if added is not None:
            added.raise_nearest(near, reading)
        encoded = self.encoder.encode(vector, together)
        points, linear = (self.encoder.points @ np.stack([encoded.point, encoded.linear], axis=1)).T
        preselection = near + POINT_WEIGHT * points
        chosen = _best(preselection, CANDIDATES)
        scores = self.neighbours.score(chosen, together)
        columns = [
            *_standing(scores, points[chosen], near[chosen], preselection[chosen]),
            points[chosen] / (float(np.linalg.norm(encoded.point)) + 1e-6),
            *_second_opinion(chosen, linear, encoded.linear),
            *self._likeness_by_block(chosen, likeness),
            *self._official_name(chosen, reading, vector),
            *self._relatives(chosen, scores),
            *self._expected_tags(chosen, encoded.tags),
            *self._core_operations(chosen, reading),
        ]
        return Evidence(chosen, np.array(columns, dtype=np.float32).T)

    def _likeness_by_block(self, chosen: NDArray[np.intp], likeness: Doubles) -> list[Doubles]:
        sizes = self.sizes[chosen]
        firsts = np.cumsum(sizes) - sizes
        rows = np.repeat(self.starts[chosen] - firsts, sizes) + np.arange(int(sizes.sum()))
        best = np.maximum.reduceat(likeness[:, rows], firsts, axis=1)
        return [*best, *(best - best.max(axis=1, keepdims=True)), *likeness[:, self.starts[chosen]]]

    def _official_name(self, chosen: NDArray[np.intp], reading: Reading, vector: Vector) -> list[Doubles]:
        """How much of the sentence the official name covers, and of the name the sentence, block by block."""
        official = self.official
        shape = len(chosen)
        named = official.hold(chosen, vector.numbers, len(self.vocabulary.idf))
        idf = self.vocabulary.idf[vector.numbers].astype(np.float64)
        member = (vector.blocks == np.arange(len(BLOCKS))[:, None]).T.astype(np.float64)
        weighted = named * idf
        mass = vector.known + vector.unknown
        covered = (weighted @ member) / (mass + 1e-6)
        returned = ((weighted * idf) @ member) / (official.mass[chosen] + 1e-6)
        shared = named @ member[:, _OPERATIONS : _SUBJECTS + 1]
        said = np.array([len(reading.blocks[_OPERATIONS]), len(reading.blocks[_SUBJECTS])], dtype=np.float64)
        lengths = official.lengths[chosen]
        length = float(len(reading.plain))
        return [
            *covered.T,
            *returned.T,
            *shared.T,
            *(said - shared).T,
            *(official.tag_counts[chosen] - shared).T,
            *np.broadcast_to(said[:, None], (2, shape)),
            self.asked[chosen],
            lengths,
            np.full(shape, length),
            lengths - length,
            np.full(shape, vector.unknown[1] / (mass[1] + 1e-6)),
        ]

    def _relatives(self, chosen: NDArray[np.intp], scores: Doubles) -> list[Doubles]:
        """Whether another candidate is much the same, and how it scores."""
        points = self.encoder.points[chosen]
        alike = points @ points.T
        np.fill_diagonal(alike, 0.0)
        return [(alike * scores).max(axis=1), alike.max(axis=1)]

    def _expected_tags(self, chosen: NDArray[np.intp], expected: Floats) -> list[Doubles]:
        """How likely the tags of the official name are, given the sentence; the least likely; the most missed."""
        shares = np.clip(expected.astype(np.float64), 0.005, 0.995)
        odds = np.log(shares) - np.log1p(-shares)
        tags = self.encoder.tags[chosen]
        surprise = tags * (1.0 - shares)
        missed = (1.0 - tags) * shares
        columns: list[Doubles] = []
        for part in self.official.tag_blocks:
            if part.start == part.stop:
                columns += [np.zeros(len(chosen))] * 4
                continue
            likely = tags[:, part] @ odds[part]
            columns += [
                likely,
                likely - likely.max(),
                surprise[:, part].max(axis=1),
                missed[:, part].max(axis=1),
            ]
        return columns

    def _core_operations(self, chosen: NDArray[np.intp], reading: Reading) -> list[Doubles]:
        """Operations that only the candidate's name has, and those that only the sentence has."""
        said = np.zeros(len(CORE_OPERATIONS))
        for operation in reading.operations:
            place = _CORE.get(operation)
            if place is not None:
                said[place] = 1.0
        core = self.official.core[chosen]
        return [*(core * (1.0 - said)).T, *((1.0 - core) * said).T]


_CORE = {name: place for place, name in enumerate(CORE_OPERATIONS)}


def _best(scores: Doubles, number: int) -> NDArray[np.intp]:
    chosen = np.argpartition(-scores, number - 1)[:number] if number < len(scores) else np.arange(len(scores))
    return chosen[np.argsort(-scores[chosen], kind="stable")]


def _second_opinion(chosen: NDArray[np.intp], scores: Floats, point: Floats) -> list[Doubles]:
    """The linear encoder's scores: as they are, against the best, without the length, and their ranks."""
    own = scores[chosen].astype(np.float64)
    ranks = len(scores) - np.searchsorted(np.sort(scores), scores[chosen], side="right")
    return [own, own - float(scores.max()), own / (float(np.linalg.norm(point)) + 1e-6), np.log1p(ranks)]


def _standing(*measures: Doubles) -> list[Doubles]:
    """Each measure, and how far each candidate is behind the best in it."""
    columns: list[Doubles] = []
    for measure in measures:
        columns += [measure, measure - measure.max()]
    columns.append(np.arange(len(measures[0]), dtype=np.float64))
    first = measures[1]
    columns.append(np.full(len(first), measures[0].max()))
    columns.append(np.full(len(first), first[0] - first[1] if len(first) > 1 else 1.0))
    return columns
