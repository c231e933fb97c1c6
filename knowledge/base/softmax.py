"""Scores as shares that add up to 1."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def softmax(scores: NDArray[Any]) -> NDArray[Any]:
    """The shares of scores along the last axis."""
    # The ufuncs' own reduce: ``max`` and ``sum`` go through Python first, which takes longer than the work on a few numbers.
    raised = np.exp(scores - np.maximum.reduce(scores, axis=-1, keepdims=True))
    return np.asarray(raised / np.add.reduce(raised, axis=-1, keepdims=True))
