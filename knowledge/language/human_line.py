"""Whether a message asks for a person or a phone (打哪个电话, 有没有人工), whether it asks to be called or wants no
person any more, and whether it turns down all that is offered.

What asks for the phone of a department or of a window by its name is another thing (:mod:`actions.information.department`). The words are
data (``human_line.yaml``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yaml")

_STOPS = re.compile(r"[,，。;；!！?？\n ]+")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(yaml.safe_load(FILE.read_text(encoding="utf-8"))[key], re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return re.compile(f"{raw['opening']}(?:{'|'.join(raw['clause'])}){raw['closing']}")


@cache
def _none() -> re.Pattern[str]:
    return re.compile(yaml.safe_load(FILE.read_text(encoding="utf-8"))["none"])


def asks_for_a_person(text: str) -> bool:
    """Whether a clause of a message asks whom to call or whether there is a person.

    Args:
        text: Normalised message.
    """
    return any(_clause().fullmatch(clause) for clause in _STOPS.split(text) if clause)


def asks_for_a_phone(text: str) -> bool:
    """Whether it is the number that is asked for, and nobody to talk with here: 人工电话多少."""
    return asks_for_a_person(text) and _pattern("phone").search(text) is not None


def asks_to_be_called(text: str) -> bool:
    """Whether a whole message asks to be called: 请给我回电话, 那留个电话吧."""
    return _whole("called", text)


def leaves_a_person(text: str, *, waiting: bool) -> bool:
    """Whether a whole message wants no person any more.

    Args:
        waiting: Nobody has come yet, so that 不等了 says it too.
    """
    return _whole("leaves", text) or (waiting and _whole("tired", text))


def _whole(key: str, text: str) -> bool:
    return _pattern(key).fullmatch(_STOPS.sub(",", text).strip(",")) is not None


def is_none_of_all(text: str) -> bool:
    """Whether the whole message turns down all that is offered: 算了，都不是."""
    return _none().fullmatch(_STOPS.sub(",", text).strip(",")) is not None
