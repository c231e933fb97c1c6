"""What is known of a question before anybody answers it: words, vectors, and what other questions lend it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.language.choice import Offered
from knowledge.language.polarity import denies, sides, without_asking
from knowledge.options.opposites import stands_of
from knowledge.options.overlap import Rarity, WordIndex

Floats = NDArray[Any]

ENOUGH_LENT = 40
"""Words that other questions lend to one option."""

_CURVE, _RIDGE = 3.0, 0.3
_CLAUSE = re.compile(r"[;；。]")
_LEAST_OF_LABEL = 3


@dataclass(frozen=True)
class Lent:
    """A word of another question's option whose label is much like this one's.

    Attributes:
        likeness: Of the labels.
    """

    word: str
    likeness: float


@dataclass(frozen=True)
class Vectors:
    """Vectors of words, without what all of them have in common; of length 1."""

    place: Mapping[str, int]
    rows: Floats
    middle: Floats

    @classmethod
    def of(cls, texts: Sequence[str], encoded: Floats) -> Vectors:
        """From an encoder's vectors."""
        middle = encoded.mean(axis=0)
        return cls({text: place for place, text in enumerate(texts)}, _unit(encoded - middle), middle)

    def seen(self, vector: Floats) -> Floats:
        """A vector of the encoder, put like these."""
        return _unit((vector - self.middle)[None])[0]

    def many(self, texts: Sequence[str]) -> Floats:
        """The vectors of known texts; zeros for no text (an empty string)."""
        found = np.zeros((len(texts), self.rows.shape[1]), dtype=np.float32)
        for row, text in enumerate(texts):
            if text:
                found[row] = self.rows[self.place[text]]
        return found


@dataclass(frozen=True)
class KnownQuestion:
    """A question with its options as offered, and all that helps to hear which of them is meant.

    Attributes:
        lent: For each option the words that other questions lend it.
        vectors: None where there is no encoder.
    """

    id: str
    text: str
    unit: str
    help: str
    options: tuple[Offered, ...]
    lent: tuple[tuple[Lent, ...], ...]
    rarity: Rarity
    vectors: Vectors | None

    def without(self, word: str) -> KnownQuestion:
        """The same question as if this word of its options were not known; its labels stay."""
        options = tuple(
            replace(option, says=tuple(one for one in option.says if one != word)) for option in self.options
        )
        return replace(self, options=options)

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """For each option its label and other words."""
        return tuple(tuple(dict.fromkeys(option.words)) for option in self.options)

    @cached_property
    def starts(self) -> list[int]:
        """Where the words of each option begin among all own words."""
        return _starts(self.words)

    @cached_property
    def lent_starts(self) -> list[int]:
        """The same among the words that are lent; an option without any has one empty word."""
        return _starts(self._lent)

    @cached_property
    def help_starts(self) -> list[int]:
        """The same among the clauses of the help that explain an option."""
        return _starts(self.explained)

    @cached_property
    def flat(self) -> tuple[str, ...]:
        """All own words, option by option."""
        return tuple(word for words in self.words for word in words)

    @cached_property
    def flat_lent(self) -> tuple[str, ...]:
        """All lent words, option by option."""
        return tuple(one.word for lent in self._lent for one in lent)

    @cached_property
    def likeness_of_lent(self) -> Floats:
        """How alike the label of each lent word is."""
        return np.array([one.likeness for lent in self._lent for one in lent])

    @cached_property
    def explained(self) -> tuple[tuple[str, ...], ...]:
        """For each option the clauses of the help that name its label; one empty clause where none does."""
        clauses = [clause.strip() for clause in _CLAUSE.split(self.help) if clause.strip()]
        return tuple(
            tuple(
                clause
                for clause in clauses
                if option.label in clause
                or (len(option.label) > _LEAST_OF_LABEL and option.label[:_LEAST_OF_LABEL] in clause)
            )
            or ("",)
            for option in self.options
        )

    @cached_property
    def sides(self) -> Floats:
        """Which option says yes and which says no."""
        return np.array(sides([one.value for one in self.options], [one.label for one in self.options]))

    @cached_property
    def denials(self) -> NDArray[np.bool_]:
        """Which of all own words deny something."""
        return np.array([denies(word) for word in self.flat])

    @cached_property
    def stands(self) -> Floats:
        """For each option what its words say of each pair of opposites."""
        return np.array([stands_of(words) for words in self.words])

    @cached_property
    def index(self) -> WordIndex:
        """Of all own words."""
        return WordIndex(self.flat, self.rarity)

    @cached_property
    def lent_index(self) -> WordIndex:
        """Of all lent words."""
        return WordIndex(self.flat_lent, self.rarity)

    @cached_property
    def help_index(self) -> WordIndex:
        """Of the clauses that explain an option."""
        return WordIndex([clause for clauses in self.explained for clause in clauses], self.rarity)

    @cached_property
    def statement_index(self) -> WordIndex:
        """Of the question as a statement: what a yes would say."""
        return WordIndex([without_asking(self.text)], self.rarity)

    @cached_property
    def points(self) -> Points | None:
        """The vectors; None where there is no encoder."""
        return _points(self, self.vectors) if self.vectors is not None else None

    @property
    def _lent(self) -> tuple[tuple[Lent, ...], ...]:
        return tuple(lent or (Lent("", 0.0),) for lent in self.lent)


@dataclass(frozen=True)
class Points:
    """The vectors of a question.

    Attributes:
        own, lent, explained: Of own words, lent words and clauses of the help, in their order.
        labels: Of label and of question with label, for each option.
        middles: For each option the middle of its words, seen from the middle of all.
        all_middles: That middle.
        taught: Words that teach a ridge regression, and what it learned from each: shape (words, options).
    """

    own: Floats
    lent: Floats
    explained: Floats
    labels: Floats
    asked: Floats
    question: Floats
    all_middles: Floats
    middles: Floats
    taught_by: Floats
    taught: Floats


def with_question(text: str, label: str) -> str:
    """A label as the answer to its question, as it is encoded."""
    return f"{text}：{label}"


def _points(known: KnownQuestion, vectors: Vectors) -> Points:
    own, lent = vectors.many(known.flat), vectors.many(known.flat_lent)
    labels = [words[0] for words in known.words]
    middles = np.array([part.mean(axis=0) for part in np.split(own, known.starts[1:])])
    centre = middles.mean(axis=0)
    count = len(known.options)
    option_of = np.repeat(np.arange(count), [len(words) for words in known.words])
    option_of_lent = np.repeat(np.arange(count), np.diff([*known.lent_starts, len(lent)]))
    trust = np.concatenate([np.ones(len(own)), 0.5 * known.likeness_of_lent**4])
    taught_by = np.concatenate([own, lent])
    answers = np.eye(count)[np.concatenate([option_of, option_of_lent])] - 1 / count
    kept = trust > 0
    taught_by, answers, trust = taught_by[kept], answers[kept], trust[kept]
    kernel = np.exp(_CURVE * (taught_by @ taught_by.T - 1))
    taught = np.linalg.solve(kernel + np.diag(_RIDGE / trust), answers)
    return Points(
        own=own,
        lent=lent,
        explained=vectors.many([clause for clauses in known.explained for clause in clauses]),
        labels=vectors.many(labels),
        asked=vectors.many([with_question(known.text, option.label) for option in known.options]),
        question=vectors.many([known.text])[0],
        all_middles=centre,
        middles=_unit(middles - centre),
        taught_by=taught_by,
        taught=taught.astype(np.float32),
    )


def taught_scores(points: Points, vector: Floats) -> Floats:
    """What the words that are known teach of a new one, for each option."""
    return np.asarray(np.exp(_CURVE * (points.taught_by @ vector - 1)) @ points.taught)


def _starts(groups: Sequence[Sequence[object]]) -> list[int]:
    return [sum(len(one) for one in groups[:place]) for place in range(len(groups))]


def _unit(rows: Floats) -> Floats:
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)
