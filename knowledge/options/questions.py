"""All questions of a catalogue, each with the words that options of other questions lend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.base.text import normalise
from knowledge.catalogue.affair import Catalogue
from knowledge.catalogue.item import Question
from knowledge.language.choice import Offered, offered_by
from knowledge.language.ranges import named_by_question
from knowledge.options.known_question import (
    ENOUGH_LENT,
    KnownQuestion,
    Lent,
    Vectors,
    with_question,
)
from knowledge.options.overlap import Rarity, WordIndex

Floats = NDArray[Any]

LIKE_BY_VECTOR = 0.75
LIKE_BY_CHARACTERS = 0.6
_MOST_LIKE = 8


def known_questions(catalogue: Catalogue, vectors: Vectors | None) -> Mapping[str, KnownQuestion]:
    """Every question, with what is known of it."""
    plain = {key: _known(key, question, vectors) for key, question in catalogue.questions.items()}
    rarity = Rarity(word for one in plain.values() for words in one.words for word in words)
    plain = {key: replace(one, rarity=rarity) for key, one in plain.items()}
    return _with_lent(plain, vectors)


def texts_of(catalogue: Catalogue) -> list[str]:
    """All texts whose vectors a reader needs: words, labels with their question, clauses of the help."""
    texts: dict[str, None] = {}
    for key, question in catalogue.questions.items():
        known = _known(key, question, None)
        texts |= dict.fromkeys(word for words in known.words for word in words)
        texts |= dict.fromkeys(with_question(known.text, option.label) for option in known.options)
        texts |= dict.fromkeys(clause for clauses in known.explained for clause in clauses if clause)
        texts[known.text] = None
    return list(texts)


def _known(key: str, question: Question, vectors: Vectors | None) -> KnownQuestion:
    options, unit = offered_by(question), question.unit
    named = named_by_question(question.text, tuple(question.options)) if not unit else None
    if named is not None:
        bounds, unit = dict(named.bounds), named.unit
        options = tuple(replace(option, bounds=bounds.get(option.value)) for option in options)
    return KnownQuestion(
        id=key,
        text=question.text,
        unit=unit,
        help=question.help,
        options=options,
        lent=tuple(() for _ in options),
        rarity=Rarity(()),
        vectors=vectors,
    )


def _with_lent(plain: Mapping[str, KnownQuestion], vectors: Vectors | None) -> Mapping[str, KnownQuestion]:
    places = [(key, option) for key, one in plain.items() for option in one.options]
    labels = [normalise(option.label) for _, option in places]
    likeness = _likeness(labels, next(iter(plain.values())).rarity if plain else Rarity(()), vectors)
    lent: dict[str, list[tuple[Lent, ...]]] = {key: [] for key in plain}
    for row, (key, _) in enumerate(places):
        lent[key].append(_lent(row, places, likeness))
    return {key: replace(one, lent=tuple(lent[key])) for key, one in plain.items()}


def _lent(row: int, places: Sequence[tuple[str, Offered]], likeness: Floats) -> tuple[Lent, ...]:
    found: list[Lent] = []
    for other in np.argsort(-likeness[row], kind="stable")[: _MOST_LIKE + 12]:
        key, option = places[other]
        if likeness[row, other] <= 0 or len(found) >= ENOUGH_LENT:
            break
        if key != places[row][0]:
            found += [Lent(word, float(likeness[row, other])) for word in option.words]
    return tuple(found[:ENOUGH_LENT])


def _likeness(labels: Sequence[str], rarity: Rarity, vectors: Vectors | None) -> Floats:
    """How alike labels are, 0 where they are not: by vectors, or by characters."""
    if vectors is not None:
        rows = vectors.many(labels)
        alike = rows @ rows.T
        return np.where(alike >= LIKE_BY_VECTOR, alike, 0.0)
    index = WordIndex(labels, rarity)
    alike = np.array([index.shared(rarity.pieces(label)).agreeing for label in labels])
    return np.where(alike >= LIKE_BY_CHARACTERS, alike, 0.0)
