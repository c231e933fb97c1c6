"""Learns danger from examples; only whoever fits the weights loads this, serving is without scikit-learn."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from knowledge.base.text import normalise
from knowledge.embedding.encoder import SentenceEncoder, Vectors
from knowledge.language.danger.learned import SPREAD, Weights, grams_of
from knowledge.language.danger.reading import list_evidence

_HERE = Path(__file__).parent
_PENALTY = 10.0
_FOLDS = 3
_ALARMS, _AT_THRESHOLD = 0.008, 0.25
"""Share of ordinary examples, each judged unseen, that reaches a probability at which danger outweighs an answer."""


@cache
def danger_examples() -> dict[str, tuple[str, ...]]:
    """Sentences of danger by kind."""
    return _read("examples.yaml")


@cache
def ordinary_examples() -> tuple[str, ...]:
    """Sentences that only speak of such things."""
    return tuple(text for group in _read("ordinary_examples.yaml").values() for text in group)


def _read(name: str) -> dict[str, tuple[str, ...]]:
    told = yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
    return {group: tuple(map(normalise, texts)) for group, texts in told.items()}


def digest_of_examples() -> str:
    """Changes with the examples, so that weights of older ones are known."""
    told = repr((danger_examples(), ordinary_examples()))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def fit(encoder: SentenceEncoder, ordinary: Sequence[str]) -> Weights:
    """Learn the weights.

    Args:
        ordinary: What people say otherwise, beside the ordinary examples: items, answers, intents.
    """
    danger = [text for texts in danger_examples().values() for text in texts]
    texts = [*danger, *dict.fromkeys([*ordinary_examples(), *ordinary])]
    is_danger = np.arange(len(texts)) < len(danger)
    vectors = encoder.encode(texts)
    alarms = _threshold(texts, vectors, is_danger)
    middle, pieces, machine = _fitted(texts, vectors, is_danger)
    weights, dimensions = machine.coef_[0], vectors.shape[1]
    evidence = len(list_evidence(""))
    kinds = [kind for kind, told in danger_examples().items() for _ in told]
    kind = LogisticRegression(C=_PENALTY, max_iter=1000).fit(
        (vectors[: len(danger)] - middle) * SPREAD, kinds
    )
    return Weights(
        encoder=encoder.version,
        digest=digest_of_examples(),
        middle=middle,
        meaning=weights[:dimensions],
        evidence=weights[dimensions : dimensions + evidence],
        grams={gram: int(row) for gram, row in sorted(pieces.vocabulary_.items(), key=lambda pair: pair[1])},
        rarity=pieces.idf_,
        pieces=weights[dimensions + evidence :],
        bias=float(machine.intercept_[0]) - alarms + math.log(_AT_THRESHOLD / (1 - _AT_THRESHOLD)),
        kinds=tuple(kind.classes_),
        kind_meaning=kind.coef_.T,
        kind_bias=kind.intercept_,
    )


def _threshold(texts: Sequence[str], vectors: Vectors, is_danger: NDArray[np.bool_]) -> float:
    """The log-odds that only a few ordinary sentences reach, each judged by weights that had not seen it."""
    fold = np.random.default_rng(0).integers(0, _FOLDS, len(texts))
    scores = np.zeros(len(texts))
    for held in (fold == number for number in range(_FOLDS)):
        seen = np.flatnonzero(~held)
        middle, pieces, machine = _fitted([texts[i] for i in seen], vectors[seen], is_danger[seen])
        unseen = np.flatnonzero(held)
        rows = _rows([texts[i] for i in unseen], vectors[unseen], middle, pieces)
        scores[unseen] = machine.decision_function(rows)
    return float(np.quantile(scores[~is_danger], 1 - _ALARMS))


def _fitted(
    texts: Sequence[str], vectors: Vectors, is_danger: NDArray[np.bool_]
) -> tuple[Vectors, TfidfVectorizer, LogisticRegression]:
    middle: Vectors = vectors.mean(axis=0)
    pieces = TfidfVectorizer(
        analyzer=lambda text: list(grams_of(text).elements()), sublinear_tf=True, min_df=3
    )
    pieces.fit(texts)
    machine = LogisticRegression(C=_PENALTY, solver="liblinear", max_iter=3000)
    return middle, pieces, machine.fit(_rows(texts, vectors, middle, pieces), is_danger)


def _rows(texts: Sequence[str], vectors: Vectors, middle: Vectors, pieces: TfidfVectorizer) -> csr_matrix:
    evidence = csr_matrix(np.array([list_evidence(text) for text in texts], dtype=float))
    return hstack([csr_matrix((vectors - middle) * SPREAD), evidence, pieces.transform(texts)]).tocsr()
