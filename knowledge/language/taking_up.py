"""Whether a message takes up again what was put aside for something else: 接着办高龄津贴, 还是先取公积金, 刚才那个.

The words are data (``taking_up.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_suffix(".yaml")

_STOPS = re.compile(r"[,，。;；!！?？\s]+")
_LEAST = 2
"""Characters that a clause and a name have in common where the clause means what the name says."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What is taken up, and how surely.

    Attributes:
        key: Of the one that is meant.
        clause: The words that say so.
        named: Whether the clause says something of its name.
        only_points: Whether it only points at what there was before: 刚才那个.
    """

    key: str
    clause: str
    named: bool
    only_points: bool = False


@cache
def _words() -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: re.compile(words) if isinstance(words, str) else words for name, words in raw.items()}


def taken_up(text: str, aside: Mapping[str, str], in_hand: str = "") -> TakenUp | None:
    """Which of the things put aside a message takes up again; None where it takes up none.

    Args:
        text: Normalised message.
        aside: What was put aside, by any key, with its names; the one put aside last stands last.
        in_hand: The name of what is in hand: 接着办签注 may go on with that.
    """
    for clause in filter(None, _STOPS.split(text)) if aside else ():
        if _words()["never"].search(clause):
            continue
        meant = _meant_in(clause, aside, in_hand)
        if meant is not None:
            return meant
    return None


def _meant_in(clause: str, aside: Mapping[str, str], in_hand: str) -> TakenUp | None:
    shared = {key: _in_common(clause, name) for key, name in aside.items()}
    best = max(reversed(list(shared)), key=lambda key: shared[key])
    named = shared[best] >= _LEAST
    says_so = _words()["sure"].search(clause) is not None
    if named and shared[best] > _in_common(clause, in_hand) - 1:
        return TakenUp(best, clause, True) if says_so or _words()["rather"].search(clause) else None
    if _in_common(clause, in_hand) >= _LEAST:
        return None
    if says_so and _points(clause):
        return TakenUp(best, clause, named=False)
    if _words()["pointing"].search(clause):
        return TakenUp(best, clause, named=False, only_points=True)
    return None


def _points(clause: str) -> bool:
    """Whether a clause means a thing without naming it: 娃那份接着办."""
    return re.search(r"那个|那件|那份|那样|那桩|刚才|前面|之前|放下", clause) is not None


def _in_common(clause: str, name: str) -> int:
    """The longest run of characters of a name that a clause says, where it is more than what all names have."""
    common = _words()["common"]
    runs = (
        name[start : start + length]
        for length in range(len(name), _LEAST - 1, -1)
        for start in range(len(name) - length + 1)
    )
    return next((len(run) for run in runs if run in clause and not any(run in word for word in common)), 0)


def asks_whether_kept(text: str) -> bool:
    """Whether a message worries about what was put aside: 我前面那个上户口的别给我丢了."""
    clauses = [clause for clause in _STOPS.split(text) if clause]
    return any(_words()["kept"].search(one) and _words()["of_before"].search(one) for one in clauses)
