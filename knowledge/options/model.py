"""From evidence to probabilities: one weighted sum an option, against a fixed sum for none of them. Plain numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]


@dataclass(frozen=True)
class OptionModel:
    """Weights of the evidence.

    Attributes:
        weights: One a column of the evidence.
        bias: Of every option against none of them.
    """

    weights: Floats
    bias: float

    def probabilities(self, rows: Floats) -> tuple[Floats, float]:
        """The probability of each option, and that it is none of them."""
        scores = rows @ self.weights + self.bias
        top = max(float(scores.max()), 0.0)
        raised, nothing = np.exp(scores - top), float(np.exp(-top))
        whole = float(raised.sum()) + nothing
        return raised / whole, nothing / whole

    def contributions(self, rows: Floats) -> Floats:
        """How much each column adds to the score of each option."""
        return np.asarray(rows * self.weights)
