"""What is said before the answer: 节哀 where somebody died, 抱歉 where somebody came in vain."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("tone.yaml")


class Tone(StrEnum):
    """How a sentence wants to be met."""

    CONDOLENCE = "condolence"
    APOLOGY = "apology"


class _Words(Frozen):
    words: tuple[str, ...]
    unless: tuple[str, ...]

    @cached_property
    def any_word(self) -> re.Pattern[str]:
        """One search for all words: almost every sentence holds none."""
        return re.compile("|".join(map(re.escape, self.words)))


def tones_in(text: str) -> tuple[Tone, ...]:
    """How a sentence wants to be met; nothing where it is like any other."""
    return tuple(
        tone
        for tone, told in _tones().items()
        if told.any_word.search(text) and not any(word in text for word in told.unless)
    )


@cache
def _tones() -> dict[Tone, _Words]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {Tone(name): _Words.model_validate(entry) for name, entry in entries.items()}
