"""What is said of the window to go to: back to the county's, why it is another one, where one lives.

The words are data (``window_words.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yaml")

_STOPS = re.compile(r"[,，。;；!！?？\s]+")
_BEFORE = 8
"""Characters before the name of a place that say who lives there."""


@cache
def _words() -> dict[str, re.Pattern[str]]:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: re.compile(words) for name, words in raw.items()}


def wants_county(text: str) -> bool:
    """Whether a message wants the window of the county and not that of a township: 改回县里那个窗口吧, 还是去县里办.

    Args:
        text: Normalised message.
    """
    return any(
        _words()["county"].search(clause) and not _words()["unless"].search(clause)
        for clause in _clauses(text)
        if not _words()["changed"].search(clause)
    )


def asks_of_window(text: str) -> bool:
    """Whether a message asks why the window is that one, or whether it was changed: 咋成临江镇了, 窗口改回县里的没有."""
    return any(
        _words()[name].search(clause)
        for clause in _clauses(text)
        for name in ("why", "changed", "may_county")
    )


def asks_for_county(text: str) -> bool:
    """Whether a message asks if the window of the county will do: 去县里办行不行."""
    return any(_words()["may_county"].search(clause) for clause in _clauses(text))


def _clauses(text: str) -> list[str]:
    return [clause for clause in _STOPS.split(text) if clause]


def home_in(text: str, places: Mapping[str, str]) -> str | None:
    """The place where somebody says to live: 山北乡 of 我爸在河西镇，我在山北乡; of equals the longest name.

    Args:
        places: What places are called, by name or nickname, with their id. None is meant of which the message says that it is another
            one: 离临江老远.
    """
    found = [
        (_lives_there(text[max(0, at.start() - _BEFORE) : at.start()]), len(name), place)
        for name, place in places.items()
        for at in re.finditer(re.escape(name), text)
    ]
    meant = [one for one in found if one[0] >= 0]
    return max(meant)[2] if meant else None


def _lives_there(before: str) -> int:
    """How surely the words before a place say that the speaker lives there; less than nothing where they deny it."""
    before = _STOPS.split(before)[-1]
    if _words()["not_there"].search(before):
        return -1
    if _words()["of_others"].search(before):
        return 0
    return 2 if _words()["lives"].search(before) else 1
