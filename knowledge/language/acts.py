"""Whether a sentence has the words of a dear act, whole or in passing, or words that deny it (``acts.yaml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen

_FILE = Path(__file__).with_name("acts.yaml")

_LONGEST_WHOLE = 24
"""Characters of a sentence that says nothing else; whoever says more is read by the words in it."""


_COMPLAIN = "complain"
_CLAUSE_ENDS = re.compile(r"[,，。;；!！?？]+")


class Cue(StrEnum):
    """What a sentence's words say of an act."""

    WHOLE = "whole"
    """The whole sentence asks for it."""
    SAID = "said"
    DENIED = "denied"
    NONE = "none"
    """Its words do not occur: whoever hears it guesses."""


class ActWords(Frozen):
    """The words of one act, as regular expressions.

    Attributes:
        asks: What asks about the act beside something else that is said; matches nothing where it is not looked at.
    """

    whole: str
    says: str
    but: str
    asks: str = "(?!)"


class Beside(Frozen):
    """What else a sentence says that speaks for an act or against it.

    Attributes:
        points: In log-odds.
    """

    words: str
    points: float


class _Words(Frozen):
    acts: dict[str, ActWords]
    opening: str
    closing: str
    beside: dict[str, Beside]


@dataclass(frozen=True, slots=True)
class _Patterns:
    whole: re.Pattern[str]
    says: re.Pattern[str]
    but: re.Pattern[str]


@cache
def _words() -> _Words:
    """The file.

    Raises:
        pydantic.ValidationError: A field is missing.
    """
    return _Words.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def act_words() -> dict[str, ActWords]:
    """The words by intent."""
    return _words().acts


@cache
def _patterns(act: str) -> _Patterns:
    words = act_words()[act]
    whole = f"{_words().opening}(?:{words.whole}){_words().closing}"
    return _Patterns(re.compile(whole), re.compile(words.says), re.compile(words.but))


@cache
def _beside() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    return tuple((name, re.compile(one.words), one.points) for name, one in _words().beside.items())


def cue_of(act: str, text: str) -> Cue:
    """What the words say of an act.

    Raises:
        KeyError: The act is none of ``acts.yaml``.
    """
    patterns = _patterns(act)
    if len(text) <= _LONGEST_WHOLE and patterns.whole.fullmatch(text):
        return Cue.WHOLE
    if patterns.but.search(text):
        return Cue.SAID if act == _COMPLAIN and _complains_in_a_clause(text) else Cue.DENIED
    return Cue.SAID if patterns.says.search(text) else Cue.NONE


def _complains_in_a_clause(text: str) -> bool:
    """Whether one clause is nothing but a complaint, whatever the others tell: 说我少房东身份证，我要投诉她."""
    patterns = _patterns(_COMPLAIN)
    return any(
        patterns.whole.fullmatch(clause) and not patterns.but.search(clause)
        for clause in _CLAUSE_ENDS.split(text)
    )


def asks_about(act: str, text: str) -> bool:
    """Whether a text only asks about an act: 怎么预约."""
    return re.search(act_words()[act].asks, text) is not None


_SUBMIT = "submit"


def wants_to_submit(text: str) -> bool:
    """Whether a message wants to submit, beside whatever else it says: 那就交吧，我叫……; and not asks what that does."""
    cue = cue_of(_SUBMIT, text)
    return cue is Cue.WHOLE or (cue is Cue.SAID and not asks_about(_SUBMIT, text))


def beside_in(text: str) -> dict[str, float]:
    """What else a sentence says that speaks for an act or against it: name and points."""
    return {name: points for name, pattern, points in _beside() if pattern.search(text)}
