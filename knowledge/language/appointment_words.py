"""What is said of an appointment: another time for it, whether it is still there, which half of a day.

The words are data (``appointment_words.yaml``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yaml")

NOON = "12:00"


@cache
def _words() -> dict[str, re.Pattern[str]]:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: re.compile(words) for name, words in raw.items()}


def new_time_in(text: str) -> str | None:
    """What a message says of the time to which an appointment is moved: 明天下午2点 of 他明天才有空，改到明天下午2点行吗.

    Args:
        text: Normalised message.

    Returns:
        The words behind the last verb of moving; the whole message where it only says that the time is to change; None where it says
        neither.
    """
    found = list(_words()["moves"].finditer(text))
    if found:
        return text[found[-1].end() :]
    return text if _words()["names_move"].search(text) else None


def asks_whether_booked(text: str) -> bool:
    """Whether a message asks for the appointment that was made: 我周六那个号还在吧, 号还在不在呀."""
    return _words()["booked"].search(text) is not None


def names_half_day(text: str) -> bool:
    """Whether a message names the morning or the afternoon."""
    return any(_words()[name].search(text) for name in ("morning", "afternoon"))


def in_the_half_day(text: str, start: str) -> bool:
    """Whether a time lies in the half of the day that a message names; all do where it names none.

    Args:
        start: Beginning of a slot, as ``14:30``.
    """
    morning, afternoon = (bool(_words()[name].search(text)) for name in ("morning", "afternoon"))
    if morning == afternoon:
        return True
    return (start < NOON) == morning
