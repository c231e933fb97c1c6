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
Places = NDArray[np.intp]

ENOUGH_LENT = 24
"""Words that other questions lend to one option."""

_OF_OTHERS = (
    "lent_starts",
    "flat_lent",
    "likeness_of_lent",
    "lent_index",
    "explained",
    "help_starts",
    "help_index",
    "statement_index",
    "sides",
)
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
        found = self.rows[[self.place[text] if text else 0 for text in texts]]
        if "" in texts:
            found[[not text for text in texts]] = 0.0
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
        found = replace(self, options=options)
        # What the words of the options have no part in is not made again.
        found.__dict__.update({name: getattr(self, name) for name in _OF_OTHERS})
        return found

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
    """Where the vectors of a question are among all, so that each is multiplied with a reply's vector once.

    Attributes:
        used: The places of all vectors of the question; the others are places in this.
        own, lent, explained: Of own words, lent words and clauses of the help, in their order; -1 for none.
        labels, asked: Of label and of question with label, for each option.
        question: Of the question's text.
        middles: For each option the middle of its words, seen from the middle of all.
        all_middles: That middle.
        votes: For which option each word, own and lent, speaks how much: shape (words, options).
    """

    used: Places
    own: Places
    lent: Places
    explained: Places
    labels: Places
    asked: Places
    question: int
    all_middles: Floats
    middles: Floats
    votes: Floats


def with_question(text: str, label: str) -> str:
    """A label as the answer to its question, as it is encoded."""
    return f"{text}：{label}"


def _points(known: KnownQuestion, vectors: Vectors) -> Points:
    place: dict[int, int] = {}

    def places(texts: Sequence[str]) -> Places:
        return np.array(
            [place.setdefault(vectors.place[text], len(place)) if text else -1 for text in texts],
            dtype=np.intp,
        )

    own, lent = places(known.flat), places(known.flat_lent)
    explained = places([clause for clauses in known.explained for clause in clauses])
    labels = places([words[0] for words in known.words])
    asked = places([with_question(known.text, option.label) for option in known.options])
    question = int(places([known.text])[0])
    used = np.array(list(place), dtype=np.intp)
    middles = np.array([part.mean(axis=0) for part in np.split(vectors.rows[used[own]], known.starts[1:])])
    centre = middles.mean(axis=0)
    trust = np.concatenate([np.ones(len(own)), 0.5 * known.likeness_of_lent**4]).astype(np.float32)
    count = len(middles)
    option_of = np.concatenate(
        [
            np.repeat(np.arange(count), [len(words) for words in known.words]),
            np.repeat(np.arange(count), np.diff([*known.lent_starts, len(lent)])),
        ]
    )
    votes = np.zeros((len(trust), count), dtype=np.float32)
    votes[np.arange(len(trust)), option_of] = trust
    return Points(used, own, lent, explained, labels, asked, question, centre, _unit(middles - centre), votes)


def _starts(groups: Sequence[Sequence[object]]) -> list[int]:
    return [sum(len(one) for one in groups[:place]) for place in range(len(groups))]


def _unit(rows: Floats) -> Floats:
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)
