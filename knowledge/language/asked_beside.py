"""The questions that a message asks beside what else it says: 就我一个人弄，我屋头是租的房子，得不得行.

A message of several clauses may answer what was asked and ask something itself, or ask two things at once. Each question is taken out as
it would be asked alone, with the clause before it where it does not say of what it asks. Words of politeness, requests and reproaches ask
nothing. The words are data (``asked_beside.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.language.aside_clauses import aside_in
from knowledge.language.aspects import aspects_in, is_question, names_subject

FILE = Path(__file__).with_suffix(".yaml")

_STOPS = re.compile(r"([,，。;；!！?？\n]+)")
_LEAST = 2
"""Characters of a clause that may ask something."""
_SHORT = 6
"""Characters of a clause that asks where a thing comes from and does not name it."""
_MOST = 4
"""Questions that are answered in one reply."""
_PARTICLES = re.compile(r"[啊呀哦噢哈嘛呢诶咯哟]+$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a message.

    Attributes:
        text: As it would be asked alone.
        clause: The clause that asks, with nothing of the one before it.
        in_context: The question with the clause before it, which may tell of what it asks.
    """

    text: str
    clause: str
    in_context: str


@dataclass(frozen=True, slots=True)
class _Words:
    asks: re.Pattern[str]
    tags: re.Pattern[str]
    requests: re.Pattern[str]
    bare: re.Pattern[str]
    generic: re.Pattern[str]
    openers: re.Pattern[str]
    counts: re.Pattern[str]
    whence: re.Pattern[str]
    signs: re.Pattern[str]


@cache
def _words() -> _Words:
    raw = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    several = {name: re.compile("|".join(raw[name])) for name in ("asks", "tags", "requests")}
    others = ("bare", "generic", "openers", "counts", "whence", "signs")
    return _Words(**several, **{name: re.compile(raw[name]) for name in others})


def questions_in(text: str) -> tuple[Asked, ...]:
    """Every question of a message, in the order in which they are asked.

    Args:
        text: Normalised message.
    """
    found = {asked.text: asked for asked in _questions(text)}
    return tuple(found.values())[:_MOST]


def stated_part(text: str) -> str:
    """What a message says beside its questions: 我自己来 of 我自己来，原车主不到场行不行; empty where it only asks."""
    asked = {asked.clause for asked in _questions(text)}
    said = [clause for clause in _STOPS.split(text)[::2] if clause.strip() and clause not in asked]
    return ",".join(clause for clause in said if _words().openers.sub("", clause))


def _questions(text: str) -> Iterator[Asked]:
    pieces = _STOPS.split(text)
    before = asked_before = ""
    for clause, stop in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        said = _words().openers.sub("", clause.strip())
        if _asks(said, marked="?" in stop or "？" in stop):
            in_context = f"{before}，{said}" if before and before != asked_before else said
            if not _leans(said):
                asked_before = said
                yield Asked(said, clause, in_context)
            elif before and not (before == asked_before and _words().bare.fullmatch(said)):
                yield Asked(f"{before}{said}", clause, in_context)
        if said and not _words().bare.fullmatch(said):
            before = said


def asks_who_signs(text: str) -> bool:
    """Whether it is asked if somebody else signs (房东要签字不), and not whether the applicant must come."""
    return _words().signs.search(text) is not None


def _leans(clause: str) -> bool:
    """Whether a clause does not say of what it asks: 得不得行, 去哪里开."""
    return bool(_words().bare.fullmatch(clause)) or (
        len(clause) <= _SHORT and bool(_words().whence.match(clause))
    )


def _asks(clause: str, *, marked: bool) -> bool:
    """Whether a clause asks something of the affair."""
    words = _words()
    plain = _PARTICLES.sub("", clause)
    if len(plain) < _LEAST or words.tags.search(clause) or words.requests.search(clause):
        return False
    if words.generic.fullmatch(clause) or (aside_in(clause) and not words.asks.search(clause)):
        return False
    if marked or any(words.asks.search(said) for said in (clause, plain)):
        return True
    return is_question(words.counts.sub("", plain)) or (bool(aspects_in(plain)) and not names_subject(plain))
