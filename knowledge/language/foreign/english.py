"""A sentence of English as the Chinese words by which its item is found: no translation, but the thing and what is to be done with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_WORDS = Path(__file__).with_name("english.yaml")
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_RUN = re.compile(r"[A-Za-z]{3,}(?:[ '-][A-Za-z]+)*")
_LONGEST = 6

_WHERE = "在哪里办"

ENOUGH = 0.5
"""From this share of known words on a sentence is English."""


@dataclass(frozen=True, slots=True)
class _Act:
    zh: str
    after: bool


@dataclass(frozen=True, slots=True)
class _Words:
    things: Mapping[str, str]
    acts: Mapping[str, _Act]
    asks: Mapping[str, str]
    people: frozenset[str]
    plain: frozenset[str]
    single: frozenset[str]


def words_of(text: str) -> list[str]:
    """The words of Latin letters, in small ones, with straight apostrophes."""
    return _WORD.findall(text.lower().replace("\u2019", "'"))


def is_english(text: str) -> bool:
    """Whether the Latin words of a text are mostly English."""
    said = words_of(text)
    known = _words()
    return bool(said) and sum(_is_known(word, known) for word in said) >= ENOUGH * len(said)


def from_english(text: str) -> str:
    """The Chinese words for what is said; empty where no word is known."""
    known = _words()
    things: list[str] = []
    acts: list[_Act] = []
    asks: list[str] = []
    said = words_of(text)
    at = 0
    while at < len(said):
        length, found = _longest(said, at, known)
        if isinstance(found, _Act):
            acts.append(found)
        elif found is not None:
            (things if found[0] == "thing" else asks).append(found[1])
        at += length
    return _composed(things, acts, asks, known, "and" in said)


def with_english_words(text: str) -> str:
    """A text of Chinese with the English words in between in Chinese (我想renew驾照); letters that are no known word stay."""
    return _RUN.sub(
        lambda run: (from_english(run.group()) if is_english(run.group()) else "") or run.group(), text
    )


def _longest(said: list[str], at: int, known: _Words) -> tuple[int, _Act | tuple[str, str] | None]:
    """How many words from here on are one phrase, and what it is."""
    for length in range(min(_LONGEST, len(said) - at), 0, -1):
        for phrase in _forms(said[at : at + length]):
            if thing := known.things.get(phrase):
                return length, ("thing", thing)
            if act := known.acts.get(phrase):
                return length, act
            if ask := known.asks.get(phrase):
                return length, ("ask", ask)
    return 1, None


def _forms(said: list[str]) -> list[str]:
    """A phrase as it is said, without a plural, a possessive, or an ending of the verb."""
    phrase = " ".join(said)
    last = said[-1]
    stems = [
        last.removesuffix("s"),
        last.removesuffix("'s"),
        last.removesuffix("ing"),
        last.removesuffix("ed"),
    ]
    stems += [last.removesuffix("ing") + "e", last.removesuffix("d")]
    return [phrase] + [" ".join([*said[:-1], stem]) for stem in dict.fromkeys(stems) if stem and stem != last]


def _composed(things: list[str], acts: list[_Act], asks: list[str], known: _Words, together: bool) -> str:
    """办 and its like stand before the thing, 丢了 and its like behind.

    People are left out beside a thing, and 办 beside an act that tells more.
    """
    behind = [act.zh for act in acts if act.after]
    before = [act.zh for act in acts if not act.after]
    if behind or len(before) > 1:
        before = [zh for zh in before if zh != "办"]
    things = [thing for thing in things if thing not in known.people] or things
    about = "和".join(dict.fromkeys(things)) if together else "".join(dict.fromkeys(things))
    done = "".join(dict.fromkeys(before)) + about + "".join(dict.fromkeys(behind))
    asked = [ask for ask in dict.fromkeys(asks) if ask != _WHERE or set(asks) == {_WHERE}]
    return ",".join(
        part for part in (done if about or behind else "".join(before if not asks else []), *asked) if part
    )


def _is_known(word: str, known: _Words) -> bool:
    return any(form in known.single for form in _forms([word])) or word in known.plain


@lru_cache(maxsize=1)
def _words() -> _Words:
    told: dict[str, Any] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    acts = {phrase: _Act(raw["zh"], bool(raw.get("after"))) for phrase, raw in told["acts"].items()}
    phrases = [*told["things"], *acts, *told["asks"]]
    return _Words(
        told["things"],
        acts,
        told["asks"],
        frozenset(told["people"]),
        frozenset(map(str, told["plain"])),
        frozenset(word for phrase in phrases for word in phrase.split()),
    )
