"""How well new words are read: each word of the catalogue left out in turn, by weights that have not seen its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.catalogue.affair import Catalogue
from knowledge.embedding.encoder import SentenceEncoder
from knowledge.options.examples import Example, examples, words_left_out
from knowledge.options.fitting import FOLDS, fit, fold_of
from knowledge.options.known_question import KnownQuestion, Vectors
from knowledge.options.questions import known_questions, texts_of
from knowledge.options.reading import OptionReading
from knowledge.options.training import table, vectors_of
from knowledge.options.weighing import read_known

Floats = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One reply with what was read.

    Attributes:
        is_new: Whether no other question has the same word.
    """

    example: Example
    reading: OptionReading
    is_new: bool

    @property
    def right(self) -> bool:
        """Whether the likeliest option is the one that is meant; of what means none, whether nothing is taken."""
        if self.example.value is None:
            return self.reading.decided is None
        return not self.reading.unsure and self.reading.best.value == self.example.value


def rehearse(catalogue: Catalogue, encoder: SentenceEncoder | None) -> list[Rehearsed]:
    """Read every example of a catalogue as if its word, and all answers to its question, had never been seen."""
    vectors = None
    if encoder is not None:
        texts = texts_of(catalogue)
        vectors = Vectors.of(texts, encoder.encode(texts))
    known = known_questions(catalogue, vectors)
    told = examples(known, catalogue)
    seen: Mapping[str, Floats | None] = {}
    if encoder is not None and vectors is not None:
        seen = vectors_of([one.text for one in (*told, *words_left_out(known))], encoder, vectors)
    learned = {(one.question, one.text) for one in told}
    left = [one for one in words_left_out(known) if (one.question, one.text) not in learned]
    return _by_fold(told, left, known, lambda text: seen.get(text))


def _by_fold(
    told: Sequence[Example],
    left: Sequence[Example],
    known: Mapping[str, KnownQuestion],
    vector: Callable[[str], Floats | None],
) -> list[Rehearsed]:
    """Learn from the examples of other parts; read those of this part, and the words that nothing was learned from."""
    all_of_it = table(told, known, vector)
    folds = fold_of([one.question for one in told])
    learned_in = np.array([folds[one.question] for one in told])
    told = [*told, *left]
    asked = np.array([folds[one.question] for one in told])
    times: dict[str, set[str]] = {}
    for one in told:
        if one.left_out:
            times.setdefault(one.left_out, set()).add(one.question)
    found: list[Rehearsed] = []
    for fold in range(FOLDS):
        model = fit(all_of_it.part(learned_in != fold))
        for one in (one for one, place in zip(told, asked, strict=True) if place == fold):
            question = known[one.question].without(one.left_out) if one.left_out else known[one.question]
            reading = read_known(one.text, question, model, vector(one.text))
            found.append(Rehearsed(one, reading, len(times.get(one.left_out, ())) == 1))
    return found


def decided_at(rehearsed: Sequence[Rehearsed], precision: float) -> float:
    """The share that can be decided, the surest first, while so many of them are right."""
    order = sorted(rehearsed, key=lambda one: -one.reading.best.probability)
    right = np.cumsum([one.right for one in order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(right >= precision)
    return float((enough[-1] + 1) / len(order)) if len(enough) else 0.0
