"""Which of the things that were just listed a sentence picks: 对对头一个, 那个临时救助吧先办这个, 高龄那个, 都要.

A reply as short as a label is read by :mod:`knowledge.language.choice`; here a whole sentence is, by an ordinal anywhere in it or by the
words that only one of the lines has. It picks one only where it is clear which. The words are data (``menu_choice.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import cn2an
import yaml

from knowledge.language.aspects import is_question

FILE = Path(__file__).with_suffix(".yaml")

_STOPS = re.compile(r"[,，。;；!！?？\n ]+")
_LEAST = 2
"""Characters that tell one line from the others."""
_MOST = 12
"""Characters of a line's words that are looked for in one piece."""
_SHORT = 6
"""Characters of a message that need not point to what is listed."""


@cache
def _words() -> dict[str, re.Pattern[str]]:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: re.compile(expression) for name, expression in raw.items()}


def place_in(text: str, count: int) -> int | None:
    """The 1-based place that an ordinal anywhere in a sentence names; None where it names none, two, or turns it down.

    Args:
        text: Normalised message.
        count: How many lines stand to choose from.
    """
    places = {place for clause in _STOPS.split(text) for place in _places(clause, count)}
    return places.pop() if len(places) == 1 else None


def _places(clause: str, count: int) -> Iterator[int]:
    words = _words()
    if is_question(clause) or words["denies"].match(clause):
        return
    for name, place in (("first", 1), ("last", count), ("ordinal", 0)):
        for found in words[name].finditer(clause):
            ends = words["ends"].match(clause, found.end())
            if ends is None or words["before"].fullmatch(clause[: found.start()]) is None:
                continue
            number = place or int(cn2an.cn2an(found["n"], "smart"))
            if 1 <= number <= count:
                yield number


def line_meant(text: str, lines: Sequence[Sequence[str]]) -> int | None:
    """The 0-based line that a sentence picks by words that no other line has; None where none or more than one is meant.

    Args:
        text: Normalised message.
        lines: The words of each line: its label, and other words for it.
    """
    if len(lines) < 2 or not (len(text) <= _SHORT or _words()["points"].search(text)):
        return None
    longest = [max((len(own) for own in _own_words(text, n, lines)), default=0) for n in range(len(lines))]
    best = max(longest)
    if best < _LEAST or longest.count(best) > 1:
        return None
    return longest.index(best)


def _own_words(text: str, line: int, lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """Pieces of the text that stand in one line alone and are not denied."""
    others = [words for n, one in enumerate(lines) if n != line for words in one]
    for clause in _STOPS.split(text):
        if _words()["denies"].match(clause):
            continue
        for size in range(min(_MOST, len(clause)), _LEAST - 1, -1):
            for start in range(len(clause) - size + 1):
                piece = clause[start : start + size]
                if _words()["says_nothing"].match(piece):
                    continue
                if any(piece in words for words in lines[line]) and not any(
                    piece in words for words in others
                ):
                    yield piece


def wants_all(text: str) -> bool:
    """Whether a clause wants all that is listed: 都要, 能两个都办不."""
    return any(_words()["all"].fullmatch(clause) for clause in _STOPS.split(text) if clause)
