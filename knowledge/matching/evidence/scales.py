"""Fit the scales: everything that weighs a sentence against the entries, from the known phrasings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.evidence import encoder, meaning, neighbours
from knowledge.matching.evidence.candidates import Scales
from knowledge.matching.evidence.counts import Counted
from knowledge.matching.evidence.features import BLOCKS, Reading
from knowledge.matching.evidence.index import Floats, Index, Ints, Vocabulary
from knowledge.matching.evidence.official import Official

GRAM_LIMIT = 9_000
"""Up to so many phrasings their likeness to each other is held in memory, 4 bytes for each pair of them."""


@dataclass(frozen=True, slots=True)
class Phrasings:
    """All known phrasings, grouped by entry, each entry's official name first.

    Attributes:
        readings, owners: the phrasings and the entry of each.
        entries: number of entries.
        uneven: whether the number of an entry's phrasings says how often it is asked for.
        counted: the features of the phrasings.
    """

    readings: tuple[Reading, ...]
    owners: Ints
    entries: int
    uneven: bool
    counted: Counted

    @classmethod
    def of(cls, names: Sequence[Reading], others: Sequence[tuple[Reading, int]]) -> Phrasings:
        """Group phrasings by entry; a phrasing that an entry has twice counts once."""
        by_entry: list[dict[str, Reading]] = [{name.plain: name} for name in names]
        for reading, entry in others:
            if reading.plain:
                by_entry[entry].setdefault(reading.plain, reading)
        readings = tuple(reading for known in by_entry for reading in known.values())
        sizes = np.array([len(known) for known in by_entry], np.int32)
        owners = np.repeat(np.arange(len(names), dtype=np.int32), sizes)
        return cls(readings, owners, len(names), _uneven(sizes - 1), Counted.of(readings))

    @property
    def starts(self) -> Ints:
        """The row of each entry's official name."""
        return np.searchsorted(self.owners, np.arange(self.entries)).astype(np.int32)

    @property
    def vectors(self) -> Floats | None:
        """The encoder's vectors of the phrasings; None where there is no encoder."""
        vectors = [reading.vector for reading in self.readings if reading.vector is not None]
        return np.stack(vectors) if len(vectors) == len(self.readings) else None

    def part(self, rows: NDArray[np.bool_], entries: NDArray[np.bool_]) -> Phrasings:
        """Some of the rows of some of the entries, the entries renumbered in order."""
        kept = rows & entries[self.owners]
        numbers = np.cumsum(entries) - 1
        readings = tuple(reading for reading, keep in zip(self.readings, kept, strict=True) if keep)
        owners = numbers[self.owners[kept]].astype(np.int32)
        return Phrasings(readings, owners, int(entries.sum()), self.uneven, self.counted.part(kept))


def _uneven(written: Ints) -> bool:
    """Whether the numbers of phrasings vary more than by chance (a Poisson distribution's variance is its mean).

    Where tuners write as many for each entry, the numbers say nothing, and in a rehearsal the right entry could be told
    by having one fewer than all others.
    """
    return bool(written.var() > written.mean() > 0)


def fit(phrasings: Phrasings) -> Scales:
    """Fit vocabulary, index, encoder and neighbourhoods."""
    vocabulary = Vocabulary.of(phrasings.counted)
    rows = vocabulary.rows(phrasings.counted)
    starts = phrasings.starts
    tags = np.flatnonzero(vocabulary.blocks >= BLOCKS.index("operations")).astype(np.int32)
    gram = np.asarray((rows @ rows.T).todense(), dtype=np.float32) if rows.shape[0] <= GRAM_LIMIT else None
    sizes = np.bincount(phrasings.owners, minlength=phrasings.entries).astype(np.int32)
    vectors = phrasings.vectors
    near = neighbours.fit(rows, phrasings.owners, starts, gram)
    means = None
    if vectors is not None:
        means = meaning.fit(vectors, rows, phrasings.owners, starts, gram)
    return Scales(
        vocabulary,
        Index.of(rows, vocabulary.blocks),
        phrasings.owners,
        starts,
        sizes,
        np.log(sizes + 1.0) if phrasings.uneven else np.zeros(len(sizes)),
        encoder.fit(rows, phrasings.owners, starts, tags, gram),
        near,
        Official.of([phrasings.readings[start] for start in starts], rows[starts], vocabulary),
        means,
    )
