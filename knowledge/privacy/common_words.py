"""With which word of the language a few characters begin: jieba's dictionary, packed into four megabytes.

jieba's own tables take 135 MB of memory, most of it for words and taggings that two to four characters never need.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import jieba
import numpy as np
from numpy.typing import NDArray

LONGEST = 4
"""Characters of the longest word that is packed: four times 16 bits are one key."""

CHUNK = 20_000
"""Lines read at a time, so that reading leaves no memory behind."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, whether the dictionary calls it a name (tags nr and nz), and how often it was seen."""

    text: str
    is_name: bool
    seen: float = 0.0


@dataclass(frozen=True, slots=True)
class CommonWords:
    """The words of a dictionary in order of their keys, how frequent each is (log), and which are names."""

    keys: NDArray[np.uint64]
    frequencies: NDArray[np.float32]
    names: NDArray[np.bool_]
    total: float

    def first(self, text: str) -> Word:
        """The first word of the likeliest way to cut a short text into words."""
        return next(self.words(text))

    def knows(self, word: str) -> bool:
        """Whether the dictionary has a word of two to four characters."""
        return 1 < len(word) <= LONGEST and self._places(word)[len(word) - 1][0] >= 0

    def words(self, text: str) -> Iterator[Word]:
        """The likeliest way to cut a text into words (a unigram model, as jieba's)."""
        places = self._places(text)
        best = [0.0] * (len(text) + 1)
        lengths = [1] * len(text)
        for start in reversed(range(len(text))):
            ends = range(start + 1, min(start + LONGEST, len(text)) + 1)
            best[start], lengths[start] = max(
                (self._frequency(places[end - start - 1][start], end - start) + best[end], end - start)
                for end in ends
            )
        start = 0
        while start < len(text):
            length = lengths[start]
            place = places[length - 1][start]
            known = place >= 0
            yield Word(
                text[start : start + length],
                known and bool(self.names[place]),
                math.exp(self.frequencies[place]) if known else 0.0,
            )
            start += length

    def _frequency(self, place: int, length: int) -> float:
        """Log frequency; an unknown character counts as seen once, an unknown word is none."""
        if place < 0:
            return -self.total if length == 1 else -math.inf
        return float(self.frequencies[place]) - self.total

    def _places(self, text: str) -> list[list[int]]:
        """By length less one and start: where a stretch of the text stands in the dictionary, -1 where it does not."""
        codes = np.array([ord(character) for character in text], dtype=np.uint64)
        codes[codes > _HIGHEST] = _HIGHEST
        found = []
        keys = np.zeros(len(text), dtype=np.uint64)
        for place, weight in enumerate(_PLACES):
            keys = keys[: len(text) - place] + codes[place:] * weight
            there = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            found.append(np.where(self.keys[there] == keys, there, -1).tolist())
        return found


@lru_cache(maxsize=1)
def common_words() -> CommonWords:
    """Read jieba's dictionary; takes some tenths of a second the first time."""
    parts = list(_read())
    keys, counts, names = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.argsort(keys, kind="stable")
    counts = counts[order].astype(np.float32)
    total = math.log(float(counts.sum(dtype=np.float64)))
    return CommonWords(keys[order], np.log(np.maximum(counts, 1)), names[order], total)


def _read() -> Iterator[tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.bool_]]]:
    """Keys, counts and name tags of the short words, chunk by chunk; a line holds word, count and tag."""
    with jieba.get_dict_file() as lines:
        while chunk := list(islice(lines, CHUNK)):
            rows = [line.decode("utf-8").split() for line in chunk]
            short = [row for row in rows if len(row[0]) <= LONGEST and max(row[0]) <= "\uffff"]
            yield (
                _keys([row[0] for row in short]),
                np.array([int(row[1]) for row in short], dtype=np.int32),
                np.array([row[2].startswith(("nr", "nz")) for row in short], dtype=np.bool_),
            )


def _keys(words: list[str]) -> NDArray[np.uint64]:
    """Words as numbers: 16 bits a character, the first one highest."""
    characters = np.array(words, dtype=f"U{LONGEST}").view(np.uint32).reshape(len(words), LONGEST)
    return characters.astype(np.uint64) @ _PLACES


_HIGHEST = 0xFFFF
"""Letters beyond the basic plane are in no word."""

_PLACES = np.array([1 << 48, 1 << 32, 1 << 16, 1], dtype=np.uint64)
