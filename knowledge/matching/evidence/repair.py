"""Put right characters that were typed for others of the same sound (身份正 -> 身份证)."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.matching.evidence.index import Floats

# Single characters are all that is asked for: without its phrases pypinyin takes 13 MB instead of 56.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")

from pypinyin.constants import PINYIN_DICT


@lru_cache(maxsize=20_000)
def sounds(character: str) -> frozenset[str]:
    """Readings of a character without tones, as pypinyin's dictionary has them; empty for anything but Chinese."""
    readings = PINYIN_DICT.get(ord(character), "")
    return frozenset(_toneless(reading) for reading in readings.split(",") if reading)


def _toneless(reading: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", reading) if letter.isalpha())


MARGIN = 0.5
"""A replacement is taken if its pairs are so much more frequent (log) than those of the next best."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text put right.

    Attributes:
        said: with the replacements that are beyond doubt: they form known pairs with all of their neighbours.
        meant: with the likely ones too.
    """

    said: str
    meant: str


class Repair:
    """Knows the characters and pairs of the known phrasings with their rarity, and the characters by sound."""

    def __init__(self, features: Mapping[str, int], rarity: Sequence[float] | Floats) -> None:
        self._rarity = {
            feature: float(rarity[number]) for feature, number in features.items() if len(feature) == 2
        }
        self._by_sound: dict[str, list[str]] = {}
        for feature in features:
            if len(feature) == 1:
                for sound in sounds(feature):
                    self._by_sound.setdefault(sound, []).append(feature)

    def __call__(self, text: str) -> Repaired:
        """Replace each character that forms no known pair by one of its sound that does, if one stands out.

        Those that form known pairs with all neighbours come first; of several the one with the most frequent pairs.
        """
        said, meant = list(text), list(text)
        for place, character in enumerate(text):
            before = meant[place - 1] if place else ""
            after = text[place + 1] if place + 1 < len(text) else ""
            if self._fits(before, character, after):
                continue
            better = self._better(before, character, after)
            meant[place] = better
            if self._fits(before, better, after) == bool(before) + bool(after):
                said[place] = better
        return Repaired("".join(said), "".join(meant))

    def _fits(self, before: str, character: str, after: str) -> int:
        return (before + character in self._rarity) + (character + after in self._rarity)

    def _better(self, before: str, character: str, after: str) -> str:
        rarities: dict[int, dict[str, float]] = {1: {}, 2: {}}
        for sound in sounds(character):
            for other in self._by_sound.get(sound, ()):
                known = [
                    self._rarity[pair] for pair in (before + other, other + after) if pair in self._rarity
                ]
                if known:
                    rarities[len(known)][other] = sum(known)
        ranked = sorted((rarities[2] or rarities[1]).items(), key=lambda item: item[1])
        if not ranked or (len(ranked) > 1 and ranked[1][1] - ranked[0][1] < MARGIN):
            return character
        return ranked[0][0]
