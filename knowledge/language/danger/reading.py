"""Whether a sentence tells of danger, and what made one think so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.language.danger.load import WEIGHTS, Kind, Lists, lists
from knowledge.language.danger.lost_things import losses_in
from knowledge.language.danger.payment import payments_in
from knowledge.language.danger.signs import Span, is_negated, within, words_of

ENOUGH = 3
"""A modest suspicion: who is in danger and gets no number loses more than who gets one in vain."""

_PARTS, _PARTS_END = re.compile(r"[,，。;；!！]"), re.compile(r"[,，。;；!！\s]+$")
_DYING = "死"
_LONG = 40
"""Characters of a long message."""

_NOT_WORDS = re.compile(r"[\s,，.。;；:：!！?？~、…]+|[啊呀吧呢哦嘛啦]+$")


@dataclass(frozen=True, slots=True)
class Danger:
    """A danger that is heard.

    Attributes:
        kind: Its name in ``signs.yaml``.
        score: How much speaks for it.
        words: The words of the sentence that tell of it.
        features: What else counted, by name.
        call: The numbers to call first.
        also: The numbers that help as well.
        lingers: What is said next is heard in its light.
    """

    kind: str
    score: int
    words: tuple[str, ...]
    features: tuple[str, ...]
    call: tuple[str, ...]
    also: tuple[str, ...]
    lingers: bool


class Afterwards(StrEnum):
    """How somebody goes on who told of a danger that lingers."""

    BLEAK = "bleak"
    CALM = "calm"


def danger_in(text: str) -> Danger | None:
    """The danger that a sentence tells of; None for one that only speaks of such things (火灾事故认定, 跳楼价)."""
    known = lists()
    found = known.finder.find(text)
    if known.signs.keys().isdisjoint(found):
        return None
    spans = _telling(text, found, known)
    features = tuple(
        name
        for name, feature in known.features.features.items()
        if not found.keys().isdisjoint(feature.words)
    )
    heard: dict[str, tuple[int, tuple[str, ...]]] = {}
    for word in known.signs.keys() & spans.keys():
        for sign in known.signs[word]:
            words = words_of(sign, text, spans)
            if words and (sign.weight, words) > heard.get(sign.kind, (0, ())):
                heard[sign.kind] = (sign.weight, words)
    dangers = [
        danger
        for name, kind in known.kinds.items()
        if name in heard and (danger := _weighed(name, kind, text, *heard[name], features)).score >= ENOUGH
    ]
    return max(dangers, key=lambda danger: danger.score, default=None)


def danger_at_the_end(text: str) -> Danger | None:
    """The danger that the last part of a sentence tells of by itself: 身份证丢了，家里着火了."""
    *before, last = _PARTS.split(_PARTS_END.sub("", text))
    return danger_in(last) if before else None


def danger_of(kind: str, text: str) -> Danger:
    """A danger of a kind that no word of the lists tells of.

    Raises:
        KeyError: There is no such kind.
    """
    return _weighed(kind, lists().kinds[kind], text, 0, (), ())


def denies_danger(text: str) -> bool:
    """Whether it says that nobody is in danger, mostly to somebody who had thought so: 没被骗啊，是房东不退押金."""
    features = lists().features
    if any(phrase in text for phrase in features.no_danger):
        return True
    found = lists().finder.find(text)
    return any(
        is_negated(text, start, features.denials, features.not_negations)
        for word in features.denied
        for start, _ in found.get(word, ())
    )


def exaggerates(text: str) -> bool:
    """Whether it speaks of dying without meaning it: 急死, 累死."""
    return any(_DYING in phrase and phrase in text for phrase in lists().features.harmless)


def list_evidence(text: str) -> tuple[float, ...]:
    """What the lists say of a sentence, as numbers: its heaviest sign, what else it says, and both together."""
    known = lists()
    found = known.finder.find(text)
    spans = _telling(text, found, known)
    heaviest = max(
        (
            sign.weight
            for word in known.signs.keys() & spans.keys()
            for sign in known.signs[word]
            if words_of(sign, text, spans)
        ),
        default=0,
    )
    beside = [
        float(not found.keys().isdisjoint(feature.words)) for feature in known.features.features.values()
    ]
    told = danger_in(text)
    return (
        *(float(heaviest == weight) for weight in WEIGHTS.values()),
        float(told is not None),
        (told.score if told else 0) / 4,
        float(any(phrase in found for phrase in known.features.harmless) or bool(payments_in(text))),
        *beside,
        *(told_of * (heaviest > 0) for told_of in beside),
        min(len(text), _LONG) / _LONG,
    )


def afterwards_in(text: str, *, at_once: bool) -> Afterwards | None:
    """How a sentence goes on after a danger that lingers; None where it turns to something else.

    Args:
        at_once: It is the reply to the number just given: 没事了 and 好 are about that, and not about what is pending.
    """
    features = lists().features
    bare = _NOT_WORDS.sub("", text)
    if at_once and bare in features.after_calm:
        return Afterwards.CALM
    says_bleak = any(word in bare for word in features.after_bleak)
    speaks_of_business = any(word in bare for word in features.features["papers"].words)
    return Afterwards.BLEAK if says_bleak and not speaks_of_business else None


def _telling(text: str, found: Mapping[str, Sequence[Span]], known: Lists) -> dict[str, list[Span]]:
    """Where words stand that are neither part of a harmless phrase nor denied."""
    features = known.features
    harmless = [span for phrase in features.harmless for span in found.get(phrase, ())]
    harmless += [*payments_in(text), *losses_in(text)]
    telling: dict[str, list[Span]] = {}
    for word, spans in found.items():
        kept = [
            span
            for span in spans
            if not within(span, harmless)
            and not is_negated(text, span[0], features.negations, features.not_negations)
        ]
        if kept:
            telling[word] = kept
    return telling


def _weighed(
    name: str, kind: Kind, text: str, weight: int, words: tuple[str, ...], features: tuple[str, ...]
) -> Danger:
    of_a_child = any(word in text for word in lists().features.minors)
    counted = tuple(feature for feature in features if not (feature == "papers" and kind.asks_for_papers))
    weights = lists().features.features
    return Danger(
        kind=name,
        score=weight + sum(weights[feature].weight for feature in counted),
        words=words,
        features=counted,
        call=kind.call,
        also=(*kind.also_for_children, *kind.also) if of_a_child else kind.also,
        lingers=kind.lingers,
    )
