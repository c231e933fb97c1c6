"""Fits an :class:`OptionModel`; only training loads this, so that the serving process is without scipy's optimiser.

The probability of what was meant is made as large as can be over all examples, with small weights; then score and bias are
calibrated on questions that the weights had not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from knowledge.options.model import OptionModel

Floats = NDArray[Any]
Ints = NDArray[Any]

FOLDS = 5
_SMALL_WEIGHTS = 2.0


def fold_of(questions: Sequence[str]) -> dict[str, int]:
    """The part to which each question belongs; all words of a question are in one."""
    return {question: place % FOLDS for place, question in enumerate(sorted(set(questions)))}


class Examples:
    """Examples as one table: a row an option.

    Attributes:
        rows: Evidence, one row an option of an example.
        starts: Where each example begins.
        meant: The row that is meant; -1 for none.
        weights: Of each example.
        folds: Which part of the questions each belongs to.
    """

    def __init__(
        self,
        rows: Sequence[Floats],
        meant: Sequence[int],
        weights: Sequence[float],
        questions: Sequence[str],
    ) -> None:
        lengths = np.array([len(one) for one in rows])
        self.rows = np.vstack(rows)
        self.starts = np.cumsum([0, *lengths[:-1]])
        self.lengths = lengths
        self.meant = np.array(
            [start + place if place >= 0 else -1 for start, place in zip(self.starts, meant, strict=True)]
        )
        self.weights = np.array(weights)
        folds = fold_of(questions)
        self.folds = np.array([folds[question] for question in questions])

    def part(self, chosen: NDArray[np.bool_]) -> Examples:
        """Only these examples."""
        part = object.__new__(Examples)
        kept = np.repeat(chosen, self.lengths)
        part.rows, part.lengths = self.rows[kept], self.lengths[chosen]
        part.starts = np.cumsum([0, *part.lengths[:-1]])
        place = self.meant[chosen] - self.starts[chosen]
        part.meant = np.where(self.meant[chosen] >= 0, part.starts + place, -1)
        part.weights, part.folds = self.weights[chosen], self.folds[chosen]
        return part


def fit(examples: Examples) -> OptionModel:
    """The calibrated model of all examples."""
    scale, shift = _calibration(examples, out_of_fold(examples))
    raw = _fitted(examples)
    return OptionModel((raw.weights * scale).astype(np.float64), raw.bias * scale + shift)


def out_of_fold(examples: Examples) -> Floats:
    """The score of each row by weights that have not seen its question."""
    scores = np.zeros(len(examples.rows))
    for fold in range(FOLDS):
        held = examples.folds == fold
        model = _fitted(examples.part(~held))
        rows = np.repeat(held, examples.lengths)
        scores[rows] = examples.rows[rows] @ model.weights + model.bias
    return scores


def _fitted(examples: Examples) -> OptionModel:
    middle = examples.rows.mean(axis=0)
    spread = examples.rows.std(axis=0)
    spread[spread < 1e-6] = 1.0
    rows = (examples.rows - middle) / spread

    def loss(parameters: Floats) -> tuple[float, Floats]:
        cost, by_row = _cost(rows @ parameters[:-1] + parameters[-1], examples)
        gradient = np.append(rows.T @ by_row, by_row.sum())
        gradient[:-1] += 2 * _SMALL_WEIGHTS * parameters[:-1]
        return cost + _SMALL_WEIGHTS * float(parameters[:-1] @ parameters[:-1]), gradient

    found = minimize(
        loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}
    ).x
    weights = found[:-1] / spread
    return OptionModel(weights, float(found[-1] - weights @ middle))


def _calibration(examples: Examples, scores: Floats) -> tuple[float, float]:
    def loss(parameters: Floats) -> tuple[float, Floats]:
        cost, by_row = _cost(parameters[0] * scores + parameters[1], examples)
        return cost, np.array([by_row @ scores, by_row.sum()])

    scale, shift = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return float(scale), float(shift)


def _cost(scores: Floats, examples: Examples) -> tuple[float, Floats]:
    """How improbable what was meant is, and what each row's score changes about that."""
    top = np.maximum(np.maximum.reduceat(scores, examples.starts), 0.0)
    raised = np.exp(scores - np.repeat(top, examples.lengths))
    nothing = np.exp(-top)
    whole = np.add.reduceat(raised, examples.starts) + nothing
    answered = examples.meant >= 0
    likely = np.where(answered, raised[np.maximum(examples.meant, 0)], nothing) / whole
    cost = -float(examples.weights @ np.log(likely + 1e-12))
    by_row = raised / np.repeat(whole, examples.lengths)
    by_row[examples.meant[answered]] -= 1.0
    return cost, by_row * np.repeat(examples.weights, examples.lengths)
