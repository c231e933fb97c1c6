"""Fit the scales: everything that weighs a sentence against the entries, from the known phrasings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching import encoder, neighbours
from knowledge.matching.evidence import Official, Scales
from knowledge.matching.features import BLOCKS, Reading
from knowledge.matching.index import Index, Ints, Vocabulary, matrix

GRAM_LIMIT = 9_000
"""Up to so many phrasings their likeness to each other is held in memory, 4 bytes for each pair of them."""


@dataclass(frozen=True, slots=True)
class Phrasings:
    """All known phrasings, grouped by entry, each entry's official name first."""

    readings: tuple[Reading, ...]
    owners: Ints
    entries: int

    @classmethod
    def of(cls, names: Sequence[Reading], others: Sequence[tuple[Reading, int]]) -> Phrasings:
        """Group phrasings by entry; a phrasing that an entry has twice counts once."""
        by_entry: list[dict[str, Reading]] = [{name.plain: name} for name in names]
        for reading, entry in others:
            if reading.plain:
                by_entry[entry].setdefault(reading.plain, reading)
        readings = tuple(reading for known in by_entry for reading in known.values())
        owners = np.repeat(np.arange(len(names), dtype=np.int32), [len(known) for known in by_entry])
        return cls(readings, owners, len(names))

    @property
    def starts(self) -> Ints:
        """The row of each entry's official name."""
        return np.searchsorted(self.owners, np.arange(self.entries)).astype(np.int32)

    def part(self, rows: NDArray[np.bool_], entries: NDArray[np.bool_]) -> Phrasings:
        """Some of the rows of some of the entries, the entries renumbered in order."""
        kept = rows & entries[self.owners]
        numbers = np.cumsum(entries) - 1
        readings = tuple(reading for reading, keep in zip(self.readings, kept, strict=True) if keep)
        return Phrasings(readings, numbers[self.owners[kept]].astype(np.int32), int(entries.sum()))


def fit(phrasings: Phrasings) -> Scales:
    """Fit vocabulary, index, encoder and neighbourhoods."""
    vocabulary = Vocabulary.of(phrasings.readings)
    vectors = [vocabulary.vector(reading) for reading in phrasings.readings]
    rows = matrix(vectors, len(vocabulary.idf))
    starts = phrasings.starts
    tags = np.flatnonzero(vocabulary.blocks >= BLOCKS.index("operations")).astype(np.int32)
    gram = np.asarray((rows @ rows.T).todense(), dtype=np.float32) if rows.shape[0] <= GRAM_LIMIT else None
    near = neighbours.fit(rows, phrasings.owners, starts, gram)
    return Scales(
        vocabulary,
        Index.of(rows, vocabulary.blocks),
        starts,
        np.bincount(phrasings.owners, minlength=phrasings.entries).astype(np.float64),
        encoder.fit(rows, phrasings.owners, starts, tags, gram),
        near,
        Official.of([phrasings.readings[start] for start in starts], rows[starts], vocabulary),
    )
