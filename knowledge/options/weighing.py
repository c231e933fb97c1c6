"""One reading: what the rules choose, and what is weighed where they do not decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.language.choice import By, Choice, Offered, chosen
from knowledge.options.evidence import COLUMNS, NAMES, OF_WORDS, asks, evidence
from knowledge.options.known_question import KnownQuestion
from knowledge.options.model import OptionModel
from knowledge.options.reading import OptionChance, OptionReading, Reason

Floats = NDArray[Any]

BY_RULE = 0.99
"""The probability of what a rule has chosen that is never wrong in the catalogue's own words."""

_EXACT = frozenset({By.WORDS, By.PLACE})
_CERTAIN = frozenset({By.YES_NO, By.QUANTITY, By.WHO_GOES, By.RELATIVE, By.ALL, By.OTHER})
_CLEAR, _SHORT = 0.5, 10
_REASONS = 3
_LEAST_WEIGHT = 0.3


def read_known(
    text: str,
    known: KnownQuestion,
    model: OptionModel,
    seen: Floats | None,
    options: Sequence[Offered] | None = None,
) -> OptionReading:
    """What a reply means to a question of the catalogue.

    Args:
        model: That of readings with or without a vector.
        seen: The reply's vector, put like the known ones.
        options: As offered, in the order shown.
    """
    choice = _choice(text, known, options)
    if choice is not None and _is_certain(choice, text):
        return _by_rule(choice, [option.value for option in known.options])
    rows = evidence(text, known, choice, seen)
    shares, none = model.probabilities(rows)
    adds = model.contributions(rows)
    first, *others = np.argsort(-shares).tolist()
    chances = (
        OptionChance(
            known.options[first].value,
            float(shares[first]),
            _reasons(adds, first, _nearest(text, known, first)),
        ),
        *(OptionChance(known.options[place].value, float(shares[place])) for place in others),
    )
    unsure = choice is not None and choice.by is By.UNKNOWN and chances[0].probability < _CLEAR
    return OptionReading(chances, none, unsure=unsure, with_vector=seen is not None)


def read_by_rule(text: str, options: Sequence[Offered], unit: str = "") -> OptionReading:
    """What the rules alone say, for options that are no question's of a catalogue."""
    choice = chosen(text, options, unit)
    values = [option.value for option in options]
    if choice is None:
        return OptionReading(tuple(OptionChance(value, 0.0) for value in values), 1.0)
    return _by_rule(choice, values)


def _choice(text: str, known: KnownQuestion, options: Sequence[Offered] | None) -> Choice | None:
    if options is None:
        return chosen(text, known.options, known.unit)
    own = {option.value: option for option in known.options}
    return chosen(text, [own.get(option.value, option) for option in options], known.unit)


def _is_certain(choice: Choice, text: str) -> bool:
    if choice.by is By.UNKNOWN:
        return len(text) <= _SHORT
    return choice.by in _EXACT or (choice.by in _CERTAIN and not asks(text))


def _by_rule(choice: Choice, values: Sequence[str]) -> OptionReading:
    if choice.by is By.UNKNOWN or choice.value not in values:
        return OptionReading(
            tuple(OptionChance(value, 0.0) for value in values), 1.0, by=choice.by, unsure=True
        )
    left = (1 - BY_RULE) / len(values)
    said = OptionChance(choice.value, BY_RULE, (Reason(str(choice.by), float(np.log(BY_RULE / left))),))
    others = tuple(OptionChance(value, left) for value in values if value != choice.value)
    return OptionReading((said, *others), left, by=choice.by)


def _nearest(text: str, known: KnownQuestion, place: int) -> str:
    """The word of an option that shares most characters with the reply; empty where none shares any."""
    shared = known.index.shared(known.rarity.pieces(text)).both
    start, words = known.starts[place], known.words[place]
    best = int(np.argmax(shared[start : start + len(words)]))
    return words[best] if shared[start + best] > 0 else ""


def _reasons(adds: Floats, place: int, nearest: str) -> tuple[Reason, ...]:
    """What tells this option from the others, the strongest first: both columns of one kind of evidence together."""
    half = len(NAMES)
    beside = adds[place] - np.delete(adds, place, axis=0).mean(axis=0)
    together = beside[:half] + beside[half : 2 * half]
    strongest = np.argsort(-np.abs(together))[:_REASONS]
    return tuple(
        Reason(COLUMNS[column], round(float(together[column]), 2), nearest if column < len(OF_WORDS) else "")
        for column in strongest
        if abs(together[column]) >= _LEAST_WEIGHT
    )
