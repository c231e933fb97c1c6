"""Words of Cantonese and of other dialects as those of Mandarin."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

_WORDS = Path(__file__).with_name("cantonese.yaml")


def is_cantonese(text: str) -> bool:
    """Whether a normalised text has words that only Cantonese has."""
    return any(mark in text for mark in _told()["marks"])


def from_cantonese(text: str) -> str:
    """The text with the words of Mandarin."""
    return _replaced(text, "cantonese")


def from_dialects(text: str) -> str:
    """The text with words that many dialects have for the same."""
    return _replaced(text, "dialects")


def _replaced(text: str, kind: str) -> str:
    words = _told()[kind]
    return _pattern(kind).sub(lambda match: words[match.group()], text)


@lru_cache(maxsize=2)
def _pattern(kind: str) -> re.Pattern[str]:
    longest_first = sorted(_told()[kind], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@lru_cache(maxsize=1)
def _told() -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return told
