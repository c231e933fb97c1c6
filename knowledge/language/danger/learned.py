"""Danger as it was learned from examples: beside the word lists, which know only what somebody wrote into them.

The weights come with the product (``learned.npz``, made by ``intake bench danger --fit``): whoever is in danger is heard from the
first second on, and a first start takes no longer. They hold for the vectors of one version of the encoder; with another one, or
none, the word lists are alone.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.embedding.encoder import Vectors
from knowledge.language.danger.load import lists
from knowledge.language.danger.lost_things import losses_in
from knowledge.language.danger.payment import payments_in
from knowledge.language.danger.reading import (
    Danger,
    danger_at_the_end,
    danger_in,
    danger_of,
    denies_danger,
    exaggerates,
    list_evidence,
)

FILE = Path(__file__).with_name("learned.npz")

SPREAD = 3.0
"""Vectors lie close together; so many times their distance from the middle weighs as much as the other evidence."""
SUSPECTED = 0.12
"""From here on danger is one of the readings of a sentence: little enough where nothing else is understood, and too little to
outweigh an answer."""
_SURELY_NOT = 0.2
"""Below this a word of the lists is one in passing: 手抖按到了."""
_IN_A_WORD = 0.6
"""What a word of the lists is worth where the rest of the sentence does not speak against it."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Heard:
    """A danger with the probability that somebody is in it."""

    danger: Danger
    probability: float


@dataclass(frozen=True)
class Weights:
    """What was learned.

    Attributes:
        encoder: Version of the encoder whose vectors were learned from.
        digest: Of the examples.
        middle: Mean vector, shape (dimensions,).
        meaning: Weight of each dimension, shape (dimensions,).
        evidence: Weight of what the word lists say, shape (evidence,).
        grams: Row of each piece of text.
        rarity: Of each piece, shape (pieces,).
        pieces: Weight of each piece, shape (pieces,).
        bias: Log-odds where nothing speaks for danger or against it.
        kinds: Names of the kinds.
        kind_meaning: shape (dimensions, kinds).
        kind_bias: shape (kinds,).
    """

    encoder: str
    digest: str
    middle: Floats
    meaning: Floats
    evidence: Floats
    grams: Mapping[str, int]
    rarity: Floats
    pieces: Floats
    bias: float
    kinds: tuple[str, ...]
    kind_meaning: Floats
    kind_bias: Floats

    def log_odds(self, text: str, vector: Vectors) -> float:
        """How much speaks for danger."""
        meaning = (vector - self.middle) @ self.meaning * SPREAD
        evidence = np.asarray(list_evidence(text), np.float32) @ self.evidence
        return float(meaning + evidence) + self._of_pieces(text) + self.bias

    def kind_of(self, vector: Vectors) -> str:
        """The kind that a sentence of danger is most like."""
        scores = (vector - self.middle) @ self.kind_meaning * SPREAD + self.kind_bias
        return self.kinds[int(scores.argmax())]

    def _of_pieces(self, text: str) -> float:
        found = {
            self.grams[gram]: 1 + math.log(n) for gram, n in grams_of(text).items() if gram in self.grams
        }
        if not found:
            return 0.0
        rows = np.fromiter(found, int)
        weighed = np.fromiter(found.values(), np.float32) * self.rarity[rows]
        return float(weighed @ self.pieces[rows] / np.linalg.norm(weighed))

    def save(self, path: Path) -> None:
        """Write the file."""
        told = {"encoder": self.encoder, "digest": self.digest, "bias": self.bias, "kinds": self.kinds}
        np.savez_compressed(
            path,
            told=_text({**told, "grams": list(self.grams)}),
            **{name: getattr(self, name).astype(np.float16) for name in _ARRAYS},
        )

    @classmethod
    def load(cls, path: Path) -> Weights:
        """Read the file."""
        with np.load(path, allow_pickle=False) as archive:
            told = json.loads(archive["told"].tobytes().decode("utf-8"))
            arrays = {name: archive[name].astype(np.float32) for name in _ARRAYS}
        grams = {gram: row for row, gram in enumerate(told.pop("grams"))}
        return cls(**{**told, "kinds": tuple(told["kinds"])}, **arrays, grams=grams)


_ARRAYS = ("middle", "meaning", "evidence", "rarity", "pieces", "kind_meaning", "kind_bias")


def _text(told: Mapping[str, Any]) -> NDArray[np.uint8]:
    return np.frombuffer(json.dumps(told, ensure_ascii=False).encode("utf-8"), np.uint8)


def grams_of(text: str) -> Counter[str]:
    """Its characters and pairs of neighbouring characters."""
    found = Counter(text)
    found.update(map("".join, pairwise(text)))
    return found


@cache
def weights() -> Weights:
    """What comes with the product."""
    return Weights.load(FILE)


def hear(text: str, vector: Vectors | None, encoder: str) -> Heard | None:
    """The danger that a sentence tells of, by word lists and what was learned together.

    Args:
        vector: Of the sentence; None where there is none.
        encoder: The version of the encoder that made it.
    """
    listed = danger_in(text)
    if listed is None and (at_the_end := danger_at_the_end(text)):
        return Heard(at_the_end, 1.0 if vector is None else _IN_A_WORD)
    if listed is None and denies_danger(text):
        return None
    if vector is None or encoder != weights().encoder:
        return Heard(listed, 1.0) if listed else None
    probability = 1 / (1 + math.exp(-weights().log_odds(text, vector)))
    if listed is not None:
        return Heard(listed, max(probability, _IN_A_WORD)) if probability >= _SURELY_NOT else None
    enough = _IN_A_WORD if exaggerates(text) else SUSPECTED
    kind = weights().kind_of(vector)
    features = lists().features
    is_payment = kind in features.blows and bool(payments_in(text))
    is_loss = kind in features.losses and bool(losses_in(text))
    if probability < enough or is_payment or is_loss:
        return None
    return Heard(danger_of(kind, text), probability)
