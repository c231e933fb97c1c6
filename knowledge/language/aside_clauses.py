"""Parts of a message that answer nothing: 算了我问别人去, 你咋老问这个, 你看哪项像, 刚说了.

A farewell, a reproach and a question put back are no answer, whatever words of an option they hold; what stands beside them is
(刚说了，自有的). The words are data (``aside_clauses.yaml``).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.language.refusal import AROUND

_FILE = Path(__file__).with_suffix(".yaml")
_STOPS = re.compile(r"([,，。;；!！?？、:：\s~…—]+)")
_PARTICLES = re.compile(r"[啊呀哦噢嗯唉哎诶嘛吧呢哈了的那就\s]*")


class Aside(StrEnum):
    """What a clause is that answers nothing."""

    LEAVING = "leaving"
    REPROACH = "reproach"
    COUNTER = "counter"
    """A question put back to the assistant."""
    LATER = "later"
    """Left for another time: 娃儿读书我另外问."""


_ANSWERS_NOTHING = (Aside.LEAVING, Aside.REPROACH, Aside.COUNTER)


def aside_in(clause: str) -> Aside | None:
    """What kind of aside a clause is; None where it may state something."""
    return next((kind for kind in Aside if _patterns()[kind].search(clause)), None)


def asides_in(text: str) -> tuple[Aside, ...]:
    """The kinds of the clauses of a message that are asides, in order."""
    found = (aside_in(part) for part in _STOPS.split(text)[::2])
    return tuple(kind for kind in found if kind is not None)


def without_asides(text: str) -> str:
    """The message without what answers nothing; empty where nothing is left, and the whole text where nothing is to be left out."""
    parts = _STOPS.split(text)
    clauses = [_kept(clause) for clause in parts[::2]]
    if clauses == parts[::2]:
        return text
    stops = [*parts[1::2], ""]
    left = "".join(clause + stop for clause, stop in zip(clauses, stops, strict=True) if clause)
    return left.strip(AROUND)


def only_asides(text: str) -> Aside | None:
    """What the whole message is where it answers nothing: a farewell before all else; None where something is left."""
    left = without_asides(text)
    if left == text or _PARTICLES.fullmatch(left) is None:
        return None
    kinds = [kind for kind in asides_in(text) if kind in _ANSWERS_NOTHING]
    if Aside.LEAVING in kinds:
        return Aside.LEAVING
    return kinds[0] if kinds else Aside.REPROACH


def _kept(clause: str) -> str:
    """What a clause says beside the words that answer nothing."""
    if aside_in(clause) in _ANSWERS_NOTHING:
        return ""
    return _patterns()["said_before"].sub("", clause)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: re.compile("|".join(expressions)) for name, expressions in entries.items()}
