"""What somebody types to find a case: a number or how it begins, the tail of a phone, a name, or what the item is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.base.text import normalise
from knowledge.privacy.contact_data import problem_with, tidy
from knowledge.privacy.kinds import Personal

SHORTEST_NUMBER = 5
"""Digits; four are the tail of a phone, six are a day."""

NUMBER_LENGTH = 12
LONGEST_NAME = 6
"""Signs of a Chinese name, its point included; what is longer is the name of an item."""


class SearchKind(StrEnum):
    """By what a case is looked for."""

    NOTHING = "nothing"
    NUMBER = "number"
    PHONE_TAIL = "phone_tail"
    NAME = "name"
    ITEM = "item"


@dataclass(frozen=True)
class SearchText:
    """What was typed, in the spelling in which it is looked for.

    Attributes:
        kinds: By what it is looked for; two Chinese characters may be a name as well as a word of an item.
    """

    text: str
    kinds: tuple[SearchKind, ...]


def read_search(typed: str) -> SearchText:
    """What was typed, and by what a case is to be looked for."""
    digits = re.sub(r"[\s\-]", "", normalise(typed))
    if not digits:
        return SearchText("", (SearchKind.NOTHING,))
    if re.fullmatch(r"\d{4}", digits):
        return SearchText(digits, (SearchKind.PHONE_TAIL,))
    if re.fullmatch(rf"\d{{{SHORTEST_NUMBER},{NUMBER_LENGTH}}}", digits):
        return SearchText(digits, (SearchKind.NUMBER,))
    text = tidy(Personal.NAME, typed)
    may_be_name = problem_with(Personal.NAME, text) is None and _is_as_short_as_a_name(text)
    return SearchText(text, (SearchKind.NAME, SearchKind.ITEM) if may_be_name else (SearchKind.ITEM,))


def _is_as_short_as_a_name(text: str) -> bool:
    """Names in Latin letters and with a point (少数民族) are longer."""
    return len(text) <= LONGEST_NAME or "·" in text or text.isascii()
