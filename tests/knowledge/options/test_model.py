"""Weights fitted to examples, and what they say of new ones."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.options.fitting import FOLDS, Examples, fit, fold_of, out_of_fold
from knowledge.options.model import OptionModel


def invented(count: int = 300) -> Examples:
    """Two options; the first number tells which is meant, and neither where both are small; the second is noise."""
    chance = np.random.default_rng(0)
    rows, meant = [], []
    for place in range(count):
        kind = place % 3
        told = chance.normal(0, 0.5, size=(2, 2))
        told[:, 0] -= 2
        if kind < 2:
            told[kind, 0] += 5
        rows.append(told)
        meant.append(kind if kind < 2 else -1)
    return Examples(rows, meant, [1.0] * count, [f"q{place % 11}" for place in range(count)])


def test_probabilities_add_up_and_follow_the_evidence() -> None:
    shares, none = OptionModel(np.array([2.0, 0.0]), -1.0).probabilities(np.array([[3.0, 9.0], [-3.0, -9.0]]))
    assert shares.sum() + none == pytest.approx(1)
    assert shares[0] > none > shares[1]


def test_large_scores_do_not_overflow() -> None:
    shares, none = OptionModel(np.array([1000.0]), 0.0).probabilities(np.array([[9.0], [-9.0]]))
    assert shares.tolist() == [1.0, 0.0]
    assert none == 0.0


def test_what_tells_gets_the_weight() -> None:
    model = fit(invented())
    assert model.weights[0] > 3 * abs(model.weights[1])
    shares, none = model.probabilities(np.array([[3.0, 0.0], [-2.0, 0.0]]))
    assert shares[0] > 0.97
    shares, none = model.probabilities(np.array([[-2.0, 0.0], [-2.0, 0.0]]))
    assert none > 0.9


def test_all_words_of_a_question_are_in_one_part() -> None:
    folds = fold_of(["b", "a", "b", "c"])
    assert set(folds) == {"a", "b", "c"}
    assert set(folds.values()) <= set(range(FOLDS))


def test_a_part_keeps_its_rows_and_what_they_mean() -> None:
    whole = invented(30)
    part = whole.part(whole.folds == 0)
    assert len(part.rows) == 2 * len(part.meant)
    assert (part.meant < len(part.rows)).all()
    assert np.isfinite(out_of_fold(whole)).all()
