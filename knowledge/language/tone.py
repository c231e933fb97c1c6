"""What is said before the answer: 节哀 where somebody died, 抱歉 where somebody came in vain."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
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


def tones_in(text: str) -> tuple[Tone, ...]:
    """How a sentence wants to be met; nothing where it is like any other."""
    return tuple(
        tone
        for tone, told in _tones().items()
        if any(word in text for word in told.words) and not any(word in text for word in told.unless)
    )


@cache
def _tones() -> dict[Tone, _Words]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {Tone(name): _Words.model_validate(entry) for name, entry in entries.items()}
