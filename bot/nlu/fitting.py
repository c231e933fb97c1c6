"""Fits a `LinearClassifier`; only training loads this, so that the serving process is without scikit-learn.

A linear support vector machine, one class against the rest. Its scores are turned into probabilities by a softmax
calibrated on scores of examples that the machine had not seen.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from bot.nlu.linear import Features, LinearClassifier
from knowledge.base.softmax import softmax

# Chosen by five-fold cross-validation on the shipped examples; accuracy is flat between 1 and 4.
_PENALTY = 2.0

_CALIBRATION_FOLDS = 4


def fit(examples: Sequence[tuple[Features, str]]) -> LinearClassifier:
    """Fit a classifier. The same examples in the same order give the same classifier.

    Args:
        examples: features and class of each example; at least two classes.

    Raises:
        ValueError: there are fewer than two classes.
    """
    found = [features for features, _ in examples]
    classes = tuple(sorted({name for _, name in examples}))
    if len(classes) < 2:
        raise ValueError("a classifier needs examples of at least two classes")
    place = {name: column for column, name in enumerate(classes)}
    answers = np.array([place[name] for _, name in examples])
    vocabulary, rarity, unseen_rarity = _vocabulary(found)
    rows = _rows(found, vocabulary, rarity)
    sharpness, offsets = _calibrate(_held_out_scores(rows, answers, len(classes)), answers)
    weights, bias = _separate(rows, answers, len(classes))
    return LinearClassifier(
        classes=classes,
        vocabulary=vocabulary,
        rarity=rarity,
        weights=weights.astype(np.float32),
        bias=bias,
        sharpness=sharpness,
        offsets=offsets,
        unseen_rarity=unseen_rarity,
    )


def _separate(rows: csr_matrix, answers: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Return weights, shape (V, width), and bias, shape (width,), that separate each class from the rest.

    A class without examples gets no weights and the lowest score.
    """
    machine = LinearSVC(C=_PENALTY, random_state=0).fit(rows, answers)
    weights, bias = np.zeros((rows.shape[1], width)), np.full(width, -1.0)
    two = len(machine.classes_) == 2  # one plane then stands for both
    weights[:, machine.classes_] = np.vstack([-machine.coef_, machine.coef_]).T if two else machine.coef_.T
    bias[machine.classes_] = np.append(-machine.intercept_, machine.intercept_) if two else machine.intercept_
    return weights, bias


def _held_out_scores(rows: csr_matrix, answers: np.ndarray, width: int) -> np.ndarray:
    """Return scores, shape (examples, width), each by a machine that had not seen the example."""
    fold_of = np.empty(len(answers), dtype=int)
    for answer in range(width):
        same = np.flatnonzero(answers == answer)
        fold_of[same] = (np.arange(len(same)) + answer) % _CALIBRATION_FOLDS
    scores = np.zeros((len(answers), width))
    for fold in range(_CALIBRATION_FOLDS):
        held, seen = np.flatnonzero(fold_of == fold), np.flatnonzero(fold_of != fold)
        if len(held) and len(set(answers[seen])) > 1:
            weights, bias = _separate(rows[seen], answers[seen], width)
            scores[held] = rows[held] @ weights + bias
    return scores


def _vocabulary(found: Sequence[Features]) -> tuple[dict[str, int], np.ndarray, float]:
    """Return the features in order of appearance, their rarities, and the rarity of an unseen one."""
    occurring = Counter(feature for one in found for feature in one)
    vocabulary = {feature: row for row, feature in enumerate(occurring)}
    documents = np.fromiter(occurring.values(), dtype=np.float64, count=len(occurring))
    rarity = np.log((1 + len(found)) / (1 + documents)) + 1
    return vocabulary, rarity.astype(np.float32), math.log((1 + len(found)) / 2) + 1


def _rows(found: Sequence[Features], vocabulary: Mapping[str, int], rarity: np.ndarray) -> csr_matrix:
    """Return the examples as rows of length 1: logarithm of count times inverse document frequency."""
    starts = np.cumsum([0, *(len(one) for one in found)])
    columns = np.fromiter((vocabulary[feature] for one in found for feature in one), dtype=np.int32)
    counts = np.fromiter((count for one in found for count in one.values()), dtype=np.float64)
    values = (1 + np.log(counts)) * rarity[columns]
    rows = csr_matrix((values, columns, starts), shape=(len(found), len(vocabulary)))
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return csr_matrix(rows.multiply(1 / lengths[:, None]))


def _calibrate(scores: np.ndarray, answers: np.ndarray) -> tuple[float, np.ndarray]:
    """Return sharpness and offsets for which softmax(sharpness * scores + offsets) suits the answers best."""
    count, width = scores.shape
    given = np.zeros_like(scores)
    given[np.arange(count), answers] = 1.0

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        sharpness, offsets = parameters[0], parameters[1:]
        likely = softmax(sharpness * scores + offsets)
        error = (likely - given) / count
        cost = -np.log(likely[np.arange(count), answers] + 1e-12).mean() + 1e-3 * offsets @ offsets
        return cost, np.concatenate([[np.sum(error * scores)], error.sum(axis=0) + 2e-3 * offsets])

    start = np.concatenate([[4.0], np.zeros(width)])
    best = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return float(best[0]), best[1:]
