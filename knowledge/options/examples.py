"""What the reader learns from: words of options at their question, and what is no answer to it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.catalogue.affair import Catalogue
from knowledge.language.yes_no import yes_or_no
from knowledge.options.known_question import KnownQuestion

_FILE = Path(__file__).with_name("examples.yaml")

FRAMED, KNOWN, NOTHING = 0.5, 0.3, 0.5
"""Weights beside a word that is left out: in a sentence; in a sentence, and known; what is no answer."""

NOTHING_A_QUESTION, ASKED_A_QUESTION = 4, 3
WISHES = 200
AN_OPTION = 5
"""Words of an option that are learned from: more teach nothing new, and each has to be left out in turn."""


@dataclass(frozen=True, slots=True)
class Example:
    """A reply to a question.

    Attributes:
        value: Of the option that it means; None for none of them.
        left_out: The word of the catalogue that is in it, and is to be recognised without being known.
    """

    question: str
    text: str
    value: str | None
    left_out: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentences:
    """See ``examples.yaml``."""

    frames: tuple[str, ...]
    questions: tuple[str, ...]
    nothing: tuple[str, ...]


@cache
def sentences() -> Sentences:
    """The sentences of the file."""
    raw = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return Sentences(**{key: tuple(lines) for key, lines in raw.items()})


def words_left_out(known: Mapping[str, KnownQuestion]) -> list[Example]:
    """Each word of each option, except labels, as it is said, and unknown."""
    return [
        Example(question.id, word, option.value, left_out=word)
        for question in known.values()
        for option in question.options
        for word in dict.fromkeys(option.words[1:])
        if word != option.words[0]
    ]


def examples(known: Mapping[str, KnownQuestion], catalogue: Catalogue) -> list[Example]:
    """All examples; the same catalogue gives the same."""
    alone = _some_of_each(words_left_out(known))
    return [*alone, *_framed(alone), *_nothing(alone, known, catalogue)]


def _some_of_each(alone: Sequence[Example]) -> list[Example]:
    """Words of each option at even distances, so that common and rare ones are among them."""
    by_option: dict[tuple[str, str | None], list[Example]] = {}
    for one in alone:
        by_option.setdefault((one.question, one.value), []).append(one)
    return [
        words[place * len(words) // min(AN_OPTION, len(words))]
        for words in by_option.values()
        for place in range(min(AN_OPTION, len(words)))
    ]


def _framed(alone: Sequence[Example]) -> Iterator[Example]:
    """Every second word in a sentence: unknown, and in another sentence known."""
    frames = sentences().frames
    for place, one in enumerate(alone):
        if yes_or_no(one.text) is not None:
            continue
        framed = frames[place % len(frames)].format(one.text)
        if place % 2:
            yield Example(one.question, framed, one.value, one.left_out, FRAMED)
        elif place % 4:
            yield Example(one.question, framed, one.value, weight=KNOWN)


def _nothing(
    alone: Sequence[Example], known: Mapping[str, KnownQuestion], catalogue: Catalogue
) -> Iterator[Example]:
    chance = random.Random(0)
    told = sentences()
    foreign = [one for one in alone if yes_or_no(one.text) is None]
    wishes = _wishes(catalogue, chance)
    for question in known.values():
        words = {word for words in question.words for word in words}
        near = words | {word for lent in question.lent for word in (one.word for one in lent)}
        others = [
            one.text
            for one in chance.sample(foreign, NOTHING_A_QUESTION)
            if _is_strange(one, question.id, near)
        ]
        asked = [
            chance.choice(told.questions).format(chance.choice(question.words[place % len(question.words)]))
            for place in range(ASKED_A_QUESTION)
        ]
        plain = chance.sample(told.nothing, NOTHING_A_QUESTION)
        wished = chance.sample(wishes, min(2, len(wishes)))
        for text in (*others, *asked, *plain, *wished):
            yield Example(question.id, text, None, weight=NOTHING)


def _is_strange(one: Example, question: str, near: set[str]) -> bool:
    return one.question != question and not any(word in one.text or one.text in word for word in near)


def _wishes(catalogue: Catalogue, chance: random.Random) -> list[str]:
    aliases = sorted({alias for item in catalogue.items.values() for alias in item.aliases[:2]})
    return chance.sample(aliases, min(WISHES, len(aliases)))
