"""What the official names hold, and how each compares with a sentence."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from knowledge.matching.evidence.features import BLOCKS, Reading
from knowledge.matching.evidence.index import Doubles, Ints, Vector, Vocabulary

CORE_OPERATIONS = (
    "新办", "设立", "变更", "延续", "补办", "换证", "注销", "停用", "年检", "备案", "登记", "许可",
    "核发", "审核", "认定", "申报", "申领", "查询", "转移", "抵押", "解除", "验收", "证明", "聘用",
)  # fmt: skip
"""Operations that tell the business items of one main item apart."""

_CORE = {name: place for place, name in enumerate(CORE_OPERATIONS)}
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
        has_core = np.zeros((entries, len(CORE_OPERATIONS)))
        for number, name in enumerate(names):
            for operation in name.operations:
                if operation in _CORE:
                    has_core[number, _CORE[operation]] = 1.0
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

    def compare(
        self, chosen: NDArray[np.intp], reading: Reading, vector: Vector, vocabulary: Vocabulary
    ) -> Doubles:
        """How much of the sentence a name covers and of the name the sentence, block by block; what both or one only say.

        Returns:
            Shape (numbers, chosen).
        """
        named = self.hold(chosen, vector.numbers, len(vocabulary.idf))
        idf = vocabulary.idf[vector.numbers].astype(np.float64)
        member = (vector.blocks == _BLOCK_COLUMN).T.astype(np.float64)
        weighted = named * idf
        covered = (weighted @ member) / (vector.mass + 1e-6)
        returned = ((weighted * idf) @ member) / (self.mass[chosen] + 1e-6)
        shared = named @ member[:, _OPERATIONS : _SUBJECTS + 1]
        said = np.array([len(reading.blocks[_OPERATIONS]), len(reading.blocks[_SUBJECTS])], dtype=np.float64)
        told = [covered, returned, shared, said - shared, self.tag_counts[chosen] - shared]
        return np.concatenate([*told, np.broadcast_to(said, shared.shape)], axis=1).T

    def core_operations(self, chosen: NDArray[np.intp], reading: Reading) -> Doubles:
        """Core operations that only the name has, and those that only the sentence has, shape (numbers, chosen)."""
        said = np.zeros(len(CORE_OPERATIONS))
        for operation in reading.operations:
            place = _CORE.get(operation)
            if place is not None:
                said[place] = 1.0
        core = self.core[chosen].T
        both = core * said[:, None]
        return np.concatenate([core - both, said[:, None] - both])


_BLOCK_COLUMN = np.arange(len(BLOCKS))[:, None]
