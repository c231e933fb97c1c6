"""Words that mean the opposite of one another: who says 二手 does not mean 新买的."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from knowledge.language.polarity import signs

Floats = NDArray[Any]

_FILE = Path(__file__).with_name("opposites.yaml")


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple((_any_of(one), _any_of(other)) for one, other in raw)


@lru_cache(maxsize=20_000)
def stands(text: str) -> Floats:
    """For each pair 1 where the text says the first side, -1 where it says the second, 0 where neither or both."""
    said = signs(text) if _has_denial(text) else None
    return np.array(
        [_side(text, one, said) - _side(text, other, said) for one, other in _pairs()], dtype=float
    )


def stands_of(words: Sequence[str]) -> Floats:
    """The middle of what several words say."""
    return np.asarray(np.mean([stands(word) for word in words], axis=0))


def _side(text: str, words: re.Pattern[str], said: list[int] | None) -> int:
    found = words.search(text)
    if found is None:
        return 0
    return -1 if said is not None and said[found.start()] < 0 else 1


def _has_denial(text: str) -> bool:
    return any(character in text for character in "不没无未非别冇唔")


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
