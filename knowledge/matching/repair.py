"""Put right characters that were typed for others of the same sound (身份正 -> 身份证)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from pypinyin.constants import PINYIN_DICT


@lru_cache(maxsize=20_000)
def sounds(character: str) -> frozenset[str]:
    """Readings of a character without tones, as pypinyin's dictionary has them; empty for anything but Chinese."""
    readings = PINYIN_DICT.get(ord(character), "")
    return frozenset(_toneless(reading) for reading in readings.split(",") if reading)


def _toneless(reading: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", reading) if letter.isalpha())


class Repair:
    """Knows the characters and pairs of the known phrasings, and the characters by sound."""

    def __init__(self, features: Mapping[str, object]) -> None:
        self._pairs = features
        self._by_sound: dict[str, list[str]] = {}
        for feature in features:
            if len(feature) == 1:
                for sound in sounds(feature):
                    self._by_sound.setdefault(sound, []).append(feature)

    def __call__(self, text: str) -> str:
        """Replace each character that forms no known pair by one of its sound that does, if that is unmistakable.

        A character is suspect if no pair with its neighbours is known. Its replacement must form known pairs with all
        of its neighbours, or with one if it is the only character of that sound to do so.
        """
        repaired = list(text)
        for place in range(len(text)):
            before = repaired[place - 1] if place else ""
            after = text[place + 1] if place + 1 < len(text) else ""
            if self._fits(before, text[place], after) == 0:
                repaired[place] = self._better(before, text[place], after)
        return "".join(repaired)

    def _fits(self, before: str, character: str, after: str) -> int:
        pairs = self._pairs
        return (bool(before) and before + character in pairs) + (bool(after) and character + after in pairs)

    def _better(self, before: str, character: str, after: str) -> str:
        neighbours = bool(before) + bool(after)
        fits: dict[int, set[str]] = {1: set(), 2: set()}
        for sound in sounds(character):
            for other in self._by_sound.get(sound, ()):
                fit = self._fits(before, other, after)
                if fit:
                    fits[fit].add(other)
        best = fits[2] or fits[1]
        if len(best) != 1 or (
            not fits[2] and neighbours == 2 and character in self._pairs and len(fits[1]) > 1
        ):
            return character
        return next(iter(best))
