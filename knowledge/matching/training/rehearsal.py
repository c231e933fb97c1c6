"""Rehearse on what is known: hold phrasings and entries back, weigh them as if they were new.

What the evidence is worth can only be learned from sentences that the scales have not seen. Each rehearsal fits the
scales without a part of the phrasings (their entry is known, they are not) and without some entries altogether (their
phrasings ask for something that is not in the catalogue), then weighs both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.matching.evidence import scales
from knowledge.matching.evidence.candidates import (
    CANDIDATES,
    FEATURES,
    FEATURES_INFORMED,
    Evidence,
    Scales,
)
from knowledge.matching.evidence.features import Reading
from knowledge.matching.evidence.index import Floats
from knowledge.matching.evidence.scales import Phrasings
from knowledge.matching.training.workers import in_parallel

REHEARSALS = 10
"""Each holds a tenth of the phrasings back: with a fifth, what is rehearsed is harder than what will be asked, and first
place loses half a point."""

ENTRIES_PART = 16
"""In each rehearsal, one of so many entries is taken out."""

FOREIGN_PART = 3
"""One of so many sentences that are no business is weighed in each of several rehearsals: all are, three times or more."""

SMALL, ENOUGH, PLENTY = 1_500, 400, 4_800
"""All rehearsals are run while fitting is quick (SMALL phrasings in all); where applicants' own phrasings are ENOUGH to gain by it,
as many as hold PLENTY of them back. Of 12,000 phrasings of 621 things, one rehearsal finds 56.5 % of long openings, four 58.5 and
eight 59.3."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Evidence for held-back sentences, shape (sentences, candidates, features) each.

    Attributes:
        known: sentences whose entry was there.
        right: place of the right candidate of each of them; -1 if it was not among the candidates.
        entries: their entries.
        absent: sentences whose entry was taken out.
        foreign: sentences that are no business at all.
    """

    known: Floats
    right: NDArray[np.intp]
    entries: NDArray[np.int32]
    absent: Floats
    foreign: Floats


@dataclass(frozen=True, slots=True)
class Rehearsals:
    """The same sentences weighed twice.

    Attributes:
        cheap: as if nothing had a vector.
        informed: with what the pretrained encoder says; None where there is none.
    """

    cheap: Rehearsed
    informed: Rehearsed | None


def rehearse(
    phrasings: Phrasings, invented: Sequence[tuple[Reading, int]], foreign: Sequence[Reading]
) -> Rehearsals:
    """Run the rehearsals.

    Args:
        phrasings: all that is known.
        invented: further sentences with their entries; weighed, never learned as phrasings.
        foreign: sentences that are no business.
    """
    random = np.random.default_rng(0)
    total = len(phrasings.readings)
    rounds = _rounds(total, total - phrasings.entries)
    official = np.zeros(total, dtype=bool)
    official[phrasings.starts] = True
    phrasing_round = random.permutation(total) % REHEARSALS
    entry_round = random.permutation(phrasings.entries) % ENTRIES_PART
    width = min(CANDIDATES, phrasings.entries - -(-phrasings.entries // ENTRIES_PART))

    def run(turn: int) -> Rehearsals:
        staying = entry_round != turn
        back = (phrasing_round == turn) & ~official
        fitted = scales.fit(phrasings.part(~back, staying))
        held = [(phrasings.readings[row], int(phrasings.owners[row])) for row in np.flatnonzero(back)]
        held += invented[turn::rounds]
        gone = np.flatnonzero(~staying[phrasings.owners] & ~official & ~back)
        held += [(phrasings.readings[row], int(phrasings.owners[row])) for row in gone]
        thinned = foreign[turn % FOREIGN_PART :: FOREIGN_PART] if rounds > 1 else foreign
        return weighed_both_ways(fitted, held, staying, thinned, width)

    return joined(in_parallel(run, range(rounds)))


def joined(parts: Sequence[Rehearsals]) -> Rehearsals:
    """Several rehearsals as one."""
    informed = [part.informed for part in parts if part.informed]
    return Rehearsals(_joined([part.cheap for part in parts]), _joined(informed) if informed else None)


def weighed_both_ways(
    fitted: Scales,
    held: Sequence[tuple[Reading, int]],
    staying: NDArray[np.bool_],
    foreign: Sequence[Reading],
    width: int,
) -> Rehearsals:
    """Weigh sentences with and without what the pretrained encoder says of them.

    Args:
        held: sentences and their entries, numbered as before any was taken out.
        staying: which entries were not.
        foreign: sentences that are no business.
        width: how many candidates each sentence has.
    """
    numbers = np.cumsum(staying) - 1
    known = [(reading, entry) for reading, entry in held if staying[entry]]
    groups = (
        [reading for reading, _ in known],
        [reading for reading, entry in held if not staying[entry]],
        foreign,
    )
    weighed = [[_both_ways(fitted, reading) for reading in group] for group in groups]
    entries = np.array([entry for _, entry in known], dtype=np.int32)

    def rehearsed(way: int, features: int) -> Rehearsed:
        (evidence, candidates), (absent, _), (others, _) = (
            _stacked([both[way] for both in group], (width, features)) for group in weighed
        )
        return Rehearsed(evidence, _places(candidates, numbers[entries]), entries, absent, others)

    return Rehearsals(
        rehearsed(0, FEATURES), rehearsed(1, FEATURES_INFORMED) if fitted.meaning is not None else None
    )


def _both_ways(fitted: Scales, reading: Reading) -> tuple[Evidence, Evidence]:
    letters = fitted.letters(reading)
    return fitted.weigh(letters), fitted.weigh(letters, reading.vector)


def _rounds(total: int, real: int) -> int:
    if total <= SMALL:
        return REHEARSALS
    return min(REHEARSALS, max(1, round(REHEARSALS * PLENTY / total))) if real >= ENOUGH else 1


def _joined(parts: Sequence[Rehearsed]) -> Rehearsed:
    return Rehearsed(
        np.concatenate([part.known for part in parts]),
        np.concatenate([part.right for part in parts]),
        np.concatenate([part.entries for part in parts]),
        np.concatenate([part.absent for part in parts]),
        np.concatenate([part.foreign for part in parts]),
    )


def _stacked(weighed: Sequence[Evidence], shape: tuple[int, int]) -> tuple[Floats, NDArray[np.intp]]:
    width = shape[0]
    if not weighed:
        return np.zeros((0, *shape), np.float32), np.zeros((0, width), np.intp)
    return (
        np.stack([one.features[:width] for one in weighed]),
        np.stack([one.candidates[:width] for one in weighed]),
    )


def _places(candidates: NDArray[np.intp], right: NDArray[np.intp]) -> NDArray[np.intp]:
    hits = candidates == right[:, None]
    return np.where(hits.any(axis=1), hits.argmax(axis=1), -1)
