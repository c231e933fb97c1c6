"""Photos of which nobody has said yet to which material they belong, as they are kept with a follower."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.channels.wechat.wording import say
from knowledge.base.text import normalise
from knowledge.language.menu_choice import place_in

MOST_PILED = 20
ASKED = "asked"
"""Whether the last question was where the first of them belongs."""
_PHOTOS = "photos"

Photo = Mapping[str, str]
"""WeChat's number of a picture, and the name of the message in which it came."""


def pile_of(choosing: Mapping[str, Any]) -> list[Photo]:
    """Photos of which nobody has said yet to which material they belong, the oldest first."""
    return list(choosing.get(_PHOTOS) or ())


def piled(choosing: Mapping[str, Any], photo: Photo) -> Mapping[str, Any]:
    return {**choosing, _PHOTOS: [*pile_of(choosing), photo][:MOST_PILED]}


def without(choosing: Mapping[str, Any], photo: Photo) -> Mapping[str, Any]:
    left = [one for one in pile_of(choosing) if one != photo]
    return {**choosing, _PHOTOS: left, ASKED: False} if left else {}


def offered_in(choosing: Mapping[str, Any]) -> list[list[str]]:
    return list(choosing.get("offered") or ())


def place_of(text: str, offered: Sequence[Sequence[str]]) -> int | None:
    """Which of the offered ones is meant: by number or by name; one past the last for none of them."""
    said = normalise(text).strip(" 。")
    names = [normalise(name) for _, name in offered]
    if said in names:
        return names.index(said)
    if said in (say("photo_none"), "不是", "取消"):
        return len(names)
    place = int(said) if said.isdigit() and len(said) < 3 else place_in(said, len(names) + 1)
    return place - 1 if place is not None and 1 <= place <= len(names) + 1 else None
