"""A linear classifier over sparse features, with probabilities that can be compared with a threshold.

Predicting is a dictionary lookup for each feature and one small matrix product: no scikit-learn, no sparse matrices.
How it is fitted stands in `bot/nlu/fitting.py`, which only training loads.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge.base.softmax import softmax

Features = Mapping[str, int]


@dataclass(frozen=True)
class LinearClassifier:
    """Weights of a fitted classifier.

    Attributes:
        classes: names of the classes, shape (C,).
        vocabulary: feature -> row in `weights`.
        rarity: inverse document frequency of each feature, shape (V,).
        weights: shape (V, C), float32.
        bias: shape (C,).
        sharpness: probabilities are softmax(sharpness * scores + offsets).
        offsets: shape (C,).
        unseen_rarity: the inverse document frequency of a feature that no example had. Such features carry no
            weight but count in the length of the vector, so that a sentence of mostly unknown words gets
            scores near zero and no confident answer.
    """

    classes: tuple[str, ...]
    vocabulary: dict[str, int]
    rarity: np.ndarray
    weights: np.ndarray
    bias: np.ndarray
    sharpness: float
    offsets: np.ndarray
    unseen_rarity: float

    def probabilities(self, features: Features) -> np.ndarray:
        """Return the probability of each class, shape (C,), for one set of features."""
        rows, counts, unseen = [], [], 0.0
        lookup = self.vocabulary.get
        for feature, count in features.items():
            row = lookup(feature)
            damped = 1.0 + math.log(count) if count > 1 else 1.0
            if row is None:
                unseen += damped * damped
            else:
                rows.append(row)
                counts.append(damped)
        scores = self.bias
        if rows:
            values = np.array(counts, dtype=np.float32) * self.rarity[rows]
            length = math.sqrt(float(values @ values) + unseen * self.unseen_rarity**2)
            scores = scores + values @ self.weights[rows] / length
        return softmax(self.sharpness * scores + self.offsets)

    def save(self, path: Path) -> None:
        """Write everything to one `.npz` file, which is read without unpickling."""
        np.savez_compressed(
            path,
            classes=_as_bytes(self.classes),
            vocabulary=_as_bytes(tuple(self.vocabulary)),
            rarity=self.rarity,
            weights=self.weights,
            bias=self.bias,
            scaling=np.array([self.sharpness, self.unseen_rarity]),
            offsets=self.offsets,
        )

    @classmethod
    def load(cls, path: Path) -> LinearClassifier:
        """Read a classifier that `save` wrote."""
        with np.load(path, allow_pickle=False) as stored:
            sharpness, unseen_rarity = (float(value) for value in stored["scaling"])
            return cls(
                classes=_as_names(stored["classes"]),
                vocabulary={name: row for row, name in enumerate(_as_names(stored["vocabulary"]))},
                rarity=stored["rarity"],
                weights=stored["weights"],
                bias=stored["bias"],
                sharpness=sharpness,
                offsets=stored["offsets"],
                unseen_rarity=unseen_rarity,
            )


def _as_bytes(names: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _as_names(stored: np.ndarray) -> tuple[str, ...]:
    return tuple(stored.tobytes().decode().split("\n"))
