"""The word lists of danger, read from ``signs.yaml`` and ``features.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.base.frozen import Frozen
from knowledge.language.danger.signs import Finder, Sign, sign

_HERE = Path(__file__).parent


class Kind(Frozen):
    """A kind of danger.

    Attributes:
        call: The numbers to call first.
        also: The numbers that help as well.
        also_for_children: Those that help first where a child is in it.
        asks_for_papers: Whoever asks for papers about it is in danger all the same (家暴怎么申请保护令).
        lingers: What is said next is heard in its light.
        sure: Signs that tell of it by themselves.
        likely: Signs that tell of it where nothing speaks against it.
        hint: Signs that tell of it where something else does too.
    """

    call: tuple[str, ...]
    also: tuple[str, ...] = ()
    also_for_children: tuple[str, ...] = ()
    asks_for_papers: bool = False
    lingers: bool = False
    sure: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    hint: tuple[str, ...] = ()


class Feature(Frozen):
    """What else a sentence says that speaks for danger or against it."""

    weight: int
    words: tuple[str, ...]


class Features(Frozen):
    """All that is weighed beside the signs.

    Attributes:
        harmless: Phrases whose words are no signs: 跳楼价.
        paid_to: Where money goes; 打 before it pays.
        not_paid: What does not stand between the two.
        blows: Kinds of danger that 打 is likely mistaken for.
        things: What gets lost; no person is missing where one of these is gone.
        owners: What stands right before a thing that is somebody's.
        with_it: What somebody does with a thing who is gone with it.
        gone: What says that it is.
        losses: Kinds of danger that a loss is likely mistaken for.
        minors: Words that tell of a child or a pupil.
        after_bleak: What somebody who is not well says after having told of it.
        after_calm: Whole replies of somebody who was just given a number.
        denied: Words that say, negated, that nobody is in danger: 没被骗.
        denials: What such a word is negated by; 别打我 denies nothing.
        no_danger: Phrases that say so by themselves.
    """

    features: dict[str, Feature]
    negations: tuple[str, ...]
    not_negations: tuple[str, ...]
    harmless: tuple[str, ...]
    paid_to: tuple[str, ...]
    not_paid: tuple[str, ...]
    blows: tuple[str, ...]
    things: tuple[str, ...]
    owners: tuple[str, ...]
    with_it: tuple[str, ...]
    gone: tuple[str, ...]
    losses: tuple[str, ...]
    minors: tuple[str, ...]
    after_bleak: tuple[str, ...]
    after_calm: tuple[str, ...]
    denied: tuple[str, ...]
    denials: tuple[str, ...]
    no_danger: tuple[str, ...]


class _Signs(Frozen):
    words: dict[str, tuple[str, ...]]
    kinds: dict[str, Kind]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists, ready to be looked through.

    Attributes:
        kinds: By name; the earlier one wins where two are as likely.
        signs: By each word that may end them; what ends a sign is rarer than what begins it.
    """

    kinds: Mapping[str, Kind]
    signs: Mapping[str, tuple[Sign, ...]]
    features: Features
    finder: Finder


WEIGHTS = {"sure": 4, "likely": 3, "hint": 2}
"""What the three columns of a kind weigh."""


@cache
def lists() -> Lists:
    """The shipped lists."""
    told = _Signs.model_validate(_read("signs.yaml"))
    features = Features.model_validate(_read("features.yaml"))
    signs = [
        sign(name, weight, written, told.words)
        for name, kind in told.kinds.items()
        for column, weight in WEIGHTS.items()
        for written in getattr(kind, column)
    ]
    by_word: dict[str, list[Sign]] = {}
    for one in signs:
        for word in one.parts[-1].words:
            by_word.setdefault(word, []).append(one)
    words = {word for one in signs for part in one.parts for word in part.words}
    beside = {word for feature in features.features.values() for word in feature.words}
    return Lists(
        kinds=told.kinds,
        signs={word: tuple(found) for word, found in by_word.items()},
        features=features,
        finder=Finder(frozenset(words | beside | set(features.harmless) | set(features.denied))),
    )


def _read(name: str) -> object:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
