"""Messages without words: emoticons and placeholders of stickers, pictures and voice as chats hand them on, or marks alone."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("stickers.yaml")
_IN_BRACKETS = re.compile(r"[\[［【]([^\[\]［］【】]{1,8})[\]］】]")
_WORDS = re.compile(r"[^\W_]")
_LETTERS_OF_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf]")


class Sticker(StrEnum):
    """What was sent in the place of words; of several kinds in one message the one that wants an answer most comes first."""

    VOICE = "voice"
    PICTURE = "picture"
    FILE = "file"
    PLACE = "place"
    MONEY = "money"
    CARD = "card"
    EMOTICON = "emoticon"
    MARKS = "marks"


def sticker_in(text: str) -> Sticker | None:
    """What a message without words is made of; None where it holds words, or a token that stands for personal data."""
    names = _IN_BRACKETS.findall(text)
    beside = _LETTERS_OF_EMOJI.sub("", _IN_BRACKETS.sub("", text))
    if not text.strip() or _WORDS.search(beside):
        return None
    kinds = [_kinds().get(name.strip().upper()) for name in names]
    if None in kinds:
        return None
    if not kinds:
        return Sticker.EMOTICON if _LETTERS_OF_EMOJI.search(text) else Sticker.MARKS
    return next(kind for kind in Sticker if kind in kinds)


def is_sticker(text: str) -> bool:
    """Whether a message holds no words at all."""
    return sticker_in(text) is not None


@cache
def _kinds() -> dict[str, Sticker]:
    """What each name in brackets is."""
    entries = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {str(name).upper(): Sticker(kind) for kind, names in entries.items() for name in names}
