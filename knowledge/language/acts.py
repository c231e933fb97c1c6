"""Whether a sentence has the words of a dear act, whole or in passing, or words that deny it (``acts.yaml``)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("acts.yaml")


class Cue(StrEnum):
    """What a sentence's words say of an act."""

    WHOLE = "whole"
    """The whole sentence asks for it."""
    SAID = "said"
    DENIED = "denied"
    NONE = "none"
    """Its words do not occur: whoever hears it guesses."""


class ActWords(Frozen):
    """The words of one act, as regular expressions."""

    whole: str
    says: str
    but: str


@cache
def act_words() -> dict[str, ActWords]:
    """The words by intent.

    Raises:
        pydantic.ValidationError: A field is missing.
    """
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {act: ActWords.model_validate(words) for act, words in raw.items()}


@cache
def _patterns(act: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = act_words()[act]
    return re.compile(words.whole), re.compile(words.says), re.compile(words.but)


def cue_of(act: str, text: str) -> Cue:
    """What the words say of an act.

    Raises:
        KeyError: The act is none of ``acts.yaml``.
    """
    whole, says, but = _patterns(act)
    if whole.fullmatch(text):
        return Cue.WHOLE
    if but.search(text):
        return Cue.DENIED
    return Cue.SAID if says.search(text) else Cue.NONE
