"""How far a text and known words have the same characters, on which side of a denial.

Rare characters and pairs of characters count more. What one denies and the other says counts on the other side: 没装空调 and
有空调 have 空调 in common and mean the opposite.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.language.polarity import signs

Floats = NDArray[Any]


class Rarity:
    """How much a character tells, learned from all words of the catalogue."""

    def __init__(self, words: Iterable[str]) -> None:
        told = Counter(character for word in words for character in set(word))
        self._of = {
            character: math.log((1 + len(told) * 4) / (1 + count)) for character, count in told.items()
        }
        self._unseen = math.log(1 + len(told) * 4)
        self._pieces: dict[str, dict[str, tuple[float, int]]] = {}

    def of(self, piece: str) -> float:
        """The weight of a character or of a pair of them."""
        return sum(self._of.get(character, self._unseen) for character in piece)

    def known_pieces(self, word: str) -> dict[str, tuple[float, int]]:
        """Like :meth:`pieces`, remembered: for words of the catalogue, which are finitely many."""
        found = self._pieces.get(word)
        if found is None:
            found = self._pieces[word] = self.pieces(word)
        return found

    def pieces(self, text: str) -> dict[str, tuple[float, int]]:
        """The characters and pairs of a text, each with its weight and with the side on which it first stands."""
        found: dict[str, tuple[float, int]] = {}
        said = signs(text)
        for place, character in enumerate(text):
            found.setdefault(character, (self.of(character), said[place]))
            if place + 1 < len(text):
                pair = text[place : place + 2]
                found.setdefault(pair, (self.of(pair), min(said[place], said[place + 1], key=abs)))
        return found


@dataclass(frozen=True, slots=True)
class Shared:
    """What a text shares with each of a set of words; arrays, one place a word.

    Attributes:
        both: Twice the shared weight over the weight of both; 1 for the same text.
        of_text: The share of the text that is in the word.
        of_word: The share of the word that is in the text.
        agreeing, opposed: Like ``both``, of what stands on the same side of a denial, and on the other side.
    """

    both: Floats
    of_text: Floats
    of_word: Floats
    agreeing: Floats
    opposed: Floats


class WordIndex:
    """Finds what a text shares with many words at once."""

    def __init__(self, words: Sequence[str], rarity: Rarity) -> None:
        self._count = len(words)
        self._weights = np.full(self._count, 1e-6)
        self._having: dict[str, list[tuple[int, float, int]]] = {}
        for place, word in enumerate(words):
            for piece, (weight, side) in rarity.known_pieces(word).items():
                self._weights[place] += weight
                self._having.setdefault(piece, []).append((place, weight, side))

    def shared(self, pieces: Mapping[str, tuple[float, int]]) -> Shared:
        """What the pieces of a text (see :meth:`Rarity.pieces`) share with each word."""
        agreeing, opposed = [0.0] * self._count, [0.0] * self._count
        total = 1e-6
        for piece, (weight, side) in pieces.items():
            total += weight
            for place, own, other in self._having.get(piece, ()):
                if side * other < 0:
                    opposed[place] += own
                else:
                    agreeing[place] += own
        same, against = np.array(agreeing), np.array(opposed)
        all_of_it, weights = same + against, self._weights + total
        return Shared(
            2 * all_of_it / weights,
            all_of_it / total,
            all_of_it / self._weights,
            2 * same / weights,
            2 * against / weights,
        )
