"""Pinyin as the characters that the catalogue has for the sounds: shenfenzheng diu le is 身份证丢了.

The characters and which follow which are those of the names, aliases and phrasings that are published; the likeliest chain of characters
for the syllables is taken, and characters that stand between the letters take part.
"""

from __future__ import annotations

import math
import os
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

# Single characters are all that is asked for: without its phrases pypinyin takes 13 MB instead of 56.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")

from pypinyin.constants import PINYIN_DICT

_WORDS = Path(__file__).with_name("abbreviations.yaml")
_LATIN = re.compile(
    r"[a-zA-Z\u00c0-\u024f\u0300-\u036f]+(?:['’\d ]*[a-zA-Z\u00c0-\u024f\u0300-\u036f]+)*[1-5]?"
)
_LONGEST_SYLLABLE = 6
_SHORTEST = 2
_UNKNOWN = math.log(1e-6)
_FIRST = "^"
_SPOKEN_WEIGHT = 20
"""How often each of the everyday phrases counts against a phrase that is published."""


def is_pinyin(text: str) -> bool:
    """Whether the Latin letters of a text can be read as syllables of Mandarin."""
    runs = _runs(text)
    return bool(runs) and all(_syllables(run) or run in _told().abbreviations for run in runs)


class PinyinReader:
    """Turns syllables into characters.

    Args:
        texts: What is published: names, aliases, phrasings.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        pairs: Counter[tuple[str, str]] = Counter()
        single: Counter[str] = Counter()
        for text in (*texts, *_SPOKEN_WEIGHT * _told().spoken):
            for first, second in zip(_FIRST + text, text, strict=False):
                pairs[first, second] += 1
                single[second] += 1
        self._single = single
        self._pairs = pairs
        self._all = sum(single.values()) or 1
        self._before: Counter[str] = Counter()
        for (first, _), times in pairs.items():
            self._before[first] += times
        by_sound: dict[str, list[str]] = defaultdict(list)
        for character in single:
            for sound in _sounds(character):
                by_sound[sound].append(character)
        self._by_sound: Mapping[str, list[str]] = by_sound
        self._spoken = {
            tuple(_sounds(character)[0] for character in text): text for text in reversed(_told().spoken)
        }

    def read(self, text: str) -> str:
        """The text with characters in place of the syllables; letters that are none stay."""
        done = ""
        at = 0
        for match in _LATIN.finditer(text):
            done += text[at : match.start()]
            done = self._joined(done, match.group(), text[match.end() : match.end() + 1])
            at = match.end()
        return done + text[at:]

    def _joined(self, before: str, run: str, behind: str) -> str:
        plain = _plain(run)
        if plain.replace(" ", "") in _told().kept or run.isupper() or len(plain) < _SHORTEST:
            return before + run
        if known := _told().abbreviations.get(plain.replace(" ", "")):
            return before + known
        syllables = _syllables(plain)
        return before + (self._characters(syllables, before[-1:], behind) if syllables else run)

    def _characters(self, syllables: tuple[str, ...], before: str, behind: str) -> str:
        """The likeliest chain (Viterbi over pairs of characters)."""
        if not before and not behind and syllables in self._spoken:
            return self._spoken[syllables]
        best: dict[str, tuple[float, str]] = {before or _FIRST: (0.0, "")}
        for syllable in syllables:
            reached: dict[str, tuple[float, str]] = {}
            for character in self._by_sound.get(syllable, ()):
                reached[character] = max(
                    (score + self._follows(last, character), chain + character)
                    for last, (score, chain) in best.items()
                )
            if not reached:
                return "".join(syllables)
            best = reached
        if self._single[behind]:
            best = {
                last: (score + self._follows(last, behind), chain) for last, (score, chain) in best.items()
            }
        return max(best.values())[1]

    def _follows(self, last: str, character: str) -> float:
        alone = self._single[character] / self._all
        together = self._pairs[last, character] / self._before[last] if self._before[last] else 0.0
        return math.log(0.9 * together + 0.1 * alone) if alone else _UNKNOWN


def _runs(text: str) -> list[str]:
    return [_plain(match.group()) for match in _LATIN.finditer(text)]


def _plain(run: str) -> str:
    """Small letters without tones; ü as v."""
    decomposed = unicodedata.normalize("NFD", run.lower().replace("ü", "v"))
    return re.sub(r"[^a-z' ]", "", decomposed.replace("’", "'"))


def _syllables(run: str) -> tuple[str, ...]:
    """The run cut into syllables of Mandarin, longest first; empty where it cannot be."""
    found: list[str] = []
    for word in re.split("[' ]+", run):
        if word:
            cut = _cut(word)
            if not cut:
                return ()
            found += cut
    return tuple(found)


@lru_cache(maxsize=2_000)
def _cut(word: str) -> tuple[str, ...]:
    for length in range(min(_LONGEST_SYLLABLE, len(word)), 0, -1):
        if word[:length] in _all_syllables():
            if length == len(word):
                return (word,)
            if behind := _cut(word[length:]):
                return (word[:length], *behind)
    return ()


@lru_cache(maxsize=1)
def _all_syllables() -> frozenset[str]:
    """Those of common characters; single consonants, which the dictionary has for a few interjections, are none."""
    return frozenset(
        sound
        for code in PINYIN_DICT
        if 0x4E00 <= code <= 0x9FA5
        for sound in _sounds(chr(code))
        if re.search("[aeiouv]", sound)
    )


@lru_cache(maxsize=20_000)
def _sounds(character: str) -> tuple[str, ...]:
    readings = PINYIN_DICT.get(ord(character), "")
    return tuple(dict.fromkeys(_plain(reading) for reading in readings.split(",") if reading))


@dataclass(frozen=True, slots=True)
class _Told:
    abbreviations: Mapping[str, str]
    kept: frozenset[str]
    spoken: tuple[str, ...]


@lru_cache(maxsize=1)
def _told() -> _Told:
    told = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return _Told(told["abbreviations"], frozenset(map(str, told["kept"])), tuple(told["spoken"]))
