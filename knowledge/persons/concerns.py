"""What people ask or say instead of giving their data: why, whether it is safe, not on line, not yet (``concerns.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("concerns.yaml")
_GAP = "[^。;；!?！？]{0,6}?"


class Concern(StrEnum):
    """What somebody is concerned about while data are asked for or about to be submitted."""

    WHY = "why"
    SAFE = "safe"
    AT_WINDOW = "at_window"
    LATER = "later"
    FORM = "form"
    ERASE = "erase"
    NO_PHONE = "no_phone"
    LANDLINE = "landline"
    OTHERS_PHONE = "others_phone"
    FORGOTTEN = "forgotten"
    NO_NUMBER_YET = "no_number_yet"
    NO_CARD = "no_card"
    READ_BACK = "read_back"
    CHANGEABLE = "changeable"
    MISSING = "missing"
    GIVEN = "given"


class _Sign(Frozen):
    """One way in which a concern is said: a word of each group, and none of the others."""

    kind: Concern
    all: tuple[tuple[str, ...], ...]
    none: tuple[str, ...] = ()

    def holds(self, text: str) -> bool:
        """Whether the text says so."""
        return all(_one_in(group, text) for group in self.all) and not (
            self.none and _one_in(self.none, text)
        )


def concern_in(text: str) -> Concern | None:
    """What a message is concerned about; None where it is nothing of this sort."""
    return next((sign.kind for sign in _signs() if sign.holds(text)), None)


@lru_cache(maxsize=1)
def _signs() -> tuple[_Sign, ...]:
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(_Sign.model_validate(_with_words(entry, raw["words"])) for entry in raw["concerns"])


def _with_words(entry: dict[str, Any], words: dict[str, list[str]]) -> dict[str, Any]:
    """An entry with its named groups of words in full."""
    groups = [words[group.strip("{}")] if isinstance(group, str) else group for group in entry["all"]]
    return {**entry, "all": groups}


def _one_in(words: Sequence[str], text: str) -> bool:
    return bool(_pattern(tuple(words)).search(text))


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace("…", _GAP) for word in words))
