"""The whole course of learning: from entries and their phrasings to all that a matcher needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import SentenceEncoder
from knowledge.language.lexicon import load_chitchat, load_lexicon
from knowledge.matching.entry import Entry, MatcherError
from knowledge.matching.evidence import scales
from knowledge.matching.evidence.candidates import Scales
from knowledge.matching.evidence.features import Reading, read, read_all
from knowledge.matching.evidence.scales import Phrasings
from knowledge.matching.judgement import Caution
from knowledge.matching.training import ranking
from knowledge.matching.training.invented_phrasings import invent
from knowledge.matching.training.ranking import Ranking
from knowledge.matching.training.rehearsal import Rehearsals, joined, rehearse
from knowledge.matching.training.tutor import taught

LEARNABLE_ENTRIES = 24
"""Below so many entries there is too little to learn from, and likeness alone decides."""

REAL_ENOUGH = 400
"""With so many phrasings of applicants, none are invented."""

INVENTED = 1_000

POOR = 2.0
"""Below so many phrasings an entry, another catalogue teaches beside them."""

TRUST = 20.0
"""Where applicants' own phrasings are few (less than REAL_ENOUGH), the ranking leans on the kernel ridge regression, which knows this
catalogue, against the network, which knows others: 74.8 instead of 73.6 % at first place."""

PLENTY = 2_000
CAUTIOUS = Caution(precision=0.985, scope_loss=0.008, presence_loss=0.004)
WARY = Caution(precision=0.975, scope_loss=0.010, presence_loss=0.006)
"""Decisions are more careful while applicants' own phrasings are few (less than REAL_ENOUGH, less than PLENTY)."""

Tutor = Callable[[], Sequence[Entry]]
"""Reads another catalogue that is rich in phrasings."""


@dataclass(frozen=True, slots=True)
class Model:
    """All that was learned; never changed, so that any number of threads may read it."""

    entries: tuple[Entry, ...]
    scales: Scales | None
    ranking: Ranking | None
    informed: Ranking | None
    plains: tuple[str, ...]
    owners: NDArray[np.int32]
    added: tuple[tuple[str, int], ...] = ()


def learned_from(
    entries: Sequence[Entry],
    phrasings: Sequence[tuple[str, str]],
    out_of_scope: Sequence[str],
    encoder: SentenceEncoder | None,
    tutor: Tutor | None,
) -> Model:
    """Learn from a list of entries and labelled phrasings.

    Args:
        entries: business items and bundles; their ids must differ.
        phrasings: pairs of a text and the id of the entry it asks for, beside the entries' own aliases.
        out_of_scope: further sentences that are no business, beside those of the lexicon.
        encoder: what makes the vectors that a match may be given; None to do without.
        tutor: the catalogue from which it is learned, with an encoder, what evidence is worth where phrasings are few.

    Raises:
        MatcherError: naming every entry and phrasing that cannot be used.
    """
    numbers = _checked(entries, phrasings)
    if not entries:
        return Model((), None, None, None, (), np.zeros(0, np.int32))
    known = _known(entries, [(text, numbers[label]) for text, label in phrasings], encoder)
    cheap = informed = None
    if len(entries) >= LEARNABLE_ENTRIES:
        foreign = read_all([*load_chitchat(), *out_of_scope], encoder)
        rehearsed = _rehearsed(entries, known, foreign, encoder, tutor)
        real = len(known.readings) - known.entries
        caution = _caution(real).with_encoder() if encoder else _caution(real)
        cheap = ranking.learn(rehearsed.cheap, caution)
        if rehearsed.informed:
            informed = ranking.learn(rehearsed.informed, caution, TRUST if real < REAL_ENOUGH else 0.0)
    plains = tuple(reading.plain for reading in known.readings)
    return Model(tuple(entries), scales.fit(known), cheap, informed, plains, known.owners)


def _known(
    entries: Sequence[Entry], phrasings: Sequence[tuple[str, int]], encoder: SentenceEncoder | None
) -> Phrasings:
    others = [(alias, number) for number, entry in enumerate(entries) for alias in entry.aliases]
    others += phrasings
    readings = read_all([entry.name for entry in entries] + [text for text, _ in others], encoder)
    heard = readings[len(entries) :]
    owned = [(one, owner) for one, (_, owner) in zip(heard, others, strict=True)]
    return Phrasings.of(readings[: len(entries)], owned)


def _rehearsed(
    entries: Sequence[Entry],
    known: Phrasings,
    foreign: Sequence[Reading],
    encoder: SentenceEncoder | None,
    tutor: Tutor | None,
) -> Rehearsals:
    """Rehearsals on what is known, and where that is little, on what a tutor or the names give."""
    real = len(known.readings) - known.entries
    if tutor and encoder and real < POOR * known.entries:
        lesson = taught(tutor(), round(real / known.entries), encoder)
        return joined([rehearse(known, [], foreign), lesson])
    return rehearse(known, _invented(entries, known, encoder), foreign)


def _checked(entries: Sequence[Entry], phrasings: Sequence[tuple[str, str]]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    faults: list[str] = []
    for number, entry in enumerate(entries):
        if entry.id in numbers:
            faults.append(f"第{number + 1}个事项的编号「{entry.id}」重复")
        numbers.setdefault(entry.id, number)
        if not read(entry.name).plain:
            faults.append(f"第{number + 1}个事项「{entry.id}」没有名称")
    for place, (text, label) in enumerate(phrasings, start=1):
        if label not in numbers:
            faults.append(f"第{place}条说法「{text}」标注的事项「{label}」不存在")
    if faults:
        raise MatcherError(faults)
    return numbers


def _caution(real: int) -> Caution:
    if real < REAL_ENOUGH:
        return CAUTIOUS
    return WARY if real < PLENTY else Caution()


def _invented(
    entries: Sequence[Entry], known: Phrasings, encoder: SentenceEncoder | None
) -> list[tuple[Reading, int]]:
    """Invent phrasings where applicants' own are few, about evenly over the entries."""
    real = len(known.readings) - known.entries
    if real >= REAL_ENOUGH:
        return []
    lexicon = load_lexicon()
    each = -(-INVENTED // len(entries))
    step = max(1, len(entries) * each // INVENTED)
    texts = [
        (text, number)
        for number in range(0, len(entries), step)
        for text in invent(entries[number].name, lexicon, each, seed=0)
    ]
    readings = read_all([text for text, _ in texts], encoder)
    return [(reading, number) for reading, (_, number) in zip(readings, texts, strict=True)]
